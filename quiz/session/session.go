// Package session is the program without its screens: what a person has before them, and all that can
// happen to it.
//
// A [Session] is a value. [Do] takes one and an [Action] (begin, answer, tick, type, skip, go back, look
// again, take a step on) and returns the session after it with an [Event], which says where the person
// is now and what there is to say. It reads no clock, draws no chance and touches no file: actions carry
// the time and the seed, and an event carries what must be kept. [Perform] is Do with a [Store]: it keeps
// what the event carries before the new session counts, so that nothing is shown that could be lost.
//
// Both front ends turn keys or lines into actions, and events into words. Neither has a flow of its own.
package session

import (
	"cmp"
	"maps"

	"waymark/stages"
)

// Session is all that the program knows of a person, and where they are in an interview.
type Session struct {
	Bank     *stages.Bank
	ReadOnly bool // another program writes: what would change something is refused
	Untimed  bool // the time that answers take tells nothing, since they come from a pipe

	Attempts map[string]Attempt // under way, by assessment
	Results  map[string]Result  // the last result of each
	Previous *Result            // the stages result before the last; nil where there is none
	Plan     Plan
	Drafts   Drafts

	Assessment string    // the one the person is in
	Asking     *Asking   // the question before them; nil where there is none
	Checking   *Checking // the check-in they are in; nil where they are in none
	Setup      Setup     // what the next interview begins with
	Progress   float64   // the furthest the interview has shown, 0 to 1: it never goes back

	savedDrafts Drafts // the drafts as the store has them
	root        string // see Root
}

// Setup is what a person chooses before the first question.
type Setup struct {
	Profile Profile
	Quick   bool
}

// New returns a session with what a store holds.
func New(bank *stages.Bank, saved Saved) Session {
	s := Session{Bank: bank, Attempts: map[string]Attempt{}, Results: saved.Last(), Previous: saved.Previous(),
		Plan: saved.Plan, Drafts: saved.Drafts, savedDrafts: saved.Drafts}
	if bank.Catalog().Survey(stages.Opinion) != nil {
		s.root = stages.Opinion
	}
	s.Assessment = s.Root()
	for _, a := range saved.Attempts {
		s.Attempts[a.Assessment] = a
	}
	s.Setup.Profile = s.Profile()
	return s
}

// Root is the assessment that the program begins with: the stages, or the opinion of someone else where the content
// asks for one.
func (s Session) Root() string { return cmp.Or(s.root, stages.Stages) }

// Observing reports whether the person is asked about someone else.
func (s Session) Observing() bool { return s.Assessment == stages.Opinion }

// Skips are the reasons for a skip that the assessment offers.
func (s Session) Skips() []stages.Skip {
	if s.Observing() {
		return []stages.Skip{stages.NotSeen}
	}
	return stages.Skips()
}

// In returns the session with the person in an assessment, at no question yet.
func (s Session) In(assessment string) Session {
	s.Assessment, s.Asking, s.Progress = assessment, nil, 0
	return s
}

// Attempt is the attempt at the assessment the person is in: the one under way, or the one that was
// finished last.
func (s Session) Attempt() Attempt { return s.attempt(s.Assessment) }

func (s Session) attempt(assessment string) Attempt {
	a, underway := s.Attempts[assessment]
	if !underway {
		a = s.Results[assessment].Attempt
	}
	a.Assessment = assessment
	return a
}

// Underway reports whether an assessment has answers that are not yet a result.
func (s Session) Underway(assessment string) bool {
	_, underway := s.Attempts[assessment]
	return underway
}

// Profile is what the person told of themselves last.
func (s Session) Profile() Profile { return s.attempt(stages.Stages).Profile }

// Asker asks the questions of the assessment the person is in.
func (s Session) Asker() stages.Asker { return s.Attempt().Asker(s.Bank) }

// More reports whether the interview has more questions to ask.
func (s Session) More() bool { return s.Next() != nil }

// Next is the question that the interview goes on with, in the words of the person's work; nil where it has no more.
func (s Session) Next() *stages.Question {
	a := s.Attempt()
	q, more := a.Asker(s.Bank).Next(a.Known(s.Bank))
	if !more {
		return nil
	}
	return a.Question(s.Bank, q.ID)
}

// Find looks up a question of the attempt in words that fit its answer: in the content where that still
// has every option chosen, else as the last result was asked. It is nil where neither has it.
func (s Session) Find(id string) *stages.Question {
	a := s.Attempt()
	now, then := a.Question(s.Bank, id), s.Results[a.Assessment].Question(id)
	if now == nil || then != nil && !offers(now, a.Interview.Answers[id]) && offers(then, a.Interview.Answers[id]) {
		return then
	}
	return now
}

// Review lists the questions of the attempt that can be shown, in the order of the strands, and the ids
// of those whose answers contradict one another.
func (s Session) Review() (asked []*stages.Question, contradict []string) {
	a := s.Attempt()
	for _, id := range a.Interview.Asked {
		if q := s.Find(id); q != nil {
			asked = append(asked, q)
		}
	}
	if !s.isSurvey() {
		contradict = contradictions(s.Bank.Place(a.Known(s.Bank)).Warnings)
	}
	return inOrder(asked, s.Bank.Catalog().Strands), contradict
}

// with returns the session with an attempt under way, or with none where it is nil.
func (s Session) with(assessment string, a *Attempt) Session {
	s.Attempts = maps.Clone(s.Attempts)
	delete(s.Attempts, assessment)
	if a != nil {
		s.Attempts[assessment] = *a
	}
	return s
}
