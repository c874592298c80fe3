package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"waymark/quiz/report"
	"waymark/stages"
)

// Three things take the place of the options while the question stays above: why it is asked, the
// reasons for a skip, and the person's own example. Esc brings the options back.

func (m Model) whyKey(k string) Model {
	switch k {
	case "esc", "tab", "enter", "left":
		m.question.open = optionsOpen
	case "up":
		m.question.top = max(0, m.question.top-1)
	case "down":
		m.question.top = min(m.question.top+1, len(m.whyLines())-1)
	}
	return m
}

func (m Model) openSkip() Model {
	m.question.open, m.question.skip = skipOpen, 0
	return m
}

func (m Model) skipKey(k string) Model {
	if k == "esc" {
		m.question.open = optionsOpen
		return m
	}
	cursor, chosen := listKey(k, m.question.skip, len(stages.Skips()))
	m.question.skip = cursor
	if chosen {
		return m.answer(stages.Answer{Skip: stages.Skips()[cursor], Evidence: m.question.text})
	}
	return m
}

func (m Model) openNote() Model {
	m.question.open, m.question.cursor = noteOpen, m.question.noteRow()
	m.question.note = newField(3, m.question.text, m.sheet.text)
	return m
}

// noteKey takes a key while an example is being written. An example of an answered question is kept
// at once; that of an open one goes with its answer.
func (m Model) noteKey(msg tea.KeyPressMsg, k string) Model {
	switch k {
	case "esc":
		m.question.open = optionsOpen
	case "enter":
		return m.keepNote()
	default:
		m.question.note.update(msg)
	}
	return m
}

func (m Model) keepNote() Model {
	text := m.question.note.text()
	given, answered := m.sitting.Interview.Answers[m.question.q.ID]
	if answered {
		given.Evidence = text
		d, err := m.desk.Answer(m.sitting, m.question.q.ID, given)
		if err != nil {
			return m.fail("Not saved", err)
		}
		m = m.sit(d, m.sitting.Assessment)
	}
	m.question.text, m.question.open, m.question.cursor = text, optionsOpen, 0
	return m
}

// counts is the example that fits the person's kind of work.
func (m Model) counts() string { return report.WouldCount(m.question.q, m.sitting.Profile.Work) }

func (m Model) whyLines() []line {
	q, width := m.question.q, m.sheet.text
	out := paint(m.inks.quiet, []string{"Why this question"})
	out = append(out, lines(wrap(q.Why, width)...)...)
	out = append(out, line{})
	if q.Counts == "" {
		return out
	}
	const column = 18
	if width < 3*column {
		out = append(out, paint(m.inks.quiet, []string{"Would count"})...)
		out = append(out, lines(wrap(m.counts(), width)...)...)
		out = append(out, paint(m.inks.quiet, []string{"Would not"})...)
		return append(out, lines(wrap(q.CountsNot, width)...)...)
	}
	for _, part := range [][2]string{{"Would count", m.counts()}, {"Would not", q.CountsNot}} {
		for i, t := range wrap(part[1], width-column) {
			label := ""
			if i == 0 {
				label = part[0]
			}
			out = append(out, line{text: m.inks.quiet.Render(pad(label, column)) + t})
		}
	}
	return out
}

func (m Model) whyMargin() []line {
	q := m.question.q
	var out []line
	for i, part := range [][2]string{{"Why this question", q.Why}, {"Would count", m.counts()}, {"Would not", q.CountsNot}} {
		if part[1] == "" {
			continue
		}
		if i > 0 {
			out = append(out, line{})
		}
		out = append(out, line{text: m.inks.quiet.Render(part[0])})
		out = append(out, lines(wrap(part[1], marginWidth)...)...)
	}
	return out
}

func (m Model) whyPage(p page) page {
	p.cursor, p.top = -1, m.question.top
	for i, l := range m.whyLines() {
		p.rows = append(p.rows, row{lines: []line{l}, apart: i == 0})
	}
	p.hints = []hint{{"↑↓", "scroll"}, {"Tab", "fold"}, {"Esc", "back"}}
	return p
}

func (m Model) skipPage(p page) page {
	head := []line{{text: m.inks.quiet.Render(report.SkipHeading)}}
	if len(p.head) > 0 {
		head = append([]line{{}}, head...)
	}
	p.head = append(p.head, head...)
	p.cursor = m.question.skip
	for i, s := range stages.Skips() {
		r := m.optionRow(fmt.Sprint(i+1), " ", report.SkipReason(s), i == m.question.skip)
		r.apart, r.loose = i == 0, false
		p.rows = append(p.rows, r)
	}
	p.tail = lines(wrap(report.SkipMeaning, m.sheet.text)...)
	p.hints = []hint{{"↑↓", "move"}, {"Enter", "skip"}, {"Esc", "back"}}
	return p
}

func (m Model) notePage(p page) page {
	p.cursor = -1
	p.rows = []row{{apart: true, lines: []line{{text: m.inks.quiet.Render(report.ExampleAsk)}}},
		{loose: true, lines: m.fieldLines(m.question.note)}}
	p.tail = lines(wrap(report.ExampleFate, m.sheet.text)...)
	if !m.sheet.roomy {
		p.rows[0].lines[0].text = m.inks.quiet.Render("Your example: what, when, who saw it?")
	}
	p.hints = []hint{{"Enter", "keep"}, {"Ctrl+J", "new line"}, {"Esc", "cancel"}}
	return p
}
