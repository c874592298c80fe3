package report

import (
	"waymark/quiz/locale"
	"waymark/stages"
)

// NoReplay is said where a result cannot be replayed.
const NoReplay = "This result can't be replayed: the questions have changed since."

// AboutReplay says what a replay is.
const AboutReplay = "Where you stood after each answer, going by what had been asked by then."

// After says where the person stood after so many answers, and how sure that was. It is the headline of the result
// at that point.
func After(c *stages.Catalog, r stages.Placement, n, of int) string {
	at := locale.Sprintf("After answer %d of %d: ", n, of)
	switch {
	case r.Level == nil:
		return at + locale.Text("no level yet.")
	case r.Certainty() == stages.Unclear:
		low, high := r.Span()
		if low == high {
			return at + locale.Sprintf("about level %d, not clear yet.", low)
		}
		return at + locale.Sprintf("somewhere between level %d and level %d.", low, high)
	case Between(r) != 0:
		low, high := min(*r.Level, Between(r)), max(*r.Level, Between(r))
		return at + locale.Sprintf("between level %d and level %d.", low, high)
	}
	said := at + locale.Sprintf("level %d, %s", *r.Level, LevelName(c, *r.Level))
	switch {
	case n < of && !r.Settled: // sure of little
		return said + locale.Text(", so far.")
	case r.Certainty() == stages.Clear:
		return said + ". " + deep(locale.Text("Clear"), r)
	case r.Certainty() == stages.Likely:
		return said + ". " + deep(locale.Text("Likely"), r)
	}
	return said + locale.Text(". Not certain yet.")
}

// AfterBrief is [After] in a few columns.
func AfterBrief(r stages.Placement, last bool) string {
	switch {
	case r.Level == nil:
		return locale.Text("none yet")
	case r.Certainty() == stages.Unclear:
		if low, high := r.Span(); low != high {
			return locale.Sprintf("%d to %d", low, high)
		}
		return locale.Sprintf("about %d", *r.Level)
	case Between(r) != 0:
		return locale.Sprintf("%d or %d", min(*r.Level, Between(r)), max(*r.Level, Between(r)))
	case !last && !r.Settled:
		return locale.Sprintf("%d so far", *r.Level)
	case r.Certainty() == stages.Clear:
		return locale.Sprintf("%d clear", *r.Level)
	case r.Certainty() == stages.Likely:
		return locale.Sprintf("%d likely", *r.Level)
	}
	return locale.Sprintf("about %d", *r.Level)
}

// Changed says what the last of some answers changed, by [AfterBrief] of the placements after each.
func Changed(steps []stages.Placement, at, of int) string {
	now := AfterBrief(steps[at], at == of-1)
	if at == 0 {
		return locale.Sprintf("After the first answer: %s.", now)
	}
	before := AfterBrief(steps[at-1], false)
	if before == now {
		return locale.Sprintf("This answer leaves it at: %s.", now)
	}
	return locale.Sprintf("Before this answer: %s. After it: %s.", before, now)
}
