package stages

import (
	"math"
	"math/rand/v2"
)

// persona is a kind of simulated respondent: how their answers come about. It differs on purpose
// from the model that places them.
type persona struct {
	name string
	// noise is the spread of answers around what is true of the person, in levels.
	noise float64
	// between says that people stand anywhere from .5 to 5.5, not on whole levels.
	between bool
	// spread is the standard deviation of strands around the person's level.
	spread float64
	// graded uses cumulative logits (Samejima 1969) whose slopes vary with this log-deviation.
	graded float64
	// context is the deviation shared by questions that call up one situation.
	context float64
	// anchorError is how far the author's anchors are off.
	anchorError float64
	// noiseSpread is the log-deviation of noise from question to question.
	noiseSpread float64
	// bias is added to every answer; claimed, to the claims only.
	bias, claimed float64
	// random is the share of questions answered by chance.
	random float64
	// straight takes the same displayed position throughout.
	straight bool
	// short puts a strand that some level needs two levels beneath it.
	short bool
}

// ordinary is how far strands lie around a level in people who are not spiky.
const ordinary = 0.65

// honest lists the sixteen kinds of honest respondent.
func honest() []persona {
	return []persona{
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
	}
}

// respondent is one simulated person with an answer ready for every question.
type respondent struct {
	truth    int
	strands  []float64
	response []int // by item
}

// situations is how many questions share one context.
const situations = 3

// draw makes a person and their answers.
func (p persona) draw(b *Bank, rng *rand.Rand) respondent {
	level := 1 + float64(rng.IntN(Levels))
	if p.between {
		level = .5 + Levels*rng.Float64()
	}
	r := respondent{
		truth:    min(max(int(math.Round(level)), 1), Levels),
		strands:  make([]float64, len(b.catalog.Strands)),
		response: make([]int, len(b.items)),
	}
	for d := range r.strands {
		r.strands[d] = level + p.spread*rng.NormFloat64()
	}
	if p.short {
		p.shorten(b, &r, rng)
	}
	p.answer(b, &r, rng)
	return r
}

// shorten draws a level, one of its needs, and a person at or above that level but for the needed
// strand, which lies two below. The truth is the level they must not be held at.
func (p persona) shorten(b *Bank, r *respondent, rng *rand.Rand) {
	var own []int
	for len(own) == 0 {
		r.truth = 2 + rng.IntN(Levels-1)
		for _, need := range b.needs[r.truth] {
			if need.level == r.truth {
				own = append(own, need.strand)
			}
		}
	}
	level := r.truth + rng.IntN(Levels-r.truth+1)
	for d := range r.strands {
		r.strands[d] = float64(level)
	}
	r.strands[own[rng.IntN(len(own))]] = float64(r.truth - 2)
}

func (p persona) answer(b *Bank, r *respondent, rng *rand.Rand) {
	context := make([]float64, len(b.items)/situations+1)
	for i := range context {
		context[i] = p.context * rng.NormFloat64()
	}
	for n, i := range rng.Perm(len(b.items)) {
		it := &b.items[i]
		theta := r.strands[it.strand] + p.bias + context[n/situations]
		if !it.question.Evidence {
			theta += p.claimed
		}
		r.response[i] = p.respond(it, theta, rng)
	}
}

// respond draws a response to one question from a person who stands at theta. The author meant the
// options a little differently from what they say, and some questions are noisier than others.
func (p persona) respond(it *item, theta float64, rng *rand.Rand) int {
	if rng.Float64() < p.random {
		return rng.IntN(len(it.anchor))
	}
	noise := p.noise * math.Exp(p.noiseSpread*rng.NormFloat64())
	anchor := make([]float64, len(it.question.Options))
	for i := range anchor {
		anchor[i] = it.question.Options[i].Level + p.anchorError*rng.NormFloat64()
	}
	switch {
	case it.question.Several():
		return ticks(anchor, theta, noise, rng)
	case p.graded > 0:
		return grade(anchor, theta, math.Exp(p.graded*rng.NormFloat64())*logistic/noise, rng)
	case noise == 0:
		return closest(anchor, theta)
	}
	return partial(anchor, theta, noise, rng)
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
