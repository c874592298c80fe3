package tui

import (
	"math"
	"slices"

	"waymark/quiz/locale"

	"github.com/charmbracelet/x/ansi"
)

// list is where one is in the rows of a page. One type serves every screen. A list keeps no count of its
// rows: whoever draws it or takes a key says how many there are, so that it never points beyond them.
type list struct {
	cursor int // −1: on no row, as where one reads a text
	scroll int // what is scrolled away: lines of a row taller than the room or, without a cursor, rows
}

// nowhere is a list that no key has touched yet, or a text.
var nowhere = list{cursor: -1}

// clamped keeps the cursor on one of n rows.
func (l list) clamped(n int) list {
	l.cursor = max(-1, min(l.cursor, n-1))
	return l
}

// key moves the cursor over n rows, and reports whether a row was chosen.
func (l list) key(k string, n int) (list, bool) {
	l = l.clamped(n)
	switch {
	case n == 0:
		return l, false
	case (k == "up" || k == "down") && l.cursor < 0:
		return list{}, false
	case k == "up" && l.cursor > 0:
		return list{cursor: l.cursor - 1}, false
	case k == "down" && l.cursor < n-1:
		return list{cursor: l.cursor + 1}, false
	case k == "enter":
		return l, l.cursor >= 0
	}
	if i := digit(k); i >= 0 && i < n {
		return list{cursor: i}, true
	}
	return l, false
}

// moves are the keys that do what another does, wherever one does not type.
var moves = map[string]string{"j": "down", "k": "up", "h": "left", "l": "right", "g": "home", "G": "end", "shift+g": "end"}

// stride is how many lines a key moves by in a room of so many, and the arrow that it repeats. A page keeps
// two lines of what was in sight.
func stride(k string, room int) (arrow string, lines int) {
	page := max(1, room-2)
	switch k {
	case "up", "down":
		return k, 1
	case "pgup":
		return "up", page
	case "pgdown":
		return "down", page
	case "ctrl+u":
		return "up", max(1, room/2)
	case "ctrl+d":
		return "down", max(1, room/2)
	case "home":
		return "up", math.MaxInt
	case "end":
		return "down", math.MaxInt
	}
	return "", 0
}

// textKey scrolls a text, whose lines are the rows of a page.
func (m Model) textKey(l list, k string, p page) list {
	_, room := m.layout.above(p, m.layout.air(), m.layout.room(p))
	last := 0 // the furthest that there is to scroll
	if m.layout.whole(p, m.layout.room(p)) == nil {
		last = len(p.rows)
		for rows, left := parted(p.rows), room; last > 0 && left >= len(rows[last-1].lines); last-- {
			left -= len(rows[last-1].lines)
		}
	}
	if p.reads { // the pane scrolls with it
		last = max(last, m.layout.paneOver(p, m.layout.room(p)))
	}
	at := min(max(0, l.scroll), last)
	switch arrow, by := stride(k, room); arrow {
	case "up":
		return list{-1, max(0, at-min(by, at))}
	case "down":
		return list{-1, at + min(by, last-at)}
	}
	return list{-1, at}
}

// digit returns the row that a digit chooses, counting from 0, or −1. 9 and 0 have other meanings.
func digit(k string) int {
	if len(k) == 1 && k[0] >= '1' && k[0] <= '8' {
		return int(k[0] - '1')
	}
	return -1
}

// listKey is [list.key] over the rows of a page, with the keys that go further than an arrow.
func (m Model) listKey(l list, k string, p page) (list, bool) {
	_, room := m.layout.above(p, m.layout.air(), m.layout.room(p))
	arrow, left := stride(k, room)
	l = l.clamped(len(p.rows))
	if left <= 1 {
		return m.arrowKey(l, k, p)
	}
	for left > 0 {
		next, _ := m.arrowKey(l, arrow, p)
		switch {
		case next == l:
			return l, false
		case next.cursor == l.cursor || l.cursor < 0:
			left--
		default:
			left -= len(p.rows[l.cursor].lines)
		}
		l = next
	}
	return l, false
}

// arrowKey is [list.key] over the rows of a page. A row taller than the room is scrolled by line before
// the cursor leaves it.
func (m Model) arrowKey(l list, k string, p page) (list, bool) {
	l = l.clamped(len(p.rows))
	p.at = l
	over := m.layout.overflow(p)
	switch {
	case k == "down" && l.scroll < over:
		l.scroll++
		return l, false
	case k == "up" && over > 0 && l.scroll > 0:
		l.scroll = min(l.scroll, over) - 1
		return l, false
	}
	next, chosen := l.key(k, len(p.rows))
	if k == "up" && next.cursor < l.cursor {
		p.at = next
		next.scroll = m.layout.overflow(p) // come to a tall row from below at its end
	}
	return next, chosen
}

// overflow is how many lines of the row under the cursor have no room.
func (l layout) overflow(p page) int {
	room := l.room(p)
	if over := l.paneOver(p, room); p.reads && over > 0 {
		return over
	}
	if p.at.cursor < 0 || p.at.cursor >= len(p.rows) || l.whole(p, room) != nil {
		return 0
	}
	_, left := l.above(p, l.air(), room)
	return max(0, len(parted(p.rows)[p.at.cursor].lines)-left)
}

// air is the line that parts the header from the body, where the header has none itself.
func (l layout) air() []line {
	if l.airy {
		return nil
	}
	return []line{{}}
}

// fit chooses the lines of a page that so many rows show: all, where they fit; else without the blanks
// between rows, then without the tail, then with the rows scrolled. The line list it returns is the
// one truth for height, scrolling and drawing.
func (l layout) fit(p page, room int, k palette) []line {
	p.at = p.at.clamped(len(p.rows))
	if out := l.whole(p, room); out != nil {
		return out
	}
	const leastRows = 4 // lines that a tail which stays must leave to the rows
	if left := room - len(p.tail) - 1; p.stays && len(p.tail) > 0 && left >= len(p.head)+leastRows {
		return append(append(l.scrolled(p, left, k), line{}), p.tail...)
	}
	if p.stays { // it has to scroll with the rows
		p.rows = append(slices.Clone(p.rows), row{lines: p.tail, apart: true})
	}
	return l.scrolled(p, room, k)
}

// whole is the page unscrolled, with as much air and tail as there is room for; nil where it does not fit.
func (l layout) whole(p page, room int) []line {
	air := l.air()
	for _, try := range []struct {
		air, tail   []line
		loose, more bool
	}{{air, p.tail, true, true}, {air, p.tail, false, true}, {air, p.tail, true, false}, {air, p.tail, false, false}, {nil, p.tail, false, false},
		{air, nil, false, false}, {nil, nil, false, false}} {
		if p.stays && len(try.tail) < len(p.tail) {
			continue
		}
		if out := assemble(try.air, p.head, p.rows, try.tail, try.loose, try.more); len(out) <= room {
			return out
		}
	}
	return nil
}

func assemble(air, head []line, rows []row, tail []line, loose, more bool) []line {
	out := append(append([]line{}, air...), head...)
	for i, r := range rows {
		if (i > 0 || len(head) > 0) && (r.apart || r.loose && loose) {
			out = append(out, line{})
		}
		out = append(out, of(i, r.lines)...)
		if more {
			out = append(out, of(i, r.more)...)
		}
	}
	if len(tail) > 0 {
		out = append(append(out, line{}), tail...)
	}
	return out
}

// above is the head of a page whose rows are scrolled, and the room that it leaves to them. It is cut only where the
// row under the cursor would not fit.
func (l layout) above(p page, air []line, room int) (head []line, left int) {
	head = append(append([]line{}, air...), p.head...)
	need := 1
	if p.at.cursor >= 0 && p.at.cursor < len(p.rows) {
		need = len(p.rows[p.at.cursor].lines)
	}
	if len(p.head) > 0 {
		head = append(head, line{})
	}
	if len(head)+need+1 > room && len(p.head) > 1 {
		left := max(1, min(len(p.head), room-need-1))
		head = slices.Clone(p.head[:left])
		if left < len(p.head) {
			head[left-1].text = ansi.Truncate(head[left-1].text+ellipsis, l.text, ellipsis)
		}
	}
	return head, max(1, room-len(head)-1)
}

// scrolled keeps the head, and shows as many rows around the cursor as fit, over a line that counts what is
// hidden.
func (l layout) scrolled(p page, room int, k palette) []line {
	out, left := l.above(p, l.air(), room)
	rows := parted(p.rows)
	w := window(rows, p.at, left)
	for i := w.first; i < w.last; i++ {
		shown := rows[i].lines
		switch {
		case w.cut:
			shown = shown[w.top:min(len(shown), w.top+left)]
		case i == w.first && rows[i].apart && i > 0:
			shown = shown[1:]
		}
		out = append(out, of(i, shown)...)
	}
	for len(out) < room-1 {
		out = append(out, line{})
	}
	return append(out[:max(0, room-1)], line{text: k.quiet.Render(w.hidden(rows, left))})
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

// view is the part of a list that is in sight: the rows [first, last), or where one row is taller than the
// room, that row cut from its line top on.
type view struct {
	first, last int
	cut         bool
	top         int
}

// window chooses what so many lines show: without a cursor what was scrolled to, else the row under the
// cursor with those above it, and more below where there is room.
func window(rows []row, at list, room int) view {
	if len(rows) == 0 {
		return view{}
	}
	height := func(i int) int { return len(rows[i].lines) }
	if at.cursor >= 0 && height(at.cursor) > room {
		return view{at.cursor, at.cursor + 1, true, max(0, min(at.scroll, height(at.cursor)-room))}
	}
	v := view{first: at.cursor, last: at.cursor + 1}
	if at.cursor < 0 {
		v.first = max(0, min(at.scroll, len(rows)-1))
		v.last = v.first
		if height(v.first) > room {
			return view{v.first, v.first + 1, true, 0}
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

// hidden counts what is scrolled away: rows, or lines of the row that is cut.
func (v view) hidden(rows []row, room int) string {
	above, below := v.first, len(rows)-v.last
	if v.cut {
		above, below = v.top, len(rows[v.first].lines)-v.top-room
	}
	switch {
	case above <= 0 && below <= 0:
		return ""
	case above <= 0:
		return locale.Sprintf("↓ %d more", below)
	case below <= 0:
		return locale.Sprintf("↑ %d more", above)
	}
	return locale.Sprintf("↑ %d more%s↓ %d more", above, separator, below)
}
