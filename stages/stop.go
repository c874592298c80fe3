package stages

import "slices"

// The constants of the stop rule. docs/measurement.md says how each was chosen.
const (
	stopCertainty  = 0.82 // certainty that suffices once the strands are covered
	quickDiscount  = 0.10 // less in quick mode
	askedDiscount  = 0.02 // less for every question after that
	stopRandomness = -0.5 // log Bayes factor for answers at random: nearer to chance than this, ask on
	stopEvidence   = 0.40 // probability of the held level on the evidence alone
)

// MaxQuestions is how many questions an interview may have, skips counted.
const MaxQuestions = 24

// settled is the rule for stopping early: the certainty suffices, every strand is covered, every begun
// pair finished, the held level asked about, neither support nor evidence binding, the evidence alone
// bears the level out as far as there is evidence to ask for, and the answers do not look like chance.
func (b *Bank) settled(rs *responses, v *verdict, quick bool) bool {
	return v != nil && !v.binds(CapSupport) && !v.binds(CapEvidence) &&
		v.certainty() >= b.requiredCertainty(rs.asked(), quick) &&
		!slices.Contains(uncovered(rs, b.left(rs)), true) &&
		!pairOpen(rs) && askedAbout(v.held, rs.answers) &&
		!b.evidenceLags(rs, v.held) && b.randomness(rs.answers) <= stopRandomness
}

// requiredCertainty is the certainty at which an interview stops: .82 as soon as every strand can be
// covered, and .02 less for every question more, since each of them tells less; .10 less in quick mode.
func (b *Bank) requiredCertainty(asked int, quick bool) float64 {
	bar := stopCertainty - askedDiscount*float64(max(0, asked-coverAnswers*len(b.catalog.Strands)))
	if quick {
		bar -= quickDiscount
	}
	return bar
}

// pairOpen reports whether an answered question waits for a partner.
func pairOpen(rs *responses) bool {
	unseen := func(item int) bool { return !rs.seen[item] }
	return slices.ContainsFunc(rs.answers, func(g answered) bool { return slices.ContainsFunc(g.partners, unseen) })
}

// evidenceLags reports whether the evidence alone leaves the held level doubtful, and more could be
// asked for.
func (b *Bank) evidenceLags(rs *responses, held int) bool {
	level, _ := b.evidenceLevel(rs.answers)
	if level.from(held) >= stopEvidence {
		return false
	}
	for i := range b.items {
		if !rs.seen[i] && b.items[i].scored && b.items[i].question.Evidence {
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
func (b *Bank) stopped(rs *responses, v *verdict, quick bool) bool {
	return rs.asked() >= MaxQuestions || b.settled(rs, v, quick)
}

// Remaining forecasts how many more questions will come, by playing the interview forward with the
// answer that is most likely each time. It is 0 when the interview stops.
func (b *Bank) Remaining(iv Interview) int {
	rs := b.collect(iv)
	for n := 0; ; n++ {
		v := b.judge(rs)
		if b.stopped(rs, v, iv.Quick) {
			return n
		}
		i := b.choose(rs, iv.Seed)
		if i < 0 {
			return n
		}
		it := &b.items[i]
		rs.addResponse(it, i, it.likeliest(b.sums(rs.answers, nil)))
	}
}

// likeliest is the most probable response given the answers so far.
func (it *item) likeliest(loglik []curve) int {
	strand := posteriorOf(loglik).strand(it.strand)
	best, odds := 0, 0.0
	for r := range it.prob {
		p := 0.0
		for t := range Levels {
			p += strand[t] * it.prob[r][t]
		}
		if p > odds+tieWidth {
			best, odds = r, p
		}
	}
	return best
}
