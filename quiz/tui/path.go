package tui

import (
	"strings"

	"charm.land/lipgloss/v2"

	"waymark/quiz/report"
	"waymark/stages"
)

// path draws the five levels and the person on them: a line of numbers and a line of marks.
func (m Model) path(r stages.Placement) []line { return m.pathBy(r, m.pathStep()) }

// pathBy is the path with its levels so many columns apart.
func (m Model) pathBy(r stages.Placement, step int) []line {
	drawn := report.PathOf(r)
	var numbers, marks strings.Builder
	for n := range drawn.At {
		numbers.WriteString(pad(string(rune('1'+n)), step))
		marks.WriteString(m.pathInk(drawn.At[n]).Render(string(drawn.At[n])))
		if n < len(drawn.Way) {
			marks.WriteString(m.wayInk(drawn.Way[n]).Render(strings.Repeat(string(drawn.Way[n]), step-1)))
		}
	}
	return []line{{text: strings.TrimRight(numbers.String(), " ")}, {text: marks.String()}}
}

// pathStep is the distance of two levels, in columns.
func (m Model) pathStep() int {
	if m.layout.roomy {
		return 14
	}
	return 8
}

func (m Model) pathInk(mark report.Mark) lipgloss.Style {
	switch mark {
	case report.MarkYou, report.MarkPassed:
		return m.palette.accent
	case report.MarkNeighbour:
		return m.palette.quiet
	}
	return m.palette.rule
}

func (m Model) wayInk(way report.Way) lipgloss.Style {
	if way == report.WayTravelled {
		return m.palette.accent
	}
	return m.palette.rule
}

// pathNames writes the names of the levels under the path, and "you" under the person.
func (m Model) pathNames(c *stages.Catalog, r stages.Placement) []line {
	step := m.pathStep()
	var columns [stages.Levels][]string
	height := 0
	for n := range columns {
		columns[n] = wrap(c.Levels[n].Name, step-1)
		if r.Level != nil && n+1 == *r.Level && r.Certainty() != stages.Unclear {
			if len(columns[n]) > 1 {
				columns[n][len(columns[n])-1] += ", you"
			} else {
				columns[n] = append(columns[n], "you")
			}
		}
		height = max(height, len(columns[n]))
	}
	out := make([]line, height)
	for i := range out {
		for _, column := range columns {
			cell := ""
			if i < len(column) {
				cell = column[i]
			}
			out[i].text += pad(cell, step)
		}
		out[i].text = m.palette.quiet.Render(strings.TrimRight(out[i].text, " "))
	}
	return out
}

// strip draws one strand along the levels: heavy for what it has, a mark where it stands, dotted over what the
// answers leave open, a crossing at the level it is compared with.
func (m Model) strip(s stages.StrandResult, target int) string {
	each := m.stripStep()
	column := func(level float64) int { return int((level-1)*float64(each) + .5) }
	last := column(stages.Levels)
	stands, low, high := -1, 0, 0
	if s.Level != nil {
		lo, hi := s.Span()
		stands, low, high = column(s.Mean()), column(float64(lo)), column(float64(hi))
	}
	var out strings.Builder
	for x := 0; x <= last; x++ {
		heavy := x < min(low, stands)
		switch {
		case x == stands:
			out.WriteString(m.palette.accent.Render(markAnswer))
		case x == column(float64(target)) && x <= stands:
			out.WriteString(m.palette.accent.Render(crossReached))
		case x == column(float64(target)):
			out.WriteString(m.palette.rule.Render(crossAhead))
		case heavy:
			out.WriteString(m.palette.accent.Render(lineHeavy))
		case stands < 0 || x < stands || x <= high:
			out.WriteString(m.palette.rule.Render(lineDotted))
		default:
			out.WriteString(m.palette.rule.Render(lineLight))
		}
	}
	return out.String()
}

// stripHead is the numbers of the levels over the strips, the one they are compared with bold.
func (m Model) stripHead(target int) string {
	var out strings.Builder
	for n := 1; n <= stages.Levels; n++ {
		ink, step := m.palette.quiet, m.stripStep()
		if n == target {
			ink = m.palette.focal
		}
		out.WriteString(ink.Render(string(rune('0' + n))))
		if n < stages.Levels {
			out.WriteString(strings.Repeat(" ", step-1))
		}
	}
	return out.String()
}

// stripStep is the distance of two levels on a strip, in columns.
func (m Model) stripStep() int {
	if m.layout.roomy {
		return 6
	}
	return 3
}
