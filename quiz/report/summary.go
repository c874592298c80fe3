package report

import (
	"cmp"
	"slices"
	"strings"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// Proof is the thing a person did that proves most, by their answers, with the answer it rests on. Where the content
// does not say what was done it is the answer that lifted most.
func (e Export) Proof() string {
	r := e.Result
	top := proof(r)
	switch {
	case top != nil:
		said := you(&r.Snapshot, *top) + " " + locale.Sprintf("Based on %s", restsOn(*top))
		if !top.Question.Evidence {
			said += " " + ownAccount()
		}
		return said
	case len(r.Placement.Why) > 0 && r.Placement.Why[0].Weight >= 0: // the answer that lifted most, or carries most
		id := r.Placement.Why[0].Question
		return because(r.Question(id), r.Interview.Answers[id], nil)
	}
	return ""
}

// did is [Export.Proof] without the answer that it rests on.
func (e Export) did() string {
	if top := proof(e.Result); top != nil {
		return you(&e.Result.Snapshot, *top)
	}
	return e.Proof()
}

// proof is the highest thing that a person did, from the strand that stands highest where several are as high: an
// event where one speaks for the level they're at, first along a strand that the level needs, or along the first strand where the
// level needs none and that shows about as much, else whichever is higher; nil where nothing was shown.
func proof(r session.Result) *stages.Shown {
	strands := slices.Clone(r.Snapshot.Strands)
	slices.SortStableFunc(strands, func(x, y stages.Strand) int {
		return cmp.Compare(strand(r.Placement, y.ID).Mean(), strand(r.Placement, x.ID).Mean())
	})
	var all []stages.Shown
	for _, s := range strands {
		all = append(all, undisputed(r, s.ID)...)
	}
	slices.SortStableFunc(all, stages.Shown.Compare)
	if len(all) == 0 {
		return nil
	}
	if r.Placement.Level == nil {
		return &all[0]
	}
	level := *r.Placement.Level
	speaks := func(s stages.Shown) bool { return s.Question.Evidence && s.Option.SpeaksFor(level) }
	best := &all[max(0, slices.IndexFunc(all, speaks))]
	if len(unshown(r)) > 0 {
		return best
	}
	along := func(strand string) int {
		return slices.IndexFunc(all, func(s stages.Shown) bool { return speaks(s) && s.Question.Strand == strand })
	}
	needs := r.Snapshot.Levels[level-1].Needs
	for _, need := range needs {
		if i := along(need); i >= 0 {
			return &all[i]
		}
	}
	first := along(r.Snapshot.Strands[0].ID) // which a path begins with
	if len(needs) == 0 && first >= 0 && (all[first].Option.SpeaksFor(level+1) || !best.Option.SpeaksFor(level+1)) {
		return &all[first]
	}
	return best
}

// unshown are the strands that the level needs and along which no answer speaks for it.
func unshown(r session.Result) []string {
	level := *r.Placement.Level
	return slices.DeleteFunc(slices.Clone(r.Snapshot.Levels[level-1].Needs), func(id string) bool {
		return slices.ContainsFunc(r.Snapshot.Shown(r.Interview.Answers, id), func(s stages.Shown) bool { return s.Option.SpeaksFor(level) })
	})
}

// Arrival is a new result in a few parts: the level in words, what has moved, what proves it most, and the nearest
// way up.
func (e Export) Arrival() []Part {
	if e.Result.Placement.Level == nil {
		return nil
	}
	var out []Part
	for _, p := range []Part{{locale.Text("Your level"), sentence(stages.OneLine(e.levelWords()))}, e.moved(), {locale.Text("Best evidence"), e.did()},
		e.wayUpInLines()} {
		if p.Text != "" {
			out = append(out, p)
		}
	}
	return out
}

// levelWords says more of a level that has been named: its own line, or that of the shape that fits; or how sure it is
// where that's unclear. Between two levels there is nothing more to say of one.
func (e Export) levelWords() string {
	c, r := &e.Result.Snapshot, e.Result.Placement
	switch r.Certainty() {
	case stages.Between:
		return ""
	case stages.Unclear:
		return Sureness(e.Result)
	}
	if s := e.shapeThatFits(); s != nil && s.Line != "" {
		return stages.OneLine(s.Line)
	}
	return or(e.carriedBy(), stages.OneLine(c.Levels[*r.Level-1].Line))
}

// carriedBy names the strands that the level needs and along which no answer speaks for it, where others carry it: its own
// line would say what the person hasn't done. Else it's empty.
func (e Export) carriedBy() string {
	c, r := &e.Result.Snapshot, e.Result.Placement
	needed := unshown(e.Result)
	var missing []string
	carried := false
	for _, s := range r.Strands {
		switch {
		case slices.Contains(needed, s.ID):
			missing = append(missing, StrandName(c, s.ID))
		case s.Level != nil && *s.Level >= *r.Level:
			carried = true
		}
	}
	if len(missing) == 0 || !carried {
		return ""
	}
	return locale.Sprintf("Other strands carry you here, more than %s.", List(missing))
}

// WayUp is the nearest change of answers that leads up, in words, where one of the steps leads there; else what opens the next level, where want of
// a chance holds the person. It is empty where none is known, and where the result is unclear: up from where?
func (e Export) WayUp() string {
	r := e.Result.Placement
	if r.Certainty() == stages.Unclear { // which it also is without a level
		return ""
	}
	if change, answers := e.nearestUp(); change != nil {
		return locale.Sprintf("You'd be at level %[2]d with %[1]s.", answers, change.Level)
	}
	return Opens(&e.Result.Snapshot, r)
}

// nearestUp is the nearest change of answers that leads up, with its words; nil where none can be told, or no step leads there.
func (e Export) nearestUp() (up *stages.Change, words string) {
	r := e.Result.Placement
	for i := range r.WouldChange {
		if change := &r.WouldChange[i]; change.Level > *r.Level {
			if answers, known := told(e.Result, *change, instead); known && e.leadsTo(change) {
				return change, answers
			}
		}
	}
	return nil, ""
}

// besideWayUp says why the first step isn't about what the nearest way up is about; empty where it moves that, or goes
// along the same strand, or where no such way is told.
func (e Export) besideWayUp() string {
	steps := e.Result.Advised()
	if len(steps) == 0 || e.Result.Placement.Certainty() == stages.Unclear {
		return ""
	}
	up, _ := e.nearestUp()
	first := steps[0]
	if up == nil || slices.ContainsFunc(up.Answers, func(a stages.ChangeAnswer) bool {
		return first.Words.Moves[a.Question] != "" || strandOf(e.Result, a.Question) == first.Strand
	}) {
		return ""
	}
	switch {
	case e.tired() && shortest(steps):
		return locale.Text("It isn't the nearest way up, but it's short, and you have a lot on.")
	case first.Purpose == stages.Widen || e.wished(first.Words):
		return locale.Text("It isn't the nearest way up, but it leads where you seem to want to go.")
	}
	return locale.Text("It isn't the nearest way up, but your answers suggest doing it first.")
}

func strandOf(r session.Result, question string) string {
	if q := r.Question(question); q != nil {
		return q.Strand
	}
	return ""
}

// FirstStep is the first step that is advised, with the first action that fits. It is empty where there is none.
func (e Export) FirstStep() string {
	steps := e.Result.Advised()
	if len(steps) == 0 {
		return ""
	}
	actions, fits := e.StepActions(steps[0])
	return strings.Join(strings.Fields(sentence(steps[0].Words.Title)+" "+e.roomFirst()+" "+e.firstLabel(fits)+": "+actions[fits].Text), " ")
}

// roomFirst is what to ask for before any step, where the workload leaves no room for one; else it's empty.
func (e Export) roomFirst() string {
	if r, taken := e.survey(stages.Surroundings); taken {
		for _, w := range r.Snapshot.Surroundings.Winds {
			if w.Tires && r.Scores.Against(w.ID) {
				return locale.Sprintf("Make room first: %s", FirstSentence(w.Negotiate))
			}
		}
	}
	return ""
}

// summary is the result on half a page: the path, the level and how sure it is, what proves most, the nearest
// way up, and what to do first.
func (e Export) summary(to renderer) {
	c, r := &e.Result.Snapshot, e.Result.Placement
	if r.Level == nil {
		return
	}
	to.heading(2, locale.Text("In short"))
	to.path(e.Result)
	said := []string{Short(c, r), sentence(stages.OneLine(e.levelWords()))}
	if r.Certainty() != stages.Unclear { // whose own words say it
		said = append(said, Held(e.Result))
	}
	if restsOnClaims(r) {
		said = append(said, locale.Text("More examples that others could confirm would make it firmer."))
	}
	to.para(said...)
	var list []listItem
	for _, p := range []Part{e.moved(), {locale.Text("Best evidence"), e.Proof()}, e.wayUpInALine(), {locale.Text("First step"), strings.TrimSpace(e.FirstStep() + " " + e.besideWayUp())}} {
		if p.Text != "" {
			list = append(list, listItem{label: p.Label, text: p.Text})
		}
	}
	to.list(false, list...)
	to.para(e.anotherTeam())
}

// anotherTeam says who else counts as a customer to those who mostly said that they've had no chance: an answer about
// one may be there all the same.
func (e Export) anotherTeam() string {
	r, skipped := e.Result, 0
	for _, id := range r.Placement.Asked {
		if r.Interview.Answers[id].Skip == stages.NoChance {
			skipped++
		}
	}
	if skipped == 0 || 2*skipped < len(r.Placement.Asked) {
		return ""
	}
	return locale.Text("For at least half of the questions, you haven't had the chance yet. Another team you do work for counts as a customer: if there's one, answer those questions again with that team in mind.")
}
