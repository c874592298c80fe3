package report_test

import (
	"strings"
	"testing"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

func TestAnswer(t *testing.T) {
	one, several := ladder("craft", 1), boxes("craft")
	picked := func(ids ...string) stages.Answer { return stages.Answer{Options: ids} }
	for _, row := range []struct {
		question stages.Question
		answer   stages.Answer
		words    string
	}{
		{one, picked("at-2"), "answer at 2"},
		{several, picked("box-1", "box-3"), "A thing that stays, of 1; A thing that stays, of 3"},
		{several, picked(), "none of these yet"},
		{several, stages.Answer{}, "none of these yet"},
		{one, stages.Answer{Skip: stages.NoChance}, "skipped (no chance yet)"},
		{several, stages.Answer{Skip: stages.NotMyRole}, "skipped (not my role)"},
		{one, stages.Answer{Skip: stages.Unsure}, "skipped (not sure)"},
		// the content has changed since
		{one, picked("renamed"), "an answer that's no longer offered"},
		{one, picked(), "an answer that's no longer offered"},
		{several, picked("renamed"), "an answer that's no longer offered"},
		{several, picked("renamed", "box-3"), "A thing that stays, of 3"},
	} {
		if got := report.Answer(&row.question, row.answer); got != row.words {
			t.Errorf("%s, %+v: %q, want %q", row.question.Kind, row.answer, got, row.words)
		}
	}
}

func TestTaken(t *testing.T) {
	a, skip := stages.Answer{Options: []string{"a"}}, stages.Answer{Skip: stages.Unsure}
	for words, answers := range map[string]stages.Answers{
		"0 answers": nil, "1 answer": {"x": a}, "2 answers": {"x": a, "y": a},
		"1 answer, 2 skipped": {"x": a, "y": skip, "z": skip}, "0 answers, 1 skipped": {"x": skip},
	} {
		if got := report.Taken(answers); got != words {
			t.Errorf("%q, want %q", got, words)
		}
	}
}

func TestSkipReason(t *testing.T) {
	for skip, words := range map[stages.Skip]string{stages.NoChance: "I never had the chance", stages.NotMyRole: "It's not part of my role", stages.Unsure: "I'm not sure"} {
		if got := report.SkipReason(skip); got != words {
			t.Errorf("%s: %q, want %q", skip, got, words)
		}
	}
}

func TestWouldCount(t *testing.T) {
	q := stages.Question{Counts: "A mail.", CountsIn: map[string]string{"support": "A call."}}
	for work, words := range map[string]string{"support": "A call.", "consulting": "A mail.", "": "A mail."} {
		if got := report.WouldCount(&q, work); got != words {
			t.Errorf("%q: %q, want %q", work, got, words)
		}
	}
}

// The appendix has the words that were on the screen, in full.
func TestAppendix(t *testing.T) {
	c := catalog()
	c.Questions[0].Options[4].Text = "I did it all!"
	r := session.Result{Snapshot: *c}
	r.Snapshot.Questions = []stages.Question{c.Questions[0], c.Questions[2], c.Questions[3], c.Questions[6]}
	for id, a := range map[string]stages.Answer{"craft-1": {Options: []string{"at-5"}, Evidence: "In Lyon"}, "craft-boxes": {Options: []string{"box-1", "box-2"}},
		"customer-1": {Options: []string{"renamed"}}, "design-1": {Skip: stages.Unsure}} {
		r.Interview = r.Interview.With(id, a)
	}
	e, _ := report.NewExport(map[string]session.Result{stages.Stages: r}, session.Plan{})
	var out strings.Builder
	if err := e.Markdown(&out); err != nil {
		t.Fatal(err)
	}
	_, got, _ := strings.Cut(out.String(), "## Appendix: your answers\n")
	want := `
### Craft

- **The last time a customer insisted on a design you expected to fail, what happened?** I did it all!

  > In Lyon

- **Which of these did you leave with a customer in the last year?** A thing that stays, of 1. A thing that stays, of 2.

### Customer

- **The last time a customer insisted on a design you expected to fail, what happened?** An answer that's no longer offered.

### Design

- **The last time a customer insisted on a design you expected to fail, what happened?** Skipped (not sure).
`
	if got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}
