package stages

// The thresholds of the caps. docs/measurement.md says how each was chosen.
const (
	supportShare   = 0.40 // share of answers that must speak for a level
	supportSlack   = 0.5  // an anchor speaks for a level from this far below it
	cumulativeOdds = 0.5  // probability that the strands stand close enough together
	needsOdds      = 0.06 // probability, on a strand's own answers, that it is at the level
	evidenceOdds   = 0.2  // probability of the level on the evidence alone
)

// supports counts, by level, the scored answers able to speak for it, and those that do.
type supports [MaxLevels + 1]struct{ can, did int }

// count adds an answer n times: an anchor speaks for level k from k − ½ on, and so far speaks a question that has
// an option there.
func (s *supports) count(it *item, response, n int) {
	if !it.scored {
		return
	}
	for k := 2; k <= MaxLevels && it.best >= float64(k)-supportSlack; k++ {
		s[k].can += n
		if it.anchor[response] >= float64(k)-supportSlack {
			s[k].did += n
		}
	}
}

// support is the share of the scored answers able to speak for level k that do. It is 0 for a level nobody was
// asked about.
func (s *supports) support(k int) float64 {
	if s[k].can == 0 {
		return 0
	}
	return float64(s[k].did) / float64(s[k].can)
}

// supportCap is the highest level with a support of 40 % or more. Level 1 needs none.
func (s *supports) supportCap(levels int) int {
	for k := levels; k > 1; k-- {
		if s.support(k) >= supportShare {
			return k
		}
	}
	return 1
}

// together is P(at least half of the assessed strands ≥ k, and none < k − 1 | x): exactly, by counting
// through the strands, which are independent given L.
func (post *posterior) together(k int, assessed []int) float64 {
	if len(assessed) == 0 {
		return 1
	}
	half := (len(assessed) + 1) / 2
	total := 0.0
	for l := range post.levels {
		count := [MaxStrands + 1]float64{1}
		for n, d := range assessed {
			strand := post.given(d, l)
			there := strand.between(k, post.levels)
			near := strand.between(k-1, post.levels) - there
			for c := n + 1; c > 0; c-- {
				count[c] = count[c]*near + count[c-1]*there
			}
			count[0] *= near
		}
		for c := half; c <= len(assessed); c++ {
			total += post.level[l] * count[c]
		}
	}
	return total
}

// cumulativeCap is the highest level, up to what the answers speak for, at which the assessed strands stand
// together with probability ½ or more.
func (v *verdict) cumulativeCap(rs *responses) int {
	least := v.cumulativeLeast(rs)
	for k := v.speaks; k > least; k-- {
		if v.together(k, v.assessed) >= cumulativeOdds {
			return k
		}
	}
	return least
}

// cumulativeLeast is what the cumulative cap allows at least: it costs one level at most, unless a strand shows
// nothing.
func (v *verdict) cumulativeLeast(rs *responses) int {
	if rs.silence() {
		return 1
	}
	return max(v.speaks-1, 1)
}

// standing is how firmly a probability is above the bound c of its cap, 0 to 1 and ½ at the bound:
//
//	p(1 − c) / (p(1 − c) + (1 − p)c)
//
// the probability, after the same evidence, of what was first thought as likely as not where the cap thinks
// it 1 − c.
func standing(p, c float64) float64 {
	above, below := p*(1-c), (1-p)*c
	return above / (above + below)
}

// met is how firmly a needed strand stands at its level, from its own answers alone, every θ alike
// beforehand: [standing] with c = .06, so that a need is presumed met at odds of 16 to 1, and the strand's
// own answers may overturn that. With the other strands counted in, strong ones would make up for the weak
// one, which is what a need is there to prevent.
func (post *posterior) met(need requirement) float64 {
	return standing(post.strands[need.strand].own.between(need.level, post.levels), needsOdds)
}

// unmet lists the strands that levels 2 … k need and that have too few answers, or are too unlikely at the
// level they are needed for.
func (b *Bank) unmet(k int, post *posterior, rs *responses) []int {
	var out []int
	for _, need := range b.needs[k] {
		if need.missed(post, rs) {
			out = append(out, need.strand)
		}
	}
	return out
}

func (need requirement) missed(post *posterior, rs *responses) bool {
	return !rs.judged(need.strand) || post.met(need) < 0.5
}

// needsCap is the highest level k such that the needs of every level 2 … k are met. It costs one level
// at most of what the answers speak for, unless a strand that is needed shows nothing.
func (b *Bank) needsCap(v *verdict, rs *responses) int {
	for k := 2; k <= b.levels(); k++ {
		for _, need := range b.needs[k] {
			if (k >= v.speaks || rs.silent(need.strand)) && need.missed(v.posterior, rs) {
				return k - 1
			}
		}
	}
	return b.levels()
}

// needsMet is how firmly the weakest of the needs of levels 2 … k is met, and ½ where [Bank.needsCap] turns.
// A strand that shows something costs no more than one level, so it will do if the answers speak for the
// level above. Of a strand with too few answers nobody knows, which gives ½ at most, unless it was skipped as
// nothing the person has to do with: then it is known, and gives 0.
func (b *Bank) needsMet(k int, above float64, post *posterior, rs *responses) float64 {
	least := 1.0
	for _, need := range b.needs[k] {
		met := post.met(need)
		switch {
		case rs.passedOver(need.strand):
			met = 0
		case !rs.judged(need.strand):
			met = min(met, 0.5)
		case !rs.silent(need.strand):
			met = either(met, above)
		}
		least = min(least, met)
	}
	return least
}

// bearsOut reports whether answers to the item are evidence.
func (it *item) bearsOut() bool { return it.scored && it.question.Evidence }

// borneOut is P(L ≥ k | evidence questions only); 1 where no evidence question was answered.
func (v *verdict) borneOut(k int) float64 {
	if !v.hasEvidence {
		return 1
	}
	return v.proof.level.from(k)
}

// evidenceCap is the highest level with P(L ≥ k | evidence questions only) ≥ .2; no cap where no
// evidence question was answered.
func (v *verdict) evidenceCap() int {
	for k := v.levels; k > 1; k-- {
		if v.borneOut(k) >= evidenceOdds {
			return k
		}
	}
	return 1
}
