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
		{Label: locale.Text("What counts"), Text: report.WouldCount(q, m.session.Attempt().Profile.Work)}, {Label: locale.Text("What doesn't"), Text: q.CountsNot}}
	if m.onHome() && !m.session.Asking.Unscored() {
		parts = append(parts, report.Part{Label: locale.Text("Which answer"), Text: report.WhichAnswer(q, m.session.WhoCounts())})
	}
	return slices.Concat(parts, m.servedParts(), m.leadParts())
}

// leadParts are the step that the answer under the cursor leads to, where that's what is asked.
func (m Model) leadParts() []report.Part {
	step := m.question.leads[m.option(max(0, m.question.list.cursor))]
	return []report.Part{{Label: locale.Text("First step"), Text: step.Title}, {Label: locale.Text("This week"), Text: step.First}}
}

// servedParts show what the answer under the cursor puts into the questions, where that's what is asked.
func (m Model) servedParts() []report.Part {
	if asking := m.session.Asking; !asking.Unscored() || asking.Closing() {
		return nil
	}
	return report.Served(m.session.Bank.Catalog(), m.option(max(0, m.question.list.cursor)))
}

// whyPage says why under the question or, on a small layout, under its name, which scrolls with that.
func (m Model) whyPage(p page) page {
	parts := onlyParts(m.whyParts(), nil)
	p.at, p.aired = m.question.why, true
	if m.layout.roomy {
		p.rows = textRows(m.aired(parts, m.layout.text))
	} else {
		if !m.session.Asking.Unscored() { // its name leaves room to what counts
			p.head = paint(m.palette.focal, wrap(report.Capital(m.session.Asking.Question.Name()), m.layout.text))
		}
		p.rows, p.head = textRows(append(p.head, m.labelled(parts, m.layout.text)...)), nil
		for i, r := range p.rows {
			p.rows[i].apart = r.lines[0].heads
		}
	}
	p.hints = append(m.layout.scrollHint(p), hint{locale.Text("Esc"), "back"})
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
		r.apart, r.loose = i == 0 && m.layout.roomy, false
		p.rows = append(p.rows, r)
	}
	if m.layout.roomy {
		p.tail = paint(m.palette.quiet, wrap(report.SkipSays(""), m.layout.text))
	} else {
		p.sentence = line{text: m.palette.quiet.Render(report.SkipShort.String())}
	}
	p.hints = []hint{{"↑↓", "move"}, {locale.Text("Enter"), "skip"}, {locale.Text("Esc"), "back"}}
	return p
}

// notePage is the field for an example. A wide layout keeps the answers in sight above it, in their places.
func (m Model) notePage(p page) page {
	p.at = nowhere
	ask := report.ExampleAsk.String()
	if !m.layout.roomy {
		ask = report.ExampleAskShort.String()
	}
	ink := m.palette.quiet
	if m.layout.wide {
		ink = m.palette.plain // or it would read as one more of the answers above it
	}
	label, write := row{apart: true, lines: paint(ink, wrap(ask, m.layout.text))}, m.fieldRow(m.question.note)
	p.rows = append([]row{label, write}, m.notedRow(m.question.noted, m.question.note.text())...)
	fate := line{text: m.palette.quiet.Render(report.ExampleFate(m.session.Observing(), !m.layout.roomy))}
	p.hints = slices.Concat([]hint{{locale.Text("Enter"), "save"}, {locale.Text("Ctrl+J"), "new line"}}, notedHint(m.question.noted), []hint{{locale.Text("Esc"), "back"}})
	if !m.layout.roomy {
		p.sentence = fate
		return p
	}
	if !m.layout.wide {
		answer, counts := report.Part{Label: locale.Text("Your answer"), Text: m.answered()}, onlyParts(m.whyParts()[1:3], nil)
		p.tail, p.full = m.under(p, m.labelled(append([]report.Part{answer}, counts...), m.layout.text)), true // before the fate, which costs only a blank line
	}
	if p.rows[1].lines = append(p.rows[1].lines, fate); m.layout.wide {
		return m.withOptions(p)
	}
	return p
}

// answered is the answer that an example goes with, in full where it's one.
func (m Model) answered() string {
	q, given := m.session.Asking.Question, m.given()
	switch {
	case len(given.Options) == 1 && q.Option(given.Options[0]) != nil:
		return q.Option(given.Options[0]).Text
	case len(given.Options) > 0:
		return report.Capital(report.Answer(q, given))
	}
	return locale.Text("not chosen yet")
}

// withOptions has the answers above the field, quiet, where there is room for both.
func (m Model) withOptions(p page) page {
	of := m
	of.question.list = nowhere
	rows := of.questionRows(false)
	rows = rows[:of.noteRow()]
	for _, r := range rows {
		for i, l := range r.lines {
			r.lines[i].text = m.palette.quiet.Render(l.text)
		}
	}
	label := p.rows[0]
	label.lines = slices.Concat([]line{{}}, label.lines) // two lines below the answers, since it isn't one of them
	rows = append(append(rows, label), p.rows[1:]...)
	if height(m.layout.air(), p.head, rows, nil, false, false) <= m.layout.room(p) {
		p.rows = rows
	}
	return p
}
