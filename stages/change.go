package stages

import (
	"cmp"
	"math"
	"slices"
)

// edit is one answer changed, and how far it moved, in levels.
type edit struct {
	at, response int
	size         float64
}

// wouldChange finds, upward and downward, the smallest set of answers that would move the held level:
// one, else two; of several, the one that moves the answers least.
func (b *Bank) wouldChange(rd *responses, v *verdict) []Change {
	out := []Change{}
	for _, up := range []bool{true, false} {
		edits := edits(rd.answers, up)
		set := b.nearest(rd, v.held, singles(edits))
		if set == nil {
			set = b.nearest(rd, v.held, pairs(edits))
		}
		if set != nil {
			out = append(out, b.change(rd, set))
		}
	}
	return out
}

// edits are the ways to raise, or lower, one answer, the smallest first. A checklist changes by one box.
func edits(answers []given, up bool) []edit {
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

// higher reports whether a response stands above the one given.
func (g given) higher(response int) bool {
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
func (b *Bank) nearest(rd *responses, held int, sets [][]edit) []edit {
	for _, set := range sets {
		if b.judge(rd.edited(set)).held != held {
			return set
		}
	}
	return nil
}

// edited is the reading with answers changed.
func (rd *responses) edited(set []edit) *responses {
	out := *rd
	out.answers = slices.Clone(rd.answers)
	for _, e := range set {
		out.answers[e.at].response = e.response
	}
	return &out
}

func (b *Bank) change(rd *responses, set []edit) Change {
	c := Change{Level: b.judge(rd.edited(set)).held}
	for _, e := range set {
		g := rd.answers[e.at]
		a := ChangeAnswer{Question: g.question.ID}
		a.Option, a.Options = g.told(e.response)
		c.Answers = append(c.Answers, a)
	}
	return c
}
