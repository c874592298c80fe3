package session

import (
	"slices"

	"waymark/stages"
)

// Undone returns the last results with advice on what's still to be done: a step that is done in the plan isn't advised,
// and where the content is still the one the result was reached with, the next step that fits takes its place. Bank
// returns that of the content in force, or nil; it's called only where a step is done.
func Undone(last map[string]Result, plan Plan, bank func() *stages.Bank) map[string]Result {
	r := last[stages.Stages]
	if !r.AdvisesDone(plan) {
		return last
	}
	return cloned(last, stages.Stages, r.undone(bank(), last, plan))
}

// Last are the last results with advice on what's still to be done. See [Undone].
func (s Session) Last() map[string]Result {
	return Undone(s.Results, s.Plan, func() *stages.Bank { return s.Bank })
}

// AdvisesDone reports whether a step that is done in the plan is advised.
func (r Result) AdvisesDone(plan Plan) bool {
	return slices.ContainsFunc(r.Placement.Next, func(n stages.NextStep) bool { return plan.Finished(n.Step) })
}

// undone is the result with advice on what's still to be done.
func (r Result) undone(bank *stages.Bank, last map[string]Result, plan Plan) Result {
	if bank != nil && r.Content == bank.Catalog().Ref() {
		return r.readvised(bank, last, plan)
	}
	r.Placement.Next = slices.DeleteFunc(slices.Clone(r.Placement.Next), func(n stages.NextStep) bool { return plan.Finished(n.Step) })
	return r
}

// AllDone reports whether every step that the result gave has been done. See [Undone].
func (r Result) AllDone() bool { return len(r.Placement.Next) == 0 && len(r.Snapshot.Steps) > 0 }

// Ranked lists the steps for a result, the best first: those of the result, then the others that the
// content in force has for the same answers, without those that are done in the plan.
func (r Result) Ranked(bank *stages.Bank, last map[string]Result, plan Plan) []Advised {
	all := slices.Clone(r.Placement.Next)
	for _, n := range bank.StepsFor(r.Known(bank), r.wishes(last, plan)) {
		if !slices.ContainsFunc(all, func(o stages.NextStep) bool { return o.Step == n.Step }) {
			all = append(all, n)
		}
	}
	var out []Advised
	for i, n := range all {
		if s := r.step(bank.Catalog(), n.Step); s != nil {
			out = append(out, Advised{NextStep: n, Words: s, Given: i < len(r.Placement.Next)})
		}
	}
	return out
}

// Advised is a step for someone, with its words.
type Advised struct {
	stages.NextStep
	Words *stages.Step
	Given bool // the result gave it; the others come after those
}

// step returns the words of a step, as it was advised, else as the content has it; nil where neither
// knows it.
func (r Result) step(c *stages.Catalog, id string) *stages.Step {
	named := func(s stages.Step) bool { return s.ID == id }
	if i := slices.IndexFunc(r.Snapshot.Steps, named); i >= 0 {
		return &r.Snapshot.Steps[i]
	}
	if i := slices.IndexFunc(c.Steps, named); i >= 0 {
		return c.Serves.Step(&c.Steps[i], r.Profile.Work, r.Profile.Serves)
	}
	return nil
}

// Offer says which of the ranked steps are shown: at first those of the result.
type Offer struct {
	Weeks int // the most that a step may take; 0: any number
	Extra int // how many more than those of the result were asked for
}

// timeLimits are the weeks one may have for a step, in the order they are gone through.
var timeLimits = []int{0, 4, 2}

// Steps are those shown, as many as the result gave and those asked for, and whether there are more.
func (o Offer) Steps(ranked []Advised) (shown []Advised, more bool) {
	n := o.Extra
	var fits []Advised
	for _, a := range ranked {
		if a.Given {
			n++
		}
		if o.Weeks == 0 || a.Words.Weeks <= o.Weeks {
			fits = append(fits, a)
		}
	}
	n = min(n, len(fits))
	return fits[:n], n < len(fits)
}

// Another shows one step more.
func (o Offer) Another() Offer { return Offer{o.Weeks, o.Extra + 1} }

// Within goes on to the next limit of time.
func (o Offer) Within() Offer {
	at := slices.Index(timeLimits, o.Weeks)
	return Offer{Weeks: timeLimits[(at+1)%len(timeLimits)]}
}

// Advised are the steps that the result was given, in the words it was given them.
func (r Result) Advised() []Advised {
	var out []Advised
	for _, n := range r.Placement.Next {
		if s := r.step(&stages.Catalog{}, n.Step); s != nil {
			out = append(out, Advised{NextStep: n, Words: s, Given: true})
		}
	}
	return out
}
