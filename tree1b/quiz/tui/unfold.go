package tui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
)

// Three things take the place of the options while the question stays above: why it is asked, the
// reasons for a skip, and the person's own example. Esc brings the options back.

func (m Model) whyKey(k string) Model {
	switch k {
	case "esc", "tab", "enter", "left":
		m.question.open = optionsOpen
	default:
		m.question.why = m.textKey(m.question.why, k, m.questionPage())
	}
	return m
}

// passOver asks for the reason of a skip, where there is more than one.
func (m Model) passOver() Model {
	if reasons := m.session.Skips(); len(reasons) == 1 {
		return m.perform(session.Skip{Reason: reasons[0], At: m.cfg.Now()})
	}
	m.question.open, m.question.skip = skipOpen, list{}
	return m
}

func (m Model) skipKey(k string) Model {
	if k == "esc" {
		m.question.open = optionsOpen
		return m
	}
	at, chosen := m.listKey(m.question.skip, k, m.questionPage())
	m.question.skip = at
	if chosen {
		return m.perform(session.Skip{Reason: m.session.Skips()[at.cursor], At: m.cfg.Now()})
	}
	return m
}

func (m Model) openNote() Model {
	m.question.open = noteOpen
	m.question.note = newField(3, m.session.Input().Text, m.layout.text)
	m.question.noted = m.notedFor(report.QuestionWords(m.session.Asking.Question))
	return m
}

// noteKey takes a key while an example is being written. What is typed is a draft at once, and goes with the
// answer; Enter keeps it with an answer that is there already.
func (m Model) noteKey(msg tea.KeyPressMsg, k string) Model {
	switch k {
	case "esc":
		m.question.open, m.question.note = optionsOpen, field{}
		return m
	case "enter":
		m.question.open, m.question.note = optionsOpen, field{}
		return m.perform(session.KeepNote{At: m.cfg.Now()})
	}
	return m.typed(msg)
}

// whyParts say why the question is asked, and what would count for the person's kind of work.
func (m Model) whyParts() []report.Part {
	q := m.session.Asking.Question
	parts := []report.Part{{Label: locale.Text("Why this question"), Text: q.Why},
		{Label: locale.Text("Would count"), Text: report.WouldCount(q, m.session.Attempt().Profile.Work)}, {Label: locale.Text("Wouldn't"), Text: q.CountsNot}}
	if m.onHome() && !m.session.Asking.Unscored() {
		parts = append(parts, report.Part{Label: locale.Text("Which one"), Text: report.WhichAnswer(q, m.session.WhoCounts())})
	}
	return parts
}

func (m Model) whyLines() []line {
	parts, width := m.whyParts(), m.layout.text
	out := m.heading([]string{parts[0].Label})
	out = append(append(out, lines(wrap(parts[0].Text, width)...)...), line{})
	return append(out, m.labelled(onlyParts(parts[1:], nil), width)...)
}

func (m Model) whyPage(p page) page {
	p.at, p.rows = m.question.why, textRows(m.whyLines())
	p.hints = []hint{{"↑↓", "scroll"}, {locale.Text("Tab"), "close"}, {locale.Text("Esc"), "back"}}
	return p
}

func (m Model) skipPage(p page) page {
	if len(p.head) > 0 {
		p.head = append(p.head, line{})
	}
	p.head = append(p.head, line{text: m.palette.quiet.Render(report.SkipHeading.String())})
	p.at = m.question.skip
	for i, s := range m.session.Skips() {
		r := m.optionRow(fmt.Sprint(i+1), " ", report.SkipReason(s), i == p.at.cursor)
		r.apart, r.loose = i == 0, false
		p.rows = append(p.rows, r)
	}
	counts := m.session.WhoCounts()
	if !m.layout.roomy {
		counts = ""
	}
	p.tail = lines(wrap(report.SkipSays(counts), m.layout.text)...)
	p.hints = []hint{{"↑↓", "move"}, {locale.Text("Enter"), "skip"}, {locale.Text("Esc"), "back"}}
	return p
}

func (m Model) notePage(p page) page {
	p.at = nowhere
	ask := report.ExampleAsk.String()
	if !m.layout.roomy {
		ask = report.ExampleAskShort.String()
	}
	p.rows = []row{{apart: true, lines: paint(m.palette.quiet, wrap(ask, m.layout.text))},
		{loose: true, lines: m.fieldLines(m.question.note)}}
	p.rows = append(p.rows, m.notedRow(m.question.noted, m.question.note.text())...)
	p.tail = lines(wrap(report.ExampleFate(m.session.Observing()), m.layout.text)...)
	if m.layout.roomy && !m.layout.wide { // which has it beside
		counts := onlyParts(m.whyParts()[1:3], nil)
		if more := slices.Concat(p.tail, []line{{}}, m.labelled(counts, m.layout.text)); len(counts) > 0 &&
			len(assemble(m.layout.air(), p.head, p.rows, more, true, true)) <= m.layout.room(p) {
			p.tail = more
		}
	}
	p.hints = slices.Concat([]hint{{locale.Text("Enter"), "save"}, {locale.Text("Ctrl+J"), "new line"}}, notedHint(m.question.noted), []hint{{locale.Text("Esc"), "back"}})
	return p
}
