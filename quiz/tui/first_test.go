package tui

import (
	"slices"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"waymark/stages"
)

// The one act of someone new has its bar behind all of its lines, and where the path is wide what it costs stands below the second level.
// The example has no mark that another screen would explain.
func TestHomeOfSomeoneNew(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {80, 23}, {120, 40}, {160, 50}} {
		m, _ := openAt(size[0], size[1])
		if begin := m.page().rows[0].lines; slices.ContainsFunc(begin, func(l line) bool { return !l.chosen() }) {
			t.Errorf("%v: a line of %v has no bar", size, begin)
		}
		text := plain(m)
		if strings.Contains(text, markNeighbour) {
			t.Errorf("%v:\n%s", size, text)
		}
		column := func(what string) int {
			before, _, _ := strings.Cut(text, what)
			return len([]rune(before[strings.LastIndex(before, "\n")+1:]))
		}
		if m.layout.wide && column("2 you, for example") != column("12 to 30") {
			t.Errorf("%v: its columns differ:\n%s", size, text)
		}
		if marks := strings.LastIndex(text, markAhead); column("Partner\n") != column(text[marks:]) {
			t.Errorf("%v: the last level has no name at its mark:\n%s", size, text)
		}
	}
}

// The texts of the levels are all as wide.
func TestLevelsOfSomeoneNewAreAsWide(t *testing.T) {
	m, _ := openAt(160, 50)
	at := catalog()
	at.Levels[len(at.Levels)-1].Line = strings.Repeat("long ", 12)
	m.session.Bank = stages.NewBank(at)
	m.layout = m.layout.broad()
	columns := m.pathColumns(len(at.Levels))
	for _, l := range m.levelLines(len(at.Levels)) {
		if wide := lipgloss.Width(l.text) - columns[len(columns)-1]; wide > columns[1]-columnGap {
			t.Errorf("%d columns: %q", wide, l.text)
		}
	}
}

// The bar of a row is as wide on each of its lines, also where one is longer than rows of a list.
func TestBarIsAsWide(t *testing.T) {
	m, _ := openAt(160, 50)
	widths := map[int]bool{}
	colour := *newPalette(ThemeDark, dark, colorprofile.TrueColor)
	for _, row := range strings.Split(m.layout.draw(m.page(), colour), "\n") {
		if bar := ansi.Strip(row); strings.Contains(bar, "Begin") || strings.Contains(bar, "Stop any time") {
			widths[ansi.StringWidth(bar)] = true
		}
	}
	if len(widths) != 1 {
		t.Errorf("%v columns:\n%s", widths, plain(m))
	}
}
