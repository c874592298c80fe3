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
	m.compare.cards, _ = m.cardsKey(m.compare.cards, k, m.compareCards(), m.comparePage())
	return m
}

func (m Model) comparePage() page {
	p := page{place: locale.Text("Second opinions"), fact: report.List(m.cfg.Opinions.Names),
		hints: append(m.compare.cards.hints(), hint{locale.Text("Esc"), m.out(m.compare.cards.open >= 0)})}
	p.head = paint(m.palette.focal, wrap(m.cfg.Opinions.Headline(), m.layout.text))
	if m.layout.roomy {
		p.tail = lines(wrap(report.OpinionTerms.String(), m.layout.text)...)
	}
	return m.cardsPage(p, m.compare.cards, m.compareCards())
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
		title := t.Title
		if t.Talk {
			title = locale.Sprintf("Talk: %s", title)
		}
		out = append(out, card{title: title, about: m.palette.quiet.Render(t.Brief), brief: lines(wrap(t.Brief, m.layout.text)...), lines: m.cardText(shortLabels(t.Parts))})
	}
	return out
}
