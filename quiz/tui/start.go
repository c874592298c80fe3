package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// start is where an assessment starts: home, or the lobby of a survey. It knows whether the person is new,
// has stopped half-way, or comes back.
type start struct {
	list list
	left session.Choice // the row that one went away by
	sure bool           // starting afresh was chosen once and waits for the second time
}

// goHome is where all ways begin: nothing lies behind it.
func (m Model) goHome() Model {
	m.trail = nil
	return m.openStart(m.session.Root())
}

func (m Model) openStart(assessment string) Model {
	m.session = m.session.In(assessment)
	m.on, m.start = onStart, start{list: m.startList("")}
	return m
}

// startList is the cursor on a choice, or where that is gone on the one that a person most likely comes for.
func (m Model) startList(on session.Choice) list {
	if on == "" && len(m.session.Results) == 0 {
		return list{} // someone new
	}
	choices := m.session.Choices(m.cfg.Now())
	row := slices.Index(choices, on)
	if row < 0 {
		row = slices.Index(choices, m.session.First(m.cfg.Now()))
	}
	return list{cursor: max(0, row)}
}

func (m Model) onHome() bool { return m.session.Assessment == stages.Stages }

// isNew reports whether home is that of someone who hasn't begun.
func (m Model) isNew() bool {
	_, taken := m.session.Last()[m.session.Assessment]
	return m.onHome() && !taken && !m.session.Underway(m.session.Assessment)
}

// atRoot reports whether nothing lies before the assessment that the person is in.
func (m Model) atRoot() bool { return m.session.Assessment == m.session.Root() }

func (m Model) startKey(k string) (Model, tea.Cmd) {
	choices := m.session.Choices(m.cfg.Now())
	if k == "esc" {
		switch {
		case m.start.sure:
			m.start.sure = false
			return m, nil
		case m.atRoot():
			return m, tea.Quit
		}
		return m.back(), nil
	}
	at, chosen := m.listKey(m.start.list, k, m.startPage())
	m.start = start{list: at, sure: m.start.sure && at.cursor == m.start.list.cursor}
	if chosen {
		return m.choose(choices[at.cursor]), nil
	}
	return m, nil
}

// choose does what a choice says.
func (m Model) choose(c session.Choice) Model {
	now := m.cfg.Now()
	switch c {
	case session.ChooseBegin, session.ChooseAgain:
		if m.onHome() && !m.session.ReadOnly {
			return m.push().openSetup()
		}
		return m.perform(session.Begin{At: now, Seed: m.cfg.Seed()})
	case session.ChooseGoOn:
		return m.perform(session.Continue{At: now})
	case session.ChooseReview:
		return m.push().openReview("")
	case session.ChooseRestart:
		return m.restart()
	case session.ChooseResult:
		return m.push().openResult()
	case session.ChooseHistory:
		return m.push().openHistory()
	case session.ChoosePlan:
		return m.push().openPlan()
	case session.ChooseCheckIn, session.ChooseOverdue:
		return m.perform(session.StartCheckIn{At: now})
	case session.ChooseDue:
		if due := m.session.Plan.NextDue(now); due != nil {
			return m.push().openPlan().onRow(session.StepRow(due.Step.ID))
		}
		return m.push().openPlan()
	case session.ChooseTalk:
		return m.push().openPlan().onRow(session.Mentor)
	case session.ChooseStrengths:
		return m.push().openStrengths()
	}
	return m.push().openStart(string(c)) // a survey
}

// restart sets the attempt under way aside, once the person has said so twice.
func (m Model) restart() Model {
	if !m.start.sure && !m.session.ReadOnly {
		m.start.sure = true
		return m.say(locale.Text("Press Enter again.") + " " + report.RestartAsk(m.session.Attempt()))
	}
	return m.perform(session.Restart{At: m.cfg.Now(), Seed: m.cfg.Seed()})
}

func (m Model) startPage() page {
	p := page{place: locale.Text("Waymark"), fact: report.Date(m.cfg.Now()), at: m.start.list, aired: true,
		hints: []hint{{"↑↓", "move"}, {locale.Text("Enter"), "choose"}, {"?", "keys"}, {locale.Text("Esc"), "quit"}}}
	if !m.onHome() {
		p.place, p.fact = m.title(), ""
	}
	if !m.atRoot() {
		p.hints[3].does = m.out(false)
	}
	var rich, heads [][]line
	last, taken := m.session.Last()[m.session.Assessment]
	underway := m.session.Underway(m.session.Assessment)
	switch {
	case underway:
		p.progress, p.open = m.session.HowFar()
		stopped := report.StoppedAt(m.session.Bank, m.session.Attempt(), m.cfg.Now())
		if !m.layout.roomy {
			stopped = report.StoppedAtBrief(m.session, m.cfg.Now())
		}
		head := paint(m.palette.focal, wrap(stopped, m.layout.text))
		if heads = [][]line{head}; taken && m.onHome() {
			heads = [][]line{slices.Concat(m.welcome(), head), head}
		}
	case taken && m.onHome():
		m.result.shown = m.export()
		rich, heads = m.homeResult(last)
		p.margin = m.besideHome()
	case taken:
		p.head = paint(m.palette.focal, wrap(report.SurveyHeadline(last), m.layout.text))
	case m.onHome():
		if p.fact, p.head, p.broad = "", m.promise(), m.layout.wide; p.broad {
			m.layout = m.layout.broad()
		}
	default:
		p.head = m.lobbyHead(m.session.Bank.Catalog().Survey(m.session.Assessment).About)
	}
	choices := m.session.Choices(m.cfg.Now())
	p.at = p.at.clamped(len(choices))
	width := m.choiceColumn()
	for i, c := range choices {
		r := m.choiceRow(i, c, width, i == p.at.cursor)
		r.apart, r.loose = i == 0, c == session.Choice(stages.Crossroads)
		p.rows = append(p.rows, r)
	}
	if heads != nil {
		p.head = m.airiest(p, rich, heads)
	}
	if len(choices) == 1 {
		if p.hints = p.hints[1:]; choices[0] == session.ChooseBegin {
			p.hints[0].does = "begin"
		}
	}
	if m.isNew() {
		m.later(&p)
	}
	if m.layout.roomy {
		m.fillStart(&p, taken, underway)
	}
	return p
}

// airiest is the first of the heads that leaves all the blank lines there; else the first of others that there's room for.
func (m Model) airiest(p page, heads, others [][]line) []line {
	for _, head := range heads {
		if height(m.layout.air(), head, p.rows, p.tail, true, false) <= m.layout.room(p) {
			return head
		}
	}
	return m.roomiest(p, others...)
}

// promise shows what one gets: the path of someone, marked as an example.
func (m Model) promise() []line {
	promise, example := report.Promise.String(), report.Example(len(m.session.Bank.Catalog().Levels))
	if !m.layout.roomy {
		const narrow = 24
		drawn := m.pathBy(example, evenly(example.Levels(), narrow/(example.Levels()-1)))
		drawn[1].text += m.palette.quiet.Render("  " + report.AnExample.String())
		levels := m.session.Bank.Catalog().Levels
		first, last := levels[0].Name, levels[len(levels)-1].Name
		end := lipgloss.Width(drawn[0].text) - 1
		if lipgloss.Width(first)+len("  ") <= end && end+lipgloss.Width(last) <= m.layout.text { // its ends, in place of the numbers
			drawn[0].text = m.palette.quiet.Render(pad(first, end) + last)
		}
		return append(append(paint(m.palette.focal, wrap(report.PromiseShort.String(), m.layout.text)), line{}), drawn...)
	}
	said := report.AnExample
	if m.layout.wide {
		m.layout, said = m.layout.broad(), report.YouForExample
	}
	drawn := m.pathSaying(example, map[report.Mark]string{report.MarkYou: m.palette.quiet.Render(said.String())})
	head := append(paint(m.palette.focal, wrap(promise, m.layout.text)), line{})
	if m.layout.wide && m.layout.airy {
		names := m.levelNames(m.session.Bank.Catalog(), m.palette.plain)
		return slices.Concat(head, drawn, names, m.levelLines(example.Levels()))
	}
	return slices.Concat(head, drawn, m.levelNames(m.session.Bank.Catalog(), m.palette.quiet))
}

// levelLines say under a path what each level is, in columns that are all as wide.
func (m Model) levelLines(levels int) []line {
	at, columns := m.pathColumns(levels), make([][]string, levels)
	for n, l := range report.LevelsInBrief(m.session.Bank.Catalog()) {
		width := min(m.layout.list-at[n], m.pathStep(levels)-columnGap)
		for _, t := range wrap(l.Text, width) {
			columns[n] = append(columns[n], m.palette.quiet.Render(t))
		}
	}
	return inColumns(columns, at)
}

// later makes beginning the one act of the page: it says what that costs.
func (m Model) later(p *page) {
	cost, terms := report.Cost.String(), report.Terms.String()
	if !m.layout.roomy {
		cost, terms = report.CostShort.String(), report.TermsShort.String()
	}
	begin, indent := &p.rows[0], 3
	if m.layout.roomy {
		indent += m.choiceColumn()
	}
	costs := wrap(cost, m.layout.list-indent)
	under := slices.Concat(costs, wrap(terms, m.layout.list-indent))
	if m.layout.roomy {
		begin.lines = []line{m.cursorLine("1", "  ", pad(locale.Text("Begin"), m.choiceColumn()), costs[0], p.at.cursor == 0)}
		under = under[1:]
	}
	for _, l := range m.indented(under, indent) {
		l.on = p.at.cursor == 0
		begin.lines = append(begin.lines, l)
	}
	if len(p.rows) > 1 {
		p.rows[1].apart = m.layout.roomy
	}
}

// choiceColumn is how wide the names of the choices are: those of the program, which a survey's may exceed.
func (m Model) choiceColumn() int {
	width := 16
	if m.layout.roomy {
		width = 19
	}
	switch {
	case m.layout.wide && m.isNew(): // below the second level of the path
		m.layout = m.layout.broad()
		width = max(width, m.pathStep(len(m.session.Bank.Catalog().Levels))-len("1  "))
	case m.namesBelow():
		width = lobbyColumn - len("1  ")
	}
	for _, c := range m.session.Choices(m.cfg.Now()) {
		name, detail := report.ChoiceText(m.session, c, m.cfg.Now())
		column := lipgloss.Width(name) + len("  ")
		if !isDue(c) && detail != "" && column <= width*3/2 && column+lipgloss.Width(detail) < m.layout.list-3 {
			width = max(width, column)
		}
	}
	return width
}

// choiceRow is a row with a digit, a name that has so many columns, and a quiet detail.
func (m Model) choiceRow(i int, c session.Choice, width int, on bool) row {
	name, detail := report.ChoiceText(m.session, c, m.cfg.Now())
	if isDue(c) {
		return m.dueRow(i, name, detail, on)
	}
	switch {
	case m.layout.roomy:
	case c == session.ChooseGoOn, c == session.ChooseCheckIn, c == session.ChooseTalk:
		return m.choiceOver(i, name, detail, on)
	default:
		detail = m.choiceBrief(c, m.layout.list-3-width)
	}
	rest := ""
	if detail = cut(detail, m.layout.list-3-width); detail != "" && lipgloss.Width(name) < width {
		rest = strings.Repeat(" ", width-lipgloss.Width(name)) + m.palette.quiet.Render(detail)
	}
	return row{lines: []line{m.cursorLine(digitOf(i), "  ", name, rest, on)}}
}

// title is what the assessment is called.
func (m Model) title() string {
	if survey := m.session.Bank.Catalog().Survey(m.session.Assessment); survey != nil {
		return survey.Title
	}
	return m.session.Bank.Catalog().Title
}

// isDue reports whether a choice is the step that is due.
func isDue(c session.Choice) bool { return c == session.ChooseDue || c == session.ChooseOverdue }

// dueRow is the step that is due, cut where it must be so that the day is seen, which a small layout has below it.
func (m Model) dueRow(i int, title, due string, on bool) row {
	if !m.layout.roomy {
		under := m.indented([]string{due}, 3)
		under[0].on = on
		return row{lines: append([]line{m.cursorLine(digitOf(i), "  ", cut(beforeColon(title, m.layout.list-3), m.layout.list-3), "", on)}, under...)}
	}
	room := m.layout.list - 3 - lipgloss.Width(due) - 2
	title = cut(title, room)
	return row{lines: []line{m.cursorLine(digitOf(i), "  ", title, "  "+m.palette.quiet.Render(due), on)}}
}
