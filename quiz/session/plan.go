package session

import (
	"slices"
	"time"

	"waymark/stages"
)

// Plan is what a person has taken on.
type Plan struct {
	Schema int    `json:"schema"`
	Items  []Item `json:"items"`
	// Mentor and Framework are in the person's words: who, and the next talk; which ladder.
	Mentor    string     `json:"mentor,omitempty"`
	Framework string     `json:"framework,omitempty"`
	CheckIn   *time.Time `json:"check_in,omitempty"`
}

// Item is a step taken on. It holds the step's words, so that it stays as it was accepted.
type Item struct {
	Step  stages.Step `json:"step"`
	Added time.Time   `json:"added"`
	Done  *time.Time  `json:"done,omitempty"`
	// Evidence is what came of it, and who saw it.
	Evidence string `json:"evidence,omitempty"`
}

// Due is when the step's weeks are over.
func (i Item) Due() time.Time { return i.Added.AddDate(0, 0, 7*i.Step.Weeks) }

// dueWithin is how many days ahead a step counts as due.
const dueWithin = 7

// NextDue is the open item that is due first, where that is overdue or due within a week; nil where none is.
func (p Plan) NextDue(now time.Time) *Item {
	var first *Item
	for i := range p.Items {
		if item := &p.Items[i]; item.Done == nil && (first == nil || item.Due().Before(first.Due())) {
			first = item
		}
	}
	if first == nil || first.Due().After(now.AddDate(0, 0, dueWithin)) {
		return nil
	}
	return first
}

// Has reports whether a step is in the plan.
func (p Plan) Has(step string) bool {
	return slices.ContainsFunc(p.Items, func(i Item) bool { return i.Step.ID == step })
}

// toggle returns the plan with a step taken on, or with one that is not done yet taken out again.
func (p Plan) toggle(s stages.Step, now time.Time) Plan {
	if p.Has(s.ID) {
		p.Items = slices.DeleteFunc(slices.Clone(p.Items), func(i Item) bool { return i.Step.ID == s.ID && i.Done == nil })
		return p
	}
	p.Items = append(slices.Clone(p.Items), Item{Step: s, Added: now})
	return p
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

const stepRow = "step/"

// Rows lists the rows of the plan, the steps first.
func (p Plan) Rows() []PlanRow {
	rows := make([]PlanRow, 0, len(p.Items)+3)
	for _, i := range p.Items {
		rows = append(rows, PlanRow(stepRow+i.Step.ID))
	}
	return append(rows, Mentor, Framework, CheckIn)
}

// Item is the place of a row's step in the plan, or −1.
func (p Plan) Item(row PlanRow) int {
	return slices.IndexFunc(p.Items, func(i Item) bool { return PlanRow(stepRow+i.Step.ID) == row })
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
	case row == Framework:
		p.Framework = text
	case i >= 0:
		p.Items = slices.Clone(p.Items)
		p.Items[i].Evidence = text
	}
	return p
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

// NextCheckIn is the day on offer after the one that is set; nil, for no day, after the last.
func (p Plan) NextCheckIn(now time.Time) *time.Time {
	dates := CheckInDates(now)
	if p.CheckIn == nil {
		return &dates[0]
	}
	for i, date := range dates[1:] {
		if dates[i].Format(time.DateOnly) == p.CheckIn.In(now.Location()).Format(time.DateOnly) {
			return &date
		}
	}
	if last := dates[len(dates)-1]; last.Format(time.DateOnly) == p.CheckIn.In(now.Location()).Format(time.DateOnly) {
		return nil
	}
	return &dates[0]
}
