package content_test

import (
	"math"
	"slices"
	"testing"

	"waymark/stages"
)

type (
	question = stages.Question
	option   = stages.Option
)

func TestTheBankIsNeitherThinNorLong(t *testing.T) {
	if n := len(builtin(t).Questions); n < 48 || n > 60 {
		t.Errorf("%d questions on the path, and 48 to 60 are wanted", n)
	}
}

func TestEveryStrandHasAnAnswerForEveryLevel(t *testing.T) {
	c := builtin(t)
	for _, strand := range strandIDs(c) {
		for level := 1; level <= 5; level++ {
			if !slices.ContainsFunc(c.Questions, func(q question) bool { return q.Strand == strand && anchoredAt(q, level) }) {
				t.Errorf("no answer of %s speaks for level %d", strand, level)
			}
		}
	}
}

func anchoredAt(q question, level int) bool {
	return slices.ContainsFunc(q.Options, func(o stages.Option) bool { return near(o.Level, float64(level)) })
}

func near(a, b float64) bool { return math.Abs(a-b) <= 0.5 }

func TestEveryBoundaryIsToldByFourQuestionsOfThreeStrands(t *testing.T) {
	c := builtin(t)
	for k := 1; k < 5; k++ {
		questions, strands := 0, map[string]bool{}
		for _, q := range c.Questions {
			if tells(q, k) {
				questions++
				strands[q.Strand] = true
			}
		}
		if questions < 4 || len(strands) < 3 {
			t.Errorf("level %d is told from %d by %d questions of %d strands", k, k+1, questions, len(strands))
		}
	}
}

// tells reports whether a question has answers on both sides of the boundary k|k+1. With none of its
// boxes ticked, a checklist speaks for no level.
func tells(q question, k int) bool {
	below, above := q.Several(), false
	for _, o := range q.Options {
		below = below || o.Level <= float64(k)
		above = above || o.Level >= float64(k+1)
	}
	return below && above
}

func TestEveryBoundaryHasTwoQuestionsOfItsOwn(t *testing.T) {
	own := make([]int, len(builtin(t).Levels))
	for _, q := range builtin(t).Questions {
		own[q.Tells]++
		if q.Tells > 0 && !tells(q, q.Tells) {
			t.Errorf("%s is to tell level %d from %d and has no answer on one side", q.ID, q.Tells, q.Tells+1)
		}
	}
	for k, n := range own {
		if k > 0 && n < 2 {
			t.Errorf("%d questions were written to tell level %d from %d", n, k, k+1)
		}
	}
}

func TestEveryStrandHasEvidenceAndClaims(t *testing.T) {
	c := builtin(t)
	for _, strand := range strandIDs(c) {
		count := map[bool]int{}
		for _, q := range c.Questions {
			if q.Strand == strand {
				count[q.Evidence]++
			}
		}
		if count[true] < 2 || count[false] < 2 {
			t.Errorf("%s has %d questions of evidence and %d of claims", strand, count[true], count[false])
		}
	}
}

func TestEveryKindOfQuestionIsUsed(t *testing.T) {
	for _, kind := range stages.Kinds() {
		if !slices.ContainsFunc(builtin(t).Questions, func(q question) bool { return q.Kind == kind }) {
			t.Errorf("no question is a %s", kind)
		}
	}
}

func TestPairsAreMutualAndAnchoredAlike(t *testing.T) {
	c := builtin(t)
	byID := map[string]question{}
	for _, q := range c.Questions {
		byID[q.ID] = q
	}
	paired := 0
	for _, q := range c.Questions {
		if q.Pair == "" {
			continue
		}
		paired++
		partner := byID[q.Pair]
		if partner.Pair != q.ID {
			t.Errorf("%s is paired with %s, which is paired with %q", q.ID, q.Pair, partner.Pair)
		}
		if a, b := levels(q), levels(partner); !slices.EqualFunc(a, b, alike) {
			t.Errorf("%s is anchored at %v and its partner %s at %v", q.ID, a, q.Pair, b)
		}
	}
	if paired/2 < 4 {
		t.Errorf("%d pairs, and four at least are wanted", paired/2)
	}
}

// alike is near enough for anchors that a study set, rank by rank.
func alike(a, b float64) bool { return math.Abs(a-b) <= 1 }

func levels(q question) []float64 {
	at := make([]float64, len(q.Options))
	for i, o := range q.Options {
		at[i] = o.Level
	}
	slices.Sort(at)
	return at
}
