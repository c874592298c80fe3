package tui

import (
	"strings"

	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
)

// view is the part of a list that is in sight: the rows [first, last), or where one row is taller than the
// room, that row cut from its line top on.
type view struct {
	first, last int
	cut         bool
	top         int
	begun       int // lines of the text after the last that are in sight as well
}

// window chooses what so many lines show: without a cursor what was scrolled to, else the row under the
// cursor with those above it, and more below where there is room.
func window(rows []row, at list, room int) view {
	if len(rows) == 0 {
		return view{}
	}
	height := func(i int) int { return len(rows[i].lines) }
	if at.cursor >= 0 && height(at.cursor) > room {
		return view{first: at.cursor, last: at.cursor + 1, cut: true, top: max(0, min(at.scroll, height(at.cursor)-room))}
	}
	v := view{first: at.cursor, last: at.cursor + 1}
	if at.cursor < 0 {
		v.first = max(0, min(at.scroll, len(rows)-1))
		v.last = v.first
		if height(v.first) > room {
			return view{first: v.first, last: v.first + 1, cut: true}
		}
	} else {
		room -= height(at.cursor)
		for v.first > 0 && room >= height(v.first-1) {
			v.first--
			room -= height(v.first)
		}
	}
	for v.last < len(rows) && room >= height(v.last) {
		room -= height(v.last)
		v.last++
	}
	for v.first > 0 && room >= height(v.first-1) {
		v.first--
		room -= height(v.first)
	}
	return v
}

// unit is what's counted of what is hidden.
type unit int

const (
	ofRows unit = iota
	ofParts
	ofLines
)

// counted is how many of the rows there are to choose or, where there are none, how many parts, if the break is between two of them,
// else how many lines of text.
func counted(rows []row, between bool) (int, unit) {
	choices, parts, lines := 0, 0, 0
	for _, r := range rows {
		if r.text {
			lines += len(withoutBlanks(r.lines))
		} else {
			choices++
		}
		if r.part {
			parts++
		}
	}
	switch {
	case choices > 0:
		return choices, ofRows
	case parts > 0 && between:
		return parts, ofParts
	}
	return lines, ofLines
}

// more is a number of these in words.
func (u unit) more(n int) string {
	switch u {
	case ofParts:
		return locale.Plural(n, "one more part", "%d more parts", n)
	case ofLines:
		return locale.Plural(n, "one more line", "%d more lines", n)
	}
	return locale.Plural(n, "one more row", "%d more rows", n)
}

// hidden counts what is scrolled away: rows of a list, or lines of a text or of the row that is cut. What's counted is named once.
func (v view) hidden(rows []row, room int) string {
	between := func(i int) bool { return i < len(rows) && rows[i].part }
	above, of := counted(rows[:v.first], between(v.first))
	below, unit := counted(rows[v.last:], between(v.last) && v.begun == 0)
	if unit == ofLines {
		below -= v.begun
	}
	if v.cut {
		above, below, of, unit = v.top, len(rows[v.first].lines)-v.top-room, ofLines, ofLines
	}
	var out []string
	switch {
	case above <= 0:
	case below > 0 && unit == of:
		out = append(out, "↑ "+locale.Sprintf("%d more", above))
	default:
		out = append(out, "↑ "+of.more(above))
	}
	if below > 0 {
		out = append(out, "↓ "+unit.more(below))
	}
	return strings.Join(out, separator)
}

// counted is the line that counts what is hidden, with the key of the last of it where there's room.
func (l layout) counted(hidden string, also hint, k palette) line {
	last := line{text: k.quiet.Render(hidden), counts: hidden != ""}
	if key := keyLine([]hint{also}, l.text, l.roomy, k); also.keys != "" && lipgloss.Width(hidden+"  "+key) <= l.text {
		last.text += strings.Repeat(" ", l.text-lipgloss.Width(hidden+key)) + key
	}
	return last
}
