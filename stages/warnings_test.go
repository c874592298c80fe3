package stages

import (
	"slices"
	"testing"
)

func kinds(r Placement) []WarningKind {
	var out []WarningKind
	for _, w := range r.Warnings {
		out = append(out, w.Kind)
	}
	return out
}

func TestWarnings(t *testing.T) {
	paired := PlainCatalog()
	paired.Questions[3].Pair = "s1-q1"
	for _, c := range []struct {
		name   string
		answer func(b *Bank, i int, q *Question) Answer
		want   []WarningKind
	}{
		{"steady", func(_ *Bank, i int, _ *Question) Answer { return at(3 + i/2%2) }, nil},
		{"from end to end", func(_ *Bank, i int, _ *Question) Answer { return at(1 + 4*(i/2%2)) },
			[]WarningKind{WarnInconsistent, WarnContradiction}},
		{"a pair unlike", func(_ *Bank, _ int, q *Question) Answer {
			if q.ID == "s1-q1" {
				return at(2)
			}
			return at(4)
		}, []WarningKind{WarnContradiction}},
		{"hasty", func(_ *Bank, _ int, _ *Question) Answer {
			a := at(3)
			a.Seconds = 1.2
			return a
		}, []WarningKind{WarnHasty}},
		{"unsure of a third", func(_ *Bank, i int, _ *Question) Answer {
			if i%3 == 0 {
				return Answer{Skip: Unsure}
			}
			return at(3)
		}, []WarningKind{WarnManySkips}},
		{"the second place each time", func(b *Bank, _ int, q *Question) Answer {
			return at(b.OptionOrder(q, 0)[1] + 1)
		}, []WarningKind{WarnInconsistent, WarnStraightLine}},
	} {
		b := NewBank(paired)
		var iv Interview
		for i := range b.items {
			q := b.items[i].question
			iv = iv.With(q.ID, c.answer(b, i, q))
		}
		r := b.Place(iv)
		for _, kind := range c.want {
			if !slices.Contains(kinds(r), kind) {
				t.Errorf("%s: no %s in %v", c.name, kind, kinds(r))
			}
		}
		if len(c.want) == 0 && len(r.Warnings) > 0 {
			t.Errorf("%s: %v", c.name, kinds(r))
		}
		for _, w := range r.Warnings {
			known := func(id string) bool { return b.Question(id) != nil }
			if len(w.Questions) == 0 || slices.ContainsFunc(w.Questions, func(id string) bool { return !known(id) }) {
				t.Errorf("%s: %s names %v", c.name, w.Kind, w.Questions)
			}
		}
	}
}
