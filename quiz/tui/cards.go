package tui

import (
	"fmt"

	"charm.land/lipgloss/v2"
)

// card is a row of a list and what unfolds beneath it. On a small sheet the open card has the screen
// to itself.
type card struct {
	key   string // where it is not its place in the list
	mark  string // ticked or not, where the list is one to choose from
	title string
	about string // quiet, on the right
	word  string // small sheets: what about says, under the title
	brief []line // small sheets: what is said of it below the list
	lines []line
}

// cards is where one is in a list of cards.
type cards struct {
	cursor int
	open   int // −1: none
	top    int // the first line shown of an open card that fills the sheet
}

// fills reports whether the open card has the screen to itself: always on a small sheet, else where
// it would not fit below the list's head.
func (m Model) fills(c cards, list []card, head int) bool {
	if c.open < 0 || c.open >= len(list) {
		return false
	}
	const frame = 6 // header and footer
	return !m.sheet.roomy || head+1+len(list)+len(list[c.open].lines) > m.sheet.height-frame
}

// cardsKey moves over the cards, opens one and closes it again. Digits choose the first few.
func (m Model) cardsKey(c cards, k string, list []card, head int) cards {
	if m.fills(c, list, head) {
		switch k {
		case "up":
			c.top = max(0, c.top-1)
		case "down":
			c.top = max(0, min(c.top+1, len(list[c.open].lines)-1))
		case "enter", "esc":
			c.open = -1
		}
		return c
	}
	cursor, chosen := listKey(k, c.cursor, len(list))
	c.cursor = cursor
	switch {
	case !chosen:
	case c.open == cursor:
		c.open = -1
	default:
		c.open, c.top = cursor, 0
	}
	return c
}

// cardsPage shows the list, or the open card where that fills the sheet.
func (m Model) cardsPage(p page, c cards, list []card) page {
	if m.fills(c, list, len(p.head)) {
		open := list[c.open]
		p.cursor, p.top = -1, c.top
		p.head = paint(m.inks.focal, wrap(open.title, m.sheet.text))
		for i, l := range open.lines {
			p.rows = append(p.rows, row{lines: []line{l}, apart: i == 0})
		}
		p.tail = nil
		return p
	}
	p.cursor = c.cursor
	for i, item := range list {
		r := m.cardRow(i, item, i == c.cursor)
		if i == c.open {
			for _, l := range item.lines {
				r.lines = append(r.lines, line{text: "    " + l.text})
			}
		}
		r.apart, r.loose = i == 0 && len(p.head) > 0, item.key == "" || i == 0 || list[i-1].key == ""
		p.rows = append(p.rows, r)
	}
	if !m.sheet.roomy && len(p.tail) == 0 && c.cursor < len(list) {
		p.tail = list[c.cursor].brief
	}
	return p
}

func (m Model) cardRow(i int, item card, on bool) row {
	key, gap := fmt.Sprint(i+1), "   "
	if i >= 8 {
		key = " " // digits choose the first eight
	}
	if item.key != "" {
		key = item.key
	}
	if item.mark != "" {
		gap = " " + item.mark + " "
	}
	if !m.sheet.roomy {
		r := row{lines: []line{m.cursorLine(key, gap, pad(item.title, m.sheet.text-4), "", on)}}
		if item.word != "" {
			r.lines = append(r.lines, line{text: "    " + m.inks.quiet.Render(item.word)})
		}
		return r
	}
	title := pad(item.title, m.sheet.list-4-lipgloss.Width(item.about)-1) + " "
	return row{lines: []line{m.cursorLine(key, gap, title, item.about, on)}}
}

// cardText is labelled text for the lines of a card.
func (m Model) cardText(parts ...[2]string) []line {
	width := m.sheet.text - 4
	if !m.sheet.roomy {
		width = m.sheet.text
	}
	var out []line
	for _, part := range parts {
		if part[1] != "" {
			out = append(out, m.labelled(part[0], part[1], width)...)
		}
	}
	return out
}
