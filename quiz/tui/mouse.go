package tui

import tea "charm.land/bubbletea/v2"

// click chooses the row under the pointer, as Enter would; a box it ticks.
func (m Model) click(y int) (Model, tea.Cmd) {
	if m.tooSmall() || m.field().open() && m.on != onSearch {
		return m, nil
	}
	p := m.page()
	row := m.layout.rowAt(y, p, *m.palette)
	if row < 0 || row >= len(p.rows) || p.rows[row].text || p.at.cursor < 0 {
		return m, nil
	}
	m.pointed().cursor = row
	if m.on == onQuestion && m.question.open == optionsOpen && m.session.Asking.Question.Several() && row <= m.noneRow() {
		return m.press("space")
	}
	return m.press("enter")
}

// pointed is the list that the person is on.
func (m *Model) pointed() *list {
	switch m.on {
	case onStart:
		return &m.start.list
	case onSetup:
		return &m.setup.list
	case onQuestion:
		if m.question.open == skipOpen {
			return &m.question.skip
		}
		return &m.question.list
	case onReview:
		return &m.review.list
	case onResult:
		switch {
		case m.result.page:
			return &m.result.level.list
		case len(m.result.replay.steps) > 0:
			return &m.result.replay.list
		case m.tabs()[m.tabIndex()] == tabNext:
			return &m.result.cards.list
		}
		return &m.result.list
	case onPlan:
		return &m.plan.list
	case onSurvey:
		return &m.survey.cards.list
	case onStrengths:
		return &m.strengths.cards.list
	case onSearch:
		return &m.search.list
	case onArrival:
		return &m.arrival.list
	case onCheckIn:
		return &m.checkin.list
	case onHistory:
		return &m.history.list
	case onCompare:
		return &m.compare.cards.list
	default:
		return &m.help.text
	}
}

// wheel moves as the arrows do.
func (m Model) wheel(button tea.MouseButton) (Model, tea.Cmd) {
	switch {
	case m.tooSmall() || m.field().open() && m.on != onSearch:
		return m, nil
	case button == tea.MouseWheelUp:
		return m.press("up")
	case button == tea.MouseWheelDown:
		return m.press("down")
	}
	return m, nil
}
