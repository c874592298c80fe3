package simulate

import (
	"math"
	"math/rand/v2"

	"waymark/stages"
)

// kind is a kind of respondent: how their answers come about.
type kind struct {
	name  string
	group group
	// withNeeds places them with the needs of the levels, others without.
	withNeeds bool
	// noise is the spread of answers around what is true of the person, in levels; 0 answers exactly.
	noise float64
	// between says that people stand anywhere from .5 to 5.5, not on whole levels.
	between bool
	// spread is the standard deviation of strands around the person's level, in levels.
	spread float64
	// graded uses cumulative logits (Samejima 1969) whose slopes vary with this log-deviation.
	graded float64
	// context is the deviation shared by questions that call up one situation, in levels.
	context float64
	// anchorError is the deviation of the author's anchors from what the options say, in levels.
	anchorError float64
	// noiseSpread is the log-deviation of noise from question to question.
	noiseSpread float64
	// bias is added to every answer; claimed, to the claims only. Both are in levels.
	bias, claimed float64
	// random is the share of questions answered by chance.
	random float64
	// straight takes the same displayed position throughout.
	straight bool
	// short puts a strand that some level needs two levels below it.
	short bool
}

// group says which figures a kind of respondent counts towards.
type group int

const (
	honest group = iota
	inflated
	random
	halfRandom
	straightLine
	levelBare  // all strands at one level, placed without the needs
	level      // the same, with them
	short      // one needed strand two levels short
	shortExact // the same, answering exactly
)

// ordinary is how far strands scatter around a level in people who are not spiky, in levels.
const ordinary = 0.65

// kindsFor lists the kinds of respondent: the sixteen honest ones, the careless, and, where levels have
// needs, those who measure what the needs cost and catch.
func kindsFor(needs [][]int) []kind {
	kinds := []kind{
		{name: "noise .5", noise: .5, spread: ordinary},
		{name: "noise .9", noise: .9, spread: ordinary},
		{name: "noise 1.2", noise: 1.2, spread: ordinary},
		{name: "noise 1.5", noise: 1.5, spread: ordinary},
		{name: "between levels, noise .7", noise: .7, spread: ordinary, between: true},
		{name: "between levels, noise 1", noise: 1, spread: ordinary, between: true},
		{name: "graded", noise: .9, spread: ordinary, graded: .3},
		{name: "graded, between levels", noise: .9, spread: ordinary, graded: .3, between: true},
		{name: "strands within .5", noise: .9, spread: .5},
		{name: "spiky strands .8", noise: .9, spread: .8},
		{name: "shared context .4", noise: .9, spread: ordinary, context: .4},
		{name: "shared context .6", noise: .9, spread: ordinary, context: .6},
		{name: "anchors off by .3", noise: .9, spread: ordinary, anchorError: .3},
		{name: "anchors off by .5", noise: .9, spread: ordinary, anchorError: .5},
		{name: "noise by question", noise: .9, spread: ordinary, noiseSpread: .4},
		{name: "bias +.3", noise: .9, spread: ordinary, bias: .3},

		{name: "claims one level too high", group: inflated, noise: .9, spread: ordinary, claimed: 1},
		{name: "random", group: random, noise: .9, spread: ordinary, random: 1},
		{name: "half random", group: halfRandom, noise: .9, spread: ordinary, random: .5},
		{name: "straight line", group: straightLine, noise: .9, spread: ordinary, straight: true},
	}
	for _, named := range needs {
		if len(named) > 0 {
			return append(kinds,
				kind{name: "all strands at the level, without needs", group: levelBare, noise: .9},
				kind{name: "all strands at the level", group: level, withNeeds: true, noise: .9},
				kind{name: "needed strand two levels short", group: short, withNeeds: true, noise: .9, short: true},
				kind{name: "the same, answering exactly", group: shortExact, withNeeds: true, short: true})
		}
	}
	return kinds
}

// respondent is one simulated person, with an answer ready for every question.
type respondent struct {
	truth   int
	strands []float64 // the level along each
	answers stages.Answers
}

// perSituation is how many questions share one context.
const perSituation = 3

// draw makes a person and their answers.
func (e *experiment) draw(k kind, rng *rand.Rand) respondent {
	level := 1 + float64(rng.IntN(e.levels))
	if k.between {
		level = .5 + float64(e.levels)*rng.Float64()
	}
	r := respondent{
		truth:   min(max(int(math.Round(level)), 1), e.levels),
		strands: make([]float64, e.strands),
		answers: make(stages.Answers, len(e.questions)),
	}
	for d := range r.strands {
		r.strands[d] = level + k.spread*rng.NormFloat64()
	}
	if k.short {
		e.shorten(&r, rng)
	}
	e.answer(k, &r, rng)
	return r
}

// shorten draws a level, one of its needs, and a person at or above that level but for the needed strand,
// which is two below. The truth is where they stand but for it, which they must not be held at.
func (e *experiment) shorten(r *respondent, rng *rand.Rand) {
	var named []int
	needs := 0
	for len(named) == 0 {
		needs = 2 + rng.IntN(e.levels-1)
		named = e.needs[needs]
	}
	r.truth = needs + rng.IntN(e.levels-needs+1)
	for d := range r.strands {
		r.strands[d] = float64(r.truth)
	}
	r.strands[named[rng.IntN(len(named))]] = float64(needs - 2)
}

func (e *experiment) answer(k kind, r *respondent, rng *rand.Rand) {
	context := make([]float64, len(e.questions)/perSituation+1)
	for i := range context {
		context[i] = k.context * rng.NormFloat64()
	}
	for n, i := range rng.Perm(len(e.questions)) {
		q := &e.questions[i]
		theta := r.strands[e.strand[i]] + k.bias + context[n/perSituation]
		if !q.Evidence {
			theta += k.claimed
		}
		r.answers[q.ID] = k.answer(q, theta, rng)
	}
}

// answer draws the answer to one question of a person who stands at theta. The author meant the
// options a little differently from what they say, and some questions are noisier than others.
func (k kind) answer(q *stages.Question, theta float64, rng *rand.Rand) stages.Answer {
	if rng.Float64() < k.random {
		if q.Several() {
			return boxes(q, rng.IntN(1<<len(q.Options)))
		}
		return option(q, rng.IntN(len(q.Options)))
	}
	noise := k.noise * math.Exp(k.noiseSpread*rng.NormFloat64())
	anchor := make([]float64, len(q.Options))
	for i := range anchor {
		anchor[i] = q.Options[i].Level + k.anchorError*rng.NormFloat64()
	}
	switch {
	case q.Several():
		return boxes(q, ticks(anchor, theta, noise, rng))
	case k.graded > 0:
		return option(q, grade(anchor, theta, math.Exp(k.graded*rng.NormFloat64())*logistic/noise, rng))
	case noise == 0:
		return option(q, closest(anchor, theta))
	}
	return option(q, partial(anchor, theta, noise, rng))
}

func option(q *stages.Question, i int) stages.Answer {
	return stages.Answer{Options: []string{q.Options[i].ID}}
}

// boxes ticks those that are set in a bit mask.
func boxes(q *stages.Question, mask int) stages.Answer {
	a := stages.Answer{Options: []string{}}
	for i := range q.Options {
		if mask&(1<<i) != 0 {
			a.Options = append(a.Options, q.Options[i].ID)
		}
	}
	return a
}

// partial draws an option with probability ∝ exp(−(a − θ)² / 2 noise²).
func partial(anchor []float64, theta, noise float64, rng *rand.Rand) int {
	best, top := 0, math.Inf(-1)
	for i, a := range anchor {
		z := (a - theta) / noise
		if g := -z*z/2 - math.Log(-math.Log(rng.Float64())); g > top {
			best, top = i, g
		}
	}
	return best
}

// logistic is the slope at which a logistic curve looks most like a normal one of deviation 1.
const logistic = 1.702

func closest(anchor []float64, x float64) int {
	best := 0
	for i, a := range anchor {
		if math.Abs(a-x) < math.Abs(anchor[best]-x) {
			best = i
		}
	}
	return best
}

// grade climbs from option to option, in the order of their anchors, past each midpoint with
// probability 1/(1 + exp(−slope (θ − midpoint))): one draw for all (Samejima 1969).
func grade(anchor []float64, theta, slope float64, rng *rand.Rand) int {
	u := rng.Float64()
	return closest(anchor, theta-math.Log(u/(1-u))/slope)
}

// ticks draws each box on its own.
func ticks(anchor []float64, theta, noise float64, rng *rand.Rand) int {
	mask := 0
	for i, a := range anchor {
		if theta+noise*rng.NormFloat64() >= a {
			mask |= 1 << i
		}
	}
	return mask
}

// positions are those that a straight line is drawn from, the first ones on the screen.
const positions = 5

// straighten makes every answer stand at one displayed position.
func (e *experiment) straighten(r *respondent, b *stages.Bank, seed uint64, rng *rand.Rand) {
	position := rng.IntN(positions)
	for i := range e.questions {
		q := &e.questions[i]
		order := b.OptionOrder(q, seed)
		r.answers[q.ID] = option(q, order[min(position, len(order)-1)])
	}
}
