package stages

import (
	"cmp"
	"iter"
	"math"
	"slices"
)

// revision is one answer given otherwise, or a question answered that was not asked.
type revision struct {
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
// held level: one, else two; of several, the one that moves the answers least. Upward it keeps to what the next level lacks.
func (b *Bank) wouldChange(rs *responses, v *verdict) []Change {
	out := []Change{}
	t := b.trial(rs, v)
	for _, up := range v.ways() {
		revisions := smallestFirst(b.revisions(rs, v, up))
		if up {
			revisions = b.missing(revisions, rs, v)
		}
		change, ok := t.nearest(v.held, up, slices.Chunk(revisions, 1))
		if !ok {
			change, ok = t.nearest(v.held, up, slices.Values(pairs(fewUnasked(revisions))))
		}
		if ok {
			out = append(out, change)
		}
	}
	return out
}

// oneAway reports whether a single believable answer would move the held level.
func (b *Bank) oneAway(rs *responses, v *verdict) bool {
	t := b.trial(rs, v)
	for _, up := range v.ways() {
		if _, ok := t.nearest(v.held, up, slices.Chunk(b.revisions(rs, v, up), 1)); ok {
			return true
		}
	}
	return false
}

// ways are up and down, as far as there is a level that way.
func (v *verdict) ways() []bool {
	switch v.held {
	case v.levels:
		return []bool{false}
	case 1:
		return []bool{true}
	}
	return []bool{true, false}
}

// revisions are the believable ways to say a little more, or less: an answer one rung from the one that was given, by the
// difference of their anchors; or, along a strand with answers, one to a question that was not asked, by its distance
// from where the strand stands.
func (b *Bank) revisions(rs *responses, v *verdict, up bool) []revision {
	out := make([]revision, 0, len(b.items))
	pass := rs.believable()
	for i, g := range rs.answers {
		if to := g.rung(g.response, up, pass); g.scored && to != g.response {
			out = append(out, revision{answered{g.item, g.index, to}, i, math.Abs(g.anchor[to] - g.anchored())})
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
		if r, ok := it.near(means[it.strand], up, pass); ok {
			out = append(out, revision{answered{it, i, r}, -1, math.Abs(it.anchor[r] - means[it.strand])})
		}
	}
	return out
}

// missing keeps the revisions along the strands that hold the person: those that the binding cap names, else those that
// haven't reached the next level. Two more answers along a strand that's there already may do the sum, and yet they aren't
// what the next level lacks; nor is what others couldn't confirm, where that's what holds them.
func (b *Bank) missing(revisions []revision, rs *responses, v *verdict) []revision {
	c, strands := b.holding(rs, v)
	if len(strands) == 0 {
		strands = b.strandsToWorkOn(rs, v)
	}
	proof := c != nil && c.Cap == CapEvidence
	return slices.DeleteFunc(revisions, func(r revision) bool {
		return !slices.Contains(strands, r.strand) || proof && !r.question.Evidence
	})
}

func smallestFirst(revisions []revision) []revision {
	slices.SortStableFunc(revisions, func(x, y revision) int { return cmp.Compare(x.size, y.size) })
	return revisions
}

// believable reports which options a person could have chosen: those about people they lead only where one of
// their answers is about such people.
func (rs *responses) believable() func(*Option) bool {
	leads := slices.ContainsFunc(rs.answers, func(g answered) bool {
		for i := range g.question.Options {
			if g.question.Options[i].Delegated && g.holds(g.response, i) {
				return true
			}
		}
		return false
	})
	return func(o *Option) bool { return leads || !o.Delegated }
}

// near is the highest, or the lowest, answer within a level of where the strand stands; of a checklist, all
// boxes up to that one. It is false where there is none that pass lets through.
func (it *item) near(strand float64, up bool, pass func(*Option) bool) (response int, ok bool) {
	level := 0.0
	for i, o := range it.question.Options {
		if pass(&o) && math.Abs(o.Level-strand) <= nearStrand && (!ok || o.Level != level && (o.Level > level) == up) {
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
func fewUnasked(revisions []revision) []revision {
	var out []revision
	kept := map[int]int{} // by strand
	for _, e := range slices.Backward(revisions) {
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

// pairs are two revisions each, of different questions as no two of them are of one; the smallest together first.
func pairs(revisions []revision) [][]revision {
	var out [][]revision
	for i, x := range revisions {
		for _, y := range revisions[i+1:] {
			out = append(out, []revision{x, y})
		}
	}
	slices.SortStableFunc(out, func(x, y []revision) int {
		return cmp.Compare(x[0].size+x[1].size, y[0].size+y[1].size)
	})
	return out
}

// nearest is the first set of revisions that moves the held level up, or down; false where none does.
func (t *trial) nearest(held int, up bool, sets iter.Seq[[]revision]) (Change, bool) {
	for set := range sets {
		t.revise(set)
		if up && !t.reaches(held+1) || !up && t.reaches(held) {
			continue
		}
		c := Change{Level: t.held()}
		for _, e := range set {
			a := ChangeAnswer{Question: e.question.ID}
			a.Option, a.Options = e.chosenIDs(e.response)
			c.Answers = append(c.Answers, a)
		}
		return c, true
	}
	return Change{}, false
}

// revise takes back earlier revisions of the interview, and makes these.
func (t *trial) revise(set []revision) {
	t.restore()
	for _, e := range set {
		if e.at < 0 {
			t.answer(e.item, e.index, e.response)
		} else {
			t.change(e.at, e.response)
		}
	}
}
