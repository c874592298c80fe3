package stages

import (
	"math"
	"testing"
)

// checklist has boxes at levels 1, 3 and 5, out of order.
var checklist = Question{ID: "q", Kind: Checklist, Options: []Option{
	{ID: "three", Level: 3}, {ID: "one", Level: 1}, {ID: "five", Level: 5},
}}

// An answer to a checklist is .7 of the log-likelihood of its boxes, each a logistic curve clamped to
// .02 … .98.
func TestChecklistLikelihood(t *testing.T) {
	it := compile(&checklist, 0)
	box := func(theta, level float64) float64 {
		return min(max(1/(1+math.Exp(-(theta-level+.5)/.6)), .02), .98)
	}
	for level := range plainLevels {
		theta := float64(level + 1)
		want := .7 * (math.Log(box(theta, 3)) + math.Log(box(theta, 1)) + math.Log(1-box(theta, 5)))
		if got := it.loglik[0b011][level]; math.Abs(got-want) > 1e-12 {
			t.Errorf("at %v: %v, want %v", theta, got, want)
		}
		sum := 0.0
		for r := range it.prob {
			sum += it.prob[r][level]
		}
		if math.Abs(sum-1) > 1e-12 {
			t.Errorf("at %v the screens' probabilities sum to %v", theta, sum)
		}
	}
}

func TestResponses(t *testing.T) {
	it := compile(&checklist, 0)
	for _, c := range []struct {
		options []string
		anchor  float64
		up      []string
		down    []string
	}{
		{[]string{}, 0, []string{"one"}, []string{}},
		{[]string{"one"}, 1, []string{"three", "one"}, []string{}},
		{[]string{"three"}, 3, []string{"three", "five"}, []string{}},
		{[]string{"one", "five"}, 5, []string{"one", "five"}, []string{"one"}}, // the box left below is no rung up
		{[]string{"three", "one", "five"}, 5, []string{"three", "one", "five"}, []string{"three", "one"}},
	} {
		r, ok := it.response(Answer{Options: c.options})
		up, _ := it.response(Answer{Options: c.up})
		down, _ := it.response(Answer{Options: c.down})
		if !ok || it.anchor[r] != c.anchor || it.rung(r, true, anyOption) != up || it.rung(r, false, anyOption) != down {
			t.Errorf("%v: anchor %v, up %v, down %v", c.options, it.anchor[r], it.answer(it.rung(r, true, anyOption)), it.answer(it.rung(r, false, anyOption)))
		}
	}
	if _, ok := it.response(Answer{Options: []string{"gone"}}); ok {
		t.Error("a box that is gone is no answer")
	}
	for _, c := range []struct {
		anchors        []float64
		from, up, down int
	}{
		{[]float64{3, 1, 5}, 1, 0, 1}, {[]float64{3, 1, 5}, 0, 2, 1}, {[]float64{3, 1, 5}, 2, 2, 0},
		{[]float64{3, 5, 4, 3}, 0, 2, 0}, {[]float64{3, 3, 1}, 0, 0, 2}, {[]float64{1, 4, 2, 3}, 1, 1, 3},
	} {
		it := ladder(c.anchors...)
		if up, down := it.rung(c.from, true, anyOption), it.rung(c.from, false, anyOption); up != c.up || down != c.down {
			t.Errorf("of %v, from option %d: up %d, down %d", c.anchors, c.from, up, down)
		}
	}
}

// A single choice is scored where its options speak for different levels; a checklist always is, since a
// box can be left.
func TestWhatIsScored(t *testing.T) {
	box := compile(&Question{Kind: Checklist, Options: []Option{{Level: 0}}}, 0)
	same, different := ladder(3, 3), ladder(3, 3, 3.5)
	if !box.scored || same.scored || !different.scored {
		t.Errorf("a checklist %v, one level %v, two %v", box.scored, same.scored, different.scored)
	}
}

// The mean and the variance of an answer's level, in a person whose level is known.
func TestMoments(t *testing.T) {
	mean, variance := moments([]float64{1, 5}, []curve{{1, .5, .25, 0, 0}, {0, .5, .75, 1, 1}})
	if mean != (curve{1, 3, 4, 5, 5}) || variance != (curve{0, 4, 3, 0, 0}) {
		t.Errorf("mean %v, variance %v", mean, variance)
	}
}
