package tui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

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
	case session.ChooseCheckIn:
		return m.perform(session.StartCheckIn{At: now})
	case session.ChooseDue:
		return m.push().openPlan().onItem(m.session.Plan.NextDue(now))
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
	p := page{place: locale.Text("Waymark"), fact: report.Date(m.cfg.Now()), at: m.start.list,
		hints: []hint{{"↑↓", "move"}, {locale.Text("Enter"), "choose"}, {"?", "keys"}, {locale.Text("Esc"), "quit"}}}
	if !m.onHome() {
		p.place, p.fact = m.title(), ""
	}
	if !m.atRoot() {
		p.hints[3].does = m.out(false)
	}
	var heads [][]line
	last, taken := m.session.Results[m.session.Assessment]
	underway := m.session.Underway(m.session.Assessment)
	switch {
	case underway:
		p.progress, p.open = m.session.HowFar()
		p.head = paint(m.palette.focal, wrap(report.StoppedAt(m.session.Bank, m.session.Attempt(), m.cfg.Now()), m.layout.text))
	case taken && m.onHome():
		m.result.shown = m.export()
		heads = m.homeResult(last)
		p.margin = m.besideHome()
	case taken:
		p.head = paint(m.palette.focal, wrap(report.SurveyHeadline(last), m.layout.text))
	case m.onHome():
		p.fact, p.head, p.broad = "", m.promise(), m.layout.wide
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
		if len(heads) > 1 && len(assemble(m.layout.air(), heads[0], p.rows, nil, true, false)) > m.layout.room(p) { // the groups of rows stay apart
			heads = heads[1:]
		}
		p.head = m.roomiest(p, heads...)
	}
	if len(choices) == 1 {
		p.hints = p.hints[1:]
	}
	if m.onHome() && !taken && !underway {
		m.later(&p)
	}
	if m.layout.roomy {
		m.fillStart(&p, taken, underway)
	}
	return p
}

// promise shows what one gets: the path of someone, marked as an example.
func (m Model) promise() []line {
	promise, example := report.Promise.String(), report.Example(len(m.session.Bank.Catalog().Levels))
	if !m.layout.roomy {
		const narrow = 24
		drawn := m.pathBy(example, narrow/(example.Levels()-1))
		drawn[1].text += m.palette.quiet.Render("  " + report.AnExample.String())
		levels := m.session.Bank.Catalog().Levels
		ends := pad(levels[0].Name, narrow-1) + " " + levels[len(levels)-1].Name
		drawn = append(drawn, line{text: m.palette.quiet.Render(cut(ends, m.layout.list))})
		return append(append(paint(m.palette.focal, wrap(report.PromiseShort.String(), m.layout.text)), line{}), drawn...)
	}
	if m.layout.wide {
		m.layout = m.layout.broad()
	}
	drawn := m.pathSaying(example, map[report.Mark]string{report.MarkYou: m.palette.quiet.Render(report.AnExample.String())})
	head := append(paint(m.palette.focal, wrap(promise, m.layout.text)), line{})
	head = append(append(head, drawn...), m.levelNames(m.session.Bank.Catalog())...)
	if m.layout.wide && m.layout.airy {
		head = append(head, m.levelLines(example.Levels())...)
	}
	return head
}

// levelLines say under a path what each level is.
func (m Model) levelLines(levels int) []line {
	step, columns := m.pathStep(levels), make([][]string, levels)
	for n, l := range report.LevelsInBrief(m.session.Bank.Catalog()) {
		columns[n] = wrap(l.Text, step-2)
	}
	return inColumns(columns, step)
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
	begin.lines = append(begin.lines, m.indented(under, indent)...)
	begin.apart = m.layout.roomy // below the path, whose names have the row else
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
	for _, c := range m.session.Choices(m.cfg.Now()) {
		name, detail := report.ChoiceText(m.session, c, m.cfg.Now())
		column := lipgloss.Width(name) + len(" ")
		if c != session.ChooseDue && detail != "" && column <= width*3/2 && column+lipgloss.Width(detail) < m.layout.list-3 {
			width = max(width, column)
		}
	}
	return width
}

// choiceRow is a row with a digit, a name that has so many columns, and a quiet detail.
func (m Model) choiceRow(i int, c session.Choice, width int, on bool) row {
	name, detail := report.ChoiceText(m.session, c, m.cfg.Now())
	if c == session.ChooseDue {
		return m.dueRow(i, name, detail, on)
	}
	if c == session.ChooseCheckIn {
		return m.checkInRow(i, name, detail, width, on)
	}
	switch fits := lipgloss.Width(detail)+width+1 <= m.layout.list-3 && lipgloss.Width(name) < width; {
	case fits && detail != "":
		name = pad(name, width)
	default:
		detail = ""
	}
	return row{lines: []line{m.cursorLine(fmt.Sprint(i+1), "  ", name, m.palette.quiet.Render(detail), on)}}
}

// checkInRow is the check-in that is due with the step it asks about first, where there's room.
func (m Model) checkInRow(i int, name, about string, width int, on bool) row {
	if !m.layout.roomy {
		return row{lines: []line{m.cursorLine(fmt.Sprint(i+1), "  ", name, "", on)}}
	}
	return row{lines: []line{m.cursorLine(fmt.Sprint(i+1), "  ", pad(name, width), m.palette.quiet.Render(cut(about, m.layout.list-3-width)), on)}}
}

// title is what the assessment is called.
func (m Model) title() string {
	if survey := m.session.Bank.Catalog().Survey(m.session.Assessment); survey != nil {
		return survey.Title
	}
	return m.session.Bank.Catalog().Title
}

// dueRow is the step that is due, cut where it must be so that the day is seen.
func (m Model) dueRow(i int, title, due string, on bool) row {
	room := m.layout.list - 3 - lipgloss.Width(due) - 2
	title = ansi.Truncate(title, room, ellipsis)
	return row{lines: []line{m.cursorLine(fmt.Sprint(i+1), "  ", title, "  "+m.palette.quiet.Render(due), on)}}
}
