package stages

import "math"

// Likelihood is how probable each option is for a person whose overall level is 1 to levels, with the
// strand scattered around it: entry [o][L−1] is
//
//	P(o | L) = Σ_θ T[L][θ] P(o | θ)
//
// For a checklist's option it is the probability that its box is ticked. Package calibrate fits anchors
// by it.
func (q *Question) Likelihood(levels int) [][MaxLevels]float64 {
	out := make([][MaxLevels]float64, len(q.Options))
	prior := &strandPriors[levels]
	for o, given := range q.likelihood() {
		for l := range levels {
			for t := range levels {
				out[o][l] += prior[l][t] * given[t]
			}
		}
	}
	return out
}

// likelihood is P(o | θ), by option.
func (q *Question) likelihood() []curve {
	if !q.Several() {
		return normalised(logLikelihood(q, anchors(q), 1, boxFloor))
	}
	out := make([]curve, len(q.Options))
	for o := range out {
		_, ticked := box(q.Options[o].Level, 1, boxFloor)
		for t := range MaxLevels {
			out[o][t] = math.Exp(ticked[t])
		}
	}
	return out
}
