package tui

import (
	"slices"
	"strings"
	"testing"
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
		if m.layout.wide && column("2 an example") != column("12 to 30") {
			t.Errorf("%v: its columns differ:\n%s", size, text)
		}
	}
}
