package tui

import (
	"strings"
	"testing"

	"waymark/quiz/locale"
)

// keyRow is the last row of a screen.
func keyRow(m Model) string {
	rows := strings.Split(plain(m), "\n")
	return strings.TrimSpace(rows[len(rows)-1])
}

// Where the words of 80 columns are short enough, the key line has all keys, and that of the keys as well.
func TestKeyLineHasRoomForTheKeyOfAllKeys(t *testing.T) {
	for want, reach := range map[string]func(Model) Model{
		"↑↓ move   Enter open   Tab changes   Space compare   ? keys   Esc home": func(m Model) Model { return inHistory(t, m, "") },
		"↑↓ move   Enter question   ← where   → next steps   ? keys   Esc home":  func(m Model) Model { return press(finished(t, m), keys("right down")...) },
	} {
		m, _ := openAt(80, 24)
		if got := keyRow(reach(m)); got != want {
			t.Errorf("the keys are %q, not %q", got, want)
		}
	}
}

// The name of a reader doesn't push another key out of the line, nor its own.
func TestEveryReaderIsTurnedToByTab(t *testing.T) {
	m, _ := openAt(80, 24)
	m = press(finished(t, m), keys("esc 6 enter")...)
	for _, want := range []string{"Tab next: an architect", "Tab next reader", "Tab next reader", "Tab next reader"} {
		if got, want := keyRow(m), "↑↓ move   Enter answer   "+want+"   ? keys   Esc close"; got != want {
			t.Errorf("the keys are %q, not %q", got, want)
		}
		m = press(m, "tab")
	}
}

// In German too, 40 columns have the key of what changed.
func TestKeyLineOfHistoryInGerman(t *testing.T) {
	locale.Builtin("de").Use()
	t.Cleanup(locale.Builtin("").Use)
	m, _ := openAt(40, 12)
	m = overYear(t, m).openHistory()
	if got, want := keyRow(m), "Enter öffnen  Tab geändert  Esc Start"; got != want {
		t.Errorf("the keys are %q, not %q", got, want)
	}
}
