package session

import (
	"time"

	"waymark/stages"
)

// The positions of the questions that nobody scores: who one serves comes before all others, and where one
// wants to go after them.
const (
	opening = -1
	closing = -2
)

// serves is the question of who one serves; nil in a survey, and where the content does not have it.
func (s Session) serves() *stages.Question {
	if s.isSurvey() {
		return nil
	}
	return s.Bank.Catalog().Serves.Question()
}

// aims is the question of where one wants to go; nil in a survey, and where the content does not have it.
func (s Session) aims() *stages.Question {
	if s.isSurvey() {
		return nil
	}
	return s.Bank.Catalog().Aims.Question()
}

// WhoCounts says who else counts as one of those served; empty where that goes without saying.
func (s Session) WhoCounts() string {
	return s.Bank.Catalog().Serves.NoteFor(s.Attempt().Profile.Serves)
}

// HasClosing reports whether a question comes after the scored ones.
func (s Session) HasClosing() bool { return s.aims() != nil }

// HasOpening reports whether a question comes before the scored ones.
func (s Session) HasOpening() bool { return s.serves() != nil }

// answerServes keeps who the person serves, and goes on.
func (s Session) answerServes(options []string, at time.Time) (Session, Event) {
	a := s.Attempt()
	if len(options) == 0 || options[0] == a.Profile.Serves {
		return s, Event{then: Forward{at}}
	}
	a.Profile.Serves, a.Saved = options[0], at
	s.Setup.Profile.Serves = options[0]
	return s.with(a.Assessment, &a), Event{keep: []func(Store) error{save(a)}, then: Forward{at}}
}

// answerAim keeps where the person wants to go, and comes to the result. Of a result that is there already the
// advice is made anew, from the same answers.
func (s Session) answerAim(options []string, at time.Time) (Session, Event) {
	if len(options) == 0 {
		return s, Event{}
	}
	aim, again := options[0], s.Asking.Again
	s.Setup.Profile.Aim = aim
	if again {
		return s.readvise(aim, at)
	}
	a := s.Attempt()
	a.Profile.Aim, a.Saved = aim, at
	return s.with(a.Assessment, &a), Event{keep: []func(Store) error{save(a)}, then: Finish{at}}
}

// FirstSteps are, by where the person may want to go, the first step that their answers would be given.
func (s Session) FirstSteps(at time.Time) map[string]stages.Step {
	r := s.Results[s.Assessment]
	if !s.Asking.Again {
		r = s.Attempt().Score(s.Bank, s.Results, at)
	}
	out := map[string]stages.Step{}
	for _, aim := range s.Asking.Question.Options {
		if steps := r.aimed(s.Bank, aim.ID, s.Results, s.Plan).Advised(); len(steps) > 0 {
			out[aim.ID] = *steps[0].Words
		}
	}
	return out
}

// readvise keeps the last result with the steps for another aim.
func (s Session) readvise(aim string, at time.Time) (Session, Event) {
	r := s.Results[s.Assessment]
	if r.Profile.Aim == aim {
		return s.In(s.Assessment), Event{Show: ShowResult}
	}
	r = r.aimed(s.Bank, aim, s.Results, s.Plan)
	r.Aimed = &at
	s = s.In(s.Assessment)
	s.Results = cloned(s.Results, r.Assessment, r)
	return s, Event{Show: ShowResult, keep: []func(Store) error{func(to Store) error { return to.Finish(r) }}}
}

// AskAim asks anew where the person wants to go, for the last result.
type AskAim struct{ At time.Time }

func (AskAim) writes() bool { return true }

func (q AskAim) do(s Session) (Session, Event) {
	last := s.aims()
	if _, taken := s.Results[s.Assessment]; last == nil || !taken {
		return s, Event{}
	}
	return s.ask(last, closing, true, q.At)
}
