package tui

import (
	"maps"
	"reflect"

	"waymark/quiz/journal"
	"waymark/stages"
)

// open makes an assessment the one the person is in: under way, or as it was finished.
func (m Model) open(assessment string) Model {
	m.progress = 0
	if s, ok := m.under[assessment]; ok {
		m.sitting = s
	} else {
		m.sitting = m.last[assessment].Sitting
	}
	m.sitting.Assessment = assessment
	return m
}

// underway reports whether the sitting has answers that are not yet a result.
func (m Model) underway() bool {
	_, ok := m.under[m.sitting.Assessment]
	return ok
}

// asker asks the questions of the assessment the person is in.
func (m Model) asker() stages.Asker { return m.sitting.Asker(m.cfg.Bank) }

// knownProfile is what the person told of themselves last.
func (m Model) knownProfile() journal.Profile {
	if s, ok := m.under[stages.Stages]; ok {
		return s.Profile
	}
	return m.last[stages.Stages].Profile
}

// begin starts a new interview and asks its first question.
func (m Model) begin(assessment string, p journal.Profile, quick bool) Model {
	m, err := m.keep(journal.Sitting{
		Assessment: assessment,
		Content:    m.cfg.Bank.Catalog().Ref(),
		Started:    m.cfg.Now(),
		Profile:    p,
		Interview:  stages.Interview{Seed: m.cfg.Seed(), Quick: quick, Answers: stages.Answers{}},
	})
	if err != nil {
		return m.fail("Not begun", err)
	}
	m.progress = 0
	return m.goOn()
}

// keep puts the sitting where it cannot be lost, and makes it the one under way.
func (m Model) keep(s journal.Sitting) (Model, error) {
	s.Saved = m.cfg.Now()
	if err := m.cfg.Keeper.Save(s); err != nil {
		return m, err
	}
	m.sitting = s
	m.under = maps.Clone(m.under)
	m.under[s.Assessment] = s
	return m, nil
}

// notUnderway forgets what was under way in an assessment.
func (m Model) notUnderway(assessment string) Model {
	m.under = maps.Clone(m.under)
	delete(m.under, assessment)
	return m
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
	old, again := m.sitting.Interview.Answers[id]
	a.Seconds = m.question.seconds(m.cfg.Now())
	if again {
		a.Seconds = old.Seconds // the first look is what tells haste
	}
	if !again || !reflect.DeepEqual(old, a) {
		s := m.sitting
		s.Interview = s.Interview.With(id, a)
		var err error
		if m, err = m.keep(s); err != nil {
			return m.fail("Not saved", err)
		}
	}
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
	var placed *stages.Result
	if m.record != nil {
		placed = &m.record.Result
	}
	record := m.sitting.Close(m.cfg.Bank, placed, m.cfg.Now())
	if err := m.cfg.Keeper.Finish(record); err != nil {
		return m.fail("The result was not saved", err)
	}
	m = m.notUnderway(record.Assessment).show(record)
	if record.Survey == nil {
		return m.openResult()
	}
	m.lobby = lobby{assessment: record.Assessment}
	return m.openSurvey()
}

// show makes a record the last of its assessment.
func (m Model) show(r journal.Record) Model {
	m.last = maps.Clone(m.last)
	m.last[r.Assessment] = r
	if r.Survey == nil {
		m.record, m.advice = &r, m.advise(r)
	}
	return m
}

// asked returns the questions answered or skipped so far that can be shown.
func (m Model) asked() []*stages.Question {
	var out []*stages.Question
	for _, id := range m.sitting.Interview.Asked {
		if q := m.find(id); q != nil {
			out = append(out, q)
		}
	}
	return out
}

// find looks a question up in the content, else among what the shown result was reached with.
func (m Model) find(id string) *stages.Question {
	if q := m.asker().Question(id); q != nil {
		return q
	}
	if m.record != nil {
		for i := range m.record.Said.Questions {
			if said := &m.record.Said.Questions[i]; said.ID == id {
				return said
			}
		}
	}
	return nil
}
