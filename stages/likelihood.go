package stages

import "math"

// Likelihood is how probable each option is for a person whose overall level is 1 to [Levels], with the
// strand scattered around it: entry [o][L−1] is
//
//	P(o | L) = Σ_θ T[L][θ] P(o | θ)
//
// For a checklist's option it is the probability that its box is ticked. Package calibrate fits anchors
// by it.
func (q *Question) Likelihood() [][Levels]float64 {
	out := make([][Levels]float64, len(q.Options))
	for o, given := range q.likelihood() {
		for l := range Levels {
			for t := range Levels {
				out[o][l] += strandPrior[l][t] * given[t]
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
		for t := range Levels {
			out[o][t] = math.Exp(ticked[t])
		}
	}
	return out
}
