package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"waymark/quiz/report"
	"waymark/stages"
)

// home is the first screen. It knows whether the person is new, has stopped half-way, or comes back.
type home struct {
	cursor int
	sure   bool // starting afresh was chosen once and waits for the second time
}

func (m Model) goHome() Model {
	m = m.open(stages.Stages)
	m.on, m.home = onHome, home{}
	return m
}

// do does what a choice of home says.
func (m Model) do(d report.Deed) Model {
	switch d {
	case report.Begin, report.Again:
		return m.openSetup()
	case report.GoOn:
		return m.goOn()
	case report.Review:
		return m.openReview("")
	case report.Afresh:
		return m.afresh()
	case report.ToResult:
		return m.openResult()
	case report.ToPlan:
		return m.openPlan()
	case report.ToStrengths:
		return m.openStrengths()
	}
	return m.openLobby(string(d)) // a survey
}

// afresh sets the interview under way aside and begins anew, once the person has said so twice.
func (m Model) afresh() Model {
	if !m.home.sure {
		m.home.sure = true
		return m.say("Press Enter once more. Your answers are set aside, not deleted.")
	}
	d, err := m.desk.Abandon(stages.Stages)
	if err != nil {
		return m.fail("Not set aside", err)
	}
	return m.sit(d, stages.Stages).openSetup()
}

func (m Model) homeKey(k string) (Model, tea.Cmd) {
	choices := report.Home(m.desk)
	cursor, chosen := listKey(k, m.home.cursor, len(choices))
	m.home.sure = m.home.sure && cursor == m.home.cursor
	m.home.cursor = cursor
	switch {
	case k == "esc" && m.home.sure:
		m.home.sure = false
	case k == "esc":
		return m, tea.Quit
	case chosen && m.cfg.ReadOnly && choices[cursor].Deed.Writes():
		return m.readOnly(), nil
	case chosen:
		return m.do(choices[cursor].Deed), nil
	}
	return m, nil
}

func (m Model) homePage() page {
	p := page{place: "Waymark", fact: report.Date(m.desk.Now()), cursor: m.home.cursor,
		hints: []hint{{"↑↓", "move"}, {"Enter", "choose"}, {"?", "keys"}, {"Esc", "leave"}}}
	switch {
	case m.underway():
		p.head = paint(m.inks.focal, wrap(report.StoppedAt(m.desk.Bank, m.sitting, m.desk.Now()), m.sheet.text))
	case m.record != nil:
		p.head = m.homeResult()
	default:
		p.fact = ""
		p.head = m.promise()
	}
	for i, c := range report.Home(m.desk) {
		r := m.menuRow(i, c, i == m.home.cursor)
		r.apart = i == 0
		p.rows = append(p.rows, r)
	}
	if m.sheet.wide {
		p.margin = paint(m.inks.quiet, append([]string{"Your files lie in"}, wrap(m.cfg.Folder, marginWidth)...))
	}
	return p
}

func (m Model) promise() []line {
	head := paint(m.inks.focal, wrap(report.Promise, m.sheet.text))
	head = append(head, line{})
	about := report.Terms
	if !m.sheet.roomy {
		about = "Ten minutes or so, on the last two years. Your answers stay here. Stop when you like."
	}
	head = append(head, lines(wrap(about, m.sheet.text)...)...)
	if m.sheet.roomy && !m.sheet.wide {
		head = append(head, line{})
		head = append(head, paint(m.inks.quiet, wrap("They lie in "+m.cfg.Folder+".", m.sheet.text))...)
	}
	return head
}

func (m Model) homeResult() []line {
	head := paint(m.inks.focal, wrap(report.Short(&m.record.Snapshot, m.record.Placement), m.sheet.text))
	if m.sheet.roomy {
		head = append(head, line{})
	}
	return append(head, m.path(m.record.Placement)...)
}

// menuRow is a row with a digit, a name and a quiet detail.
func (m Model) menuRow(i int, c report.Choice, on bool) row {
	name, detail, width := c.Name, c.Detail, 19
	if !m.sheet.roomy {
		width = 16
	}
	if detail != "" {
		if room := m.sheet.list - 3; len(detail)+width+1 <= room && len(name) < width {
			name = pad(name, width)
		} else {
			detail = ""
		}
	}
	return row{lines: []line{m.cursorLine(fmt.Sprint(i+1), "  ", name, m.inks.quiet.Render(detail), on)}}
}
