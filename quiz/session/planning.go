package session

import (
	"strings"
	"time"

	"waymark/stages"
)

// ToggleStep takes a step on, or out of the plan again, unless it is done or has a note, which [TakeOut] is for.
type ToggleStep struct {
	Step stages.Step
	At   time.Time
}

func (ToggleStep) writes() bool { return true }

func (t ToggleStep) do(s Session) (Session, Event) {
	row := StepRow(t.Step.ID)
	i := s.Plan.Item(row)
	switch {
	case i < 0:
		s, event := s.keepPlan(s.Plan.with(t.Step, t.At))
		event.Say = StepTaken
		return s, event
	case s.Plan.Items[i].Done != nil:
		return s, Event{Say: StepFinished}
	case s.PlanText(row) != "":
		return s, Event{Say: StepNoted}
	}
	return TakeOut{row}.do(s)
}

// TickItem marks a step of the plan as done, or as not done after all.
type TickItem struct {
	Row PlanRow
	At  time.Time
}

func (TickItem) writes() bool { return true }

func (t TickItem) do(s Session) (Session, Event) {
	i := s.Plan.Item(t.Row)
	if i < 0 {
		return s, Event{}
	}
	s, event := s.keepPlan(s.Plan.tick(i, t.At))
	if s.Plan.Items[i].Done != nil {
		event.Say = ItemDone
	}
	return s, event
}

// TakeOut takes a step out of the plan, done or not, with what was noted of it.
type TakeOut struct{ Row PlanRow }

func (TakeOut) writes() bool { return true }

func (t TakeOut) do(s Session) (Session, Event) {
	i := s.Plan.Item(t.Row)
	if i < 0 {
		return s, Event{}
	}
	s.Drafts = s.Drafts.without(PlanDraft(t.Row))
	s, event := s.keepPlan(s.Plan.without(i))
	event.Say = StepDropped
	return s, event
}

// MoveDate moves the day of an open step, or the one to check in, by a number of weeks; back where it is negative.
// A check-in without a day begins from today. See [Item.Due].
type MoveDate struct {
	Row   PlanRow
	Weeks int
	At    time.Time
}

func (MoveDate) writes() bool { return true }

func (d MoveDate) do(s Session) (Session, Event) {
	was, dated := s.Plan.date(d.Row, d.At)
	if !dated {
		return s, Event{}
	}
	to := moved(was, d.At, d.Weeks)
	if DaysTo(was.In(d.At.Location()), to) == 0 {
		return s, Event{Say: DateStays}
	}
	s, event := s.keepPlan(s.Plan.withDate(d.Row, to))
	event.Say = DateMoved
	return s, event
}

// WritePlan keeps the person's words in a row of the plan.
type WritePlan struct {
	Row  PlanRow
	Text string
}

func (WritePlan) writes() bool { return true }

func (w WritePlan) do(s Session) (Session, Event) {
	s.Drafts = s.Drafts.without(PlanDraft(w.Row))
	text := w.Row.clean(w.Text)
	if text == s.Plan.Text(w.Row) {
		return s, Event{}
	}
	return s.keepPlan(s.Plan.withText(w.Row, text))
}

// Limit is how long the text of a row may be, in characters.
func (r PlanRow) Limit() int {
	if strings.HasPrefix(string(r), string(StepRow(""))) {
		return StepTextLimit
	}
	return TextLimit
}

func (r PlanRow) clean(text string) string { return limited(stages.OneLine(text), r.Limit()) }

// Added is what was written on a step with more added to it; the same, where it says that already.
func Added(before, more string) string {
	switch {
	case before == "":
		return more
	case strings.Contains(before, more):
		return before
	case strings.ContainsAny(before[len(before)-1:], ".!?"):
		return before + " " + more
	}
	return before + "; " + more
}

// SetTalk sets the day of the next talk with the mentor, or none.
type SetTalk struct{ On *time.Time }

func (SetTalk) writes() bool { return true }

func (k SetTalk) do(s Session) (Session, Event) {
	p := s.Plan
	p.Talk = k.On
	return s.keepPlan(p)
}

// TypePlan replaces what is being typed into a row of the plan.
type TypePlan WritePlan

func (TypePlan) writes() bool { return true }

func (t TypePlan) do(s Session) (Session, Event) {
	s.Drafts = s.Drafts.with(PlanDraft(t.Row), Draft{Text: t.Row.clean(t.Text)})
	return s, Event{}
}

// PlanText is what stands in a row of the plan: what is being typed, else what is kept.
func (s Session) PlanText(row PlanRow) string {
	if draft, ok := s.Drafts[PlanDraft(row)]; ok {
		return draft.Text
	}
	return s.Plan.Text(row)
}

func (s Session) keepPlan(p Plan) (Session, Event) {
	s.Plan, s.Checking = p, nil // what a check-in goes back to would undo this
	return s, Event{keep: []func(Store) error{savePlan(p)}}
}

func savePlan(p Plan) func(Store) error { return func(to Store) error { return to.SavePlan(p) } }
