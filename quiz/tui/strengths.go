package tui

import (
	"waymark/quiz/report"
)

// strengths says what the person's evidence proves to somebody else, in that reader's words.
type strengths struct {
	reader int // whose words; Tab turns to the next
	cards  cards
	list   []report.Strength
}

func (m Model) openStrengths() Model {
	shown := report.Strengths(m.session.Results[m.session.Assessment])
	m.on, m.strengths = onStrengths, strengths{cards: cards{open: -1}, list: shown}
	return m
}

func (m Model) strengthsKey(k string) Model {
	all := m.strengthCards()
	switch {
	case k == "esc" && !m.fills(m.strengths.cards, all, m.strengthsHead()):
		return m.goHome()
	case k == "tab":
		m.strengths.reader = (m.strengths.reader + 1) % len(report.Readers)
		return m
	}
	p := m.strengthsPage()
	p.head = m.strengthsHead()
	m.strengths.cards = m.cardsKey(m.strengths.cards, k, all, p)
	return m
}

func (m Model) strengthsHead() []line {
	return paint(m.palette.focal, wrap(report.StrengthsFor(report.Readers[m.strengths.reader]), m.layout.text))
}

func (m Model) strengthsPage() page {
	reader := report.Readers[m.strengths.reader]
	p := page{place: "Strengths, translated", fact: "for " + reader.Name,
		hints: []hint{{"↑↓", "move"}, {"Enter", "open"}, {"Tab", "another reader"}, {"Esc", "home"}}}
	all := m.strengthCards()
	if len(all) == 0 {
		p.head = lines(wrap(report.NoStrengths, m.layout.text)...)
		return p
	}
	p.head = m.strengthsHead()
	if m.layout.roomy {
		p.tail = lines(wrap(report.StrengthsAsk, m.layout.text)...)
	}
	if !m.layout.roomy {
		p.place = "Strengths"
	}
	if m.fills(m.strengths.cards, all, p.head) {
		p.hints = []hint{{"↑↓", "scroll"}, {"Tab", "another reader"}, {"Esc", "back"}}
	}
	return m.cardsPage(p, m.strengths.cards, all)
}

func (m Model) strengthCards() []card {
	reader := report.Readers[m.strengths.reader]
	var out []card
	for _, s := range m.strengths.list {
		out = append(out, card{title: report.Capital(s.Strand), brief: lines(wrap(s.You, m.layout.text)...), lines: m.cardText(report.StrengthParts(s, reader))})
	}
	return out
}
