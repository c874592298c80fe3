package stages

import (
	"slices"
	"testing"
)

func TestNeedsHold(t *testing.T) {
	c := PlainCatalog()
	c.Levels[1].Needs = []string{"s2"}
	c.Levels[3].Needs = []string{"s1"}
	b := NewBank(c)
	for _, x := range []struct {
		name    string
		answer  func(q *Question) Answer
		held    int
		speaks  int
		strands []string
	}{
		{"met", func(*Question) Answer { return at(4) }, 4, 4, nil},
		{"design far behind", func(q *Question) Answer {
			if q.Strand == "s1" {
				return at(2)
			}
			return at(5)
		}, 3, 5, []string{"s1"}},
		{"never had the chance", func(q *Question) Answer {
			if q.Strand == "s2" {
				return Answer{Skip: NoChance}
			}
			return at(4)
		}, 1, 4, []string{"s2"}},
	} {
		var iv Interview
		for i := range b.items {
			iv = iv.With(b.items[i].question.ID, x.answer(b.items[i].question))
		}
		r := b.Place(iv)
		if *r.Level != x.held || *r.SpeaksFor != x.speaks {
			t.Errorf("%s: level %d, speaks for %d", x.name, *r.Level, *r.SpeaksFor)
		}
		if (r.HeldBy == nil) != (x.strands == nil) ||
			r.HeldBy != nil && (r.HeldBy.Cap != CapNeeds || !slices.Equal(r.HeldBy.Strands, x.strands)) {
			t.Errorf("%s: held by %+v", x.name, r.HeldBy)
		}
	}
}

func TestSpikes(t *testing.T) {
	b := NewBank(PlainCatalog())
	r := b.Place(answering(b, func(_ int, q *Question) int { return 2 + 3*count(q.Strand == "s6") }))
	if *r.Level != 2 || r.Strands[5].Spike < 2 || r.Strands[0].Spike != 0 {
		t.Errorf("level %d, strands %+v", *r.Level, r.Strands)
	}
}

// The cumulative cap asks for half of the strands at the level and none far below it.
func TestCumulativeHolds(t *testing.T) {
	b := NewBank(PlainCatalog())
	for _, c := range []struct {
		strands [6]int
		ceiling int
	}{
		{[6]int{4, 4, 4, 4, 4, 4}, 4},
		{[6]int{5, 5, 5, 4, 4, 4}, 5},
		{[6]int{5, 5, 3, 3, 3, 3}, 4},
		{[6]int{5, 5, 5, 5, 5, 1}, 3},
		{[6]int{5, 5, 5, 5, 3, 3}, 4},
		{[6]int{1, 1, 1, 1, 5, 5}, 1},
	} {
		rs := b.collect(answering(b, func(i int, _ *Question) int { return c.strands[i/4] }))
		if got := b.judge(rs).ceiling(CapCumulative); got != c.ceiling {
			t.Errorf("%v: at most %d, want %d", c.strands, got, c.ceiling)
		}
	}
}
