package report

import (
	"fmt"
	"slices"
	"strings"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// Headline says where the person stands. What their answers point to beyond that is said by [Sureness].
func Headline(c *stages.Catalog, r stages.Placement) string {
	switch {
	case r.Level == nil:
		return locale.Sprintf("No level this time: %s.", nothingScored(r))
	case r.Certainty() == stages.Unclear:
		low, high := r.Span()
		if low == high {
			return locale.Sprintf("Near level %d: not enough consistent evidence to say more.", low)
		}
		return locale.Sprintf("Between levels %d and %d: not enough consistent evidence to name one.", low, high)
	case Between(r) != 0:
		low, high := min(*r.Level, Between(r)), max(*r.Level, Between(r))
		if *r.Level == high {
			return locale.Sprintf("You're between level %d and level %d. Counted as %d, the more likely one.", low, high, high)
		}
		return locale.Sprintf("You're between level %d and level %d. Counted as %d, the lower one.", low, high, low)
	}
	return locale.Sprintf("You're at level %d, %s.", *r.Level, LevelName(c, *r.Level))
}

// HeadlineBrief is [Headline] in a line where a row below it leads to the answers that don't fit, which is why none is named.
func HeadlineBrief(c *stages.Catalog, r stages.Placement) string {
	if r.Level == nil || r.Certainty() != stages.Unclear {
		return Headline(c, r)
	}
	low, high := r.Span()
	if low == high {
		return locale.Sprintf("Near level %d.", low)
	}
	return locale.Sprintf("Between levels %d and %d.", low, high)
}

// nothingScored says why there is no level.
func nothingScored(r stages.Placement) string {
	skipped := 0
	for _, s := range r.Strands {
		skipped += s.Skipped
	}
	if skipped < len(r.Asked) {
		return locale.Text("none of your answers says where you stand")
	}
	return locale.Text("everything was skipped")
}

// Between returns the neighbour that the person stands between the held level and, or 0.
func Between(r stages.Placement) int {
	if r.Certainty() != stages.Between {
		return 0
	}
	return r.Neighbour()
}

// Held says which level the answers point to where that's higher than the person's, with the strands that carry it, and what
// keeps them from it; empty where nothing does. Where no level is named, there's none that another could be higher than.
func Held(of session.Result) string {
	r := of.Placement
	switch {
	case r.HeldBy == nil:
		return ""
	case *r.SpeaksFor > *r.Level && r.Certainty() != stages.Unclear:
		return speaksFor(&of.Snapshot, r) + " " + heldBy(of)
	}
	return heldBy(of)
}

// speaksFor names the strands that carry the higher level.
func speaksFor(c *stages.Catalog, r stages.Placement) string {
	var carry []string
	for _, s := range r.Strands {
		if s.Level != nil && *s.Level >= *r.SpeaksFor {
			carry = append(carry, StrandName(c, s.ID))
		}
	}
	switch len(carry) {
	case 0:
		return locale.Sprintf("Taken together, your answers point to level %d.", *r.SpeaksFor)
	case 1:
		return locale.Sprintf("Your %s points to level %d.", carry[0], *r.SpeaksFor)
	case 2, 3:
		return locale.Sprintf("Your %s point to level %d.", List(carry), *r.SpeaksFor)
	}
	if len(carry) == len(r.Strands) {
		return locale.Sprintf("All %s of your strands reach level %d.", Number(len(carry)), *r.SpeaksFor)
	}
	return locale.Sprintf("%s of your %s strands reach level %d.", Capital(Number(len(carry))), Number(len(r.Strands)), *r.SpeaksFor)
}

// wantsChance reports whether the level that's named is held by strands that there was no chance to show.
func wantsChance(r stages.Placement) bool {
	return r.HeldBy != nil && r.HeldBy.Cap == stages.CapNeeds && heldByAll(r, func(s stages.StrandResult) bool { return s.NoChance })
}

// heldByAll reports whether something is so of all strands that the cap names.
func heldByAll(r stages.Placement, so func(stages.StrandResult) bool) bool {
	return !slices.ContainsFunc(r.HeldBy.Strands, func(id string) bool { return !so(strand(r, id)) })
}

// heldBy tells the cap that sets the level.
func heldBy(of session.Result) string {
	c, r := &of.Snapshot, of.Placement
	next := r.HeldBy.Level + 1
	names := strandNames(c, r.HeldBy.Strands)
	switch r.HeldBy.Cap {
	case stages.CapNeeds:
		switch {
		case wantsChance(r):
			return locale.Sprintf("Level %d needs %s, and your work hasn't given you the chance to show that yet.", next, List(names))
		case heldByAll(r, func(s stages.StrandResult) bool { return s.Level == nil }):
			return locale.Sprintf("Level %d needs %s, which these answers say too little about.", next, List(names))
		}
		return needs(c, next, names, r)
	case stages.CapCumulative:
		if len(names) > 0 {
			return locale.Plural(len(names), "Level %[1]d needs all-round strength; %[2]s is behind.",
				"Level %[1]d needs all-round strength; %[2]s are behind.", next, List(names))
		}
		return locale.Sprintf("Level %d needs all-round strength: at least half your strands at that level, and none far behind.", next)
	case stages.CapEvidence:
		return locale.Sprintf("What's missing for level %d is more that others could confirm: a document, a decision on record or someone who saw it. Strands can be further along than the level, since they count everything you say.", next)
	}
	return locale.Sprintf("Too few of your answers reach level %d.", next)
}

// needs says where the strands stand that a level needs, as far as each is known to be below it, and which others are
// below it that it doesn't need.
func needs(c *stages.Catalog, level int, names []string, r stages.Placement) string {
	var at []string
	for _, id := range r.HeldBy.Strands {
		if s := strand(r, id); s.Level != nil && *s.Level < level {
			at = append(at, fmt.Sprint(*s.Level))
		}
	}
	switch {
	case len(at) < len(names):
		return locale.Sprintf("Level %d needs %s, and your answers don't show that yet.", level, List(names))
	case len(at) == 1:
		return locale.Sprintf("Level %[1]d needs %[2]s at %[1]d; yours is at %[3]s.", level, names[0], at[0]) + allowed(c, level, r)
	}
	return locale.Sprintf("Level %[1]d needs %[2]s at %[1]d; yours are at %[3]s.", level, List(names), List(at)) + allowed(c, level, r)
}

// allowed names the one or two strands that stand one below a level which doesn't need them there.
func allowed(c *stages.Catalog, level int, r stages.Placement) string {
	var names []string
	for _, s := range r.Strands {
		if s.Level != nil && *s.Level == level-1 && !slices.Contains(r.HeldBy.Strands, s.ID) {
			names = append(names, StrandName(c, s.ID))
		}
	}
	if len(names) == 0 || len(names) > 2 {
		return ""
	}
	return " " + locale.Plural(len(names), "%s is fine at %d.", "%s are fine at %d.", Capital(List(names)), level-1)
}

// Opens says what gives the first chance at the next level, where want of a chance holds the person. Without a level there's no next.
func Opens(c *stages.Catalog, r stages.Placement) string {
	if what := opens(c, r); what != "" {
		return locale.Sprintf("What gives you a chance at level %d: %s.", r.HeldBy.Level+1, strings.TrimSuffix(what, "."))
	}
	return ""
}

func opens(c *stages.Catalog, r stages.Placement) string {
	if r.HeldBy == nil || r.HeldBy.Cap != stages.CapNeeds || r.Certainty() == stages.Unclear {
		return ""
	}
	return c.Levels[r.HeldBy.Level].Opens
}

// Short says where the person stands in one line: "Focal Point, level 2, likely."
func Short(c *stages.Catalog, r stages.Placement) string {
	if sure := r.Certainty(); sure != stages.Clear && sure != stages.Likely {
		return Headline(c, r)
	}
	return goingBy(locale.Sprintf("%[1]s, level %[2]d, %[3]s", LevelName(c, *r.Level), *r.Level, howSure(r)), r) + "."
}

// OfLevelsBrief is a level that's named among all of them, and how sure it is.
func OfLevelsBrief(c *stages.Catalog, r stages.Placement) string {
	return goingBy(locale.Sprintf("Level %[1]d of %[2]d, %[3]s", *r.Level, len(c.Levels), howSure(r)), r) + "."
}

// OfLevels is [OfLevelsBrief] and the level that the answers point to where it's higher.
func OfLevels(c *stages.Catalog, r stages.Placement) string {
	said := OfLevelsBrief(c, r)
	if r.HeldBy != nil && *r.SpeaksFor > *r.Level {
		said += " " + speaksFor(c, r)
	}
	return said
}

// Ahead names the level after the one the person is at.
func Ahead(c *stages.Catalog, r stages.Placement) string {
	switch {
	case r.Level == nil || r.Certainty() == stages.Unclear:
		return ""
	case *r.Level == len(c.Levels):
		return locale.Sprintf("Level %d of %d: %s.", *r.Level, len(c.Levels), LevelName(c, *r.Level))
	}
	return locale.Sprintf("Level %d of %d: %s; next: %s.", *r.Level, len(c.Levels), LevelName(c, *r.Level), LevelName(c, *r.Level+1))
}

// PathWords say what one level of the path is to the person, as the path is drawn: passed, the person's
// own, what it could be instead, or ahead. They are empty where nothing is known.
func PathWords(r stages.Placement, level int) string {
	switch {
	case r.Level == nil:
		return ""
	case r.Certainty() == stages.Unclear:
		switch low, high := r.Span(); {
		case level < low:
			return locale.Text("passed")
		case level <= high:
			return locale.Text("your answers point here")
		}
		return ""
	case level == *r.Level:
		return locale.Text("you are here")
	case level == *r.SpeaksFor:
		return locale.Text("where your answers point")
	case r.HeldBy == nil && level == r.Neighbour() && r.Certainty() < stages.Clear:
		return locale.Text("could be this instead")
	case level < *r.Level:
		return locale.Text("passed")
	}
	return locale.Text("ahead")
}

func (e Export) where(to renderer) {
	c, r := &e.Result.Snapshot, e.Result.Placement
	to.heading(2, locale.Text("Where"))
	to.para(e.whereSays()...)
	var path []listItem
	for n := 1; n <= len(c.Levels); n++ {
		line := stages.OneLine(c.Levels[n-1].Line)
		if r.Level != nil && n == *r.Level && r.Certainty() != stages.Unclear {
			line = or(e.levelWords(), line)
		}
		path = append(path, listItem{label: LevelName(c, n), text: sentence(PathWords(r, n)) + " " + sentence(line)})
	}
	to.list(true, path...)
	if r.Level != nil {
		e.strands(to)
	}
}

// whereSays is where the person stands, without what [Export.summary] has just said.
func (e Export) whereSays() []string {
	c, r := &e.Result.Snapshot, e.Result.Placement
	switch {
	case r.Level == nil:
		return []string{Headline(c, r), Sureness(e.Result)}
	case r.Certainty() == stages.Unclear:
		return nil
	}
	said := []string{sureness(e.Result, "")}
	if opens := Opens(c, r); opens != e.WayUp() {
		said = append(said, opens)
	}
	return said
}
