package report

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"waymark/quiz/journal"
	"waymark/stages"
)

// Whole is all that a person takes along: the last result, the surveys where they were taken, and the
// plan. Its JSON is the export: fields may be added, never renamed or removed.
type Whole struct {
	Schema  int              `json:"schema"`
	Result  journal.Record   `json:"result"`
	Surveys []journal.Record `json:"surveys"`
	Plan    journal.Plan     `json:"plan"`
}

// Gather takes the last of each assessment from the results in a journal, the oldest first. It
// reports whether there is a result of the stages assessment, without which there is nothing to tell.
func Gather(results []journal.Record, plan journal.Plan) (Whole, bool) {
	w := Whole{Schema: 1, Surveys: []journal.Record{}, Plan: plan}
	if w.Plan.Items == nil {
		w.Plan.Items = []journal.Item{}
	}
	last := map[string]journal.Record{}
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
func (w Whole) JSON(out io.Writer) error {
	enc := json.NewEncoder(out)
	enc.SetIndent("", "  ")
	return enc.Encode(w)
}

// Find returns the question with an id, in the words in which it was asked, or nil.
func (w Whole) Find(id string) *stages.Question {
	for i := range w.Result.Said.Questions {
		if q := &w.Result.Said.Questions[i]; q.ID == id {
			return q
		}
	}
	return nil
}

// placed is the result of the stages assessment, or nil where only surveys were taken.
func (w Whole) placed() *stages.Result {
	if w.Result.Result.Assessment == "" {
		return nil
	}
	return &w.Result.Result
}

func (w Whole) survey(assessment string) (journal.Record, bool) {
	i := slices.IndexFunc(w.Surveys, func(r journal.Record) bool { return r.Assessment == assessment })
	if i < 0 {
		return journal.Record{}, false
	}
	return w.Surveys[i], true
}

// HeldUp reports whether a gap along a strand may be about the place, as far as the surroundings were
// looked at.
func (w Whole) HeldUp(strand string) bool {
	r, taken := w.survey(stages.Surroundings)
	return taken && slices.Contains(r.Said.Surroundings.Held(*r.Survey), strand)
}

// PlaceSays tells how many of the gaps to work on may be about the place.
func (w Whole) PlaceSays() string {
	about := 0
	for _, n := range w.Result.Result.Next {
		if w.HeldUp(n.Strand) {
			about++
		}
	}
	return AboutThePlace(about, len(w.Result.Result.Next))
}

// Because names the answer that led to a step, in the person's own words.
func Because(r journal.Record, n stages.NextStep) string {
	for _, id := range n.Because {
		i := slices.IndexFunc(r.Said.Questions, func(q stages.Question) bool { return q.ID == id })
		a, answered := r.Interview.Answers[id]
		switch {
		case i < 0 || !answered:
			continue
		case a.Skip != "":
			return fmt.Sprintf("You skipped \"%s\".", r.Said.Questions[i].Name())
		}
		q := &r.Said.Questions[i]
		return fmt.Sprintf("You answered \"%s\" to \"%s\".", Answer(q, a), q.Name())
	}
	return ""
}

// StepWhy says why a step is advised: the answer that led to it, what the step is for, and whether the
// place may be in the way.
func (w Whole) StepWhy(n stages.NextStep, s *stages.Step) string {
	why := strings.TrimSpace(Because(w.Result, n) + " " + s.Why)
	if w.HeldUp(n.Strand) {
		why += " Your surroundings say that this gap may be about the place."
	}
	return why
}
