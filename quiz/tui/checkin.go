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
		rows := 2
		if m.layout.tall {
			rows = 4
		}
		m.checkin.field = newField(rows, m.session.PlanText(row), m.layout.text)
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
	p := page{place: locale.Text("Check in"), fact: report.CheckInFact(c), head: paint(m.palette.focal, wrap(ask, m.layout.text)),
		progress: float64(c.Asked) / session.MostAsked}
	if about != "" {
		p.head = append(m.checkedAbout(&p, about), p.head...)
	}
	if m.checkin.field.open() {
		p.at = nowhere
		p.head = append(p.head, paint(m.palette.quiet, wrap(locale.Text("A line or two, or leave it empty."), m.layout.text))...)
		p.rows = append([]row{m.fieldRow(m.checkin.field)}, m.notedRow(m.checkin.noted, m.checkin.field.text())...)
		p.tail = m.checkedBelow(p)
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
		p.tail = m.checkedBelow(p)
	} else if c.Step == "" {
		m.besideDates(&p)
	}
	p.hints = []hint{{"↑↓", "move"}, {locale.Text("Enter"), "answer"}}
	if !c.First() {
		p.hints = append(p.hints, hint{"←", "back"})
	}
	p.hints = append(p.hints, hint{locale.Text("Esc"), m.out(false)})
	return p
}

// checkedAbout is what the question is about: of a step its date and, where there is room and nothing to write, what was to be done.
func (m Model) checkedAbout(p *page, about string) []line {
	at := m.session.Plan.Item(session.StepRow(m.session.Checking.Step))
	switch {
	case at < 0 && !m.layout.roomy:
		return lines(wrap(about, m.layout.text)...)
	case at < 0:
		return append(lines(wrap(about, m.layout.text)...), line{})
	}
	item := m.session.Plan.Items[at]
	brief, when := report.StepBrief(item.Step), report.PlanItemWhen(item, m.cfg.Now())
	if !m.layout.roomy {
		return append(lines(cut(item.Step.Title, m.layout.text)), paint(m.palette.quiet, wrap(report.Capital(when)+".", m.layout.text))...)
	}
	out := lines(wrap(item.Step.Title, m.layout.text)...)
	drawn := m.ownTime(item, m.layout.text-lipgloss.Width(when)-len("  "))
	out = append(out, line{text: drawn + "  " + m.palette.quiet.Render(when)}, line{})
	if m.layout.wide {
		p.margin = m.stacked(brief[1:])
	}
	if m.checkin.field.open() {
		return out
	}
	return append(append(out, paint(m.palette.quiet, wrap(locale.Sprintf("This week: %s", item.Step.First), m.layout.text))...), line{})
}

// titled is a title with what is said of it at the end of its line, or under it.
func (m Model) titled(title, about string, width int) []line {
	out := lines(wrap(title, width)...)
	gap := width - lipgloss.Width(title) - lipgloss.Width(about)
	if gap < len("  ") {
		return append(out, paint(m.palette.quiet, wrap(report.Capital(about)+".", width))...)
	}
	out[0].text += strings.Repeat(" ", gap) + m.palette.quiet.Render(about)
	return out
}

// besideDates sets the steps to come with their dates beside a question about another date, or below it.
func (m Model) besideDates(p *page) {
	width, heading := m.layout.list, m.heading([]string{locale.Text("Your plan")})
	if m.layout.wide {
		width = m.layout.pane
	}
	var steps []line
	for _, i := range m.session.Plan.Items {
		if i.Done == nil {
			steps = append(steps, m.titled(i.Step.Title, report.PlanItemWhen(i, m.cfg.Now()), width)...)
		}
	}
	switch {
	case len(steps) == 0 || !m.layout.roomy:
	case m.layout.wide:
		p.margin = slices.Concat(heading, steps)
	default:
		p.tail = slices.Concat(heading, steps)
	}
}

// checkedBelow is what is known of the step below the question, where nothing stands beside it: as much as there is room
// for, how one knows that it worked first of all.
func (m Model) checkedBelow(p page) []line {
	at := m.session.Plan.Item(session.StepRow(m.session.Checking.Step))
	if at < 0 || !m.layout.roomy || m.layout.wide {
		return nil
	}
	parts := onlyParts(report.StepBrief(m.session.Plan.Items[at].Step)[1:], nil)
	for ; len(parts) > 0; parts = parts[1:] {
		for _, first := range []string{parts[0].Text, cut(parts[0].Text, m.layout.text-labelWidth)} {
			parts[0].Text = first
			below := m.labelled(parts, m.layout.text)
			if len(assemble(m.layout.air(), p.head, p.rows, below, false, true)) <= m.layout.room(p) {
				return below
			}
		}
	}
	return nil
}

// replyRow is a reply with what comes of it, beside it or under it. A small layout has what does not fit beside it
// under the row that the cursor is on.
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
	out := row{apart: i == 0, loose: m.layout.wide}
	if indent+lipgloss.Width(name)+lipgloss.Width(detail) <= m.layout.list {
		out.lines = []line{m.cursorLine(fmt.Sprint(i+1), "   ", name, m.palette.quiet.Render(detail), on)}
		return out
	}
	out.lines = []line{m.cursorLine(fmt.Sprint(i+1), "   ", strings.TrimRight(name, ", "), "", on)}
	if m.layout.roomy || on {
		out.lines = append(out.lines, line{text: strings.Repeat(" ", indent) + m.palette.quiet.Render(cut(detail, m.layout.list-indent)), on: on})
	}
	return out
}
