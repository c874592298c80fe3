package stages

import (
	"math"
	"slices"
)

// The constants of the stop rule. docs/measurement.md says how each was chosen.
const (
	stopRandomness = -0.5 // log Bayes factor for answers at random: nearer to chance than this, ask on
	stopEvidence   = 0.40 // probability of the held level on the evidence alone
)

// How many questions an interview may have, skips counted.
const (
	MaxQuestions   = 30
	QuickQuestions = 9 // in quick mode
)

// forecastPlays is how many interviews are played forward for a forecast.
const forecastPlays = 2

// mostQuestions is how many the interview may have.
func (rs *responses) mostQuestions() int {
	if rs.quick {
		return QuickQuestions
	}
	return MaxQuestions
}

// settled is the rule for stopping early: every strand is covered, every begun pair finished, no need in doubt
// that more questions could tell, the held level asked about, neither support nor evidence binding, the evidence
// alone bears the level out as far as there is evidence to ask for, the answers do not look like chance, and the
// questions left would hardly give another level. The last takes by far the longest to know.
func (b *Bank) settled(rs *responses, v *verdict) bool {
	if v == nil || v.binds(CapSupport) || v.binds(CapEvidence) {
		return false
	}
	left := b.left(rs)
	return !slices.Contains(rs.uncovered(left), true) && !pairOpen(rs) && b.doubtfulNeed(rs, v.posterior, left) < 0 &&
		askedAbout(v.held, rs.answers) && !b.evidenceLags(rs, v) && b.randomness(rs.answers) <= stopRandomness &&
		!b.turnable(rs, v)
}

// pairOpen reports whether an answered question waits for a partner.
func pairOpen(rs *responses) bool {
	open := func(item int) bool { return !rs.closed[item] }
	return slices.ContainsFunc(rs.answers, func(g answered) bool { return slices.ContainsFunc(g.partners, open) })
}

// evidenceLags reports whether the evidence alone leaves the held level doubtful, and more could be
// asked for.
func (b *Bank) evidenceLags(rs *responses, v *verdict) bool {
	if v.evidence.from(v.held) >= stopEvidence {
		return false
	}
	for i := range b.items {
		if !rs.closed[i] && b.items[i].scored && b.items[i].question.Evidence {
			return true
		}
	}
	return false
}

// askedAbout reports whether an answered question had an option at the level, within half a level.
func askedAbout(level int, answers []answered) bool {
	for _, g := range answers {
		for _, a := range g.anchor {
			if g.scored && a >= float64(level)-supportSlack && a <= float64(level)+supportSlack {
				return true
			}
		}
	}
	return false
}

// stopped reports whether no more is to be asked.
func (b *Bank) stopped(rs *responses, v *verdict) bool {
	return rs.asked() >= rs.mostQuestions() || b.settled(rs, v)
}

// Remaining forecasts how many more questions will come: the mean over interviews played forward with answers that
// are drawn as those of a completion. The most likely answers would agree with one another more than those of
// anybody, and settle too soon. It is 0 when the interview stops.
func (b *Bank) Remaining(iv Interview) int {
	rs := b.collect(iv)
	v := b.judge(rs)
	if b.stopped(rs, v) || !slices.Contains(rs.closed, false) {
		return 0
	}
	if v == nil {
		v = &verdict{posterior: posteriorOf(b.sums(nil, nil)), tempered: uniform}
	}
	c, sum := b.completion(rs, v), 0
	for n := range forecastPlays {
		c.draw(n)
		sum += b.play(b.collect(iv), iv.Seed, func(it *item) int { return it.drawn(c.theta[it.strand], it.chances[n]) })
	}
	return max(1, int(math.Round(float64(sum)/forecastPlays)))
}

// play is how many questions an interview asks on, given the answers.
func (b *Bank) play(rs *responses, seed uint64, answer func(*item) int) int {
	rs.forecast = true
	for n := 0; ; n++ {
		i := -1
		if !b.stopped(rs, b.judge(rs)) {
			i = b.choose(rs, seed)
		}
		if i < 0 {
			return n
		}
		rs.addResponse(&b.items[i], i, answer(&b.items[i]))
	}
}
