package simulate

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"waymark/stages"
)

func rngFor(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 0)) }

// shares is how often each of n outcomes comes in many draws.
func shares(n int, draw func() int) []float64 {
	const times = 40_000
	out := make([]float64, n)
	for range times {
		out[draw()] += 1. / times
	}
	return out
}

func near(got, want []float64) bool {
	return slices.EqualFunc(got, want, func(x, y float64) bool { return math.Abs(x-y) < .012 })
}

func TestHowOptionsAreChosen(t *testing.T) {
	anchors := []float64{1, 2, 4}
	rng := rngFor(1)
	partly, sum := make([]float64, 3), 0.0
	for i, a := range anchors {
		partly[i] = math.Exp(-(a - 2.5) * (a - 2.5) / (2 * .8 * .8))
		sum += partly[i]
	}
	for i := range partly {
		partly[i] /= sum
	}
	past := func(midpoint float64) float64 { return 1 / (1 + math.Exp(-2*(2.5-midpoint))) }
	normal := func(x float64) float64 { return (1 + math.Erf(x/math.Sqrt2)) / 2 }
	for _, c := range []struct {
		name string
		draw func() int
		want []float64
	}{
		{"partial credit", func() int { return partial(anchors, 2.5, .8, rng) }, partly},
		{"graded", func() int { return grade(anchors, 2.5, 2, rng) }, []float64{1 - past(1.5), past(1.5) - past(3), past(3)}},
		{"boxes", func() int { return ticks([]float64{3}, 2.5, .8, rng) }, []float64{normal(.5 / .8), normal(-.5 / .8)}},
	} {
		if got := shares(len(c.want), c.draw); !near(got, c.want) {
			t.Errorf("%s: %.3f, want %.3f", c.name, got, c.want)
		}
	}
	for x, want := range map[float64]int{0: 0, 1.4: 0, 1.5: 0, 1.6: 1, 2.9: 1, 3.1: 2, 9: 2} {
		if got := closest(anchors, x); got != want {
			t.Errorf("the option closest to %v is %d, want %d", x, got, want)
		}
	}
}

// at is the level an answer of the plain bank speaks for.
func at(q *stages.Question, a stages.Answer) float64 { return q.Option(a.Options[0]).Level }

// offsets draws people of a kind and tells of every answer how far it is from where the person stands.
func offsets(t *testing.T, k kind, people int, tell func(q *stages.Question, theta, off float64)) {
	t.Helper()
	e := newExperiment(stages.NewBank(plain(t)))
	rng := rngFor(2)
	for range people {
		r := e.draw(k, rng)
		for i := range e.questions {
			q := &e.questions[i]
			tell(q, r.strands[e.strand[i]], at(q, r.answers[q.ID])-r.strands[e.strand[i]])
		}
	}
}

// Without noise, people answer where they stand; whoever exaggerates does so in claims only.
func TestExactAnswers(t *testing.T) {
	for _, c := range []struct {
		kind            kind
		evidence, claim float64
	}{
		{kind{}, 0, 0}, {kind{claimed: 1}, 0, 1}, {kind{bias: -1}, -1, -1}, {kind{random: 0, claimed: -1}, 0, -1},
	} {
		offsets(t, c.kind, 30, func(q *stages.Question, theta, off float64) {
			want := c.claim
			if q.Evidence {
				want = c.evidence
			}
			want = min(max(theta+want, 1), 5) - theta
			if off != want {
				t.Fatalf("%+v: %s of a person at %v is off by %v", c.kind, q.ID, theta, off)
			}
		})
	}
}

// What varies from person to person, strand to strand and question to question has the spread it should.
func TestSpreads(t *testing.T) {
	e := newExperiment(stages.NewBank(plain(t)))
	rng := rngFor(3)
	levels := make([]float64, 5)
	var strands, within, across, n float64
	for range 4000 {
		r := e.draw(kind{spread: .5}, rng)
		levels[r.truth-1] += 1. / 4000
		for _, s := range r.strands {
			strands += (s - float64(r.truth)) * (s - float64(r.truth))
			n++
		}
	}
	if got := math.Sqrt(strands / n); math.Abs(got-.5) > .02 || slices.Min(levels) < .18 || slices.Max(levels) > .22 {
		t.Errorf("strands spread by %.3f, levels are %.3f", got, levels)
	}
	lowest, highest := 9.0, 0.0
	for range 4000 {
		r := e.draw(kind{between: true}, rng)
		lowest, highest = min(lowest, r.strands[0]), max(highest, r.strands[0])
		if math.Abs(r.strands[0]-float64(r.truth)) > .5 {
			t.Fatalf("a person at %v is taken for level %d", r.strands[0], r.truth)
		}
	}
	if lowest < .5 || lowest > .52 || highest > 5.5 || highest < 5.48 {
		t.Errorf("between levels people stand from %v to %v", lowest, highest)
	}
	// Three questions in a row share a context, so that answers to them differ less than others do.
	k := kind{context: 1, noise: .3}
	for seed := range uint64(1500) {
		rng := rngFor(seed)
		r := e.draw(k, rng)
		again := rngFor(seed) // the same draws, to know the order of the questions
		again.IntN(5)
		for range e.strands {
			again.NormFloat64()
		}
		for range len(e.questions)/3 + 1 {
			again.NormFloat64()
		}
		order := again.Perm(len(e.questions))
		off := func(n int) float64 { q := &e.questions[order[n]]; return at(q, r.answers[q.ID]) }
		if r.truth == 3 {
			within += math.Abs(off(0) - off(2))
			across += math.Abs(off(2) - off(3))
		}
	}
	if within > .6*across {
		t.Errorf("in one context answers differ by %v, in two by %v", within, across)
	}
}

func TestNoisyAnswers(t *testing.T) {
	spread := func(k kind) float64 {
		sum, n := 0.0, 0.0
		offsets(t, k, 600, func(_ *stages.Question, theta, off float64) {
			if theta == 3 {
				sum, n = sum+off*off, n+1
			}
		})
		return math.Sqrt(sum / n)
	}
	some := spread(kind{noise: .6})
	for name, k := range map[string]kind{
		"more noise": {noise: 1.2}, "noise by question": {noise: .6, noiseSpread: .8}, "anchors off": {noise: .6, anchorError: .6},
		"half at random": {noise: .6, random: .5}, "a bias": {noise: .6, bias: 1}, "in context": {noise: .6, context: .7},
	} {
		if got := spread(k); got < some*1.15 {
			t.Errorf("%s: answers spread by %.3f, otherwise by %.3f", name, got, some)
		}
	}
	if got := spread(kind{random: 1}); math.Abs(got-math.Sqrt2) > .06 {
		t.Errorf("random answers spread by %.3f", got)
	}
	if steep := spread(kind{noise: .6, graded: 1e-9}); math.Abs(steep-some) > .12 {
		t.Errorf("graded answers spread by %.3f, others by %.3f", steep, some)
	}
}

// Whoever is short stands at a level, or above it, but for one strand that it needs, which is two below.
func TestShortPeople(t *testing.T) {
	c := plain(t)
	c.Levels[2].Needs, c.Levels[4].Needs = []string{"s1"}, []string{"s2", "s3", "s1"}
	e := newExperiment(stages.NewBank(c))
	rng := rngFor(4)
	seen := map[[3]int]int{} // truth, strand, its level
	for range 400 {
		r := e.draw(kind{short: true}, rng)
		short := 0
		for d, s := range r.strands {
			if s != float64(r.truth) {
				short++
				seen[[3]int{r.truth, d, int(s)}]++
			}
		}
		if short != 1 {
			t.Fatalf("short of level %d: %v", r.truth, r.strands)
		}
	}
	want := [][3]int{{3, 0, 1}, {4, 0, 1}, {5, 0, 1}, {5, 0, 3}, {5, 1, 3}, {5, 2, 3}}
	for _, w := range want {
		if seen[w] < 40 {
			t.Errorf("of 400 people, %d stand at %d but for strand %d at %d", seen[w], w[0], w[1], w[2])
		}
	}
	if len(seen) != len(want) {
		t.Errorf("people are short of %v", seen)
	}
}

// A straight line runs down one position of the screen.
func TestStraightPeople(t *testing.T) {
	c := plain(t)
	c.Questions[2].Kind = stages.Checklist
	b := stages.NewBank(c)
	e := newExperiment(b)
	rng := rngFor(5)
	positions := map[int]bool{}
	for seed := range uint64(40) {
		r := e.draw(kind{}, rng)
		e.straighten(&r, b, seed, rng)
		first := -1
		for i := range c.Questions {
			q := &c.Questions[i]
			a := r.answers[q.ID]
			position := slices.IndexFunc(b.OptionOrder(q, seed), func(o int) bool { return q.Options[o].ID == a.Options[0] })
			if first < 0 {
				first = position
			}
			if position != first || len(a.Options) != 1 {
				t.Fatalf("seed %d: %s is answered in position %d, others in %d", seed, q.ID, position, first)
			}
		}
		positions[first] = true
	}
	if len(positions) != 5 {
		t.Errorf("lines run down %v only", positions)
	}
}

// Random answers take every option, and every set of boxes, alike.
func TestRandomAnswers(t *testing.T) {
	rng := rngFor(6)
	q := &stages.Question{Kind: stages.Checklist, Options: []stages.Option{{ID: "a", Level: 5}, {ID: "b", Level: 1}}}
	sets := func() int {
		mask := 0
		for _, id := range (kind{random: 1}).answer(q, 1, rng).Options {
			mask += map[string]int{"a": 1, "b": 2}[id]
		}
		return mask
	}
	if got := shares(4, sets); !near(got, []float64{.25, .25, .25, .25}) {
		t.Errorf("boxes: %.3f", got)
	}
	q.Kind = stages.Ladder
	one := func() int { return map[string]int{"a": 0, "b": 1}[(kind{random: 1}).answer(q, 1, rng).Options[0]] }
	if got := shares(2, one); !near(got, []float64{.5, .5}) {
		t.Errorf("options: %.3f", got)
	}
}
