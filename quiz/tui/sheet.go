package tui

import "reflect"

// steady is the model on a sheet for its page, after what was before it. The sheet of a screen grows and never shrinks
// while the person is there, so that nothing jumps.
func (m Model) steady(before Model) Model {
	rows, was := m.leastSheet(), before.layout
	there := before.on == m.on && before.session.Assessment == m.session.Assessment && before.leastSheet() == rows
	if there && was.height == m.layout.height && was.width == m.layout.width {
		rows = was.rows
	}
	return m.onSheet(rows)
}

// leastSheet is how many rows a screen takes at least, where there are so many. A list with a pane that is now longer
// and now shorter begins on the larger sheet.
func (m Model) leastSheet() int {
	larger := false
	switch m.on {
	case onSearch: // which never takes more
		return sheetHeight + sheetStep
	case onSetup, onQuestion:
		return interviewSheet
	case onResult, onStrengths:
		larger = true
	case onSurvey:
		larger = m.survey.cards.open < 0
	case onHistory:
		larger = !m.history.open
	case onReview:
		larger = m.review.result != nil
	}
	if larger {
		return sheetHeight + 2*sheetStep
	}
	return sheetHeight
}

// onSheet is the model on a sheet of at least so many rows that shows all the page would show of itself with the whole
// terminal to it.
func (m Model) onSheet(rows int) Model {
	terminal := m.layout.sheet(m.layout.height)
	m.layout = terminal
	if !terminal.airy || rows+sheetStep/2 > terminal.height {
		return m
	}
	all := m.page()
	for ; rows+sheetStep/2 <= terminal.height; rows += sheetStep {
		m.layout = terminal.sheet(rows)
		if p := m.page(); all.low || m.layout.holds(p) && reflect.DeepEqual(p, all) {
			return m
		}
	}
	m.layout = terminal
	return m
}
