package report

import (
	"fmt"

	"waymark/stages"
)

// NoReplay is said where a result cannot be replayed.
const NoReplay = "This result can't be replayed: the questions have changed since."

// AboutReplay says what a replay is.
const AboutReplay = "Where you stood after each answer, going by what had been asked by then."

// After says where the person stood after so many answers, and how sure that was. It is the headline of the result
// at that point.
func After(c *stages.Catalog, r stages.Placement, n, of int) string {
	at := fmt.Sprintf("After answer %d of %d: ", n, of)
	switch {
	case r.Level == nil:
		return at + "no level yet."
	case r.Certainty() == stages.Unclear:
		low, high := r.Span()
		if low == high {
			return at + fmt.Sprintf("about level %d, not clear yet.", low)
		}
		return at + fmt.Sprintf("somewhere between level %d and level %d.", low, high)
	case Between(r) != 0:
		low, high := min(*r.Level, Between(r)), max(*r.Level, Between(r))
		return at + fmt.Sprintf("between level %d and level %d.", low, high)
	}
	said := at + fmt.Sprintf("level %d, %s", *r.Level, LevelName(c, *r.Level))
	switch {
	case n < of && !r.Settled: // sure of little
		return said + ", so far."
	case r.Certainty() == stages.Clear:
		return said + ". " + deep("Clear", r)
	case r.Certainty() == stages.Likely:
		return said + ". " + deep("Likely", r)
	}
	return said + ". Not certain yet."
}

// AfterBrief is [After] in a few columns.
func AfterBrief(r stages.Placement, last bool) string {
	switch {
	case r.Level == nil:
		return "none yet"
	case r.Certainty() == stages.Unclear:
		if low, high := r.Span(); low != high {
			return fmt.Sprintf("%d to %d", low, high)
		}
		return fmt.Sprintf("about %d", *r.Level)
	case Between(r) != 0:
		return fmt.Sprintf("%d or %d", min(*r.Level, Between(r)), max(*r.Level, Between(r)))
	case !last && !r.Settled:
		return fmt.Sprintf("%d so far", *r.Level)
	case r.Certainty() == stages.Clear:
		return fmt.Sprintf("%d clear", *r.Level)
	case r.Certainty() == stages.Likely:
		return fmt.Sprintf("%d likely", *r.Level)
	}
	return fmt.Sprintf("about %d", *r.Level)
}

// Changed says what the last of some answers changed, by [AfterBrief] of the placements after each.
func Changed(steps []stages.Placement, at, of int) string {
	now := AfterBrief(steps[at], at == of-1)
	if at == 0 {
		return fmt.Sprintf("After the first answer: %s.", now)
	}
	before := AfterBrief(steps[at-1], false)
	if before == now {
		return fmt.Sprintf("This answer leaves it at: %s.", now)
	}
	return fmt.Sprintf("Before this answer: %s. After it: %s.", before, now)
}
