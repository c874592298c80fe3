package report

import (
	"fmt"
	"time"

	"waymark/quiz/session"
	"waymark/stages"
)

// What is said where there is nothing to work on, and of staying where one is.
const (
	NothingToAdvise = "Nothing to advise from these answers. Staying, and doing it well, is a good answer."
	Staying         = "Staying where you are, and doing it well, is a good answer too."
)

func (w Export) next(p renderer) {
	if w.Result.Placement.Level == nil {
		return
	}
	p.heading(2, "What to work on next")
	told := 0
	for _, n := range w.Result.Placement.Next {
		if s := step(w.Result, n.Step); s != nil {
			told++
			p.heading(3, fmt.Sprintf("Step %d, %s: %s", told, StrandName(&w.Result.Snapshot, n.Strand), s.Title))
			p.list(false, w.stepParts(n, s)...)
		}
	}
	if told == 0 {
		p.para(NothingToAdvise)
		return
	}
	p.para(Staying)
}

// stepParts is all that a step holds. Of the first actions, the one that fits what the person or the
// place is known for says so.
func (w Export) stepParts(n stages.NextStep, s *stages.Step) []listItem {
	noChance, inTheWay := "If you have no chance yet", "If the place is in the way"
	switch {
	case n.Variant == string(stages.NoChance):
		noChance += ", as your answers say"
	case w.HeldUp(n.Strand):
		inTheWay += ", as your surroundings say"
	}
	parts := []listItem{{label: "Why", text: w.StepWhy(n, s)}, {label: "This week", text: s.First},
		{label: "With", text: s.With}, {label: "Leaves", text: s.Leaves}, {label: "It worked", text: s.Worked},
		{label: "Takes", text: "about " + Weeks(s.Weeks)},
		{label: noChance, text: s.NoChance}, {label: inTheWay, text: s.InTheWay}}
	for _, r := range s.Read {
		parts = append(parts, listItem{label: "To read", text: Read(r)})
	}
	return parts
}

// Read names a reading.
func Read(r stages.Reference) string { return fmt.Sprintf("%s, by %s (%d)", r.Title, r.Author, r.Year) }

// NoPlan reports whether nothing was planned yet.
func (w Export) NoPlan() bool {
	return len(w.Plan.Items) == 0 && w.Plan.Mentor == "" && w.Plan.Framework == "" && w.Plan.CheckIn == nil
}

// plan tells what was taken on. Days are told from now, unless the text is to be kept, when now is zero.
func (w Export) plan(p renderer, level int, now time.Time) {
	if w.NoPlan() {
		if level == 1 {
			p.para("Nothing in your plan yet. Steps come from a result: run waymark, and put one in with Space.")
		}
		return
	}
	p.heading(level, "Your plan: "+PlanFact(w.Plan))
	var items []listItem
	for _, i := range w.Plan.Items {
		items = append(items, planItem(i))
	}
	p.list(false, items...)
	p.heading(level+1, "What carries it")
	p.list(false, planCompany(w.Plan, now)...)
}

func planItem(i session.Item) listItem {
	out := listItem{box: openBox, label: i.Step.Title, quote: i.Evidence,
		text: fmt.Sprintf("by %s. This week: %s", Date(i.Due()), i.Step.First)}
	if i.Done != nil {
		out.box, out.text = tickedBox, fmt.Sprintf("done on %s.", Date(*i.Done))
	}
	return out
}

// planCompany is what carries a plan: a mentor, a framework, a date.
func planCompany(plan session.Plan, now time.Time) []listItem {
	check := "none yet"
	if plan.CheckIn != nil {
		check = Date(*plan.CheckIn)
		if !now.IsZero() {
			check += ", " + Until(now, *plan.CheckIn)
		}
	}
	return []listItem{{label: "Mentor", text: or(plan.Mentor, "none yet: who, and when do you next talk?")},
		{label: "Framework", text: or(plan.Framework, "none yet: which ladder do you two talk about?")},
		{label: "Check in", text: check}}
}

func or(text, otherwise string) string {
	if clean(text) == "" {
		return otherwise
	}
	return text
}
