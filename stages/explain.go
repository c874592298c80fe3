package stages

import (
	"cmp"
	"slices"
)

const (
	mostPushes = 3    // answers told each way
	leastPush  = 0.01 // levels; less is not worth telling
)

// Explain adds to a result of the same interview which answers pushed it up and down, what each strand
// would give if it rose, and the nearest answers that would change the level.
func (b *Bank) Explain(iv Interview, r *Placement) {
	rd := b.read(iv)
	v := b.judge(rd)
	if v == nil {
		return
	}
	r.Why = b.pushes(rd, v)
	r.Gains = b.holdsBack(rd, v)
	r.WouldChange = b.wouldChange(rd, v)
}

// pushes are the answers that moved the expected level most, at most three each way, the strongest
// upward first: E[L | x] − E[L | x without the answer], in levels.
func (b *Bank) pushes(rd *responses, v *verdict) []Influence {
	all := b.sums(rd.answers, nil)
	var out []Influence
	for _, g := range rd.answers {
		if !g.scored {
			continue
		}
		without := slices.Clone(all)
		without[g.strand].subtract(g.loglik[g.response])
		weight := v.level.mean() - believe(without).level.mean()
		if weight >= leastPush || weight <= -leastPush {
			p := Influence{Question: g.question.ID, Weight: weight}
			p.Option, p.Options = g.told(g.response)
			out = append(out, p)
		}
	}
	slices.SortStableFunc(out, func(x, y Influence) int { return cmp.Compare(y.Weight, x.Weight) })
	return strongest(out)
}

// strongest keeps the first three that push up and the last three that push down.
func strongest(sorted []Influence) []Influence {
	up, down := []Influence{}, []Influence{}
	for _, p := range sorted {
		if p.Weight > 0 {
			up = append(up, p)
		} else {
			down = append(down, p)
		}
	}
	return append(up[:min(len(up), mostPushes)], down[max(0, len(down)-mostPushes):]...)
}

// told names a response: the option, or a checklist's highest ticked box and all of them.
func (it *item) told(response int) (option string, options []string) {
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

// holdsBack is, for each strand with answers, the gain in E[L] if every one of them rose by one option;
// the greatest gain first.
func (b *Bank) holdsBack(rd *responses, v *verdict) []Gain {
	all := b.sums(rd.answers, nil)
	out := []Gain{}
	for d, t := range rd.strands {
		if t.scored == 0 {
			continue
		}
		raised := slices.Clone(all)
		raised[d] = curve{}
		for _, g := range rd.answers {
			if g.strand == d {
				raised[d].add(g.loglik[g.raised(g.response)])
			}
		}
		if gain := believe(raised).level.mean() - v.level.mean(); gain >= leastPush {
			out = append(out, Gain{b.catalog.Strands[d].ID, gain})
		}
	}
	slices.SortStableFunc(out, func(x, y Gain) int { return cmp.Compare(y.Gain, x.Gain) })
	return out
}
