package stages

import (
	"cmp"
	"slices"
	"sync"
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
	// Finished are the steps that the person has done, by id.
	Finished []string
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

// done reports whether the person says that a step has been done.
func (w Wishes) done(s *Step) bool {
	return slices.Contains(w.Finished, s.ID) || saysDone(s.Done, w.Did)
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
	onward, wider := b.onward(rs, v, iv.Seed, w), b.wider(rs, v, iv.Seed, w)
	all := slices.Concat(onward.called, onward.byLevel, wider)
	return filled(b.pick(onward, func() []NextStep { return wider }, w), all, len(all), anything)
}

// nextSteps are the first three.
func (b *Bank) nextSteps(rs *responses, v *verdict, seed uint64, w Wishes) []NextStep {
	wider := sync.OnceValue(func() []NextStep { return b.wider(rs, v, seed, w) })
	return b.pick(b.onward(rs, v, seed, w), wider, w)
}

func (b *Bank) step(id string) *Step { return b.stepIDs[id] }

// leading are steps that lead onward, or at the highest level keep it: those that an answer calls for, or that move no
// question; and those that only the level speaks for. Where the next level needs a strand and no answer calls for a step
// along it, that need calls for one. Where that strand is all there is to work on, no step along it is too much.
type leading struct {
	called, byLevel []NextStep
	onlyNeed        bool
	held            []string // the strands that the binding cap names
}

// onward ranks the steps that lead onward.
func (b *Bank) onward(rs *responses, v *verdict, seed uint64, w Wishes) leading {
	if v == nil {
		return leading{}
	}
	strands := b.strandsToWorkOn(rs, v)
	called, byLevel := make([][]NextStep, 0, len(strands)), make([][]NextStep, 0, len(strands))
	for _, d := range strands {
		steps := b.onwardSteps(d, rs, v, seed, w)
		n := slices.IndexFunc(steps, func(s NextStep) bool { return len(s.Because) == 0 && len(b.step(s.Step).Moves) > 0 })
		switch {
		case n < 0:
			n = len(steps)
		case n == 0 && b.lacks(d, rs, v) && !rs.noRole(b.step(steps[0].Step)):
			steps, n = b.firstInContent(steps, rs), 1
		}
		called, byLevel = append(called, steps[:n]), append(byLevel, steps[n:])
	}
	out := leading{called: inTurn(called), byLevel: inTurn(byLevel), onlyNeed: len(strands) == 1 && b.lacks(strands[0], rs, v)}
	if c, _ := b.holding(rs, v); c != nil {
		out.held = c.Strands
	}
	return out
}

// lacks reports whether the target level needs a strand that hasn't reached it.
func (b *Bank) lacks(d int, rs *responses, v *verdict) bool {
	target := min(v.held+1, b.levels())
	return b.levelNeeds(target, d) && (!rs.strands[d].assessed() || v.along(d, rs) < target)
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
func (b *Bank) wider(rs *responses, v *verdict, seed uint64, w Wishes) []NextStep {
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
		along = append(along, b.strandSteps(d, Widen, rs, seed, func(s *Step) bool { return s.Level <= v.held && !w.done(s) }))
	}
	return inTurn(along)
}

// onwardSteps are a strand's steps to the level that comes next along it; where the answers rule all of those
// out, to the level after that.
func (b *Bank) onwardSteps(d int, rs *responses, v *verdict, seed uint64, w Wishes) []NextStep {
	level, purpose := onwardFrom(d, rs, v)
	for ; level <= b.levels(); level++ {
		if steps := b.strandSteps(d, purpose, rs, seed, func(s *Step) bool { return s.Level == level && !w.done(s) }); len(steps) > 0 {
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
	_, capped := b.holding(rs, v)
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
		reached := rs.strands[d].assessed() && v.along(d, rs) >= target
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
// where that is less; at the highest level, those for keeping it.
func onwardFrom(d int, rs *responses, v *verdict) (level int, purpose Purpose) {
	if v.held == v.levels {
		return v.levels, Keep
	}
	level = v.held + 1
	if rs.strands[d].assessed() {
		level = min(level, v.along(d, rs)+1)
	}
	return level, Reach
}
