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
// upward first: E[L | x] − E[L | x without the answer], in levels.
func (b *Bank) influences(rs *responses, v *verdict) []Influence {
	all := b.sums(rs.answers, nil)
	var out []Influence
	for _, g := range rs.answers {
		if !g.scored {
			continue
		}
		without := slices.Clone(all)
		without[g.strand].subtract(g.loglik[g.response])
		weight := v.level.mean() - posteriorOf(without).level.mean()
		if weight >= leastInfluence || weight <= -leastInfluence {
			p := Influence{Question: g.question.ID, Weight: weight}
			p.Option, p.Options = g.chosenIDs(g.response)
			out = append(out, p)
		}
	}
	slices.SortStableFunc(out, func(x, y Influence) int { return cmp.Compare(y.Weight, x.Weight) })
	return strongest(out)
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
				raised[d].add(g.loglik[g.raised(g.response)])
			}
		}
		if gain := posteriorOf(raised).level.mean() - v.level.mean(); gain >= leastInfluence {
			out = append(out, Gain{b.catalog.Strands[d].ID, gain})
		}
	}
	slices.SortStableFunc(out, func(x, y Gain) int { return cmp.Compare(y.Gain, x.Gain) })
	return out
}

// edit is one answer changed, and how far it moved, in levels.
type edit struct {
	at, response int
	size         float64
}

// wouldChange finds, upward and downward, the smallest set of answers that would move the held level:
// one, else two; of several, the one that moves the answers least.
func (b *Bank) wouldChange(rs *responses, v *verdict) []Change {
	out := []Change{}
	for _, up := range []bool{true, false} {
		edits := edits(rs.answers, up)
		set := b.nearest(rs, v.held, singles(edits))
		if set == nil {
			set = b.nearest(rs, v.held, pairs(edits))
		}
		if set != nil {
			out = append(out, b.change(rs, set))
		}
	}
	return out
}

// edits are the ways to raise, or lower, one answer, the smallest first. A checklist changes by one box.
func edits(answers []answered, up bool) []edit {
	var out []edit
	for i, g := range answers {
		if !g.scored {
			continue
		}
		for j := range g.question.Options {
			response := j
			size := math.Abs(g.question.Options[j].Level - g.anchored())
			if g.question.Several() {
				response, size = g.response^1<<j, 1
			}
			if g.higher(response) == up && response != g.response && size > 0 {
				out = append(out, edit{i, response, size})
			}
		}
	}
	slices.SortStableFunc(out, func(x, y edit) int { return cmp.Compare(x.size, y.size) })
	return out
}

// higher reports whether another response is above this one.
func (g answered) higher(response int) bool {
	if g.question.Several() {
		return response > g.response // one bit apart: more boxes make the greater mask
	}
	return g.anchor[response] > g.anchored()
}

func singles(edits []edit) [][]edit {
	out := make([][]edit, len(edits))
	for i := range edits {
		out[i] = edits[i : i+1]
	}
	return out
}

// pairs are two edits of different answers, the smallest together first.
func pairs(edits []edit) [][]edit {
	var out [][]edit
	for i, x := range edits {
		for _, y := range edits[i+1:] {
			if x.at != y.at {
				out = append(out, []edit{x, y})
			}
		}
	}
	slices.SortStableFunc(out, func(x, y []edit) int {
		return cmp.Compare(x[0].size+x[1].size, y[0].size+y[1].size)
	})
	return out
}

// nearest is the first set of edits that moves the held level; nil where none does.
func (b *Bank) nearest(rs *responses, held int, sets [][]edit) []edit {
	for _, set := range sets {
		if b.judge(rs.edited(set)).held != held {
			return set
		}
	}
	return nil
}

// edited is the responses with some answers changed.
func (rs *responses) edited(set []edit) *responses {
	out := *rs
	out.answers = slices.Clone(rs.answers)
	for _, e := range set {
		out.answers[e.at].response = e.response
	}
	return &out
}

func (b *Bank) change(rs *responses, set []edit) Change {
	c := Change{Level: b.judge(rs.edited(set)).held}
	for _, e := range set {
		g := rs.answers[e.at]
		a := ChangeAnswer{Question: g.question.ID}
		a.Option, a.Options = g.chosenIDs(e.response)
		c.Answers = append(c.Answers, a)
	}
	return c
}
