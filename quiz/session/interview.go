package session

import (
	"math"
	"reflect"
	"slices"
	"time"

	"waymark/stages"
)

// Asking is the question before the person.
type Asking struct {
	Question       *stages.Question
	Order          []int // its options as they are shown
	Position       int   // in the interview, from 0; or opening or closing
	Again          bool  // it was opened from the review, and leads back there
	stages.Outlook       // what is true of how many there will be
	Since          time.Time
}

// The positions of the questions that nobody scores: who one serves comes before all others, and where one
// wants to go after them.
const (
	opening = -1
	closing = -2
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

// Unscored reports whether the question is about the person and not of the interview: it is neither skipped
// nor has it an example.
func (a *Asking) Unscored() bool { return a.Position < 0 }

// Closing reports whether the question is where one wants to go.
func (a *Asking) Closing() bool { return a.Position == closing }

// ask puts a question before the person, in the words for those they serve.
func (s Session) ask(q *stages.Question, position int, again bool, at time.Time) (Session, Event) {
	iv, asker := s.Attempt().Interview, s.Asker()
	q = s.Bank.Catalog().Serves.Worded(q, s.Attempt().Profile.Serves)
	before := s.Asking
	s.Asking = &Asking{Question: q, Order: asker.OptionOrder(q, iv.Seed), Position: position, Again: again, Since: at,
		Outlook: asker.Outlook(iv)}
	s.Progress = max(s.Progress, s.Asking.progress())
	event := Event{Show: ShowQuestion}
	if before != nil && !before.Unscored() && s.Asking.First > before.First && !again {
		event.Say = OneMore
	}
	return s, event
}

// firstShare is how much of an interview the questions that cover every strand are taken for, as the line of
// progress shows it: they are twelve of nineteen, on average.
const firstShare = 2.0 / 3

// progress is how far an interview is, 0 to 1.
func (a *Asking) progress() float64 {
	at, first := float64(a.Position+1), float64(a.First)
	switch {
	case a.Unscored():
		return 0
	case a.Most <= a.First:
		return at / max(at, first)
	case at <= first:
		return firstShare * at / first
	}
	return firstShare + (1-firstShare)*(at-first)/float64(a.Most-a.First)
}

// HowFar is how far the interview under way is, 0 to 1, at the question that comes next.
func (s Session) HowFar() float64 {
	iv := s.Attempt().Interview
	next := Asking{Position: len(iv.Asked), Outlook: s.Asker().Outlook(iv)}
	return min(1, next.progress())
}

// askAt asks a question of the interview again, from a position on in steps of 1 or −1. Those that the
// content has lost are passed over. It is false where there is none.
func (s Session) askAt(position, step int, at time.Time) (Session, Event, bool) {
	asked := s.Attempt().Interview.Asked
	for ; position >= 0 && position < len(asked); position += step {
		if q := s.Asker().Question(asked[position]); q != nil {
			next, event := s.ask(q, position, false, at)
			return next, event, true
		}
	}
	return s, Event{}, false
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

// readvise keeps the last result with the steps for another aim.
func (s Session) readvise(aim string, at time.Time) (Session, Event) {
	r := s.Results[s.Assessment]
	if r.Profile.Aim == aim {
		return s.In(s.Assessment), Event{Show: ShowResult}
	}
	r = r.aimed(s.Bank, aim, s.Results)
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
