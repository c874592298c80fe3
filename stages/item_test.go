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
	for level := range Levels {
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
		raised  []string
	}{
		{[]string{}, 0, []string{"one"}},
		{[]string{"one"}, 1, []string{"three", "one"}},
		{[]string{"five"}, 5, []string{"one", "five"}},
		{[]string{"three", "one", "five"}, 5, []string{"three", "one", "five"}},
	} {
		r, ok := it.response(Answer{Options: c.options})
		up, _ := it.response(Answer{Options: c.raised})
		if !ok || it.anchor[r] != c.anchor || it.raised(r) != up {
			t.Errorf("%v: anchor %v, raised %v", c.options, it.anchor[r], it.answer(it.raised(r)))
		}
	}
	if _, ok := it.response(Answer{Options: []string{"gone"}}); ok {
		t.Error("a box that is gone is no answer")
	}
	single := checklist
	single.Kind = Ladder
	ladder := compile(&single, 0)
	for given, want := range map[int]int{1: 0, 0: 2, 2: 2} {
		if got := ladder.raised(given); got != want {
			t.Errorf("option %d raised is %d, want %d", given, got, want)
		}
	}
}
