package report

import (
	"slices"
	"time"

	"waymark/quiz/locale"
	"waymark/stages"
)

// Reached is what a result of the stages assessment came to, and when.
type Reached struct {
	Saved     time.Time        `json:"saved"`
	Placement stages.Placement `json:"result"`
}

// named reports whether there is a level to name.
func (r Reached) named() bool {
	return r.Placement.Level != nil && r.Placement.Certainty() != stages.Unclear
}

// reached is what every result came to, the oldest first.
func (e Export) reached() []Reached {
	out := []Reached{}
	for _, r := range append(slices.Clip(e.Earlier), e.Result) {
		out = append(out, Reached{Saved: r.Saved, Placement: WithWarningTexts(r.Placement)})
	}
	return out
}

// OverTimeInWords says what the picture of the results is, for those who don't see it.
const OverTimeInWords locale.Message = "Your level by date. The list below has each result."

// overTime is the section on the results so far, where there is more than one: a picture of them, and each in a
// line.
func (e Export) overTime(to renderer) {
	if len(e.Earlier) == 0 {
		return
	}
	to.heading(2, HistoryTitle.String())
	to.overTime(e.reached(), levelNames(&e.Result.Snapshot))
	var each []listItem
	for _, r := range slices.Backward(append(slices.Clip(e.Earlier), e.Result)) {
		each = append(each, listItem{label: Date(r.Saved), text: Short(&r.Snapshot, r.Placement)})
	}
	to.list(false, each...)
}
