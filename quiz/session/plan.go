package session

import (
	"cmp"
	"slices"
	"time"

	"waymark/stages"
)

// Plan is what a person has taken on.
type Plan struct {
	Schema int    `json:"schema"`
	Items  []Item `json:"items"`
	// Mentor and Framework are in the person's words: who; which ladder.
	Mentor    string `json:"mentor,omitempty"`
	Framework string `json:"framework,omitempty"`
	// Talk is the day of the next talk with the mentor, CheckIn that of the next look at the plan.
	Talk    *time.Time `json:"talk,omitempty"`
	CheckIn *time.Time `json:"check_in,omitempty"`
	// CheckIns are the looks at the plan so far, the last one last.
	CheckIns []CheckedIn `json:"check_ins,omitempty"`
	// Dropped are the steps that a check-in took out of the plan, with what was noted of them.
	Dropped []Item `json:"dropped,omitempty"`
}

// Item is a step taken on: one of the content, a road's experiment or a talk about the workplace. It holds the
// step's words, so that it stays as it was accepted.
type Item struct {
	Step  stages.Step `json:"step"`
	Added time.Time   `json:"added"`
	// By is the day that the person moved it to; nil where the step's own weeks count.
	By   *time.Time `json:"due,omitempty"`
	Done *time.Time `json:"done,omitempty"`
	// Begun is the day on which a check-in first heard that it's under way.
	Begun *time.Time `json:"begun,omitempty"`
	// Evidence is what came of it, and who saw it.
	Evidence string `json:"evidence,omitempty"`
}

// Due is the day that the item was moved to, else the one on which the step's weeks are over.
func (i Item) Due() time.Time {
	if i.By != nil {
		return *i.By
	}
	return i.Added.AddDate(0, 0, 7*i.Step.Weeks)
}

// Overdue reports whether the item is open and its day is over, by the calendar where the person is.
func (i Item) Overdue(now time.Time) bool { return i.Done == nil && DaysTo(now, i.Due()) < 0 }

// DaysTo counts the days from now to a moment, by the calendar where the person is.
func DaysTo(now, then time.Time) int {
	noon := func(t time.Time) time.Time {
		y, m, d := t.In(now.Location()).Date()
		return time.Date(y, m, d, 12, 0, 0, 0, time.UTC)
	}
	return int(noon(then).Sub(noon(now)).Hours() / 24)
}

// dueWithin is how many days ahead a step counts as due.
const dueWithin = 7

// First is the open item that is due first; nil where none is open.
func (p Plan) First() *Item {
	var first *Item
	for i := range p.Items {
		if item := &p.Items[i]; item.Done == nil && (first == nil || item.Due().Before(first.Due())) {
			first = item
		}
	}
	return first
}

// NextDue is the open item that is due first, where that is overdue or due within a week; nil where none is.
func (p Plan) NextDue(now time.Time) *Item {
	first := p.First()
	if first == nil || !first.dueSoon(now) {
		return nil
	}
	return first
}

// dueSoon reports whether the day of the item is over, or comes within a week.
func (i Item) dueSoon(now time.Time) bool { return !i.Due().After(now.AddDate(0, 0, dueWithin)) }

// Has reports whether a step is in the plan.
func (p Plan) Has(step string) bool {
	return slices.ContainsFunc(p.Items, func(i Item) bool { return i.Step.ID == step })
}

// finished are the ids of the steps that are done.
func (p Plan) finished() []string {
	var out []string
	for _, i := range p.Items {
		if i.Done != nil {
			out = append(out, i.Step.ID)
		}
	}
	return out
}

// Finished reports whether a step is in the plan and done.
func (p Plan) Finished(step string) bool { return slices.Contains(p.finished(), step) }

// with returns the plan with a step taken on.
func (p Plan) with(s stages.Step, now time.Time) Plan {
	p.Items = append(slices.Clone(p.Items), Item{Step: s, Added: now})
	return p
}

// without returns the plan without an item.
func (p Plan) without(i int) Plan {
	p.Items = slices.Delete(slices.Clone(p.Items), i, i+1)
	return p
}

// mostWeeks is how far ahead a date can be moved.
const mostWeeks = 52

// moved is a date some weeks later, or earlier where they are negative. No date is moved before today or further
// than a year ahead; one that is over moves on from today, and stays where it should go back.
func moved(date, now time.Time, weeks int) time.Time {
	over := DaysTo(now, date) < 0
	switch {
	case over && weeks < 0:
		return date
	case over:
		date = now
	}
	date = date.AddDate(0, 0, 7*weeks)
	switch days := DaysTo(now, date); {
	case days < 0:
		return now
	case days > 7*mostWeeks:
		return now.AddDate(0, 0, 7*mostWeeks)
	}
	return date
}

// tick returns the plan with an item done, or not done after all.
func (p Plan) tick(i int, now time.Time) Plan {
	p.Items = slices.Clone(p.Items)
	if p.Items[i].Done != nil {
		p.Items[i].Done = nil
	} else {
		p.Items[i].Done = &now
	}
	return p
}

// Count counts the items that are done and those that are not.
func (p Plan) Count() (done, open int) {
	for _, i := range p.Items {
		if i.Done != nil {
			done++
		} else {
			open++
		}
	}
	return done, open
}

// PlanRow names a row of a plan: a step taken on, or what carries the plan.
type PlanRow string

// The rows after the steps.
const (
	Mentor    PlanRow = "mentor"
	Framework PlanRow = "framework"
	CheckIn   PlanRow = "check-in"
)

// StepRow is the row of a step, by its id.
func StepRow(step string) PlanRow { return PlanRow("step/" + step) }

// Rows lists the rows of the plan, the steps first.
func (p Plan) Rows() []PlanRow {
	rows := make([]PlanRow, 0, len(p.Items)+3)
	for _, i := range p.Items {
		rows = append(rows, StepRow(i.Step.ID))
	}
	return append(rows, Mentor, Framework, CheckIn)
}

// Item is the place of a row's step in the plan, or −1.
func (p Plan) Item(row PlanRow) int {
	return slices.IndexFunc(p.Items, func(i Item) bool { return StepRow(i.Step.ID) == row })
}

// Text is what the person wrote into a row: what came of a step, the mentor, the framework.
func (p Plan) Text(row PlanRow) string {
	switch i := p.Item(row); {
	case row == Mentor:
		return p.Mentor
	case row == Framework:
		return p.Framework
	case i >= 0:
		return p.Items[i].Evidence
	}
	return ""
}

func (p Plan) withText(row PlanRow, text string) Plan {
	switch i := p.Item(row); {
	case row == Mentor:
		p.Mentor = text
		if text == "" {
			p.Talk = nil
		}
	case row == Framework:
		p.Framework = text
	case i >= 0:
		p.Items = slices.Clone(p.Items)
		p.Items[i].Evidence = text
	}
	return p
}

// date is the day of a row, and whether it has one that can be moved: that of an open step, the next talk with a
// mentor, or the day to check in, which are today where none is set.
func (p Plan) date(row PlanRow, now time.Time) (day time.Time, movable bool) {
	switch i := p.Item(row); {
	case row == CheckIn:
		return *cmp.Or(p.CheckIn, &now), true
	case row == Mentor && p.Mentor != "":
		return *cmp.Or(p.Talk, &now), true
	case i >= 0 && p.Items[i].Done == nil:
		return p.Items[i].Due(), true
	}
	return time.Time{}, false
}

func (p Plan) withDate(row PlanRow, day time.Time) Plan {
	switch row {
	case CheckIn:
		p.CheckIn = &day
		return p
	case Mentor:
		p.Talk = &day
		return p
	}
	p.Items = slices.Clone(p.Items)
	p.Items[p.Item(row)].By = &day
	return p
}

// Soon are the days on offer for the next talk with a mentor.
func Soon(now time.Time) []time.Time {
	return []time.Time{now.AddDate(0, 0, 7), now.AddDate(0, 0, 14), now.AddDate(0, 0, 28)}
}

// checkInWeeks are the weeks after which one may want to look at a plan again.
var checkInWeeks = []int{2, 4, 8, 12}

// CheckInDates are the days on offer for looking at the plan again.
func CheckInDates(now time.Time) []time.Time {
	out := make([]time.Time, len(checkInWeeks))
	for i, weeks := range checkInWeeks {
		out[i] = now.AddDate(0, 0, 7*weeks)
	}
	return out
}
