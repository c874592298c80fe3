package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
)

// checkin is what is seen of the question that a check-in asks: its replies, or a field for a line of evidence.
type checkin struct {
	list  list
	field field
	noted noted // the note in the field
}

func (m Model) openCheckIn() Model {
	m.on, m.checkin = onCheckIn, checkin{}
	if c := m.session.Checking; c.Topic == session.TopicEvidence {
		row := session.StepRow(c.Step)
		m.checkin.field = newField(2, m.session.PlanText(row), m.layout.text)
		m.checkin.noted = m.notedFor(report.StepWords(m.session.Plan.Items[m.session.Plan.Item(row)].Step))
	}
	return m
}

func (m Model) checkInKey(k string) Model {
	switch k {
	case "esc":
		return m.perform(session.LeaveCheckIn{})
	case "left":
		return m.perform(session.BackInCheckIn{})
	}
	at, chosen := m.listKey(m.checkin.list, k, m.checkInPage())
	m.checkin.list = at
	if !chosen {
		return m
	}
	now := m.cfg.Now()
	return m.perform(session.ReplyTo{Reply: m.session.Replies(now)[at.cursor], At: now})
}

// checkInFieldKey takes a key while one writes what came of a step.
func (m Model) checkInFieldKey(msg tea.KeyPressMsg, k string) Model {
	switch k {
	case "esc":
		return m.perform(session.BackInCheckIn{})
	case "enter":
		return m.perform(session.WriteEvidence{Text: m.checkin.field.text(), At: m.cfg.Now()})
	}
	return m.typed(msg)
}

func (m Model) checkInPage() page {
	c, now := m.session.Checking, m.cfg.Now()
	ask, about := report.CheckInAsk(m.session, now)
	p := page{place: locale.Text("Check in"), fact: report.CheckInFact(c), head: paint(m.palette.focal, wrap(ask, m.layout.text))}
	if about != "" {
		p.head = append(m.checkedAbout(&p, about), p.head...)
	}
	if m.checkin.field.open() {
		p.at = nowhere
		p.rows = append([]row{{apart: true, lines: m.fieldLines(m.checkin.field)}}, m.notedRow(m.checkin.noted, m.checkin.field.text())...)
		p.tail = m.checkedBelow()
		p.hints = slices.Concat([]hint{{locale.Text("Enter"), "go on"}}, notedHint(m.checkin.noted), []hint{{locale.Text("Esc"), "back"}})
		return p
	}
	replies := m.session.Replies(now)
	p.at = m.checkin.list.clamped(len(replies))
	for i, r := range replies {
		p.rows = append(p.rows, m.replyRow(i, r, i == p.at.cursor))
	}
	if advice := report.ReplyAdvice(m.session, replies[p.at.cursor]); advice != "" {
		p.tail = lines(wrap(advice, m.layout.text)...)
	} else if c.Topic == session.TopicStep {
		p.tail = m.checkedBelow()
	}
	p.hints = []hint{{"↑↓", "move"}, {locale.Text("Enter"), "answer"}}
	if !c.First() {
		p.hints = append(p.hints, hint{"←", "back"})
	}
	p.hints = append(p.hints, hint{locale.Text("Esc"), m.out(false)})
	return p
}

// checkedAbout is what the question is about: of a step its date and, where there is room, what was to be done.
func (m Model) checkedAbout(p *page, about string) []line {
	out := lines(wrap(about, m.layout.text)...)
	at := m.session.Plan.Item(session.StepRow(m.session.Checking.Step))
	switch {
	case !m.layout.roomy:
		return out
	case at >= 0:
		item := m.session.Plan.Items[at]
		out = append(out, line{text: m.timeOf(newTimeline(session.Plan{Items: []session.Item{item}}, m.cfg.Now(), m.layout.text), item, m.cfg.Now())})
	}
	switch {
	case at >= 0 && m.layout.wide:
		p.margin = m.stacked(report.StepBrief(m.session.Plan.Items[at].Step))
	case at >= 0:
		out = append(out, paint(m.palette.quiet, wrap(locale.Sprintf("First: %s", m.session.Plan.Items[at].Step.First), m.layout.text))...)
	}
	return append(out, line{})
}

// checkedBelow is what is known of the step below the question, where nothing stands beside it.
func (m Model) checkedBelow() []line {
	at := m.session.Plan.Item(session.StepRow(m.session.Checking.Step))
	if at < 0 || !m.layout.roomy || m.layout.wide {
		return nil
	}
	return m.labelled(onlyParts(report.StepBrief(m.session.Plan.Items[at].Step)[1:], nil), m.layout.text)
}

// replyRow is a reply with what the plan makes of it, beside it or under it.
func (m Model) replyRow(i int, r session.Reply, on bool) row {
	name, detail := report.ReplyText(m.session, r, m.cfg.Now())
	const indent = 4
	column := 26
	for _, other := range m.session.Replies(m.cfg.Now()) {
		name, _ := report.ReplyText(m.session, other, m.cfg.Now())
		column = max(column, lipgloss.Width(name)+len("  "))
	}
	if m.layout.roomy {
		name = pad(name, column)
	} else if detail != "" {
		name += ", "
	}
	out := row{apart: i == 0}
	if indent+lipgloss.Width(name)+lipgloss.Width(detail) <= m.layout.list {
		out.lines = []line{m.cursorLine(fmt.Sprint(i+1), "   ", name, m.palette.quiet.Render(detail), on)}
		return out
	}
	out.lines = []line{m.cursorLine(fmt.Sprint(i+1), "   ", strings.TrimRight(name, ", "), "", on),
		{text: strings.Repeat(" ", indent) + m.palette.quiet.Render(cut(detail, m.layout.list-indent))}}
	return out
}
