package tui

import (
	"waymark/quiz/report"
	"waymark/stages"
)

// lobby is the page before a survey: what it is, or how far one has come.
type lobby struct {
	assessment string
	cursor     int
	sure       bool
}

// openLobby shows the way into a survey.
func (m Model) openLobby(assessment string) Model {
	m = m.open(assessment)
	m.on, m.lobby = onLobby, lobby{assessment: assessment}
	return m
}

func (m Model) lobbySurvey() *stages.Survey { return m.desk.Bank.Catalog().Survey(m.lobby.assessment) }

func (m Model) beginSurvey() Model {
	return m.begin(m.lobby.assessment, m.desk.Profile(), false)
}

func (m Model) surveyAfresh() Model {
	if !m.lobby.sure {
		m.lobby.sure = true
		return m.say("Press Enter once more. Your answers are set aside, not deleted.")
	}
	d, err := m.desk.Abandon(m.lobby.assessment)
	if err != nil {
		return m.fail("Not set aside", err)
	}
	return m.sit(d, m.lobby.assessment).beginSurvey()
}

func (m Model) lobbyKey(k string) Model {
	choices := report.Lobby(m.desk, m.lobby.assessment)
	if k == "esc" {
		return m.goHome()
	}
	cursor, chosen := listKey(k, m.lobby.cursor, len(choices))
	m.lobby.sure = m.lobby.sure && cursor == m.lobby.cursor
	m.lobby.cursor = cursor
	switch {
	case !chosen:
		return m
	case m.cfg.ReadOnly && choices[cursor].Deed.Writes():
		return m.readOnly()
	}
	switch choices[cursor].Deed {
	case report.GoOn:
		return m.goOn()
	case report.ToResult:
		return m.openSurvey()
	case report.Review:
		return m.openReview("")
	case report.Afresh:
		return m.surveyAfresh()
	default:
		return m.beginSurvey()
	}
}

func (m Model) lobbyPage() page {
	survey := m.lobbySurvey()
	p := page{place: survey.Title, cursor: m.lobby.cursor,
		hints: []hint{{"↑↓", "move"}, {"Enter", "choose"}, {"?", "keys"}, {"Esc", "home"}}}
	switch r, taken := m.desk.Last[m.lobby.assessment]; {
	case m.underway():
		p.head = paint(m.inks.focal, wrap(report.StoppedAt(m.desk.Bank, m.sitting, m.desk.Now()), m.sheet.text))
	case taken:
		p.head = paint(m.inks.focal, wrap(report.SurveyHeadline(r), m.sheet.text))
	default:
		p.head = lines(wrap(survey.About, m.sheet.text)...)
	}
	for i, c := range report.Lobby(m.desk, m.lobby.assessment) {
		r := m.menuRow(i, c, i == m.lobby.cursor)
		r.apart = i == 0
		p.rows = append(p.rows, r)
	}
	return p
}
