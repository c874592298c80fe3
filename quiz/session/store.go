package session

import "waymark/stages"

// Store keeps what must not be lost. Where a call returns nil, what it was handed is on disk. Drafts are
// the exception: they outlive the program, but a power cut may take them.
type Store interface {
	Save(Attempt) error
	Finish(Result) error
	Abandon(assessment string) error
	SavePlan(Plan) error
	SaveDrafts(Drafts) error
}

// Saved is all that a store holds of a person.
type Saved struct {
	Attempts []Attempt // under way, at most one of each assessment
	Results  []Result  // finished, in the order in which they were reached
	Plan     Plan
	Drafts   Drafts
}

// Last is the last result of each assessment.
func (s Saved) Last() map[string]Result {
	last := map[string]Result{}
	for _, r := range s.Results {
		last[r.Assessment] = r
	}
	return last
}

// Previous is the result of the stages assessment before the last; nil where there is none.
func (s Saved) Previous() *Result {
	var before, last *Result
	for i := range s.Results {
		if s.Results[i].Assessment == stages.Stages {
			before, last = last, &s.Results[i]
		}
	}
	return before
}
