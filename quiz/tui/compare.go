package tui

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
)

// strandsTitle names the levels and strands, which are a part of their own on a small layout.
const strandsTitle locale.Message = "Levels and strands"

// compare shows what others answered beside the person's own answers: a card for each topic.
type compare struct {
	cards  cards
	topics []report.Topic
}

func (m Model) openCompare() Model {
	m.on, m.compare = onCompare, compare{cards: cards{list: nowhere, open: -1}, topics: m.cfg.Opinions.Topics()}
	return m
}

// compareAt is where one is. Nothing opens where the pane has what the row under the cursor holds; a small layout, whose last row
// has the strands, begins with them as the others do.
func (m Model) compareAt() cards {
	c, strands := m.compare.cards, len(m.compare.topics)
	switch {
	case m.compareBegins():
		return cards{list{cursor: strands, scroll: c.scroll}, strands}
	case m.layout.wide || m.layout.roomy && c.open == strands:
		c.open = -1
	}
	c.cursor = max(0, c.cursor)
	return c
}

// compareBegins reports whether it's as it begins on a small layout: with the strands, from which Enter leads to the rows.
func (m Model) compareBegins() bool { return m.compare.cards.cursor < 0 && !m.layout.roomy }

func (m Model) compareKey(k string) Model {
	at, begins := m.compareAt(), m.compareBegins()
	switch {
	case begins && k == "esc":
		return m.back()
	case begins && k == "enter":
		at = cards{open: -1}
	case k == "esc":
		if closed, was := at.closed(); was {
			m.compare.cards = closed
			return m
		}
		return m.back()
	case m.layout.wide:
		at.list, _ = m.listKey(at.list, k, m.comparePage())
	default:
		was := at
		if at = m.cardsKey(at, k, m.compareCards(), m.comparePage()); begins && at.cursor == was.cursor { // it has but scrolled
			at.cursor = nowhere.cursor
		}
	}
	m.compare.cards = at
	return m
}

func (m Model) comparePage() page {
	at := m.compareAt()
	open := at.open >= 0
	p := page{place: locale.Text("Second opinions"), fact: report.List(m.cfg.Opinions.Names),
		hints: append(at.hints(), hint{locale.Text("Esc"), m.out(open)})}
	if m.layout.wide {
		p.hints = slices.Delete(p.hints, 1, 2)
	}
	p.head, p.aired = m.compareHead(open), !m.layout.roomy
	if m.layout.roomy {
		p.tail = lines(wrap(m.cfg.Opinions.Headline(), m.layout.text)...)
	}
	out := m.cardsPage(p, at, m.compareCards())
	if !open {
		out = m.countsApart(out)
	}
	strands := len(m.compare.topics)
	if !m.layout.roomy && open && at.open < strands && m.compare.topics[at.open].Talk {
		out.place, out.fact = locale.Text("To talk about first"), m.otherMarks(m.compare.topics[at.open])
		if lipgloss.Width(out.place+"  "+out.fact) > m.layout.text {
			out.place = locale.Text("Talk first")
		}
	}
	if !m.layout.roomy && at.open == strands && m.layout.whole(out, m.layout.room(out)) == nil {
		out = m.opinionsAlone(out)
	}
	if m.compareBegins() {
		out.hints = []hint{out.hints[0], {locale.Text("Enter"), "questions"}, {locale.Text("Esc"), m.out(false)}}
	}
	if all := lines(wrap(m.cfg.Opinions.Headline()+" "+report.OpinionTerms.String(), m.layout.text)...); m.layout.wide ||
		m.layout.roomy && height(m.layout.air(), out.head, out.rows, all, false, false) <= m.layout.room(out) { // not down to the rule
		out.tail = all
	}
	out.reads = m.layout.wide
	if open && m.layout.whole(out, m.layout.room(out)) == nil {
		out.head = nil // for the card
	}
	if open && m.layout.overflow(out) > 0 {
		out.hints[0].does = "scroll"
	}
	return out
}

// opinionsAlone is a page whose row of the strands has the screen. Its first line names everyone, and the header what they share.
func (m Model) opinionsAlone(p page) page {
	p.place, p.fact = strandsTitle.String(), ""
	if m.opinionsShare() {
		p.fact = sharedFact()
	}
	p.rows[len(m.compare.topics)].lines = append(m.unbroken(m.opinionVoices()), m.opinionLines()...)
	p.hints[len(p.hints)-1].does = "back"
	if m.layout.overflow(p) == 0 { // it's read, not chosen
		p.at = nowhere
	}
	return p
}

// countsApart has a blank line between the questions to talk about and what is counted, where nothing else goes for it.
func (m Model) countsApart(p page) page {
	counts := slices.IndexFunc(m.compare.topics, func(t report.Topic) bool { return !t.Talk })
	if counts < 1 || !m.layout.tall {
		return p
	}
	fits := func(rows []row, tail []line) bool {
		return height(m.layout.air(), p.head, rows, tail, false, false) <= m.layout.room(p)
	}
	apart := slices.Clone(p.rows)
	apart[counts].apart = true
	if fits(apart, p.tail) || !fits(p.rows, p.tail) && fits(apart, nil) {
		p.rows = apart
	}
	return p
}

// compareHead is each one's level and, where there's room, the strands. A small layout has a row for them.
func (m Model) compareHead(open bool) []line {
	words := m.opinionHead()
	if !m.layout.roomy {
		words = paint(m.palette.focal, wrap(m.cfg.Opinions.Verdict(), m.layout.text))
	}
	if open {
		return words
	}
	rows := len(m.compare.topics)
	if !m.layout.roomy {
		rows += 2 // that of the strands, and what is said of the row under the cursor
	}
	p := page{rows: make([]row, rows)}
	for i := range p.rows {
		p.rows[i].lines = make([]line, 1)
	}
	return m.roomiest(p, slices.Concat(words, []line{{}}, m.opinionStrips()), words)
}

// shortLabels cuts names where the column of labels ends.
func shortLabels(parts []report.Part) []report.Part {
	column := 13
	if len(parts) > 0 { // the question, after which come names
		column = max(column, lipgloss.Width(parts[0].Label))
	}
	out := slices.Clone(parts)
	for i := range out {
		out[i].Label = cut(out[i].Label, column)
	}
	return out
}

func (m Model) compareCards() []card {
	var out []card
	for i, t := range m.compare.topics {
		c := card{title: t.Title, joins: true, about: m.palette.quiet.Render(t.Brief), under: wrap(t.Brief, m.layout.text)[0]}
		switch {
		case t.Talk:
			c.lines = m.talkLines(t)
			c.title = locale.Sprintf("Talk: %s", t.Title)
			if !m.layout.roomy && m.compareAt().open == i { // the head of the page says it
				c.title = report.Capital(t.Title)
			}
		case m.layout.roomy || t.Empty:
			c.lines = m.cardText(shortLabels(t.Parts))
		default: // beside its name there's room for a part of the brief
			c.lines = append(paint(m.palette.quiet, wrap(t.Brief, m.layout.text)), m.cardText(t.Parts)...)
		}
		out = append(out, c)
	}
	if !m.layout.roomy {
		title := strandsTitle.String()
		if m.compareAt().open == len(m.compare.topics) {
			title = strings.Join(m.opinionKey(), "  ")
		}
		out = append(out, card{key: " ", title: title, lines: m.opinionLines()})
	}
	return out
}

// opinionLines are the strands and what each one's answers point to, which a small layout has under a heading.
func (m Model) opinionLines() []line {
	return slices.Concat([]line{{}}, m.opinionStrips(), []line{{}}, lines(wrap(m.cfg.Opinions.Headline(), m.layout.text)...), []line{{}},
		lines(wrap(report.OpinionTerms.String(), m.layout.text)...))
}
