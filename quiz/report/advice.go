package report

import (
	"slices"

	"waymark/quiz/session"
	"waymark/stages"
)

// TimeLimits are the weeks that one may have for a step; 0 is any number.
var TimeLimits = []int{0, 4, 2}

// AllAdvised is said where nobody can be shown another step.
const AllAdvised = "That is all there is to advise from these answers."

// Advice ranks the steps for a record: those of its result, then the others. Where weeks is above 0,
// those that take longer are left out.
func Advice(b *stages.Bank, r session.Result, weeks int) []stages.NextStep {
	all := slices.Clone(r.Placement.Next)
	for _, n := range b.StepsFor(r.Known(b)) {
		if !slices.ContainsFunc(all, func(o stages.NextStep) bool { return o.Step == n.Step }) {
			all = append(all, n)
		}
	}
	return slices.DeleteFunc(all, func(n stages.NextStep) bool {
		s := StepOf(b.Catalog(), r, n)
		return s == nil || weeks > 0 && s.Weeks > weeks
	})
}

// StepOf returns the words of a step, as it was advised, else as the content has it; nil where neither
// knows it.
func StepOf(c *stages.Catalog, r session.Result, n stages.NextStep) *stages.Step {
	if s := step(r, n.Step); s != nil {
		return s
	}
	if i := slices.IndexFunc(c.Steps, func(s stages.Step) bool { return s.ID == n.Step }); i >= 0 {
		return &c.Steps[i]
	}
	return nil
}
