package content

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"waymark/stages"
)

const (
	excerptRoom = 68 // columns that the line of a fault has at most
	leastRoom   = 20 // and at least
	beside      = 12 // columns for its number, and what is between them
)

// Text is a fault as `waymark content check` tells it: where it is and what's wrong, the line with a mark
// under the place, and what to do about it. It's for a screen of so many columns; for 0, what's wrong is in one line, as
// programs take it. A file that could steer a terminal doesn't.
func (f Fault) Text(columns int) string {
	head, room := f.Severity()+": "+f.What, excerptRoom
	if place := f.Position.String(); place != "" {
		head = place + ": " + head
	}
	if columns > 0 {
		room = min(max(columns-beside, leastRoom), excerptRoom)
		head = wrapped(head, max(columns-len("  "), leastRoom))
	}
	var b strings.Builder
	b.WriteString(head + "\n")
	if f.Source != "" {
		line, marks := excerpt(f.Source, f.Column, room)
		number := strconv.Itoa(f.Line)
		fmt.Fprintf(&b, "  %s | %s\n", number, line)
		fmt.Fprintf(&b, "  %*s | %s\n", len(number), "", marks)
	}
	if f.Fix != "" {
		b.WriteString("  " + wrapped(f.Fix, room) + "\n")
	}
	return b.String()
}

// wrapped is text in lines of a width, the further ones indented. No line ends at a hyphen, as in an id.
func wrapped(text string, width int) string {
	const whole = "\u2011"
	text = ansi.Wrap(strings.ReplaceAll(text, "-", whole), width, "")
	return strings.ReplaceAll(strings.ReplaceAll(text, whole, "-"), "\n", "\n  ")
}

// excerpt returns as much of a line as there's room for, and marks under what begins at a column, counted in
// characters from 1.
func excerpt(source string, column, room int) (line, marks string) {
	runes := []rune(source)
	column = min(max(column, 1), len(runes)+1)
	from, rest := shown(string(runes[:column-1])), shown(string(runes[column-1:]))
	token := ansi.StringWidth(shown(word().FindString(string(runes[column-1:]))))
	line, skipped := from+rest, 0
	if start := ansi.StringWidth(from); ansi.StringWidth(line) > room {
		if end := start + min(token, room/2); end > room-1 {
			skipped = end - room*2/3
			line = "…" + ansi.TruncateLeft(line, skipped+1, "")
		}
		line = ansi.Truncate(line, room, "…")
	}
	at := ansi.StringWidth(from) - skipped
	return line, strings.Repeat(" ", at) + strings.Repeat("^", max(1, min(token, ansi.StringWidth(line)-at)))
}

// word is what a mark goes under: text in quotes, or else up to what ends a name or a value.
var word = pattern(`^(?:"(?:\\.|[^"\\])*"|'(?:[^']|'')*'|[“„‘][^”“’]*[”“’]|[^\s,:{}\[\]"'#]+)`)

// shown is text that a person sees where it isn't what it seems: a tab is an arrow.
func shown(text string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c == '\t':
			return '→'
		case c == '\u00a0', c == '\u2007', c == '\u202f', c == '\u3000', c == '\ufeff', c == '\n', stages.Steers(c):
			return '·'
		}
		return c
	}, text)
}

// sourceLine is a line of a file, from 1, without what ends it.
func sourceLine(data []byte, line int) string {
	for range line - 1 {
		i := bytes.IndexByte(data, '\n')
		if i < 0 {
			return ""
		}
		data = data[i+1:]
	}
	data, _, _ = bytes.Cut(data, []byte("\n"))
	return strings.ToValidUTF8(strings.TrimPrefix(strings.TrimRight(string(data), "\r"), "\ufeff"), "\ufffd")
}
