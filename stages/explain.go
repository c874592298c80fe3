package stages

import (
	"cmp"
	"math"
	"slices"
)

// What is worth telling.
const (
	mostInfluences = 3    // answers told each way
	leastInfluence = 0.01 // levels; less is not worth telling
)

// Explain adds to a placement of the same interview which answers moved it up and down, what each strand
// would give if it rose, and the nearest answers that would change the level.
func (b *Bank) Explain(iv Interview, r *Placement) {
	rs := b.collect(iv)
	v := b.weigh(rs)
	if v == nil {
		return
	}
	r.Why = b.influences(rs, v)
	r.Gains = b.gains(rs, v)
	r.WouldChange = b.wouldChange(rs, v)
}

// influences are the answers that moved the expected level most, at most three each way, the strongest upward first:
// E[L | x] − E[L | x without the answer], in levels. If any strand has enough answers to be given a level, only answers
// along such strands count. Where none moved it by .01, they are the three that carry the most probable level k, of those
// that speak for it, told by how much each adds to its log odds, in nats:
//
//	log P(L = k | x) / P(L ≠ k | x) − log P(L = k | x without the answer) / P(L ≠ k | x without the answer)
//
// which is the answer's weight of evidence for the level (Good, "Probability and the weighing of evidence",
// 1950). Answers that all say the same do not move the expected level, and yet are what it rests on.
func (b *Bank) influences(rs *responses, v *verdict) []Influence {
	var moved, carry []Influence
	for _, g := range rs.answers {
		if !g.scored || len(v.assessed) > 0 && !slices.Contains(v.assessed, g.strand) {
			continue
		}
		without := slices.Clone(v.sums)
		without[g.strand].subtract(g.loglik[g.response])
		level := levelOf(without, b.levels()).level
		p := Influence{Question: g.question.ID, Weight: v.level.mean() - level.mean()}
		p.Option, p.Options = g.chosenIDs(g.response)
		if math.Abs(p.Weight) >= leastInfluence && tells(g.anchored(), v.held, p.Weight > 0) {
			moved = append(moved, p)
		}
		if tells(g.anchored(), v.probable, true) {
			p.Carries = v.level.logOdds(v.probable) - level.logOdds(v.probable)
			carry = append(carry, p)
		}
	}
	if len(moved) > 0 {
		slices.SortStableFunc(moved, func(x, y Influence) int { return falling(x.Weight, y.Weight) })
		return strongest(moved)
	}
	slices.SortStableFunc(carry, func(x, y Influence) int { return falling(x.Carries, y.Carries) })
	return carry[:min(len(carry), mostInfluences)]
}

// tells reports whether a person would believe that an answer moved them: up only by one that speaks for their
// level, down only by one below it. Against the other answers, one at their level may weigh a little down.
func tells(anchor float64, held int, up bool) bool {
	if up {
		return anchor >= float64(held)-supportSlack
	}
	return anchor < float64(held)
}

// logOdds is log P(level = k) / P(level ≠ k).
func (c curve) logOdds(k int) float64 {
	others := c
	others[k-1] = 0
	return math.Log(c[k-1]) - math.Log(max(others.from(1), math.SmallestNonzeroFloat64))
}

// strongest keeps the first three that lead up and the last three that lead down.
func strongest(sorted []Influence) []Influence {
	up, down := []Influence{}, []Influence{}
	for _, p := range sorted {
		if p.Weight > 0 {
			up = append(up, p)
		} else {
			down = append(down, p)
		}
	}
	return append(up[:min(len(up), mostInfluences)], down[max(0, len(down)-mostInfluences):]...)
}

// chosenIDs names a response: the option, or a checklist's highest ticked box and all of them.
func (it *item) chosenIDs(response int) (option string, options []string) {
	a := it.answer(response)
	if !it.question.Several() {
		return a.Options[0], nil
	}
	level := 0.0
	for _, id := range a.Options {
		if l := it.question.Option(id).Level; option == "" || l > level {
			option, level = id, l
		}
	}
	return option, a.Options
}

func (c *curve) subtract(o curve) {
	for t := range c {
		c[t] -= o[t]
	}
}

// gains is, for each strand with answers, the gain in E[L] if every one of them rose by one option;
// the greatest gain first.
func (b *Bank) gains(rs *responses, v *verdict) []Gain {
	out := []Gain{}
	for d, t := range rs.strands {
		if t.scored == 0 {
			continue
		}
		raised := slices.Clone(v.sums)
		raised[d] = curve{}
		for _, g := range rs.answers {
			if g.strand == d {
				raised[d].add(&g.loglik[g.rung(g.response, true, anyOption)], b.levels())
			}
		}
		if gain := levelOf(raised, b.levels()).level.mean() - v.level.mean(); gain >= leastInfluence {
			out = append(out, Gain{b.catalog.Strands[d].ID, gain})
		}
	}
	slices.SortStableFunc(out, func(x, y Gain) int { return falling(x.Gain, y.Gain) })
	return out
}

// falling orders the greater number first. What differs by rounding alone keeps its order.
func falling(x, y float64) int {
	return cmp.Compare(math.Round(y/tieWidth), math.Round(x/tieWidth))
}
