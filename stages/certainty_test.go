package stages

import (
	"slices"
	"testing"
)

func TestCertaintyInWords(t *testing.T) {
	level := 3
	with := func(confidence float64, change func(*Result)) Result {
		r := Result{Level: &level, Confidence: confidence}
		if change != nil {
			change(&r)
		}
		return r
	}
	for _, c := range []struct {
		name string
		r    Result
		want Certainty
	}{
		{"no level", Result{Confidence: 1}, Unclear},
		{".85", with(.85, nil), Clear},
		{".84", with(.84, nil), Likely},
		{".65", with(.65, nil), Likely},
		{".64", with(.64, nil), Between},
		{".44", with(.44, nil), Unclear},
		{"support binds", with(.95, func(r *Result) { r.Caps = []Cap{{Cap: CapSupport, Level: 3}} }), Likely},
		{"evidence binds", with(.95, func(r *Result) { r.Caps = []Cap{{Cap: CapEvidence, Level: 3}} }), Likely},
		{"needs bind", with(.95, func(r *Result) { r.Caps = []Cap{{Cap: CapNeeds, Level: 3}} }), Clear},
		{"unsure", with(.95, func(r *Result) { r.Warnings = []Warning{{Kind: WarnManySkips}} }), Likely},
		{"inconsistent", with(.95, func(r *Result) { r.Warnings = []Warning{{Kind: WarnInconsistent}} }), Unclear},
	} {
		if got := c.r.Certainty(); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

func TestNeighbourAndSpan(t *testing.T) {
	for _, c := range []struct {
		level     int
		held      [Levels]float64
		neighbour int
		lo, hi    int
	}{
		{3, [Levels]float64{0, .02, .95, .03, 0}, 0, 3, 3},
		{3, [Levels]float64{0, .1, .6, .3, 0}, 4, 3, 4},
		{3, [Levels]float64{0, .3, .6, .1, 0}, 2, 2, 3},
		{3, [Levels]float64{.1, .2, .4, .2, .1}, 2, 2, 4},
		{1, [Levels]float64{.5, .5, 0, 0, 0}, 2, 1, 2},
		{5, [Levels]float64{0, 0, .3, .3, .4}, 4, 3, 5},
	} {
		r := Result{Level: &c.level, Held: c.held}
		lo, hi := r.Span()
		if got := r.Neighbour(); got != c.neighbour || lo != c.lo || hi != c.hi {
			t.Errorf("%d of %v: neighbour %d, span %d–%d", c.level, c.held, got, lo, hi)
		}
	}
}

// The certainty of the held level moves without a jump where a cap turns: among people one answer
// apart, a fall of the level comes with a certainty near a half on both sides.
func TestCertaintyDoesNotJumpAtNeeds(t *testing.T) {
	c := PlainCatalog()
	c.Levels[2].Needs = []string{"s1"}
	b := NewBank(c)
	rd := b.read(answering(b, func(int, *Question) int { return 3 }))
	from := b.sums(rd.answers, nil)
	to := b.sums(b.read(answering(b, func(int, *Question) int { return 1 })).answers, nil)[0]
	last := curve{0, 0, 1, 0, 0}
	for step := range 5000 {
		// The needed strand's likelihood slides from level 3 to level 1.
		slide, sums := float64(step)/4999, slices.Clone(from)
		for t := range sums[0] {
			sums[0][t] += slide * (to[t] - sums[0][t])
		}
		bl := believe(sums)
		held := b.holding(&verdict{belief: bl, tempered: bl.level}, rd.strands, rd.assessed())
		for l := range held {
			if max(held[l]-last[l], last[l]-held[l]) > .02 {
				t.Fatalf("at %.4f: %v after %v", slide, held, last)
			}
		}
		last = held
	}
	if last[1] < .9 {
		t.Errorf("in the end %v", last)
	}
}
