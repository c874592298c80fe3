package report

import (
	"fmt"
	"strings"

	"waymark/stages"
)

// Target is the level that strands are held against: the next, or the highest where one is there.
func Target(r stages.Placement) int {
	if r.Level == nil {
		return 2
	}
	return min(*r.Level+1, stages.Levels)
}

// Standing says in words what a strand's bar shows.
func Standing(s stages.StrandResult, target int) string {
	if s.Level == nil {
		return Against(s, target)
	}
	return fmt.Sprintf("%d, %s", *s.Level, Against(s, target))
}

// StandingBrief is [Standing] for narrow sheets.
func StandingBrief(s stages.StrandResult, target int) string {
	switch {
	case s.Level == nil:
		return "not assessed"
	case s.Spike > 0:
		return fmt.Sprintf("%d, a spike", *s.Level)
	case *s.Level >= target:
		return "reaches it"
	}
	return Number(target-*s.Level) + " to go"
}

// Shape says which strand runs ahead and which lies furthest back.
func Shape(c *stages.Catalog, r stages.Placement) string {
	var high, low *stages.StrandResult
	ties := 0
	for i := range r.Strands {
		s := &r.Strands[i]
		if s.Level == nil {
			continue
		}
		if high == nil || *s.Level > *high.Level {
			high = s
		}
		switch {
		case low == nil || *s.Level < *low.Level:
			low, ties = s, 1
		case *s.Level == *low.Level:
			ties++
		}
	}
	var parts []string
	if high != nil && high.Spike > 0 {
		parts = append(parts, Capital(StrandName(c, high.ID))+" runs ahead of the rest.")
	}
	if low != nil && *low.Level < Target(r) && ties == 1 {
		parts = append(parts, Capital(StrandName(c, low.ID))+" is the widest gap.")
	}
	return strings.Join(parts, " ")
}

func strand(r stages.Placement, id string) stages.StrandResult {
	for _, s := range r.Strands {
		if s.ID == id {
			return s
		}
	}
	return stages.StrandResult{ID: id}
}

// StrandName returns the name of a strand.
func StrandName(c *stages.Catalog, id string) string {
	for i := range c.Strands {
		if c.Strands[i].ID == id {
			return c.Strands[i].Name
		}
	}
	return id
}
