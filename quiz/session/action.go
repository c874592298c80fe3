package session

import "waymark/stages"

// Action is something that a person does.
type Action interface {
	do(Session) (Session, Event)
	// writes reports whether the action changes what is kept, which only one program at a time may do.
	writes() bool
}

// Event is what came of an action.
type Event struct {
	Show     Screen  // where the person is now
	Question string  // on the review: the question that the cursor belongs on
	Say      Message // what there is to say
	Saved    bool    // by [Perform]: something was to be kept, and is

	keep []func(Store) error // what must be kept before the session counts, in this order
	then Action              // what follows at once
}

// Screen is where an action leads.
type Screen int

// The screens that actions lead to. Where a result or a lobby is of is the session's assessment.
const (
	Here Screen = iota // where the person was
	ShowQuestion
	ShowReview
	ShowResult
	ShowSetup
	ShowStart // home, or the lobby of a survey
	ShowPlan
	ShowCheckIn
	ShowBefore // where the person came from
)

// Message is something to tell the person. The front ends put it into words.
type Message int

// The messages.
const (
	Nothing       Message = iota
	OtherWindow           // another program writes
	Kept                  // the interview can be gone on with
	NothingTicked         // a checklist wants a box ticked, or none of these
	FirstQuestion         // there is none before
	NoLongerAsked         // the content has lost the question
	BegunAnew             // the result is of an earlier attempt than the one under way
	NoteDrafted           // the example goes with the answer, when that is given
	NoteSaved
	StepTaken    // a step is in the plan now
	StepDropped  // it is out of the plan
	StepFinished // it is done, and stays in the plan
	StepNoted    // so does one with a note
	ItemDone
	DateMoved
	DateStays   // it's as early or as late as it can be
	OneMore     // a skip makes another question come
	AllObserved // every question about someone else is answered
	HaveCheckedIn
	CheckInMoved
)

// Do carries an action out. Of the session it returns, nothing counts until what the event carries is
// kept: see [Perform].
func Do(s Session, a Action) (Session, Event) {
	if s.ReadOnly && a.writes() {
		return s, Event{Say: OtherWindow}
	}
	return a.do(s)
}

// NotKept is the error of a store, and the action that it undid.
type NotKept struct {
	Action Action
	Err    error
}

func (e NotKept) Error() string { return e.Err.Error() }
func (e NotKept) Unwrap() error { return e.Err }

// Perform does an action and what follows from it, and keeps what must be kept before it counts. Where the
// store fails, the session is as it was before the step that failed, and the error is a [NotKept]. A
// draft that cannot be kept undoes nothing: it stays before the person, the error says so beside the event,
// and the next action that writes tries again.
func Perform(s Session, a Action, store Store) (Session, Event, error) {
	for saved := false; ; {
		next, event := Do(s, a)
		for _, keep := range event.keep {
			if err := keep(store); err != nil {
				return s, Event{}, NotKept{a, err}
			}
		}
		s, saved = next, saved || event.keep != nil
		var err error
		if a.writes() && !s.Drafts.equal(s.savedDrafts) {
			if err = store.SaveDrafts(s.Drafts); err == nil {
				s.savedDrafts, saved = s.Drafts, true
			}
		}
		event.Saved = saved
		switch {
		case event.then != nil:
			a = event.then
		case err != nil && !saved: // what was kept matters more than a draft that it made obsolete
			return s, event, NotKept{a, err}
		default:
			return s, event, nil
		}
	}
}

func save(a Attempt) func(Store) error { return func(to Store) error { return to.Save(a) } }

// start is where the assessment begins: the setup, or the lobby of a survey.
func (s Session) isSurvey() bool { return s.Assessment != stages.Stages }
