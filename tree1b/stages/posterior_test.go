package stages

import (
	"fmt"
	"math"
	"slices"
	"testing"
)

func TestCheckVectors(t *testing.T) {
	for _, c := range []struct {
		fours int
		want  [plainLevels]float64
	}{
		{1, [plainLevels]float64{.0138, .0713, .2241, .3547, .3362}},
		{12, [plainLevels]float64{0, 0, .0103, .6964, .2932}},
	} {
		b := NewBank(PlainCatalog())
		var iv Interview
		for i := range c.fours {
			// Questions 1–6 on strands 0–5, then again.
			iv = iv.With(fmt.Sprintf("s%d-q%d", i%6+1, i/6+1), at(4))
		}
		v := b.judge(b.collect(iv))
		for l, want := range c.want {
			if math.Abs(v.level[l]-want) > 5e-5 {
				t.Errorf("%d fours: P = %.4f, want %.4f", c.fours, v.level, c.want)
				break
			}
		}
	}
}

func TestCurves(t *testing.T) {
	c := curve{.1, .2, .3, .4, 0}
	for k, want := range map[int]float64{-1: 1, 1: 1, 2: .9, 3: .7, 4: .4, 5: 0, 6: 0} {
		if got := c.from(k); math.Abs(got-want) > 1e-12 {
			t.Errorf("P(level ≥ %d) = %v, want %v", k, got, want)
		}
	}
	if got := c.mean(); math.Abs(got-3) > 1e-12 {
		t.Errorf("mean %v, want 3", got)
	}
	for level, want := range map[float64]float64{1: .1, 1.5: .15, 4: .4, 4.75: .1, 5: 0} {
		if got := c.at(level); math.Abs(got-want) > 1e-12 {
			t.Errorf("at %v: %v, want %v", level, got, want)
		}
	}
}

// Of levels that are as probable as rounding can tell, the lower one counts.
func TestMode(t *testing.T) {
	for _, c := range []struct {
		p    curve
		want int
	}{
		{curve{0, .2, .5, .3, 0}, 3}, {curve{0, .5, .5, 0, 0}, 2}, {curve{0, .5, .5 + 1e-12, 0, 0}, 2},
		{curve{0, .499, .501, 0, 0}, 3}, {curve{.2, .2, .2, .2, .2}, 1}, {curve{0, 0, 0, 0, 1}, 5},
	} {
		if got := c.p.mode(); got != c.want {
			t.Errorf("%v: %d, want %d", c.p, got, c.want)
		}
	}
}

// The same answers give the same placement to the last bit, though maps have no order.
func TestPlacingRepeats(t *testing.T) {
	rng := rngFor(17)
	b := NewBank(PlainCatalog())
	iv := answering(b, func(int, *Question) int { return 1 + rng.IntN(plainLevels) })
	first := b.Place(iv)
	for range 30 {
		shuffled := Interview{Seed: iv.Seed, Asked: iv.Asked, Answers: Answers{}}
		for _, i := range rng.Perm(len(iv.Asked)) {
			shuffled.Answers[iv.Asked[i]] = iv.Answers[iv.Asked[i]]
		}
		if again := b.Place(shuffled); !slices.Equal(again.Posterior, first.Posterior) || !slices.Equal(again.Held, first.Held) {
			t.Fatalf("%v, then %v", first.Held, again.Held)
		}
	}
	if got := b.collect(iv).answers; !slices.IsSortedFunc(got, func(x, y answered) int { return x.index - y.index }) {
		t.Error("answers are not in the bank's order")
	}
}
