package report

import (
	"strings"

	"waymark/stages"
)

// Mark is what stands at a level of the path, one column wide.
type Mark string

// Way is what leads from a level to the next, one column wide: heavy is travelled, light lies ahead, dotted
// is open.
type Way string

// The marks and the ways.
const (
	MarkPassed    Mark = "●"
	MarkYou       Mark = "◆"
	MarkNeighbour Mark = "◇" // the neighbour, what the answers speak for, or one of several that it may be
	MarkAhead     Mark = "○"

	WayTravelled Way = "━"
	WayAhead     Way = "─"
	WayOpen      Way = "┄"
)

// Path is how the levels are drawn, and the person on them: a mark for each, and what leads to the next.
type Path struct {
	At  []Mark
	Way []Way
}

// PathOf is the path of a result.
func PathOf(r stages.Placement) Path {
	var p Path
	for n := 1; n <= r.Levels(); n++ {
		p.At = append(p.At, markAt(r, n))
		if n < r.Levels() {
			p.Way = append(p.Way, wayFrom(r, n))
		}
	}
	return p
}

func markAt(r stages.Placement, level int) Mark {
	switch {
	case r.Level == nil:
		return MarkAhead
	case r.Certainty() == stages.Unclear:
		switch low, high := r.Span(); {
		case level < low:
			return MarkPassed
		case level <= high:
			return MarkNeighbour
		}
		return MarkAhead
	case level == *r.Level:
		return MarkYou
	case level == *r.SpeaksFor, r.HeldBy == nil && level == r.Neighbour() && r.Certainty() < stages.Clear:
		return MarkNeighbour
	case level < *r.Level:
		return MarkPassed
	}
	return MarkAhead
}

func wayFrom(r stages.Placement, level int) Way {
	if r.Level == nil {
		return WayAhead
	}
	if r.Certainty() == stages.Unclear {
		switch low, high := r.Span(); {
		case level < low:
			return WayTravelled
		case level < high:
			return WayOpen
		}
		return WayAhead
	}
	between := Between(r)
	switch held := *r.Level; {
	case between != 0 && level == min(held, between), level >= held && level < *r.SpeaksFor:
		return WayOpen
	case level < held:
		return WayTravelled
	}
	return WayAhead
}

// Inks colour what is printed to a terminal. An ink that is nil leaves a text as it is.
type Inks struct {
	Focal     func(...string) string // headings
	Travelled func(...string) string // heavy lines and their marks
	Ahead     func(...string) string // light and dotted lines
}

func (i Inks) way(w Way, text string) string {
	if w == WayTravelled {
		return inked(i.Travelled, text)
	}
	return inked(i.Ahead, text)
}

func (i Inks) mark(m Mark) string {
	switch m {
	case MarkYou, MarkPassed:
		return inked(i.Travelled, string(m))
	case MarkAhead:
		return inked(i.Ahead, string(m))
	}
	return string(m)
}

func inked(ink func(...string) string, text string) string {
	if ink == nil || text == "" {
		return text
	}
	return ink(text)
}

// lines draws the path: the numbers of the levels, each some columns from the one before, and the marks.
func (p Path) lines(step int, inks Inks) []string {
	var numbers, marks strings.Builder
	for n := range p.At {
		numbers.WriteByte('1' + byte(n))
		marks.WriteString(inks.mark(p.At[n]))
		if n < len(p.Way) {
			numbers.WriteString(strings.Repeat(" ", step-1))
			marks.WriteString(inks.way(p.Way[n], strings.Repeat(string(p.Way[n]), step-1)))
		}
	}
	return []string{numbers.String(), marks.String()}
}

// The steps of a path: as wide as on a screen of 80 columns, and as wide as can be told apart.
const (
	pathStep  = 14
	leastStep = 2
)

// step is how far apart the levels stand where the whole path has so many columns, and no further than most.
func (p Path) step(width, most int) int { return min(most, (width-1)/max(1, len(p.Way))) }

// bar draws a strand, two columns a level, and one where there are many levels.
func bar(s stages.StrandResult, levels int) (travelled, rest string) {
	each := 2
	if each*levels > widestBar {
		each = 1
	}
	if s.Level == nil {
		return "", strings.Repeat(string(WayOpen), each*levels)
	}
	return strings.Repeat(string(WayTravelled), each**s.Level), strings.Repeat(string(WayAhead), each*(levels-*s.Level))
}

const widestBar = 10 // columns
