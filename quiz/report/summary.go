package report

import (
	"fmt"

	"waymark/stages"
)

// Proof is the highest strength that the answers of a result show, with the answer it rests on; of one level,
// what rests on an event comes before what is a claim. Without a strength it is the answer that lifted most.
func (e Export) Proof() string {
	r := e.Result
	var top *stages.Shown
	for i := range r.Snapshot.Strands {
		shown := r.Snapshot.Shown(r.Interview.Answers, r.Snapshot.Strands[i].ID)
		if len(shown) == 0 {
			continue
		}
		if s := shown[0]; top == nil || s.Level > top.Level || s.Level == top.Level && s.Evidence && !top.Evidence {
			top = &s
		}
	}
	switch {
	case top != nil:
		return fmt.Sprintf("%s It rests on %s", sentence(top.You), restsOn(r, *top))
	case len(r.Placement.Why) > 0 && r.Placement.Why[0].Weight >= 0: // the answer that lifted most, or carries most
		return Because(r, stages.NextStep{Because: []string{r.Placement.Why[0].Question}})
	}
	return ""
}

// WayUp is the nearest change of answers that leads up, in words; else what opens the next level, where want of
// a chance holds the person; else the strand that would lift most. It is empty where none is known.
func (e Export) WayUp() string {
	r := e.Result.Placement
	for _, change := range r.WouldChange {
		if r.Level == nil || change.Level <= *r.Level {
			continue
		}
		only := r
		only.WouldChange = []stages.Change{change}
		if words := WouldChange(only, e.Result.Question); len(words) > 0 {
			return words[0]
		}
	}
	if opens := Opens(&e.Result.Snapshot, r); opens != "" {
		return opens
	}
	if r.Level == nil || *r.Level == stages.Levels || len(r.Gains) == 0 {
		return ""
	}
	return fmt.Sprintf("More than one or two answers away; rising along %s would lift you most.", StrandName(&e.Result.Snapshot, r.Gains[0].Strand))
}

// FirstStep is the first step that is advised, with the first action that fits. It is empty where there is none.
func (e Export) FirstStep() string {
	steps := e.Result.Advised()
	if len(steps) == 0 {
		return ""
	}
	actions, fits := e.StepActions(steps[0])
	return fmt.Sprintf("%s This week: %s", sentence(steps[0].Words.Title), actions[fits].Text)
}

// summary is the result on half a page: the path, the level and how sure it is, what proves most, the nearest
// way up, and what to do first.
func (e Export) summary(to renderer) {
	c, r := &e.Result.Snapshot, e.Result.Placement
	if r.Level == nil {
		return
	}
	to.heading(2, "In short")
	to.path(PathOf(r))
	more, up := c.Levels[*r.Level-1].Line, e.WayUp()
	switch r.Certainty() {
	case stages.Between:
		more = ""
	case stages.Unclear: // up from where?
		more, up = Sureness(c, r), ""
	}
	to.para(Short(c, r), sentence(stages.OneLine(more)))
	var list []listItem
	for _, p := range []Part{{"Strongest proof", e.Proof()}, {"Nearest way up", up}, {"First step", e.FirstStep()}} {
		if p.Text != "" {
			list = append(list, listItem{label: p.Label, text: p.Text})
		}
	}
	to.list(false, list...)
}
