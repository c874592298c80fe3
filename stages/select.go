package stages

import "math"

// coverTimes is how many scored answers cover a strand; as many no-chance skips do so too.
const coverTimes = 2

// Next returns the question to ask next; false when the interview should stop. While a strand is
// not yet covered it asks there, one question about evidence and one claim; then the partner of a
// question that the author paired; then whatever tells most about the level. Ties are drawn by the
// interview's seed.
func (b *Bank) Next(iv Interview) (*Question, bool) {
	rd := b.read(iv)
	if v := b.judge(rd); b.stopped(rd, v, iv.Quick) {
		return nil, false
	}
	i := b.choose(rd, iv.Seed)
	if i < 0 {
		return nil, false
	}
	return b.items[i].question, true
}

// choose returns the index of the item to ask next, or −1 where none is left.
func (b *Bank) choose(rd *reading, seed uint64) int {
	bl := believe(b.sums(rd.answers, nil))
	joint := make([]jointCurve, len(bl.like))
	for d := range joint {
		joint[d] = bl.joint(d)
	}
	levels := entropy(bl.level)
	best, bestRank, bestGain, bestDraw := -1, 0, 0.0, uint64(0)
	open := b.uncovered(rd)
	for i := range b.items {
		if rd.seen[i] {
			continue
		}
		it := &b.items[i]
		rank := b.rank(rd, it, open)
		if rank < bestRank {
			continue
		}
		gain := it.information(&joint[it.strand], levels)
		draw := drawOf(seed, it.question.ID)
		better := best < 0 || rank > bestRank || gain > bestGain+tieWidth
		if better || gain > bestGain-tieWidth && draw < bestDraw {
			best, bestRank, bestGain, bestDraw = i, rank, gain, draw
		}
	}
	return best
}

// Ranks of candidates: a higher one is asked before any lower.
const (
	rankAny = iota
	rankPartner
	rankCovers      // its strand is not covered
	rankCoversMixed // and it brings the form, evidence or claim, that the strand lacks
)

func (b *Bank) rank(rd *reading, it *item, open []bool) int {
	t := rd.strands[it.strand]
	switch {
	case open[it.strand] && it.scored:
		if it.question.Evidence && t.evidence > 0 || !it.question.Evidence && t.claims > 0 {
			return rankCovers
		}
		return rankCoversMixed
	case it.partner >= 0 && rd.answered(it.partner):
		return rankPartner
	}
	return rankAny
}

func (rd *reading) answered(index int) bool {
	for _, g := range rd.answers {
		if g.index == index {
			return true
		}
	}
	return false
}

// uncovered says of each strand whether it wants more questions, and has them: fewer than two scored
// answers and fewer than two no-chance skips.
func (b *Bank) uncovered(rd *reading) []bool {
	left := make([]bool, len(rd.strands))
	for i := range b.items {
		if !rd.seen[i] && b.items[i].scored {
			left[b.items[i].strand] = true
		}
	}
	for d, t := range rd.strands {
		left[d] = left[d] && t.scored < coverTimes && t.noChance < coverTimes
	}
	return left
}

// jointCurve is P(L, θ_d = θ | x) for one strand: row L−1, column θ−1.
type jointCurve [Levels]curve

func (bl *belief) joint(d int) (j jointCurve) {
	for l := range Levels {
		j[l] = bl.strandGiven(d, l)
		for t := range Levels {
			j[l][t] *= bl.level[l]
		}
	}
	return j
}

func entropy(c curve) float64 {
	sum := 0.0
	for _, p := range c {
		sum -= plogp(p)
	}
	return sum
}

func plogp(p float64) float64 {
	if p <= 0 {
		return 0
	}
	return p * math.Log(p)
}

// information is the mutual information between the answer and the level, in nats:
//
//	I = H(L) − Σ_r P(r) H(L | r) = H(L) + Σ_r Σ_L P(r, L) log P(r, L) − Σ_r P(r) log P(r)
//
// with P(r, L) = Σ_θ P(L, θ | x) P(r | θ).
func (it *item) information(joint *jointCurve, levels float64) float64 {
	sum := levels
	for r := range it.prob {
		total := 0.0
		for l := range Levels {
			p := 0.0
			for t := range Levels {
				p += joint[l][t] * it.prob[r][t]
			}
			total += p
			sum += plogp(p)
		}
		sum -= plogp(total)
	}
	return sum
}
