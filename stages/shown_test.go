package stages

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// What was done is what the answers say, the highest level first, an event before a claim; each with the highest
// strength that rests on the answer.
func TestShown(t *testing.T) {
	c := PlainCatalog()
	for i := range c.Questions {
		for j := range c.Questions[i].Options {
			if j > 0 {
				c.Questions[i].Options[j].Did = fmt.Sprintf("Did %d", j+1)
			}
		}
	}
	on := func(level int, pairs ...string) Strength {
		s := Strength{Strand: "s1", Level: level, On: map[string][]string{}}
		for i := 0; i < len(pairs); i += 2 {
			s.On[pairs[i]] = append(s.On[pairs[i]], pairs[i+1])
		}
		return s
	}
	c.Strengths = []Strength{on(1, "s1-q1", "at-2"), on(2, "s1-q1", "at-2", "s1-q2", "at-4"), on(1, "s1-q1", "at-2")}
	for _, x := range []struct {
		answers Answers
		want    string
	}{
		{Answers{}, ""},
		{Answers{"s1-q1": at(1)}, ""},
		{Answers{"s1-q1": at(2)}, "s1-q1 Did 2 (2)"},
		{Answers{"s1-q1": at(2), "s1-q2": at(2)}, "s1-q1 Did 2 (2), s1-q2 Did 2"},
		{Answers{"s1-q2": at(2), "s1-q3": at(2)}, "s1-q3 Did 2, s1-q2 Did 2"},
		{Answers{"s1-q1": at(2), "s1-q2": at(4)}, "s1-q2 Did 4 (2), s1-q1 Did 2 (2)"},
		{Answers{"s1-q1": {Options: []string{"at-2", "at-3"}}}, "s1-q1 Did 3, s1-q1 Did 2 (2)"},
		{Answers{"s1-q1": {Options: []string{"at-2"}, Skip: Unsure}}, ""},
		{Answers{"s1-q1": {Options: []string{"renamed"}}, "lost": at(3), "s2-q1": at(3)}, ""},
	} {
		var got []string
		for _, s := range c.Shown(x.answers, "s1") {
			text := s.Question.ID + " " + s.Option.Did
			if s.Strength != nil {
				text += fmt.Sprintf(" (%d)", s.Strength.Level)
			}
			got = append(got, text)
		}
		if said := strings.Join(got, ", "); said != x.want {
			t.Errorf("%v: %s, want %s", x.answers, said, x.want)
		}
	}
}

// For a person at a level stands what speaks for the level next to it, the higher of two.
func TestNearest(t *testing.T) {
	shown := func(levels ...float64) (out []Shown) {
		for _, l := range levels {
			out = append(out, Shown{Option: &Option{Level: l}})
		}
		return out
	}
	for _, x := range []struct {
		shown []Shown
		level int
		want  float64
	}{
		{shown(5, 3, 1), 5, 5}, {shown(5, 3, 1), 4, 5}, {shown(5, 2.5, 1), 3, 2.5}, {shown(5, 2.5, 1), 2, 2.5}, {shown(5, 2.4, 1), 2, 2.4},
		{shown(5, 4), 1, 4}, {shown(4, 1), 2, 1}, {shown(3, 3), 3, 3},
	} {
		if got := Nearest(x.shown, x.level); got.Option.Level != x.want {
			t.Errorf("%v at level %d: %v, want %v", x.shown, x.level, got.Option.Level, x.want)
		}
	}
	if Nearest(nil, 3) != nil {
		t.Error("of nothing there is something")
	}
}

// Of boxes at one anchor the last comes first.
func TestShownBoxes(t *testing.T) {
	c := Catalog{Questions: []Question{{ID: "q", Strand: "s", Kind: Checklist,
		Options: []Option{{ID: "a", Level: 5, Did: "A"}, {ID: "b", Level: 5, Did: "B"}, {ID: "c", Level: 2, Did: "C"}}}}}
	var got []string
	for _, s := range c.Shown(Answers{"q": {Options: []string{"a", "b", "c"}}}, "s") {
		got = append(got, s.Option.ID)
	}
	if want := []string{"b", "a", "c"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// An answer is a level up from another if it speaks for a higher level and isn't just beside it.
func TestLevelUp(t *testing.T) {
	for _, test := range []struct {
		from, to float64
		up       bool
	}{
		{1, 2, true}, {1, 1.5, true}, {2.4, 2.9, true}, {2.4, 4, true},
		{1, 1.1, false}, {2.4, 2.5, false}, {2.3, 2.6, false}, // beside it
		{0.5, 1, false}, {0.6, 1.3, false}, {4.5, 5, false}, // of the same level
		{3, 2, false}, {2, 2, false},
	} {
		from, to := Option{Level: test.from}, Option{Level: test.to}
		if got := to.LevelUp(&from); got != test.up {
			t.Errorf("from %v to %v: %v", test.from, test.to, got)
		}
	}
}
