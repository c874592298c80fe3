package tui

import (
	"fmt"
	"math"
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
	p = m.layout.packed(p)
	_, room := m.layout.above(p, m.layout.room(p))
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

// digit returns the row that a digit chooses, counting from 0, or −1. A screen where 9 has another meaning takes it before.
func digit(k string) int {
	if len(k) == 1 && k[0] >= '1' && k[0] <= '9' {
		return int(k[0] - '1')
	}
	return -1
}

// digitOf is the key that chooses a row, by its place; a blank where no digit does.
func digitOf(i int) string {
	if key := fmt.Sprint(i + 1); digit(key) >= 0 {
		return key
	}
	return " "
}

// listKey is [list.key] over the rows of a page, with the keys that go further than an arrow.
func (m Model) listKey(l list, k string, p page) (list, bool) {
	p = m.layout.packed(p)
	_, room := m.layout.above(p, m.layout.room(p))
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
