package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// Where the text of a level ends before its parts do, its last line says what follows, on the row that counts what's hidden of the
// list, and PgDn begins there.
func TestLevelSaysWhatFollows(t *testing.T) {
	for _, height := range []int{18, 20, 23, 24, 40, 50} {
		m, _ := openAt(80, height)
		m = press(finished(t, m), "tab")
		for m.result.level.cursor < len(m.levelCards())-1 {
			text, at := plain(m), m.result.level.cursor
			if !strings.Contains(text, "PgDn read on") {
				break // all that's left is in sight
			}
			all := strings.Split(text, "\n")
			follows := ""
			for _, l := range all {
				if _, beside, two := strings.Cut(l, "│"); two && strings.Contains(beside, "↓ ") {
					follows = l
				}
			}
			if counts := strings.Contains(text, "  ↓ "); follows == "" || counts && !strings.Contains(follows, "↓") {
				t.Errorf("%d rows high, from part %d:\n%s", height, at+1, text)
			}
			m = press(m, "pgdown")
			if m.result.level.cursor <= at {
				t.Fatalf("%d rows high, PgDn stays on part %d", height, at+1)
			}
			if back := press(m, "pgup").result.level.cursor; back > at {
				t.Errorf("%d rows high, PgUp leads to part %d, past %d", height, back+1, at+1)
			}
		}
	}
}

// What follows is said one blank line below the text, where the list beside it is in sight as a whole; else beside the count of what's
// hidden of that.
func TestLevelSaysWhatFollowsBelowTheText(t *testing.T) {
	for _, size := range [][2]int{{80, 18}, {80, 24}, {120, 24}, {120, 32}, {160, 36}} {
		m, _ := openAt(size[0], size[1])
		m = press(finished(t, m), "tab")
		p := m.page()
		pane, whole := p.margin, m.layout.reader(p.labels).whole(p, m.layout.room(p)) != nil
		said := len(pane) - 1
		if said < 2 || !strings.Contains(ansi.Strip(pane[said].text), "↓ ") {
			t.Fatalf("%v: nothing follows:\n%s", size, plain(m))
		}
		if bottom := said+1 == m.layout.paneRoom(p, m.layout.room(p)); whole && (!pane[said-1].empty() || pane[said-2].empty()) || !whole && !bottom {
			t.Errorf("%v:\n%s", size, plain(m))
		}
	}
}

// On a small screen what a level is comes first, and is open.
func TestLevelBeginsWithWhatItIs(t *testing.T) {
	m, _ := openAt(40, 12)
	m = press(finished(t, m), "/")
	m = press(m, keys("l e v e l enter")...)
	if text := plain(m); !strings.Contains(text, fmt.Sprintf("%s 1   What it is\n  People", markCursor)) || !strings.Contains(text, "Esc close") {
		t.Errorf("%s", text)
	}
}

// Beside a result stands as much of the level's first parts as the pane has room for, in whole paragraphs, the last part before the others; and
// which key shows the rest. Where it stands beside its name in a list of places, that key isn't named, since it does nothing there.
func TestLevelBesideItsResult(t *testing.T) {
	m, _ := openAt(160, 50)
	m = finished(t, m)
	first := m.levelParts()[0]
	levels := slices.Clone(m.snapshot().Levels) // which other tests have as well
	m.result.shown.Result.Snapshot.Levels = levels
	level := &levels[*m.placement().Level-1]
	var long []string
	for i := range 30 {
		long = append(long, fmt.Sprintf("It begins with paragraph %d. It ends so as well.", i))
	}
	level.Trap = strings.Join(long, " ")
	for size, rest := range map[[2]int]int{{160, 50}: 1, {120, 40}: 1, {80, 24}: 0} {
		m := resize(m, size[0], size[1])
		text := plain(m)
		if strings.Count(text, "Tab shows the rest.") != rest || rest > 0 && !strings.Contains(text, "paragraph 4.") || strings.Contains(text, "paragraph 29.") {
			t.Errorf("%v:\n%s", size, text)
		}
		if rest > 0 && (!strings.Contains(text, first.Label) || len(m.levelBeside()) < m.paneLines()-2) {
			t.Errorf("%v: the pane has room for another paragraph:\n%s", size, text)
		}
		if text := plain(press(m, "/")); strings.Contains(text, "shows the rest") {
			t.Errorf("%v: Tab does nothing here:\n%s", size, text)
		}
	}
}
