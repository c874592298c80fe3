package stages

import (
	"cmp"
	"slices"
)

// How much is told at most.
const (
	mostSteps   = 3
	mostBecause = 3
)

// StepsFor ranks every step worth offering: the first of each strand, as [Placement.Next] begins, then
// the others, and last those for growing wider at the held level. The target is the held level + 1;
// strands of the binding cap come first, then those that the target level needs, then those least likely
// to have reached the target, ties in the content's order.
func (b *Bank) StepsFor(iv Interview) []NextStep {
	rs := b.collect(iv)
	onward, wider := b.steps(rs, b.judge(rs))
	return append(onward, wider...)
}

// nextSteps are the first three, one a strand. Those for growing wider stand in only where the content
// has nothing else to offer.
func (b *Bank) nextSteps(rs *responses, v *verdict) []NextStep {
	steps, wider := b.steps(rs, v)
	if len(steps) == 0 {
		steps = wider
	}
	out := []NextStep{}
	for _, s := range steps {
		again := slices.ContainsFunc(out, func(o NextStep) bool { return o.Strand == s.Strand })
		if len(out) < mostSteps && !again {
			out = append(out, s)
		}
	}
	return out
}

// steps ranks the steps that lead onward, or at the highest level keep it, and the steps for growing
// wider, which are offered along every strand.
func (b *Bank) steps(rs *responses, v *verdict) (onward, wider []NextStep) {
	if v == nil {
		return nil, nil
	}
	strands := b.strandsToWorkOn(rs, v)
	var along, widening [][]NextStep
	for _, d := range strands {
		level, purpose := onwardFrom(d, rs, v)
		along = append(along, b.strandSteps(d, level, purpose, rs))
	}
	for d := range rs.strands {
		if !slices.Contains(strands, d) {
			strands = append(strands, d)
		}
	}
	for _, d := range strands {
		widening = append(widening, b.strandSteps(d, v.held, Widen, rs))
	}
	return inTurn(along), inTurn(widening)
}

// inTurn takes the first step of each strand, then the second of each, and so on.
func inTurn(byStrand [][]NextStep) []NextStep {
	var out []NextStep
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
	target := min(v.held+1, Levels)
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
	for d := range rs.strands {
		all = append(all, d)
		reached := rs.strands[d].assessed() && v.strand(d).mode() >= target
		if v.held == Levels || !reached || urgency(d) == 0 {
			out = append(out, d)
		}
	}
	if len(out) == 0 {
		out = all
	}
	slices.SortStableFunc(out, func(x, y int) int {
		px, py := v.strand(x).from(target), v.strand(y).from(target)
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
	if v.held == Levels {
		return Levels, Keep
	}
	level = v.held + 1
	if rs.strands[d].assessed() {
		level = max(2, min(level, v.strand(d).mode()+1))
	}
	return level, Reach
}

// strandSteps lists a strand's steps of one level and purpose.
func (b *Bank) strandSteps(d, level int, purpose Purpose, rs *responses) []NextStep {
	id := b.catalog.Strands[d].ID
	variant := ""
	if rs.strands[d].noChanceMostly() {
		variant = string(NoChance)
	}
	var out []NextStep
	for _, s := range b.catalog.Steps {
		if s.Strand == id && s.Level == level && s.Purpose == purpose {
			out = append(out, NextStep{s.ID, id, purpose, because(d, level, rs), variant})
		}
	}
	return out
}

// because names up to three questions of a strand that ask for a step: answered below its level,
// lowest first, then skipped.
func because(d, level int, rs *responses) []string {
	var low []answered
	for _, g := range rs.answers {
		if g.strand == d && g.scored && g.anchored() < float64(level) {
			low = append(low, g)
		}
	}
	slices.SortStableFunc(low, func(x, y answered) int { return cmp.Compare(x.anchored(), y.anchored()) })
	out := []string{}
	for _, g := range low {
		out = append(out, g.question.ID)
	}
	for _, s := range rs.skips {
		if s.strand == d {
			out = append(out, s.question.ID)
		}
	}
	return out[:min(len(out), mostBecause)]
}
