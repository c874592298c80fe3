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

// NewExport is made of the last result of each assessment, and the plan. It reports
// whether there is a result of the stages assessment, without which there is nothing to tell.
func NewExport(last map[string]session.Result, plan session.Plan) (Export, bool) {
	e := Export{Schema: 1, Surveys: []session.Result{}, Plan: plan}
	if e.Plan.Items == nil {
		e.Plan.Items = []session.Item{}
	}
	for _, assessment := range []string{stages.Crossroads, stages.Surroundings} {
		if r, taken := last[assessment]; taken {
			e.Surveys = append(e.Surveys, r)
		}
	}
	result, there := last[stages.Stages]
	e.Result = result
	return e, there
}

// JSON writes the whole as machines read it.
func (e Export) JSON(out io.Writer) error {
	e.Result.Placement = WithWarningTexts(e.Result.Placement)
	enc := json.NewEncoder(out)
	enc.SetIndent("", "  ")
	return enc.Encode(e)
}

// placed is the result of the stages assessment, or nil where only surveys were taken.
func (e Export) placed() *stages.Placement {
	if e.Result.Placement.Assessment == "" {
		return nil
	}
	return &e.Result.Placement
}

func (e Export) survey(assessment string) (session.Result, bool) {
	i := slices.IndexFunc(e.Surveys, func(r session.Result) bool { return r.Assessment == assessment })
	if i < 0 {
		return session.Result{}, false
	}
	return e.Surveys[i], true
}

// HeldBack reports whether a gap along a strand may be about the place, as far as the surroundings were
// looked at.
func (e Export) HeldBack(strand string) bool {
	r, taken := e.survey(stages.Surroundings)
	return taken && slices.Contains(r.Snapshot.Surroundings.Affected(*r.Scores), strand)
}

// PlaceSays tells how many of the gaps to work on may be about the place.
func (e Export) PlaceSays() string {
	about := 0
	for _, n := range e.Result.Placement.Next {
		if e.HeldBack(n.Strand) {
			about++
		}
	}
	return AboutThePlace(about, len(e.Result.Placement.Next))
}

// Because names the answer that led to a step, in the person's own words.
func Because(r session.Result, n stages.NextStep) string {
	for _, id := range n.Because {
		q := r.Question(id)
		a, answered := r.Interview.Answers[id]
		switch {
		case q == nil || !answered:
			continue
		case a.Skip != "":
			return fmt.Sprintf("You skipped \"%s\".", q.Name())
		}
		return fmt.Sprintf("You answered \"%s\" to \"%s\".", Answer(q, a), q.Name())
	}
	return ""
}

// StepWhy says why a step is advised: the answer that led to it, what the step is for, and whether the
// place may be in the way.
func (e Export) StepWhy(a session.Advised) string {
	why := strings.TrimSpace(Because(e.Result, a.NextStep) + " " + a.Words.Why)
	if e.HeldBack(a.Strand) {
		why += " Your surroundings say that this gap may be about the place."
	}
	return why
}
