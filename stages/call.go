package stages

import (
	"cmp"
	"slices"
)

// step is a step of the content with the questions that it moves, in the bank's order, and the answers that say it has
// been done.
type step struct {
	*Step
	moves []move
	done  []doing
}

// doing are the options of a question that say a step has been done.
type doing struct {
	item    int // index of the question
	options []string
}

// move is an answer that is true once a step is done.
type move struct {
	item, option int // indices of the question and the option
	to           *Option
}

// joinSteps finds each strand's steps, and the questions that they move.
func (b *Bank) joinSteps() {
	b.steps, b.stepIDs = make([][]step, len(b.catalog.Strands)), make(map[string]*Step, len(b.catalog.Steps))
	for i := range b.catalog.Steps {
		s := &b.catalog.Steps[i]
		b.stepIDs[s.ID] = s
		if d, ok := b.strands[s.Strand]; ok {
			b.steps[d] = append(b.steps[d], b.join(s))
		}
	}
}

// join finds the questions that a step moves, and those that say it has been done.
func (b *Bank) join(s *Step) step {
	out := step{Step: s}
	for id, option := range s.Moves {
		if i, ok := b.index[id]; ok {
			if q := b.items[i].question; q.Option(option) != nil {
				out.moves = append(out.moves, move{i, q.index(option), q.Option(option)})
			}
		}
	}
	slices.SortFunc(out.moves, func(x, y move) int { return cmp.Compare(x.item, y.item) })
	for id, options := range s.Done {
		if i, ok := b.index[id]; ok { // the others are of the crossroads
			out.done = append(out.done, doing{i, options})
		}
	}
	return out
}

// mostBecause is how many questions are named as the reasons for something at most.
const mostBecause = 3

// strandSteps ranks a strand's steps of one purpose that pass, without those that an answer rules out:
// first those that an answer calls for, the smallest rise before the greater; then the others. Of steps
// that rank alike, the one for the highest level comes first; of the same level, the seed draws the order.
func (b *Bank) strandSteps(d int, purpose Purpose, rs *responses, seed uint64, pass func(*Step) bool) []NextStep {
	unseen := rs.strands[d].unseen() || rs.unseen() && rs.shownAlong(d) < 2
	calls := make([]call, 0, 8) // room for most strands, on the stack
	for _, s := range b.steps[d] {
		if s.Purpose != purpose || !pass(s.Step) {
			continue
		}
		if c := b.call(s, rs); !c.done {
			c.draw = s.draw(seed)
			calls = append(calls, c)
		}
	}
	slices.SortStableFunc(calls, func(x, y call) int {
		return cmp.Or(cmp.Compare(x.rank(), y.rank()), cmp.Compare(y.step.Level, x.step.Level), cmp.Compare(x.draw, y.draw))
	})
	out := make([]NextStep, 0, len(calls))
	for _, c := range calls {
		variant := ""
		if c.noChance || unseen {
			variant = string(NoChance)
		}
		out = append(out, NextStep{c.step.ID, c.step.Strand, purpose, c.because, variant})
	}
	return out
}

// call is how the answers call for a step.
type call struct {
	step    *Step
	done    bool     // an answer says already what the step leads to, or more
	because []string // the questions that call for it, the lowest answer first
	rise    float64  // the smallest, in levels; only where a question calls for it
	// noChance says that the first of the questions was skipped for want of a chance.
	noChance bool
	// enough says that an answer is below the one it leads to, and speaks for its level already.
	enough bool
	// unknown says that another question it moves wasn't asked, or that the person wasn't sure: others come first.
	unknown bool
	// elsewhere says that a question it moves was skipped as no part of the role, so that no answer calls for it.
	elsewhere bool
	draw      uint64 // decides between steps that rank alike
}

// riseStep is how far apart two rises are that rank apart, in levels: anchors are not known more exactly.
const riseStep = 0.5

// partlyKnown ranks a step that is about something else as well, of which the person has said nothing, behind those
// that are only about what they answered.
const partlyKnown = MaxLevels / riseStep

// notCalled ranks a step for which no question calls behind all others.
const notCalled = 3 * partlyKnown

// almostCalled ranks those of them that lead on from an answer just before the rest.
const almostCalled = notCalled - 1

// notMine ranks a step about something that's no part of the role behind these.
const notMine = 2 * notCalled

// rank is the rise in steps of half a level.
func (c call) rank() float64 {
	switch {
	case c.elsewhere:
		return notMine
	case len(c.because) == 0 && c.enough:
		return almostCalled
	case len(c.because) == 0:
		return notCalled
	}
	rank := float64(int(c.rise / riseStep))
	if c.unknown {
		rank += partlyKnown
	}
	return rank
}

// draw decides between steps that rank alike. Steps that move no question stay in the content's order.
func (s step) draw(seed uint64) uint64 {
	if len(s.Moves) == 0 {
		return 0
	}
	return drawOf(seed, s.ID)
}

// call holds a step against the answers to the questions that it moves. An answer that speaks for the step's
// level already says nothing for it. A question that was skipped for want of a chance calls for it as the
// lowest answer does.
func (b *Bank) call(s step, rs *responses) call {
	reasons := make([]reason, 0, 8) // room for most steps, on the stack
	c, known := call{step: s.Step, elsewhere: rs.noRole(s.Step), done: rs.did(s.done)}, 0
	for _, m := range s.moves {
		g, answered := rs.answerTo(m.item)
		if answered {
			known++
		}
		switch {
		case !answered:
		case g.reaches(m):
			c.done = true
		case g.anchored() < float64(s.Level)-supportSlack:
			reasons = append(reasons, reason{g.question.ID, g.anchored(), max(0, m.to.Level-g.anchored()), false})
		default:
			c.enough = true
		}
	}
	for _, k := range rs.skips {
		to := k.question.Option(s.Moves[k.question.ID])
		if to != nil && k.reason == NoChance {
			known++
			reasons = append(reasons, reason{k.question.ID, 0, to.Level, true})
		}
	}
	if c.unknown = known < len(s.moves); c.elsewhere {
		reasons = nil
	}
	slices.SortStableFunc(reasons, reason.compare)
	c.because = make([]string, 0, min(len(reasons), mostBecause))
	for _, r := range reasons[:min(len(reasons), mostBecause)] {
		c.because = append(c.because, r.question)
	}
	if len(reasons) > 0 {
		c.rise = slices.MinFunc(reasons, func(x, y reason) int { return cmp.Compare(x.rise, y.rise) }).rise
		c.noChance = reasons[0].noChance
	}
	return c
}

// reason is a question that calls for a step.
type reason struct {
	question string
	answer   float64 // the level it speaks for; 0 where it was skipped
	rise     float64 // from that level to the one that the step leads to
	noChance bool    // it was skipped for want of a chance
}

// compare puts the lowest answer first, which says best what's new in a step, and skips last.
func (r reason) compare(o reason) int {
	switch {
	case r.noChance != o.noChance && r.noChance:
		return 1
	case r.noChance != o.noChance:
		return -1
	}
	return cmp.Compare(r.answer, o.answer)
}

// did reports whether one of the answers says that a thing has been done.
func (rs *responses) did(done []doing) bool {
	return slices.ContainsFunc(done, func(d doing) bool {
		g, answered := rs.answerTo(d.item)
		return answered && slices.ContainsFunc(g.answer(g.response).Options, func(id string) bool { return slices.Contains(d.options, id) })
	})
}

// noRole reports whether a question that a step moves was skipped as no part of the role.
func (rs *responses) noRole(s *Step) bool {
	return slices.ContainsFunc(rs.skips, func(k skipped) bool { return s.Moves[k.question.ID] != "" && k.reason == NotMyRole })
}

// reaches reports whether an answer says what an option says, or more: of a checklist, whether that box is
// ticked.
func (g answered) reaches(m move) bool {
	return g.holds(g.response, m.option) || !g.question.Several() && g.anchored() >= m.to.Level
}
