package stages

// The thresholds of the caps. docs/measurement.md says how each was chosen.
const (
	supportShare   = 0.40 // share of answers that must speak for a level
	supportSlack   = 0.5  // an anchor speaks for a level from this far below it
	cumulativeOdds = 0.5  // probability that the strands stand close enough together
	needsOdds      = 0.06 // probability, on a strand's own answers, that it is at the level
	evidenceOdds   = 0.2  // probability of the level on the evidence alone
)

// supportCap is the highest level k for which at least 40 % of the scored answers whose questions can
// speak for k have an anchor of k − ½ or more. A level nobody was asked about has no support; level 1
// needs none.
func supportCap(answers []answered) int {
	for k := Levels; k > 1; k-- {
		can, did := 0, 0
		for _, g := range answers {
			if !g.scored || g.best < float64(k)-supportSlack {
				continue
			}
			can++
			if g.anchored() >= float64(k)-supportSlack {
				did++
			}
		}
		if can > 0 && float64(did) >= supportShare*float64(can) {
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
	count := make([]float64, len(assessed)+1)
	for l := range Levels {
		clear(count)
		count[0] = 1
		for n, d := range assessed {
			strand := post.strandGiven(d, l)
			there := strand.from(k)
			near := strand.from(k-1) - there
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

// cumulativeCap is the highest level at which the assessed strands stand together with probability ½
// or more.
func (post *posterior) cumulativeCap(assessed []int) int {
	for k := Levels; k > 1; k-- {
		if post.together(k, assessed) >= cumulativeOdds {
			return k
		}
	}
	return 1
}

// standing is how firmly a needed strand stands at its level, 0 to 1, from its own answers alone:
//
//	p = P(θ_d ≥ k | answers of d, every θ alike),  standing = p(1 − c) / (p(1 − c) + (1 − p)c)
//
// with c = .06. It is ½ where p = c: a need is presumed met, at odds of 16 to 1, and the strand's own
// answers may overturn that. With the other strands counted in, strong ones would make up for the weak
// one, which is what a need is there to prevent.
func (post *posterior) standing(need requirement) float64 {
	own := post.likelihood[need.strand]
	own.normalise()
	p := own.from(need.level)
	met, missed := p*(1-needsOdds), (1-p)*needsOdds
	return met / (met + missed)
}

// unmet lists the strands that levels 2 … k need and that are not assessed, or too unlikely at the
// level they are needed for.
func (b *Bank) unmet(k int, post *posterior, strands []tally) []int {
	var out []int
	for _, need := range b.needs[k] {
		if !strands[need.strand].assessed() || post.standing(need) < 0.5 {
			out = append(out, need.strand)
		}
	}
	return out
}

// needsCap is the highest level k such that the needs of every level 2 … k are met.
func (b *Bank) needsCap(post *posterior, strands []tally) int {
	for k := 2; k <= Levels; k++ {
		if len(b.unmet(k, post, strands)) > 0 {
			return k - 1
		}
	}
	return Levels
}

// needsMet is the standing of the weakest of the needs of levels 2 … k: 0 where one is not assessed,
// and ½ where [Bank.needsCap] turns.
func (b *Bank) needsMet(k int, post *posterior, strands []tally) float64 {
	least := 1.0
	for _, need := range b.needs[k] {
		if !strands[need.strand].assessed() {
			return 0
		}
		least = min(least, post.standing(need))
	}
	return least
}

// evidenceLevel is P(L | answers to evidence questions only); false where there are none.
func (b *Bank) evidenceLevel(answers []answered) (curve, bool) {
	found := false
	sums := b.sums(answers, func(it *item) bool {
		counts := it.scored && it.question.Evidence
		found = found || counts
		return counts
	})
	return posteriorOf(sums).level, found
}

// evidenceCap is the highest level with P(L ≥ k | evidence questions only) ≥ .2; no cap where no
// evidence question was answered.
func (b *Bank) evidenceCap(answers []answered) int {
	level, found := b.evidenceLevel(answers)
	if !found {
		return Levels
	}
	for k := Levels; k > 1; k-- {
		if level.from(k) >= evidenceOdds {
			return k
		}
	}
	return 1
}
