package report

import (
	"fmt"
	"html"
	"strings"
)

// markup is HTML or SVG while it's written. html/template could do it too, but it calls methods by their names, and a
// program that does so keeps every public method of every type: 2 MB of them.
type markup struct{ out strings.Builder }

// piece is markup of the program's own, with %s where a value goes: between tags, or in the quotes of an attribute.
// It's a type of its own so that only a constant is one: a value can't get in by any other way than write, which escapes it.
type piece string

func (m *markup) write(p piece, values ...any) {
	for i, v := range values {
		values[i] = html.EscapeString(fmt.Sprint(v))
	}
	fmt.Fprintf(&m.out, string(p), values...)
}

// given writes a piece with its value, if there is one.
func (m *markup) given(p piece, value string) {
	if value != "" {
		m.write(p, value)
	}
}

// style writes a style of the program's own, as it is: a page allows it by its checksum.
func (m *markup) style(css string) { m.out.WriteString("<style>" + css + "</style>\n") }
