package tui

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestScreensDoc holds the tables of docs/screens.md to the code: the marks and their fallbacks, the keys, the inks
// and the sizes.
func TestScreensDoc(t *testing.T) {
	text, err := os.ReadFile("../../docs/screens.md")
	if err != nil {
		t.Fatal(err)
	}
	doc := string(text)
	var want []string
	for _, mark := range []string{markCursor, markBack, markAnswer, markAhead, markYou, markNeighbour, markShared, markLook, markFailed, markOpen, markTicked,
		lineHeavy, lineLight, lineDotted, lineAgainst, lineUpright, crossReached, crossAhead, tick, tickApart, strings.TrimSpace(separator), ellipsis} {
		want = append(want, fmt.Sprintf("| `%s` | `%s` |", mark, strings.ReplaceAll(ASCII(mark), "|", `\|`)))
	}
	if rows := table(doc, "Marks"); len(rows) != len(want) {
		t.Errorf("%d marks in the table, %d in the code", len(rows), len(want))
	}
	for _, k := range everywhere() {
		does, too, _ := strings.Cut(k.detail, keyToo)
		want = append(want, fmt.Sprintf("| %s | %s | %s |", k.name, too, does))
	}
	if rows := table(doc, "Keys"); len(rows) != len(everywhere()) {
		t.Errorf("%d keys in the table, %d in the code", len(rows), len(everywhere()))
	}
	for _, ink := range [][3]string{{"quiet", onDark.quiet.hex, onLight.quiet.hex}, {"accent", onDark.accent.hex, onLight.accent.hex},
		{"failure", onDark.failure.hex, onLight.failure.hex}, {"rule", onDark.rule.hex, onLight.rule.hex},
		{"against", onDark.against.hex, onLight.against.hex}, {"bar", onDark.bar.hex, onLight.bar.hex}} {
		want = append(want, "| "+ink[0]+" |", fmt.Sprintf("| `%s` | `%s` |", ink[1], ink[2]))
	}
	want = append(want, fmt.Sprintf("| %d × %d |", leastWidth, leastHeight), fmt.Sprintf("| %d × %d |", roomyWidth, roomyHeight),
		fmt.Sprintf("| %d × %d |", roomyWidth, tallHeight), fmt.Sprintf("| %d × %d |", roomyWidth, airyHeight), fmt.Sprintf("| %d columns |", wideWidth),
		fmt.Sprintf("stop at %d columns", measure),
		fmt.Sprintf("at most %d columns wide, a pane at most %d, and there are %d columns", listWidth, widestPane, paneGap),
		fmt.Sprintf("within %d ms", answersWithin.Milliseconds()))
	for _, w := range want {
		if !strings.Contains(doc, w) {
			t.Errorf("docs/screens.md lacks %q", w)
		}
	}
}

// table is the rows of the first table under a heading.
func table(doc, heading string) []string {
	_, under, _ := strings.Cut(doc, "\n## "+heading+"\n")
	under, _, _ = strings.Cut(under, "\n## ")
	var rows []string
	for row := range strings.Lines(under) {
		if strings.HasPrefix(row, "|") {
			rows = append(rows, row)
		}
	}
	return rows[min(2, len(rows)):]
}
