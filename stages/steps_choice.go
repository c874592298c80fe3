package stages

import (
	"cmp"
	"slices"
)

// mostSteps is how many steps are advised at most.
const mostSteps = 3

// pick takes the first three of what was ranked, one a strand as far as there are strands to work on: those that an
// answer calls for, and only where those are fewer, some for the level. People who want to stay are advised to grow
// wider, but for the last step; those who want to take a road, first along that road; everyone else, first along the
// nearest way up. Steps for growing wider also stand in where there are fewer than three others, or these would be too
// much of one thing; they are ranked only where they count.
func (b *Bank) pick(onward leading, wider func() []NextStep, w Wishes) []NextStep {
	var out []NextStep
	alike := mostSteps - 1
	if onward.onlyNeed {
		alike = mostSteps
	}
	tooMuch := func(of []NextStep, s NextStep) bool { return b.tooMuch(of, s, alike) }
	switch {
	case w.Aim == Stay:
		out = firstOfEach(b.first(wider(), w, nil), wider(), mostSteps-1, tooMuch)
	case w.road() != "":
		out = b.first(b.along(w.road(), slices.Concat(onward.called, onward.byLevel, wider())), w, onward.held)
	default:
		out = b.first(onward.called, w, onward.held)
	}
	for _, steps := range [][]NextStep{onward.called, onward.byLevel} {
		out = filled(firstOfEach(out, steps, mostSteps, tooMuch), steps, mostSteps, tooMuch)
	}
	if len(out) < mostSteps || w.Aim == Stay {
		out = firstOfEach(out, wider(), mostSteps, tooMuch)
	}
	if w.Aim == Stay {
		return out
	}
	return filled(filled(out, onward.called, mostSteps, anything), onward.byLevel, mostSteps, anything)
}

// long is from how many weeks on a step takes about a quarter. Nobody has room for two of those at once.
const long = 10

// tooMuch reports whether a step would be the second that takes a quarter, or one more along its strand than so many.
func (b *Bank) tooMuch(of []NextStep, s NextStep, most int) bool {
	along := 0
	for _, o := range of {
		if b.step(o.Step).Weeks >= long && b.step(s.Step).Weeks >= long {
			return true
		}
		if o.Strand == s.Strand {
			along++
		}
	}
	return along == most
}

// anything is never too much.
func anything([]NextStep, NextStep) bool { return false }

// first is the step that comes before the others, if there is one: where there's little room the shortest, else one
// along the nearest way up, else the first that an answer calls for and not want of a chance: along the strand that comes first,
// or along any where that strand isn't what holds the person.
func (b *Bank) first(steps []NextStep, w Wishes, held []string) []NextStep {
	if len(steps) == 0 {
		return []NextStep{}
	}
	if w.Light {
		return []NextStep{slices.MinFunc(steps, func(x, y NextStep) int { return cmp.Compare(b.step(x.Step).Weeks, b.step(y.Step).Weeks) })}
	}
	near := func(n NextStep) bool {
		return slices.ContainsFunc(n.Because, func(question string) bool { return slices.Contains(w.Near, question) })
	}
	if i := slices.IndexFunc(steps, near); i >= 0 {
		return []NextStep{steps[i]}
	}
	answered := func(n NextStep) bool { return n.Variant != string(NoChance) }
	along := func(n NextStep) bool { return answered(n) && n.Strand == steps[0].Strand }
	i := slices.IndexFunc(steps, along)
	if i < 0 && !slices.Contains(held, steps[0].Strand) {
		i = slices.IndexFunc(steps, answered)
	}
	return []NextStep{steps[max(0, i)]}
}

// firstOfEach adds steps of strands that have none yet, until there are enough; none that is too much beside the others.
func firstOfEach(to, from []NextStep, enough int, tooMuch func([]NextStep, NextStep) bool) []NextStep {
	return added(to, from, enough, tooMuch, func(s, o NextStep) bool { return s.Strand == o.Strand })
}

// filled adds further steps of any strand until there are enough; none that is too much beside the others.
func filled(to, from []NextStep, enough int, tooMuch func([]NextStep, NextStep) bool) []NextStep {
	return added(to, from, enough, tooMuch, func(s, o NextStep) bool { return s.Step == o.Step })
}

// added adds steps that none of those there is like, until there are enough; none that is too much beside the others.
func added(to, from []NextStep, enough int, tooMuch func([]NextStep, NextStep) bool, alike func(s, o NextStep) bool) []NextStep {
	for _, s := range from {
		again := slices.ContainsFunc(to, func(o NextStep) bool { return alike(s, o) })
		if len(to) < enough && !again && !tooMuch(to, s) {
			to = append(to, s)
		}
	}
	return to
}

// along are the steps that lead along a road.
func (b *Bank) along(road string, steps []NextStep) []NextStep {
	return slices.DeleteFunc(steps, func(n NextStep) bool { return !slices.Contains(b.step(n.Step).Roads, road) })
}
