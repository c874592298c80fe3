package tui

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
	"waymark/quiz/locale/localetest"
	"waymark/quiz/session"
	"waymark/stages"
)

// elsewhere has the program and its content in other letters for one test.
func elsewhere(t *testing.T) {
	t.Helper()
	localetest.Use(t)
	was, once := bank, finishedOnce
	inLetters = localetest.Cyrillic
	bank = sync.OnceValue(func() *stages.Bank { return stages.NewBank(catalog()) })
	finishedOnce = sync.OnceValue(func() (r session.Result) {
		m, keep := openAt(80, 24)
		answeredFully(nil, m)
		return keep.finished[0]
	})
	t.Cleanup(func() {
		bank, finishedOnce = was, once
		inLetters = func(c *stages.Catalog) *stages.Catalog { return c }
	})
}

// typedWords are what someone types in the scenes, and names that stay as they are.
var typedWords = []string{"Lyon", "Ada", "Ruth", "June", "The", "storage", "review", "in", "which", "their", "operations", "lead", "asked", "for", "by", "name",
	"outage", "over", "time", "overtime", "desi",
	"customer", // of content that doesn't name the people it serves
	"home", "ada", "local", "share", "waymark"}

// TestEveryWordIsTranslated draws every screen in a language of letters with accents and words a third longer: nothing of
// it is in English, and all of it has room.
func TestEveryWordIsTranslated(t *testing.T) {
	elsewhere(t)
	for i, scene := range scenes {
		for j, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}, {160, 50}} {
			if !sampled(i + j) {
				continue
			}
			m, _ := openAt(size[0], size[1])
			m = scene.reach(t, m)
			for _, k := range []string{"", "down", "tab"} {
				if k != "" {
					m = press(m, k)
				}
				name := fmt.Sprintf("%s after %q", scene.name, k)
				check(t, name, m, size[0], size[1])
				if words := localetest.English(plain(m), typedWords...); len(words) > 0 {
					t.Errorf("%s at %v says in English: %s\n%s", name, size, strings.Join(words, " "), plain(m))
				}
			}
		}
	}
	small, _ := New(config(80, 24, &shelf{})).Update(tea.WindowSizeMsg{Width: 39, Height: 12})
	if words := localetest.English(plain(small.(Model))); len(words) > 0 {
		t.Errorf("too small a screen says in English: %v", words)
	}
}

// The bars of the strands leave room for the words beside them, however long these are.
func TestStandingsHaveRoomInGerman(t *testing.T) {
	locale.Builtin("de").Use()
	t.Cleanup(locale.Builtin("").Use)
	for _, width := range []int{116, 120, 160} {
		m, _ := openAt(width, 40)
		m = finished(t, m)
		r := m.result.shown.Result
		r.Placement.Strands = slices.Clone(r.Placement.Strands)
		r.Placement.Strands[0].Posterior = []float64{.4, .6, 0, 0, 0}
		lines := m.standings(r)
		if want := "am Anfang von 2"; !strings.HasSuffix(lines[0].text, want) {
			t.Fatalf("%q does not end with %q", lines[0].text, want)
		}
		for _, l := range lines {
			if got := lipgloss.Width(l.text); got > m.layout.pane {
				t.Errorf("%d columns in a pane of %d: %s", got, m.layout.pane, l.text)
			}
		}
	}
}
