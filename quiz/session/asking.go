package session

import (
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

// progress is how far an interview is before this question, 0 to 1.
func (a *Asking) progress() float64 {
	at, first := float64(a.Position), float64(a.First)
	switch {
	case a.Closing() && !a.Again:
		return 1
	case a.Unscored():
		return 0
	case a.Most <= a.First:
		return at / max(at, first)
	case at <= first:
		return firstShare * at / first
	}
	return firstShare + (1-firstShare)*(at-first)/float64(a.Most-a.First)
}

// Open is how much of an interview may not be asked, 0 to 1 as its progress: all after the questions that cover every
// strand or, beyond those, after this one.
func (a *Asking) Open() float64 {
	switch {
	case a.Unscored() || a.Most <= a.First:
		return 0
	case a.Position < a.First:
		return 1 - firstShare
	}
	return max(0, 1-a.progress())
}

// HowFar is how far the interview under way is at the question that comes next, and how much of it may not be asked, 0 to 1.
func (s Session) HowFar() (progress, open float64) {
	iv := s.Attempt().Interview
	next := Asking{Position: len(iv.Asked), Outlook: s.Asker().Outlook(iv)}
	return min(1, next.progress()), next.Open()
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
