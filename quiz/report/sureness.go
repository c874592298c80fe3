package report

import (
	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// Sureness says how sure the level is, what it could be instead, and what holds it.
func Sureness(of session.Result) string {
	return sureness(of, Held(of))
}

// sureness is [Sureness] with what is said of what holds the level.
func sureness(of session.Result, held string) string {
	c, r := &of.Snapshot, of.Placement
	if r.Level == nil {
		return locale.Text("Nothing you skipped counts against you. There was nothing to go by.")
	}
	var sure string
	switch n := r.Neighbour(); r.Certainty() {
	case stages.Clear:
		sure = deep(r)
	case stages.Likely:
		sure = deep(r)
		if n != 0 && r.HeldBy == nil {
			sure += " " + locale.Sprintf("If it isn't level %d, it's level %d, %s.", *r.Level, n, LevelName(c, n))
		}
		if goingBy("", r) == "" {
			sure += tooFew(c, r)
		}
	case stages.Between:
		sure = locale.Text("A few more answers would make it more certain.")
		if n != 0 {
			sure = locale.Sprintf("%s or %s: your answers fit both.", LevelName(c, *r.Level), LevelName(c, n))
		}
	default:
		sure = locale.Text("A few more answers would make it more certain.")
		if len(r.Warnings) > 0 {
			sure = locale.Text("A second look at the answers that don't fit would make it more certain.")
		}
	}
	if held != "" {
		sure += " " + held
	}
	if r.Quick {
		sure += " " + locale.Text("This was the short interview; the long one is more certain.")
	}
	return sure
}

// howSure is the word for the certainty of a level that's named. Of one held by want of a chance it isn't told how sure that is:
// a chance may change it at once.
func howSure(r stages.Placement) string {
	switch {
	case wantsChance(r):
		return locale.Text("provisional")
	case r.Certainty() == stages.Clear:
		return locale.Text("clear")
	}
	return locale.Text("likely")
}

// deep is the word for the certainty, and how far into the level the person is.
func deep(r stages.Placement) string {
	sure := Capital(howSure(r))
	if depth := Depth(r); depth != "" {
		sure += ", " + depth
	}
	return goingBy(sure, r) + "."
}

// tooFew names the strands that have no level, which keeps a result from being clear. It's empty after a short interview, which
// gives them none, and where a cap is told, which may be about one of them.
func tooFew(c *stages.Catalog, r stages.Placement) string {
	var names []string
	for _, s := range r.Strands {
		if s.Level == nil {
			names = append(names, StrandName(c, s.ID))
		}
	}
	if len(names) == 0 || r.Quick || r.HeldBy != nil {
		return ""
	}
	return " " + locale.Sprintf("There are too few answers for a level on %s.", List(names))
}

// goingBy ends a word for the certainty with how many answers it goes by, where half of the questions or more were skipped.
func goingBy(sure string, r stages.Placement) string {
	answered, skipped := 0, 0
	for _, s := range r.Strands {
		answered, skipped = answered+s.Asked-s.Skipped, skipped+s.Skipped
	}
	if answered == 0 || skipped < answered {
		return sure
	}
	return locale.Plural(answered, "%[1]s, going by one answer", "%[1]s, going by only %[2]s answers", sure, Number(answered))
}
