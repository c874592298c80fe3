package report

import (
	"slices"
	"strings"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// StepWhy says why a step is advised: the answer that led to it, what the step is for, and whether the
// place may be in the way.
func (e Export) StepWhy(a session.Advised) string {
	why := e.reason(a)
	if e.gapHeldBack(a.Strand) {
		why += " " + locale.Text("Your workplace may be making this harder.")
	}
	return why
}

func (e Export) reason(a session.Advised) string {
	return strings.TrimSpace(or(Because(e.Result, a), e.byLevel(a)) + " " + a.Words.Why)
}

// byLevel says of a step that neither an answer nor a wish calls for it, but the level. It's empty of one in a plan, where
// that isn't known any more.
func (e Export) byLevel(a session.Advised) string {
	if a.Step == "" || !uncalled(a) || a.Purpose != stages.Reach || e.wished(a.Words) {
		return ""
	}
	c, target := &e.Result.Snapshot, Target(e.Result.Placement)
	needed := e.gap(a.Strand) && rankOf(c, e.Result.Placement, a.Strand).order != neither
	switch {
	case needed && strand(e.Result.Placement, a.Strand).Level == nil:
		return locale.Sprintf("Level %d needs %s, which these answers say too little about.", target, StrandName(c, a.Strand))
	case needed:
		return e.stepUp(a)
	}
	return locale.Sprintf("None of your answers points to this one. It's a suggestion for level %d.", a.Words.Level)
}

// stepUp says of a step that it's the next one up along its strand.
func (e Export) stepUp(a session.Advised) string {
	level := *strand(e.Result.Placement, a.Strand).Level
	return locale.Sprintf("You're at level %[1]d on %[2]s, and this is a step up from there.", level, StrandName(&e.Result.Snapshot, a.Strand))
}

// StepStands is how the strand of a step stands, where that can be told and isn't said by why the step is advised.
func (e Export) StepStands(a session.Advised) string {
	r, s := e.Result.Placement, strand(e.Result.Placement, a.Strand)
	stands := Standing(r, s)
	switch {
	case s.Level == nil || r.StrandDepth(s) == stages.DepthUnknown || strings.HasPrefix(e.StepWhy(a), e.stepUp(a)):
		return ""
	case *s.Level == Target(r):
		stands = StrandDepth(r, s)
	}
	return locale.Sprintf("%[1]s is %[2]s.", Capital(StrandName(&e.Result.Snapshot, a.Strand)), stands)
}

// uncalled reports whether no answer calls for a step, though one could.
func uncalled(a session.Advised) bool { return len(a.Because) == 0 && len(a.Words.Moves) > 0 }

// wished reports whether a step leads along the road that the person wants to take, or that appeals to them most.
func (e Export) wished(s *stages.Step) bool {
	road, _ := e.roadTaken(s)
	return slices.Contains(s.Roads, e.Result.Profile.Aim) || road != ""
}

// Because names the answer that led to a step, in the words in which it was given, or the box that was not
// ticked; empty where the result has none of those answers.
func Because(r session.Result, a session.Advised) string {
	for _, id := range a.Because {
		q := r.Question(id)
		given, answered := r.Interview.Answers[id]
		if q == nil || !answered || !offers(q, given.Options) {
			continue
		}
		return because(q, given, q.Option(a.Words.Moves[id]))
	}
	return ""
}

// because says of an answer what leads to a step that would make another one true.
func because(q *stages.Question, given stages.Answer, to *stages.Option) string {
	switch {
	case given.Skip == stages.NoChance:
		return locale.Sprintf("On \"%s\", you answered that you haven't had the chance.", stages.OneLine(q.Name()))
	case given.Skip != "":
		return locale.Sprintf("You skipped \"%s\".", stages.OneLine(q.Name()))
	case q.Several() && to != nil:
		return locale.Sprintf("On \"%s\", you didn't tick \"%s\".", stages.OneLine(q.Name()), stages.OneLine(to.Name()))
	}
	return locale.Sprintf("On \"%s\", you answered \"%s\".", stages.OneLine(q.Name()), Answer(q, given))
}
