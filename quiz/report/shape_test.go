package report_test

import (
	"strings"
	"testing"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// A shape with a line of its own speaks in place of the level's.
func TestShapeSpeaksOfTheLevel(t *testing.T) {
	e := report.Export{Result: session.Result{Snapshot: *catalog(), Placement: placed(1, 0, .9)}}
	for line, want := range map[string]string{"": "What a Problem Solver does.", "Growing into it": "Growing into it."} {
		e.Result.Snapshot.Shapes = []stages.Shape{{ID: "any", Name: "Any", Line: line, Text: "A text.", When: stages.Pattern{Levels: []int{1}}}}
		if got := e.Arrival()[0].Text; got != want {
			t.Errorf("%q: %s", line, got)
		}
		// What may be true of those the level's line isn't true of, or not.
		e.Result.Snapshot.Levels[0].NotYet, e.Result.Snapshot.Levels[0].Keep = []string{"Tickets from the script."}, "The hard cases."
		for _, said := range []string{"Tickets from the script.", "The hard cases."} {
			if got := strings.Contains(markdown(t, e), said); got != (line == "") {
				t.Errorf("%q: %q is told: %v", line, said, got)
			}
		}
	}
}

// A result that's too unclear to name a level has no shape either.
func TestNoShapeOfAnUnclearResult(t *testing.T) {
	fits := []stages.Shape{{ID: "any", Name: "Any", Text: "A text."}}
	for _, placed := range []stages.Placement{placed(2, 0, .9), inconsistent(1, 3)} {
		e := report.Export{Result: session.Result{Placement: placed}}
		e.Result.Snapshot.Shapes = fits
		if name, _ := e.Shape(); (name != "") != (placed.Certainty() != stages.Unclear) {
			t.Errorf("of a result of certainty %v it's %q", placed.Certainty(), name)
		}
	}
}
