package tui

import (
	"fmt"

	"charm.land/lipgloss/v2"

	tea "charm.land/bubbletea/v2"

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
	return m.openStart(stages.Stages)
}

func (m Model) openStart(assessment string) Model {
	m.session = m.session.In(assessment)
	m.on, m.start = onStart, start{}
	return m
}

func (m Model) onHome() bool { return m.session.Assessment == stages.Stages }

func (m Model) startKey(k string) (Model, tea.Cmd) {
	choices := m.session.Choices()
	if k == "esc" {
		switch {
		case m.start.sure:
			m.start.sure = false
			return m, nil
		case m.onHome():
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
	case session.ChoosePlan:
		return m.push().openPlan()
	case session.ChooseStrengths:
		return m.push().openStrengths()
	}
	return m.push().openStart(string(c)) // a survey
}

// restart sets the attempt under way aside, once the person has said so twice.
func (m Model) restart() Model {
	if !m.start.sure && !m.session.ReadOnly {
		m.start.sure = true
		return m.say("Press Enter again. " + report.RestartAsk(m.session.Attempt()))
	}
	return m.perform(session.Restart{At: m.cfg.Now(), Seed: m.cfg.Seed()})
}

func (m Model) startPage() page {
	p := page{place: "Waymark", fact: report.Date(m.cfg.Now()), at: m.start.list,
		hints: []hint{{"↑↓", "move"}, {"Enter", "choose"}, {"?", "keys"}, {"Esc", "quit"}}}
	if !m.onHome() {
		p.place, p.fact, p.hints[3].does = m.title(), "", m.out(false)
	}
	last, taken := m.session.Results[m.session.Assessment]
	switch {
	case m.session.Underway(m.session.Assessment):
		p.head = paint(m.palette.focal, wrap(report.StoppedAt(m.session.Bank, m.session.Attempt(), m.cfg.Now()), m.layout.text))
	case taken && m.onHome():
		p.head = m.homeResult(last)
	case taken:
		p.head = paint(m.palette.focal, wrap(report.SurveyHeadline(last), m.layout.text))
	case m.onHome():
		p.fact, p.head = "", m.promise()
	default:
		p.head = lines(wrap(m.session.Bank.Catalog().Survey(m.session.Assessment).About, m.layout.text)...)
	}
	choices := m.session.Choices()
	p.at = p.at.clamped(len(choices))
	for i, c := range choices {
		r := m.choiceRow(i, c, i == p.at.cursor)
		r.apart = i == 0
		p.rows = append(p.rows, r)
	}
	if m.layout.wide && m.onHome() {
		p.margin = paint(m.palette.quiet, append([]string{"Saved in"}, wrap(m.cfg.Folder, marginWidth)...))
	}
	return p
}

func (m Model) promise() []line {
	head := append(paint(m.palette.focal, wrap(report.Promise, m.layout.text)), line{})
	about := report.Terms
	if !m.layout.roomy {
		about = report.TermsShort
	}
	head = append(head, lines(wrap(about, m.layout.text)...)...)
	if m.layout.roomy && !m.layout.wide {
		head = append(head, line{})
		head = append(head, paint(m.palette.quiet, wrap("Saved in "+m.cfg.Folder+".", m.layout.text))...)
	}
	return head
}

func (m Model) homeResult(last session.Result) []line {
	head := paint(m.palette.focal, wrap(report.Short(&last.Snapshot, last.Placement), m.layout.text))
	if m.layout.roomy {
		head = append(head, line{})
	}
	return append(head, m.path(last.Placement)...)
}

// choiceRow is a row with a digit, a name and a quiet detail.
func (m Model) choiceRow(i int, c session.Choice, on bool) row {
	name, detail := report.ChoiceText(m.session, c)
	width := 19
	if !m.layout.roomy {
		width = 16
	}
	switch fits := lipgloss.Width(detail)+width+1 <= m.layout.list-3 && lipgloss.Width(name) < width; {
	case fits && detail != "":
		name = pad(name, width)
	default:
		detail = ""
	}
	return row{lines: []line{m.cursorLine(fmt.Sprint(i+1), "  ", name, m.palette.quiet.Render(detail), on)}}
}

// title is what the assessment is called.
func (m Model) title() string {
	if survey := m.session.Bank.Catalog().Survey(m.session.Assessment); survey != nil {
		return survey.Title
	}
	return m.session.Bank.Catalog().Title
}
