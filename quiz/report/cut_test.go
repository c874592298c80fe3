package report_test

import (
	"testing"

	"waymark/quiz/report"
)

// A text is cut between two words, unless its first one is longer than the room, and what stands between them goes.
func TestCutsAtWholeWords(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"Ask for time to fix the causes", 40, "Ask for time to fix the causes"},
		{"Ask for time to fix the causes", 30, "Ask for time to fix the causes"},
		{"Ask for time to fix the causes", 29, "Ask for time to fix the…"},
		{"Ask for time, and fix causes", 13, "Ask for…"},
		{"Ask for time, and fix causes", 14, "Ask for time…"},
		{"Donaudampfschifffahrt", 8, "Donauda…"},
		{"    two words", 6, "    t…"},
		{"\x1b[1mAsk for time\x1b[m", 9, "\x1b[1mAsk for…\x1b[m"},
		{"Ask", 1, "…"}, {"Ask", 0, ""}, {"Ask", -1, ""},
	} {
		if got := report.Cut(c.text, c.width); got != c.want {
			t.Errorf("%q in %d columns: %q, not %q", c.text, c.width, got, c.want)
		}
	}
}
