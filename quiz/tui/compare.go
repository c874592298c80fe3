package tui

import (
	"slices"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"waymark/quiz/locale"
	"waymark/quiz/report"
)

// compare shows what others answered beside the person's own answers: a card for each topic.
type compare struct {
	cards  cards
	topics []report.Topic
}

func (m Model) openCompare() Model {
	m.on, m.compare = onCompare, compare{cards: cards{open: -1}, topics: m.cfg.Opinions.Topics()}
	return m
}

func (m Model) compareKey(k string) Model {
	if k == "esc" {
		if closed, was := m.compare.cards.closed(); was {
			m.compare.cards = closed
			return m
		}
		return m.back()
	}
	m.compare.cards = m.cardsKey(m.compare.cards, k, m.compareCards(), m.comparePage())
	return m
}

func (m Model) comparePage() page {
	p := page{place: locale.Text("Second opinions"), fact: report.List(m.cfg.Opinions.Names),
		hints: append(m.compare.cards.hints(), hint{locale.Text("Esc"), m.out(m.compare.cards.open >= 0)})}
	p.head = m.compareHead(p)
	if m.layout.roomy {
		p.tail = lines(wrap(report.OpinionTerms.String(), m.layout.text)...)
	}
	all, open := m.compareCards(), m.compare.cards.open >= 0
	out := m.cardsPage(p, m.compare.cards, all)
	switch on := out.at.cursor; {
	case open && m.layout.whole(out, m.layout.room(out)) == nil:
		out.head = nil // for the card
	case !open && !m.layout.roomy && on >= 0:
		for _, l := range all[on].brief[:min(1, len(all[on].brief))] {
			out.rows[on].lines = append(out.rows[on].lines, line{text: "    " + m.palette.quiet.Render(l.text), on: true})
		}
		out.tail = nil
	}
	return out
}

// compareHead is each one's level in words and, where there's room, the strands. A small layout has room for one of the
// two, and words have a card of their own.
func (m Model) compareHead(p page) []line {
	words, strips := paint(m.palette.focal, wrap(m.cfg.Opinions.Headline(), m.layout.text)), m.opinionStrips()
	if m.layout.roomy && !m.layout.wide && m.compare.cards.open >= 0 {
		return words
	}
	rows := len(m.compare.topics)
	least := words
	if !m.layout.roomy {
		const leastRows = 3 // one with what is said of it, and the count of those hidden
		rows += leastRows
		if len(strips)+leastRows <= m.layout.room(p) {
			least = strips
		}
	}
	p.rows = make([]row, rows)
	for i := range p.rows {
		p.rows[i].lines = make([]line, 1)
	}
	return m.roomiest(p, slices.Concat(words, []line{{}}, strips), least)
}

// shortLabels cuts names where the column of labels ends.
func shortLabels(parts []report.Part) []report.Part {
	column := 13
	if len(parts) > 0 { // the question, after which come names
		column = max(column, lipgloss.Width(parts[0].Label))
	}
	out := slices.Clone(parts)
	for i := range out {
		out[i].Label = ansi.Truncate(out[i].Label, column, ellipsis)
	}
	return out
}

func (m Model) compareCards() []card {
	var out []card
	for _, t := range m.compare.topics {
		c := card{title: t.Title, about: m.palette.quiet.Render(t.Brief), brief: lines(wrap(t.Brief, m.layout.text)...)}
		switch {
		case t.Talk:
			c.title, c.lines = locale.Sprintf("Talk: %s", t.Title), m.talkLines(t)
		case m.layout.roomy || t.Empty:
			c.lines = m.cardText(shortLabels(t.Parts))
		default: // beside its name there's room for a part of the brief
			c.lines = append(paint(m.palette.quiet, wrap(t.Brief, m.layout.text)), m.cardText(t.Parts)...)
		}
		out = append(out, c)
	}
	if !m.layout.roomy { // which hasn't always room for them above
		all := slices.Concat(lines(wrap(m.cfg.Opinions.Headline(), m.layout.text)...), []line{{}, m.opinionKey()}, m.opinionStrips(),
			[]line{{}}, lines(wrap(report.OpinionTerms.String(), m.layout.text)...))
		out = append(out, card{title: locale.Text("Levels and strands"), lines: all})
	}
	return out
}
