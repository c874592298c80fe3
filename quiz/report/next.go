package report

import (
	"fmt"
	"slices"

	"waymark/quiz/session"
	"waymark/stages"
)

// What is said where there is nothing to work on, and of staying where one is.
const (
	NothingToAdvise = "Nothing to advise from these answers. Staying, and doing it well, is a good answer."
	NoStepSoShort   = "No step here takes so few weeks."
	Staying         = "Staying where you are, and doing it well, is a good answer too."
)

func (e Export) next(p renderer) {
	if e.Result.Placement.Level == nil {
		return
	}
	p.heading(2, "What to work on next")
	told := 0
	for _, a := range e.Result.Advised() {
		told++
		p.heading(3, fmt.Sprintf("Step %d, %s: %s", told, StrandName(&e.Result.Snapshot, a.Strand), a.Words.Title))
		p.list(false, items(e.StepText(a))...)
	}
	if told == 0 {
		p.para(NothingToAdvise)
		return
	}
	p.para(Staying)
}

// Part is a text under its label.
type Part struct{ Label, Text string }

func items(parts []Part) []listItem {
	out := make([]listItem, len(parts))
	for i, p := range parts {
		out[i] = listItem{label: p.Label, text: p.Text}
	}
	return out
}

// The first actions of a step, in the order of [Export.StepActions].
const (
	ThisWeek = iota
	NoChance
	InTheWay
)

// StepActions are the first actions that a step has: the usual one, the one for want of a chance, and the one
// where the place is in the way; and which of them fits what is known of the person and of the place.
func (e Export) StepActions(a session.Advised) (actions []Part, fits int) {
	actions = []Part{{"This week", a.Words.First}, {"No chance yet", a.Words.NoChance}, {"In the way", a.Words.InTheWay}}
	switch {
	case a.Variant == string(stages.NoChance):
		fits = NoChance
	case e.HeldBack(a.Strand):
		fits = InTheWay
	}
	return actions, fits
}

// StepParts is what a step holds, with one of its first actions.
func (e Export) StepParts(a session.Advised, action Part) []Part {
	s := a.Words
	parts := []Part{{"Why", e.StepWhy(a)}, action, {"With", s.With}, {"Leaves", s.Leaves}, {"It worked", s.Worked}}
	for _, r := range s.Read {
		parts = append(parts, Part{"To read", fmt.Sprintf("%s, by %s (%d)", r.Title, r.Author, r.Year)})
	}
	return parts
}

// StepText is all that a step holds: each first action, the one that fits marked so.
func (e Export) StepText(a session.Advised) []Part {
	actions, fits := e.StepActions(a)
	actions[NoChance].Label, actions[InTheWay].Label = "If you have no chance yet", "If the place is in the way"
	switch fits {
	case NoChance:
		actions[NoChance].Label += ", as your answers say"
	case InTheWay:
		actions[InTheWay].Label += ", as your surroundings say"
	}
	parts := e.StepParts(a, actions[ThisWeek])
	return slices.Insert(parts, 5, Part{"Takes", "about " + Weeks(a.Words.Weeks)}, actions[NoChance], actions[InTheWay])
}

// StepBrief is what a step asks for, without its reasons.
func StepBrief(s stages.Step) []Part {
	return []Part{{"This week", s.First}, {"With", s.With}, {"Leaves", s.Leaves}, {"It worked", s.Worked}}
}
