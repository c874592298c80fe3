package tui

import (
	"fmt"
	"slices"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
)

// strengths says what the person's evidence proves to someone else, in that reader's words.
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
	switch k {
	case "esc":
		if closed, was := m.strengths.cards.closed(); was {
			m.strengths.cards = closed
			return m
		}
		return m.back()
	case "tab":
		if m.layout.wide { // where all of them are told
			return m
		}
		m.strengths.reader = (m.strengths.reader + 1) % len(report.Readers(m.strengths.list))
		return m
	case "enter":
		if on := m.strengths.cards.clamped(len(m.strengths.list)).cursor; m.unfoldedStrength() {
			of := m.session.Results[m.session.Assessment]
			return m.perform(session.LookAgain{Question: m.strengths.list[max(0, on)].Question, At: m.cfg.Now(), Of: of.Started})
		}
	}
	if m.strengths.cards = m.cardsKey(m.strengths.cards, k, m.strengthCards(), m.strengthsPage()); m.layout.wide {
		m.strengths.cards.open = -1 // all of it is beside the list
	}
	return m
}

// unfoldedStrength reports whether all of the strength under the cursor is in sight, and Enter leads on to its answer.
func (m Model) unfoldedStrength() bool {
	c := m.strengths.cards
	return len(m.strengths.list) > 0 && (m.layout.wide || c.open >= 0 && c.open == c.cursor)
}

// reader is the one that the strengths are told to now.
func (m Model) reader() report.Reader { return report.Readers(m.strengths.list)[m.strengths.reader] }

func (m Model) strengthsHead() []line {
	head := report.StrengthsFor(m.reader())
	if m.layout.wide {
		head = locale.Text("What your answers show, reader by reader")
	}
	return paint(m.palette.focal, wrap(head, m.layout.text))
}

func (m Model) strengthsPage() page {
	p := page{place: locale.Text("Strengths, translated"), hints: m.strengths.cards.hints()}
	if m.unfoldedStrength() && m.layout.roomy {
		p.hints = []hint{{"↑↓", "move"}, {locale.Text("Enter"), "answer"}}
	}
	out := hint{locale.Text("Esc"), m.out(m.strengths.cards.open >= 0)}
	if readers := report.Readers(m.strengths.list); len(readers) > 1 && !m.layout.wide {
		at := m.strengths.reader
		p.fact = locale.Sprintf("reader %d of %d", at+1, len(readers))
		p.hints = append(p.hints, m.turnTo(readers[(at+1)%len(readers)], append(p.hints, out)))
	}
	p.hints = append(p.hints, out)
	p.aired = true
	all := m.strengthCards()
	if len(all) == 0 {
		p.head = lines(wrap(report.NoStrengths.String(), m.layout.text)...)
		return p
	}
	if !m.layout.roomy {
		p.place, p.fact = locale.Text("Strengths"), locale.Sprintf("for %s", m.reader().Name)
		return m.scrollHinted(m.cardsPage(p, m.strengths.cards, all))
	}
	p.head = m.strengthsHead()
	if !m.layout.wide && m.strengths.cards.open < 0 {
		on := m.strengths.list[m.strengths.cards.clamped(len(all)).cursor]
		p.tail = m.labelled(report.StrengthParts(on, m.reader())[1:2], m.layout.text)
	}
	return m.scrollHinted(m.cardsPage(p, m.strengths.cards, all))
}

// turnTo is the key that turns to the next reader, who is named where the other keys, and the one that shows all, leave room for that.
func (m Model) turnTo(next report.Reader, others []hint) hint {
	turn := hint{locale.Text("Tab"), locale.Message(locale.Sprintf("next: %s", next.Name))}
	if named := slices.Concat(others, []hint{turn}); len(m.helped(named)) == len(named) {
		turn.does = "next reader"
	}
	return turn
}

// scrollHinted is a page whose key line says that the arrows scroll, where lines of the row under the cursor are hidden.
func (m Model) scrollHinted(p page) page {
	if m.layout.overflow(p) > 0 {
		p.hints[0].does = "scroll"
	}
	return p
}

// strengthCards are what the person did, each after its strand; on a wide layout, which has air between the strands, where the one above
// has another. On a small layout, whose header names the reader, they are in that reader's words.
func (m Model) strengthCards() []card {
	reader, column := m.reader(), m.strengthColumn()
	var out []card
	for i, s := range m.strengths.list {
		told := card{title: s.You, whole: m.layout.roomy || i == m.strengths.cards.cursor, joins: i > 0 && m.strengths.list[i-1].Strand == s.Strand,
			under: s.Strand}
		strand := s.Strand
		if m.layout.wide { // with air between all of them where there's room, else between strands
			if told.joins {
				strand = ""
			}
			told.joins, told.group, told.digits = false, i > 0 && !told.joins, len(fmt.Sprint(len(m.strengths.list)))
		}
		if m.layout.roomy {
			told.lead = pad(strand, column) + "  "
		}
		parts := report.StrengthParts(s, reader)
		for i := range parts {
			if parts[i].Label == locale.Text("For a CV") && !s.Exemplified { // the row says the rest
				parts[i].Text = report.StrengthsHint.String()
			}
		}
		if cv := len(parts) - 2; cv > 0 { // what it's based on before that
			parts[cv], parts[cv+1] = parts[cv+1], parts[cv]
		}
		parts = parts[1:] // the row says the first in full
		switch shows := s.Shows[reader.ID]; {
		case !m.layout.roomy:
			if shows != "" && !slices.ContainsFunc(m.strengths.list[:i], func(above report.Strength) bool { return above.Shows[reader.ID] == shows }) {
				told.title, parts = shows, parts[1:]
			} else if shows != "" { // after what's said of this one
				parts = append(parts[1:], parts[0])
			}
			told.lines = slices.Concat(m.indented([]string{s.Strand}, 4), []line{{}}, m.aired(parts, m.cardWidth()))
		case m.layout.wide:
			if shows != "" {
				parts = parts[1:]
			}
			told.lines = m.stacked(append(m.toReaders(s), parts...))
		default:
			told.lines = m.labelledBy(parts, m.cardWidth(), labelColumn(parts, column+len("  "), m.cardWidth()/3)) // labels under the strand
		}
		out = append(out, told)
	}
	return out
}

// strengthColumn is how wide the names of the strands are.
func (m Model) strengthColumn() int {
	return min(widest(m.strengths.list, func(s report.Strength) string { return s.Strand }), widestStrand)
}

// toReaders are what a strength shows to each reader, the one that the strengths are told to first.
func (m Model) toReaders(s report.Strength) []report.Part {
	readers := report.Readers(m.strengths.list)
	at := m.strengths.reader
	var out []report.Part
	for _, reader := range slices.Concat(readers[at:], readers[:at]) {
		if text := s.Shows[reader.ID]; text != "" {
			out = append(out, report.Part{Label: locale.Sprintf("To %s", reader.Name), Text: text})
		}
	}
	return out
}
