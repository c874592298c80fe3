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

// Wishes are what advice depends on beside the answers.
type Wishes struct {
	// Aim is where the person wants to go: [Stay], [Onward], [Open], the id of a road, or "" where that was
	// not asked.
	Aim string
	// Drawn is the road that pulls most in the crossroads, if one does. It counts where the aim is open.
	Drawn string
	// Did are the answers to the crossroads, which may say that a step has been done.
	Did Answers
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
	onward, wider := b.steps(rs, b.weigh(rs), iv.Seed, w.Did)
	all := slices.Concat(onward, wider)
	return filled(b.pick(onward, wider, w), all, len(all))
}

// nextSteps are the first three.
func (b *Bank) nextSteps(rs *responses, v *verdict, seed uint64, w Wishes) []NextStep {
	onward, wider := b.steps(rs, v, seed, w.Did)
	return b.pick(onward, wider, w)
}

// pick takes the first three of what was ranked, one a strand as far as there are strands to work on. Who
// wants to stay is advised to grow wider, but for the last step; who wants to take a road, first along that
// road. Steps for growing wider also stand in where the content has nothing else to offer.
func (b *Bank) pick(onward, wider []NextStep, w Wishes) []NextStep {
	out := []NextStep{}
	switch {
	case w.Aim == Stay:
		out = firstOfEach(out, wider, mostSteps-1)
	case w.road() != "":
		out = firstOfEach(out, b.along(w.road(), slices.Concat(onward, wider)), 1)
	}
	out = firstOfEach(out, onward, mostSteps)
	out = filled(out, onward, mostSteps)
	if len(out) == 0 || w.Aim == Stay {
		out = firstOfEach(out, wider, mostSteps)
	}
	return out
}

// firstOfEach adds steps of strands that have none yet, until there are enough.
func firstOfEach(to, from []NextStep, enough int) []NextStep {
	for _, s := range from {
		again := slices.ContainsFunc(to, func(o NextStep) bool { return o.Strand == s.Strand })
		if len(to) < enough && !again {
			to = append(to, s)
		}
	}
	return to
}

// filled adds further steps, whatever their strand, until there are enough.
func filled(to, from []NextStep, enough int) []NextStep {
	for _, s := range from {
		if len(to) < enough && !slices.ContainsFunc(to, func(o NextStep) bool { return o.Step == s.Step }) {
			to = append(to, s)
		}
	}
	return to
}

// along are the steps that lead along a road.
func (b *Bank) along(road string, steps []NextStep) []NextStep {
	return slices.DeleteFunc(steps, func(n NextStep) bool { return !slices.Contains(b.step(n.Step).Roads, road) })
}

func (b *Bank) step(id string) *Step {
	i := slices.IndexFunc(b.catalog.Steps, func(s Step) bool { return s.ID == id })
	return &b.catalog.Steps[i]
}

// steps ranks the steps that lead onward, or at the highest level keep it, and the steps for growing
// wider, which are offered along every strand.
func (b *Bank) steps(rs *responses, v *verdict, seed uint64, did Answers) (onward, wider []NextStep) {
	if v == nil {
		return nil, nil
	}
	strands := b.strandsToWorkOn(rs, v)
	var along, widening [][]NextStep
	for _, d := range strands {
		along = append(along, b.onwardSteps(d, rs, v, seed, did))
	}
	for d := range rs.strands {
		if !slices.Contains(strands, d) {
			strands = append(strands, d)
		}
	}
	for _, d := range strands {
		widening = append(widening, b.strandSteps(d, Widen, rs, seed, func(s *Step) bool { return s.Level <= v.held && !doneBy(s, did) }))
	}
	return inTurn(along), inTurn(widening)
}

// onwardSteps are a strand's steps to the level that comes next along it; where the answers rule all of those
// out, to the level after that.
func (b *Bank) onwardSteps(d int, rs *responses, v *verdict, seed uint64, did Answers) []NextStep {
	level, purpose := onwardFrom(d, rs, v)
	for ; level <= b.levels(); level++ {
		if steps := b.strandSteps(d, purpose, rs, seed, func(s *Step) bool { return s.Level == level && !doneBy(s, did) }); len(steps) > 0 {
			return steps
		}
	}
	return nil
}

// doneBy reports whether an answer to the crossroads says that a step has been done.
func doneBy(s *Step, did Answers) bool { return len(s.Done) > 0 && answeredOneOf(s.Done, did) }

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
	for d := range rs.strands {
		all = append(all, d)
		reached := rs.strands[d].assessed() && v.strand(d).mode() >= target
		if v.held == v.levels || !reached || urgency(d) == 0 {
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

// strandSteps ranks a strand's steps of one purpose that pass, without those that an answer rules out:
// first those that an answer calls for, the smallest rise before the greater; then the others. Of steps
// that rank alike, the seed draws the order.
func (b *Bank) strandSteps(d int, purpose Purpose, rs *responses, seed uint64, pass func(*Step) bool) []NextStep {
	id := b.catalog.Strands[d].ID
	unseen := !rs.strands[d].assessed() && rs.strands[d].noChanceMostly()
	var calls []call
	for i := range b.catalog.Steps {
		s := &b.catalog.Steps[i]
		if s.Strand != id || s.Purpose != purpose || !pass(s) {
			continue
		}
		if c := b.call(s, rs); !c.done {
			calls = append(calls, c)
		}
	}
	slices.SortStableFunc(calls, func(x, y call) int {
		return cmp.Or(cmp.Compare(x.rank(), y.rank()), cmp.Compare(x.draw(seed), y.draw(seed)))
	})
	var out []NextStep
	for _, c := range calls {
		variant := ""
		if c.noChance || len(c.because) == 0 && unseen {
			variant = string(NoChance)
		}
		out = append(out, NextStep{c.step.ID, id, purpose, c.because, variant})
	}
	return out
}

// call is how the answers call for a step.
type call struct {
	step    *Step
	done    bool     // an answer says already what the step leads to, or more
	because []string // the questions that call for it, the smallest rise first
	rise    float64  // the smallest, in levels; only where a question calls for it
	// noChance says that the first of the questions was skipped for want of a chance.
	noChance bool
	// elsewhere says that a question it moves was skipped as no part of the role: others come first.
	elsewhere bool
}

// riseStep is how far apart two rises are that rank apart, in levels: anchors are not known more exactly.
const riseStep = 0.5

// notCalled ranks a step for which no question calls behind all others.
const notCalled = 2 * MaxLevels / riseStep

// notMine ranks a step about something that's no part of the role behind these.
const notMine = 2 * notCalled

// rank is the rise in steps of half a level.
func (c call) rank() float64 {
	switch {
	case c.elsewhere:
		return notMine
	case len(c.because) == 0:
		return notCalled
	}
	return float64(int(c.rise / riseStep))
}

// draw decides between steps that rank alike. Steps that move no question stay in the content's order.
func (c call) draw(seed uint64) uint64 {
	if len(c.step.Moves) == 0 {
		return 0
	}
	return drawOf(seed, c.step.ID)
}

// call holds a step against the answers to the questions that it moves. An answer that speaks for the step's
// level already says nothing for it. A question that was skipped for want of a chance calls for it as the
// lowest answer does.
func (b *Bank) call(s *Step, rs *responses) call {
	type reason struct {
		question string
		rise     float64
		noChance bool
	}
	var reasons []reason
	c := call{step: s}
	for _, g := range rs.answers {
		to := g.question.Option(s.Moves[g.question.ID])
		switch {
		case to == nil:
		case g.reaches(to):
			c.done = true
		case g.anchored() < float64(s.Level)-supportSlack:
			reasons = append(reasons, reason{g.question.ID, max(0, to.Level-g.anchored()), false})
		}
	}
	for _, k := range rs.skips {
		to := k.question.Option(s.Moves[k.question.ID])
		c.elsewhere = c.elsewhere || to != nil && k.reason == NotMyRole
		if to != nil && k.reason == NoChance {
			reasons = append(reasons, reason{k.question.ID, to.Level, true})
		}
	}
	slices.SortStableFunc(reasons, func(x, y reason) int { return cmp.Compare(x.rise, y.rise) })
	c.because = []string{}
	for _, r := range reasons[:min(len(reasons), mostBecause)] {
		c.because = append(c.because, r.question)
	}
	if len(reasons) > 0 {
		c.rise, c.noChance = reasons[0].rise, reasons[0].noChance
	}
	return c
}

// reaches reports whether an answer says what an option says, or more: of a checklist, whether that box is
// ticked.
func (g answered) reaches(to *Option) bool {
	ids := g.answer(g.response).Options
	if g.question.Several() {
		return slices.Contains(ids, to.ID)
	}
	return slices.Contains(ids, to.ID) || g.anchored() >= to.Level
}
