package tui

import (
	"maps"
	"slices"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// sit puts a desk before the person, who is in one of its assessments.
func (m Model) sit(d session.Desk, assessment string) Model {
	m.desk, m.sitting = d, d.Open(assessment)
	m.whole, _ = report.NewExport(slices.Collect(maps.Values(d.Last)), d.Plan)
	last, placed := d.Last[stages.Stages]
	if placed && (m.record == nil || !m.record.Saved.Equal(last.Saved)) {
		m.record, m.advice = &last, report.Advice(d.Bank, last, 0)
	}
	return m
}

// open makes an assessment the one the person is in: under way, or as it was finished.
func (m Model) open(assessment string) Model {
	m.progress = 0
	return m.sit(m.desk, assessment)
}

// underway reports whether the sitting has answers that are not yet a result.
func (m Model) underway() bool { return m.desk.Underway(m.sitting.Assessment) }

// asker asks the questions of the assessment the person is in.
func (m Model) asker() stages.Asker { return m.sitting.Asker(m.desk.Bank) }

// begin starts a new interview and asks its first question.
func (m Model) begin(assessment string, p session.Profile, quick bool) Model {
	d, err := m.desk.Begin(assessment, p, quick)
	if err != nil {
		return m.fail("Not begun", err)
	}
	m.progress = 0
	return m.sit(d, assessment).goOn()
}

// goOn asks the next question, or shows the result where nothing is left to ask.
func (m Model) goOn() Model {
	q, more := m.asker().Next(m.sitting.Interview)
	if !more {
		return m.finish()
	}
	return m.ask(q, len(m.sitting.Interview.Asked), onHome)
}

// answer keeps an answer, then moves on. A save that fails stays on the question.
func (m Model) answer(a stages.Answer) Model {
	id := m.question.q.ID
	a.Seconds = m.question.seconds(m.desk.Now())
	d, err := m.desk.Answer(m.sitting, id, a)
	if err != nil {
		return m.fail("Not saved", err)
	}
	m = m.sit(d, m.sitting.Assessment)
	if m.question.from != onHome {
		return m.openReview(id)
	}
	if next := m.question.pos + 1; next < len(m.sitting.Interview.Asked) {
		return m.askAgain(next)
	}
	return m.goOn()
}

// finish places the person, or reads the survey, and keeps the result.
func (m Model) finish() Model {
	assessment := m.sitting.Assessment
	d, err := m.desk.Finish(assessment)
	if err != nil {
		return m.fail("The result was not saved", err)
	}
	m = m.sit(d, assessment)
	if assessment == stages.Stages {
		return m.openResult()
	}
	m.lobby = lobby{assessment: assessment}
	return m.openSurvey()
}

// find looks a question up in the content, else among what the last result was reached with.
func (m Model) find(id string) *stages.Question { return m.desk.Find(m.sitting, id) }
