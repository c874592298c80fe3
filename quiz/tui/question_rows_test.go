package tui

import (
	"strings"
	"testing"

	"waymark/stages"
)

// What isn't an answer stands apart from the answers: below those with air between them by two lines, else the answers stand close.
func TestAnswersHaveAirOnlyWhereTheRestStandsApart(t *testing.T) {
	for height, want := range map[int]struct{ third, note int }{40: {2, 3}, 24: {1, 2}} {
		m, _ := openAt(80, height)
		m = untilKind(m, stages.Ladder)
		text := plain(m)
		second, third, note := lineOf(text, "2   "), lineOf(text, "3   "), lineOf(text, "9   ")
		last := note - 1
		for strings.TrimSpace(strings.Split(text, "\n")[last]) == "" {
			last--
		}
		if third-second != want.third || note-last != want.note {
			t.Errorf("%d rows: %d and %d lines:\n%s", height, third-second, note-last, text)
		}
	}
}
