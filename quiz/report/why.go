package report

import (
	"fmt"
	"slices"

	"waymark/stages"
)

// Reasons are the answers under one heading of why. Each row names one question, two that disagree, or
// several that deserve a second look together. Without rows the heading is all there is to say: no single
// answer carries it.
type Reasons struct {
	Heading string
	Rows    [][]string
	Look    bool // they are worth another look
}

// Why groups the answers that lifted, that held back, and that are worth another look. There is always a
// group: where no answer lifted or held back, one says what the answers do together, and has the rows of those
// that carry most.
func Why(r stages.Placement) []Reasons {
	lifted, held, disagree := Reasons{Heading: "What lifted you"}, Reasons{Heading: "What held you back"}, Reasons{Look: true}
	alike := Reasons{Heading: together(r)}
	for _, w := range r.Why {
		to := &lifted
		switch {
		case w.Carries != 0:
			to = &alike
		case w.Weight < 0:
			to = &held
		}
		to.Rows = append(to.Rows, []string{w.Question})
	}
	groups := []Reasons{alike, lifted, held}
	for _, w := range r.Warnings {
		if w.Kind == stages.WarnContradiction {
			disagree.Rows = append(disagree.Rows, w.Questions)
			continue
		}
		groups = append(groups, Reasons{Heading: or(WarningText(w.Kind), w.Text), Rows: [][]string{w.Questions}, Look: true})
	}
	disagree.Heading = "Two answers disagree"
	if len(disagree.Rows) > 1 {
		disagree.Heading = "Some answers disagree"
	}
	var out []Reasons
	if len(r.Why) == 0 {
		out = append(out, alike)
	}
	for _, g := range append(groups, disagree) {
		if len(g.Rows) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// together is the reason where no answer moved the level by itself: they all say the same, or nothing.
func together(r stages.Placement) string {
	if r.Level == nil {
		return Capital(nothingScored(r)) + "."
	}
	said := fmt.Sprintf("No single answer tipped it: taken together, your answers speak for level %d", *r.SpeaksFor)
	if len(r.Why) > 0 {
		return said + ", these most of all"
	}
	return said + "."
}

// WouldChange says, for each smallest change, what other answers would have moved the level, to questions that
// were not asked too.
func WouldChange(r stages.Placement, find func(id string) *stages.Question) []string {
	var out []string
	for _, change := range r.WouldChange {
		var answers []string
		for _, a := range change.Answers {
			options := a.Options // a checklist's; else one
			if len(options) == 0 && a.Option != "" {
				options = []string{a.Option}
			}
			if q := find(a.Question); q != nil && offers(q, options) {
				name := fmt.Sprintf("\"%s\"", q.Name())
				if !slices.Contains(r.Asked, a.Question) {
					name += ", which was not asked,"
				}
				answers = append(answers, fmt.Sprintf("%s been \"%s\"", name, Answer(q, stages.Answer{Options: options})))
			}
		}
		if len(answers) == len(change.Answers) {
			out = append(out, fmt.Sprintf("Had %s, you would be at level %d.", List(answers), change.Level))
		}
	}
	return out
}

func (e Export) why(to renderer) {
	r := e.Result
	if r.Placement.Level == nil {
		return
	}
	to.heading(2, "Why")
	for _, group := range Why(r.Placement) {
		if len(group.Rows) == 0 {
			to.para(group.Heading)
			continue
		}
		var rows []listItem
		for _, questions := range group.Rows {
			for _, id := range questions {
				if q := r.Question(id); q != nil {
					label := Capital(StrandName(&r.Snapshot, q.Strand)) + ", " + q.Name()
					rows = append(rows, listItem{label: label, text: Answer(q, r.Interview.Answers[id])})
				}
			}
		}
		if ended(group.Heading) {
			to.para(group.Heading) // a warning, which is no heading
		} else {
			to.heading(3, group.Heading)
		}
		to.list(false, rows...)
	}
	if changes := WouldChange(r.Placement, r.Question); len(changes) > 0 {
		to.heading(3, "What would change it")
		to.list(false, texts(changes)...)
	}
}

func texts(list []string) []listItem {
	out := make([]listItem, len(list))
	for i, t := range list {
		out[i].text = t
	}
	return out
}
