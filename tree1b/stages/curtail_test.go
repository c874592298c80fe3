package stages

import (
	"math"
	"slices"
	"testing"
)

// partly is an interview with some of a bank's questions answered as a person would, and the verdict on it, which
// is nil where nothing was scored.
func partly(b *Bank, seed uint64) (Interview, *responses, *verdict) {
	rng := rngFor(seed)
	iv := likePerson(b.Catalog(), randomInterview(b, rng), rng)
	rs := b.collect(iv)
	return iv, rs, b.judge(rs)
}

// The draws end as soon as they decide, and decide as all forty would.
func TestEarlyExitDecidesAlike(t *testing.T) {
	seen := map[[2]bool]int{}
	least, most := map[bool]float64{}, map[bool]float64{false: 1, true: 1}
	for seed := range uint64(600) {
		b := NewBank(PlainCatalog())
		if seed%2 == 0 {
			b = NewBank(randomCatalog(rngFor(seed)))
		}
		iv, _, _ := partly(b, seed)
		iv.Quick = seed%4 < 2
		rs := b.collect(iv)
		v := b.judge(rs)
		if v == nil {
			continue
		}
		c := b.completion(rs, v)
		share := 0.0
		for n := range turnDraws {
			c.draw(n)
			share += float64(count(c.held() != v.held)) / turnDraws
		}
		got := b.turnable(rs, v)
		if odds := map[bool]float64{false: .05, true: .15}[rs.quick]; got != (share > odds+1e-9) {
			t.Errorf("seed %d, quick %v: turnable %v, and %.3f turn", seed, rs.quick, got, share)
		}
		seen[[2]bool{rs.quick, got}]++
		if got {
			most[rs.quick] = min(most[rs.quick], share)
		} else {
			least[rs.quick] = max(least[rs.quick], share)
		}
	}
	if least[false] < .049 || most[false] > .076 || least[true] < .149 || most[true] > .176 {
		t.Errorf("none is near the bound: up to %v stop, from %v go on", least, most)
	}
	for _, quick := range []bool{false, true} {
		if seen[[2]bool{quick, true}] < 20 || seen[[2]bool{quick, false}] < 20 {
			t.Errorf("%v: the test tells nothing", seen)
		}
	}
}

// A completion keeps what was answered and skipped, answers every scored question that is open but for the
// sisters of what the person would not have done, and has the level that its answers have, one draw after another.
func TestCompletions(t *testing.T) {
	sistersLeft := 0
	for seed := range uint64(150) {
		b := NewBank(randomCatalog(rngFor(seed)))
		iv, rs, v := partly(b, seed)
		if v == nil {
			continue
		}
		c := b.completion(rs, v)
		for n := range 4 {
			c.draw(n)
			whole := iv
			for _, g := range c.answers {
				if a, answered := iv.Answers[g.question.ID]; !answered {
					if !g.scored {
						t.Errorf("seed %d: %s tells nothing, and is answered", seed, g.question.ID)
					}
					whole = whole.With(g.question.ID, g.answer(g.response))
				} else if r, ok := g.item.response(a); !ok || r != g.response {
					t.Fatalf("seed %d: an answer was changed", seed)
				}
			}
			if got := *b.Place(whole).Level; got != c.held() {
				t.Errorf("seed %d, draw %d: level %d, want %d", seed, n, c.held(), got)
			}
			after := b.collect(whole)
			for i := range b.items {
				_, answered := whole.Answers[b.items[i].question.ID]
				if b.items[i].scored && !answered && !after.closed[i] {
					t.Errorf("seed %d: %s is left open", seed, b.items[i].question.ID)
				}
				sistersLeft += count(b.items[i].scored && !answered)
			}
		}
	}
	if sistersLeft < 100 {
		t.Errorf("%d sisters left out: the test tells nothing", sistersLeft)
	}
}

// In a completion nobody who has done none of a thing is asked on about it, wherever the questions stand.
func TestCompletionsLeaveSistersOut(t *testing.T) {
	c := PlainCatalog()
	c.Questions[20].Sisters = []string{"s1-q2"}
	b := NewBank(c)
	iv := Interview{}
	for i := range c.Questions {
		if id := c.Questions[i].ID; id != "s1-q2" && i != 20 {
			iv = iv.With(id, at(1))
		}
	}
	rs := b.collect(iv)
	completed := b.completion(rs, b.judge(rs))
	seen := map[bool]int{}
	for n := range turnDraws {
		completed.draw(n)
		none := slices.ContainsFunc(completed.answers, func(g answered) bool { return g.index == 20 && g.response == 0 })
		if asked := slices.ContainsFunc(completed.answers, func(g answered) bool { return g.index == 1 }); asked == none {
			t.Errorf("draw %d: not so far %v, asked on %v", n, none, asked)
		}
		seen[none]++
	}
	if seen[true] == 0 || seen[false] == 0 {
		t.Errorf("%v: the test tells nothing", seen)
	}
}

// Whoever is completed stands where their answers put them: over many people the drawn answers scatter as the
// posterior says they will.
func TestCompletionsFollowThePosterior(t *testing.T) {
	b := NewBank(PlainCatalog())
	var drawn, expected, open float64
	for seed := range uint64(400) {
		_, rs, v := partly(b, seed)
		if v == nil {
			continue
		}
		c := b.completion(rs, v)
		tempered := *v.posterior // the strands as the tempered level has them
		tempered.level = v.tempered
		for i := range b.items {
			if it := &b.items[i]; !rs.closed[i] {
				strand := tempered.strand(it.strand)
				for l := range plainLevels {
					expected += strand[l] * it.mean[l]
				}
				open++
			}
		}
		for n := range turnDraws {
			c.draw(n)
			for _, g := range c.answers[len(rs.answers):] {
				drawn += g.anchored() / turnDraws
			}
		}
	}
	if off := (drawn - expected) / open; math.Abs(off) > .02 {
		t.Errorf("drawn answers are %.3f levels from what is expected", off)
	}
}

// A number falls on each of a distribution's entries as often as it should, and on the last that there
// is where rounding leaves nothing.
func TestDrawn(t *testing.T) {
	c := curve{.1, 0, .4, .3, .2}
	it := ladder(1, 2, 3)
	for _, x := range []struct {
		chance float64
		want   int
	}{{0, 0}, {.09, 0}, {.11, 2}, {.49, 2}, {.51, 3}, {.79, 3}, {.81, 4}, {.999, 4}} {
		if got := c.drawn(x.chance); got != x.want {
			t.Errorf("%v falls on entry %d", x.chance, got)
		}
	}
	if short := (curve{.5, .4}); short.drawn(.95) != 1 {
		t.Error("what rounding leaves falls on no level")
	}
	for theta := range plainLevels {
		first, second := it.prob[0][theta], it.prob[1][theta]
		for chance, want := range map[float64]int{0: 0, first * .99: 0, first*1.01 + 1e-9: 1, (first + second) * .99: 1, first + second + 1e-9: 2} {
			if got := it.drawn(theta, chance); got != want {
				t.Errorf("at %d, %v falls on response %d, want %d", theta+1, chance, got, want)
			}
		}
	}
	it.prob = it.prob[:2]
	if it.drawn(4, .999) != 1 {
		t.Error("what rounding leaves falls on no response")
	}
}

// What decides a completion is the same in every bank and every interview, and its own for every thing.
func TestChances(t *testing.T) {
	x := chancesOf(chanceOfResponse, "a")
	parts := map[int]bool{}
	for _, chance := range x {
		parts[int(chance*turnDraws)] = true
	}
	if len(parts) != turnDraws {
		t.Errorf("%d parts of %d have a chance in them", len(parts), turnDraws)
	}
	if x != chancesOf(chanceOfResponse, "a") {
		t.Error("drawn twice, chances differ")
	}
	for _, other := range []chances{chancesOf(chanceOfResponse, "b"), chancesOf(chanceOfStrand, "a"), chancesOf(chanceOfLevel, "a")} {
		for n := range other {
			if other[n] == x[n] || other[n] < 0 || other[n] >= 1 {
				t.Errorf("chance %d is %v, and %v of another thing", n, other[n], x[n])
			}
		}
	}
	// Pinned: another sequence would place nobody otherwise, and yet end interviews elsewhere.
	if got := chancesOf(chanceOfResponse, "s1-q1"); math.Abs(got[0]-.999294607) > 1e-9 || math.Abs(got[1]-.620097774) > 1e-9 {
		t.Errorf("chances begin with %v", got[:2])
	}
}

// The same answers get the same decision, whatever the seed, the order of asking or that of the content.
func TestDecisionsDependOnAnswersAlone(t *testing.T) {
	seen := map[bool]int{}
	for seed := range uint64(120) {
		c := PlainCatalog()
		c.Questions[3].Sisters = []string{"s1-q2", "s2-q3"}
		reversed := *c
		reversed.Questions = slices.Clone(c.Questions)
		slices.Reverse(reversed.Questions)
		b := NewBank(c)
		iv, rs, v := partly(b, seed)
		if v == nil {
			continue
		}
		again := Interview{Seed: seed + 1, Quick: iv.Quick, Answers: iv.Answers, Asked: slices.Clone(iv.Asked)}
		slices.Reverse(again.Asked)
		other := NewBank(&reversed)
		otherRs := other.collect(again)
		if got, want := other.turnable(otherRs, other.judge(otherRs)), b.turnable(rs, v); got != want {
			t.Errorf("seed %d: turnable %v, and %v", seed, want, got)
		} else {
			seen[got]++
		}
	}
	if seen[true] < 20 || seen[false] < 20 {
		t.Errorf("%v: the test tells nothing", seen)
	}
}

// Between two levels more is asked than at one, and where nothing is left to ask nothing can turn.
func TestTurnable(t *testing.T) {
	b := NewBank(PlainCatalog())
	after := func(n int, level func(i int) int) bool {
		iv := Interview{}
		for i := range n {
			iv = iv.With(b.items[i*5%24].question.ID, at(level(i))) // through all strands
		}
		rs := b.collect(iv)
		return b.turnable(rs, b.judge(rs))
	}
	steady, between := func(int) int { return 3 }, func(i int) int { return 3 + i%2 }
	if after(12, steady) || !after(2, steady) || !after(12, between) || after(24, between) {
		t.Errorf("after 12 answers of 3: %v, after two: %v; after 12 of 3 and 4: %v, after all: %v",
			after(12, steady), after(2, steady), after(12, between), after(24, between))
	}
}

// Drawing a completion takes no memory.
func TestDrawsAreFree(t *testing.T) {
	b := sized(60)
	rs := b.collect(begun(b))
	c := b.completion(rs, b.judge(rs))
	n := 0
	if got := testing.AllocsPerRun(30, func() { c.draw(n); n++ }); got > 0 {
		t.Errorf("%v allocations", got)
	}
}
