package tui

import (
	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
)

// perform does an action, keeps what it changes, and goes where it leads. What cannot be kept leaves the
// person where they are, and says so.
func (m Model) perform(a session.Action) Model {
	came := m
	next, event, err := session.Perform(m.session, a, m.cfg.Store)
	m.session = next
	m = m.shows(event, came)
	switch {
	case err != nil:
		m.sentence = line{gutter: markFailed, text: m.palette.failure.Render(report.NotKept(err, locale.Text("press the key again")))}
	case event.Say == session.OtherWindow && m.cfg.ReadOnlyReason != "":
		m.sentence = line{text: m.cfg.ReadOnlyReason}
	case event.Say == session.HaveCheckedIn:
		m.sentence = line{text: report.CheckInOver(m.session.Plan, m.cfg.Now())}
	case event.Say != session.Nothing:
		m.sentence = line{text: report.Message(event.Say)}
	}
	return m
}

// shows goes where an event leads, for someone who came from somewhere.
func (m Model) shows(event session.Event, came Model) Model {
	again := came.on == onQuestion && came.session.Asking != nil && came.session.Asking.Again
	switch event.Show {
	case session.ShowQuestion:
		if m.session.Asking.Again {
			return came.push().with(m.session).openQuestion()
		}
		return m.rooted().openQuestion()
	case session.ShowReview:
		if from := len(m.trail) - 1; from >= 0 && m.trail[from].on == onReview {
			m = m.back()
		}
		return m.openReview(event.Question)
	case session.ShowResult:
		switch from := len(m.trail) - 1; {
		case again && from >= 0 && m.trail[from].on == onHistory:
			return m.back().readHistory()
		case again: // where one wants to go, asked from the next steps
			return m.back().openResult().toTab(tabNext)
		case m.reached(came):
			return m.rooted().openArrival()
		}
		return m.rooted().openResult()
	case session.ShowSetup:
		return came.push().with(m.session).openSetup()
	case session.ShowStart:
		return m.rooted().back()
	case session.ShowPlan:
		return m.rooted().openPlan()
	case session.ShowCheckIn:
		if came.on != onCheckIn {
			m = came.push().with(m.session)
		}
		return m.openCheckIn()
	case session.ShowBefore:
		return m.back()
	}
	return m
}

// reached reports whether a result is new, and was not reached from the answers of another look at it.
func (m Model) reached(came Model) bool {
	now, before := m.session.Results[m.session.Assessment], came.session.Results[m.session.Assessment]
	return !now.Started.Equal(before.Started) && came.on != onReview
}

// say puts a sentence into the footer, until the next key.
func (m Model) say(text string) Model {
	m.sentence = line{text: text}
	return m
}
