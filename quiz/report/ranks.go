package report

import (
	"fmt"
	"slices"

	"waymark/quiz/session"
	"waymark/stages"
)

// RanksLower says why a step comes after those shown.
func RanksLower(c *stages.Catalog, r stages.Placement, shown []session.Advised, n session.Advised) string {
	if n.Purpose == stages.Widen {
		return "This one is for growing where you are."
	}
	name := StrandName(c, n.Strand)
	if slices.ContainsFunc(shown, func(o session.Advised) bool { return o.Strand == n.Strand }) {
		return fmt.Sprintf("Another way along %s; the first is the one most people should take.", name)
	}
	target := Target(r)
	needs := c.Levels[target-1].Needs
	needed := func(o session.Advised) bool { return slices.Contains(needs, o.Strand) }
	switch {
	case strand(r, n.Strand).Level == nil:
		return fmt.Sprintf("It ranks lower: your answers say too little about %s.", name)
	case !needed(n) && slices.ContainsFunc(shown, needed):
		return fmt.Sprintf("It ranks lower: level %d does not stand on %s.", target, name)
	}
	return fmt.Sprintf("It ranks lower: your %s is nearer to level %d than the others.", name, target)
}

// AllAdvised is said where there is no further step to show.
const AllAdvised = "That is all there is to advise from these answers."

// Within says which steps are shown, by the weeks they take; 0 is any number.
func Within(weeks int) string {
	if weeks == 0 {
		return "However long it takes"
	}
	return fmt.Sprintf("Only what takes %s weeks or less", Number(weeks))
}

// StrandAt is what a person does along a strand, by the result.
func StrandAt(c *stages.Catalog, s stages.StrandResult) string {
	for _, strand := range c.Strands {
		if strand.ID != s.ID {
			continue
		}
		if s.Level != nil && len(strand.At) >= *s.Level {
			return strand.At[*s.Level-1]
		}
		return strand.About
	}
	return ""
}
