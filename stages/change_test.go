package stages

import (
	"math"
	"slices"
	"testing"
)

// Of the single answers that would change the level, the one told moves least.
func TestNearestChangeIsNear(t *testing.T) {
	rng := rngFor(12)
	b := NewBank(PlainCatalog())
	for range 60 {
		level := 2 + rng.IntN(3)
		iv := answering(b, func(int, *Question) int { return min(level+rng.IntN(2), plainLevels) })
		rs := b.collect(iv)
		v := b.judge(rs)
		for _, up := range []bool{true, false} {
			all := b.revisions(rs, v, up)
			change, ok := b.trial(rs, v).nearest(v.held, up, slices.Chunk(all, 1))
			for _, e := range all {
				if *b.Place(iv.With(e.question.ID, e.answer(e.response))).Level != v.held {
					if !ok || change.Answers[0].Question != e.question.ID {
						t.Fatalf("%+v moves the level, and %+v is told", e, change)
					}
					break
				}
			}
		}
	}
}

// What people one leads did is no way up for someone whose answers tell of nobody they lead.
func TestNoWayUpThroughPeopleOneDoesNotLead(t *testing.T) {
	c := PlainCatalog()
	for i := range c.Questions {
		if q := &c.Questions[i]; !q.Several() {
			q.Options[2].Delegated = true
		}
	}
	b := NewBank(c)
	delegated := func(rs *responses) bool {
		return slices.ContainsFunc(b.revisions(rs, b.weigh(rs), true), func(e revision) bool {
			return slices.ContainsFunc(e.answer(e.response).Options, func(id string) bool { return e.question.Option(id).Delegated })
		})
	}
	alone := b.collect(answering(b, func(int, *Question) int { return 2 }))
	if delegated(alone) {
		t.Error("a way up is through people they lead")
	}
	leads := b.collect(answering(b, func(n int, _ *Question) int { return 2 + (n+1)%2 }))
	if !leads.believable()(&Option{Delegated: true}) || !delegated(leads) {
		t.Error("who leads people has no way up through them")
	}
}

// What would change the level is believable: answers one rung from those that were given, and answers near to
// where the strand stands to questions that were not asked; two at most, and the way up first, along what the next level lacks.
func TestChangesAreBelievable(t *testing.T) {
	rng := rngFor(15)
	up, down, further, two, confirmed := 0, 0, 0, 0, 0
	for n := range 600 {
		b := NewBank(randomCatalog(rng))
		iv := randomInterview(b, rng)
		if n%2 == 0 {
			b = NewBank(PlainCatalog())
			level := 1 + rng.IntN(plainLevels)
			iv = answerAll(b, Interview{Seed: rng.Uint64()}, func(*Question) Answer { return at(min(max(level+rng.IntN(3)-1, 1), plainLevels)) })
		}
		r := b.Place(iv)
		b.Explain(iv, &r)
		rs := b.collect(iv)
		v := b.judge(rs)
		if v == nil {
			continue
		}
		held, lacking := b.holding(rs, v)
		if len(lacking) == 0 {
			lacking = b.strandsToWorkOn(rs, v)
		}
		for i, c := range r.WouldChange {
			rises := c.Level > *r.Level
			up, down, two = up+count(rises), down+count(!rises), two+count(len(c.Answers) == 2)
			if i > 0 && rises || len(c.Answers) > 2 || c.Level == *r.Level {
				t.Fatalf("from level %d: %+v", *r.Level, r.WouldChange)
			}
			for _, a := range c.Answers {
				it := &b.items[b.index[a.Question]]
				said, _ := it.response(a.answer(it.question))
				given, ok := it.response(iv.Answers[a.Question])
				strand := v.strand(it.strand).mean()
				if rises && held != nil && held.Cap == CapEvidence {
					confirmed++
					if !it.question.Evidence {
						t.Fatalf("%+v couldn't be confirmed", a)
					}
				}
				if rises && !slices.Contains(lacking, it.strand) {
					t.Fatalf("%+v is along a strand that doesn't hold the person", a)
				}
				switch _, asked := iv.Answers[a.Question]; {
				case asked && (!ok || it.rung(given, rises, anyOption) != said):
					t.Fatalf("%+v is not one rung from %+v", a, iv.Answers[a.Question])
				case !asked && math.Abs(it.anchor[said]-strand) > 1:
					t.Fatalf("%+v, of a strand at %.2f", a, strand)
				case !asked:
					further++
				}
			}
		}
	}
	if min(up, down, further, two) < 25 || confirmed < 5 {
		t.Errorf("%d up, %d down, %d not asked, %d of two answers, %d of what others could confirm: the test tells little", up, down, further, two, confirmed)
	}
}

// A believable answer to a question that was not asked is within a level of where the strand stands: the highest
// for the way up, the lowest for the way down, of a checklist all boxes to there.
func TestNearAnswers(t *testing.T) {
	full, low := ladder(1, 2, 3, 4, 5), ladder(0, .5, 1)
	boxes := compile(&checklist, 0) // three, one, five
	for _, c := range []struct {
		it       *item
		strand   float64
		up, down int // −1 for none
	}{
		{&full, 3, 3, 1}, {&full, 3.4, 3, 2}, {&full, 2.9, 2, 1}, {&full, 4.6, 4, 3}, {&full, 1, 1, 0},
		{&low, 3, -1, -1}, {&low, 1.2, 2, 1}, {&low, 1, 2, 0},
		{&boxes, 2, 0b011, 0b010}, {&boxes, 4, 0b111, 0b011}, {&boxes, 1.4, 0b010, 0b010},
	} {
		for _, way := range []bool{true, false} {
			want := map[bool]int{true: c.up, false: c.down}[way]
			if got, ok := c.it.near(c.strand, way, anyOption); ok != (want >= 0) || ok && got != want {
				t.Errorf("%v at %v, up %v: %d, %v; want %d", c.it.anchor, c.strand, way, got, ok, want)
			}
		}
	}
}

// Questions that were not asked are thought of along strands with answers, unless a sister made them needless.
func TestUnaskedQuestionsThatAreThoughtOf(t *testing.T) {
	c := PlainCatalog()
	for i := range c.Questions[0].Options {
		c.Questions[0].Options[i].Level--
		c.Questions[3].Options[i].Level = 3 // tells nothing
	}
	c.Questions[0].Sisters = []string{"s1-q3"}
	b := NewBank(c)
	iv := Interview{}.With("s1-q1", at(1)).With("s2-q1", at(3)).With("s2-q2", at(3)).With("s3-q1", Answer{Skip: Unsure})
	rs := b.collect(iv)
	var got []string
	for _, e := range b.revisions(rs, b.judge(rs), true) {
		if e.at < 0 {
			got = append(got, e.question.ID)
		}
	}
	slices.Sort(got)
	if want := []string{"s1-q2", "s2-q3", "s2-q4"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// Two at a time, a strand's questions that were not asked are tried as far as two of them: those that go furthest.
func TestFewUnasked(t *testing.T) {
	first, second := ladder(1, 2), ladder(1, 2)
	second.strand = 1
	asked := func(size float64) revision { return revision{answered{&first, 0, 0}, 0, size} }
	not := func(it *item, size float64) revision { return revision{answered{it, 0, 0}, -1, size} }
	var got []float64
	for _, e := range fewUnasked([]revision{not(&first, .1), not(&first, .2), not(&second, .3), asked(.4), not(&first, .5), asked(.6), asked(.7)}) {
		got = append(got, e.size)
	}
	if want := []float64{.2, .3, .4, .5, .6, .7}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// A clear result that a single believable answer would turn is told as one answer away: here the first thing
// shown along a strand that held two levels.
func TestOneAway(t *testing.T) {
	c := PlainCatalog()
	c.Levels[2].Needs = []string{"s1"}
	b := NewBank(c)
	for _, x := range []struct {
		said    [4]int
		others  int
		away    bool
		certain Certainty
	}{
		{[4]int{1, 1, 1, 1}, 4, true, Likely},
		{[4]int{2, 1, 1, 1}, 3, false, Clear},
		{[4]int{1, 1, 1, 1}, 3, false, Clear},
	} {
		iv := answering(b, func(i int, q *Question) int {
			if q.Strand == "s1" {
				return x.said[i%4]
			}
			return x.others
		})
		r := b.Place(iv)
		if r.Confidence < clearFrom || r.OneAway != x.away || r.Certainty() != x.certain {
			t.Errorf("%v: level %d, certainty %.3f, one away %v, in a word %d", x.said, *r.Level, r.Confidence, r.OneAway, r.Certainty())
		}
		b.Explain(iv, &r)
		single := slices.ContainsFunc(r.WouldChange, func(c Change) bool { return len(c.Answers) == 1 })
		if single != x.away {
			t.Errorf("%v: one away %v, and %+v would change it", x.said, x.away, r.WouldChange)
		}
	}
}

func TestPairsChangeTwoAnswers(t *testing.T) {
	b := NewBank(PlainCatalog())
	rs := b.collect(answering(b, func(int, *Question) int { return 3 }))
	last := 0.0
	for _, p := range pairs(b.revisions(rs, b.judge(rs), true)) {
		if p[0].index == p[1].index {
			t.Fatalf("%+v changes one answer twice", p)
		}
		if size := p[0].size + p[1].size; size < last {
			t.Fatalf("%+v comes after a greater change", p)
		} else {
			last = size
		}
	}
}

// Where no single answer moves the level, two together are told.
func TestTwoAnswersWouldChange(t *testing.T) {
	b := NewBank(PlainCatalog())
	rng := rngFor(14)
	both := 0
	for range 80 {
		level := 2 + rng.IntN(3)
		iv := answering(b, func(int, *Question) int { return min(level+rng.IntN(2), plainLevels) })
		r := b.Place(iv)
		b.Explain(iv, &r)
		for _, c := range r.WouldChange {
			if len(c.Answers) == 2 {
				both++
			}
			rs := b.collect(iv)
			v := b.judge(rs)
			up := c.Level > *r.Level
			if one, ok := b.trial(rs, v).nearest(*r.Level, up, slices.Chunk(b.revisions(rs, v, up), 1)); len(c.Answers) == 2 && ok {
				t.Fatalf("%+v would do, and %+v is told", one, c)
			}
		}
	}
	if both < 5 {
		t.Errorf("two answers are told %d times only: the test tells nothing", both)
	}
}
