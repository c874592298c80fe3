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
	boxFloor  = 0.02 // the least probability of a tick, and of a box left
	wideMiss  = 0.20 // the least probability of a box left, in the wide model: many leave what is below them
	boxWeight = 0.7  // boxes on one screen depend on one another: their likelihood is taken to this power
)

// curve is a function of the strand's level: entry θ−1 belongs to level θ. A probability is 0 beyond the highest
// level of the catalog. What a question says is known for every level there could be, and read no further than the
// catalog goes.
type curve [MaxLevels]float64

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
	lowest float64 // the lowest anchor
	// prob is P(response | θ), summing to 1 over the responses.
	prob []curve
	// loglik is what an answer adds to the strand's log-likelihood. For a checklist it is the
	// discounted likelihood before renormalising.
	loglik []curve
	// wide is log P(response | θ) under each spread of the wide model, slips included. See [Bank.widen].
	wide [len(wideSpreads)][]curve
	// logResponses is the logarithm of how many responses there are.
	logResponses float64
	// mean and variance of the response's anchor at each level.
	mean, variance curve
	// partners are the indices of the questions the author paired with it, mostly one or none.
	partners []int
	// sisters are the indices of the questions that "not so far" makes needless.
	sisters []int
	// chances decide its response in completions.
	chances chances
}

func compile(q *Question, strand int) item {
	it := item{question: q, strand: strand}
	it.anchor = anchors(q)
	it.best, it.lowest = slices.Max(it.anchor), slices.Min(it.anchor)
	it.scored = q.Scored()
	it.loglik = logLikelihood(q, it.anchor, 1, boxFloor)
	it.prob = normalised(slices.Clone(it.loglik))
	it.logResponses = math.Log(float64(len(it.prob)))
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
// A checklist is a screen of yes/no boxes, discounted since its boxes depend on one another; miss is the least
// probability that a box is left.
func logLikelihood(q *Question, anchor []float64, factor, miss float64) []curve {
	if q.Several() {
		return screen(q, factor, miss)
	}
	out := make([]curve, len(anchor))
	for r, a := range anchor {
		for t := range MaxLevels {
			z := (a - float64(t+1)) / (sigma * factor)
			out[r][t] = -z * z / 2
		}
	}
	return logs(normalised(out))
}

// screen is boxWeight · Σ_b log P(box b as in the mask | θ), for every mask.
func screen(q *Question, factor, miss float64) []curve {
	out := make([]curve, 1<<len(q.Options))
	for i := range q.Options {
		left, ticked := box(q.Options[i].Level, factor, miss)
		for mask := range out {
			said := left
			if mask&(1<<i) != 0 {
				said = ticked
			}
			for t := range MaxLevels {
				out[mask][t] += boxWeight * said[t]
			}
		}
	}
	return out
}

// box is the log-probability, at each θ, that a box anchored at a level is left and that it is ticked.
func box(level, factor, miss float64) (left, ticked curve) {
	for t := range MaxLevels {
		p := 1 / (1 + math.Exp(-(float64(t+1)-level+boxEase)/(boxSlope*factor)))
		p = min(max(p, boxFloor), 1-miss)
		left[t], ticked[t] = math.Log(1-p), math.Log(p)
	}
	return left, ticked
}

// normalised turns log-likelihoods into probabilities that sum to 1 over the responses, in place: a start compiles
// every question, and memory takes time.
func normalised(loglik []curve) []curve {
	for t := range MaxLevels {
		sum := 0.0
		for r := range loglik {
			loglik[r][t] = math.Exp(loglik[r][t])
			sum += loglik[r][t]
		}
		for r := range loglik {
			loglik[r][t] /= sum
		}
	}
	return loglik
}

// logs takes logarithms, in place.
func logs(prob []curve) []curve {
	for r := range prob {
		for t := range MaxLevels {
			prob[r][t] = math.Log(prob[r][t])
		}
	}
	return prob
}

// moments are the mean and variance of the anchor at each level.
func moments(anchor []float64, prob []curve) (mean, variance curve) {
	for t := range MaxLevels {
		square := 0.0
		for r, a := range anchor {
			mean[t] += prob[r][t] * a
			square += prob[r][t] * a * a
		}
		variance[t] = max(0, square-mean[t]*mean[t])
	}
	return mean, variance
}

// response finds an answer among the item's responses; false as for [Question.chosen].
func (it *item) response(a Answer) (int, bool) {
	if len(a.Options) == 1 && a.Skip == "" && !it.question.Several() { // most answers, in a fraction of the time
		i := it.question.index(a.Options[0])
		return max(i, 0), i >= 0
	}
	chosen, ok := it.question.chosen(a)
	switch {
	case !ok:
		return 0, false
	case !it.question.Several():
		return chosen[0], true
	}
	mask := 0
	for _, i := range chosen {
		mask |= 1 << i
	}
	return mask, true
}

// answer is the inverse of response.
func (it *item) answer(response int) Answer {
	if !it.question.Several() {
		return Answer{Options: []string{it.question.Options[response].ID}}
	}
	a := Answer{Options: []string{}}
	for i := range it.question.Options {
		if response&(1<<i) != 0 {
			a.Options = append(a.Options, it.question.Options[i].ID)
		}
	}
	return a
}

// holds reports whether a response is an option, or has its box ticked.
func (it *item) holds(response, option int) bool {
	if it.question.Several() {
		return response&(1<<option) != 0
	}
	return response == option
}

func anyOption(*Option) bool { return true }

// rung is the response one rung higher or lower: the option with the next anchor; of a checklist, with the
// next box from the highest ticked one upward, or without that one. It is the response itself where there is
// none. An option that pass refuses is no rung.
func (it *item) rung(response int, up bool, pass func(*Option) bool) int {
	from, best, level := it.anchor[response], response, 0.0
	for i := range it.question.Options {
		next, l := i, it.question.Options[i].Level
		rung := l != from && (l > from) == up
		if it.question.Several() {
			next = response ^ 1<<i
			rung = (next > response) == up && (l >= from || !up)
		}
		if rung && pass(&it.question.Options[i]) && (best == response || l != level && (l < level) == up) {
			best, level = next, l
		}
	}
	return best
}
