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
	brief []line // small sheets: what is said of it below the list
	lines []line
}

// cards is where one is in a list of cards.
type cards struct {
	cursor int
	open   int // −1: none
	full   bool
	top    int
}

// key moves over n cards, opens one and closes it again. length is that of the open card.
func (c cards) key(k string, n, length int, roomy bool) cards {
	if c.full {
		switch k {
		case "up":
			c.top = max(0, c.top-1)
		case "down":
			c.top = max(0, min(c.top+1, length-1))
		case "enter":
			c.full = false
		}
		return c
	}
	cursor, chosen := listKey(k, c.cursor, n)
	c.cursor = cursor
	if chosen {
		if c.open == cursor && roomy {
			c.open = -1
			return c
		}
		c.open, c.top, c.full = cursor, 0, !roomy
	}
	return c
}

// cardsPage shows the list, or on a small sheet the open card.
func (m Model) cardsPage(p page, c cards, list []card) page {
	if c.full && !m.sheet.roomy {
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
		if m.sheet.roomy && i == c.open {
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
		return row{lines: []line{m.cursorLine(key, gap, pad(item.title, m.sheet.text-4), "", on)}}
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
