package session

import (
	"math"
	"reflect"
	"slices"
	"time"

	"waymark/stages"
)

// Begin starts a new attempt at the assessment, and asks its first question.
type Begin struct {
	At   time.Time
	Seed uint64 // draws the order of questions and options
}

func (Begin) writes() bool { return true }

func (b Begin) do(s Session) (Session, Event) {
	a := Attempt{Assessment: s.Assessment, Content: s.Bank.Catalog().Ref(), Started: b.At, Saved: b.At, Profile: s.Profile(),
		Interview: stages.Interview{Seed: b.Seed, Answers: stages.Answers{}}}
	if !s.isSurvey() {
		s.Setup.Profile.Name, s.Drafts = s.Name(), s.Drafts.without(profileDraft)
		a.Profile, a.Interview.Quick = s.Setup.Profile, s.Setup.Quick
		a.Profile.Serves, a.Profile.Aim = "", "" // asked every time: they may have changed
	}
	s = s.In(s.Assessment).with(a.Assessment, &a)
	s.Drafts = s.Drafts.withoutAttempt(a.Assessment)
	return s, Event{keep: []func(Store) error{save(a)}, then: Continue{b.At}}
}

// Restart sets the attempt under way aside. A survey begins anew at once; before the stages assessment
// comes its setup.
type Restart Begin

func (Restart) writes() bool { return true }

func (r Restart) do(s Session) (Session, Event) {
	assessment := s.Assessment
	event := Event{Show: ShowSetup, keep: []func(Store) error{func(to Store) error { return to.Abandon(assessment) }}}
	if s.isSurvey() {
		event.then = Begin(r)
	}
	s.Drafts = s.Drafts.withoutAttempt(assessment)
	return s.In(assessment).with(assessment, nil), event
}

// Continue asks the next question, or comes to the result where nothing is left to ask.
type Continue struct{ At time.Time }

func (Continue) writes() bool { return true }

func (c Continue) do(s Session) (Session, Event) {
	a := s.Attempt()
	if first := s.serves(); first != nil && len(a.Interview.Asked) == 0 && a.Profile.Serves == "" {
		return s.ask(first, opening, false, c.At)
	}
	q, more := a.Asker(s.Bank).Next(a.Known(s.Bank))
	if last := s.aims(); !more && last != nil && a.Profile.Aim == "" {
		return s.ask(last, closing, false, c.At)
	}
	if !more {
		return s, Event{then: Finish(c)}
	}
	position := slices.Index(a.Interview.Asked, q.ID) // one whose answer the content has lost is asked again
	if position < 0 {
		position = len(a.Interview.Asked)
	}
	return s.ask(q, position, false, c.At)
}

// Answer answers the question with options, by id: one, or for a checklist any number.
type Answer struct {
	Options []string
	At      time.Time
}

func (Answer) writes() bool { return true }

func (a Answer) do(s Session) (Session, Event) {
	options := []string{} // in the order of the question, whatever order they came in
	for _, o := range s.Asking.Question.Options {
		if slices.Contains(a.Options, o.ID) {
			options = append(options, o.ID)
		}
	}
	switch s.Asking.Position {
	case opening:
		return s.answerServes(options, a.At)
	case closing:
		return s.answerAim(options, a.At)
	}
	return s.answer(stages.Answer{Options: options}, a.At)
}

// Submit answers a checklist with the boxes that are ticked.
type Submit struct{ At time.Time }

func (Submit) writes() bool { return true }

func (u Submit) do(s Session) (Session, Event) {
	in := s.Input()
	if len(in.Ticked) == 0 && !in.None {
		return s, Event{Say: NothingTicked}
	}
	return Answer{in.Ticked, u.At}.do(s)
}

// Skip passes over the question, for a reason.
type Skip struct {
	Reason stages.Skip
	At     time.Time
}

func (Skip) writes() bool { return true }

func (k Skip) do(s Session) (Session, Event) {
	if s.Asking.Unscored() {
		return s, Event{}
	}
	return s.answer(stages.Answer{Skip: k.Reason}, k.At)
}

// answer keeps an answer with the example that was typed, then moves on. The time of the first look stays,
// since it is what tells haste; an answer that is the same as before is not kept again.
func (s Session) answer(given stages.Answer, at time.Time) (Session, Event) {
	q, a := s.Asking, s.Attempt()
	given.Evidence = s.Input().Text
	old, again := a.Interview.Answers[q.Question.ID]
	switch {
	case again:
		given.Seconds = old.Seconds
	case !s.Untimed:
		given.Seconds = math.Round(at.Sub(q.Since).Seconds()*10) / 10
	}
	event := Event{then: Forward{at}}
	if q.Again {
		event = Event{Show: ShowReview, Question: q.Question.ID}
	}
	if !again || !reflect.DeepEqual(old, given) {
		s, event.keep = s.keepAnswer(given, at)
	}
	s.Drafts = s.Drafts.without(QuestionDraft(a, q.Question.ID))
	return s, event
}

// keepAnswer puts an answer to the question before the person into the attempt.
func (s Session) keepAnswer(given stages.Answer, at time.Time) (Session, []func(Store) error) {
	a := s.Attempt()
	a.Interview, a.Saved = a.Interview.With(s.Asking.Question.ID, given), at
	return s.with(a.Assessment, &a), []func(Store) error{save(a)}
}

// Finish places the person, or scores the survey, and keeps the result.
type Finish struct{ At time.Time }

func (Finish) writes() bool { return true }

func (f Finish) do(s Session) (Session, Event) {
	r := s.Attempt().Score(s.Bank, s.Results, f.At)
	if r.AdvisesDone(s.Plan) {
		r = r.undone(s.Bank, s.Results, s.Plan)
	}
	if last, taken := s.Results[r.Assessment]; taken && !s.isSurvey() && !last.Started.Equal(r.Started) {
		s.Previous = &last
	}
	s = s.In(s.Assessment).with(r.Assessment, nil)
	s.Results = cloned(s.Results, r.Assessment, r)
	s.Drafts = s.Drafts.withoutAttempt(r.Assessment)
	event := Event{Show: ShowResult, keep: []func(Store) error{func(to Store) error { return to.Finish(r) }}}
	if s.Observing() { // the result is for someone else
		event.Show, event.Say = ShowStart, AllObserved
	}
	return s, event
}

// Back goes to the question before.
type Back struct{ At time.Time }

func (Back) writes() bool { return false }

func (b Back) do(s Session) (Session, Event) {
	if s.Asking.Again {
		return s, s.whenceAgain()
	}
	before := s.Asking.Position - 1
	if s.Asking.Closing() {
		before = len(s.Attempt().Interview.Asked) - 1
	}
	if before, event, ok := s.askAt(before, -1, b.At); ok {
		return before, event
	}
	if first := s.serves(); first != nil && s.Asking.Position != opening {
		return s.ask(first, opening, false, b.At)
	}
	return s, Event{Say: FirstQuestion}
}

// whenceAgain leads back to where a question was opened from again: the result, where it is about the aim,
// else the review.
func (s Session) whenceAgain() Event {
	if s.Asking.Closing() {
		return Event{Show: ShowResult}
	}
	return Event{Show: ShowReview, Question: s.Asking.Question.ID}
}

// Forward goes to the question that was asked after this one, or on to the next. From a question that
// has no answer, or was opened from the review, there is nowhere to go.
type Forward struct{ At time.Time }

func (Forward) writes() bool { return false }

func (f Forward) do(s Session) (Session, Event) {
	_, answered := s.Attempt().Interview.Answers[s.Asking.Question.ID]
	answered = answered || s.Asking.Position == opening && s.Attempt().Profile.Serves != ""
	if s.Asking.Again || !answered {
		return s, Event{}
	}
	if after, event, ok := s.askAt(s.Asking.Position+1, 1, f.At); ok {
		return after, event
	}
	return s, Event{then: Continue(f)}
}

// Leave leaves the question: for the review it was opened from, else for where the interview began.
type Leave struct{}

func (Leave) writes() bool { return false }

func (Leave) do(s Session) (Session, Event) {
	if s.Asking.Again {
		return s, s.whenceAgain()
	}
	return s.In(s.Assessment), Event{Show: ShowStart, Say: Kept}
}

// LookAgain opens a question of the attempt from its answer, and leads back to the review.
type LookAgain struct {
	Question string
	At       time.Time
	// Of is when the attempt started that the answer is shown for. Where another was begun since, the
	// answer is not this attempt's to change. Zero is the attempt itself.
	Of time.Time
}

func (LookAgain) writes() bool { return true }

func (l LookAgain) do(s Session) (Session, Event) {
	a := s.Attempt()
	q := a.Asker(s.Bank).Question(l.Question)
	switch {
	case !l.Of.IsZero() && !l.Of.Equal(a.Started):
		return s, Event{Say: BegunAnew}
	case q == nil:
		return s, Event{Say: NoLongerAsked}
	}
	return s.ask(q, slices.Index(a.Interview.Asked, l.Question), true, l.At)
}
