package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"waymark/quiz/locale"
)

func (m Model) tooSmall() bool {
	return m.layout.width < leastWidth || m.layout.height < leastHeight
}

// View draws the screen the person is on.
func (m Model) View() tea.View {
	v := tea.NewView(m.text())
	v.AltScreen = true
	v.ForegroundColor = m.palette.foreground
	if m.cfg.Mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	return v
}

func (m Model) text() string {
	if m.layout.width == 0 {
		return "" // the terminal has not told its size yet
	}
	if m.tooSmall() {
		return strings.Join(wrap(locale.Sprintf("Waymark needs %d columns and %d rows; this is %d by %d.",
			leastWidth, leastHeight, m.layout.width, m.layout.height), m.layout.width), "\n")
	}
	text := m.layout.draw(m.page(), *m.palette)
	if m.cfg.ASCII {
		text = asciiMarks.Replace(text)
	}
	return text
}

func (m Model) page() page {
	p := map[screen]func(Model) page{onStart: Model.startPage, onSetup: Model.setupPage, onQuestion: Model.questionPage,
		onReview: Model.reviewPage, onResult: Model.resultPage, onPlan: Model.planPage, onSurvey: Model.surveyPage,
		onStrengths: Model.strengthsPage, onHelp: Model.helpPage, onSearch: Model.searchPage, onArrival: Model.arrivalPage,
		onCheckIn: Model.checkInPage, onHistory: Model.historyPage, onCompare: Model.comparePage}[m.on](m)
	if m.sentence != (line{}) {
		p.sentence, p.notice = m.sentence, true
	}
	p.hints = m.helped(p.hints)
	if m.cfg.ASCII {
		p.hints = inWords(p.hints)
	}
	return p
}
