package stages

import (
	"slices"
	"testing"
)

// An interview has 30 questions at most, a short one nine, skips counted.
func TestInterviewsEnd(t *testing.T) {
	b := sized(40)
	for name, answer := range map[string]func(i int) Answer{
		"never sure":      func(int) Answer { return Answer{Skip: Unsure} },
		"from end to end": func(i int) Answer { return at(1 + 4*(i%2)) },
		"now and then unsure": func(i int) Answer {
			return map[bool]Answer{true: {Skip: NotMyRole}, false: at(1 + 4*(i/3%2))}[i%3 == 0]
		},
	} {
		for quick, most := range map[bool]int{false: 30, true: 9} {
			iv := Interview{Seed: 2, Quick: quick}
			for q, more := b.Next(iv); more; q, more = b.Next(iv) {
				if b.Outlook(iv).Most <= len(iv.Asked) {
					t.Fatalf("%s: after %d nothing is to come, and yet there is", name, len(iv.Asked))
				}
				iv = iv.With(q.ID, answer(len(iv.Asked)))
			}
			if r := b.Place(iv); len(iv.Asked) != most || b.Outlook(iv).Most != most || r.Settled || r.Quick != quick {
				t.Errorf("%s: %d questions, %+v, settled %v, quick %v", name, len(iv.Asked), b.Outlook(iv), r.Settled, r.Quick)
			}
			if q, more := b.MostTelling(iv); !more || b.Question(q.ID) == nil {
				t.Errorf("%s: more could be asked", name)
			}
		}
	}
}

// The short interview covers each strand once, then asks what tells most, and is settled only where more answers
// would hardly turn it.
func TestShortInterview(t *testing.T) {
	b := NewBank(PlainCatalog())
	settled := map[bool]int{}
	for seed := range uint64(40) {
		rng := rngFor(seed)
		level := 1 + rng.IntN(plainLevels)
		iv := answerAll(b, Interview{Seed: seed, Quick: true}, func(*Question) Answer { return at(min(max(level+rng.IntN(5)-2, 1), plainLevels)) })
		r := b.Place(iv)
		rs := b.collect(iv)
		if turnable := b.turnable(rs, b.judge(rs)); r.Settled && turnable || len(iv.Asked) > 9 || len(iv.Asked) < 9 && !r.Settled {
			t.Errorf("seed %d: %d questions, certainty %.3f, settled %v", seed, len(iv.Asked), r.Confidence, r.Settled)
		}
		for d, tally := range rs.strands {
			if tally.scored == 0 {
				t.Errorf("seed %d: strand %d was not asked about: %v", seed, d, iv.Asked)
			}
		}
		settled[r.Settled]++
	}
	if settled[true] < 5 || settled[false] < 5 {
		t.Errorf("settled %v: the test tells nothing", settled)
	}
}

// One answer along a needed strand, or one skip for want of a chance, is enough in the short interview.
func TestNeedsInAShortInterview(t *testing.T) {
	c := PlainCatalog()
	c.Levels[2].Needs = []string{"s2"}
	b := NewBank(c)
	for _, x := range []struct {
		said  Answer
		quick bool
		level int
	}{
		{at(4), true, 4}, {at(4), false, 2}, {at(1), true, 2}, {Answer{Skip: NoChance}, true, 2}, {Answer{Skip: NoChance}, false, 2},
	} {
		iv := Interview{Quick: x.quick}.With("s2-q1", x.said)
		for _, strand := range []string{"s1", "s3", "s4", "s5", "s6"} {
			iv = iv.With(strand+"-q1", at(4))
		}
		if r := b.Place(iv); *r.Level != x.level {
			t.Errorf("%+v, quick %v: level %d, want %d", x.said, x.quick, *r.Level, x.level)
		}
	}
}

// While a needed strand is in doubt and has questions left, the interview goes on.
func TestDoubtfulNeedIsAskedAbout(t *testing.T) {
	c := PlainCatalog()
	c.Levels[2].Needs = []string{"s1"}
	b, bare := NewBank(c), NewBank(PlainCatalog())
	more := 0
	for seed := range uint64(20) {
		answer := func(q *Question) Answer { return at(3 - 2*count(q.Strand == "s1" && q.Evidence)) }
		with, without := answerAll(b, Interview{Seed: seed}, answer), answerAll(bare, Interview{Seed: seed}, answer)
		rs := b.collect(with)
		v := b.judge(rs)
		if len(with.Asked) < len(c.Questions) && b.doubtfulNeed(rs, v.posterior, b.left(rs)) >= 0 {
			t.Errorf("seed %d: stopped after %d, and a need is in doubt", seed, len(with.Asked))
		}
		more += len(with.Asked) - len(without.Asked)
	}
	if more < 10 {
		t.Errorf("%d questions more for a need in doubt: the test tells nothing", more)
	}
}

// "Not so far" makes a question's sisters needless: they are neither asked, nor wanted to cover a strand, finish a
// pair or bear a level out. Any other answer leaves them.
func TestSisters(t *testing.T) {
	build := func(anchors [plainLevels]float64, change func(c *Catalog)) *Bank {
		c := PlainCatalog()
		first := &c.Questions[0]
		first.Sisters = []string{"s1-q2", "s1-q3", "s1-q4", "s2-q1"}
		for i := range first.Options {
			first.Options[i].Level = anchors[i]
		}
		if change != nil {
			change(c)
		}
		return NewBank(c)
	}
	fromHalf := [plainLevels]float64{.5, 2, 3, 4, 5}
	for _, x := range []struct {
		name   string
		bank   *Bank
		first  Answer
		sister bool // whether they are asked
	}{
		{"not so far", build(fromHalf, nil), at(1), false},
		{"the next answer", build(fromHalf, nil), at(2), true},
		{"the lowest answer, wherever it is anchored", build([plainLevels]float64{1.5, 2, 3, 4, 5}, nil), at(1), false},
		{"a second answer as low", build([plainLevels]float64{0, .5, 3, 4, 5}, nil), at(2), true},
		{"skipped", build(fromHalf, nil), Answer{Skip: Unsure}, true},
		{"not scored", build([plainLevels]float64{0, 0, 0, 0, 0}, nil), at(1), true},
		{"no box ticked", build(fromHalf, func(c *Catalog) { c.Questions[0].Kind = Checklist }), Answer{Options: []string{}}, false},
		{"the lowest box", build(fromHalf, func(c *Catalog) { c.Questions[0].Kind = Checklist }), at(1), true},
		{"a pair is not finished", build(fromHalf, func(c *Catalog) { c.Questions[0].Pair = "s1-q2" }), at(1), false},
	} {
		iv := Interview{Seed: 3}.With("s1-q1", x.first)
		for {
			q, ok := x.bank.MostTelling(iv)
			if !ok {
				break
			}
			iv = iv.With(q.ID, at(2))
		}
		for _, id := range x.bank.Question("s1-q1").Sisters {
			if asked := slices.Contains(iv.Asked, id); asked != x.sister {
				t.Errorf("%s: %s asked %v", x.name, id, asked)
			}
		}
		rs := x.bank.collect(Interview{}.With("s1-q1", x.first))
		if left := x.bank.left(rs); left[0] != x.sister || rs.uncovered(left)[0] != x.sister || pairOpen(rs) {
			t.Errorf("%s: left %v, wanted %v, pair open %v", x.name, left[0], rs.uncovered(left)[0], pairOpen(rs))
		}
	}
	// Before the answer was changed its sisters were asked: what they say counts.
	b := build(fromHalf, nil)
	iv := Interview{}.With("s1-q2", at(4)).With("s1-q3", at(4)).With("s1-q1", at(1))
	if r := b.Place(iv); r.Strands[0].Asked != 3 || *r.Strands[0].Level < 3 {
		t.Errorf("%+v", r.Strands[0])
	}
}

// A level was asked about where an option stands within half a level of it.
func TestAskedAbout(t *testing.T) {
	it, flat := ladder(1, 2.4, 4.5), ladder(3, 3)
	for level, want := range map[int]bool{1: true, 2: true, 3: false, 4: true, 5: true} {
		if got := askedAbout(level, []answered{{&it, 0, 0}, {&flat, 1, 0}}); got != want {
			t.Errorf("level %d: %v", level, got)
		}
	}
	if near := ladder(3.5, 5); !askedAbout(3, []answered{{&near, 0, 0}}) || askedAbout(2, []answered{{&near, 0, 0}}) {
		t.Error("3.5 asks about 3 and not about 2")
	}
}

// A strand whose evidence cannot be scored is covered by claims, and the scored questions come first.
func TestUnscoredQuestionsDoNotCover(t *testing.T) {
	c := PlainCatalog()
	for _, i := range []int{0, 2} { // the evidence of the first strand
		c.Questions[i].Options = []Option{{ID: "at-3", Level: 3}, {ID: "same", Level: 3}}
	}
	b := NewBank(c)
	for seed := range uint64(12) {
		iv := Interview{Seed: seed}
		for len(iv.Asked) < 12 {
			q, _ := b.Next(iv)
			iv = iv.With(q.ID, at(3))
		}
		if !slices.Contains(iv.Asked, "s1-q2") || !slices.Contains(iv.Asked, "s1-q4") || slices.Contains(iv.Asked, "s1-q1") {
			t.Errorf("seed %d asks %v", seed, iv.Asked)
		}
	}
}

// Of the needs up to the most probable level, one that its answers leave open is asked about: from two
// answers on, and while there is something to ask.
func TestDoubtfulNeeds(t *testing.T) {
	c := PlainCatalog()
	c.Levels[3].Needs, c.Levels[4].Needs = []string{"s1"}, []string{"s2"}
	b := NewBank(c)
	for _, x := range []struct {
		name   string
		others int      // the level answered along s3 … s6
		s1, s2 []Answer // the first questions on each
		want   int
	}{
		{"clearly met", 4, []Answer{at(5), at(5)}, nil, -1},
		{"clearly not met", 4, []Answer{at(1), at(1)}, nil, -1},
		{"open", 4, []Answer{at(3), at(2)}, nil, 0},
		{"open, and nothing left to ask", 4, []Answer{at(3), at(2), at(3), at(2)}, nil, -1},
		{"open, and one answer only", 4, []Answer{at(2)}, nil, -1},
		{"open at a level further up", 4, []Answer{at(5), at(5)}, []Answer{at(3), at(3)}, -1},
		{"open at the level", 5, []Answer{at(5), at(5)}, []Answer{at(3), at(4)}, 1},
		{"not assessed for want of a chance", 5, []Answer{at(5), at(5)}, []Answer{{Skip: NoChance}, {Skip: NoChance}}, -1},
		{"the one nearer to a half of two", 5, []Answer{at(4), at(4)}, []Answer{at(3), at(4)}, 1},
	} {
		iv := Interview{}
		for i := 8; i < 24; i++ {
			iv = iv.With(c.Questions[i].ID, at(x.others))
		}
		for i, a := range x.s1 {
			iv = iv.With(c.Questions[i].ID, a)
		}
		for i, a := range x.s2 {
			iv = iv.With(c.Questions[4+i].ID, a)
		}
		rs := b.collect(iv)
		post := posteriorOf(b.sums(rs.answers, nil), b.levels())
		if got := b.doubtfulNeed(rs, post, b.left(rs)); got != x.want || post.level.mode() != x.others {
			t.Errorf("%s: strand %d, want %d; most probably level %d", x.name, got, x.want, post.level.mode())
		}
	}
}

// An interview settles on a level only where an option spoke for it.
func TestSettlesOnWhatWasAskedAbout(t *testing.T) {
	for apart, want := range map[float64]bool{.5: true, .8: false} {
		c := PlainCatalog()
		for i := range c.Questions {
			for o, level := range []float64{1, 3 - apart, 3 + apart, 5} {
				c.Questions[i].Options[o].Level = level
			}
			c.Questions[i].Options = c.Questions[i].Options[:4]
		}
		b := NewBank(c)
		r := b.Place(answering(b, func(i int, _ *Question) int { return 2 + i/2%2 }))
		if *r.Level != 3 || r.Settled != want {
			t.Errorf("options %v from the level: held at %d, settled %v", apart, *r.Level, r.Settled)
		}
	}
}
