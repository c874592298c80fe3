package plain

import (
	"fmt"
	"maps"
	"slices"

	"waymark/quiz/report"
	"waymark/stages"
)

// finish places the person, or reads the survey, and keeps the result.
func (t *talk) finish() place {
	desk, err := t.desk.Finish(t.assessment)
	if err != nil {
		t.gap()
		t.fail("The result was not saved", err, "choose it again")
		return t.menu(entry{name: "Save the result again", to: (*talk).finish}, entry{name: "Home", to: (*talk).home})
	}
	t.desk, t.unsaved = desk, false
	return (*talk).result
}

// whole is all that is known of the person, as reports tell it.
func (t *talk) whole() report.Whole {
	w, _ := report.Gather(slices.Collect(maps.Values(t.desk.Last)), t.desk.Plan)
	return w
}

// result tells the last result of the assessment that the person is in.
func (t *talk) result() place {
	t.gap()
	if t.assessment != stages.Stages {
		_ = t.whole().SurveyText(t.out, t.width, t.assessment) // the writer keeps its error for Flush
		return (*talk).surveyMenu
	}
	_ = t.whole().Text(t.out, t.width)
	return (*talk).resultMenu
}

// resultMenu leads on from a result.
func (t *talk) resultMenu() place {
	last := t.desk.Last[stages.Stages]
	var entries []entry
	for _, n := range last.Result.Next {
		i := slices.IndexFunc(last.Said.Steps, func(s stages.Step) bool { return s.ID == n.Step })
		if i >= 0 {
			entries = append(entries, t.takeOn(&last.Said.Steps[i]))
		}
	}
	look := entry{name: "Look at an answer again", to: (*talk).review}
	if t.desk.Underway(stages.Stages) && !t.desk.Open(stages.Stages).Started.Equal(last.Started) {
		look.no = report.BegunAnew
	}
	return t.menu(append(entries, look, entry{name: "Plan", to: (*talk).plan}, entry{name: "Home", to: (*talk).home})...)
}

// takeOn is the entry that puts a step into the plan, or takes it out.
func (t *talk) takeOn(s *stages.Step) entry {
	name := "Put into your plan"
	if t.desk.Plan.Has(s.ID) {
		name = "Take out of your plan"
	}
	return entry{name: fmt.Sprintf("%s: %s", name, s.Title), to: func(t *talk) place {
		had := t.desk.Plan.Has(s.ID)
		if t.savePlan(t.desk.Plan.Toggle(*s, t.cfg.Now())) {
			t.say(report.Toggled(had, t.desk.Plan.Has(s.ID)))
		}
		return (*talk).resultMenu
	}}
}
