package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
)

// plan is what the person has taken on: steps, a mentor, a framework and a date to check in. They are
// one kind of row; Enter edits it in place.
type plan struct {
	list  list
	field field
	noted noted           // the note in the field
	whole bool            // the row of a step holds all of it
	last  session.PlanRow // the step that the cursor was on last, which 9 takes out
	sure  session.PlanRow // the step that 9 has asked about, since it holds something of the person's
}

// The rows after those of the plan.
const (
	takeOutRow session.PlanRow = "take out"
	moreRow    session.PlanRow = "more steps"
)

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

// planRows are the rows of the plan, and those that lead out of it.
func (m Model) planRows() []session.PlanRow {
	rows := m.session.Plan.Rows()
	if _, placed := m.session.Results[m.session.Assessment]; placed {
		rows = append(rows, moreRow)
	}
	if len(m.session.Plan.Items) > 0 {
		rows = append(rows, takeOutRow)
	}
	return rows
}

// onRow is the plan with the cursor on a row.
func (m Model) onRow(row session.PlanRow) Model {
	if at := slices.Index(m.session.Plan.Rows(), row); at >= 0 {
		m.plan.list.cursor = at
	}
	return m
}

// planRow is the row under the cursor.
func (m Model) planRow() session.PlanRow {
	rows := m.planRows()
	return rows[max(0, m.plan.list.clamped(len(rows)).cursor)]
}

// planStep is the step under the cursor, else the one it was on last: its place, or −1 where there is none.
func (m Model) planStep() int {
	if i := m.session.Plan.Item(m.planRow()); i >= 0 {
		return i
	}
	return max(m.session.Plan.Item(m.plan.last), min(0, len(m.session.Plan.Items)-1))
}

func (m Model) planKey(k string) Model {
	row := m.planRow()
	sure := m.plan.sure
	m.plan.sure = ""
	if m.session.Plan.Item(row) >= 0 {
		m.plan.last = row
	}
	switch k {
	case "esc":
		if m.unfolded(row) {
			m.plan.whole, m.plan.list.scroll = false, 0
			return m
		}
		return m.back()
	case "left", "right":
		return m.moveDate(row, map[string]int{"left": -1, "right": 1}[k])
	case "space":
		return m.finishStep(row)
	case "9":
		return m.takeOut(sure)
	case "tab":
		m.plan.whole = !m.layout.wide && !m.plan.whole
		return m
	}
	at, chosen := m.listKey(m.plan.list, k, m.planPage())
	if m.plan.list, at = at, m.plan.list; k == "up" && m.plan.list.cursor < at.cursor {
		m.plan.list.scroll = m.layout.overflow(m.planPage()) // a row that was folded is come to at its end too
	}
	if !chosen {
		return m
	}
	switch row := m.planRow(); row {
	case session.CheckIn:
		return m.perform(session.StartCheckIn{At: m.cfg.Now()})
	case moreRow:
		return m.push().openResult().toTab(tabNext)
	case takeOutRow:
		return m.takeOut(sure)
	default:
		return m.writePlan(row)
	}
}

// writePlan opens the field of a row.
func (m Model) writePlan(row session.PlanRow) Model {
	m.plan.field, m.plan.noted = newFieldFor(row.Limit(), 2, m.session.PlanText(row), m.layout.text), noted{}
	if i := m.session.Plan.Item(row); i >= 0 {
		m.plan.noted = m.notedFor(report.StepWords(m.session.Plan.Items[i].Step))
	}
	return m
}

// moveDate moves the day of a row by a week, and says where it is now.
func (m Model) moveDate(row session.PlanRow, weeks int) Model {
	was := m.session.Plan
	m = m.perform(session.MoveDate{Row: row, Weeks: weeks, At: m.cfg.Now()})
	when := report.PlanRowWhen(m.session.Plan, row, m.cfg.Now())
	if when == "" || when == report.PlanRowWhen(was, row, m.cfg.Now()) {
		return m
	}
	return m.say(report.Capital(when) + ".")
}

// finishStep ticks a step off, says what has been reached, and asks at once for what came of it.
func (m Model) finishStep(row session.PlanRow) Model {
	m = m.perform(session.TickItem{Row: row, At: m.cfg.Now()})
	i := m.session.Plan.Item(row)
	if i < 0 || m.session.Plan.Items[i].Done == nil || m.sentence.gutter != "" || m.session.ReadOnly {
		return m
	}
	reached, next := report.PlanReached(m.session.Plan, m.cfg.Now())
	if m.layout.roomy {
		reached += " " + next
	}
	return m.writePlan(row).say(reached)
}

// takeOut takes a step out of the plan. One that holds something of the person's is asked about first.
func (m Model) takeOut(sure session.PlanRow) Model {
	i := m.planStep()
	if i < 0 {
		return m
	}
	item, row := m.session.Plan.Items[i], m.session.Plan.Rows()[i]
	if sure != row && !m.session.ReadOnly && (item.Done != nil || m.session.PlanText(row) != "") {
		m.plan.sure = row
		return m.say(report.TakeOutAsk.String() + " " + locale.Text("Press 9 again to confirm."))
	}
	m = m.perform(session.TakeOut{Row: row})
	m.plan.list = list{cursor: m.plan.list.clamped(len(m.planRows())).cursor}
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
	now, rows := m.cfg.Now(), m.planRows()
	p := page{place: locale.Text("Your plan"), fact: report.PlanFactOn(m.session.Plan, now)}
	if late := report.PlanOverdue(m.session.Plan, now); late != "" && !m.layout.roomy {
		p.fact = late
	}
	if m.plan.field.open() {
		return m.planFieldPage(p)
	}
	items := m.session.Plan.Items
	p.at = m.plan.list.clamped(len(rows))
	if len(items) == 0 {
		p.head = lines(wrap(report.EmptyPlan.String()+"\n"+locale.Text("Press Space on a step."), m.layout.text)...)
	}
	p.rows = m.planPageRows(p.at.cursor, m.timing())
	p.margin, p.reads = m.planBeside(rows[p.at.cursor]), true
	if text := report.Guidance(m.session.Bank.Catalog(), m.session.Plan, rows[p.at.cursor]); text != "" {
		p.tail = lines(wrap(text, m.layout.text)...)
	}
	p.hints = m.planHints(p, rows[p.at.cursor])
	if m.layout.roomy && m.unfolded(rows[p.at.cursor]) { // it has the screen
		p.fact, p.uncounted = locale.Sprintf("step %d of %d", p.at.cursor+1, len(items)), true
	}
	return p
}

// planBeside is what a wide layout has beside a row: its step, else the step to do first.
func (m Model) planBeside(row session.PlanRow) []line {
	switch i := m.session.Plan.Item(row); {
	case !m.layout.wide:
		return nil
	case i < 0:
		return m.firstBeside(m.layout.room(page{}))
	default:
		step := m.session.Plan.Items[i].Step
		return m.stepPane(step, append(report.StepBrief(step), report.LastCheckIns(m.session.Plan)))
	}
}

// unfolded reports whether a row holds all of its step, and Esc folds it again.
func (m Model) unfolded(row session.PlanRow) bool {
	i := m.session.Plan.Item(row)
	return m.plan.whole && !m.layout.wide && i >= 0 && m.session.Plan.Items[i].Done == nil
}

// planHints are the keys of a row.
func (m Model) planHints(p page, row session.PlanRow) []hint {
	move, dates, leave := hint{"↑↓", "move"}, hint{"← →", "date"}, hint{locale.Text("Esc"), m.out(m.unfolded(row))}
	if m.layout.overflow(p) > 0 {
		move.does = "scroll"
	}
	switch i := m.session.Plan.Item(row); {
	case i >= 0 && m.session.Plan.Items[i].Done != nil:
		return []hint{{"↑↓", "move"}, {locale.Text("Space"), "not done"}, {locale.Text("Enter"), "note"}, leave}
	case i >= 0 && !m.layout.roomy && m.plan.whole: // the dates are beside the row's
		return []hint{move, {locale.Text("Space"), "done"}, leave}
	case i >= 0 && !m.layout.roomy:
		return []hint{{locale.Text("Space"), "done"}, {locale.Text("Tab"), "all of it"}, leave}
	case i >= 0 && !m.layout.wide && !m.plan.whole:
		return []hint{move, {locale.Text("Space"), "done"}, {locale.Text("Enter"), "note"}, dates, {locale.Text("Tab"), "all of it"}, leave}
	case i >= 0:
		return []hint{move, {locale.Text("Space"), "done"}, {locale.Text("Enter"), "note"}, dates, leave}
	case row == session.CheckIn:
		return []hint{{"↑↓", "move"}, {locale.Text("Enter"), "check in"}, dates, leave}
	case row == session.Mentor && m.session.Plan.Mentor != "":
		return []hint{{"↑↓", "move"}, {locale.Text("Enter"), "write"}, {"← →", "next talk"}, leave}
	case row == moreRow || row == takeOutRow:
		return []hint{{"↑↓", "move"}, {locale.Text("Enter"), "choose"}, leave}
	}
	return []hint{{"↑↓", "move"}, {locale.Text("Enter"), "write"}, leave}
}

// planFieldPage is a field with what it is for: of a step its title, its date and its first action.
func (m Model) planFieldPage(p page) page {
	at := m.planRow()
	p.at = nowhere
	p.hints = slices.Concat([]hint{{locale.Text("Enter"), "save"}}, notedHint(m.plan.noted), []hint{{locale.Text("Esc"), "back"}})
	p.rows = append([]row{m.fieldRow(m.plan.field)}, m.notedRow(m.plan.noted, m.plan.field.text())...)
	p.margin = m.planBeside(at)
	ask := paint(m.palette.focal, wrap(report.PlanAsk(at), m.layout.text))
	i := m.session.Plan.Item(at)
	if i < 0 {
		p.head = ask
		return p
	}
	item := m.session.Plan.Items[i]
	title := item.Step.Title
	if !m.layout.roomy {
		title = cut(beforeColon(title, m.layout.text), m.layout.text)
	}
	head := lines(wrap(title, m.layout.text)...)
	when := []line{{text: m.palette.quiet.Render(report.Capital(report.PlanItemWhen(item, m.cfg.Now())) + ".")}}
	if m.layout.roomy && item.Done == nil {
		when = []line{m.ownTime(item, m.layout.text)}
	}
	first := paint(m.palette.quiet, wrap(locale.Sprintf("First: %s", item.Step.First), m.layout.text))
	switch {
	case m.layout.wide: // which has it beside it
		first = nil
	case m.layout.roomy:
		first = slices.Concat([]line{{}}, first)
	default:
		first = first[:min(2, len(first))]
	}
	p.head = slices.Concat(head, when, first, []line{{}}, ask)
	if rest := m.layout.height; !m.layout.roomy && rest < 14 && m.sentence != (line{}) {
		p.head = slices.Concat(head, when, ask)
	}
	return p
}
