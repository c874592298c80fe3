package tui

import (
	"slices"
	"testing"
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
