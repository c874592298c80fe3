package report

import (
	"waymark/stages"
)

// Reasons are the answers under one heading of why. Each row names one question, two that disagree,
// or none where all deserve a second look.
type Reasons struct {
	Heading string
	Rows    [][]string
	Look    bool // they are worth another look
}

// Why groups the answers that lifted, that held back, and that are worth another look.
func Why(r stages.Placement) []Reasons {
	lifted, held, unlike := Reasons{Heading: "What lifted you"}, Reasons{Heading: "What held you back"}, Reasons{Look: true}
	for _, w := range r.Why {
		to := &lifted
		if w.Weight < 0 {
			to = &held
		}
		to.Rows = append(to.Rows, []string{w.Question})
	}
	groups := []Reasons{lifted, held}
	for _, w := range r.Warnings {
		if w.Kind == stages.WarnContradiction {
			unlike.Rows = append(unlike.Rows, w.Questions)
			continue
		}
		groups = append(groups, Reasons{Heading: or(WarningText(w.Kind), w.Text), Rows: [][]string{w.Questions}, Look: true})
	}
	unlike.Heading = "Two answers disagree"
	if len(unlike.Rows) > 1 {
		unlike.Heading = "Some answers disagree"
	}
	var out []Reasons
	for _, g := range append(groups, unlike) {
		if len(g.Rows) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// reason is one question of why with its answer: the strand and the question's name, then the answer.
func reason(w Export, id string) (label, answer string, ok bool) {
	q := w.Result.Question(id)
	if q == nil {
		return "", "", false
	}
	return Capital(StrandName(&w.Result.Snapshot, q.Strand)) + ", " + q.Name(), Answer(q, w.Result.Interview.Answers[id]), true
}
