package session

import "waymark/stages"

// Replayable reports whether a bank can tell where the person stood after each answer: the result was reached
// with its content, has a level and more than one answer.
func (r Result) Replayable(bank *stages.Bank) bool {
	return r.Assessment == stages.Stages && r.Placement.Level != nil && len(r.Interview.Asked) > 1 &&
		r.Snapshot.SHA256 == bank.Catalog().SHA256 && len(r.Known(bank).Asked) == len(r.Interview.Asked)
}

// Replay is where the person stood after each answer, in the order they were asked. The last is the result. It is
// nil where the bank comes to another result.
func (r Result) Replay(bank *stages.Bank) []stages.Placement {
	if !r.Replayable(bank) {
		return nil
	}
	steps := bank.Replay(r.Interview)
	last := len(steps) - 1
	if level := steps[last].Level; level == nil || *level != *r.Placement.Level || steps[last].Certainty() != r.Placement.Certainty() {
		return nil
	}
	steps[last] = r.Placement
	return steps
}
