package tui

import (
	"slices"

	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
)

// planPageRows are the rows of the plan with the cursor on one of them.
func (m Model) planPageRows(on int, t timing) []row {
	var out []row
	items, all := m.session.Plan.Items, m.planRows()
	for i, item := range items {
		out = append(out, m.planItem(i, item, i == on, t))
	}
	for at := len(items); at < len(all); at++ {
		out = append(out, m.planExtra(all[at], at, at == on, at == len(items)))
	}
	return out
}

// planItem is the row of a step, with when it is due beside its title or its line of time, and the rest under it.
func (m Model) planItem(i int, item session.Item, on bool, t timing) row {
	mark, late := markOpen, item.Overdue(m.cfg.Now())
	if item.Done != nil {
		mark = markTicked
	}
	when, about, fits := m.planAbout(item, t)
	r := m.cardRow(i, card{key: planDigit(i), mark: mark, title: m.planTitle(item, about, on), about: about}, on, on && !m.layout.roomy)
	r.loose, r.air = true, on && i > 0 && !m.layout.roomy
	r.apart = i > 0 && m.plan.whole && m.layout.roomy // the others are hidden for it, not the air
	if late && !on {
		r.lines[0].gutter = markLook
	}
	var under []line
	if item.Done == nil || on || m.layout.roomy { // else it's folded
		under = m.indented(m.underItem(item, when, fits, on), 4)
	}
	shows := item.Done == nil && on && (item.Evidence == "" || m.layout.roomy) && !m.layout.wide
	r.lines = slices.Concat(r.lines, m.planTime(item, t, on, len(under) > 0 || shows), under)
	if shows {
		left := m.layout.room(page{}) - len(m.layout.air()) - len(r.lines) - 1 // where the row has the screen over the count
		r.lines = append(r.lines, m.thisWeek(item, left)...)
	}
	return r
}

// planTitle is the title of a step beside what stands at the end of its row. Of those that the cursor isn't on, what's to be done
// stands out.
func (m Model) planTitle(item session.Item, about string, on bool) string {
	title := item.Step.Title
	if !m.layout.roomy && !on {
		title = beforeColon(title, m.layout.text-4)
	}
	if item.Done != nil && !on {
		title = m.palette.quiet.Render(cut(title, m.layout.list-4-lipgloss.Width(about)-len("  ")))
	}
	return title
}

// planAbout is when a step is due, as [Model.planWhen] says it, and as it stands beside the title, unless its line of time has it.
func (m Model) planAbout(item session.Item, t timing) (when, about string, beside bool) {
	when, beside = m.planWhen(item)
	switch {
	case t.all && item.Done == nil:
		return when, "", true
	case !beside:
	case item.Overdue(m.cfg.Now()):
		about = when
	default:
		about = m.palette.quiet.Render(when)
	}
	return when, about, beside
}

// underItem is what stands under the title of a step: when it is due, where that has no room beside it, and what was noted.
func (m Model) underItem(item session.Item, when string, fits, on bool) []string {
	var under []string
	if late := item.Overdue(m.cfg.Now()); !fits && (m.layout.roomy || on || late || item.Evidence != "") {
		if on && item.Done == nil && !m.layout.roomy {
			when = "← " + when + " →"
		}
		under = append(under, when)
	}
	if item.Evidence != "" {
		under = append(under, wrap(locale.Sprintf("\"%s\"", item.Evidence), m.layout.text-4)...)
	}
	return under
}

// thisWeek is what to do for a step. Tab shows the rest of the step as well, in parts that stand apart where so many lines have room for
// that. A wide layout has it beside the list.
func (m Model) thisWeek(item session.Item, room int) []line {
	const indent = "    "
	width := m.layout.text - len(indent)
	brief := onlyParts(report.StepBrief(item.Step), nil)
	column := labelColumn(brief, labelWidth, width/2) // the same, folded and unfolded
	if !m.plan.whole {
		brief = brief[:1]
	}
	out := m.airedBy(brief, width, column)
	switch {
	case !m.layout.roomy:
		out = m.thisWeekInLine(item, width)
	case len(out) > room:
		out = withoutBlanks(out)
	}
	for i := range out {
		if !out[i].empty() {
			out[i].text = indent + out[i].text
		}
	}
	return out
}

// thisWeekInLine is what to do for a step, with no column for a label: its beginning, so that other rows are in sight, until Tab shows
// all of it, and the rest of the step.
func (m Model) thisWeekInLine(item session.Item, width int) []line {
	const few, most = 2, 3
	texts := wrap(locale.Sprintf("This week: %s", item.Step.First), width)
	switch first := wrap(locale.Sprintf("This week: %s", report.FirstSentence(item.Step.First)), width); {
	case m.plan.whole:
		for _, p := range onlyParts(report.StepBrief(item.Step)[1:], nil) {
			texts = append(texts, wrap(p.Label+": "+p.Text, width)...)
		}
	case len(first) <= most:
		texts = first
	default:
		texts = shortened(texts, width, few)
	}
	return lines(texts...)
}

// planWhen is when a step is due, in as many words as there is room for beside its title, and whether there is.
func (m Model) planWhen(item session.Item) (when string, beside bool) {
	when, short := report.PlanItemWhen(item, m.cfg.Now()), report.PlanItemFact(item)
	if item.Overdue(m.cfg.Now()) {
		short = when
	}
	if !m.layout.roomy {
		return short, false
	}
	room := m.layout.list - 4 - lipgloss.Width(item.Step.Title) - len("  ")
	switch {
	case lipgloss.Width(when) <= room:
		return when, true
	case lipgloss.Width(short) <= room:
		return short, true
	}
	return when, false
}

// planColumn is how wide the names of the rows after the steps are.
func (m Model) planColumn() int {
	column := 12
	for _, row := range []session.PlanRow{session.Mentor, session.Framework, session.CheckIn} {
		name, _ := report.PlanExtra(m.session.Plan, row, m.cfg.Now())
		column = max(column, min(lipgloss.Width(name), m.layout.list/2))
	}
	return column
}

// notPlanned is how many of the steps that the result advises aren't in the plan.
func (m Model) notPlanned() int {
	n := 0
	for _, a := range m.session.Last()[m.session.Assessment].Advised() {
		if !m.session.Plan.Has(a.Step) {
			n++
		}
	}
	return n
}

// planDigit is the key that chooses a row of the plan, where 9 removes a step.
func planDigit(i int) string {
	if key := digitOf(i); key != "9" {
		return key
	}
	return " "
}

// planExtra is a row after the steps.
func (m Model) planExtra(extra session.PlanRow, at int, on, first bool) row {
	key := planDigit(at)
	name, text := report.PlanExtra(m.session.Plan, extra, m.cfg.Now())
	width := m.layout.list - 6 - m.planColumn()
	switch n := m.notPlanned(); {
	case extra == takeOutRow:
		key, name, text = "9", locale.Text("Remove"), beforeColon(m.session.Plan.Items[m.planStep()].Step.Title, width)
	case extra == moreRow && n > 0 && m.layout.roomy:
		name, text = locale.Text("More steps"), locale.Plural(n, "one more from your result", "%s more from your result", report.Number(n))
	case extra == moreRow:
		name, text = locale.Text("More steps"), locale.Text("from your result")
	case !m.layout.roomy && m.session.Plan.Text(extra) == "" && extra != session.CheckIn:
		text = locale.Text("none yet")
	}
	return row{apart: first || extra == moreRow, air: first && !m.layout.roomy, lines: []line{m.cursorLine(key, "   ", pad(name, m.planColumn()),
		"  "+m.palette.quiet.Render(cut(text, width)), on)}}
}
