package report_test

import (
	"testing"

	"waymark/quiz/report"
	"waymark/stages"
)

// Where one stood after an answer: sure only at the end, or where the rule for stopping was met.
func TestAfter(t *testing.T) {
	c := catalog()
	settled := placed(2, 3, .75)
	settled.Settled = true
	for _, row := range []struct {
		r                  stages.Placement
		n                  int
		said, short, brief string
	}{
		{stages.Placement{}, 1, "After answer 1 of 9: no level yet.", "No level yet.", "none yet"},
		{placed(1, 0, .9), 2, "After answer 2 of 9: level 1, Problem Solver, so far.", "Level 1, Problem Solver, so far.", "1 so far"},
		{unsure(1, 3), 3, "After answer 3 of 9: from level 1 to 3.", "Level 1 to 3 so far.", "1 to 3"},
		{inconsistent(2, 2), 3, "After answer 3 of 9: about level 2.", "About level 2.", "about 2"},
		{placed(2, 3, .55), 4, "After answer 4 of 9: level 2, maybe 3.", "Level 2, maybe 3 so far.", "2, maybe 3"},
		{settled, 8, "After answer 8 of 9: level 2, Focal Point. Likely, close to 3.", "Level 2, Focal Point. Likely, close to 3.", "2 likely"},
		{unsure(1, 2), 9, "After answer 9 of 9: level 1 or 2.", "Level 1 or 2.", "1 or 2"},
		{placed(2, 0, .9), 9, "After answer 9 of 9: level 2, Focal Point. Clear, well into 2.", "Level 2, Focal Point. Clear, well into 2.", "2 clear"},
		{placed(2, 5, .55), 9, "After answer 9 of 9: level 2, Focal Point. Not certain yet.", "Level 2, Focal Point. Not certain yet.", "about 2"},
	} {
		if got := report.After(c, row.r, row.n, 9); got != row.said {
			t.Errorf("%q, want %q", got, row.said)
		}
		if got := report.AfterShort(c, row.r, row.n == 9); got != row.short {
			t.Errorf("without the number %q, want %q", got, row.short)
		}
		if got := report.AfterBrief(row.r, row.n == 9); got != row.brief {
			t.Errorf("in brief %q, want %q", got, row.brief)
		}
	}
	steps := []stages.Placement{placed(1, 0, .9), placed(1, 0, .95), placed(2, 3, .55)}
	for at, want := range []string{"After the first answer: 1 so far.", "", "Before this answer: 1 so far. After it: 2, maybe 3."} {
		if got := report.Changed(steps, at, len(steps)); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
