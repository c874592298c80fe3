package content_test

import (
	"strings"
	"testing"

	"waymark/stages"
)

// TestExamplesAreAsShortAndConcreteAsTheBuiltInContent holds the example ladders to the mechanical part of what
// CONTRIBUTING.md asks of content.
func TestExamplesAreAsShortAndConcreteAsTheBuiltInContent(t *testing.T) {
	for name, c := range examples(t) {
		for i := range c.Questions {
			exampleQuestion(t, name, &c.Questions[i])
		}
		for _, s := range c.Steps {
			for _, field := range []struct {
				name, text  string
				least, most int
			}{
				{"title", s.Title, 2, 9}, {"why", s.Why, 3, 35}, {"first", s.First, 5, 45}, {"with", s.With, 2, 15},
				{"leaves", s.Leaves, 2, 20}, {"worked", s.Worked, 3, 20}, {"no_chance", s.NoChance, 3, 45}, {"in_the_way", s.InTheWay, 3, 45},
			} {
				at := name + ", " + s.ID + ", " + field.name
				atMost(t, field.most, at, field.text)
				if words(field.text) < field.least {
					t.Errorf("%s says too little: %q", at, field.text)
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
		atMost(t, 14, at+", "+o.ID, o.Did)
		if strings.HasPrefix(o.Did, "Was ") {
			t.Errorf("%s, %s would become \"You was\": say got", at, o.ID)
		}
		if o.Did != "" && (!verb.MatchString(o.Did) || strings.HasSuffix(o.Did, ".") || person1.MatchString(o.Did)) {
			t.Errorf("%s, %s is no line for a CV: %q", at, o.ID, o.Did)
		}
	}
}
