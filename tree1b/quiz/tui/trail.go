package tui

import (
	"slices"

	"waymark/quiz/locale"
	"waymark/quiz/session"
)

// spot is a place as a person left it: what they saw, and where they were in the session.
type spot struct {
	seen
	assessment string
	asking     *session.Asking
	progress   float64
}

// push remembers where the person is, so that Esc leads back there.
func (m Model) push() Model {
	if m.on == onStart {
		choices := m.session.Choices(m.cfg.Now())
		m.start.left = choices[m.start.list.clamped(len(choices)).cursor]
	}
	m.plan.sure = "" // what was asked is out of sight
	here := spot{m.seen, m.session.Assessment, m.session.Asking, m.session.Progress}
	m.trail = append(slices.Clip(m.trail), here)
	return m
}

// back leads to where the person came from, as they left it.
func (m Model) back() Model {
	if len(m.trail) == 0 {
		return m.goHome()
	}
	last := len(m.trail) - 1
	to := m.trail[last]
	m.seen, m.trail = to.seen, m.trail[:last]
	m.session = m.session.In(to.assessment)
	m.session.Asking, m.session.Progress = to.asking, to.progress
	switch {
	case m.on == onCheckIn && m.session.Checking == nil: // it was left, or the plan was changed since
		return m.back()
	case m.on == onStart:
		m.start = start{list: m.startList(m.start.left)}
	case m.on == onReview && m.review.attempt.Started.Equal(m.session.Attempt().Started):
		at := m.review.list
		m = m.openReview("") // an answer may be another by now
		m.review.list = at
	}
	return m
}

// rooted is on the way that begins where the assessment does, however the person came onto it: an interview
// and its result lead back to the lobby, and that to home.
func (m Model) rooted() Model {
	home := spot{assessment: m.session.Root()}
	if m.atRoot() {
		m.trail = []spot{home}
		return m
	}
	home.start.left = session.Choice(m.session.Assessment)
	m.trail = []spot{home, {assessment: m.session.Assessment}}
	return m
}

// out says where Esc leads, for the key line.
func (m Model) out(open bool) locale.Message {
	last := len(m.trail) - 1
	switch {
	case open:
		return "close"
	case last < 0 || m.trail[last].on == onStart && m.trail[last].assessment == m.session.Root():
		return "home"
	}
	return "back"
}

// with is the model with another session.
func (m Model) with(s session.Session) Model {
	m.session = s
	return m
}
