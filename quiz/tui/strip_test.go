package tui

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"waymark/stages"
)

// The dot of a strip stands under the level that its words name, and in the third of it.
func TestStripSaysWhatItsWordsSay(t *testing.T) {
	level := func(n int) *int { return &n }
	r := stages.Placement{Level: level(2), SpeaksFor: level(2), Confidence: .9, Held: []float64{0, 1, 0, 0, 0}}
	for _, row := range []struct {
		level         int
		posterior     []float64
		roomy, narrow string
	}{
		{2, []float64{.4, .6, 0, 0, 0}, "┄┄┄┄┄┄◆─────┼───────────────", "┄┄┄◆──┼───────"}, // early in 2
		{2, []float64{0, 1, 0, 0, 0}, "━━━━━━━━━◆──┼───────────────", "━━━━◆─┼───────"},   // well into 2
		{2, []float64{0, .6, .4, 0, 0}, "━━━━━━━━━━━◆┼┄┄┄┄┄──────────", "━━━━━◆┼┄┄─────"}, // close to 3
		{3, []float64{0, 0, 1, 0, 0}, "━━━━━━━━━━━━┿━━◆────────────", "━━━━━━┿◆──────"},
		{5, []float64{0, 0, 0, 0, 1}, "━━━━━━━━━━━━┿━━━━━━━━━━━━━━◆", "━━━━━━┿━━━━━━◆"},
	} {
		s := stages.StrandResult{ID: "craft", Level: level(row.level), Posterior: row.posterior}
		for size, want := range map[[2]int]string{{80, 24}: row.roomy, {40, 12}: row.narrow} {
			m, _ := openAt(size[0], size[1])
			if got := ansi.Strip(m.strip(r, s, 3)); got != want {
				t.Errorf("%v at level %d: %s, want %s", row.posterior, row.level, got, want)
			}
		}
	}
	m, _ := openAt(80, 24)
	if got := ansi.Strip(m.strip(r, stages.StrandResult{ID: "craft", Posterior: make([]float64, 5)}, 3)); strings.Trim(got, lineDotted) != crossAhead {
		t.Errorf("not assessed: %s", got)
	}
	if got, want := ansi.Strip(m.stripHead(5, 3)), "1     2     3     4     5   "; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := ansi.Strip(m.talkStrip([]int{2, 4}, opinionMarks, 5)), "┴─────◆━━━━━┷━━━━━●─────┴"; got != want {
		t.Errorf("%q isn't under the numbers, want %q", got, want)
	}
}

// Levels in turn: the last few of them.
func TestLevelsInTurn(t *testing.T) {
	m, _ := openAt(80, 24)
	at := func(levels ...int) []*int {
		var out []*int
		for _, l := range levels {
			out = append(out, &l)
			if l == 0 {
				out[len(out)-1] = nil
			}
		}
		return out
	}
	for _, row := range []struct {
		levels []*int
		want   string
	}{{at(2), "2"}, {at(2, 0, 3), "2 → ┄ → 3"}, {at(1, 2, 3, 4, 5), "1 → 2 → 3 → 4 → 5"}, {at(1, 1, 2, 3, 4, 5), "… → 1 → 2 → 3 → 4 → 5"}} {
		if got := ansi.Strip(m.levelsInTurn(row.levels)); got != row.want {
			t.Errorf("%q, want %q", got, row.want)
		}
	}
}

// The bar of a small layout is behind all that stands under the row that it's on.
func TestBarBehindAllOfARow(t *testing.T) {
	for name, tab := range map[string]func(Model) Model{"strands": strandsTab, "next steps": nextTab} {
		m, _ := openAt(40, 12)
		p := press(tab(finished(t, m)), "down").page()
		under := p.rows[p.at.cursor].lines
		if len(under) < 2 || slices.ContainsFunc(under, func(l line) bool { return !l.chosen() }) {
			t.Errorf("%s: not all lines are of the row: %+v", name, under)
		}
	}
}
