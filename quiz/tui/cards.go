package tui

import (
	"fmt"
	"slices"

	"waymark/quiz/report"

	"charm.land/lipgloss/v2"
)

// card is a row of a list and what unfolds beneath it. On a small layout the open card has the screen
// to itself.
type card struct {
	key   string // where it is not its place in the list
	mark  string // ticked or not, where the list is one to choose from
	title string
	about string // quiet, on the right
	word  string // small layouts: what about says, under the title
	brief []line // small layouts: what is said of it below the list
	lines []line
}

// cards is where one is in a list of cards.
type cards struct {
	list
	open int  // −1: none
	text list // where one is in an open card that has the screen to itself
}

// fills reports whether the open card has the screen to itself: always on a small layout, else where
// it would not fit with the list and its head.
func (m Model) fills(c cards, list []card, head []line) bool {
	if c.open < 0 || c.open >= len(list) {
		return false
	}
	return !m.layout.roomy || len(head)+1+len(list)+len(list[c.open].lines) > m.layout.room(page{})
}

// cardsKey moves over the cards of a page, opens one and closes it again. Digits choose the first few.
func (m Model) cardsKey(c cards, k string, all []card, p page) cards {
	if m.fills(c, all, p.head) {
		if k == "enter" || k == "esc" {
			c.open = -1
			return c
		}
		c.text = c.text.text(k, len(all[c.open].lines))
		return c
	}
	at, chosen := m.listKey(c.list, k, p)
	c.list = at
	switch {
	case !chosen:
	case c.open == at.cursor:
		c.open = -1
	default:
		c.open, c.text = at.cursor, nowhere
	}
	return c
}

// cardsPage shows the list, or the open card where that fills the screen.
func (m Model) cardsPage(p page, c cards, all []card) page {
	if m.fills(c, all, p.head) {
		open := all[c.open]
		p.at, p.rows, p.tail = c.text, textRows(open.lines), nil
		p.head = paint(m.palette.focal, wrap(open.title, m.layout.text))
		return p
	}
	p.at = c.clamped(len(all))
	for i, item := range all {
		r := m.cardRow(i, item, i == p.at.cursor)
		if i == c.open {
			for _, l := range item.lines {
				r.lines = append(r.lines, line{text: "    " + l.text})
			}
		}
		r.apart, r.loose = i == 0 && len(p.head) > 0, item.key == "" || i == 0 || all[i-1].key == ""
		p.rows = append(p.rows, r)
	}
	if !m.layout.roomy && len(p.tail) == 0 && p.at.cursor >= 0 {
		p.tail = all[p.at.cursor].brief
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
	if !m.layout.roomy {
		r := row{lines: []line{m.cursorLine(key, gap, pad(item.title, m.layout.text-4), "", on)}}
		if item.word != "" {
			r.lines = append(r.lines, line{text: "    " + m.palette.quiet.Render(item.word)})
		}
		return r
	}
	title := pad(item.title, m.layout.list-4-lipgloss.Width(item.about)-1) + " "
	return row{lines: []line{m.cursorLine(key, gap, title, item.about, on)}}
}

// cardText is labelled text for the lines of a card.
func (m Model) cardText(parts []report.Part) []line {
	width := m.layout.text - 4
	if !m.layout.roomy {
		width = m.layout.text
	}
	return m.labelled(slices.DeleteFunc(parts, func(p report.Part) bool { return p.Text == "" }), width)
}
