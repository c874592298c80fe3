package tui

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// homeResult is the dashboard of someone who comes back: where they are, what moved, and what is due, where the groups of it stay
// apart; and what it comes down to where there is less room.
func (m Model) homeResult(last session.Result) (rich, plain [][]line) {
	short := paint(m.palette.focal, wrap(report.Short(&last.Snapshot, last.Placement), m.layout.text))
	path, air := m.path(last.Placement), []line{{}}
	if !m.layout.roomy {
		hello := m.welcome()
		if last.Placement.Certainty() == stages.Unclear { // the words are long, and the rows need the room
			return nil, [][]line{slices.Concat(hello, short)}
		}
		marks, next := path[1:], m.nextLine()
		return nil, [][]line{slices.Concat(hello, short, path, next), slices.Concat(hello, short, marks, next), slices.Concat(hello, short, path),
			slices.Concat(hello, short, marks), slices.Concat(short, marks), short}
	}
	hello, names := m.welcome(), m.pathNames(&last.Snapshot, last.Placement)
	brief := slices.Concat(hello, short)
	if held := report.Held(last); held != "" {
		short = append(short, paint(m.palette.quiet, wrap(held, m.layout.text))...)
	}
	whole := slices.Concat(hello, short, air, path, names)
	plain = [][]line{whole, slices.Concat(brief, air, path, names), slices.Concat(brief, air, path),
		slices.Concat(brief, path), brief, brief[len(hello):]}
	if m.layout.wide { // the pane says the rest
		return [][]line{whole}, plain
	}
	week := m.homeWeek()
	told := func(parts []report.Part) []line { // below the second level of the path
		parts = onlyParts(parts, nil)
		return m.labelledBy(parts, m.layout.text, labelColumn(parts, max(labelWidth, m.pathColumns(last.Placement.Levels())[1]), m.layout.text/2))
	}
	if below := told(week); len(below) > 0 {
		plain = append([][]line{slices.Concat(whole, air, below)}, plain...)
	}
	both := append([]report.Part{{Label: locale.Text("Strands"), Text: report.StrandLevels(last)}}, week...)
	for _, parts := range [][]report.Part{both, week} {
		if below := told(parts); len(below) > 0 {
			rich = append(rich, slices.Concat(whole, air, below))
		}
	}
	return append(rich, whole), plain
}

// choiceOver is a row of a small layout with its detail below it or, where that's longer than a line, from beside its name on.
func (m Model) choiceOver(i int, name, detail string, on bool) row {
	width, rest := m.layout.list-3, ""
	under := []string{detail}
	if lipgloss.Width(detail) > width {
		texts := shortened(wrap(name+": "+detail, width), width, 2)
		rest, under = m.palette.quiet.Render(strings.TrimPrefix(texts[0], name)), texts[1:]
	}
	out := row{lines: append([]line{m.cursorLine(digitOf(i), "  ", name, rest, on)}, m.indented(under, 3)...)}
	out.lines[1].on = on
	return out
}

// nextTitle is the title of the step to do next, unless a row of its own says it or a check-in will ask about it; "" where there's none.
func (m Model) nextTitle() string {
	now := m.cfg.Now()
	advised := m.session.Last()[stages.Stages].Advised()
	switch next := m.session.Plan.First(); {
	case m.session.Plan.CheckInDue(now), m.session.Plan.NextDue(now) != nil:
	case next != nil:
		return next.Step.Title
	case len(advised) > 0:
		return advised[0].Words.Title
	}
	return ""
}

// nextLine is the step to do next in a line of a small layout, unless the row of the plan has room for it; none where there's none.
func (m Model) nextLine() []line {
	title, room := m.nextTitle(), m.layout.list-len("1  ")-m.choiceColumn()
	if title == "" || lipgloss.Width(beforeColon(title, room)) <= room {
		return nil
	}
	next := locale.Sprintf("Next: %s", "")
	room = m.layout.list - lipgloss.Width(next)
	return []line{{text: m.palette.quiet.Render(next + cut(beforeColon(title, room), room))}}
}

// choiceBrief is what a small layout says of a choice: of the plan the step to do next, where there's room for that. A fragment says
// nothing.
func (m Model) choiceBrief(c session.Choice, room int) string {
	brief := report.ChoiceBrief(m.session, c, m.cfg.Now())
	if next := beforeColon(m.nextTitle(), room); c == session.ChoosePlan && next != "" && lipgloss.Width(next) <= room {
		brief = next
	}
	if lipgloss.Width(brief) > room {
		return ""
	}
	return brief
}

// homeWeek is what to do this week, unless a check-in will ask about it; else what comes next in the plan, where its row says
// something else.
func (m Model) homeWeek() []report.Part {
	due, next := m.session.Plan.NextDue(m.cfg.Now()), m.session.Plan.First()
	switch {
	case m.session.Plan.CheckInDue(m.cfg.Now()):
	case due != nil:
		return []report.Part{{Label: locale.Text("This week"), Text: due.Step.First}}
	case next != nil && m.session.Plan.CheckIn != nil:
		return []report.Part{{Label: locale.Text("Next step"), Text: next.Step.Title}}
	}
	return nil
}

// welcome greets someone whose last result is long ago; none for others.
func (m Model) welcome() []line {
	hello := report.WelcomeBack(m.session, m.cfg.Now())
	if !m.layout.roomy {
		hello = report.WelcomeBackShort(m.session, m.cfg.Now())
	}
	if hello == "" {
		return nil
	}
	return lines(wrap(hello, m.layout.text)...)
}
