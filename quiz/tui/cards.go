package tui

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
)

// card is a row of a list and what unfolds beneath it.
type card struct {
	key    string // where it is not its place in the list
	digits int    // where that's longer, and ends in the same column for each
	mark   string // ticked or not, where the list is one to choose from
	title  string
	whole  bool   // its title is told in full, open or not, or the row is out of sight
	about  string // quiet, on the right
	lead   string // quiet, before the title: what a group of cards is about
	joins  bool   // it stays close to the card above, where others have air between them
	group  bool   // it begins a group, which stands apart in any case
	more   []line // what is said of it under the title, where there is room for that of every card
	brief  []line // small layouts: what is said of it below the list
	under  string // small layouts: the same in a few lines, right under the title while no card is open
	lines  []line // what unfolds: under the title or, where it is wide, in the pane
}

// cards is where one is in a list of cards, of which one may be open.
type cards struct {
	list
	open int // the card, −1: none
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

// cardsKey moves over the cards of a page, opens one and closes it again. Digits choose the first few.
func (m Model) cardsKey(c cards, k string, all []card, p page) cards {
	if d := digit(k); d >= 0 {
		if d < len(all) && all[d].key == "" {
			return c.toggled(d)
		}
		return c
	}
	at, chosen := m.listKey(c.list, k, p)
	if chosen {
		return c.toggled(at.cursor)
	}
	c.list = at
	return c
}

// cardsPage shows the list, with what unfolds beneath the open card.
func (m Model) cardsPage(p page, c cards, all []card) page {
	p.at = c.clamped(len(all))
	for i, item := range all {
		r := m.cardRow(i, item, i == p.at.cursor, i == c.open)
		below := m.layout.roomy && !m.layout.wide && c.open >= 0 && i == c.open+1
		r.apart, r.loose = i == 0 && len(p.head) > 0 || below || item.group, loose(all, i)
		p.rows = append(p.rows, r)
	}
	if m.layout.wide && len(p.margin) == 0 && len(all) > 0 {
		on := max(0, p.at.cursor)
		p.margin, p.reads = beside(all, on), on == c.open
	}
	switch on := p.at.cursor; {
	case m.layout.roomy:
	case c.open >= 0:
		p.head, p.tail = nil, nil // for the card
	case on >= 0 && all[on].under != "":
		for t := range strings.SplitSeq(all[on].under, "\n") {
			p.rows[on].lines = append(p.rows[on].lines, line{on: true, text: "    " + m.palette.quiet.Render(t)})
		}
	case on >= 0 && len(p.tail) == 0:
		p.tail = all[on].brief
	}
	return p
}

// loose reports whether a card has air above it where there's room. Rows after the cards have it only above the first of them.
func loose(all []card, i int) bool {
	return !all[i].joins && (all[i].key == "" || i == 0 || all[i-1].key == "")
}

// beside is what stands beside a card. A row that is no card has the one above beside it.
func beside(all []card, on int) []line {
	for on > 0 && len(all[on].lines) == 0 {
		on--
	}
	return all[on].lines
}

func (m Model) cardRow(i int, item card, on, open bool) row {
	key, gap := fmt.Sprintf("%*d", item.digits, i+1), "   "
	if item.mark != "" {
		gap = " " + item.mark + " "
	}
	if item.key != "" {
		key = item.key
	}
	gap = afterKey(key, gap) + m.palette.quiet.Render(item.lead)
	indent := strings.Repeat(" ", 4+lipgloss.Width(item.lead))
	about, width, space := item.about, m.layout.list-len(indent)-lipgloss.Width(item.about)-len("  "), "  "
	if !m.layout.roomy {
		about, width, space = "", m.layout.text-4, ""
	}
	titles := []string{pad(cut(item.title, width), width)}
	if open || item.whole || on && m.layout.roomy { // in full
		titles = wrap(item.title, width)
		titles[0] = pad(titles[0], width)
	}
	r := row{whole: item.whole, lines: []line{m.cursorLine(key, gap, titles[0]+space, about, on)}}
	for _, t := range titles[1:] {
		l := line{text: indent + t, on: on}
		if on {
			l.text = indent + m.palette.chosen.Render(t)
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
			if !l.empty() {
				l = line{text: m.cardIndent() + l.text}
			}
			r.lines = append(r.lines, l)
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

// cardWidth is the measure for an open card's lines under its title.
func (m Model) cardWidth() int { return m.layout.text - len(m.cardIndent()) }

// cardText is labelled text for the lines of a card.
func (m Model) cardText(parts []report.Part) []line {
	if m.layout.wide {
		return m.stacked(parts)
	}
	return m.labelled(onlyParts(parts, nil), m.cardWidth())
}
