package stages

import (
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

// checkInfluence takes every answer of an assessed strand out in turn: those told are the three each way that matter
// most, upward of those that speak for the level, downward of those below it; or, where none matters by itself, the
// three of those that speak for the level that it rests on most.
func checkInfluence(t *testing.T, b *Bank, iv Interview, r Placement, mean float64) {
	t.Helper()
	rs := b.collect(iv)
	level := b.judge(rs).level
	odds := func(p curve) float64 {
		k := level.mode()
		return math.Log(p[k-1] / (p.from(1) - p[k-1]))
	}
	weights, carries := map[string]float64{}, map[string]float64{}
	for n, g := range rs.answers {
		if len(rs.assessed()) > 0 && r.Strands[g.strand].Level == nil { // too few answers to say anything of it
			continue
		}
		without := posteriorOf(b.sums(slices.Concat(rs.answers[:n], rs.answers[n+1:]), nil), b.levels()).level
		w := mean - without.mean()
		if held := float64(*r.Level); w > 0 && g.anchored() >= held-.5 || w < 0 && g.anchored() < held {
			weights[g.question.ID] = w
		}
		if g.scored && g.anchored() >= float64(*r.SpeaksFor)-.5 {
			carries[g.question.ID] = odds(level) - odds(without)
		}
	}
	heaviest := 0.0
	for _, w := range weights {
		heaviest = max(heaviest, math.Abs(w))
	}
	if heaviest < .01 {
		checkCarried(t, r, carries)
		return
	}
	least := map[bool]float64{true: math.Inf(1), false: math.Inf(1)} // the weakest told, upward and downward
	told := map[bool]int{}
	for i, w := range r.Why {
		up := w.Weight > 0
		least[up] = min(least[up], math.Abs(w.Weight))
		told[up]++
		if _, told := weights[w.Question]; !told || math.Abs(w.Weight-weights[w.Question]) > 1e-9 || math.Abs(w.Weight) < .01 || w.Carries != 0 {
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

func checkCarried(t *testing.T, r Placement, carries map[string]float64) {
	t.Helper()
	if len(r.Why) != min(3, len(carries)) {
		t.Errorf("the level rests on %d answers, of %d", len(r.Why), len(carries))
	}
	for i, w := range r.Why {
		if math.Abs(w.Carries-carries[w.Question]) > 1e-6 || i > 0 && w.Carries > r.Why[i-1].Carries {
			t.Errorf("%s is said to carry %v, and carries %v: %v", w.Question, w.Carries, carries[w.Question], r.Why)
		}
		delete(carries, w.Question)
	}
	for id, c := range carries {
		if last := r.Why[len(r.Why)-1]; c > last.Carries+1e-9 {
			t.Errorf("%s carries %v and is not told: %v", id, c, r.Why)
		}
	}
}

// Answers that all say the same are reasons too: those that the level rests on most.
func TestAgreementIsAReason(t *testing.T) {
	b := NewBank(PlainCatalog())
	for _, level := range []int{1, 3, 5} {
		iv := answering(b, func(int, *Question) int { return level })
		r := b.Place(iv)
		b.Explain(iv, &r)
		if len(r.Why) != 3 || r.Why[0].Carries < .01 || r.Why[2].Carries < .01 {
			t.Errorf("all at level %d: %+v", level, r.Why)
		}
	}
	one := Interview{}.With("s3-q1", at(4))
	r := b.Place(one)
	if b.Explain(one, &r); len(r.Why) != 1 || r.Why[0].Option != "at-4" || r.Why[0].Carries != 0 {
		t.Errorf("one answer: %+v", r.Why)
	}
}

// A log of odds stays finite where one level is certain.
func TestLogOdds(t *testing.T) {
	if got := (curve{.1, .2, .3, .4, 0}).logOdds(3); math.Abs(got-math.Log(.3/.7)) > 1e-12 {
		t.Errorf("%v", got)
	}
	if got := (curve{0, 0, 1, 0, 0}).logOdds(3); math.IsInf(got, 0) || got < 100 {
		t.Errorf("a certain level: %v", got)
	}
}

func raiseStrand(b *Bank, iv Interview, strand string) Interview {
	for _, g := range b.collect(iv).answers {
		if g.question.Strand == strand {
			iv = iv.With(g.question.ID, g.answer(g.rung(g.response, true, anyOption)))
		}
	}
	return iv
}

// Strands are listed by what they would give, the greatest first; those that would give the same, in the
// content's order.
func TestGainsAreInOrder(t *testing.T) {
	b := NewBank(PlainCatalog())
	iv := answering(b, func(i int, _ *Question) int { return 1 + i/4%3 })
	r := b.Place(iv)
	b.Explain(iv, &r)
	var order []string
	for _, g := range r.Gains {
		order = append(order, g.Strand)
	}
	if want := []string{"s2", "s5", "s1", "s4", "s3", "s6"}; !slices.Equal(order, want) {
		t.Errorf("%v, want %v: %+v", order, want, r.Gains)
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
