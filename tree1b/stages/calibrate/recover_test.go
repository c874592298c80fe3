package calibrate_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"testing"

	"waymark/content"
	"waymark/stages"
	"waymark/stages/calibrate"
)

func plain(t testing.TB) *stages.Catalog {
	t.Helper()
	c, faults := content.Load(os.DirFS("../testdata/plain"))
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	return c
}

// moved is a catalog with other anchors.
func moved(c *stages.Catalog, to func(q *stages.Question, o *stages.Option) float64) *stages.Catalog {
	out := *c
	out.Questions = slices.Clone(c.Questions)
	for i := range out.Questions {
		q := &out.Questions[i]
		q.Options = slices.Clone(q.Options)
		for j := range q.Options {
			q.Options[j].Level = min(max(to(q, &q.Options[j]), 0), 5)
		}
	}
	return &out
}

// answersOf draws a person at a level and lets them answer as the model of a catalog has it, so often.
func answersOf(c *stages.Catalog, level, times int, rng *rand.Rand) []map[string]calibrate.Answer {
	at := map[string]float64{}
	for _, s := range c.Strands {
		at[s.ID] = float64(level) + .65*rng.NormFloat64()
	}
	var out []map[string]calibrate.Answer
	for range times {
		answers := map[string]calibrate.Answer{}
		for i := range c.Questions {
			q := &c.Questions[i]
			answers[q.ID] = calibrate.Answer{Answer: stages.Answer{Options: choose(q, at[q.Strand], rng)}}
		}
		out = append(out, answers)
	}
	return out
}

func choose(q *stages.Question, at float64, rng *rand.Rand) []string {
	chosen, best := []string{}, math.Inf(-1)
	for _, o := range q.Options {
		if q.Several() {
			if rng.Float64() < 1/(1+math.Exp(-(at-o.Level+.5)/.6)) {
				chosen = append(chosen, o.ID)
			}
			continue
		}
		// The Gumbel-max trick: each option with probability ∝ exp(−(a − θ)² / 2σ²).
		z := (o.Level - at) / .9
		if v := -z*z/2 - math.Log(-math.Log(rng.Float64())); v > best {
			chosen, best = []string{o.ID}, v
		}
	}
	return chosen
}

func panel(c *stages.Catalog, people int, rng *rand.Rand) *calibrate.Study {
	s := &calibrate.Study{Judges: []calibrate.Judge{{ID: "j", Levels: map[string]calibrate.Judgement{}}}, Readers: []calibrate.Reader{
		{ID: "a", Answers: map[string]map[string]calibrate.Answer{}}, {ID: "b", Answers: map[string]map[string]calibrate.Answer{}}}}
	for i := range people {
		id, level := fmt.Sprintf("p%03d", i), i%5+1
		s.People = append(s.People, calibrate.Person{ID: id, Work: "support"})
		s.Judges[0].Levels[id] = calibrate.Judgement{Level: level, Low: level, High: level}
		for r, a := range answersOf(c, level, 2, rng) {
			s.Readers[r].Answers[id] = a
		}
	}
	return s
}

// Anchors that are all half a level too high, and each a little off, are found by 48 people and two
// readers: whoever else comes is then placed as well as by the true ones.
func TestAnchorsAreRecovered(t *testing.T) {
	present, rng := plain(t), rand.New(rand.NewPCG(2, 1))
	truth := moved(present, func(_ *stages.Question, o *stages.Option) float64 { return o.Level - .5 + .3*rng.NormFloat64() })
	study, others := panel(truth, 48, rng), panel(truth, 150, rng)
	r := calibrate.Run(stages.NewBank(present), study, calibrate.Options{Seeds: 1})
	if math.Abs(r.Shift+.5) > .12 {
		t.Errorf("all anchors are to move by %.2f, and are off by -.5", r.Shift)
	}
	to := map[[2]string]float64{}
	for _, m := range r.Moves() {
		to[[2]string{m.Question, m.Option}] = m.To
	}
	set := moved(present, func(q *stages.Question, o *stages.Option) float64 {
		if level, ok := to[[2]string{q.ID, o.ID}]; ok {
			return level
		}
		return o.Level
	})
	score := func(c *stages.Catalog) calibrate.Lengths {
		return calibrate.Run(stages.NewBank(c), others, calibrate.Options{Seeds: 1}).Calibration.Lengths
	}
	before, after, best := score(present), score(set), score(truth)
	for _, s := range [][3]calibrate.Score{{before.Full, after.Full, best.Full}, {before.Adaptive, after.Adaptive, best.Adaptive}} {
		if s[0].Exact > .7 || s[0].Bias < .25 || s[1].Exact < s[2].Exact-.04 || math.Abs(s[1].Bias) > .15 {
			t.Errorf("exact %.3f, then %.3f, at best %.3f; bias %+.2f, then %+.2f", s[0].Exact, s[1].Exact, s[2].Exact, s[0].Bias, s[1].Bias)
		}
	}
}

// Interviews are drawn with seeds of their own, and lose others than all answers do.
func TestInterviewsDiffer(t *testing.T) {
	c, rng := plain(t), rand.New(rand.NewPCG(3, 1))
	people := panel(c, 40, rng)
	low := moved(c, func(_ *stages.Question, o *stages.Option) float64 { return o.Level - .7 })
	r := calibrate.Run(stages.NewBank(low), people, calibrate.Options{Seeds: 4})
	if reflect.DeepEqual(r.Losses.Full, r.Losses.Adaptive) || len(r.Losses.Full) == 0 {
		t.Errorf("all answers and interviews lose the same people: %+v", r.Losses)
	}
	bySeed := slices.ContainsFunc(r.Placed, func(p calibrate.Placed) bool { return 2*p.Adaptive != math.Trunc(2*p.Adaptive) })
	if !bySeed {
		t.Errorf("each of two readings gives the same level by every seed: %+v", r.Placed)
	}
}
