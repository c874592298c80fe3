package tui

import (
	"fmt"

	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
)

// card is a row of a list and what unfolds beneath it.
type card struct {
	key   string // where it is not its place in the list
	mark  string // ticked or not, where the list is one to choose from
	title string
	whole bool   // its title is told in full, open or not
	about string // quiet, on the right
	joins bool   // it stays close to the card above, where others have air between them
	more  []line // what is said of it under the title, where there is room for that of every card
	brief []line // small layouts: what is said of it below the list
	lines []line // what unfolds: under the title or, where it is wide, in the pane
	act   choice // what can be done with it: a row of its own under the open card, by its key
}

// cards is where one is in a list of cards, of which one may be open. The cursor counts rows: the open card may
// have two.
type cards struct {
	list
	open int // the card, −1: none
}

// act is the row of what can be done with the open card, or −1.
func (c cards) act(all []card) int {
	if c.open < 0 || c.open >= len(all) || all[c.open].act.name == "" {
		return -1
	}
	return c.open + 1
}

// card is the card that the cursor is on.
func (c cards) card(all []card) int {
	if act := c.act(all); act >= 0 && c.cursor >= act {
		return c.cursor - 1
	}
	return c.cursor
}

// toggled opens a card, or closes the open one, with the cursor on it.
func (c cards) toggled(card int) cards {
	if c.open == card {
		return cards{list{cursor: card}, -1}
	}
	return cards{list{cursor: card}, card}
}

// closed closes the open card, and reports whether there was one.
func (c cards) closed() (cards, bool) {
	if c.open < 0 {
		return c, false
	}
	return cards{list{cursor: c.open}, -1}, true
}

// hints are those of a list of cards. Enter closes the open one as well, but Esc says so already.
func (c cards) hints() []hint {
	if c.open >= 0 && c.open == c.cursor {
		return []hint{{"↑↓", "move"}}
	}
	return []hint{{"↑↓", "move"}, {locale.Text("Enter"), "open"}}
}

// cardsKey moves over the cards of a page, opens one and closes it again; and reports whether the row of what
// can be done with the open one was chosen. Digits choose the first few.
func (m Model) cardsKey(c cards, k string, all []card, p page) (cards, bool) {
	if d := digit(k); d >= 0 {
		if d < len(all) && all[d].key == "" {
			return c.toggled(d), false
		}
		return c, false
	}
	at, chosen := m.listKey(c.list, k, p)
	c.list = at
	switch {
	case chosen && at.cursor == c.act(all):
		return c, true
	case chosen:
		return c.toggled(c.card(all)), false
	}
	return c, false
}

// cardsPage shows the list, with what unfolds beneath the open card.
func (m Model) cardsPage(p page, c cards, all []card) page {
	act, rows := c.act(all), len(all)
	if act >= 0 {
		rows++
	}
	p.at = c.clamped(rows)
	for i, item := range all {
		r := m.cardRow(i, item, len(p.rows) == p.at.cursor, i == c.open)
		below := m.layout.roomy && !m.layout.wide && c.open >= 0 && i == c.open+1
		r.apart, r.loose = i == 0 && len(p.head) > 0 || below, !item.joins && (item.key == "" || i == 0 || all[i-1].key == "")
		p.rows = append(p.rows, r)
		if i == c.open && act >= 0 {
			l := m.cursorLine(item.act.detail, "   ", item.act.name, "", act == p.at.cursor)
			p.rows = append(p.rows, row{apart: true, lines: []line{{gutter: l.gutter, text: m.cardIndent() + l.text}}})
		}
	}
	if m.layout.wide && len(p.margin) == 0 && len(all) > 0 {
		on := max(0, c.card(all))
		p.margin, p.reads = beside(all, on), on == c.open && p.at.cursor != act
	}
	if !m.layout.roomy && c.open >= 0 {
		p.head, p.tail = nil, nil // for the card
	} else if !m.layout.roomy && len(p.tail) == 0 && p.at.cursor >= 0 {
		p.tail = all[p.at.cursor].brief
	}
	return p
}

// beside is what stands beside a card. A row that is no card has the one above beside it.
func beside(all []card, on int) []line {
	for on > 0 && len(all[on].lines) == 0 {
		on--
	}
	return all[on].lines
}

func (m Model) cardRow(i int, item card, on, open bool) row {
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
	about, width, space := item.about, m.layout.list-4-lipgloss.Width(item.about)-1, " "
	if !m.layout.roomy {
		about, width, space = "", m.layout.text-4, ""
	}
	titles := []string{pad(cut(item.title, width), width)}
	if open || item.whole { // in full
		titles = wrap(item.title, width)
		titles[0] = pad(titles[0], width)
	}
	r := row{lines: []line{m.cursorLine(key, gap, titles[0]+space, about, on)}}
	for _, t := range titles[1:] {
		l := line{text: "    " + t, on: on}
		if on {
			l.text = "    " + m.palette.chosen.Render(t)
		}
		r.lines = append(r.lines, l)
	}
	for _, l := range item.more {
		if !open || m.layout.wide {
			r.more = append(r.more, line{text: "    " + m.palette.quiet.Render(l.text)})
		}
	}
	if open && !m.layout.wide {
		for _, l := range item.lines {
			r.lines = append(r.lines, line{text: m.cardIndent() + l.text})
		}
	}
	return r
}

// cardIndent is what stands left of an open card's lines.
func (m Model) cardIndent() string {
	if m.layout.roomy {
		return "    "
	}
	return ""
}

// cardText is labelled text for the lines of a card.
func (m Model) cardText(parts []report.Part) []line {
	if m.layout.wide {
		return m.stacked(parts)
	}
	width := m.layout.text - 4
	if !m.layout.roomy {
		width = m.layout.text
	}
	return m.labelled(onlyParts(parts, nil), width)
}
