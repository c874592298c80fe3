package stages

import (
	"fmt"
	"strings"
	"testing"
)

// What is shown rests on an answer that was given: the highest level first, an event before a claim.
func TestShown(t *testing.T) {
	c := PlainCatalog()
	on := func(level int, you string, pairs ...string) Strength {
		s := Strength{Strand: "s1", Level: level, You: you, On: map[string][]string{}}
		for i := 0; i < len(pairs); i += 2 {
			s.On[pairs[i]] = append(s.On[pairs[i]], pairs[i+1])
		}
		return s
	}
	c.Strengths = []Strength{
		on(2, "claimed", "s1-q2", "at-2"),
		on(2, "two", "s1-q1", "at-2", "s1-q1", "at-3", "s1-q2", "at-2"),
		on(4, "four", "s1-q2", "at-4"),
		{Strand: "s2", Level: 5, You: "another strand", On: map[string][]string{"s1-q1": {"at-2"}}},
		on(3, "gone", "s1-q1", "renamed", "lost", "at-3"),
	}
	for _, x := range []struct {
		answers Answers
		want    string
	}{
		{Answers{}, ""},
		{Answers{"s1-q1": at(1)}, ""},
		{Answers{"s1-q1": at(2)}, "two by s1-q1 at-2"},
		{Answers{"s1-q1": at(3)}, "two by s1-q1 at-3"},
		{Answers{"s1-q2": at(2)}, "claimed by s1-q2 at-2 (claim), two by s1-q2 at-2 (claim)"},
		{Answers{"s1-q1": at(2), "s1-q2": at(2)}, "two by s1-q1 at-2, claimed by s1-q2 at-2 (claim)"},
		{Answers{"s1-q1": at(2), "s1-q2": at(4)}, "four by s1-q2 at-4 (claim), two by s1-q1 at-2"},
		{Answers{"s1-q1": {Options: []string{"at-2"}, Skip: Unsure}}, ""},
		{Answers{"s1-q1": {Options: []string{"renamed"}}, "lost": at(3)}, ""},
	} {
		var got []string
		for _, s := range c.Shown(x.answers, "s1") {
			text := fmt.Sprintf("%s by %s %s", s.You, s.Question, s.Option)
			if !s.Evidence {
				text += " (claim)"
			}
			got = append(got, text)
		}
		if said := strings.Join(got, ", "); said != x.want {
			t.Errorf("%v: %s, want %s", x.answers, said, x.want)
		}
	}
}
