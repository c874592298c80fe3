package tui

import (
	"fmt"
	"slices"

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

func (m Model) form() *stages.Form { return m.cfg.Bank.Catalog().Forms()[m.lobby.assessment] }

func (m Model) lobbyChoices() []choice {
	id := m.lobby.assessment
	var out []choice
	if m.underway() {
		out = append(out, choice{"Go on", "", Model.goOn})
	}
	if _, taken := m.last[id]; taken {
		out = append(out, choice{"Result", "of " + report.Date(m.last[id].Saved), Model.openSurvey})
	}
	if len(m.sitting.Interview.Asked) > 0 {
		out = append(out, choice{"Review your answers", "", func(m Model) Model { return m.openReview("") }})
	}
	begin := choice{"Begin", fmt.Sprintf("%s questions", report.Number(len(m.form().Survey.Questions))), Model.beginSurvey}
	switch {
	case m.underway():
		begin = choice{"Start afresh", "your answers are set aside, not deleted", Model.surveyAfresh}
	case len(out) > 0:
		begin.name, begin.detail = "Take it again", ""
	}
	return append(out, begin)
}

func (m Model) beginSurvey() Model { return m.begin(m.lobby.assessment, m.knownProfile(), false) }

func (m Model) surveyAfresh() Model {
	if !m.lobby.sure {
		m.lobby.sure = true
		return m.say("Press Enter once more. Your answers are set aside, not deleted.")
	}
	if err := m.cfg.Keeper.Abandon(m.lobby.assessment); err != nil {
		return m.fail("Not set aside", err)
	}
	return m.notUnderway(m.lobby.assessment).beginSurvey()
}

func (m Model) lobbyKey(k string) Model {
	choices := m.lobbyChoices()
	if k == "esc" {
		return m.goHome()
	}
	cursor, chosen := listKey(k, m.lobby.cursor, len(choices))
	m.lobby.sure = m.lobby.sure && cursor == m.lobby.cursor
	m.lobby.cursor = cursor
	switch {
	case !chosen:
		return m
	case m.cfg.ReadOnly && !slices.Contains([]string{"Result", "Review your answers"}, choices[cursor].name):
		return m.readOnly()
	}
	return choices[cursor].do(m)
}

func (m Model) lobbyPage() page {
	survey := m.form().Survey
	p := page{place: survey.Title, cursor: m.lobby.cursor,
		hints: []hint{{"↑↓", "move"}, {"Enter", "choose"}, {"?", "keys"}, {"Esc", "home"}}}
	switch r, taken := m.last[m.lobby.assessment]; {
	case m.underway():
		p.head = paint(m.inks.focal, wrap(m.stoppedAt(), m.sheet.text))
	case taken:
		p.head = paint(m.inks.focal, wrap(report.SurveyHeadline(r), m.sheet.text))
	default:
		p.head = lines(wrap(survey.About, m.sheet.text)...)
	}
	for i, c := range m.lobbyChoices() {
		r := m.menuRow(i, c, i == m.lobby.cursor)
		r.apart = i == 0
		p.rows = append(p.rows, r)
	}
	return p
}
