package content_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"waymark/stages"
)

func TestStrengthsSpeakToEveryReader(t *testing.T) {
	seen := map[string]string{}
	for _, s := range builtin(t).Strengths {
		for _, reader := range stages.Readers() {
			if s.Shows[reader] == "" {
				t.Errorf("%s says nothing to the reader %s", name(s), reader)
			}
			notAgain(t, seen, name(s)+", "+reader, s.Shows[reader])
		}
	}
}

// verb matches how a line for a CV begins: with a capital, and no "I" or "you" before or after. The same words
// come after "You" elsewhere, so wasNot matches what can't: "You was".
var (
	verb   = regexp.MustCompile(`^[A-Z][a-z-]+,? `)
	wasNot = regexp.MustCompile(`^(Was|Is|Has) `)
)

func TestDeedsAreLinesForACV(t *testing.T) {
	for _, q := range builtin(t).Questions {
		for _, o := range q.Options {
			lineForACV(t, q.ID+" "+o.ID, o.Did)
			if strings.Contains(o.Did, " or ") {
				t.Errorf("%s %s leaves open in a CV what was done: %q", q.ID, o.ID, o.Did)
			}
			if wasNot.MatchString(o.Did) {
				t.Errorf("%s %s can't come after \"You\": %q", q.ID, o.ID, o.Did)
			}
		}
	}
}

// lineForACV holds what an answer says was done, if anything, to the form of a line for a CV.
func lineForACV(t *testing.T, at, did string) {
	t.Helper()
	atMost(t, 14, at, did)
	if did != "" && (!verb.MatchString(did) || strings.HasSuffix(did, ".") || person1.MatchString(did)) {
		t.Errorf("%s is no line for a CV: %q", at, did)
	}
}

var person1 = regexp.MustCompile(`(?i)\b(I|my|me|you|your)\b`)

// noDeed are answers that name nothing the person did, though they are not the lowest to their questions.
var noDeed = []string{"reach-delivered closed", "trust-after-the-end none"}

// Every answer about an event shows something, but for the lowest to each question.
func TestEveryEventShowsSomething(t *testing.T) {
	c := builtin(t)
	for i := range c.Questions {
		q := &c.Questions[i]
		low := float64(5)
		for _, o := range q.Options {
			low = min(low, o.Level)
		}
		for _, o := range q.Options {
			if !q.Evidence || o.Level == low && !q.Several() || slices.Contains(noDeed, q.ID+" "+o.ID) {
				continue
			}
			shown := c.Shown(stages.Answers{q.ID: {Options: []string{o.ID}}}, q.Strand)
			if len(shown) == 0 || shown[0].Strength == nil {
				t.Errorf("%s %s shows nothing: %s", q.ID, o.ID, o.Text)
			}
		}
	}
}

func name(s stages.Strength) string {
	return fmt.Sprintf("%s, level %d, on %v", s.Strand, s.Level, s.On)
}
