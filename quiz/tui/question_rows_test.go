package tui

import (
	"strings"
	"testing"

	"waymark/quiz/session"
	"waymark/stages"
)

// Where what an answer leads to stands below the answers, they stand close, so that it doesn't look like one of them.
func TestAnswersAreCloseAboveWhatTheyLeadTo(t *testing.T) {
	c := catalog()
	c.Aims = stages.Aims{Ask: "Where to?", Why: "For the advice.", Options: []stages.Aim{{ID: stages.Stay, Text: "Nowhere"}, {ID: stages.Onward, Text: "On"}}}
	for width, want := range map[int]int{80: 1, 120: 2} {
		cfg := config(width, 40, &shelf{})
		cfg.Session = session.New(stages.NewBank(c), session.Saved{})
		m := press(New(cfg), "1", "1")
		for !m.session.Asking.Closing() {
			m = m.answerAt(2)
		}
		if text := plain(m); lineOf(text, "2   ")-lineOf(text, "1   ") != want {
			t.Errorf("%d columns, not %d lines apart:\n%s", width, want, text)
		}
	}
}

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
