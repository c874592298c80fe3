package content_test

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"testing"
	"time"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// pagesOf are a person's export and evidence as pages: with two results before the last one, a plan that's under way,
// and an example on every fourth answer.
func pagesOf(t *testing.T, e report.Export) (page, evidence []byte) {
	t.Helper()
	now := time.Date(2026, 3, 12, 17, 30, 0, 0, time.UTC)
	e.Result.Saved = now
	for i := range e.Surveys {
		e.Surveys[i].Saved = now
	}
	e = withHistory(e, stages.NewBank(builtin(t)), now)
	for i, s := range e.Result.Advised() {
		item := session.Item{Step: *s.Words, Added: now.AddDate(0, -2, 0)}
		if i == 0 {
			item.Done, item.Evidence = &now, "Showed the design to both leads; they asked for it again."
		}
		e.Plan.Items = append(e.Plan.Items, item)
	}
	e.Plan.Mentor = "Ruth, next talk on 10 April"
	var whole, noted bytes.Buffer
	if err := errors.Join(e.With(report.AllParts).HTML(&whole), report.NewEvidence(e, []session.Noted{{At: e.Result.Saved, Text: "Storage review"}}).HTML(&noted)); err != nil {
		t.Fatal(err)
	}
	return whole.Bytes(), noted.Bytes()
}

// withHistory is an export with two results before the last one, and an example on every fourth answer.
func withHistory(e report.Export, bank *stages.Bank, now time.Time) report.Export {
	for i, id := range e.Result.Interview.Asked {
		if a := e.Result.Interview.Answers[id]; i%4 == 0 && a.Skip == "" {
			a.Evidence = fmt.Sprintf("The storage review in June, number %d: 14 sites, two of them new.\nTheir operations lead was there.", i)
			e.Result.Interview.Answers[id] = a
		}
	}
	for i, every := range []int{2, 3} { // with fewer answers one option lower
		a := e.Result.Attempt
		a.Interview.Answers = maps.Clone(a.Interview.Answers)
		for n, id := range a.Interview.Asked {
			if n%every == 0 {
				a.Interview.Answers[id] = lower(e.Result.Question(id), a.Interview.Answers[id])
			}
		}
		e.Earlier = append(e.Earlier, a.Score(bank, nil, now.AddDate(0, 5*i-9, 3*i)))
	}
	return e
}

// lower is the answer below the one that was given, or one box less.
func lower(q *stages.Question, a stages.Answer) stages.Answer {
	if q.Several() {
		a.Options = a.Options[:max(0, len(a.Options)-1)]
		return a
	}
	below := (*stages.Option)(nil)
	for _, id := range a.Options {
		for i := range q.Options {
			if o := &q.Options[i]; o.Level < q.Option(id).Level && (below == nil || o.Level > below.Level) {
				below = o
			}
		}
	}
	if below != nil {
		a.Options = []string{below.ID}
	}
	return a
}
