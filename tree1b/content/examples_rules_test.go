package content_test

import (
	"strings"
	"testing"

	"waymark/stages"
)

// TestExamplesAreAsShortAndConcreteAsTheBuiltInContent holds the example ladders to the mechanical part of what
// CONTRIBUTING.md asks of content.
func TestExamplesAreAsShortAndConcreteAsTheBuiltInContent(t *testing.T) {
	least := map[string]int{"title": 2, "why": 3, "first": 5, "with": 2, "leaves": 2, "worked": 3, "no_chance": 3, "in_the_way": 3}
	for name, c := range examples(t) {
		for i := range c.Questions {
			exampleQuestion(t, name, &c.Questions[i])
		}
		for _, s := range c.Steps {
			for _, f := range stepTexts(s) {
				at := name + ", " + s.ID + ", " + f.name
				atMost(t, f.most, at, f.text)
				if words(f.text) < least[f.name] {
					t.Errorf("%s says too little: %q", at, f.text)
				}
			}
		}
		for _, strand := range strandIDs(c) {
			for level := 2; level <= len(c.Levels); level++ {
				if countSteps(c, strand, stages.Reach, level) == 0 {
					t.Errorf("%s: no step leads to level %d of %s", name, level, strand)
				}
			}
		}
	}
}

func exampleQuestion(t *testing.T, name string, q *stages.Question) {
	t.Helper()
	at := name + ", " + q.ID
	atMost(t, 25, at, q.Ask)
	if m := trait.FindString(q.Ask) + rating.FindString(q.Ask); m != "" {
		t.Errorf("%s asks for a trait or agreement with %q: %s", at, m, q.Ask)
	}
	if q.Why == "" || q.Counts == "" || q.CountsNot == "" {
		t.Errorf("%s doesn't say why it's asked, what would count and what wouldn't", at)
	}
	for _, o := range q.Options {
		atMost(t, 20, at+", "+o.ID, o.Text)
		if strings.HasPrefix(o.Did, "Was ") {
			t.Errorf("%s, %s would become \"You was\": say got", at, o.ID)
		}
		lineForACV(t, at+", "+o.ID, o.Did)
	}
}
