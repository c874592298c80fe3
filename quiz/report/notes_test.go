package report_test

import (
	"strings"
	"testing"
	"time"

	"waymark/quiz/report"
	"waymark/quiz/session"
)

// log are so many notes, a day apart.
func log(n int) (out []session.Noted) {
	for i := range n {
		out = append(out, session.Noted{At: day.AddDate(0, 0, i), Text: "Note " + report.Number(i+1)})
	}
	return out
}

func TestNoteList(t *testing.T) {
	sydney := time.FixedZone("Sydney", 10*3600)
	notes := log(10)
	notes[0].Text = "A long one that has to be broken\x1b[31m"
	text := report.NoteList(notes, 30, day.In(sydney))
	if !strings.HasPrefix(text, " 1  13 March 2026: A long one\n    that has to be broken[31m\n 2  14 March 2026: Note two\n") || !strings.HasSuffix(text, "10  22 March 2026: Note ten\n") {
		t.Errorf("%q", text)
	}
	if got := report.NoteText(notes[1], day.In(sydney)); got != `"Note two", 14 March` {
		t.Error(got)
	}
}

// The plan tells the last five, and how many more there are. They leave the computer with the answers only.
func TestNotesOfThePlan(t *testing.T) {
	for n, want := range map[int]string{
		0: "", 1: "Your latest notes\n\n  - 12 March 2026: Note one\n",
		6: "Your latest notes\n\n  - 17 March 2026: Note six\n  - 16 March 2026: Note five\n  - 15 March 2026: Note four\n  - 14 March 2026: Note three\n  - 13 March 2026: Note two\n\n  There's one more note. To see it: waymark note\n",
		7: "There are two more notes. To see them: waymark note\n",
	} {
		e := report.Export{Plan: planned(0, 1), Notes: log(n)}
		var out strings.Builder
		if err := e.PlanText(&out, 70, day); err != nil || !strings.HasSuffix(out.String(), want) || strings.Contains(out.String(), "notes") != (n > 0) {
			t.Errorf("%d notes, %v:\n%s", n, err, out.String())
		}
	}
	e := exported(catalog(), example)
	e.Notes = log(1)
	for part, want := range map[string]int{"": 0, report.PartSurroundings: 0, report.PartAnswers: 1, report.AllParts: 1} {
		if got := len(e.With(part).Notes); got != want {
			t.Errorf("with %q %d notes", part, got)
		}
	}
}

// By its words a question or a step finds the notes that fit.
func TestWords(t *testing.T) {
	c := catalog()
	q := &c.Questions[0]
	q.Counts = "What counts"
	for _, want := range []string{q.Strand, q.Short, q.Ask, q.Counts, q.Options[0].Text, q.Options[4].Text} {
		if !strings.Contains(report.QuestionWords(q), want) {
			t.Errorf("no %q", want)
		}
	}
	s := advice("craft", 2)
	for _, want := range []string{s.Strand, s.Title, s.First, s.Leaves, s.Worked} {
		if !strings.Contains(report.StepWords(s), want) {
			t.Errorf("no %q", want)
		}
	}
}
