package tui

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"waymark/quiz/report"
	"waymark/stages"
)

// The first actions a card can show. Tab turns from one to the next.
const (
	variantFirst = iota
	variantNoChance
	variantInTheWay
	variants
)

func (m Model) nextKey(k string) Model {
	steps := m.record.Result.Next
	if k == "tab" {
		m.result.variant = (m.result.variant + 1) % variants
		return m
	}
	if m.result.full && (k == "up" || k == "down") {
		if k == "up" {
			m.result.top = max(0, m.result.top-1)
		} else {
			m.result.top = min(m.result.top+1, len(m.cardLines(m.result.card))-1)
		}
		return m
	}
	cursor, chosen := listKey(k, m.result.cursor, len(steps))
	m.result.cursor = cursor
	if chosen {
		m.result.card, m.result.variant, m.result.top = cursor, m.firstVariant(cursor), 0
		m.result.full = !m.sheet.roomy
	}
	return m
}

// firstVariant is the action that fits the person's answers.
func (m Model) firstVariant(card int) int {
	if m.record.Result.Next[card].Variant == string(stages.NoChance) {
		return variantNoChance
	}
	return variantFirst
}

func (m Model) nextPage(p page) page {
	steps := m.record.Result.Next
	if len(steps) == 0 {
		p.head = lines(wrap("Nothing to advise from these answers. Staying, and doing it well, is a good answer.", m.sheet.text)...)
		return p
	}
	if m.result.full {
		p.cursor, p.top = -1, m.result.top
		p.head = paint(m.inks.focal, wrap(m.resultStep(steps[m.result.card]).Title, m.sheet.text))
		for i, l := range m.cardLines(m.result.card) {
			p.rows = append(p.rows, row{lines: []line{l}, apart: i == 0})
		}
		p.hints = []hint{{"↑↓", "scroll"}, m.otherAction()}
		return p
	}
	for i, n := range steps {
		p.rows = append(p.rows, m.cardRow(i, n))
	}
	stay := "Staying where you are, and doing it well, is a good answer too."
	if m.sheet.roomy {
		p.tail = lines(stay)
		p.hints = []hint{{"↑↓", "move"}, {"Enter", "open"}, m.otherAction()}
		if m.sheet.wide {
			p.margin = m.variantsBeside()
		}
	} else {
		p.tail = m.cardSummary(m.result.cursor)
		p.hints = []hint{{"↑↓", "move"}, {"Enter", "open"}}
	}
	return p
}

// cardRow is a step in one line, and what unfolds beneath it where it is open.
func (m Model) cardRow(i int, n stages.NextStep) row {
	s := m.resultStep(n)
	on := i == m.result.cursor
	if !m.sheet.roomy {
		return row{lines: []line{m.cursorLine(fmt.Sprint(i+1), "   ", pad(s.Title, m.sheet.text-4), "", on)}}
	}
	about := fmt.Sprintf("%s, about %d weeks", report.StrandName(&m.record.Said, s.Strand), s.Weeks)
	title := pad(s.Title, m.sheet.list-4-lipgloss.Width(about)-1) + " "
	r := row{loose: true, lines: []line{m.cursorLine(fmt.Sprint(i+1), "   ", title, m.inks.quiet.Render(about), on)}}
	if i == m.result.card {
		for _, l := range m.cardLines(i) {
			r.lines = append(r.lines, line{text: "    " + l.text})
		}
	}
	return r
}

func (m Model) cardSummary(i int) []line {
	n := m.record.Result.Next[max(0, i)]
	s := m.resultStep(n)
	text := fmt.Sprintf("%s, about %d weeks. %s", capital(report.StrandName(&m.record.Said, s.Strand)), s.Weeks, m.because(n))
	return lines(wrap(text, m.sheet.text)...)
}

// because names the answer that led to a step, in the person's own words.
func (m Model) because(n stages.NextStep) string {
	for _, id := range n.Because {
		q := m.find(id)
		a, answered := m.sitting.Interview.Answers[id]
		switch {
		case q == nil || !answered:
			continue
		case a.Skip != "":
			return fmt.Sprintf("You skipped \"%s\".", q.Name())
		}
		return fmt.Sprintf("You answered \"%s\" to \"%s\".", report.Answer(q, a), q.Name())
	}
	return ""
}

// cardLines are all that a step holds.
func (m Model) cardLines(i int) []line {
	n := m.record.Result.Next[i]
	s := m.resultStep(n)
	width := m.sheet.text - 4
	if !m.sheet.roomy {
		width = m.sheet.text
	}
	label, first := "This week", s.First
	switch m.result.variant {
	case variantNoChance:
		label, first = "No chance", s.NoChance
	case variantInTheWay:
		label, first = "In the way", s.InTheWay
	}
	var out []line
	add := func(label, text string) {
		if text != "" {
			out = append(out, m.labelled(label, text, width)...)
		}
	}
	add("Why", strings.TrimSpace(m.because(n)+" "+s.Why))
	add(label, first)
	add("With", s.With)
	add("Leaves", s.Leaves)
	add("It worked", s.Worked)
	for _, r := range s.Read {
		add("To read", fmt.Sprintf("%s, by %s (%d)", r.Title, r.Author, r.Year))
	}
	return out
}

// variantsBeside are the other first actions of the open card, in the margin of a wide sheet.
func (m Model) variantsBeside() []line {
	s := m.resultStep(m.record.Result.Next[m.result.card])
	out := paint(m.inks.quiet, []string{"No chance yet"})
	out = append(out, lines(wrap(s.NoChance, marginWidth)...)...)
	out = append(out, line{}, line{text: m.inks.quiet.Render("The place is in the way")})
	return append(out, lines(wrap(s.InTheWay, marginWidth)...)...)
}

// otherAction is what Tab shows next.
func (m Model) otherAction() hint {
	return hint{"Tab", []string{"no chance yet", "place in the way", "this week"}[m.result.variant]}
}
