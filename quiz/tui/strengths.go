package tui

import (
	"waymark/quiz/report"
)

// strengths says what the person's evidence proves to somebody else, in that reader's words.
type strengths struct {
	reader int // whose words; Tab turns to the next
	cards  cards
}

func (m Model) openStrengths() Model {
	m.on, m.strengths = onStrengths, strengths{cards: cards{open: -1}}
	return m
}

func (m Model) strengthsKey(k string) Model {
	list := m.strengthCards()
	switch {
	case k == "esc" && !m.fills(m.strengths.cards, list, strengthsHead):
		return m.goHome()
	case k == "tab":
		m.strengths.reader = (m.strengths.reader + 1) % len(report.Readers)
		return m
	}
	m.strengths.cards = m.cardsKey(m.strengths.cards, k, list, strengthsHead)
	return m
}

// strengthsHead is how many lines stand above the cards.
const strengthsHead = 1

func (m Model) strengthsPage() page {
	reader := report.Readers[m.strengths.reader]
	p := page{place: "Strengths, translated", fact: "for " + reader.Name,
		hints: []hint{{"↑↓", "move"}, {"Enter", "open"}, {"Tab", "another reader"}, {"Esc", "home"}}}
	list := m.strengthCards()
	if len(list) == 0 {
		p.head = lines(wrap("Nothing to translate yet. It comes from what a result says you do at level 2 or beyond.", m.sheet.text)...)
		return p
	}
	p.head = paint(m.inks.focal, wrap("What your work proves to "+reader.Name, m.sheet.text))
	if m.sheet.roomy {
		p.tail = lines(wrap("An example you note on a question (9) fills its line for a CV.", m.sheet.text)...)
	}
	if !m.sheet.roomy {
		p.place = "Strengths"
	}
	if m.fills(m.strengths.cards, list, strengthsHead) {
		p.hints = []hint{{"↑↓", "scroll"}, {"Tab", "another reader"}, {"Esc", "back"}}
	}
	return m.cardsPage(p, m.strengths.cards, list)
}

func (m Model) strengthCards() []card {
	reader := report.Readers[m.strengths.reader]
	var list []card
	for _, s := range report.Strengths(m.desk.Bank.Catalog(), *m.record) {
		about := m.inks.quiet.Render(s.Standing)
		list = append(list, card{title: capital(s.Strand), about: about,
			brief: lines(wrap(s.Proves[reader.ID], m.sheet.text)...),
			lines: m.cardText([2]string{"It proves", s.Proves[reader.ID]}, [2]string{"For a CV", s.CV[reader.ID]})})
	}
	return list
}
