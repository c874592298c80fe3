package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"waymark/quiz/session"
	"waymark/stages"
)

// Wrapped writes a text in lines of at most a width, broken at words, the first behind first and the
// others behind rest. Whatever could steer a terminal is left out.
func Wrapped(first, rest, text string, width int) string {
	t := &textRenderer{width: width}
	t.wrapped(first, rest, text)
	return t.String()
}

// textRenderer writes text for a terminal, or for any reader of text: no colour but its inks, nothing drawn
// unless it is told to, no line wider than it is told, down to a dozen columns.
type textRenderer struct {
	out   strings.Builder
	width int
	drawn bool
	inks  Inks
	tight bool // the next part follows without an empty line
}

func (t *textRenderer) String() string { return t.out.String() }

// indent is where everything under a heading begins.
const indent = "  "

// leastWidth is how many columns of text a line keeps, whatever comes before it.
const leastWidth = 10

func (t *textRenderer) wrapped(first, rest, text string) { t.inked(nil, first, rest, text) }

// inked is wrapped, in an ink that ends with each line.
func (t *textRenderer) inked(ink func(...string) string, first, rest, text string) {
	width := max(leastWidth, t.width-max(ansi.StringWidth(first), ansi.StringWidth(rest)))
	broken := ansi.Hardwrap(ansi.Wrap(Bound(stages.OneLine(text)), width, ""), width, true) // Wrap leaves some lines with hyphens longer
	for i, l := range strings.Split(Loosened(broken), "\n") {
		lead := rest
		if i == 0 {
			lead = first
		}
		t.out.WriteString(strings.TrimRight(lead+inked(ink, strings.TrimSpace(l)), " ") + "\n")
	}
}

func (t *textRenderer) apart() {
	if t.out.Len() > 0 && !t.tight {
		t.out.WriteByte('\n')
	}
	t.tight = false
}

func (t *textRenderer) heading(level int, text string) {
	t.apart()
	lead := ""
	if level > 2 {
		lead = indent
	}
	t.inked(t.inks.Focal, lead, lead, text)
	t.tight = level > 2
}

// path is left out where the levels would touch.
func (t *textRenderer) path(r session.Result) {
	path := PathOf(r.Placement)
	step := path.step(t.width-len(indent), pathStep)
	if !t.drawn || step < leastStep {
		return
	}
	t.apart()
	for _, l := range path.lines(step, t.inks) {
		t.out.WriteString(indent + l + "\n")
	}
}

func (t *textRenderer) para(sentences ...string) {
	if text := strings.Join(sentences, " "); stages.OneLine(text) != "" {
		t.apart()
		t.wrapped(indent, indent, text)
	}
}

func (t *textRenderer) list(numbered bool, items ...listItem) {
	if len(items) > 0 {
		t.apart()
	}
	for i, it := range items {
		mark := "- "
		switch {
		case numbered:
			mark = fmt.Sprintf("%d. ", i+1)
		case it.box == openBox:
			mark = "[ ] "
		case it.box == tickedBox:
			mark = "[x] "
		}
		hang := indent + strings.Repeat(" ", len(mark))
		t.wrapped(indent+mark, hang, strings.TrimSpace(it.labelled()+" "+it.text))
		for _, l := range linesOf(it.quote) {
			t.wrapped(hang+"> ", hang+"> ", l)
		}
	}
}

func (t *textRenderer) strands(_ stages.Placement, head []string, rows [][]string) {
	t.table(head, rows)
}

func (t *textRenderer) overTime([]Reached, []string) {}

// table writes each row as its first cell with the ones after it, and the last cell under them: a
// sentence needs more room than a column has.
func (t *textRenderer) table(_ []string, rows [][]string) {
	column := 0
	for _, cells := range rows {
		column = max(column, ansi.StringWidth(stages.OneLine(cells[0])))
	}
	column = min(column, t.width/2-len(indent))
	t.apart()
	for _, cells := range rows {
		first, last := stages.OneLine(cells[0]), len(cells)-1
		hang := indent + strings.Repeat(" ", column+2)
		lead := hang
		if gap := column - ansi.StringWidth(first); gap >= 0 {
			lead = indent + first + strings.Repeat(" ", gap+2)
		} else {
			t.wrapped(indent, indent, first)
		}
		filled := slices.DeleteFunc(slices.Clone(cells[1:last]), func(cell string) bool { return cell == "" })
		t.wrapped(lead, hang, strings.Join(filled, ", "))
		if cells[last] != "" {
			t.wrapped(hang, hang, cells[last])
		}
	}
}
