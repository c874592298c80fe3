package simulate

import (
	"math"
	"testing"

	"waymark/stages"
)

func TestRetake(t *testing.T) {
	at := func(held int, sure bool, questions ...string) outcome {
		return outcome{held: held, clear: sure, questions: questions}
	}
	got := retake([]retaken{
		{first: at(2, true, "a", "b"), same: at(2, true, "a", "b")},
		{first: at(2, true, "a", "b"), same: at(3, true, "a", "c")},
		{first: at(2, false, "a", "b"), same: at(3, true, "c", "d", "b")},
		{first: at(2, true, "a", "b"), same: at(2, false, "c")},
	}, func(t retaken) outcome { return t.same })
	if want := (Retake{People: 4, Moved: .5, ClearAndMoved: .5, Clear: .5, Again: .5}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// The same seed gives the same; who answers afresh moves more often than who gives the same answers, and who grew
// moves most.
func TestRetakesOfThePlainBank(t *testing.T) {
	b := stages.NewBank(plain(t))
	done := 0
	opt := Options{Respondents: 20, Seed: 3, Progress: func(n, _ int) { done = n }}
	r := Retakes(b, opt)
	if again := Retakes(b, opt); again != r || done != r.Same.People || done != 16*20 {
		t.Errorf("%+v\n%+v, %d done", r, again, done)
	}
	if !(r.Same.Moved < r.Afresh.Moved && r.Afresh.Moved < r.Grown.Moved) || r.Same.Again < .5 || math.IsNaN(r.Same.ClearAndMoved) {
		t.Errorf("%+v", r)
	}
}
