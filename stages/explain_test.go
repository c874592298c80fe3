package stages

import (
	"cmp"
	"math"
	"reflect"
	"slices"
	"testing"
)

// Explanations are true of the answers they explain.
func TestExplanationsAreTrue(t *testing.T) {
	rng := rngFor(9)
	changes, gains := 0, 0
	for range 400 {
		b := NewBank(randomCatalog(rng))
		iv := randomInterview(b, rng)
		r := b.Place(iv)
		b.Explain(iv, &r)
		if r.Level == nil {
			continue
		}
		mean := b.judge(b.collect(iv)).level.mean()
		checkInfluence(t, b, iv, r, mean)
		for _, g := range r.Gains {
			gains++
			if got := b.judge(b.collect(raiseStrand(b, iv, g.Strand))).level.mean(); math.Abs(got-mean-g.Gain) > 1e-9 || g.Gain < .01 {
				t.Errorf("raising %s moves E[L] from %v to %v, and the gain told is %v", g.Strand, mean, got, g.Gain)
			}
		}
		if n := len(r.WouldChange); n > 2 || n == 2 && (r.WouldChange[0].Level < *r.Level || r.WouldChange[1].Level > *r.Level) {
			t.Errorf("from level %d, first upward and then downward: %+v", *r.Level, r.WouldChange)
		}
		for _, c := range r.WouldChange {
			changes++
			changed := iv
			for _, a := range c.Answers {
				changed = changed.With(a.Question, a.answer(b.Question(a.Question)))
			}
			if got := *b.Place(changed).Level; got != c.Level || got == *r.Level {
				t.Errorf("%+v leads from level %d to %d", c, *r.Level, got)
			}
		}
	}
	if changes < 300 || gains < 300 {
		t.Errorf("only %d changes and %d gains: the test tells nothing", changes, gains)
	}
}

func (a ChangeAnswer) answer(q *Question) Answer {
	if q.Several() {
		return Answer{Options: a.Options}
	}
	return Answer{Options: []string{a.Option}}
}

// checkInfluence takes every answer out in turn: those told are the three each way that matter most.
func checkInfluence(t *testing.T, b *Bank, iv Interview, r Placement, mean float64) {
	t.Helper()
	rs := b.collect(iv)
	weights := map[string]float64{}
	for n, g := range rs.answers {
		without := slices.Concat(rs.answers[:n], rs.answers[n+1:])
		weights[g.question.ID] = mean - posteriorOf(b.sums(without, nil)).level.mean()
	}
	least := map[bool]float64{true: math.Inf(1), false: math.Inf(1)} // the weakest told, upward and downward
	told := map[bool]int{}
	for i, w := range r.Why {
		up := w.Weight > 0
		least[up] = min(least[up], math.Abs(w.Weight))
		told[up]++
		if math.Abs(w.Weight-weights[w.Question]) > 1e-9 || math.Abs(w.Weight) < .01 {
			t.Errorf("%s is said to weigh %v, and weighs %v", w.Question, w.Weight, weights[w.Question])
		}
		if i > 0 && w.Weight > r.Why[i-1].Weight {
			t.Errorf("%v: not the strongest upward first", r.Why)
		}
		delete(weights, w.Question)
	}
	for id, w := range weights {
		if up := w > 0; math.Abs(w) > .01+1e-9 && (told[up] < 3 || math.Abs(w) > least[up]+1e-9) {
			t.Errorf("%s weighs %v and is not told: %v", id, w, r.Why)
		}
	}
	if told[true] > 3 || told[false] > 3 {
		t.Errorf("too much is told: %v", r.Why)
	}
}

func raiseStrand(b *Bank, iv Interview, strand string) Interview {
	for _, g := range b.collect(iv).answers {
		if g.question.Strand == strand {
			iv = iv.With(g.question.ID, g.answer(g.raised(g.response)))
		}
	}
	return iv
}

// Of the single answers that would change the level, the one told moves least.
func TestNearestChangeIsNear(t *testing.T) {
	rng := rngFor(12)
	b := NewBank(PlainCatalog())
	for range 60 {
		level := 2 + rng.IntN(3)
		rs := b.collect(answering(b, func(int, *Question) int { return min(level+rng.IntN(2), Levels) }))
		held := b.judge(rs).held
		for _, up := range []bool{true, false} {
			all := edits(rs.answers, up)
			set := b.nearest(rs, held, singles(all))
			for _, e := range all {
				moves := b.judge(rs.edited([]edit{e})).held != held
				if moves && (set == nil || e.size < set[0].size) {
					t.Fatalf("%+v moves the level, and %+v is told", e, set)
				}
			}
		}
	}
}

func TestPairsChangeTwoAnswers(t *testing.T) {
	b := NewBank(PlainCatalog())
	rs := b.collect(answering(b, func(int, *Question) int { return 3 }))
	last := 0.0
	for _, p := range pairs(edits(rs.answers, true)) {
		if p[0].at == p[1].at {
			t.Fatalf("%+v changes one answer twice", p)
		}
		if size := p[0].size + p[1].size; size < last {
			t.Fatalf("%+v comes after a greater change", p)
		} else {
			last = size
		}
	}
}

// Strands are listed by what they would give, the greatest first.
func TestGainsAreInOrder(t *testing.T) {
	b := NewBank(PlainCatalog())
	iv := answering(b, func(i int, _ *Question) int { return 1 + i/4%3 })
	r := b.Place(iv)
	b.Explain(iv, &r)
	if len(r.Gains) < 3 || !slices.IsSortedFunc(r.Gains, func(x, y Gain) int { return cmp.Compare(y.Gain, x.Gain) }) {
		t.Errorf("%+v", r.Gains)
	}
}

// A checklist is told by its highest ticked box and by all of them.
func TestChosenIDs(t *testing.T) {
	boxes := compile(&checklist, 0)
	single := checklist
	single.Kind = Ladder
	ladder := compile(&single, 0)
	for _, c := range []struct {
		it       *item
		response int
		option   string
		options  []string
	}{
		{&boxes, 0b011, "three", []string{"three", "one"}},
		{&boxes, 0b110, "five", []string{"one", "five"}},
		{&boxes, 0, "", []string{}},
		{&ladder, 1, "one", nil},
	} {
		if option, options := c.it.chosenIDs(c.response); option != c.option || !reflect.DeepEqual(options, c.options) {
			t.Errorf("%b: %q, %v", c.response, option, options)
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
		iv := answering(b, func(int, *Question) int { return min(level+rng.IntN(2), Levels) })
		r := b.Place(iv)
		b.Explain(iv, &r)
		for _, c := range r.WouldChange {
			if len(c.Answers) == 2 {
				both++
			}
			rs := b.collect(iv)
			if set := b.nearest(rs, *r.Level, singles(edits(rs.answers, c.Level > *r.Level))); len(c.Answers) == 2 && set != nil {
				t.Fatalf("%+v would do, and %+v is told", set, c)
			}
		}
	}
	if both < 5 {
		t.Errorf("two answers are told %d times only: the test tells nothing", both)
	}
}
