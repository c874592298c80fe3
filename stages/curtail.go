package stages

import (
	"math/rand/v2"
	"slices"
)

// The constants of curtailment. docs/measurement.md says how each was chosen.
const (
	turnOdds      = 0.05 // probability of another level, if all were asked, at which the interview stops
	turnOddsQuick = 0.15 // in quick mode
	turnDraws     = 40   // completions by which that probability is estimated
	turnSeed      = 1    // always the same, so that a decision depends on the answers alone
)

// turnable reports whether the questions still open could well give another level: the interview stops where
// they would, if all of them were asked, with probability γ at most. That is stochastic curtailment (Finkelman,
// "On using stochastic curtailment to shorten the SPRT in sequential mastery testing", Journal of Educational
// and Behavioral Statistics 33(4), 2008). The probability is the share of completions that end at another
// level, and no more of them are drawn than decide. The same answers always get the same decision.
func (b *Bank) turnable(rs *responses, v *verdict) bool {
	allowed := rs.turnOdds() * turnDraws
	c := b.completion(rs, v)
	turned := 0.0
	for n := 0; turned <= allowed && turned+float64(turnDraws-n) > allowed; n++ {
		c.draw(n)
		if c.held() != v.held {
			turned++
		}
	}
	return turned > allowed
}

func (rs *responses) turnOdds() float64 {
	if rs.quick {
		return turnOddsQuick
	}
	return turnOdds
}

// completion is an interview completed as the person might complete it. One after the other is drawn in the
// same memory, since there are many.
type completion struct {
	bank *Bank
	// As far as the person answered.
	given                    *responses
	posterior                *verdict
	givenSums, givenEvidence []curve
	// All answers, the drawn ones last.
	responses
	sums, evidence  []curve // the strands' log-likelihood, and that of evidence alone
	hasEvidence     bool
	all, ofEvidence posterior
	theta           []int
}

func (b *Bank) completion(rs *responses, v *verdict) *completion {
	c := &completion{bank: b, given: rs, posterior: v, theta: make([]int, len(rs.strands))}
	c.all.levels, c.ofEvidence.levels = b.levels(), b.levels()
	c.givenSums, c.givenEvidence = b.sums(rs.answers, nil), b.sums(rs.answers, (*item).bearsOut)
	c.sums, c.evidence = slices.Clone(c.givenSums), slices.Clone(c.givenEvidence)
	c.responses = responses{
		answers: append(make([]answered, 0, len(b.items)), rs.answers...),
		closed:  slices.Clone(rs.closed), strands: slices.Clone(rs.strands), skips: rs.skips, quick: rs.quick,
	}
	return c
}

// draw completes the interview the n-th way: the level L is drawn from the tempered posterior, each strand's θ
// given L, and the answer to each open question given θ. "Not so far" closes a question's sisters, which for
// that come last.
func (c *completion) draw(n int) {
	c.answers = c.answers[:len(c.given.answers)]
	copy(c.closed, c.given.closed)
	copy(c.strands, c.given.strands)
	copy(c.sums, c.givenSums)
	copy(c.evidence, c.givenEvidence)
	c.hasEvidence = c.posterior.hasEvidence
	level := c.posterior.tempered.drawn(c.bank.chances[n])
	for d := range c.theta {
		c.theta[d] = c.posterior.strandGiven(d, level).drawn(c.bank.strandChances[d][n])
	}
	for _, i := range c.bank.broadFirst {
		if it := &c.bank.items[i]; !c.closed[i] {
			c.answer(it, i, it.drawn(c.theta[it.strand], it.chances[n]))
		}
	}
}

func (c *completion) answer(it *item, index, response int) {
	c.addResponse(it, index, response)
	c.sums[it.strand].add(it.loglik[response])
	if it.bearsOut() {
		c.evidence[it.strand].add(it.loglik[response])
		c.hasEvidence = true
	}
}

// held is the level of all answers.
func (c *completion) held() int {
	c.all.weigh(c.sums)
	c.ofEvidence.weigh(c.evidence)
	v := verdict{posterior: &c.all, assessed: c.assessed(), evidence: c.ofEvidence.level, hasEvidence: c.hasEvidence}
	c.bank.hold(&v, &c.responses)
	return v.held
}

// drawn is the entry of a distribution that a chance falls on.
func (c curve) drawn(chance float64) int {
	last := 0
	for t, p := range c {
		if chance -= p; chance < 0 {
			return t
		}
		if p > 0 {
			last = t
		}
	}
	return last // rounding left nothing
}

// drawn is the response of a person whose strand stands at t + 1 that a chance falls on.
func (it *item) drawn(t int, chance float64) int {
	for r := range it.prob {
		if chance -= it.prob[r][t]; chance < 0 {
			return r
		}
	}
	return len(it.prob) - 1
}

// chances are numbers from 0 to 1 that decide one thing in each completion.
type chances [turnDraws]float64

// What chances decide.
const (
	chanceOfResponse = iota
	chanceOfStrand
	chanceOfLevel
)

// chancesOf are the same for ever, and independent of those of every other thing: editing the rest of the bank
// moves nothing. One falls into each fortieth from 0 to 1, for so few drawn freely would leave gaps (McKay, Beckman
// and Conover, "A comparison of three methods for selecting values of input variables", Technometrics 21(2), 1979).
func chancesOf(kind uint64, id string) (out chances) {
	rng := rand.New(rand.NewPCG(turnSeed, drawOf(kind, id))) //nolint:gosec // repeatable on purpose
	for n, part := range rng.Perm(turnDraws) {
		out[n] = (float64(part) + rng.Float64()) / turnDraws
	}
	return out
}

// drawChances draws what every completion goes by, and the order of the questions in them.
func (b *Bank) drawChances() {
	b.chances = chancesOf(chanceOfLevel, "")
	for _, s := range b.catalog.Strands {
		b.strandChances = append(b.strandChances, chancesOf(chanceOfStrand, s.ID))
	}
	var narrow []int
	for i := range b.items {
		it := &b.items[i]
		it.chances = chancesOf(chanceOfResponse, it.question.ID)
		switch {
		case !it.scored:
		case len(it.sisters) > 0:
			b.broadFirst = append(b.broadFirst, i)
		default:
			narrow = append(narrow, i)
		}
	}
	b.broadFirst = append(b.broadFirst, narrow...)
}
