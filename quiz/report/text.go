package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// plain writes text for a terminal, or for any reader of text: no colour, nothing drawn, no line
// wider than it is told.
type plain struct {
	out   strings.Builder
	width int
	tight bool // nothing stands between the last part and the next
}

func (p *plain) String() string { return p.out.String() }

// indent is where everything under a heading begins.
const indent = "  "

func (p *plain) wrapped(first, rest, text string) {
	width := max(10, p.width-max(ansi.StringWidth(first), ansi.StringWidth(rest)))
	for i, l := range strings.Split(ansi.Wrap(clean(text), width, ""), "\n") {
		lead := rest
		if i == 0 {
			lead = first
		}
		p.out.WriteString(strings.TrimRight(lead+strings.TrimSpace(l), " ") + "\n")
	}
}

func (p *plain) apart() {
	if p.out.Len() > 0 && !p.tight {
		p.out.WriteByte('\n')
	}
	p.tight = false
}

func (p *plain) heading(level int, text string) {
	p.apart()
	lead := ""
	if level > 2 {
		lead = indent
	}
	p.wrapped(lead, lead, text)
	p.tight = level > 2
}

func (p *plain) para(sentences ...string) {
	if text := strings.Join(sentences, " "); clean(text) != "" {
		p.apart()
		p.wrapped(indent, indent, text)
	}
}

func (p *plain) list(numbered bool, items ...listItem) {
	if len(items) > 0 {
		p.apart()
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
		p.wrapped(indent+mark, hang, strings.TrimSpace(it.colon()+" "+it.text))
		for _, l := range linesOf(it.quote) {
			p.wrapped(hang+"> ", hang+"> ", l)
		}
	}
}

// table writes each row as its first cell with the ones after it, and the last cell beneath: a
// sentence needs more room than a column has.
func (p *plain) table(_ []string, rows [][]string) {
	wide := 0
	for _, cells := range rows {
		wide = max(wide, ansi.StringWidth(clean(cells[0])))
	}
	p.apart()
	for _, cells := range rows {
		first, last := clean(cells[0]), len(cells)-1
		lead := indent + first + strings.Repeat(" ", wide-ansi.StringWidth(first)+2)
		hang := strings.Repeat(" ", ansi.StringWidth(lead))
		filled := slices.DeleteFunc(slices.Clone(cells[1:last]), func(cell string) bool { return cell == "" })
		p.wrapped(lead, hang, strings.Join(filled, ", "))
		if cells[last] != "" {
			p.wrapped(hang, hang, cells[last])
		}
	}
}
