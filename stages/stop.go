package stages

import "slices"

// The stop rule's constants.
const (
	enough       = 0.82 // certainty that suffices once the strands are covered
	quickly      = 0.10 // less in quick mode
	patience     = 0.02 // less for every question after that
	doubtFrom    = -0.5 // log Bayes factor for answers at random: nearer to chance than this, ask on
	evidenceBack = 0.40 // probability of the held level on the evidence alone
)

// MaxQuestions is how many questions an interview may have, skips counted.
const MaxQuestions = 24

// settled is the rule for stopping early: the certainty suffices, every strand is covered, every begun
// pair finished, the held level asked about, neither support nor evidence binding, the evidence alone
// bears the level out as far as there is evidence to ask for, and the answers do not look like chance.
func (b *Bank) settled(rd *responses, v *verdict, quick bool) bool {
	return v != nil && !v.binds(CapSupport) && !v.binds(CapEvidence) &&
		v.certainty() >= b.suffices(rd.asked(), quick) &&
		!slices.Contains(uncovered(rd, b.left(rd)), true) &&
		!pairOpen(rd) && askedAbout(v.held, rd.answers) &&
		!b.evidenceLags(rd, v.held) && b.randomness(rd.answers) <= doubtFrom
}

// suffices is the certainty at which an interview stops: .82 as soon as every strand can be covered,
// and .02 less for every question more, since each of them promises less.
func (b *Bank) suffices(asked int, quick bool) float64 {
	bar := enough - patience*float64(max(0, asked-coverTimes*len(b.catalog.Strands)))
	if quick {
		bar -= quickly
	}
	return bar
}

// pairOpen reports whether an answered question waits for a partner.
func pairOpen(rd *responses) bool {
	unseen := func(item int) bool { return !rd.seen[item] }
	return slices.ContainsFunc(rd.answers, func(g given) bool { return slices.ContainsFunc(g.partners, unseen) })
}

// evidenceLags reports whether the evidence alone leaves the held level doubtful, and more could be
// asked for.
func (b *Bank) evidenceLags(rd *responses, held int) bool {
	level, _ := b.evidenceLevel(rd.answers)
	if level.from(held) >= evidenceBack {
		return false
	}
	for i := range b.items {
		if !rd.seen[i] && b.items[i].scored && b.items[i].question.Evidence {
			return true
		}
	}
	return false
}

// askedAbout reports whether an answered question had an option at the level, within half a level.
func askedAbout(level int, answers []given) bool {
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
func (b *Bank) stopped(rd *responses, v *verdict, quick bool) bool {
	return rd.asked() >= MaxQuestions || b.settled(rd, v, quick)
}

// Remaining forecasts how many more questions will come, by playing the interview forward with the
// answer that is most likely each time. It is 0 when the interview stops.
func (b *Bank) Remaining(iv Interview) int {
	rd := b.read(iv)
	for n := 0; ; n++ {
		v := b.judge(rd)
		if b.stopped(rd, v, iv.Quick) {
			return n
		}
		i := b.choose(rd, iv.Seed)
		if i < 0 {
			return n
		}
		it := &b.items[i]
		rd.give(it, i, it.likeliest(b.sums(rd.answers, nil)))
	}
}

// likeliest is the most probable response given the answers so far.
func (it *item) likeliest(loglik []curve) int {
	strand := believe(loglik).strand(it.strand)
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
