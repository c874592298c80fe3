package tui

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// plan is what the person has taken on: steps, a mentor, a framework and a date to check in. They are
// one kind of row; Enter edits it in place.
type plan struct {
	cursor  int
	writing bool
	field   field
}

// The rows after the steps.
const (
	planMentor = iota
	planFramework
	planCheckIn
	planRows
)

func (m Model) openPlan() Model {
	m.on = onPlan
	m.plan.cursor, m.plan.writing = 0, false
	for i, item := range m.desk.Plan.Items {
		if item.Done == nil {
			m.plan.cursor = i
			break
		}
	}
	return m
}

// savePlan keeps a plan before it is shown.
func (m Model) savePlan(p session.Plan) Model {
	d, err := m.desk.SavePlan(p)
	if err != nil {
		return m.fail("Not saved", err)
	}
	return m.sit(d, m.sitting.Assessment)
}

// toPlan takes a step on, or lets it go again.
func (m Model) toPlan(s *stages.Step) Model {
	had := m.desk.Plan.Has(s.ID)
	m = m.savePlan(m.desk.Plan.Toggle(*s, m.desk.Now()))
	if m.sentence != (line{}) {
		return m // it could not be saved
	}
	return m.say(report.Toggled(had, m.desk.Plan.Has(s.ID)))
}

func (m Model) planKey(k string) Model {
	items := len(m.desk.Plan.Items)
	switch k {
	case "esc":
		return m.goHome()
	case "left":
		if m.record != nil {
			m = m.openResult()
			m.result.leaf = leafNext
		}
		return m
	case "space":
		if m.plan.cursor < items {
			m = m.savePlan(m.desk.Plan.Tick(m.plan.cursor, m.desk.Now()))
			if m.desk.Plan.Items[m.plan.cursor].Done != nil && m.sentence == (line{}) {
				return m.say("Done. Enter notes what came of it, and who saw it.")
			}
		}
		return m
	}
	cursor, chosen := listKey(k, m.plan.cursor, items+planRows)
	m.plan.cursor = cursor
	switch {
	case !chosen:
	case cursor == items+planCheckIn:
		return m.checkIn()
	default:
		m.plan.writing, m.plan.field = true, newField(2, m.planText(), m.sheet.text)
	}
	return m
}

// planText is what stands in the row under the cursor.
func (m Model) planText() string {
	p, items := m.desk.Plan, len(m.desk.Plan.Items)
	switch m.plan.cursor - items {
	case planMentor:
		return p.Mentor
	case planFramework:
		return p.Framework
	}
	return p.Items[m.plan.cursor].Evidence
}

// checkIn goes through the dates at which one may look at the plan again.
func (m Model) checkIn() Model {
	p, now := m.desk.Plan, m.desk.Now()
	weeks := session.CheckInWeeks
	next := 0
	for i, w := range weeks {
		if p.CheckIn != nil && sameDay(*p.CheckIn, now.AddDate(0, 0, 7*w)) {
			next = i + 1
		}
	}
	if next == len(weeks) {
		p.CheckIn = nil
		return m.savePlan(p)
	}
	at := now.AddDate(0, 0, 7*weeks[next])
	p.CheckIn = &at
	return m.savePlan(p)
}

func sameDay(a, b time.Time) bool { return a.Format(time.DateOnly) == b.Format(time.DateOnly) }

// planFieldKey takes a key while one writes.
func (m Model) planFieldKey(msg tea.KeyPressMsg, k string) Model {
	switch k {
	case "esc":
		m.plan.writing = false
	case "enter":
		p, text := m.desk.Plan, m.plan.field.text()
		switch at := m.plan.cursor - len(p.Items); at {
		case planMentor:
			p.Mentor = text
		case planFramework:
			p.Framework = text
		default:
			p = p.Note(m.plan.cursor, text)
		}
		m.plan.writing = false
		return m.savePlan(p)
	default:
		m.plan.field.update(msg)
	}
	return m
}

func (m Model) planPage() page {
	p := page{place: "Your plan", fact: report.PlanFact(m.desk.Plan), cursor: m.plan.cursor,
		hints: []hint{{"↑↓", "move"}, {"Space", "tick"}, {"Enter", "note or date"}}}
	if m.record != nil {
		p.hints = append(p.hints, hint{"←", "next steps"})
	}
	p.hints = append(p.hints, hint{"Esc", "home"})
	if m.plan.writing {
		return m.planFieldPage(p)
	}
	if len(m.desk.Plan.Items) == 0 {
		p.head = lines(wrap("Nothing in your plan yet. Steps come from a result; Space puts one here.", m.sheet.text)...)
	}
	for i, item := range m.desk.Plan.Items {
		r := m.planItem(i, item)
		r.loose = true
		p.rows = append(p.rows, r)
	}
	for i, c := range report.Company(m.desk.Plan, m.desk.Now()) {
		at := len(m.desk.Plan.Items) + i
		key := fmt.Sprint(at + 1)
		if at >= 8 {
			key = " "
		}
		r := row{apart: i == 0, lines: []line{m.cursorLine(key, "   ", pad(c.Name, 12), "  "+m.inks.quiet.Render(pad(c.Detail, m.sheet.list-18)), at == m.plan.cursor)}}
		p.rows = append(p.rows, r)
	}
	if m.sheet.wide && m.plan.cursor < len(m.desk.Plan.Items) {
		p.margin = m.stepBeside(m.desk.Plan.Items[m.plan.cursor].Step)
	}
	p.tail = m.guide()
	return p
}

func (m Model) planItem(i int, item session.Item) row {
	on, mark, when := i == m.plan.cursor, markOpen, "by "+report.Day(item.Due())
	if item.Done != nil {
		mark, when = markTicked, "done on "+report.Day(*item.Done)
	}
	r := m.cardRow(i, card{mark: mark, title: item.Step.Title, about: m.inks.quiet.Render(when)}, on)
	under := ""
	switch {
	case item.Evidence != "":
		under = fmt.Sprintf("\"%s\"", item.Evidence)
	case item.Done == nil && on:
		under = "This week: " + item.Step.First
	}
	if under != "" {
		for _, t := range wrap(under, m.sheet.text-4) {
			r.lines = append(r.lines, line{text: "    " + m.inks.quiet.Render(t)})
		}
	}
	if !m.sheet.roomy && on {
		r.lines = append(r.lines, line{text: "    " + m.inks.quiet.Render(when)})
	}
	return r
}

// guide is what the content says of the mentor, framework or date under the cursor.
func (m Model) guide() []line {
	p := m.desk.Plan
	at := m.plan.cursor - len(p.Items)
	if at < 0 {
		return nil
	}
	has := []bool{p.Mentor != "", p.Framework != "", p.CheckIn != nil}[at]
	id := report.Company(p, m.desk.Now())[at].Deed
	text := report.Guidance(m.desk.Bank.Catalog(), string(id), has)
	if text == "" {
		return nil
	}
	return lines(wrap(text, m.sheet.text)...)
}

func (m Model) planFieldPage(p page) page {
	titles := map[int]string{planMentor: "Your mentor, and when you next talk", planFramework: "The ladder or framework you use"}
	title, ok := titles[m.plan.cursor-len(m.desk.Plan.Items)]
	if !ok {
		title = "What came of it, and who saw it?"
	}
	p.cursor = -1
	p.head = paint(m.inks.focal, wrap(title, m.sheet.text))
	p.rows = []row{{apart: true, lines: m.fieldLines(m.plan.field)}}
	p.hints = []hint{{"Enter", "keep"}, {"Esc", "cancel"}}
	return p
}

// stepBeside is a step in the margin of a wide sheet.
func (m Model) stepBeside(s stages.Step) []line {
	var out []line
	for _, part := range [][2]string{{"This week", s.First}, {"With", s.With}, {"Leaves", s.Leaves}, {"It worked", s.Worked}} {
		out = append(out, line{text: m.inks.quiet.Render(part[0])})
		out = append(out, lines(wrap(part[1], marginWidth)...)...)
		out = append(out, line{})
	}
	return out
}
