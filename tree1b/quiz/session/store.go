package session

import (
	"iter"

	"waymark/stages"
)

// Store keeps what must not be lost. Where a call returns nil, what it was handed is on disk. Drafts are
// the exception: they outlive the program, but a power cut may take them.
type Store interface {
	Save(Attempt) error
	Finish(Result) error // and drops the attempt that the result is of, not one that was begun since
	Abandon(assessment string) error
	SavePlan(Plan) error
	SaveDrafts(Drafts) error

	// Results yields the results of an assessment as they are read, the latest first: of an attempt that was
	// looked at again, each. An error says of one what is wrong with it; the others follow.
	Results(assessment string) iter.Seq2[Result, error]
}

// Saved is what a program opens with.
type Saved struct {
	Attempts []Attempt // under way, at most one of each assessment
	Results  []Result  // the last of each assessment, and before it, the last but one of the stages
	Plan     Plan
	Drafts   Drafts
	Notes    []Noted // in the order in which they were written
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
