package report_test

import (
	"strings"
	"testing"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// strandsMostly are strands at level 2 of a person at level 2, each with the probability that it's at level 3.
func strandsMostly(of map[string]float64) stages.Placement {
	r := placed(2, 0, .95)
	for _, s := range catalog().Strands {
		p, known := of[s.ID]
		result := stages.StrandResult{ID: s.ID}
		if known {
			result.Level, result.Posterior = at(2), []float64{0, 1 - p, p, 0, 0}
		}
		r.Strands = append(r.Strands, result)
	}
	return r
}

// Why the first step comes first is told where the person wishes it, or where another strand is said to be further behind.
func TestFirstReason(t *testing.T) {
	even := map[string]float64{"craft": .5, "customer": .5, "design": .5, "voice": .5, "trust": .5, "reach": 0}
	few := map[string]float64{"craft": .5, "reach": 0}
	for _, row := range []struct {
		when    string
		of      map[string]float64
		first   string // the strand of the first step
		purpose stages.Purpose
		roads   string
		needs   string
		cap     string
		aim     string
		words   string
	}{
		{"it's along that strand", even, "reach", "", "", "", "", "", ""},
		{"which is furthest behind isn't known", few, "craft", "", "", "", "", "", ""},
		{"the level needs it", even, "trust", "", "", "trust", "", "", "Reach is furthest behind, but level 3 depends more on trust, so step 1 is about that."},
		{"it keeps them there", even, "trust", "", "", "", "trust", "", "Reach is furthest behind, but what keeps you at level 2 is trust, so step 1 is about that."},
		{"it's one of those that do", even, "trust", "", "", "", "trust craft", "", "Reach is furthest behind, but what keeps you at level 2 is trust and craft, so step 1 is about that."},
		{"nothing tells them apart", even, "craft", "", "", "", "", "", "Reach is furthest behind, but that isn't all that decides which step comes first."},
		{"about as far", map[string]float64{"craft": .45, "customer": .5, "design": .5, "voice": .5, "trust": .02, "reach": 0}, "trust", "", "", "", "", "",
			"Reach is furthest behind, but trust is about as far from level 3."},
		{"about as far, and a third of a level apart", map[string]float64{"craft": .45, "customer": .5, "design": .5, "voice": .5, "trust": .09, "reach": 0}, "trust", "", "", "", "", "",
			"Reach is furthest behind, but that isn't all that decides which step comes first."},
		{"they want to stay", even, "craft", stages.Widen, "", "", "", stages.Stay, "You seem to want to stay where you are, so the first steps are for growing there."},
		{"nobody may know that they want to stay", even, "craft", stages.Widen, "", "", "", "", "Reach is furthest behind, but that isn't all that decides which step comes first."},
		{"it leads where they want to go", even, "craft", "", "product", "", "", "product", "Step 1 also leads towards The product road, so it comes first."},
		{"growing where they are leads there too", even, "craft", stages.Widen, "product", "", "", "product", "Step 1 also leads towards The product road, so it comes first."},
		{"they want to stay, and another road appeals", even, "craft", stages.Widen, "product", "", "", stages.Stay,
			"You seem to want to stay where you are, so the first steps are for growing there."},
		{"it leads where they are, and want to stay", even, "craft", "", "product", "", "", "product", "Step 1 also helps with The product road, so it comes first."},
		{"another road", even, "reach", "", "expert", "", "", "product", ""},
	} {
		e := report.Export{Result: session.Result{Snapshot: *catalog(), Placement: strandsMostly(row.of)}}
		r := &e.Result.Placement
		e.Result.Snapshot.Levels[2].Needs = strings.Fields(row.needs)
		if row.cap != "" {
			r.HeldBy = &stages.Cap{Cap: stages.CapCumulative, Level: 2, Strands: strings.Fields(row.cap)}
		}
		step := advice(row.first, 3)
		step.Roads = strings.Fields(row.roads)
		e.Result.Snapshot.Steps = []stages.Step{step}
		r.Next = []stages.NextStep{{Step: step.ID, Strand: row.first, Purpose: row.purpose}}
		if e.Result.Profile.Aim = row.aim; row.aim != "" {
			e.Surveys = []session.Result{scored(stages.Crossroads, map[string]float64{"product-pull": .6})}
			if strings.HasPrefix(row.when, "it leads where they are") {
				e.Surveys = []session.Result{scored(stages.Crossroads, map[string]float64{"product-ready": .4})}
				e.Surveys[0].Profile.Work = "product"
			}
		}
		if strings.Contains(row.when, "apart") { // early in their level, and well into it
			for i := range r.Strands {
				if s := &r.Strands[i]; s.ID == "reach" {
					s.Posterior = []float64{.3, .7, 0, 0, 0}
				}
			}
		}
		if got := e.FirstReason(); got != row.words {
			t.Errorf("%s: %q, want %q", row.when, got, row.words)
		}
	}
	for because, words := range map[string]string{"craft-1": "Reach is furthest behind, but step 1 is on the nearest way up.",
		"craft-2": "Reach is furthest behind, but that isn't all that decides which step comes first."} {
		e := report.Export{Result: session.Result{Snapshot: *catalog(), Placement: strandsMostly(even)}}
		e.Result.Snapshot.Levels[2].Needs = nil
		step := advice("craft", 3)
		e.Result.Snapshot.Steps = []stages.Step{step}
		e.Result.Placement.Next = []stages.NextStep{{Step: step.ID, Strand: "craft", Because: []string{because}}}
		e.Result.Placement.WouldChange = []stages.Change{{Level: 3, Answers: []stages.ChangeAnswer{{Question: "craft-1", Option: "at-3"}}}}
		if got := e.FirstReason(); got != words {
			t.Errorf("because of %s: %q", because, got)
		}
	}
	if got := (report.Export{}).FirstReason(); got != "" {
		t.Errorf("without a step: %q", got)
	}
}

// A level whose needs no answer shows isn't said of the person: what carries them there is.
func TestWhatCarriesALevel(t *testing.T) {
	for _, row := range []struct {
		when    string
		answers stages.Answers
		words   string
	}{
		{"each need is shown", stages.Answers{"design-1": picked("at-3", ""), "voice-1": picked("at-4", "")}, "What a Design Partner does."},
		{"one isn't", stages.Answers{"design-1": picked("at-2", ""), "voice-1": picked("at-3", "")}, "Other strands carry you here, more than design."},
		{"nor is the other", stages.Answers{}, "Other strands carry you here, more than design and voice."},
	} {
		e := report.Export{Result: answering(row.answers)}
		e.Result.Placement = placed(3, 0, .95)
		for _, s := range catalog().Strands {
			level := map[string]*int{"craft": at(4), "design": at(3), "voice": at(3)}[s.ID]
			e.Result.Placement.Strands = append(e.Result.Placement.Strands, stages.StrandResult{ID: s.ID, Level: level, Posterior: make([]float64, 5)})
		}
		e.Result.Snapshot.Levels[2].Needs = []string{"design", "voice"}
		text := markdown(t, e)
		if in := strings.Split(text, "## Where")[0]; !strings.Contains(in, row.words) || !strings.Contains(text, "you are here. "+row.words) {
			t.Errorf("%s: %s", row.when, in)
		}
	}
}

// Who had no chance at half of the questions is told at once that another team counts.
func TestAnotherTeamCounts(t *testing.T) {
	for skipped, told := range map[int]bool{0: false, 1: false, 2: true, 4: true} {
		e := report.Export{Result: answering(stages.Answers{})}
		e.Result.Placement.Asked = []string{"craft-1", "craft-2", "trust-1", "trust-2"}
		for i, id := range e.Result.Placement.Asked {
			e.Result.Interview.Answers[id] = picked("at-3", "")
			if i < skipped {
				e.Result.Interview.Answers[id] = stages.Answer{Skip: stages.NoChance}
			}
		}
		in := strings.Split(markdown(t, e), "## Where")[0]
		if got := strings.Contains(in, "Another team you do work for counts as a customer"); got != told {
			t.Errorf("with %d of 4 skipped: told %v", skipped, got)
		}
	}
}

// A step's other first actions are told to those they are for.
func TestDocumentsTellWhatFits(t *testing.T) {
	for variant, words := range map[string]string{"": "", string(stages.NoChance): "Once you have the chance"} {
		e := report.Export{Result: answering(stages.Answers{})}
		step := advice("craft", 3)
		e.Result.Snapshot.Steps = []stages.Step{step}
		e.Result.Placement.Next = []stages.NextStep{{Step: step.ID, Strand: "craft", Variant: variant}}
		text := markdown(t, e)
		for _, label := range []string{"Once you have the chance", "If your workplace allows it", "If you don't have the chance yet", "If your workplace is in the way"} {
			if got := strings.Contains(text, label); got != (label == words) {
				t.Errorf("variant %q: %q is there: %v", variant, label, got)
			}
		}
		if got := strings.Contains(text, step.NoChance); got != (variant != "") {
			t.Errorf("variant %q: the action for want of a chance is there: %v", variant, got)
		}
	}
}
