package report

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"waymark/stages"
)

// Against says how a strand stands against a level.
func Against(s stages.StrandResult, target int) string {
	switch {
	case s.Level == nil && s.NoChance:
		return "not assessed: no chance yet"
	case s.Level == nil:
		return "not assessed"
	case s.Spike > 0:
		return fmt.Sprintf("a spike: %s beyond you", Number(s.Spike))
	case s.Spike < 0:
		return fmt.Sprintf("far back: %s below you", Number(-s.Spike))
	case *s.Level > target:
		return "beyond it"
	case *s.Level == target:
		return "reaches it"
	}
	gap := target - *s.Level
	return fmt.Sprintf("%s %s to go", Number(gap), plural(gap, "level", "levels"))
}

// Date writes a day as 12 March 2026.
func Date(t time.Time) string { return t.Format("2 January 2006") }

// List joins names as a sentence does: a, b and c.
func List(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// Number writes a small number as a word.
func Number(n int) string {
	words := []string{"none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	if n < len(words) {
		return words[n]
	}
	return fmt.Sprint(n)
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

func Capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}
