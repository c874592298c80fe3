package session

import (
	"slices"
	"time"

	"waymark/stages"
)

// CheckedIn is one look at the plan: what was said of its steps and of the mentor, and what came of that.
type CheckedIn struct {
	At    time.Time     `json:"at"`
	Steps []CheckedStep `json:"steps,omitempty"`
	// Talked says whether the talk with the mentor took place; nil where that wasn't asked.
	Talked *bool `json:"talked,omitempty"`
}

// CheckedStep is what a check-in heard of a step, in the words it had then.
type CheckedStep struct {
	Step     string `json:"step"`
	Title    string `json:"title"`
	Went     Says   `json:"went"`
	InTheWay Says   `json:"in_the_way,omitempty"`
	// Moved is the day that the step was moved to; SwappedFor the title of the one that took its place.
	Moved      *time.Time `json:"moved,omitempty"`
	SwappedFor string     `json:"swapped_for,omitempty"`
}

// Topic is what a question of a check-in is about.
type Topic string

// The topics, in the order in which they come.
const (
	TopicStep     Topic = "step"       // how a step went
	TopicEvidence Topic = "evidence"   // what came of it, in a line
	TopicInTheWay Topic = "in the way" // of a step that isn't done
	TopicMentor   Topic = "mentor"     // whether they talked, and when they next do
	TopicNext     Topic = "next"       // the day of the next check-in
)

// Says is what a reply says.
type Says string

// The replies to how a step went.
const (
	StepDone     Says = "done"
	StepUnderWay Says = "under-way"
	StepNotBegun Says = "not-begun"
	StepUnwanted Says = "dropped"
	NotNow       Says = "not-now" // instead of the first: the check-in waits
)

// The replies to what is in the way of a step.
const (
	NothingInWay Says = "nothing"
	NoTime       Says = "no-time"
	NoChanceYet  Says = "no-chance"
	PlaceInWay   Says = "place"
	WrongStep    Says = "wrong-step"
)

// The replies about the mentor, and about the next check-in.
const (
	Talked    Says = "talked"
	NotTalked Says = "not-talked"
	NextOn    Says = "next-on"
)

// Reply is one of the replies that a question takes, and what it does to the plan.
type Reply struct {
	Says Says
	On   *time.Time   // the day it sets, or moves the step to; nil for none
	Swap *stages.Step // the step that takes the place of the one asked about
}

// Checking is a check-in under way. Each reply changes the plan at once, so that what was said is kept wherever
// it ends.
type Checking struct {
	At    time.Time // when it began
	Topic Topic
	Step  string // the id of the step asked about
	Asked int    // the questions before this one

	left   []string  // the steps to come
	plan   Plan      // as it was before this question
	before *Checking // the question before; nil at the first
}

// MostAsked is how many questions a check-in has at most.
const MostAsked = 5

// First reports whether it is the first question.
func (c *Checking) First() bool { return c.before == nil }

// Left counts the steps that are due and haven't been asked about.
func (c *Checking) Left() int { return len(c.left) }

// CheckInDue reports whether the day to check in has come, by the calendar where the person is.
func (p Plan) CheckInDue(now time.Time) bool { return p.CheckIn != nil && DaysTo(now, *p.CheckIn) <= 0 }

// toCheck are the steps that a check-in asks about: those that are due or overdue, the first one first. Where there
// is none, and the day to check in has come, it is the one that is due next.
func (p Plan) toCheck(now time.Time) []string {
	open := slices.DeleteFunc(slices.Clone(p.Items), func(i Item) bool { return i.Done != nil })
	slices.SortStableFunc(open, func(a, b Item) int { return a.Due().Compare(b.Due()) })
	var ids []string
	for i, item := range open {
		if item.dueSoon(now) || i == 0 && p.CheckInDue(now) {
			ids = append(ids, item.Step.ID)
		}
	}
	return ids
}

// TalkDue reports whether the day of the next talk with the mentor has come, by the calendar where the person is.
func (p Plan) TalkDue(now time.Time) bool { return p.Talk != nil && DaysTo(now, *p.Talk) <= 0 }

// asksTalk reports whether a check-in asks about the mentor: where there is one, and no talk lies ahead.
func (p Plan) asksTalk(now time.Time) bool {
	return p.Mentor != "" && (p.Talk == nil || p.TalkDue(now))
}

// asked is the item that the check-in asks about.
func (s Session) asked() (at int, item Item) {
	at = s.Plan.Item(StepRow(s.Checking.Step))
	return at, s.Plan.Items[at]
}

// Replies are those that the question takes at a time.
func (s Session) Replies(now time.Time) []Reply {
	in := func(weeks int) *time.Time { day := now.AddDate(0, 0, 7*weeks); return &day }
	switch s.Checking.Topic {
	case TopicStep:
		out := []Reply{{Says: StepDone}, {Says: StepUnderWay, On: s.movesTo(2, now)}, {Says: StepNotBegun, On: s.movesTo(1, now)}, {Says: StepUnwanted}}
		if s.Checking.First() {
			out = append(out, Reply{Says: NotNow, On: in(1)})
		}
		return out
	case TopicInTheWay:
		return s.obstacles(now)
	case TopicMentor:
		return []Reply{{Says: Talked, On: in(2)}, {Says: Talked, On: in(4)}, {Says: Talked}, {Says: NotTalked, On: in(1)}, {Says: NotTalked}}
	case TopicNext:
		var out []Reply
		for _, day := range CheckInDates(now) {
			out = append(out, Reply{Says: NextOn, On: &day})
		}
		return append(out, Reply{Says: NextOn})
	}
	return nil
}

// How many weeks an obstacle moves a step by: what only takes longer, and what there is no time for.
const (
	longerWeeks = 2
	noTimeWeeks = 4
)

// movesTo is the day that a step which is due is moved to, where there's no room to ask what is in its way as the n-th
// question after this one; else nil.
func (s Session) movesTo(n int, now time.Time) *time.Time {
	_, item := s.asked()
	if s.FollowsUp(n, now) || DaysTo(now, item.Due()) > 0 {
		return nil
	}
	day := moved(item.Due(), now, longerWeeks)
	return &day
}

// obstacles are the replies to what is in the way, each with what the plan makes of it. Without another step along
// the strand, the one there is stays and has longer.
func (s Session) obstacles(now time.Time) []Reply {
	_, item := s.asked()
	later := func(weeks int) *time.Time { day := moved(item.Due(), now, weeks); return &day }
	nothing := Reply{Says: NothingInWay}
	if DaysTo(now, item.Due()) <= 0 {
		nothing.On = later(longerWeeks)
	}
	out := []Reply{nothing, {Says: NoTime, On: later(noTimeWeeks)}}
	for i, says := range []Says{NoChanceYet, PlaceInWay} {
		r := Reply{Says: says, Swap: s.another(item.Step, i)}
		if r.Swap == nil {
			r.On = later(longerWeeks)
		}
		out = append(out, r)
	}
	return append(out, Reply{Says: WrongStep})
}

// another is the step along the strand of one that ranks n-th of those that are neither in the plan nor were dropped
// from it, or the last of them; nil where there is none.
func (s Session) another(than stages.Step, n int) *stages.Step {
	var found *stages.Step
	for _, a := range s.Results[stages.Stages].Ranked(s.Bank, s.Results, s.Plan) {
		dropped := slices.ContainsFunc(s.Plan.Dropped, func(i Item) bool { return i.Step.ID == a.Step })
		if a.Strand != than.Strand || s.Plan.Has(a.Step) || dropped {
			continue
		}
		if found = a.Words; n == 0 {
			break
		}
		n--
	}
	return found
}
