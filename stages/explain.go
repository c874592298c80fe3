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
	v := b.judge(rs)
	if v == nil {
		return
	}
	r.Why = b.influences(rs, v)
	r.Gains = b.gains(rs, v)
	r.WouldChange = b.wouldChange(rs, v)
}

// influences are the answers that moved the expected level most, at most three each way, the strongest
// upward first: E[L | x] − E[L | x without the answer], in levels. Where none moved it by .01 they are the
// three that carry the most probable level k, told by how much each adds to its log odds, in nats:
//
//	log P(L = k | x) / P(L ≠ k | x) − log P(L = k | x without the answer) / P(L ≠ k | x without the answer)
//
// which is the answer's weight of evidence for the level (Good, "Probability and the weighing of evidence",
// 1950). Answers that all say the same do not move the expected level, and yet are what it rests on.
func (b *Bank) influences(rs *responses, v *verdict) []Influence {
	all := b.sums(rs.answers, nil)
	var moved, carry []Influence
	for _, g := range rs.answers {
		if !g.scored {
			continue
		}
		without := slices.Clone(all)
		without[g.strand].subtract(g.loglik[g.response])
		level := posteriorOf(without).level
		p := Influence{Question: g.question.ID, Weight: v.level.mean() - level.mean()}
		p.Option, p.Options = g.chosenIDs(g.response)
		if math.Abs(p.Weight) >= leastInfluence {
			moved = append(moved, p)
		}
		p.Carries = v.level.logOdds(v.probable) - level.logOdds(v.probable)
		carry = append(carry, p)
	}
	if len(moved) > 0 {
		slices.SortStableFunc(moved, func(x, y Influence) int { return cmp.Compare(y.Weight, x.Weight) })
		return strongest(moved)
	}
	slices.SortStableFunc(carry, func(x, y Influence) int { return cmp.Compare(y.Carries, x.Carries) })
	return carry[:min(len(carry), mostInfluences)]
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
	all := b.sums(rs.answers, nil)
	out := []Gain{}
	for d, t := range rs.strands {
		if t.scored == 0 {
			continue
		}
		raised := slices.Clone(all)
		raised[d] = curve{}
		for _, g := range rs.answers {
			if g.strand == d {
				raised[d].add(g.loglik[g.rung(g.response, true)])
			}
		}
		if gain := posteriorOf(raised).level.mean() - v.level.mean(); gain >= leastInfluence {
			out = append(out, Gain{b.catalog.Strands[d].ID, gain})
		}
	}
	slices.SortStableFunc(out, func(x, y Gain) int { return cmp.Compare(y.Gain, x.Gain) })
	return out
}

// edit is one answer given otherwise, or a question answered that was not asked.
type edit struct {
	answered     // as it would be
	at       int // position among the answers, or −1
	size     float64
}

// Of questions that were not asked, a believable answer is this near to where the strand stands, in levels,
// and so many a strand are tried two at a time.
const (
	nearStrand    = 1.0
	pairedUnasked = 2
)

// wouldChange finds, upward and then downward, the smallest believable set of answers that would move the
// held level: one, else two; of several, the one that moves the answers least.
func (b *Bank) wouldChange(rs *responses, v *verdict) []Change {
	out := []Change{}
	for _, up := range []bool{true, false} {
		edits := b.edits(rs, v, up)
		change, ok := b.nearest(rs, v.held, up, singles(edits))
		if !ok {
			change, ok = b.nearest(rs, v.held, up, pairs(fewUnasked(edits)))
		}
		if ok {
			out = append(out, change)
		}
	}
	return out
}

// oneAway reports whether a single believable answer would move the held level.
func (b *Bank) oneAway(rs *responses, v *verdict) bool {
	for _, up := range []bool{true, false} {
		if _, ok := b.nearest(rs, v.held, up, singles(b.edits(rs, v, up))); ok {
			return true
		}
	}
	return false
}

// edits are the believable ways to say a little more, or less, the smallest first: an answer one rung from
// the one that was given, by the difference of their anchors; or, along a strand with answers, one to a
// question that was not asked, by its distance from where the strand stands.
func (b *Bank) edits(rs *responses, v *verdict, up bool) []edit {
	var out []edit
	for i, g := range rs.answers {
		if to := g.rung(g.response, up); g.scored && to != g.response {
			out = append(out, edit{answered{g.item, g.index, to}, i, math.Abs(g.anchor[to] - g.anchored())})
		}
	}
	means := make([]float64, len(rs.strands))
	for d := range means {
		means[d] = v.strand(d).mean()
	}
	for i := range b.items {
		it := &b.items[i]
		if rs.closed[i] || !it.scored || rs.strands[it.strand].scored == 0 {
			continue
		}
		if r, ok := it.near(means[it.strand], up); ok {
			out = append(out, edit{answered{it, i, r}, -1, math.Abs(it.anchor[r] - means[it.strand])})
		}
	}
	slices.SortStableFunc(out, func(x, y edit) int { return cmp.Compare(x.size, y.size) })
	return out
}

// near is the highest, or the lowest, answer within a level of where the strand stands; of a checklist, all
// boxes up to that one. It is false where there is none.
func (it *item) near(strand float64, up bool) (response int, ok bool) {
	level := 0.0
	for i, o := range it.question.Options {
		if math.Abs(o.Level-strand) <= nearStrand && (!ok || o.Level != level && (o.Level > level) == up) {
			response, level, ok = i, o.Level, true
		}
	}
	if !ok || !it.question.Several() {
		return response, ok
	}
	response = 0
	for i, o := range it.question.Options {
		if o.Level <= level {
			response |= 1 << i
		}
	}
	return response, true
}

// fewUnasked keeps of each strand's questions that were not asked the two whose answers go furthest: all pairs
// of them would be many.
func fewUnasked(edits []edit) []edit {
	var out []edit
	kept := map[int]int{} // by strand
	for _, e := range slices.Backward(edits) {
		if e.at < 0 {
			kept[e.strand]++
		}
		if e.at >= 0 || kept[e.strand] <= pairedUnasked {
			out = append(out, e)
		}
	}
	slices.Reverse(out)
	return out
}

func singles(edits []edit) [][]edit {
	out := make([][]edit, len(edits))
	for i := range edits {
		out[i] = edits[i : i+1]
	}
	return out
}

// pairs are two edits each, of different questions as no two of them are of one; the smallest together first.
func pairs(edits []edit) [][]edit {
	var out [][]edit
	for i, x := range edits {
		for _, y := range edits[i+1:] {
			out = append(out, []edit{x, y})
		}
	}
	slices.SortStableFunc(out, func(x, y []edit) int {
		return cmp.Compare(x[0].size+x[1].size, y[0].size+y[1].size)
	})
	return out
}

// nearest is the first set of edits that moves the held level up, or down; false where none does.
func (b *Bank) nearest(rs *responses, held int, up bool, sets [][]edit) (Change, bool) {
	for _, set := range sets {
		if level := b.weigh(rs.edited(set)).held; level != held && (level > held) == up {
			c := Change{Level: level}
			for _, e := range set {
				a := ChangeAnswer{Question: e.question.ID}
				a.Option, a.Options = e.chosenIDs(e.response)
				c.Answers = append(c.Answers, a)
			}
			return c, true
		}
	}
	return Change{}, false
}

// edited is the responses with some answers changed, or added.
func (rs *responses) edited(set []edit) *responses {
	out := *rs
	out.answers, out.strands = slices.Clone(rs.answers), slices.Clone(rs.strands)
	for _, e := range set {
		t := &out.strands[e.strand]
		if e.at < 0 {
			out.answers = append(out.answers, e.answered)
			t.add(e.item, e.response)
			continue
		}
		out.answers[e.at] = e.answered
		t.shown += e.shown(e.response) - e.shown(rs.answers[e.at].response)
	}
	return &out
}
