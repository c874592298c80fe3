package tui

import (
	"fmt"
	"slices"

	"github.com/charmbracelet/x/ansi"
)

// fit chooses the lines of a page that so many rows show: all, where they fit; else without the blanks
// between rows, then without the tail, then with the rows scrolled. The line list it returns is the
// one truth for height, scrolling and drawing.
func (s sheet) fit(p page, room int, k inks) []line {
	var air []line
	if !s.roomy {
		air = []line{{}} // the header has no rule of its own to part it
	}
	for _, try := range []struct {
		air, tail []line
		loose     bool
	}{{air, p.tail, true}, {air, p.tail, false}, {nil, p.tail, false}, {air, nil, false}, {nil, nil, false}} {
		if p.stays && len(try.tail) == 0 {
			continue
		}
		if out := assemble(try.air, p.head, p.rows, try.tail, try.loose); len(out) <= room {
			return out
		}
	}
	if p.stays && len(p.tail) > 0 {
		above := s.scrolled(p, air, room-len(p.tail)-1, k)
		return append(append(above, line{}), p.tail...)
	}
	return s.scrolled(p, air, room, k)
}

func assemble(air, head []line, rows []row, tail []line, loose bool) []line {
	out := append(append([]line{}, air...), head...)
	for i, r := range rows {
		if (i > 0 || len(head) > 0) && (r.apart || r.loose && loose) {
			out = append(out, line{})
		}
		out = append(out, of(i, r.lines)...)
	}
	if len(tail) > 0 {
		out = append(append(out, line{}), tail...)
	}
	return out
}

// scrolled keeps the head, and shows as many rows around the cursor as fit, whole, over a row that
// counts what is hidden. The head is cut to one line only where the row at the cursor would not fit.
func (s sheet) scrolled(p page, air []line, room int, k inks) []line {
	head := append(append([]line{}, air...), p.head...)
	need := 1
	if p.cursor >= 0 && p.cursor < len(p.rows) {
		need = len(p.rows[p.cursor].lines)
	}
	if len(p.head) > 0 {
		head = append(head, line{})
	}
	if len(head)+need+1 > room && len(p.head) > 1 {
		first := p.head[0]
		first.text = ansi.Truncate(first.text+ellipsis, s.text, ellipsis)
		head = []line{first}
	}
	p.rows = parted(p.rows)
	first, last := window(p, room-len(head)-1)
	out := head
	for i := first; i < last; i++ {
		shown := p.rows[i].lines
		if i == first && p.rows[i].apart && i > 0 {
			shown = shown[1:]
		}
		out = append(out, of(i, shown)...)
	}
	for len(out) < room-1 {
		out = append(out, line{})
	}
	return append(out[:room-1], line{text: k.quiet.Render(hidden(first, len(p.rows)-last))})
}

// of marks lines as belonging to a row.
func of(row int, lines []line) []line {
	out := slices.Clone(lines)
	for i := range out {
		out[i].row = row + 1
	}
	return out
}

// parted puts the blank line above a row that wants one into the row.
func parted(rows []row) []row {
	out := slices.Clone(rows)
	for i, r := range rows {
		if r.apart && i > 0 {
			out[i].lines = append([]line{{}}, r.lines...)
		}
	}
	return out
}

// window returns the rows [first, last) that fit into room lines: from top where nothing has the
// cursor, else those that end with the row at the cursor, and more below where there is room.
func window(p page, room int) (first, last int) {
	if p.cursor < 0 {
		first = max(0, min(p.top, len(p.rows)-1))
		for last = first; last < len(p.rows) && room >= len(p.rows[last].lines); last++ {
			room -= len(p.rows[last].lines)
		}
		for first > 0 && room >= len(p.rows[first-1].lines) {
			first--
			room -= len(p.rows[first].lines)
		}
		return first, last
	}
	first, last = p.cursor, p.cursor+1
	room -= len(p.rows[p.cursor].lines)
	for first > 0 && room >= len(p.rows[first-1].lines) {
		first--
		room -= len(p.rows[first].lines)
	}
	for last < len(p.rows) && room >= len(p.rows[last].lines) {
		room -= len(p.rows[last].lines)
		last++
	}
	return first, last
}

// hidden counts what is scrolled away.
func hidden(above, below int) string {
	switch {
	case above == 0 && below == 0:
		return ""
	case above == 0:
		return fmt.Sprintf("↓ %d more", below)
	case below == 0:
		return fmt.Sprintf("↑ %d more", above)
	}
	return fmt.Sprintf("↑ %d more%s↓ %d more", above, separator, below)
}
