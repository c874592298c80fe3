package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"waymark/quiz/report"
	"waymark/quiz/session"
)

// plan is what the person has taken on: steps, a mentor, a framework and a date to check in. They are
// one kind of row; Enter edits it in place.
type plan struct {
	list  list
	field field
}

func (m Model) openPlan() Model {
	m.on, m.plan = onPlan, plan{}
	for i, item := range m.session.Plan.Items {
		if item.Done == nil {
			m.plan.list.cursor = i
			break
		}
	}
	return m
}

// onItem is the plan with the cursor on a step.
func (m Model) onItem(item *session.Item) Model {
	for i := range m.session.Plan.Items {
		if item != nil && m.session.Plan.Items[i].Step.ID == item.Step.ID {
			m.plan.list.cursor = i
		}
	}
	return m
}

// planRow is the row under the cursor.
func (m Model) planRow() session.PlanRow {
	rows := m.session.Plan.Rows()
	return rows[m.plan.list.clamped(len(rows)).cursor]
}

func (m Model) planKey(k string) Model {
	switch k {
	case "esc":
		return m.back()
	case "left":
		if _, placed := m.session.Results[m.session.Assessment]; placed {
			return m.push().openResult().toTab(tabNext)
		}
		return m
	case "space":
		return m.perform(session.TickItem{Row: m.planRow(), At: m.cfg.Now()})
	}
	at, chosen := m.listKey(m.plan.list, k, m.planPage())
	m.plan.list = at
	switch {
	case !chosen:
	case m.planRow() == session.CheckIn:
		return m.perform(session.SetCheckIn{On: m.session.Plan.NextCheckIn(m.cfg.Now())})
	default:
		m.plan.field = newField(2, m.session.PlanText(m.planRow()), m.layout.text)
	}
	return m
}

// planFieldKey takes a key while one writes.
func (m Model) planFieldKey(msg tea.KeyPressMsg, k string) Model {
	text := m.plan.field.text()
	switch k {
	case "esc":
		m.plan.field = field{}
		return m
	case "enter":
		m.plan.field = field{}
		return m.perform(session.WritePlan{Row: m.planRow(), Text: text})
	}
	return m.typed(msg)
}

func (m Model) planPage() page {
	p := page{place: "Your plan", fact: report.PlanFact(m.session.Plan),
		hints: []hint{{"↑↓", "move"}}}
	switch i := m.session.Plan.Item(m.planRow()); {
	case i >= 0 && m.session.Plan.Items[i].Done != nil:
		p.hints = append(p.hints, hint{"Space", "not done"}, hint{"Enter", "note"})
	case i >= 0:
		p.hints = append(p.hints, hint{"Space", "done"}, hint{"Enter", "note"})
	case m.planRow() == session.CheckIn:
		p.hints = append(p.hints, hint{"Enter", "next date"})
	default:
		p.hints = append(p.hints, hint{"Enter", "write"})
	}
	if _, placed := m.session.Results[m.session.Assessment]; placed {
		p.hints = append(p.hints, hint{"←", "next steps"})
	}
	p.hints = append(p.hints, hint{"Esc", m.out(false)})
	if m.plan.field.open() {
		return m.planFieldPage(p)
	}
	items, rows := m.session.Plan.Items, m.session.Plan.Rows()
	p.at = m.plan.list.clamped(len(rows))
	if len(items) == 0 {
		p.head = lines(wrap(report.EmptyPlan+" Press Space on one.", m.layout.text)...)
	}
	for i, item := range items {
		r := m.planItem(i, item, i == p.at.cursor)
		r.loose = true
		p.rows = append(p.rows, r)
	}
	for i, extra := range rows[len(items):] {
		at := len(items) + i
		key := fmt.Sprint(at + 1)
		if at >= 8 {
			key = " "
		}
		name, text := report.PlanExtra(m.session.Plan, extra, m.cfg.Now())
		p.rows = append(p.rows, row{apart: i == 0, lines: []line{m.cursorLine(key, "   ", pad(name, 12),
			"  "+m.palette.quiet.Render(pad(text, m.layout.list-18)), at == p.at.cursor)}})
	}
	if m.layout.wide && p.at.cursor < len(items) {
		p.margin = m.stacked(report.StepBrief(items[p.at.cursor].Step))
	}
	if text := report.Guidance(m.session.Bank.Catalog(), m.session.Plan, rows[p.at.cursor]); text != "" {
		p.tail = lines(wrap(text, m.layout.text)...)
	}
	return p
}

func (m Model) planItem(i int, item session.Item, on bool) row {
	mark, when := markOpen, report.PlanItemFact(item)
	if item.Done != nil {
		mark = markTicked
	}
	r := m.cardRow(i, card{mark: mark, title: item.Step.Title, about: m.palette.quiet.Render(when)}, on, false)
	under := ""
	switch {
	case item.Evidence != "":
		under = fmt.Sprintf("\"%s\"", item.Evidence)
	case item.Done == nil && on:
		under = "This week: " + item.Step.First
	}
	if under != "" {
		for _, t := range wrap(under, m.layout.text-4) {
			r.lines = append(r.lines, line{text: "    " + m.palette.quiet.Render(t)})
		}
	}
	if !m.layout.roomy && on {
		r.lines = append(r.lines, line{text: "    " + m.palette.quiet.Render(when)})
	}
	return r
}

func (m Model) planFieldPage(p page) page {
	p.at = nowhere
	p.head = paint(m.palette.focal, wrap(report.PlanAsk(m.planRow()), m.layout.text))
	p.rows = []row{{apart: true, lines: m.fieldLines(m.plan.field)}}
	p.hints = []hint{{"Enter", "save"}, {"Esc", "back"}}
	return p
}
