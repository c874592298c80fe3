package report

import (
	"cmp"
	"slices"

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
		return you(*top) + " " + locale.Sprintf("Based on %s", restsOn(*top))
	case len(r.Placement.Why) > 0 && r.Placement.Why[0].Weight >= 0: // the answer that lifted most, or carries most
		id := r.Placement.Why[0].Question
		return because(r.Question(id), r.Interview.Answers[id], nil)
	}
	return ""
}

// proof is the highest thing that a person did, from the strand that stands highest where several are as high: an
// event where one speaks for the level they're at, else whichever is higher; nil where nothing was shown.
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
	for i := range all {
		if at := r.Placement.Level; all[i].Question.Evidence && at != nil && all[i].Option.SpeaksFor(*at) {
			return &all[i]
		}
	}
	return &all[0]
}

// Arrival is a new result in a few parts: the level in words, what has moved, what proves it most, and the nearest
// way up.
func (e Export) Arrival() []Part {
	if e.Result.Placement.Level == nil {
		return nil
	}
	var out []Part
	for _, p := range []Part{{locale.Text("Your level"), sentence(e.levelWords())}, e.moved(), {locale.Text("Your best evidence"), e.Proof()},
		{locale.Text("Nearest way up"), e.WayUp()}} {
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
		return Sureness(c, r)
	}
	if s := e.shapeThatFits(); s != nil && s.Line != "" {
		return stages.OneLine(s.Line)
	}
	return stages.OneLine(c.Levels[*r.Level-1].Line)
}

// WayUp is the nearest change of answers that leads up, in words; else what opens the next level, where want of
// a chance holds the person; else the first step is. It is empty where none is known, and where the result is unclear: up from where?
func (e Export) WayUp() string {
	r := e.Result.Placement
	if r.Certainty() == stages.Unclear { // which it also is without a level
		return ""
	}
	for _, change := range r.WouldChange {
		if change.Level <= *r.Level {
			continue
		}
		if answers, known := told(e.Result, change, otherwise); known {
			return locale.Sprintf("If %s, you'd be at level %d.", answers, change.Level)
		}
	}
	if opens := Opens(&e.Result.Snapshot, r); opens != "" {
		return opens
	}
	if *r.Level == r.Levels() || len(r.Next) == 0 {
		return ""
	}
	return locale.Text("More than one or two answers away. The first step is where to start.")
}

// FirstStep is the first step that is advised, with the first action that fits. It is empty where there is none.
func (e Export) FirstStep() string {
	steps := e.Result.Advised()
	if len(steps) == 0 {
		return ""
	}
	actions, fits := e.StepActions(steps[0])
	return sentence(steps[0].Words.Title) + " " + firstLabel(fits) + ": " + actions[fits].Text
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
	to.para(Short(c, r), sentence(stages.OneLine(e.levelWords())))
	var list []listItem
	for _, p := range []Part{e.moved(), {locale.Text("Best evidence"), e.Proof()}, {locale.Text("Nearest way up"), e.WayUp()}, {locale.Text("First step"), e.FirstStep()}} {
		if p.Text != "" {
			list = append(list, listItem{label: p.Label, text: p.Text})
		}
	}
	to.list(false, list...)
}
