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

// bar draws one strand against the target level: heavy for what it has, a crossing at the target.
func (m Model) bar(s stages.StrandResult, target int) string {
	each := m.barStep()
	at, reached := target*each-1, 0
	if s.Level != nil {
		reached = *s.Level * each
	}
	var out strings.Builder
	out.WriteString(m.barPart(s, 0, min(at, reached), true))
	out.WriteString(m.barPart(s, min(at, reached), at, false))
	switch {
	case s.Level != nil && reached > at:
		out.WriteString(m.palette.accent.Render(crossReached))
	default:
		out.WriteString(m.palette.rule.Render(crossAhead))
	}
	out.WriteString(m.barPart(s, at+1, max(at+1, reached), true))
	out.WriteString(m.barPart(s, max(at+1, reached), stages.Levels*each, false))
	return out.String()
}

func (m Model) barStep() int {
	if m.layout.roomy {
		return 6
	}
	return 3
}

func (m Model) barPart(s stages.StrandResult, from, to int, heavy bool) string {
	width := max(0, to-from)
	switch {
	case s.Level == nil:
		return m.palette.rule.Render(strings.Repeat(lineDotted, width))
	case heavy:
		return m.palette.accent.Render(strings.Repeat(lineHeavy, width))
	}
	return m.palette.rule.Render(strings.Repeat(lineLight, width))
}
