package stages

import (
	"cmp"
	"slices"
	"sync"
)

// How much is told at most.
const (
	mostSteps   = 3
	mostBecause = 3
)

// Wishes are what advice depends on beside the answers.
type Wishes struct {
	// Aim is where the person wants to go: [Stay], [Onward], [Open], the id of a road, or "" where that was
	// not asked.
	Aim string
	// Drawn is the road that pulls most in the crossroads, if one does. It counts where the aim is open.
	Drawn string
	// Did are the answers to the crossroads, which may say that a step has been done.
	Did Answers
	// Near are the questions that the nearest way up is about. A step that moves one of them comes first.
	Near []string
	// Light says that there's little room for steps now: a short one comes first.
	Light bool
}

// road is the road that one of the steps is to lead along, or "".
func (w Wishes) road() string {
	switch w.Aim {
	case "", Open:
		return w.Drawn
	case Stay, Onward:
		return ""
	}
	return w.Aim
}

// Advise returns the first steps for a person, at most three, of as many strands as there are to work on.
func (b *Bank) Advise(iv Interview, w Wishes) []NextStep {
	rs := b.collect(iv)
	return b.nextSteps(rs, b.weigh(rs), iv.Seed, w)
}

// StepsFor ranks every step worth offering, those of [Bank.Advise] first: then the others that lead onward,
// and last those for growing wider at the held level.
func (b *Bank) StepsFor(iv Interview, w Wishes) []NextStep {
	rs := b.collect(iv)
	v := b.weigh(rs)
	onward, wider := b.onward(rs, v, iv.Seed, w.Did), b.wider(rs, v, iv.Seed, w.Did)
	all := slices.Concat(onward.called, onward.byLevel, wider)
	return filled(b.pick(onward, func() []NextStep { return wider }, w), all, len(all), anything)
}

// nextSteps are the first three.
func (b *Bank) nextSteps(rs *responses, v *verdict, seed uint64, w Wishes) []NextStep {
	wider := sync.OnceValue(func() []NextStep { return b.wider(rs, v, seed, w.Did) })
	return b.pick(b.onward(rs, v, seed, w.Did), wider, w)
}

// pick takes the first three of what was ranked, one a strand as far as there are strands to work on: those that an
// answer calls for, and only where those are fewer, some for the level. Who wants to stay is advised to grow wider, but
// for the last step; who wants to take a road, first along that road; everybody else, first along the nearest way up.
// Steps for growing wider also stand in where the others would be too much of one thing; they are ranked only where
// they count.
func (b *Bank) pick(onward leading, wider func() []NextStep, w Wishes) []NextStep {
	var out []NextStep
	switch {
	case w.Aim == Stay:
		out = firstOfEach(b.first(wider(), w), wider(), mostSteps-1, b.tooMuch)
	case w.road() != "":
		out = b.first(b.along(w.road(), slices.Concat(onward.called, onward.byLevel, wider())), w)
	default:
		out = b.first(onward.called, w)
	}
	for _, steps := range [][]NextStep{onward.called, onward.byLevel} {
		out = filled(firstOfEach(out, steps, mostSteps, b.tooMuch), steps, mostSteps, b.tooMuch)
	}
	if len(out) < mostSteps || w.Aim == Stay {
		out = firstOfEach(out, wider(), mostSteps, b.tooMuch)
	}
	if w.Aim == Stay {
		return out
	}
	return filled(filled(out, onward.called, mostSteps, anything), onward.byLevel, mostSteps, anything)
}

// long is from how many weeks on a step takes about a quarter. Nobody has room for two of those at once.
const long = 10

// tooMuch reports whether a step would be the second that takes a quarter, or the third along its strand.
func (b *Bank) tooMuch(of []NextStep, s NextStep) bool {
	alike := 0
	for _, o := range of {
		if b.step(o.Step).Weeks >= long && b.step(s.Step).Weeks >= long {
			return true
		}
		if o.Strand == s.Strand {
			alike++
		}
	}
	return alike == mostSteps-1
}

// anything is never too much.
func anything([]NextStep, NextStep) bool { return false }

// first is the step that comes before the others, if there is one: where there's little room the shortest, else one
// along the nearest way up, else the first.
func (b *Bank) first(steps []NextStep, w Wishes) []NextStep {
	if len(steps) == 0 {
		return []NextStep{}
	}
	if w.Light {
		return []NextStep{slices.MinFunc(steps, func(x, y NextStep) int { return cmp.Compare(b.step(x.Step).Weeks, b.step(y.Step).Weeks) })}
	}
	near := func(n NextStep) bool {
		return slices.ContainsFunc(n.Because, func(question string) bool { return slices.Contains(w.Near, question) })
	}
	return []NextStep{steps[max(0, slices.IndexFunc(steps, near))]}
}

// firstOfEach adds steps of strands that have none yet, until there are enough; none that is too much beside the others.
func firstOfEach(to, from []NextStep, enough int, tooMuch func([]NextStep, NextStep) bool) []NextStep {
	for _, s := range from {
		again := slices.ContainsFunc(to, func(o NextStep) bool { return o.Strand == s.Strand })
		if len(to) < enough && !again && !tooMuch(to, s) {
			to = append(to, s)
		}
	}
	return to
}

// filled adds further steps of any strand until there are enough; none that is too much beside the others.
func filled(to, from []NextStep, enough int, tooMuch func([]NextStep, NextStep) bool) []NextStep {
	for _, s := range from {
		again := slices.ContainsFunc(to, func(o NextStep) bool { return o.Step == s.Step })
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

func (b *Bank) step(id string) *Step { return b.stepIDs[id] }

// leading are steps that lead onward, or at the highest level keep it: those that an answer calls for, or that move no
// question; and those that only the level speaks for. Where the next level needs a strand and no answer calls for a step
// along it, that need calls for one.
type leading struct{ called, byLevel []NextStep }

// onward ranks the steps that lead onward.
func (b *Bank) onward(rs *responses, v *verdict, seed uint64, did Answers) leading {
	if v == nil {
		return leading{}
	}
	strands := b.strandsToWorkOn(rs, v)
	called, byLevel := make([][]NextStep, 0, len(strands)), make([][]NextStep, 0, len(strands))
	for _, d := range strands {
		steps := b.onwardSteps(d, rs, v, seed, did)
		n := slices.IndexFunc(steps, func(s NextStep) bool { return len(s.Because) == 0 && len(b.step(s.Step).Moves) > 0 })
		switch {
		case n < 0:
			n = len(steps)
		case n == 0 && b.lacks(d, rs, v) && !rs.noRole(b.step(steps[0].Step)):
			steps, n = b.firstInContent(steps, rs), 1
		}
		called, byLevel = append(called, steps[:n]), append(byLevel, steps[n:])
	}
	return leading{inTurn(called), inTurn(byLevel)}
}

// lacks reports whether the target level needs a strand that hasn't reached it.
func (b *Bank) lacks(d int, rs *responses, v *verdict) bool {
	target := min(v.held+1, b.levels())
	return b.levelNeeds(target, d) && (!rs.strands[d].assessed() || v.strand(d).mode() < target)
}

// firstInContent puts the step that the content has first before the others: most people should take it first.
func (b *Bank) firstInContent(steps []NextStep, rs *responses) []NextStep {
	for i := range b.catalog.Steps {
		s := &b.catalog.Steps[i]
		at := slices.IndexFunc(steps, func(n NextStep) bool { return n.Step == s.ID })
		if at >= 0 && !rs.noRole(s) {
			return slices.Concat(steps[at:at+1], steps[:at], steps[at+1:])
		}
	}
	return steps
}

// wider ranks the steps for growing wider, which are offered along every strand.
func (b *Bank) wider(rs *responses, v *verdict, seed uint64, did Answers) []NextStep {
	if v == nil {
		return nil
	}
	strands := b.strandsToWorkOn(rs, v)
	for d := range rs.strands {
		if !slices.Contains(strands, d) {
			strands = append(strands, d)
		}
	}
	var along [][]NextStep
	for _, d := range strands {
		along = append(along, b.strandSteps(d, Widen, rs, seed, func(s *Step) bool { return s.Level <= v.held && !saysDone(s.Done, did) }))
	}
	return inTurn(along)
}

// onwardSteps are a strand's steps to the level that comes next along it; where the answers rule all of those
// out, to the level after that.
func (b *Bank) onwardSteps(d int, rs *responses, v *verdict, seed uint64, did Answers) []NextStep {
	level, purpose := onwardFrom(d, rs, v)
	for ; level <= b.levels(); level++ {
		if steps := b.strandSteps(d, purpose, rs, seed, func(s *Step) bool { return s.Level == level && !saysDone(s.Done, did) }); len(steps) > 0 {
			return steps
		}
	}
	return nil
}

// inTurn takes the first step of each strand, then the second of each, and so on.
func inTurn(byStrand [][]NextStep) []NextStep {
	n := 0
	for _, steps := range byStrand {
		n += len(steps)
	}
	out := make([]NextStep, 0, n)
	for round := 0; ; round++ {
		before := len(out)
		for _, steps := range byStrand {
			if round < len(steps) {
				out = append(out, steps[round])
			}
		}
		if len(out) == before {
			return out
		}
	}
}

// strandsToWorkOn ranks the strands: those that the binding cap names, then those that the target
// level needs, then those least likely to have reached it. One that has reached the target is left
// out, unless a cap names it or all have; at the highest level every strand may be kept.
func (b *Bank) strandsToWorkOn(rs *responses, v *verdict) []int {
	target := min(v.held+1, b.levels())
	var capped []int
	if c := lowestCap(b.bindingCaps(rs, v)); c != nil {
		capped = b.capStrands(*c, rs, v)
	}
	urgency := func(d int) int {
		switch {
		case slices.Contains(capped, d):
			return 0
		case b.levelNeeds(target, d):
			return 1
		}
		return 2
	}
	var out, all []int
	there := make([]float64, len(rs.strands)) // how likely it has reached the target
	for d := range rs.strands {
		all, there[d] = append(all, d), v.strand(d).from(target)
		reached := rs.strands[d].assessed() && v.strand(d).mode() >= target
		if v.held == v.levels || !reached || urgency(d) == 0 {
			out = append(out, d)
		}
	}
	if len(out) == 0 {
		out = all
	}
	slices.SortStableFunc(out, func(x, y int) int {
		px, py := there[x], there[y]
		if px > py-tieWidth && px < py+tieWidth {
			py = px
		}
		return cmp.Or(cmp.Compare(urgency(x), urgency(y)), cmp.Compare(px, py))
	})
	return out
}

// levelNeeds reports whether a level itself names a strand among its needs.
func (b *Bank) levelNeeds(level, d int) bool {
	for _, l := range b.catalog.Levels {
		if l.Level == level {
			return slices.Contains(l.Needs, b.catalog.Strands[d].ID)
		}
	}
	return false
}

// onwardFrom says which steps lead onward along a strand: to the target, or to the strand's own level + 1
// where that is less, or to the level after the highest that one of its answers speaks for; at the highest level,
// those for keeping it. Answers along other strands may lift a strand beyond anything shown along it.
func onwardFrom(d int, rs *responses, v *verdict) (level int, purpose Purpose) {
	if v.held == v.levels {
		return v.levels, Keep
	}
	level = v.held + 1
	if rs.strands[d].assessed() {
		level = max(2, min(level, v.strand(d).mode()+1, rs.shownAlong(d)+1))
	}
	return level, Reach
}

// shownAlong is the highest level that an answer along a strand speaks for.
func (rs *responses) shownAlong(d int) int {
	level := 0
	for _, g := range rs.answers {
		for g.strand == d && level < MaxLevels && g.anchored() >= float64(level+1)-supportSlack {
			level++
		}
	}
	return level
}
