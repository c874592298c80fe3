package stages

import (
	"slices"
	"testing"
)

func TestCertaintyInWords(t *testing.T) {
	level := 3
	with := func(confidence float64, change func(*Placement)) Placement {
		r := Placement{Level: &level, Confidence: confidence}
		if change != nil {
			change(&r)
		}
		return r
	}
	for _, c := range []struct {
		name string
		r    Placement
		want Certainty
	}{
		{"no level", Placement{Confidence: 1}, Unclear},
		{".85", with(.85, nil), Clear},
		{".84", with(.84, nil), Likely},
		{".65", with(.65, nil), Likely},
		{".64", with(.64, nil), Between},
		{".45", with(.45, nil), Between},
		{".44", with(.44, nil), Unclear},
		{"support binds", with(.95, func(r *Placement) { r.Caps = []Cap{{Cap: CapSupport, Level: 3}} }), Likely},
		{"evidence binds", with(.95, func(r *Placement) { r.Caps = []Cap{{Cap: CapEvidence, Level: 3}} }), Likely},
		{"needs bind", with(.95, func(r *Placement) { r.Caps = []Cap{{Cap: CapNeeds, Level: 3}} }), Clear},
		{"unsure", with(.95, func(r *Placement) { r.Warnings = []Warning{{Kind: WarnManySkips}} }), Likely},
		{"inconsistent", with(.95, func(r *Placement) { r.Warnings = []Warning{{Kind: WarnInconsistent}} }), Unclear},
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
		{3, [Levels]float64{0, .045, .91, .045, 0}, 0, 3, 3},
		{3, [Levels]float64{0, .04, .9, .06, 0}, 4, 3, 3},
		{3, [Levels]float64{0, .14, .78, .08, 0}, 2, 2, 3},
		{3, [Levels]float64{0, .12, .82, .06, 0}, 2, 3, 3},
		{3, [Levels]float64{0, .15, .65, .2, 0}, 4, 3, 4},
		{3, [Levels]float64{0, .2, .65, .15, 0}, 2, 2, 3},
		{1, [Levels]float64{.5, .5, 0, 0, 0}, 2, 1, 2},
		{5, [Levels]float64{0, 0, .3, .3, .4}, 4, 3, 5},
	} {
		r := Placement{Level: &c.level, Held: c.held}
		lo, hi := r.Span()
		if got := r.Neighbour(); got != c.neighbour || lo != c.lo || hi != c.hi {
			t.Errorf("%d of %v: neighbour %d, span %d–%d", c.level, c.held, got, lo, hi)
		}
	}
}

// The certainty of the held level moves without a jump where a cap turns: as one strand's answers
// slide away from the others, the level falls where both levels are as certain.
func TestCertaintyDoesNotJump(t *testing.T) {
	needy := PlainCatalog()
	needy.Levels[2].Needs = []string{"s1"}
	for _, c := range []struct {
		name     string
		catalog  *Catalog
		from, to int // the others' level, and where the first strand ends
		held     int // in the end
	}{
		{"needs", needy, 3, 1, 2},
		{"cumulative", PlainCatalog(), 4, 1, 3},
	} {
		b := NewBank(c.catalog)
		rs := b.collect(answering(b, func(int, *Question) int { return c.from }))
		start := b.sums(rs.answers, nil)
		end := b.sums(b.collect(answering(b, func(int, *Question) int { return c.to })).answers, nil)[0]
		held, certainty, falls := c.from, -1.0, 0
		for step := range 5000 {
			sums := slices.Clone(start)
			for l := range sums[0] {
				sums[0][l] += float64(step) / 4999 * (end[l] - sums[0][l])
			}
			v := &verdict{posterior: posteriorOf(sums)}
			v.tempered = v.level
			v.held = min(v.level.mode(), v.cumulativeCap(rs.assessed()), b.needsCap(v.posterior, rs.strands))
			v.certainties = b.certainties(v, rs.strands, rs.assessed())
			if certainty >= 0 && max(v.certainty()-certainty, certainty-v.certainty()) > .03 {
				t.Fatalf("%s: certainty %.3f of level %d, then %.3f of level %d", c.name, certainty, held, v.certainty(), v.held)
			}
			falls += held - v.held
			held, certainty = v.held, v.certainty()
		}
		if held != c.held || falls != c.from-c.held {
			t.Errorf("%s: level %d in the end, after %d falls", c.name, held, falls)
		}
	}
}

// A placement read from a file that was edited by hand says nothing wrong, and does not panic.
func TestLevelsOutOfRange(t *testing.T) {
	for _, level := range []int{-7, 0, Levels + 1, 99} {
		r := Placement{Level: &level, Confidence: .9, Held: [Levels]float64{.2, .2, .2, .2, .2}, HeldBy: &Cap{CapNeeds, level, nil}}
		lo, hi := r.Span()
		if k := r.Neighbour(); k < 0 || k > Levels || lo != 0 || hi != 0 {
			t.Errorf("level %d: neighbour %d, span %d–%d", level, k, lo, hi)
		}
	}
}
