package content_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"waymark/stages"
)

func TestStrengthsSpeakToEveryReader(t *testing.T) {
	for _, s := range builtin(t).Strengths {
		for _, reader := range stages.Readers() {
			if s.Shows[reader] == "" || s.CV[reader] == "" {
				t.Errorf("%s says nothing to the reader %s", name(s), reader)
			}
			if n := strings.Count(s.CV[reader], "{evidence}"); n != 1 || !strings.HasSuffix(s.CV[reader], ": {evidence}") {
				t.Errorf("%s, for %s, does not end with the evidence: %q", name(s), reader, s.CV[reader])
			}
		}
		if !strings.HasPrefix(s.You, "You ") {
			t.Errorf("%s does not speak to the person: %q", name(s), s.You)
		}
	}
}

func TestNoTwoStrengthsAreSaidAlike(t *testing.T) {
	seen := map[string]string{}
	for _, s := range builtin(t).Strengths {
		notAgain(t, seen, name(s), s.You)
		for _, texts := range []map[string]string{s.Shows, s.CV} {
			for _, reader := range stages.Readers() {
				notAgain(t, seen, name(s)+", "+reader, texts[reader])
			}
		}
	}
}

// noDeed are answers that name nothing the person did, though they are not the lowest to their questions.
var noDeed = []string{"reach-delivered closed", "trust-after-the-end none"}

// Every answer about an event shows something, but for the lowest to each question.
func TestEveryEventShowsSomething(t *testing.T) {
	c := builtin(t)
	for i := range c.Questions {
		q := &c.Questions[i]
		low := float64(stages.Levels)
		for _, o := range q.Options {
			low = min(low, o.Level)
		}
		for _, o := range q.Options {
			if !q.Evidence || o.Level == low && !q.Several() || slices.Contains(noDeed, q.ID+" "+o.ID) {
				continue
			}
			if len(c.Shown(stages.Answers{q.ID: {Options: []string{o.ID}}}, q.Strand)) == 0 {
				t.Errorf("%s %s shows nothing: %s", q.ID, o.ID, o.Text)
			}
		}
	}
}

func name(s stages.Strength) string {
	return fmt.Sprintf("%q (%s, level %d)", s.You, s.Strand, s.Level)
}
