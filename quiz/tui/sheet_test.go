package tui

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// A page on a lower sheet says all that it would say with the whole terminal to it, and stands a little above the middle.
func TestSheetLosesNothing(t *testing.T) {
	for _, size := range [][2]int{{80, 40}, {120, 40}, {160, 50}} {
		lower := 0
		for _, scene := range scenes {
			m, _ := openAt(size[0], size[1])
			m = scene.reach(t, m)
			next, _ := m.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			m = next.(Model)
			whole := m
			whole.layout = m.layout.sheet(size[1])
			if on, off := words(plain(m)), words(ansi.Strip(whole.layout.draw(whole.page(), whole.palette))); on != off && !m.page().low {
				t.Errorf("%s at %v says\n%s\nnot\n%s", scene.name, size, on, off)
			}
			if free := size[1] - m.layout.rows; free > 0 {
				lower++
				above := len(plain(m)) - len(strings.TrimLeft(plain(m), "\n"))
				if above != m.layout.top || above >= free-above {
					t.Errorf("%s at %v has %d rows above it, of %d", scene.name, size, above, free)
				}
			}
		}
		if lower < len(scenes)/3 {
			t.Errorf("%v: %d of %d screens take less than the terminal", size, lower, len(scenes))
		}
	}
}

// words are the words of a screen, wherever they stand; lines and blanks may be more on a higher one.
func words(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \n│─", r) }), " ")
}

// The sheet of a screen grows for a row that has more to say, and stays while one is there, so that nothing jumps back.
func TestSheetStays(t *testing.T) {
	m, _ := openAt(120, 48)
	m = press(finished(t, m), "down")
	strands := &m.result.shown.Result.Snapshot.Strands
	*strands = slices.Clone(*strands)
	(*strands)[0].At = []string{"", "", strings.Repeat("You weigh what each costs. ", 50), "", ""}
	m = press(m, "up")
	grown := m.layout.rows
	if m = press(m, "down", "down"); grown != 48 || m.layout.rows != grown {
		t.Errorf("%d rows, then %d", grown, m.layout.rows)
	}
	if m = press(m, "esc"); m.layout.rows == grown {
		t.Error("home takes the rows that the result took")
	}
}

// No heading stands over the line that counts what is hidden, without what it heads.
func TestHeadingsStayWithTheirTexts(t *testing.T) {
	headings := 0
	for _, scene := range scenes {
		m, _ := openAt(40, 12)
		m = scene.reach(t, m)
		for range 30 {
			p := m.page()
			body := m.layout.body(p, m.palette)
			for i, l := range body {
				if !l.heads {
					continue
				}
				headings++
				if i+1 == len(body) || hiddenCount.MatchString(body[i+1].text) {
					t.Errorf("%s:\n%s", scene.name, plain(m))
				}
			}
			m = press(m, "down")
		}
	}
	if headings == 0 {
		t.Error("no headings")
	}
}

// What opens the next level is told once beside one another.
func TestOpensIsToldOnce(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {160, 50}} {
		m, _ := openAt(size[0], size[1])
		m = noCustomers(t, m)
		if n := strings.Count(squeezed(m), "andanotherteamcountsasone"); n != 1 {
			t.Errorf("%v tells it %d times:\n%s", size, n, plain(m))
		}
	}
}
