package stages

import (
	"cmp"
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
		{"one believable answer away", with(.95, func(r *Placement) { r.OneAway = true }), Likely},
		{"one away, and less sure", with(.6, func(r *Placement) { r.OneAway = true }), Between},
		{"needs bind", with(.95, func(r *Placement) { r.Caps = []Cap{{Cap: CapNeeds, Level: 3}} }), Clear},
		{"a strand has no level", with(.95, func(r *Placement) { r.Strands = []StrandResult{{Level: &level}, {}} }), Likely},
		{"every strand has a level", with(.95, func(r *Placement) { r.Strands = []StrandResult{{Level: &level}} }), Clear},
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
		held      []float64
		neighbour int
		lo, hi    int
	}{
		{3, []float64{0, .02, .95, .03, 0}, 0, 3, 3},
		{3, []float64{0, .1, .6, .3, 0}, 4, 3, 4},
		{3, []float64{0, .3, .6, .1, 0}, 2, 2, 3},
		{3, []float64{.1, .2, .4, .2, .1}, 2, 2, 4},
		{3, []float64{0, .045, .91, .045, 0}, 0, 3, 3},
		{3, []float64{0, .04, .9, .06, 0}, 4, 3, 3},
		{3, []float64{0, .14, .78, .08, 0}, 2, 2, 3},
		{3, []float64{0, .12, .82, .06, 0}, 2, 3, 3},
		{3, []float64{0, .15, .65, .2, 0}, 4, 3, 4},
		{3, []float64{0, .2, .65, .15, 0}, 2, 2, 3},
		{3, []float64{0, .2, .6, .2, 0}, 2, 2, 3},
		{2, []float64{.3, .6, .1, 0, 0}, 1, 1, 2},
		{4, []float64{0, 0, .1, .6, .3}, 5, 4, 5},
		{1, []float64{.5, .5, 0, 0, 0}, 2, 1, 2},
		{5, []float64{0, 0, .3, .3, .4}, 4, 3, 5},
	} {
		r := Placement{Level: &c.level, Held: c.held}
		lo, hi := r.Span()
		if got := r.Neighbour(); got != c.neighbour || lo != c.lo || hi != c.hi {
			t.Errorf("%d of %v: neighbour %d, span %d–%d", c.level, c.held, got, lo, hi)
		}
	}
}

// The certainty of the held level moves without a jump where a cap turns: as the answers along one strand, or to
// the evidence, slide away from the others, the level falls where both levels are as certain.
func TestCertaintyDoesNotJump(t *testing.T) {
	needy := PlainCatalog()
	needy.Levels[2].Needs = []string{"s1"}
	lags := func(level int) func(q *Question) int {
		return func(q *Question) int { return map[bool]int{true: level}[q.Strand == "s1"] }
	}
	for _, c := range []struct {
		name    string
		catalog *Catalog
		from    int                   // the level of all answers
		to      func(q *Question) int // where some end; 0 for the others
		held    int                   // in the end
	}{
		{"needs", needy, 3, lags(1), 2},
		{"needs, and the level above", needy, 4, lags(1), 3},
		{"cumulative", PlainCatalog(), 4, lags(1), 3},
		{"evidence", PlainCatalog(), 3, func(q *Question) int { return count(q.Evidence) }, 1},
	} {
		b := NewBank(c.catalog)
		rs := b.collect(answering(b, func(int, *Question) int { return c.from }))
		end := answering(b, func(_ int, q *Question) int { return cmp.Or(c.to(q), c.from) })
		held, certainty, falls := c.from, -1.0, 0
		slide := func(share float64, pass func(*item) bool) *posterior {
			sums := b.sums(rs.answers, pass)
			for d, to := range b.sums(b.collect(end).answers, pass) {
				for l := range to {
					sums[d][l] += share * (to[l] - sums[d][l])
				}
			}
			return posteriorOf(sums, plainLevels)
		}
		for step := range 5000 {
			share := float64(step) / 4999
			v := &verdict{posterior: slide(share, nil), assessed: rs.assessed(), hasEvidence: true}
			v.proof = slide(share, func(it *item) bool { return it.question.Evidence })
			v.tempered = v.level
			v.speaks = v.level.mode()
			v.held = min(v.speaks, v.cumulativeCap(rs), b.needsCap(v, rs), v.evidenceCap())
			v.certainties = b.certainties(v, rs)
			if certainty >= 0 && max(v.certainty()-certainty, certainty-v.certainty()) > .05 {
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

// What holds a person is told with the certainty it has: of a strand that lags, of claims without events, of a
// need that was passed over. Of a need that was never asked about nothing is certain.
func TestWhatIsKnownIsCertain(t *testing.T) {
	plain, needy := PlainCatalog(), PlainCatalog()
	needy.Levels[1].Needs = []string{"s2"}
	needy.Questions = append(needy.Questions, plainQuestion("s2", 5))
	const notAsked = "not asked"
	skipping := func(skips ...Skip) func(n int, q *Question) Answer {
		return func(n int, q *Question) Answer {
			switch {
			case q.Strand != "s2":
				return at(4)
			case n < len(skips):
				return Answer{Skip: skips[n]}
			}
			return Answer{Skip: notAsked}
		}
	}
	for _, c := range []struct {
		name    string
		catalog *Catalog
		answer  func(n int, q *Question) Answer // n counts along the strand
		quick   bool
		level   int
		want    Certainty
	}{
		{"evidence at 2, claims at 4", plain, func(_ int, q *Question) Answer { return at(4 - 2*count(q.Evidence)) }, false, 2, Likely},
		{"claims a level above the evidence", plain, func(_ int, q *Question) Answer { return at(3 - count(q.Evidence)) }, false, 2, Clear},
		{"a strand three short", plain, func(_ int, q *Question) Answer { return at(5 - 3*count(q.Strand == "s6")) }, false, 4, Clear},
		{"never asked", needy, skipping(), false, 1, Between},
		{"one without a chance", needy, skipping(NoChance), false, 1, Between},
		{"the same, in quick mode", needy, skipping(NoChance), true, 1, Likely},
		{"two without a chance", needy, skipping(NoChance, NoChance), false, 1, Likely},
		{"not one's role", needy, skipping(NotMyRole, NoChance), false, 1, Likely},
		{"unsure", needy, skipping(Unsure, Unsure), false, 1, Between},
		{"half unsure", needy, skipping(Unsure, Unsure, NoChance, NotMyRole), false, 1, Likely},
		{"more than half unsure", needy, skipping(Unsure, Unsure, Unsure, NoChance, NotMyRole), false, 1, Between},
	} {
		b := NewBank(c.catalog)
		iv := Interview{Quick: c.quick}
		n := map[string]int{}
		for i := range b.items {
			q := b.items[i].question
			if a := c.answer(n[q.Strand], q); a.Skip != notAsked {
				iv = iv.With(q.ID, a)
			}
			n[q.Strand]++
		}
		if r := b.Place(iv); *r.Level != c.level || r.Certainty() != c.want {
			t.Errorf("%s: level %d, certainty %.3f, in a word %d; want level %d, %d", c.name, *r.Level, r.Confidence, r.Certainty(), c.level, c.want)
		}
	}
}

// A placement read from a file that was edited by hand says nothing wrong, and does not panic.
func TestLevelsOutOfRange(t *testing.T) {
	for _, level := range []int{-7, 0, plainLevels + 1, 99} {
		r := Placement{Level: &level, Confidence: .9, Held: []float64{.2, .2, .2, .2, .2}, HeldBy: &Cap{CapNeeds, level, nil}}
		lo, hi := r.Span()
		if k := r.Neighbour(); k < 0 || k > plainLevels || lo != 0 || hi != 0 {
			t.Errorf("level %d: neighbour %d, span %d–%d", level, k, lo, hi)
		}
	}
}
