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
		_, got, _ := strings.Cut(f.Text(c.columns), "odd\n")
		if got != c.want {
			t.Errorf("%q at %d in %d columns:\n%swant:\n%s", c.source, c.column, c.columns, got, c.want)
		}
	}
}

func TestFaultsWrapOnAScreenOnly(t *testing.T) {
	f := content.Fault{Position: content.Position{File: "a-file.yaml", Line: 3, Column: 5}, What: "there's no strand \"made-of-hyphens\"", Fix: "did you mean \"craft\"?", Warning: true}
	for columns, want := range map[int]string{
		0:  "a-file.yaml:3:5: warning: there's no strand \"made-of-hyphens\"\n  did you mean \"craft\"?\n",
		40: "a-file.yaml:3:5: warning: there's no\n  strand \"made-of-hyphens\"\n  did you mean \"craft\"?\n",
	} {
		if got := f.Text(columns); got != want {
			t.Errorf("in %d columns:\n%swant\n%s", columns, got, want)
		}
	}
}
