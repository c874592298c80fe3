package stages

// The stop rule's constants.
const (
	enough      = 0.80 // certainty at which the interview stops
	enoughQuick = 0.70
	mostAsked   = 24 // questions, skips counted
)

// settled is the rule for stopping early: every strand covered, every begun pair finished, the placed
// level asked about, neither support nor evidence binding, and the certainty at .80 (.70 in quick
// mode).
func (b *Bank) settled(rd *reading, v *verdict, quick bool) bool {
	if v == nil || v.binds(0) || v.binds(3) || v.certainty() < enough && (!quick || v.certainty() < enoughQuick) {
		return false
	}
	for _, open := range b.uncovered(rd) {
		if open {
			return false
		}
	}
	for _, g := range rd.answers {
		if g.partner >= 0 && !rd.seen[g.partner] {
			return false
		}
	}
	return askedAbout(v.held, rd.answers)
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
func (b *Bank) stopped(rd *reading, v *verdict, quick bool) bool {
	return len(rd.answers)+len(rd.skips) >= mostAsked || b.settled(rd, v, quick)
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
