package stages

import "slices"

// Outlook is what is true of the length of an interview. How many questions it will come to cannot be told: the
// rule for stopping waits for answers that nobody foresees.
type Outlook struct {
	First int    // so many come first, to cover every strand, or they are all
	Most  int    // there are no more than this
	Open  Reason // why more than the first are asked; empty while those are
}

// Reason is why an interview goes on once every strand is covered.
type Reason string

// The reasons, in the order in which the first that holds is told.
const (
	OpenPair    Reason = "pair"    // an answered question waits for its partner
	OpenNeed    Reason = "need"    // a strand that the level needs is in doubt
	OpenChance  Reason = "chance"  // the answers look like chance
	OpenProof   Reason = "proof"   // the evidence lags behind the claims
	OpenDispute Reason = "dispute" // two answers contradict each other
	OpenStrands Reason = "strands" // the strands stand two levels apart, or more
	OpenLevel   Reason = "level"   // more answers could turn the level
)

// Outlook says how long the interview may be.
func (b *Bank) Outlook(iv Interview) Outlook {
	rs := b.collect(iv)
	left := b.left(rs)
	open := 0
	for _, closed := range rs.closed {
		if !closed {
			open++
		}
	}
	o := Outlook{Most: len(iv.Asked) + min(max(0, rs.mostQuestions()-rs.asked()), open)}
	if slices.Contains(rs.uncovered(left), true) {
		o.First = min(o.Most, len(iv.Asked)+b.lacking(rs))
		return o
	}
	o.First = b.covered(iv)
	if v := b.weigh(rs); v != nil && o.Most > len(iv.Asked) {
		v.randomness = b.randomness(rs.answers)
		o.Open = b.reason(rs, v, left)
	}
	return o
}

// lacking is how many answers the strands that are not covered want.
func (b *Bank) lacking(rs *responses) int {
	open := make([]int, len(rs.strands))
	for i := range b.items {
		if it := &b.items[i]; !rs.closed[i] && it.scored {
			open[it.strand]++
		}
	}
	n := 0
	for d, t := range rs.strands {
		if t.noChance < rs.enough() {
			n += min(open[d], max(0, rs.enough()-t.scored))
		}
	}
	return n
}

// covered is how many questions it took until every strand was.
func (b *Bank) covered(iv Interview) int {
	rs := b.collect(Interview{Quick: iv.Quick})
	for n, id := range iv.Asked {
		if i, ok := b.index[id]; ok {
			rs.add(&b.items[i], i, iv.Answers[id])
		}
		if !slices.Contains(rs.uncovered(b.left(rs)), true) {
			return n + 1
		}
	}
	return len(iv.Asked)
}

// reason is the first condition of [Bank.settled] that is not met, once every strand is covered. Where that is
// curtailment, which takes long to know and whose answer would tell nobody anything, it is what makes the level
// easy to turn.
func (b *Bank) reason(rs *responses, v *verdict, left []bool) Reason {
	if asked := b.asksFor(rs, v, left); asked != "" {
		return asked
	}
	if len(contradictions(rs)) > 0 {
		return OpenDispute
	}
	low, high := b.levels(), 1
	for _, d := range v.assessed {
		at := v.strand(d)
		low, high = min(low, at.mode()), max(high, at.mode())
	}
	if high-low >= spikeLevels {
		return OpenStrands
	}
	return OpenLevel
}
