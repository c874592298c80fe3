package tui

import (
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
)

// The day that a step is due ends where the words for it end.
func TestTimeEndsWithItsDate(t *testing.T) {
	m, _ := openAt(80, 24)
	all := strings.Split(plain(press(planned(t, m), "down")), "\n")
	at := lineOf(strings.Join(all, "\n"), "by 11 May")
	if lipgloss.Width(all[at]) != lipgloss.Width(all[at+1]) || !strings.HasSuffix(all[at+1], markAhead) {
		t.Errorf("%s\n%s", all[at], all[at+1])
	}
}

// A step that unfolds in the plan moves nothing above it, hides rows below it rather than air, and Esc folds it.
func TestPlanUnfolds(t *testing.T) {
	m, _ := openAt(80, 20)
	folded := press(planned(t, m), "down")
	text := plain(press(folded, "tab"))
	if !strings.Contains(text, "\n\n  › 2") || !strings.Contains(text, "↓ ") || !strings.Contains(text, "Esc close") {
		t.Errorf("unfolded:\n%s", text)
	}
	if back := press(folded, keys("tab esc")...); plain(back) != plain(folded) {
		t.Errorf("Esc leaves:\n%s", plain(back))
	}
}

// A row that is cut has no blank line above it, which would stand amid its text as it ends.
func TestCutRowHasNoAirAbove(t *testing.T) {
	l := newLayout(40, 12)
	tall := row{apart: true, air: true, lines: lines(strings.Split("a b c d e f g h i j k l m n", " ")...)}
	p := page{rows: []row{{lines: lines("first")}, tall}, at: list{cursor: 1}}
	room := l.room(p)
	for _, at := range l.fit(p, room, palette{}) {
		if at.empty() {
			t.Errorf("blank: %v", l.fit(p, room, palette{}))
		}
	}
	if over := l.overflow(p); over != len(tall.lines)-room+1 {
		t.Errorf("%d lines have no room", over)
	}
}
