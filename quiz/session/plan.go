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

// Has reports whether a step is in the plan.
func (p Plan) Has(step string) bool {
	return slices.ContainsFunc(p.Items, func(i Item) bool { return i.Step.ID == step })
}

// Toggle returns the plan with a step taken on, or with one that is not done yet taken out again.
func (p Plan) Toggle(s stages.Step, now time.Time) Plan {
	if p.Has(s.ID) {
		p.Items = slices.DeleteFunc(slices.Clone(p.Items), func(i Item) bool { return i.Step.ID == s.ID && i.Done == nil })
		return p
	}
	p.Items = append(slices.Clone(p.Items), Item{Step: s, Added: now})
	return p
}

// Tick returns the plan with an item done, or not done after all.
func (p Plan) Tick(i int, now time.Time) Plan {
	p.Items = slices.Clone(p.Items)
	if p.Items[i].Done != nil {
		p.Items[i].Done = nil
	} else {
		p.Items[i].Done = &now
	}
	return p
}

// Open counts the items that are done and those that are not.
func (p Plan) Open() (done, open int) {
	for _, i := range p.Items {
		if i.Done != nil {
			done++
		} else {
			open++
		}
	}
	return done, open
}

// Note returns the plan with what came of an item.
func (p Plan) Note(i int, evidence string) Plan {
	p.Items = slices.Clone(p.Items)
	p.Items[i].Evidence = evidence
	return p
}

// CheckInWeeks are the weeks after which one may want to look at a plan again.
var CheckInWeeks = []int{2, 4, 8, 12}
