package report

import (
	"slices"
	"strings"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// leastAhead is how many levels above the person's a strand is that's named as ahead of the rest.
const leastAhead = 2

// Shape says which strands run ahead, and which one is furthest back; else which two are at the ends.
func Shape(c *stages.Catalog, r stages.Placement) string {
	var parts []string
	if ahead := ahead(c, r); len(ahead) > 0 {
		parts = append(parts, Capital(locale.Plural(len(ahead), "%s is well above your level.", "%s are well above your level.", List(ahead))))
	}
	if s := widestGap(r); s != nil {
		parts = append(parts, Capital(locale.Sprintf("%s is your widest gap.", StrandName(c, s.ID))))
	}
	if len(parts) > 0 {
		return strings.Join(parts, " ")
	}
	first, last := ends(r)
	switch {
	case last == nil:
		return ""
	case !slices.ContainsFunc(r.Strands, func(s stages.StrandResult) bool { return *s.Level != *first.Level }):
		return locale.Sprintf("All are at level %[1]d: %[2]s is furthest along, %[3]s furthest behind.", *first.Level, StrandName(c, first.ID), StrandName(c, last.ID))
	}
	return Capital(locale.Sprintf("%[1]s is furthest along, %[2]s furthest behind.", StrandName(c, first.ID), StrandName(c, last.ID)))
}

// furthestBehind is the strand of which [Shape] says that it's furthest behind, or nil.
func furthestBehind(c *stages.Catalog, r stages.Placement) *stages.StrandResult {
	if s := widestGap(r); s != nil || len(ahead(c, r)) > 0 {
		return s
	}
	_, last := ends(r)
	return last
}

// ahead names the strands that are well above the person's level, where one is a peak. More than half of them aren't ahead of a rest.
func ahead(c *stages.Catalog, r stages.Placement) []string {
	var out []string
	peak, all := false, 0
	for _, s := range r.Strands {
		if s.Level == nil {
			continue
		}
		all++
		peak = peak || s.Spike > 0
		if r.Level != nil && *s.Level >= *r.Level+leastAhead {
			out = append(out, StrandName(c, s.ID))
		}
	}
	if !peak || 2*len(out) > all {
		return nil
	}
	return out
}

// widestGap is the one strand that's lower than all others, and below the target; nil where there is none, or a strand
// is not assessed, which may be lower still.
func widestGap(r stages.Placement) *stages.StrandResult {
	var low *stages.StrandResult
	alone := false
	for i := range r.Strands {
		s := &r.Strands[i]
		if s.Level == nil {
			return nil
		}
		if low == nil || *s.Level <= *low.Level {
			low, alone = s, low == nil || *s.Level < *low.Level
		}
	}
	if !alone || *low.Level >= Target(r) {
		return nil
	}
	return low
}

// ends are the strands furthest along and furthest behind, where these two are a third of a level apart; nil where
// they aren't, where the result is unclear, or where a strand is not assessed.
func ends(r stages.Placement) (first, last *stages.StrandResult) {
	const apart = 1.0 / 3
	for i := range r.Strands {
		s := &r.Strands[i]
		if s.Level == nil {
			return nil, nil
		}
		if first == nil || s.Mean() > first.Mean() {
			first = s
		}
		if last == nil || s.Mean() <= last.Mean() {
			last = s
		}
	}
	if first == nil || first.Mean()-last.Mean() < apart || r.Certainty() == stages.Unclear {
		return nil, nil
	}
	return first, last
}

// FirstReason says why the first step is what it is, where that's a wish of the person, or where the step isn't along
// the strand that is said to be furthest behind; else it's empty. Its cases are those by which [stages.Bank.Advise] chooses.
func (e Export) FirstReason() string {
	steps := e.Result.Advised()
	if len(steps) == 0 {
		return ""
	}
	first := steps[0]
	if e.tired() && shortest(steps) {
		return locale.Text("You have a lot on, so make room before you start on any of these. Step 1 is the shortest.")
	}
	switch road, own := e.roadTaken(first.Words); {
	case road != "" && e.Result.Profile.Aim != stages.Stay && own:
		return locale.Sprintf("Step 1 also helps with %s, so it comes first.", road)
	case road != "" && e.Result.Profile.Aim != stages.Stay:
		return locale.Sprintf("Step 1 also leads towards %s, so it comes first.", road)
	case first.Purpose == stages.Widen && e.saidWhere():
		return locale.Text("You seem to want to stay where you are, so the first steps are for growing there.")
	}
	if behind := furthestBehind(&e.Result.Snapshot, e.Result.Placement); behind != nil && first.Strand != behind.ID {
		return e.besideFurthest(first, behind)
	}
	return ""
}

// besideFurthest says why a step that comes first isn't along the strand that's furthest behind.
func (e Export) besideFurthest(first session.Advised, behind *stages.StrandResult) string {
	c, r := &e.Result.Snapshot, e.Result.Placement
	last, name := StrandName(c, behind.ID), StrandName(c, first.Strand)
	switch at, other := rankOf(c, r, first.Strand), rankOf(c, r, behind.ID); {
	case at.order == holds && other.order != holds && r.HeldBy.Cap != stages.CapEvidence:
		return Capital(locale.Sprintf("%[1]s is furthest behind, but what keeps you at level %[2]d is %[3]s, so step 1 is about that.", last, *r.Level, List(strandNames(c, r.HeldBy.Strands))))
	case at.order < other.order:
		return Capital(locale.Sprintf("%[1]s is furthest behind, but level %[2]d depends more on %[3]s, so step 1 is about that.", last, Target(r), name))
	case at.order == other.order && at.reached < other.reached+aboutAsFar && StrandDepth(r, strand(r, first.Strand)) == StrandDepth(r, *behind):
		return Capital(locale.Sprintf("%[1]s is furthest behind, but %[2]s is about as far from level %[3]d.", last, name, Target(r)))
	}
	if up, _ := e.nearestUp(); up != nil && calledForBy(first, up) {
		return Capital(locale.Sprintf("%s is furthest behind, but step 1 is on the nearest way up.", last))
	}
	return Capital(locale.Sprintf("%s is furthest behind, but that isn't all that decides which step comes first.", last))
}

// leadsTo reports whether each answer that a change is about calls for one of the steps; so it is where no step is advised.
func (e Export) leadsTo(change *stages.Change) bool {
	steps := e.Result.Advised()
	return len(steps) == 0 || !slices.ContainsFunc(change.Answers, func(c stages.ChangeAnswer) bool {
		return !slices.ContainsFunc(steps, func(a session.Advised) bool { return slices.Contains(a.Because, c.Question) })
	})
}

// calledForBy reports whether one of the answers that call for a step is one that a change is about.
func calledForBy(a session.Advised, change *stages.Change) bool {
	return slices.ContainsFunc(change.Answers, func(c stages.ChangeAnswer) bool { return slices.Contains(a.Because, c.Question) })
}

// shortest reports whether the first of some steps takes no longer than any other.
func shortest(steps []session.Advised) bool {
	return !slices.ContainsFunc(steps, func(a session.Advised) bool { return a.Words.Weeks < steps[0].Words.Weeks })
}

// aboutAsFar is how much likelier one strand may have reached a level than another that's about as far from it.
const aboutAsFar = 0.1

// saidWhere reports whether the person said where they want to go, by the last question or the crossroads.
func (e Export) saidWhere() bool {
	_, taken := e.survey(stages.Crossroads)
	return taken || e.Result.Profile.Aim != ""
}

// roadTaken is the name of the road that the person wants to take, or that appeals to them most and is new to them, where
// a step leads along it, and whether it's the work they do already; empty where it doesn't.
func (e Export) roadTaken(step *stages.Step) (name string, own bool) {
	r, taken := e.survey(stages.Crossroads)
	if !taken {
		return "", false
	}
	most := r.Scores.Drawn(&r.Snapshot.Crossroads)
	for _, road := range r.Snapshot.Crossroads.Roads {
		drawn := road.ID == most && !r.Scores.Near(&road)
		if (drawn || road.ID == e.Result.Profile.Aim) && slices.Contains(step.Roads, road.ID) {
			return road.Name, ownWork(r, &road)
		}
	}
	return "", false
}
