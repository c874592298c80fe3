package stages

import (
	"fmt"
	"testing"
)

// Of the first three steps at most one takes a quarter, and at most two are along one strand, as long as there are others.
func TestTheFirstThreeStepsGoTogether(t *testing.T) {
	c := PlainCatalog()
	step := func(id, strand string, weeks int) Step { return Step{ID: id, Strand: strand, Level: 3, Weeks: weeks} }
	wider := Step{ID: "wider", Strand: "s1", Level: 2, Purpose: Widen, Weeks: 4}
	for _, x := range []struct {
		name  string
		steps []Step
		want  [3]string
	}{
		{"two long ones", []Step{step("a", "s2", 10), step("b", "s3", 12), step("c", "s3", 9), step("d", "s4", 9)}, [3]string{"a", "d", "c"}},
		{"a long one along the same strand", []Step{step("a", "s2", 10), step("b", "s2", 10), step("c", "s2", 9), wider}, [3]string{"a", "c", "wider"}},
		{"nothing but long ones", []Step{step("a", "s2", 10), step("b", "s3", 10), step("c", "s4", 10)}, [3]string{"a", "b", "c"}},
		{"three along a strand", []Step{step("a", "s2", 4), step("b", "s2", 4), step("c", "s2", 4), wider}, [3]string{"a", "b", "wider"}},
		{"nothing but one strand", []Step{step("a", "s2", 4), step("b", "s2", 4), step("c", "s2", 4)}, [3]string{"a", "b", "c"}},
	} {
		c.Steps = x.steps
		b := NewBank(c)
		got := b.Advise(answering(b, func(_ int, q *Question) int { return 2 + count(q.Strand == "s1") }), Wishes{})
		if len(got) != 3 || [3]string{got[0].Step, got[1].Step, got[2].Step} != x.want {
			t.Errorf("%s: %+v, want %v", x.name, got, x.want)
		}
	}
}

// Where the next level needs one strand and nothing else is left, all three steps are along it.
func TestAllStepsMayBeAlongTheOnlyNeed(t *testing.T) {
	c := PlainCatalog()
	for _, id := range []string{"a", "b", "c"} {
		c.Steps = append(c.Steps, Step{ID: id, Strand: "s2", Level: 3, Weeks: 4})
	}
	c.Steps = append(c.Steps, Step{ID: "wider", Strand: "s1", Level: 2, Purpose: Widen, Weeks: 4})
	for _, needs := range [][]string{nil, {"s2"}} {
		c.Levels[2].Needs = needs
		b := NewBank(c)
		got := b.Advise(answering(b, func(_ int, q *Question) int { return 3 - count(q.Strand == "s2") }), Wishes{})
		if len(got) != 3 || (got[2].Step == "wider") != (needs == nil) {
			t.Errorf("with the needs %v: %+v", needs, got)
		}
	}
}

// Of the steps for growing wider, those for the level held come before those for a level below it.
func TestStepsForTheLevelHeldComeFirst(t *testing.T) {
	c := PlainCatalog()
	c.Steps = []Step{{ID: "low", Strand: "s1", Level: 1, Purpose: Widen}, {ID: "held", Strand: "s1", Level: 2, Purpose: Widen}}
	b := NewBank(c)
	if got := b.Advise(answering(b, func(int, *Question) int { return 2 }), Wishes{Aim: Stay}); len(got) == 0 || got[0].Step != "held" {
		t.Errorf("%+v", got)
	}
}

// The first step isn't one for want of a chance where an answer calls for another: along the same strand or, where that isn't
// what holds the person, along another.
func TestWantOfAChanceWaits(t *testing.T) {
	for _, x := range []struct {
		held          string
		first, second int    // of the answers along the first two strands
		also          string // a question that one more step along the first moves
		want          string
	}{{"", 2, 3, "", "answered"}, {"s1", 1, 2, "", "untried"}, {"", 2, 3, "s1-q2", "also"}, {"s1", 1, 2, "s1-q2", "also"}} {
		c := PlainCatalog()
		step := func(id, strand, question string, level int) Step {
			return Step{ID: id, Strand: strand, Level: level + 1, Moves: map[string]string{question: fmt.Sprint("at-", level+1)}}
		}
		c.Steps = []Step{step("untried", "s1", "s1-q1", x.first), step("answered", "s2", "s2-q1", x.second)}
		if x.also != "" {
			c.Steps = append(c.Steps, step("also", "s1", x.also, x.first))
		}
		if x.held != "" {
			c.Levels[2].Needs = []string{x.held}
		}
		b := NewBank(c)
		iv := answering(b, func(_ int, q *Question) int {
			switch q.Strand {
			case "s1":
				return x.first
			case "s2":
				return x.second
			}
			return 3
		}).With("s1-q1", Answer{Skip: NoChance})
		got := b.Advise(iv, Wishes{})
		if r := b.Place(iv); len(got) != len(c.Steps) || got[0].Step != x.want || (r.HeldBy != nil) != (x.held != "") {
			t.Errorf("held by %q: %+v, %+v", x.held, got, r.HeldBy)
		}
	}
}
