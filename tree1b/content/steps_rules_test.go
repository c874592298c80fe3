package content_test

import (
	"strings"
	"testing"

	"waymark/stages"
)

func TestStepsAreShort(t *testing.T) {
	for _, s := range builtin(t).Steps {
		for _, f := range stepTexts(s) {
			atMost(t, f.most, s.ID+", "+f.name, f.text)
		}
	}
}

func TestStepsHaveAllTheirFields(t *testing.T) {
	for _, s := range builtin(t).Steps {
		for _, f := range stepTexts(s) {
			if words(f.text) < 2 {
				t.Errorf("%s says too little for %s: %q", s.ID, f.name, f.text)
			}
		}
	}
}

// stepText is one of the texts that every step has, and how many words it may have at most.
type stepText struct {
	name, text string
	most       int
}

func stepTexts(s stages.Step) []stepText {
	return []stepText{{"title", s.Title, 9}, {"why", s.Why, 35}, {"first", s.First, 45}, {"with", s.With, 15},
		{"leaves", s.Leaves, 20}, {"worked", s.Worked, 20}, {"no_chance", s.NoChance, 45}, {"in_the_way", s.InTheWay, 45}}
}

func TestEveryStrandHasThreeStepsToEachLevel(t *testing.T) {
	c := builtin(t)
	for _, strand := range strandIDs(c) {
		for level := 2; level <= 5; level++ {
			if n := countSteps(c, strand, stages.Reach, level); n < 3 {
				t.Errorf("%s has %d steps to level %d", strand, n, level)
			}
		}
	}
}

func TestEveryStrandHasTwoStepsForGivingAndTwoForGrowingWider(t *testing.T) {
	c := builtin(t)
	for _, strand := range strandIDs(c) {
		if n := countSteps(c, strand, stages.Keep, 5); n < 2 {
			t.Errorf("%s has %d steps to keep giving at level %d", strand, n, 5)
		}
		if n := countSteps(c, strand, stages.Widen, 1); n < 2 {
			t.Errorf("%s has %d steps to grow wider at level 1", strand, n)
		}
	}
}

func countSteps(c *stages.Catalog, strand string, purpose stages.Purpose, level int) int {
	n := 0
	for _, s := range c.Steps {
		if s.Strand == strand && s.Purpose == purpose && s.Level == level {
			n++
		}
	}
	return n
}

func TestStepIDsNameTheirStrand(t *testing.T) {
	for _, s := range builtin(t).Steps {
		rest, ok := strings.CutPrefix(s.ID, s.Strand+"-")
		if !ok || !speaking.MatchString(rest) {
			t.Errorf("the id %q is not %q and words", s.ID, s.Strand+"-")
		}
	}
}

func TestNoTwoStepsShareATitleOrAFirstAction(t *testing.T) {
	titles, firsts := map[string]string{}, map[string]string{}
	for _, s := range builtin(t).Steps {
		notAgain(t, titles, s.ID, s.Title)
		notAgain(t, firsts, s.ID, opening(s.First))
		notAgain(t, firsts, s.ID, opening(s.NoChance))
		notAgain(t, firsts, s.ID, opening(s.InTheWay))
	}
}

func notAgain(t *testing.T, seen map[string]string, id, text string) {
	t.Helper()
	key := strings.ToLower(text)
	if other, ok := seen[key]; ok {
		t.Errorf("%s says what %s says: %q", id, other, text)
	}
	seen[key] = id
}

// opening returns the words by which two actions are told apart.
func opening(text string) string {
	const enough = 10
	all := strings.Fields(text)
	return strings.Join(all[:min(enough, len(all))], " ")
}

func TestReadingsHaveTitleAuthorAndYear(t *testing.T) {
	for _, s := range builtin(t).Steps {
		for _, r := range s.Read {
			if r.Title == "" || r.Author == "" || r.Year < 1950 || r.Year > 2026 {
				t.Errorf("%s names a reading that cannot be looked up: %+v", s.ID, r)
			}
		}
	}
}

func TestAReadingIsNamedAlikeWhereverItIs(t *testing.T) {
	seen := map[string]stages.Reference{}
	for _, s := range builtin(t).Steps {
		for _, r := range s.Read {
			if other, ok := seen[r.Title]; ok && other != r {
				t.Errorf("%s names %+v, which is %+v elsewhere", s.ID, r, other)
			}
			seen[r.Title] = r
		}
	}
}
