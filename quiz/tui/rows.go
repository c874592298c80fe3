package tui

import "strings"

// choice is a row that has a name and what is said of it.
type choice struct{ name, detail string }

// listKey moves a cursor over n rows, and reports whether a row was chosen.
func listKey(k string, cursor, n int) (int, bool) {
	switch k {
	case "up":
		return max(0, cursor-1), false
	case "down":
		return min(n-1, cursor+1), false
	case "enter":
		return cursor, n > 0
	}
	if i := digit(k); i >= 0 && i < n {
		return i, true
	}
	return cursor, false
}

// digit returns the row that a digit chooses, counting from 0, or −1. 9 and 0 have other meanings.
func digit(k string) int {
	if len(k) == 1 && k[0] >= '1' && k[0] <= '8' {
		return int(k[0] - '1')
	}
	return -1
}

// cursorLine is a row of a list in one line: its key, a gap, its name, and what is said of it. Under
// the cursor the key is in accent and the name bold, and the mark hangs in the gutter.
func (m Model) cursorLine(key, gap, name, rest string, on bool) line {
	if !on {
		return line{text: key + gap + name + rest}
	}
	return line{gutter: markCursor, text: m.inks.accent.Render(key) + gap + m.inks.focal.Render(name) + rest}
}

// optionRow is an answer: its digit on the axis, its mark two further, its text four further, with
// wrapped lines hanging under the text.
func (m Model) optionRow(key, mark, text string, on bool) row {
	const indent = 4
	if key == "" {
		key = " "
	}
	texts := wrap(text, m.sheet.text-indent)
	out := row{loose: true}
	for i, t := range texts {
		l := line{text: strings.Repeat(" ", indent) + t}
		if i == 0 {
			l = m.cursorLine(key, " "+mark+" ", t, "", on)
		} else if on {
			l.text = strings.Repeat(" ", indent) + m.inks.focal.Render(t)
		}
		out.lines = append(out.lines, l)
	}
	return out
}

// labelled is a paragraph that hangs beside its quiet label, or stands under it where it is narrow.
func (m Model) labelled(label, text string, width int) []line {
	const column, narrow = 14, 48
	if width < narrow {
		return append([]line{{text: m.inks.quiet.Render(label)}}, lines(wrap(text, width)...)...)
	}
	var out []line
	for i, t := range wrap(text, width-column) {
		if i > 0 {
			label = ""
		}
		out = append(out, line{text: m.inks.quiet.Render(pad(label, column)) + t})
	}
	return out
}

// inWords replaces arrows in a key line, where they cannot be shown.
func inWords(hints []hint) []hint {
	words := strings.NewReplacer("↑↓", "up/down", "←", "left", "→", "right")
	out := make([]hint, len(hints))
	for i, h := range hints {
		out[i] = hint{words.Replace(h.keys), h.does}
	}
	return out
}
