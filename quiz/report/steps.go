package report

import (
	"io"
	"slices"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// What is said around the steps.
const (
	nothingToAdvise locale.Message = "These answers don't suggest a next step. Staying where you are, and doing it well, is a good choice."
	allDone         locale.Message = "You've done every step these answers suggest. When you take it again, you'll see what has moved."
	AskAim          locale.Message = "Where do you want to go?"
	Staying         locale.Message = "Staying where you are is a good choice too."
	AllAdvised      locale.Message = "That's every step these answers suggest."
	NoneSoShort     locale.Message = "No step here is that short."
)

// NothingToAdvise says why a result has no step to advise.
func NothingToAdvise(r session.Result) string {
	if r.AllDone() {
		return allDone.String()
	}
	return nothingToAdvise.String()
}

// StepsHead heads the steps: how many there are and, where all lead there, the level they lead to.
func StepsHead(r stages.Placement, steps []session.Advised) string {
	n := len(steps)
	if slices.ContainsFunc(steps, func(a session.Advised) bool { return a.Purpose != stages.Reach }) {
		return Capital(locale.Plural(n, "one next step", "%s next steps", Number(n)))
	}
	return Capital(locale.Plural(n, "one step towards level %[2]d", "%[1]s steps towards level %[2]d", Number(n), Target(r)))
}

// Within says which steps are shown, by the weeks they take; 0 is any number.
func Within(weeks int) string {
	if weeks == 0 {
		return locale.Text("steps of any length")
	}
	return locale.Plural(weeks, "only steps of one week or less", "only steps of %s weeks or less", Number(weeks))
}

// The first actions of a step, in the order of [Export.StepActions].
const (
	ThisWeek = iota
	NoChance
	InTheWay
)

// StepActions are the first actions that a step has: the usual one, the one for want of a chance, and the one
// where the place is in the way; and which of them fits what is known of the person and of the place.
func (e Export) StepActions(a session.Advised) (actions []Part, fits int) {
	actions = []Part{{e.firstLabel(ThisWeek), a.Words.First}, {locale.Text("No chance yet"), a.Words.NoChance}, {locale.Text("If blocked"), a.Words.InTheWay}}
	switch {
	case a.Variant == string(stages.NoChance):
		fits = NoChance
	case e.blocked(a.Words):
		fits = InTheWay
	}
	return actions, fits
}

// blocked reports whether a side of the workplace that a step's action for such a workplace is about holds the person
// back, as far as the surroundings were looked at.
func (e Export) blocked(s *stages.Step) bool {
	r, taken := e.survey(stages.Surroundings)
	return taken && slices.ContainsFunc(s.BlockedBy, r.Scores.Against)
}

// StepParts is what a step holds, with one of its first actions.
func (e Export) StepParts(a session.Advised, action Part) []Part {
	s := a.Words
	parts := []Part{{locale.Text("Why"), e.StepWhy(a)}, action, {locale.Text("With"), s.With}, {locale.Text("You'll have"), s.Leaves}, {locale.Text("You'll know"), Capital(s.Worked)}}
	return append(parts, reading(s.Read)...)
}

// StepBrief is what a step asks for, without its reasons.
func StepBrief(s stages.Step) []Part {
	return []Part{{locale.Text("This week"), s.First}, {locale.Text("With"), s.With}, {locale.Text("You'll have"), s.Leaves}, {locale.Text("You'll know"), Capital(s.Worked)}}
}

// StepText is all that a step holds, the first action that fits the person first, with why it does.
func (e Export) StepText(a session.Advised) []Part {
	actions, fits := e.StepActions(a)
	actions[NoChance].Label, actions[InTheWay].Label = locale.Text("If you don't have the chance yet"), locale.Text("If your workplace is in the way")
	others := slices.Delete(slices.Clone(actions), fits, fits+1)
	if fits != ThisWeek {
		others[0].Label = locale.Text("Otherwise")
	}
	return e.stepWith(a, Part{e.firstLabel(fits), actions[fits].Text}, others...)
}

// stepWith is what a step holds, with one of its first actions, how long it takes and other actions, before what there is
// to read.
func (e Export) stepWith(a session.Advised, action Part, others ...Part) []Part {
	takes := Part{locale.Text("Takes"), locale.Sprintf("about %s", Weeks(a.Words.Weeks))}
	return slices.Insert(e.StepParts(a, action), 5, append([]Part{takes}, others...)...)
}

// stepTold is what a document says of a step: what the answers call for. An action for want of a chance, or for a
// workplace that's in the way, is told to those it's for.
func (e Export) stepTold(a session.Advised) []Part {
	actions, fits := e.StepActions(a)
	action := Part{e.firstLabel(fits), actions[fits].Text}
	var parts []Part
	switch fits {
	case NoChance:
		parts = e.stepWith(a, action, Part{locale.Text("Once you have the chance"), a.Words.First})
	case InTheWay:
		parts = e.stepWith(a, action, Part{locale.Text("If your workplace allows it"), a.Words.First})
	default:
		parts = e.stepWith(a, action)
	}
	if about, steps := e.placeCounts(); fits == InTheWay || about == steps {
		parts[0].Text = e.reason(a) // the action says already that the workplace may be in the way, or [Export.PlaceSays] of all
	}
	return parts
}

// firstLabel says when to take one of the first actions of a step, and why it comes first; not of the usual one. Someone
// with too much to do already isn't told to do it this week.
func (e Export) firstLabel(action int) string {
	switch tired := e.tired(); {
	case tired && action == NoChance:
		return locale.Text("When there's room, to get a chance at it")
	case tired && action == InTheWay:
		return locale.Text("When there's room, given your workplace")
	case tired:
		return locale.Text("When there's room")
	case action == NoChance:
		return locale.Text("This week, to get a chance at it")
	case action == InTheWay:
		return locale.Text("This week, given your workplace")
	}
	return locale.Text("This week")
}

// WriteStep writes all that a step holds for a terminal of a width. One in a plan has no reason but its own.
func (e Export) WriteStep(out io.Writer, width int, a session.Advised) error {
	t := &textRenderer{width: width}
	t.heading(2, a.Words.Title)
	parts := e.StepText(a)
	t.list(false, items(slices.DeleteFunc(parts, func(p Part) bool { return p.Text == "" }))...) // a survey's has fewer
	_, err := io.WriteString(out, t.String())
	return err
}

// tired reports whether the workplace leaves no room for several steps at once, as far as the surroundings were looked at.
func (e Export) tired() bool {
	r, taken := e.survey(stages.Surroundings)
	return taken && r.Scores.Tired(&r.Snapshot.Surroundings)
}

// Aim says where the person wants to go, as they answered, for beside a name; empty where they were not asked.
func Aim(r session.Result) string {
	for _, o := range r.Snapshot.Aims.Options {
		if o.ID == r.Profile.Aim {
			return lower(&r.Snapshot, o.Text)
		}
	}
	return ""
}

// RanksLower says why a step comes after those shown. Its cases are those by which [stages.Bank.StepsFor]
// ranks: what an answer calls for, the strands that hold the person, then those that the level needs, then the furthest from it.
func RanksLower(c *stages.Catalog, r stages.Placement, shown []session.Advised, n session.Advised) string {
	switch {
	case n.Purpose == stages.Widen:
		return locale.Text("This step is for growing where you are.")
	case len(shown) > 0 && shown[0].Purpose == stages.Widen:
		return locale.Sprintf("This step takes you towards level %d.", Target(r))
	}
	if uncalled(n) && slices.ContainsFunc(shown, func(a session.Advised) bool { return !uncalled(a) }) {
		return locale.Text("It ranks lower: none of your answers points to it.")
	}
	name, target, at := StrandName(c, n.Strand), Target(r), rankOf(c, r, n.Strand)
	first, nearest, again, passed := at.order, 0.0, false, false
	for _, o := range shown {
		other := rankOf(c, r, o.Strand)
		again = again || o.Strand == n.Strand
		passed = passed || at.before(other)
		first, nearest = min(first, other.order), max(nearest, other.reached)
	}
	switch {
	case again:
		return locale.Sprintf("Another way to work on %s.", name)
	case passed: // by one that leads where the person wants to go, or takes less time
		return locale.Text("It comes after steps that fit where you want to go, or the time you have.")
	case strand(r, n.Strand).Level == nil:
		return locale.Sprintf("It ranks lower: your answers say too little about %s.", name)
	case first == holds && at.order != holds:
		return locale.Sprintf("It ranks lower: what keeps you at level %d comes first.", *r.Level)
	case first == needed && at.order != needed:
		return locale.Sprintf("It ranks lower: level %d doesn't depend on %s.", target, name)
	case at.reached <= nearest+rankTie:
		return locale.Sprintf("It ranks a little lower: your %s is about as close to level %d as the strands of the other steps.", name, target)
	case *r.Level == r.Levels():
		return locale.Sprintf("It ranks lower: your %s is more solid at level %d than the strands of the other steps.", name, target)
	}
	return locale.Sprintf("It ranks lower: your %s is closer to level %d than the strands of the other steps.", name, target)
}

// rank is where a strand stands among those to work on.
type rank struct {
	order   int     // holds, needed or neither
	reached float64 // the probability that the strand is at the target level
}

// The orders of a rank.
const (
	holds  = iota // the cap that sets the level names it
	needed        // the target level names it among its needs
	neither
)

// rankTie is how far apart two probabilities are that rank alike.
const rankTie = 1e-9

func rankOf(c *stages.Catalog, r stages.Placement, id string) rank {
	out, target, at := rank{order: neither}, Target(r), strand(r, id)
	for _, p := range at.Posterior[min(target-1, len(at.Posterior)):] {
		out.reached += p
	}
	switch {
	case r.HeldBy != nil && slices.Contains(r.HeldBy.Strands, id):
		out.order = holds
	case slices.Contains(c.Levels[target-1].Needs, id):
		out.order = needed
	}
	return out
}

func (r rank) before(o rank) bool {
	return r.order < o.order || r.order == o.order && r.reached < o.reached-rankTie
}

func (e Export) next(to renderer) {
	if e.Result.Placement.Level == nil {
		return
	}
	to.heading(2, locale.Text("What to work on next"))
	if aim := Aim(e.Result); aim != "" {
		to.para(locale.Sprintf("Where you want to go: \"%s\"", Capital(aim)))
	}
	steps := e.Result.Advised()
	if len(steps) == 0 {
		to.para(NothingToAdvise(e.Result))
		return
	}
	to.para(e.FirstReason())
	for i, a := range steps {
		to.heading(3, locale.Sprintf("Step %d, %s: %s", i+1, StrandName(&e.Result.Snapshot, a.Strand), a.Words.Title))
		to.list(false, items(e.stepTold(a))...)
	}
	if !e.tired() { // which is no place to stay as it is
		to.para(Staying.String())
	}
}
