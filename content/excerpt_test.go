package content_test

import (
	"strings"
	"testing"

	"waymark/content"
)

// The mark is under its place on a screen of any width, also in a long line, after wide characters and tabs.
func TestMarksAreUnderTheirPlaceAtAnyWidth(t *testing.T) {
	for _, c := range []struct {
		source  string
		column  int
		columns int
		want    string
	}{
		{"ask: what", 6, 80, "  3 | ask: what\n    |      ^^^^\n"},
		{"ask: what", 100, 80, "  3 | ask: what\n    |          ^\n"},
		{"", 1, 80, ""},
		{"\task: \u00a0\x1b", 7, 80, "  3 | →ask: ··\n    |       ^^\n"},
		{"工工: what", 5, 80, "  3 | 工工: what\n    |       ^^^^\n"},
		{"ask: " + strings.Repeat("a", 50), 6, 40, "  3 | ask: aaaaaaaaaaaaaaaaaaaaaa…\n    |      ^^^^^^^^^^^^^^^^^^^^^^^\n"},
		{strings.Repeat("a ", 50) + "bad" + strings.Repeat(" b", 50), 101, 40, "  3 | …a a a a a a a bad b b b b …\n    |                ^^^\n"},
		{strings.Repeat("a ", 50) + "bad", 101, 5, "  3 | … a a a a bad\n    |           ^^^\n"},
	} {
		f := content.Fault{Position: content.Position{File: "a.yaml", Line: 3, Column: c.column}, What: "odd", Source: c.source}
		if got := strings.TrimPrefix(f.Text(c.columns), f.Position.String()+": error: odd\n"); got != c.want {
			t.Errorf("%q at %d in %d columns:\n%swant:\n%s", c.source, c.column, c.columns, got, c.want)
		}
	}
}
