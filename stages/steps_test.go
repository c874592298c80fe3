package stages

import (
	"fmt"
	"slices"
	"testing"
)

func TestNextSteps(t *testing.T) {
	c := PlainCatalog()
	c.Levels[1].Needs = []string{"s4"}
	c.Steps = nil
	for _, s := range c.Strands {
		for k := 2; k <= Levels; k++ {
			for n := range 2 {
				c.Steps = append(c.Steps, Step{ID: fmt.Sprint(s.ID, "-", k, "-", n), Strand: s.ID, Level: k})
			}
		}
		c.Steps = append(c.Steps, Step{ID: s.ID + "-keep", Strand: s.ID, Level: Levels, Purpose: Keep})
	}
	b := NewBank(c)
	for _, x := range []struct {
		name    string
		answer  func(q *Question) Answer
		want    []string
		variant string
	}{
		{"the chance first", func(q *Question) Answer {
			if q.Strand == "s4" {
				return Answer{Skip: NoChance}
			}
			return at(3)
		}, []string{"s4-2-0"}, "no-chance"},
		{"the lowest strands, a step from where they are", func(q *Question) Answer {
			return at(map[string]int{"s5": 1, "s6": 2}[q.Strand] + 3*count(q.Strand < "s5"))
		}, []string{"s5-2-0", "s6-3-0"}, ""},
		{"keeping", func(*Question) Answer { return at(5) }, []string{"s1-keep", "s2-keep", "s3-keep"}, ""},
	} {
		var iv Interview
		for i := range b.items {
			iv = iv.With(b.items[i].question.ID, x.answer(b.items[i].question))
		}
		r := b.Place(iv)
		var got []string
		for _, s := range r.Next {
			got = append(got, s.Step)
			if r.Strands[0].Level != nil && *r.Level < Levels && len(s.Because) == 0 {
				t.Errorf("%s: %s has no reason", x.name, s.Step)
			}
		}
		if len(got) < len(x.want) || !slices.Equal(got[:len(x.want)], x.want) || r.Next[0].Variant != x.variant {
			t.Errorf("%s: %+v, want %v", x.name, r.Next, x.want)
		}
		all := b.StepsFor(iv)
		for i := range r.Next {
			if all[i].Step != r.Next[i].Step {
				t.Errorf("%s: StepsFor begins with %s, Next with %s", x.name, all[i].Step, r.Next[i].Step)
			}
		}
	}
}

// Steps for growing wider are for the held level, come after all that lead onward, along every strand,
// and are advised first only where there is nothing else.
func TestStepsForGrowingWider(t *testing.T) {
	c := PlainCatalog()
	c.Steps = nil
	for _, s := range c.Strands {
		c.Steps = append(c.Steps, Step{ID: s.ID + "-wider", Strand: s.ID, Level: 2, Purpose: Widen},
			Step{ID: s.ID + "-wider-elsewhere", Strand: s.ID, Level: 3, Purpose: Widen})
	}
	onward := Step{ID: "onward", Strand: "s2", Level: 3}
	lagging := func(_ int, q *Question) int { return 2 + 2*count(q.Strand == "s1") - count(q.Strand == "s3") }
	ids := func(steps []NextStep) (out []string) {
		for _, s := range steps {
			out = append(out, s.Step)
		}
		return out
	}
	for _, x := range []struct {
		name      string
		steps     []Step
		next, all []string
	}{
		{"beside a step onward", append(slices.Clone(c.Steps), onward), []string{"onward"},
			[]string{"onward", "s3-wider", "s2-wider", "s4-wider", "s5-wider", "s6-wider", "s1-wider"}},
		{"alone", c.Steps, []string{"s3-wider", "s2-wider", "s4-wider"},
			[]string{"s3-wider", "s2-wider", "s4-wider", "s5-wider", "s6-wider", "s1-wider"}},
	} {
		c.Steps = x.steps
		b := NewBank(c)
		iv := answering(b, lagging)
		if r := b.Place(iv); *r.Level != 2 || !slices.Equal(ids(r.Next), x.next) {
			t.Errorf("%s: level %d, next %v, want %v", x.name, *r.Level, ids(r.Next), x.next)
		}
		all := b.StepsFor(iv)
		if !slices.Equal(ids(all), x.all) {
			t.Errorf("%s: %v, want %v", x.name, ids(all), x.all)
		}
		if last := all[len(all)-1]; last.Purpose != Widen {
			t.Errorf("%s: the purpose is not told: %+v", x.name, last)
		}
	}
}
