package plain

import (
	"fmt"
	"io"
	"slices"

	"waymark/quiz/report"
	"waymark/stages"
)

// advice is what a result leads on to: the steps told so far, within the time one has.
type advice struct {
	shown int // how many steps
	weeks int // the longest; 0: any
}

// steps are the steps told, and whether there are more.
func (a advice) steps(t *talk) (told []stages.NextStep, more bool) {
	all := report.Advice(t.desk.Bank, t.desk.Last[stages.Stages], a.weeks)
	return all[:min(a.shown, len(all))], a.shown < len(all)
}

// menu leads on from the result.
func (a advice) menu(t *talk) place {
	var entries []entry
	steps, _ := a.steps(t)
	for _, n := range steps {
		entries = append(entries, a.takeOn(t, n))
	}
	if len(t.desk.Last[stages.Stages].Placement.Next) > 0 {
		entries = append(entries, entry{name: "Show me another step", to: a.another},
			entry{name: "Time for a step", detail: report.Within(a.weeks), to: a.within})
	}
	return t.menu(append(entries, t.look(), entry{name: "Plan", to: (*talk).plan}, entry{name: "Home", to: (*talk).home})...)
}

// look is the entry that leads back to the answers.
func (t *talk) look() entry {
	e := entry{name: "Look at an answer again", to: (*talk).review}
	if t.desk.Underway(stages.Stages) && !t.desk.Open(stages.Stages).Started.Equal(t.desk.Last[stages.Stages].Started) {
		e.no = report.BegunAnew
	}
	return e
}

// takeOn is the entry that puts a step into the plan, or takes it out.
func (a advice) takeOn(t *talk, n stages.NextStep) entry {
	s := report.StepOf(t.desk.Bank.Catalog(), t.desk.Last[stages.Stages], n)
	name := "Put into your plan"
	if t.desk.Plan.Has(s.ID) {
		name = "Take out of your plan"
	}
	return entry{name: fmt.Sprintf("%s: %s", name, s.Title), to: func(t *talk) place {
		had := t.desk.Plan.Has(s.ID)
		if t.savePlan(t.desk.Plan.Toggle(*s, t.desk.Now())) {
			t.say(report.Toggled(had, t.desk.Plan.Has(s.ID)))
		}
		return a.menu
	}}
}

// another tells one step more, and why it ranks lower.
func (a advice) another(t *talk) place {
	before, more := a.steps(t)
	t.gap()
	if !more {
		t.say(report.AllAdvised)
		return a.menu
	}
	a.shown = len(before) + 1
	steps, _ := a.steps(t)
	last := t.desk.Last[stages.Stages]
	t.say(report.RanksLower(&last.Snapshot, last.Placement, before, steps[len(before)]))
	t.tell(steps[len(before)])
	return a.menu
}

// within goes on to the next limit of time, and tells what it brings up.
func (a advice) within(t *talk) place {
	before, _ := a.steps(t)
	at := slices.Index(report.TimeLimits, a.weeks)
	a.weeks = report.TimeLimits[(at+1)%len(report.TimeLimits)]
	a.shown = len(t.desk.Last[stages.Stages].Placement.Next)
	steps, _ := a.steps(t)
	t.gap()
	t.say(report.Within(a.weeks) + ".")
	for _, n := range steps {
		if !slices.ContainsFunc(before, func(o stages.NextStep) bool { return o.Step == n.Step }) {
			t.tell(n)
		}
	}
	return a.menu
}

// tell writes all that a step holds.
func (t *talk) tell(n stages.NextStep) {
	s := report.StepOf(t.desk.Bank.Catalog(), t.desk.Last[stages.Stages], n)
	t.report(func(out io.Writer, width int) error { return t.whole().StepText(out, width, n, s) })
}
