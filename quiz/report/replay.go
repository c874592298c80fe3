package report

import (
	"fmt"

	"waymark/stages"
)

// NoReplay is said where a result cannot be replayed.
const NoReplay = "This result can't be replayed: the questions have changed since."

// AboutReplay says what a replay is.
const AboutReplay = "Where your answers put you after each of them, with what had been asked by then."

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
	said := at + fmt.Sprintf("level %d, %s. ", *r.Level, LevelName(c, *r.Level))
	switch r.Certainty() {
	case stages.Clear:
		return said + deep("Clear", r)
	case stages.Likely:
		return said + deep("Likely", r)
	}
	return said + "Not certain yet."
}

// AfterBrief is [After] in a few columns.
func AfterBrief(r stages.Placement) string {
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
	case r.Certainty() == stages.Clear:
		return fmt.Sprintf("%d clear", *r.Level)
	}
	return fmt.Sprintf("%d likely", *r.Level)
}

// Moved says what an answer changed: the level held before it and after.
func Moved(before, after stages.Placement) string {
	switch {
	case after.Level == nil:
		return "It doesn't tell a level."
	case before.Level == nil:
		return fmt.Sprintf("The first level: %d.", *after.Level)
	case *before.Level == *after.Level && before.Certainty() < after.Certainty():
		return fmt.Sprintf("It stays at level %d, and becomes more certain.", *after.Level)
	case *before.Level == *after.Level && before.Certainty() > after.Certainty():
		return fmt.Sprintf("It stays at level %d, and becomes less certain.", *after.Level)
	case *before.Level == *after.Level:
		return fmt.Sprintf("It stays at level %d.", *after.Level)
	}
	return fmt.Sprintf("It moves from level %d to level %d.", *before.Level, *after.Level)
}
