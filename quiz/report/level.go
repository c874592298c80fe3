package report

import (
	"fmt"
	"slices"
	"strings"

	"waymark/stages"
)

// Headline says where the person stands, in one or two sentences.
func Headline(c *stages.Catalog, r stages.Placement) string {
	switch {
	case r.Level == nil:
		return "No level this time: everything was skipped."
	case r.Certainty() == stages.Unclear:
		low, high := r.Span()
		if low == high {
			return fmt.Sprintf("Not enough consistent evidence to name a level. Your answers lie near %d.", low)
		}
		return fmt.Sprintf("Not enough consistent evidence to name a level. Your answers lie somewhere from %d to %d.", low, high)
	case Between(r) != 0:
		low, high := min(*r.Level, Between(r)), max(*r.Level, Between(r))
		counted := "the lower"
		if *r.Level == high {
			counted = "the likelier"
		}
		return fmt.Sprintf("You are between level %d and level %d. Counted as %d, %s.", low, high, *r.Level, counted)
	}
	at := fmt.Sprintf("You are at level %d, %s.", *r.Level, LevelName(c, *r.Level))
	if r.HeldBy != nil && *r.SpeaksFor > *r.Level {
		at += " " + speaksFor(c, r)
	}
	return at
}

// Between returns the neighbour that the person stands between the held level and, or 0.
func Between(r stages.Placement) int {
	if r.Certainty() != stages.Between {
		return 0
	}
	return r.Neighbour()
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
	case 1:
		return fmt.Sprintf("Your %s speaks for level %d.", carry[0], *r.SpeaksFor)
	case 2, 3:
		return fmt.Sprintf("Your %s speak for level %d.", List(carry), *r.SpeaksFor)
	}
	return fmt.Sprintf("Your answers speak for level %d.", *r.SpeaksFor)
}

// Sureness says how sure the level is, what it could be instead, and what holds it.
func Sureness(c *stages.Catalog, r stages.Placement) string {
	if r.Level == nil {
		return "Nothing you skipped counts against you. There was nothing to go by."
	}
	var parts []string
	switch r.Certainty() {
	case stages.Clear:
		parts = append(parts, "Clear.")
	case stages.Likely:
		parts = append(parts, "Likely.")
		if n := r.Neighbour(); n != 0 && r.HeldBy == nil {
			parts = append(parts, fmt.Sprintf("If it is not level %d, it is level %d, %s.", *r.Level, n, LevelName(c, n)))
		}
	case stages.Between:
		if n := r.Neighbour(); n != 0 {
			parts = append(parts, fmt.Sprintf("%s or %s: a few more answers would tell.", LevelName(c, *r.Level), LevelName(c, n)))
		}
	case stages.Unclear:
		parts = append(parts, "A second look at the marked answers makes the result surer.")
	}
	if r.HeldBy != nil {
		parts = append(parts, heldBy(c, r))
	}
	return strings.Join(parts, " ")
}

// heldBy tells the cap that sets the level.
func heldBy(c *stages.Catalog, r stages.Placement) string {
	next := r.HeldBy.Level + 1
	names := make([]string, len(r.HeldBy.Strands))
	open, unasked := len(names) > 0, 0
	for i, id := range r.HeldBy.Strands {
		names[i] = StrandName(c, id)
		s := strand(r, id)
		open = open && s.NoChance
		if s.Level == nil {
			unasked++
		}
	}
	switch r.HeldBy.Cap {
	case stages.CapNeeds:
		switch {
		case open:
			return fmt.Sprintf("Level %d stands on %s, and you have not had the chance yet: ready, not yet exposed.", next, List(names))
		case unasked == len(names):
			return fmt.Sprintf("Level %d stands on %s, which these answers say too little about.", next, List(names))
		}
		return fmt.Sprintf("Level %d stands on %s, and %s not there yet.", next, List(names), isAre(len(names)))
	case stages.CapCumulative:
		if len(names) > 0 {
			return fmt.Sprintf("Level %d asks for breadth, and %s %s further back.", next, List(names), plural(len(names), "lies", "lie"))
		}
		return fmt.Sprintf("Level %d asks for breadth: half of your strands there, and none far behind.", next)
	case stages.CapEvidence:
		return fmt.Sprintf("The events you named do not reach level %d yet; what you say of yourself does.", next)
	}
	return fmt.Sprintf("Too few of your answers reach level %d to hold it.", next)
}

func isAre(n int) string { return plural(n, "it is", "they are") }

// Opens says what gives the first chance at the next level, where want of a chance holds the person.
func Opens(c *stages.Catalog, r stages.Placement) string {
	if r.HeldBy == nil || r.HeldBy.Cap != stages.CapNeeds {
		return ""
	}
	if opens := c.Levels[r.HeldBy.Level].Opens; opens != "" {
		return fmt.Sprintf("What opens level %d: %s.", r.HeldBy.Level+1, strings.TrimSuffix(opens, "."))
	}
	return ""
}

// LevelName returns the name of a level.
func LevelName(c *stages.Catalog, level int) string { return c.Levels[level-1].Name }

// Short says where the person stands in one line: "Focal Point, level 2. Likely."
func Short(c *stages.Catalog, r stages.Placement) string {
	if r.Level == nil || r.Certainty() == stages.Unclear || Between(r) != 0 {
		return Headline(c, r)
	}
	sure := map[stages.Certainty]string{stages.Clear: "Clear", stages.Likely: "Likely"}[r.Certainty()]
	return fmt.Sprintf("%s, level %d. %s.", LevelName(c, *r.Level), *r.Level, sure)
}

// LevelParts is the page of a level: what it is, what keeps people there, what the next one asks.
func LevelParts(l stages.Level) []Part {
	return slices.DeleteFunc([]Part{{"What it is", l.About}, {"From inside", l.Feels}, {"Relied on for", l.ReliedOn}, {"The trap", l.Trap},
		{"The next asks", l.Next}, {"Worth keeping", l.Keep}}, func(p Part) bool { return p.Text == "" })
}

// level is the page of the level, where there is one to name.
func (e Export) level(p renderer) {
	r := e.Result.Placement
	if r.Level == nil || r.Certainty() == stages.Unclear {
		return
	}
	l := e.Result.Snapshot.Levels[*r.Level-1]
	p.heading(2, fmt.Sprintf("Level %d, %s", *r.Level, l.Name))
	p.list(false, items(LevelParts(l))...)
}
