package tui

import (
	"maps"
	"reflect"
	"slices"

	"waymark/quiz/journal"
	"waymark/stages"
)

// begin starts a new interview and asks its first question.
func (m Model) begin(p journal.Profile, quick bool) Model {
	c := m.cfg.Bank.Catalog()
	s := journal.Sitting{
		Assessment: "stages",
		Content:    stages.ContentRef{ID: c.ID, Version: c.Version, SHA256: c.SHA256},
		Started:    m.cfg.Now(),
		Profile:    p,
		Interview:  stages.Interview{Seed: m.cfg.Seed(), Quick: quick, Answers: stages.Answers{}},
	}
	m, err := m.keep(s)
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
	m.sitting, m.underway = s, true
	return m, nil
}

// goOn asks the next question, or shows the result where nothing is left to ask.
func (m Model) goOn() Model {
	q, more := m.cfg.Bank.Next(m.sitting.Interview)
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

// finish places the person and keeps the result.
func (m Model) finish() Model {
	iv := m.known()
	r := m.cfg.Bank.Place(iv)
	m.cfg.Bank.Explain(iv, &r)
	record := journal.NewRecord(m.sitting, m.cfg.Bank.Catalog(), r)
	record.Saved = m.cfg.Now()
	if err := m.cfg.Keeper.Finish(record); err != nil {
		return m.fail("The result was not saved", err)
	}
	m.underway = false
	return m.show(record).openResult()
}

// known is the interview without the questions that the content no longer has.
func (m Model) known() stages.Interview {
	iv := m.sitting.Interview
	gone := func(id string) bool { return m.cfg.Bank.Question(id) == nil }
	iv.Asked = slices.DeleteFunc(slices.Clone(iv.Asked), gone)
	iv.Answers = maps.Clone(iv.Answers)
	maps.DeleteFunc(iv.Answers, func(id string, _ stages.Answer) bool { return gone(id) })
	return iv
}

// show makes a record the one whose result the screens show.
func (m Model) show(r journal.Record) Model {
	m.record, m.said = &r, stages.NewBank(&r.Said)
	if !m.underway {
		m.sitting = r.Sitting
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
	if q := m.cfg.Bank.Question(id); q != nil {
		return q
	}
	if m.said != nil {
		return m.said.Question(id)
	}
	return nil
}
