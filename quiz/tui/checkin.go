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
	whole bool  // a small layout shows the step instead
	text  list  // and what is scrolled of it
}

func (m Model) openCheckIn() Model {
	m.on, m.checkin = onCheckIn, checkin{text: nowhere}
	if c := m.session.Checking; c.Topic == session.TopicEvidence {
		row := session.StepRow(c.Step)
		m.checkin.field = newFieldFor(row.Limit(), m.layout.writing(), m.session.PlanText(row), m.layout.text)
		m.checkin.noted = m.notedFor(report.StepWords(m.session.Plan.Items[m.session.Plan.Item(row)].Step))
	}
	return m
}

// writing is how many rows there are to write in.
func (l layout) writing() int {
	const high = 30
	switch {
	case l.wide && l.height >= high:
		return 8
	case l.tall || !l.roomy:
		return 4
	}
	return 2
}

func (m Model) checkInKey(k string) Model {
	if m.checkin.whole && !m.layout.roomy {
		return m.checkedStepKey(k)
	}
	switch k {
	case "esc":
		return m.perform(session.LeaveCheckIn{})
	case "tab":
		m.checkin.whole = !m.layout.roomy && m.session.Checking.Step != ""
		return m
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
		progress: m.checkedSoFar()}
	if m.checkin.whole && !m.layout.roomy {
		return m.checkedStepPage(p)
	}
	if about != "" {
		p.head = append(m.checkedAbout(&p, about), p.head...)
	}
	if m.checkin.field.open() {
		p.at = nowhere
		p.head = append(p.head, paint(m.palette.quiet, wrap(locale.Text("A sentence or two, or leave it empty."), m.layout.text))...)
		p.rows = append([]row{m.fieldRow(m.checkin.field)}, m.notedRow(m.checkin.noted, m.checkin.field.text())...)
		p.tail = m.checkedBelow(p)
		p.hints = slices.Concat([]hint{{locale.Text("Enter"), "save"}, {locale.Text("Ctrl+J"), "new line"}}, notedHint(m.checkin.noted), []hint{{locale.Text("Esc"), "back"}})
		return p
	}
	replies := m.session.Replies(now)
	p.at, p.aired = m.checkin.list.clamped(len(replies)), true
	for i, r := range replies {
		p.rows = append(p.rows, m.replyRow(i, r, i == p.at.cursor))
	}
	if advice := report.ReplyAdvice(m.session, replies[p.at.cursor]); advice != "" {
		p.tail = lines(wrap(advice, m.layout.text)...)
	} else if c.Step != "" {
		p.tail = m.checkedBelow(p)
	} else if c.Step == "" {
		m.besideDates(&p)
	}
	p.hints = []hint{{"↑↓", "move"}, {locale.Text("Enter"), "answer"}}
	if c.Step != "" && !m.layout.roomy {
		p.hints = append(p.hints, hint{locale.Text("Tab"), "the step"})
	}
	if !c.First() {
		p.hints = append(p.hints, hint{"←", "back"})
	}
	p.hints = append(p.hints, hint{locale.Text("Esc"), m.out(false)})
	return p
}

// checkedSoFar is how far a check-in is, from 0 to 1.
func (m Model) checkedSoFar() float64 {
	return float64(m.session.Checking.Asked) / session.MostAsked
}

// checked is the step that the check-in asks about; none, where it's about something else.
func (m Model) checked() (session.Item, bool) {
	at := m.session.Plan.Item(session.StepRow(m.session.Checking.Step))
	if at < 0 {
		return session.Item{}, false
	}
	return m.session.Plan.Items[at], true
}

// checkedStepKey takes a key where a small layout shows the step.
func (m Model) checkedStepKey(k string) Model {
	switch k {
	case "esc", "tab", "enter":
		m.checkin.whole = false
		return m
	}
	m.checkin.text = m.textKey(m.checkin.text, k, m.checkInPage())
	return m
}

// checkedStepPage is the step that the check-in asks about, on a small layout.
func (m Model) checkedStepPage(p page) page {
	item, _ := m.checked()
	p.head = paint(m.palette.focal, wrap(item.Step.Title, m.layout.text))
	p.at, p.rows = m.checkin.text, partRows(m.labelled(onlyParts(report.StepBrief(item.Step), nil), m.layout.text))
	for i := range p.rows {
		p.rows[i].air = p.rows[i].part
	}
	p.hints = append(m.layout.scrollHint(p), hint{locale.Text("Esc"), "close"})
	return p
}

// checkedAbout is what the question is about: of a step its date, with the rest of it beside it where that's wide.
func (m Model) checkedAbout(p *page, about string) []line {
	item, isStep := m.checked()
	if !isStep {
		return append(lines(wrap(about, m.layout.text)...), line{})
	}
	if !m.layout.roomy {
		when := report.PlanItemWhen(item, m.cfg.Now())
		if !item.Overdue(m.cfg.Now()) {
			when = report.PlanItemFact(item)
		}
		told := wrap(item.Step.Title+m.palette.quiet.Render(", "+when), m.layout.text)
		return append(lines(shortened(told, m.layout.text, 2)...), line{})
	}
	if m.layout.wide {
		p.margin = m.stacked(report.StepBrief(item.Step))
	}
	return append(lines(wrap(item.Step.Title, m.layout.text)...), m.ownTime(item, m.layout.text), line{})
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
// for, how one knows that it worked first of all, and what was to be done where there's nothing to write.
func (m Model) checkedBelow(p page) []line {
	item, isStep := m.checked()
	if !isStep || !m.layout.roomy || m.layout.wide {
		return nil
	}
	brief := report.StepBrief(item.Step)
	this, with, have, know := brief[0], brief[1], brief[2], brief[3]
	tries := [][]report.Part{brief, {this, have, know}, {this, know}, {have, know}, {know}}
	if m.checkin.field.open() {
		tries = [][]report.Part{{with, have, know}, {have, know}, {know}}
	}
	for _, parts := range tries {
		below := m.labelled(onlyParts(parts, nil), m.layout.text)
		if height(m.layout.air(), p.head, p.rows, below, false, true) <= m.layout.room(p) {
			return below
		}
	}
	return nil
}

// replyRow is a reply with what comes of it in a column beside it. A small layout has it behind the reply, in brief where
// there's no room for all of it, and that under the row that the cursor is on.
func (m Model) replyRow(i int, r session.Reply, on bool) row {
	name, detail := report.ReplyText(m.session, r, m.cfg.Now())
	out := row{apart: i == 0, air: i == 0 && !m.layout.roomy, loose: m.layout.wide}
	if m.layout.roomy {
		out.lines = m.replyLines(i, name, detail, on)
		return out
	}
	const indent = 4
	beside := func(detail string) bool {
		return detail != "" && indent+lipgloss.Width(name+", "+detail) <= m.layout.list
	}
	brief := report.ReplyInBrief(r)
	if !beside(detail) && beside(brief) && r.Swap == nil { // which says as much
		detail = brief
	}
	switch {
	case beside(detail):
		detail = m.palette.quiet.Render(", " + detail)
	case on && detail != "":
		out.lines = []line{m.cursorLine(fmt.Sprint(i+1), "   ", name, "", on)}
		for _, l := range m.indented(wrap(detail, m.layout.list-indent), indent) {
			out.lines = append(out.lines, line{text: l.text, on: true})
		}
		return out
	case beside(brief):
		detail = m.palette.quiet.Render(", " + brief)
	default:
		detail = ""
	}
	out.lines = []line{m.cursorLine(fmt.Sprint(i+1), "   ", name, detail, on)}
	return out
}

// replyLines are a reply, and beside it in a column what comes of it.
func (m Model) replyLines(i int, name, detail string, on bool) []line {
	const indent = 4
	column := 26
	for _, other := range m.session.Replies(m.cfg.Now()) {
		name, _ := report.ReplyText(m.session, other, m.cfg.Now())
		column = max(column, lipgloss.Width(name)+len("  "))
	}
	details := wrap(detail, m.layout.list-indent-column)
	out := []line{m.cursorLine(fmt.Sprint(i+1), "   ", pad(name, column), m.palette.quiet.Render(details[0]), on)}
	for _, l := range m.indented(details[1:], indent+column) {
		out = append(out, line{text: l.text, on: on})
	}
	return out
}
