package tui

import tea "charm.land/bubbletea/v2"

// click chooses the row under the pointer, as Enter would; a box it ticks.
func (m Model) click(y int) (tea.Model, tea.Cmd) {
	if m.tooSmall() || m.typing() {
		return m, nil
	}
	p := m.page()
	row := m.sheet.rowAt(y, p, m.inks)
	if row < 0 || p.cursor < 0 {
		return m, nil
	}
	m = m.point(row)
	if q := m.question; m.on == onQuestion && q.open == optionsOpen && q.q.Several() && row <= q.noneRow() {
		return m.press("space")
	}
	return m.press("enter")
}

// point puts the cursor on a row.
func (m Model) point(row int) Model {
	switch m.on {
	case onHome:
		m.home.cursor = row
	case onProfile:
		m.setup.cursor = row
	case onQuestion:
		if m.question.open == skipOpen {
			m.question.skip = row
		} else {
			m.question.cursor = row
		}
	case onReview:
		m.review.cursor = row
	case onResult:
		m.result.cursor, m.result.cards.cursor = row, row
	case onPlan:
		m.plan.cursor = row
	case onLobby:
		m.lobby.cursor = row
	case onSurvey:
		m.survey.cards.cursor = row
	case onStrengths:
		m.strengths.cards.cursor = row
	}
	return m
}

// wheel moves as the arrows do.
func (m Model) wheel(button tea.MouseButton) (tea.Model, tea.Cmd) {
	switch {
	case m.tooSmall() || m.typing():
		return m, nil
	case button == tea.MouseWheelUp:
		return m.press("up")
	case button == tea.MouseWheelDown:
		return m.press("down")
	}
	return m, nil
}
