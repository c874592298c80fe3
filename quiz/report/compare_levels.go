package report

import (
	"cmp"
	"fmt"

	"waymark/quiz/locale"
	"waymark/stages"
)

// placed are the levels that a person's result names as theirs: one, or the two that they're between; zeros where it names none.
func placed(r stages.Placement) (low, high int) {
	if r.Level == nil || r.Certainty() == stages.Unclear {
		return 0, 0
	}
	other := cmp.Or(Between(r), *r.Level)
	return min(*r.Level, other), max(*r.Level, other)
}

// points are the levels that someone's answers point to, as [sees] says them: one that's likely at least, or the first and the last of
// those that it may be.
func points(r stages.Placement) (low, high int) {
	level, sure, low, high := r.Pointed()
	if sure >= stages.Likely {
		return level, level
	}
	return low, high
}

func span(low, high int) string {
	switch {
	case high == 0:
		return locale.Text("none")
	case low == high:
		return fmt.Sprint(low)
	}
	return fmt.Sprintf("%d–%d", low, high)
}
