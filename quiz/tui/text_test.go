package tui

import (
	"slices"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
)

// The last line isn't a single word, where another line can spare one, and no line begins with a digit that ends a clause.
func TestWrap(t *testing.T) {
	for _, row := range []struct {
		text  string
		width int
		want  []string
	}{
		{"in writing, with a recommendation.", 20, []string{"in writing, with", "a recommendation."}},
		{"a b recommendation.", 15, []string{"a b", "recommendation."}}, // the two don't fit
		{"one recommendation.", 15, []string{"one", "recommendation."}},
		{"with a recommendation.\n\nNext", 20, []string{"with", "a recommendation.", "", "Next"}},
		{"recommendation", 8, []string{"recommen", "dation"}},
		{"of six they reach level 3. Level 3 needs design", 24, []string{"of six they reach", "level 3. Level 3", "needs design"}},
	} {
		if got := wrap(row.text, row.width); !slices.Equal(got, row.want) {
			t.Errorf("%q in %d columns: %q, want %q", row.text, row.width, got, row.want)
		}
	}
}

// What's cut ends with a whole word and its mark, no wider than it may be: texts of several lines, and what's in a column.
func TestCutTextsEndWithWholeWords(t *testing.T) {
	const text = "Ask your lead, or the person who runs incident reviews, to try two rules at the next one"
	for width := 24; width <= 60; width++ {
		all := wrap(text, width)
		short := shortened(all, width, 2)
		for _, cut := range []string{strings.Join(short, " "), strings.TrimRight(pad(text, width), " ")} {
			begins, went := strings.CutSuffix(cut, ellipsis)
			if rest, whole := strings.CutPrefix(text, begins); went && (!whole || !strings.ContainsAny(rest[:1], " ,")) {
				t.Errorf("%d columns: %q", width, cut)
			}
		}
		if got := lipgloss.Width(short[len(short)-1]); got > width {
			t.Errorf("%d columns: %d are taken by %q", width, got, short)
		}
	}
}
