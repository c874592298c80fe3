package stages

import (
	"math"
	"slices"
)

// The likelihood's constants. Nobody calibrates a bank that anyone may edit, so they are fixed:
// docs/measurement.md says what was tried and what it gave.
const (
	sigma = 0.9 // spread of answers around the strand's level, in levels

	boxSlope  = 0.6 // a checklist's box: logit (θ − a + boxEase) / boxSlope
	boxEase   = 0.5
	boxFloor  = 0.02 // the least and, from 1, the most probability of a tick
	boxWeight = 0.7  // boxes on one screen lean on one another: their likelihood to this power
)

// curve is a function of the strand's level: entry θ−1 belongs to level θ.
type curve [Levels]float64

// item is a question compiled: every response it allows, with its likelihood at each level of the
// strand. A response is an option's index; a checklist's is a bit mask of its ticked boxes.
type item struct {
	question *Question
	strand   int
	// scored is false where all options of a single choice share one anchor: it can tell nothing.
	scored bool
	// anchor is what each response speaks for; a checklist's is its highest ticked box, or 0.
	anchor []float64
	best   float64 // the highest anchor
	// prob is P(response | θ), summing to 1 over the responses.
	prob []curve
	// loglik is what an answer adds to the strand's log-likelihood. For a checklist it is the
	// discounted likelihood before renormalising.
	loglik []curve
	// wide is log P(response | θ) under each spread of the wide model, slips included.
	wide [len(wideSpreads)][]curve
	// mean and variance of the response's anchor at each level.
	mean, variance curve
	// partner is the index of the other of the author's pair, or −1.
	partner int
}

func compile(q *Question, strand int) item {
	it := item{question: q, strand: strand, partner: -1}
	it.anchor = anchors(q)
	it.best = slices.Max(it.anchor)
	it.scored = it.best > slices.Min(it.anchor) || q.Several()
	it.loglik = logLikelihood(q, it.anchor, 1)
	it.prob = normalised(it.loglik)
	for s, spread := range wideSpreads {
		it.wide[s] = slipped(normalised(logLikelihood(q, it.anchor, spread/sigma)))
	}
	it.mean, it.variance = moments(it.anchor, it.prob)
	return it
}

// anchors gives the level each response speaks for.
func anchors(q *Question) []float64 {
	if !q.Several() {
		a := make([]float64, len(q.Options))
		for i := range q.Options {
			a[i] = q.Options[i].Level
		}
		return a
	}
	a := make([]float64, 1<<len(q.Options))
	for mask := range a {
		for i := range q.Options {
			if mask&(1<<i) != 0 {
				a[mask] = max(a[mask], q.Options[i].Level)
			}
		}
	}
	return a
}

// logLikelihood is log P(response | θ) up to a constant at each θ, with the spread widened by a
// factor. A single choice is a partial-credit item, P(o|θ) ∝ exp(−(a_o − θ)² / 2σ²) (Masters 1982).
// A checklist is a screen of yes/no boxes, discounted for leaning on one another.
func logLikelihood(q *Question, anchor []float64, factor float64) []curve {
	out := make([]curve, len(anchor))
	for r := range out {
		for t := range Levels {
			theta := float64(t + 1)
			if q.Several() {
				out[r][t] = screen(q, r, theta, factor)
				continue
			}
			z := (anchor[r] - theta) / (sigma * factor)
			out[r][t] = -z * z / 2
		}
	}
	if !q.Several() {
		return logs(normalised(out))
	}
	return out
}

// screen is boxWeight · Σ_b log P(box b as in mask | θ).
func screen(q *Question, mask int, theta, factor float64) float64 {
	sum := 0.0
	for i := range q.Options {
		p := 1 / (1 + math.Exp(-(theta-q.Options[i].Level+boxEase)/(boxSlope*factor)))
		p = min(max(p, boxFloor), 1-boxFloor)
		if mask&(1<<i) == 0 {
			p = 1 - p
		}
		sum += math.Log(p)
	}
	return boxWeight * sum
}

// normalised turns log-likelihoods into probabilities that sum to 1 over the responses.
func normalised(loglik []curve) []curve {
	out := make([]curve, len(loglik))
	for t := range Levels {
		sum := 0.0
		for r := range loglik {
			out[r][t] = math.Exp(loglik[r][t])
			sum += out[r][t]
		}
		for r := range out {
			out[r][t] /= sum
		}
	}
	return out
}

func logs(prob []curve) []curve {
	out := make([]curve, len(prob))
	for r := range prob {
		for t := range Levels {
			out[r][t] = math.Log(prob[r][t])
		}
	}
	return out
}

// moments are the mean and variance of the anchor at each level.
func moments(anchor []float64, prob []curve) (mean, variance curve) {
	for t := range Levels {
		square := 0.0
		for r, a := range anchor {
			mean[t] += prob[r][t] * a
			square += prob[r][t] * a * a
		}
		variance[t] = max(0, square-mean[t]*mean[t])
	}
	return mean, variance
}
