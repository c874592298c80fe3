package content_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// The words in which personas.yaml says what a persona should get.

// word is a wish that is one word.
type word string

func (w word) String() string { return string(w) }

// span is a number, or a range of them: 2, or 1-2.
type span struct{ low, high int }

func (s span) holds(n int) bool { return s.low <= n && n <= s.high }

func (s span) String() string {
	if s.low == s.high {
		return strconv.Itoa(s.low)
	}
	return fmt.Sprintf("%d to %d", s.low, s.high)
}

func (s *span) UnmarshalYAML(n *yaml.Node) error {
	low, high, isRange := strings.Cut(n.Value, "-")
	if !isRange {
		high = low
	}
	var err error
	if s.low, err = strconv.Atoi(low); err != nil {
		return err
	}
	s.high, err = strconv.Atoi(high)
	return err
}

// oneOf is a word, or several of which one is wanted.
type oneOf []string

func (o oneOf) has(got string) bool { return slices.Contains(o, got) }

func (o oneOf) String() string { return strings.Join(o, " or ") }

func (o *oneOf) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.ScalarNode {
		*o = oneOf{n.Value}
		return nil
	}
	return n.Decode((*[]string)(o))
}

// some are the words wanted, no more and no fewer. One with a question mark may be missing.
type some []string

func (s some) fits(got []string) bool {
	for _, want := range s {
		if !strings.HasSuffix(want, "?") && !slices.Contains(got, want) {
			return false
		}
	}
	return !slices.ContainsFunc(got, func(g string) bool {
		return !slices.Contains(s, g) && !slices.Contains(s, g+"?")
	})
}

// nowAndThen lists the words that may be missing, but not each time.
func (e expectation) nowAndThen() []string {
	var out []string
	for _, s := range slices.Concat(e.Cap, e.Spikes, e.NotAssessed, e.Warnings) {
		if word, may := strings.CutSuffix(s, "?"); may {
			out = append(out, word)
		}
	}
	return out
}

func (s some) String() string { return list(s) }
