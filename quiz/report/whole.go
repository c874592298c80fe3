package report

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"waymark/quiz/session"
	"waymark/stages"
)

// Export is all that a person takes along: the last result, the surveys where they were taken, and the
// plan. Its JSON is the export: fields may be added, never renamed or removed.
type Export struct {
	Schema  int              `json:"schema"`
	Result  session.Result   `json:"result"`
	Surveys []session.Result `json:"surveys"`
	Plan    session.Plan     `json:"plan"`
}

// NewExport takes the last of each assessment from the results in a journal, the oldest first. It
// reports whether there is a result of the stages assessment, without which there is nothing to tell.
func NewExport(results []session.Result, plan session.Plan) (Export, bool) {
	w := Export{Schema: 1, Surveys: []session.Result{}, Plan: plan}
	if w.Plan.Items == nil {
		w.Plan.Items = []session.Item{}
	}
	last := map[string]session.Result{}
	for _, r := range results {
		last[r.Assessment] = r
	}
	for _, assessment := range []string{stages.Crossroads, stages.Surroundings} {
		if r, taken := last[assessment]; taken {
			w.Surveys = append(w.Surveys, r)
		}
	}
	result, there := last[stages.Stages]
	w.Result = result
	return w, there
}

// JSON writes the whole as machines read it.
func (w Export) JSON(out io.Writer) error {
	enc := json.NewEncoder(out)
	enc.SetIndent("", "  ")
	w.Result.Placement = WithWarningTexts(w.Result.Placement)
	return enc.Encode(w)
}

// Find returns the question with an id, in the words in which it was asked, or nil.
func (w Export) Find(id string) *stages.Question {
	for i := range w.Result.Snapshot.Questions {
		if q := &w.Result.Snapshot.Questions[i]; q.ID == id {
			return q
		}
	}
	return nil
}

// placed is the result of the stages assessment, or nil where only surveys were taken.
func (w Export) placed() *stages.Placement {
	if w.Result.Placement.Assessment == "" {
		return nil
	}
	return &w.Result.Placement
}

func (w Export) survey(assessment string) (session.Result, bool) {
	i := slices.IndexFunc(w.Surveys, func(r session.Result) bool { return r.Assessment == assessment })
	if i < 0 {
		return session.Result{}, false
	}
	return w.Surveys[i], true
}

// HeldUp reports whether a gap along a strand may be about the place, as far as the surroundings were
// looked at.
func (w Export) HeldUp(strand string) bool {
	r, taken := w.survey(stages.Surroundings)
	return taken && slices.Contains(r.Snapshot.Surroundings.Affected(*r.Survey), strand)
}

// PlaceSays tells how many of the gaps to work on may be about the place.
func (w Export) PlaceSays() string {
	about := 0
	for _, n := range w.Result.Placement.Next {
		if w.HeldUp(n.Strand) {
			about++
		}
	}
	return AboutThePlace(about, len(w.Result.Placement.Next))
}

// Because names the answer that led to a step, in the person's own words.
func Because(r session.Result, n stages.NextStep) string {
	for _, id := range n.Because {
		i := slices.IndexFunc(r.Snapshot.Questions, func(q stages.Question) bool { return q.ID == id })
		a, answered := r.Interview.Answers[id]
		switch {
		case i < 0 || !answered:
			continue
		case a.Skip != "":
			return fmt.Sprintf("You skipped \"%s\".", r.Snapshot.Questions[i].Name())
		}
		q := &r.Snapshot.Questions[i]
		return fmt.Sprintf("You answered \"%s\" to \"%s\".", Answer(q, a), q.Name())
	}
	return ""
}

// StepWhy says why a step is advised: the answer that led to it, what the step is for, and whether the
// place may be in the way.
func (w Export) StepWhy(n stages.NextStep, s *stages.Step) string {
	why := strings.TrimSpace(Because(w.Result, n) + " " + s.Why)
	if w.HeldUp(n.Strand) {
		why += " Your surroundings say that this gap may be about the place."
	}
	return why
}
