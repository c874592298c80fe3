package stages

import (
	"math"
	"testing"
)

// ladder is a question of the first strand whose options have the anchors, as a bank compiles it.
func ladder(anchors ...float64) item {
	q := &Question{ID: "q", Kind: Ladder}
	for _, a := range anchors {
		q.Options = append(q.Options, Option{Level: a})
	}
	return compile(q, 0)
}

// Support asks for 40 % of the answers that could speak for a level, from half a level below it.
func TestSupport(t *testing.T) {
	full, low, flat := ladder(1, 2, 3, 3.4, 3.5, 4, 5), ladder(1, 2, 3), ladder(4, 4)
	said := func(it *item, anchor float64, n int) (out []answered) {
		for r, a := range it.anchor {
			for range n {
				if a == anchor {
					out = append(out, answered{it, 0, r})
				}
			}
		}
		return out
	}
	all := func(groups ...[]answered) (out []answered) {
		for _, g := range groups {
			out = append(out, g...)
		}
		return out
	}
	for _, c := range []struct {
		name    string
		answers []answered
		ceiling int
	}{
		{"2 of 5", all(said(&full, 4, 2), said(&full, 2, 3)), 4},
		{"3 of 8", all(said(&full, 4, 3), said(&full, 2, 5)), 2},
		{"half a level below", said(&full, 3.5, 2), 4},
		{"further below", said(&full, 3.4, 2), 3},
		{"questions that reach 3 say nothing against 4", all(said(&full, 4, 2), said(&low, 3, 8)), 4},
		{"nor for it", said(&low, 3, 8), 3},
		{"questions that are not scored support nothing", all(said(&full, 2, 3), said(&flat, 4, 2)), 2},
		{"the lowest level needs none", said(&full, 1, 3), 1},
	} {
		var s supports
		for _, g := range c.answers {
			s.count(g.item, g.response, 1)
		}
		if got := s.supportCap(plainLevels); got != c.ceiling {
			t.Errorf("%s: at most %d, want %d", c.name, got, c.ceiling)
		}
	}
}

// The share that supports a level turns into certainty around 40 %, and a probability around the bound of its cap.
func TestTermsOfCertainty(t *testing.T) {
	for share, want := range map[float64]float64{0: 0, .2: 0, .3: .25, .4: .5, .5: .75, .6: 1, 1: 1} {
		if got := ramp(share); math.Abs(got-want) > 1e-9 {
			t.Errorf("a support of %v gives %v, want %v", share, got, want)
		}
	}
	for _, c := range [][3]float64{{0, .2, 0}, {.2, .2, .5}, {.06, .06, .5}, {.5, .2, .8}, {.5, .06, .94}, {1, .2, 1}} {
		if got := standing(c[0], c[1]); math.Abs(got-c[2]) > 1e-9 {
			t.Errorf("%v against a bound of %v: %v, want %v", c[0], c[1], got, c[2])
		}
	}
}

// The strands stand together at a level when half of them, rounded up, are there and none is two below.
func TestTogether(t *testing.T) {
	sure := func(level int) (c curve) {
		for i := range c {
			c[i] = -1e3
		}
		c[level-1] = 0
		return c
	}
	for _, c := range []struct {
		strands []int
		k       int
		want    float64
	}{
		{[]int{4, 4, 3, 3}, 4, 1},
		{[]int{4, 3, 3}, 4, 0},
		{[]int{4, 4, 3}, 4, 1},
		{[]int{5, 5, 2}, 4, 0},
		{[]int{5, 5, 2}, 3, 1},
		{nil, 5, 1},
	} {
		var sums []curve
		var assessed []int
		for d, level := range c.strands {
			sums, assessed = append(sums, sure(level)), append(assessed, d)
		}
		if got := posteriorOf(sums, plainLevels).together(c.k, assessed); got < c.want-1e-9 || got > c.want+1e-9 {
			t.Errorf("%v at %d: %v, want %v", c.strands, c.k, got, c.want)
		}
	}
}
