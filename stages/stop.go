package stages

import "slices"

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
	if v == nil || v.binds(CapSupport) {
		return false
	}
	left := b.left(rs)
	return !slices.Contains(rs.uncovered(left), true) && askedAbout(v.held, rs.answers) && b.asksFor(rs, v, left) == "" &&
		!b.turnable(rs, v)
}

// asksFor is the first reason to ask on that the answers give, once every strand is covered; "" where they give
// none.
func (b *Bank) asksFor(rs *responses, v *verdict, left []bool) Reason {
	switch {
	case pairOpen(rs):
		return OpenPair
	case b.doubtfulNeed(rs, v.posterior, left) >= 0:
		return OpenNeed
	case v.randomness > stopRandomness:
		return OpenChance
	case v.binds(CapEvidence) || b.evidenceLags(rs, v):
		return OpenProof
	}
	return ""
}

// pairOpen reports whether an answered question waits for a partner.
func pairOpen(rs *responses) bool {
	open := func(item int) bool { return !rs.closed[item] }
	return slices.ContainsFunc(rs.answers, func(g answered) bool { return slices.ContainsFunc(g.partners, open) })
}

// evidenceLags reports whether the evidence alone leaves the held level doubtful, and more could be
// asked for.
func (b *Bank) evidenceLags(rs *responses, v *verdict) bool {
	if v.proof.level.from(v.held) >= stopEvidence {
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

// stopped reports whether no more is to be asked. While a strand is not covered nothing is judged: it takes long.
func (b *Bank) stopped(rs *responses) bool {
	switch {
	case rs.asked() >= rs.mostQuestions():
		return true
	case slices.Contains(rs.uncovered(b.left(rs)), true):
		return false
	}
	return b.settled(rs, b.judge(rs))
}
