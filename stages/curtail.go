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
	if !slices.Contains(b.left(rs), true) {
		return false
	}
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

// completion is an interview completed as the person might complete it.
type completion struct {
	*trial
	tempered curve
	theta    []int
}

func (b *Bank) completion(rs *responses, v *verdict) *completion {
	return &completion{b.trial(rs, v), v.tempered, make([]int, len(rs.strands))}
}

// draw completes the interview the n-th way: the level L is drawn from the tempered posterior, each strand's θ
// given L, and the answer to each open question given θ. "Not so far" closes a question's sisters, which for
// that come last.
func (c *completion) draw(n int) {
	c.restore()
	level := c.tempered.drawn(c.bank.chances[n])
	for d := range c.theta {
		c.theta[d] = c.givenAll.given(d, level).drawn(c.bank.strandChances[d][n])
	}
	for _, i := range c.bank.broadFirst {
		if it := &c.bank.items[i]; !c.closed[i] {
			c.answer(it, i, it.drawn(c.theta[it.strand], it.chances[n]))
		}
	}
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
