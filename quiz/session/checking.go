package session

import (
	"slices"
	"time"
)

// StartCheckIn asks the first question of a check-in.
type StartCheckIn struct{ At time.Time }

func (StartCheckIn) writes() bool { return true }

func (c StartCheckIn) do(s Session) (Session, Event) {
	s.Checking = &Checking{At: c.At, left: s.Plan.toCheck(c.At)}
	s, event := s.askNext(c.At)
	s.Checking.before = nil
	return s, event
}

// ReplyTo replies to the question of a check-in, with one of [Session.Replies].
type ReplyTo struct {
	Reply
	At time.Time
}

func (ReplyTo) writes() bool { return true }

func (r ReplyTo) do(s Session) (Session, Event) {
	if s.Checking == nil {
		return s, Event{}
	}
	switch s.Checking.Topic {
	case TopicStep:
		return s.replyStep(r)
	case TopicInTheWay:
		s = s.adjusted(r)
	case TopicMentor:
		talked := r.Says == Talked
		s.Plan = s.Plan.noted(s.Checking.At, func(c *CheckedIn) { c.Talked = &talked })
		s.Plan.Talk = r.On
	case TopicNext:
		s.Plan.CheckIn = r.On
		return s.endCheckIn(Event{Show: ShowPlan, Say: HaveCheckedIn})
	}
	return s.keepChecking(r.At)
}

// replyStep keeps how a step went. What is done or under way is asked for a line of evidence.
func (s Session) replyStep(r ReplyTo) (Session, Event) {
	if r.Says == NotNow {
		s.Plan.CheckIn = r.On
		return s.endCheckIn(Event{Show: ShowBefore, Say: CheckInMoved})
	}
	at, item := s.asked()
	s.Plan.Items = slices.Clone(s.Plan.Items)
	switch r.Says {
	case StepDone:
		s.Plan.Items[at].Done = &r.At
	case StepUnderWay:
		if item.Begun == nil {
			s.Plan.Items[at].Begun = &r.At
		}
	case StepUnwanted:
		s.Plan = s.Plan.drop(at)
	}
	if r.On != nil {
		s.Plan.Items[at].By = r.On
	}
	s.Plan = s.Plan.noted(s.Checking.At, func(c *CheckedIn) {
		c.Steps = append(slices.Clip(c.Steps), CheckedStep{Step: item.Step.ID, Title: item.Step.Title, Went: r.Says, Moved: r.On})
	})
	return s.keepChecking(r.At)
}

// WriteEvidence keeps what came of the step that a check-in asked about; no text leaves what is there.
type WriteEvidence struct {
	Text string
	At   time.Time
}

func (WriteEvidence) writes() bool { return true }

func (w WriteEvidence) do(s Session) (Session, Event) {
	if s.Checking == nil || s.Checking.Topic != TopicEvidence {
		return s, Event{}
	}
	row := StepRow(s.Checking.Step)
	s.Drafts = s.Drafts.without(PlanDraft(row))
	if text := row.clean(w.Text); text != "" {
		s.Plan = s.Plan.withText(row, text)
	}
	return s.keepChecking(w.At)
}

// BackInCheckIn takes back the reply before, and asks that question again.
type BackInCheckIn struct{}

func (BackInCheckIn) writes() bool { return true }

func (BackInCheckIn) do(s Session) (Session, Event) {
	c := s.Checking
	if c == nil || c.First() {
		return s, Event{Say: FirstQuestion}
	}
	s.Checking, s.Plan = c.before, c.before.plan
	return s, Event{Show: ShowCheckIn, keep: []func(Store) error{savePlan(s.Plan)}}
}

// LeaveCheckIn ends a check-in where it is. What was said is kept, and it stays due.
type LeaveCheckIn struct{}

func (LeaveCheckIn) writes() bool { return false }

func (LeaveCheckIn) do(s Session) (Session, Event) {
	s.Checking = nil
	return s, Event{Show: ShowBefore}
}

// adjusted is the session with the step moved, swapped or dropped for what is in its way.
func (s Session) adjusted(r ReplyTo) Session {
	at, item := s.asked()
	s.Plan.Items = slices.Clone(s.Plan.Items)
	switch {
	case r.Swap != nil:
		s.Plan.Dropped = append(slices.Clip(s.Plan.Dropped), item)
		s.Plan.Items[at] = Item{Step: *r.Swap, Added: r.At}
	case r.Says == WrongStep:
		s.Plan = s.Plan.drop(at)
	case r.On != nil:
		s.Plan.Items[at].By = r.On
	}
	s.Plan = s.Plan.noted(s.Checking.At, func(c *CheckedIn) {
		c.Steps = slices.Clone(c.Steps)
		last := &c.Steps[len(c.Steps)-1]
		last.InTheWay, last.Moved = r.Says, r.On
		if r.Swap != nil {
			last.SwappedFor = r.Swap.Title
		}
	})
	return s
}

// drop returns the plan with a step moved to those that were dropped.
func (p Plan) drop(at int) Plan {
	p.Dropped = append(slices.Clip(p.Dropped), p.Items[at])
	return p.without(at)
}

// noted returns the plan with something noted of the check-in that began at a time.
func (p Plan) noted(at time.Time, note func(*CheckedIn)) Plan {
	p.CheckIns = slices.Clone(p.CheckIns)
	if n := len(p.CheckIns); n == 0 || !p.CheckIns[n-1].At.Equal(at) {
		p.CheckIns = append(p.CheckIns, CheckedIn{At: at})
	}
	note(&p.CheckIns[len(p.CheckIns)-1])
	return p
}

// keepChecking asks the next question, and keeps the plan after the reply.
func (s Session) keepChecking(at time.Time) (Session, Event) {
	s, event := s.askNext(at)
	event.keep = []func(Store) error{savePlan(s.Plan)}
	return s, event
}

// endCheckIn keeps the plan after the last reply.
func (s Session) endCheckIn(event Event) (Session, Event) {
	s.Checking = nil
	event.keep = []func(Store) error{savePlan(s.Plan)}
	return s, event
}

// askNext puts the next question of the check-in before the person.
func (s Session) askNext(at time.Time) (Session, Event) {
	c := s.Checking
	next := Checking{At: c.At, Asked: c.Asked, left: c.left, before: c}
	if c.Topic != "" {
		next.Asked++
	}
	room := s.roomAfter(next.Asked, at)
	if room > len(c.left) {
		next.Topic, next.Step = s.follows(c)
	}
	switch {
	case next.Topic != "":
	case len(c.left) > 0 && room > 0:
		next.Topic, next.Step, next.left = TopicStep, c.left[0], c.left[1:]
	case c.Topic != TopicMentor && s.Plan.asksTalk(at):
		next.Topic, next.Step = TopicMentor, ""
	default:
		next.Topic, next.Step = TopicNext, ""
	}
	next.plan = s.Plan
	s.Checking = &next
	return s, Event{Show: ShowCheckIn}
}

// roomAfter is how many more questions about steps a check-in has room for after so many: the day of the next one is always
// asked, and so is the talk with the mentor where that's due.
func (s Session) roomAfter(asked int, at time.Time) int {
	room := MostAsked - 1 - asked
	if s.Plan.asksTalk(at) {
		room--
	}
	return room
}

// FollowsUp reports whether there's room for so many more questions about the step that is asked about: each of the steps
// to come is asked about first.
func (s Session) FollowsUp(n int, now time.Time) bool {
	return s.roomAfter(s.Checking.Asked+n, now) > len(s.Checking.left)
}

// follows is what is asked next of the step that was just asked about; "" where nothing is.
func (s Session) follows(c *Checking) (Topic, string) {
	at := s.Plan.Item(StepRow(c.Step))
	if at < 0 || c.Topic != TopicStep && c.Topic != TopicEvidence {
		return "", ""
	}
	steps := s.Plan.CheckIns[len(s.Plan.CheckIns)-1].Steps
	switch {
	case c.Topic == TopicStep && steps[len(steps)-1].Went != StepNotBegun:
		return TopicEvidence, c.Step
	case s.Plan.Items[at].Done == nil:
		return TopicInTheWay, c.Step
	}
	return "", ""
}
