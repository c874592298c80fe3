package report

import (
	"waymark/quiz/locale"
	"waymark/stages"
)

// NoReplay is said where a result cannot be replayed.
const NoReplay locale.Message = "This result can't be replayed: the questions have changed since."

// AboutReplay says what a replay is.
const AboutReplay locale.Message = "Where you stood after each answer, going by what had been asked by then."

// After says where the person stood after so many answers, and how sure that was. It is the headline of the result
// at that point.
func After(c *stages.Catalog, r stages.Placement, n, of int) string {
	return locale.Sprintf("After answer %[1]d of %[2]d: %[3]s", n, of, stoodAt(c, r, n == of))
}

// AfterShort is [After] without the number of the answer, in a line of 37 columns where that can be.
func AfterShort(c *stages.Catalog, r stages.Placement, last bool) string {
	low, high := r.Span()
	if open := r.Certainty() == stages.Unclear && low < high || Between(r) != 0; r.Level != nil && open && !last {
		return locale.Sprintf("Level %s so far.", AfterBrief(r, last))
	}
	return Capital(stoodAt(c, r, last))
}

func stoodAt(c *stages.Catalog, r stages.Placement, last bool) string {
	switch {
	case r.Level == nil:
		return locale.Text("no level yet.")
	case r.Certainty() == stages.Unclear:
		low, high := r.Span()
		switch high - low {
		case 0:
			return locale.Sprintf("about level %d.", low)
		case 1:
			return locale.Sprintf("level %d or %d.", low, high)
		}
		return locale.Sprintf("from level %d to %d.", low, high)
	case Between(r) != 0:
		return locale.Sprintf("level %d, maybe %d.", *r.Level, Between(r))
	case !last && !r.Settled: // sure of little
		return locale.Sprintf("level %[1]d, %[2]s, so far.", *r.Level, LevelName(c, *r.Level))
	}
	at := locale.Sprintf("level %[1]d, %[2]s.", *r.Level, LevelName(c, *r.Level))
	if sure := r.Certainty(); sure == stages.Clear || sure == stages.Likely {
		return at + " " + deep(r)
	}
	return at + " " + locale.Text("Not certain yet.")
}

// AfterBrief is [After] in a few columns.
func AfterBrief(r stages.Placement, last bool) string {
	switch {
	case r.Level == nil:
		return locale.Text("none yet")
	case r.Certainty() == stages.Unclear:
		switch low, high := r.Span(); high - low {
		case 0:
		case 1:
			return locale.Sprintf("%d or %d", low, high)
		default:
			return locale.Sprintf("%d to %d", low, high)
		}
		return locale.Sprintf("about %d", *r.Level)
	case Between(r) != 0:
		return locale.Sprintf("%d, maybe %d", *r.Level, Between(r)) // which is drawn so too
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
		return ""
	}
	return locale.Sprintf("Before this answer: %s. After it: %s.", before, now)
}
