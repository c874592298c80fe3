package tui

import (
	"strings"

	"charm.land/lipgloss/v2"

	"waymark/quiz/report"
	"waymark/stages"
)

// path draws the five levels and the person on them: a line of numbers and a line of marks.
func (m Model) path(r stages.Placement) []line {
	step := m.pathStep()
	var numbers, marks strings.Builder
	for n := 1; n <= stages.Levels; n++ {
		numbers.WriteString(pad(string(rune('0'+n)), step))
		marks.WriteString(m.pathMark(r, n))
		if n < stages.Levels {
			marks.WriteString(m.pathWay(r, n, step-1))
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

func (m Model) pathMark(r stages.Placement, n int) string {
	switch {
	case r.Level == nil || r.Certainty() == stages.Unclear:
		return m.palette.rule.Render(markAhead)
	case n == *r.Level:
		return m.palette.accent.Render(markYou)
	case n == *r.SpeaksFor, r.HeldBy == nil && n == r.Neighbour() && r.Certainty() < stages.Clear:
		return m.palette.quiet.Render(markNeighbour)
	case n < *r.Level:
		return m.palette.accent.Render(markAnswer)
	}
	return m.palette.rule.Render(markAhead)
}

// pathWay draws the way from level n to the next.
func (m Model) pathWay(r stages.Placement, n, width int) string {
	way := func(ink lipgloss.Style, mark string) string { return ink.Render(strings.Repeat(mark, width)) }
	if r.Level == nil {
		return way(m.palette.rule, lineLight)
	}
	if r.Certainty() == stages.Unclear {
		if low, high := r.Span(); n >= low && n < high {
			return way(m.palette.rule, lineDotted)
		}
		return way(m.palette.rule, lineLight)
	}
	between := report.Between(r)
	switch held := *r.Level; {
	case between != 0 && n == min(held, between), n >= held && n < *r.SpeaksFor:
		return way(m.palette.rule, lineDotted)
	case n < held:
		return way(m.palette.accent, lineHeavy)
	}
	return way(m.palette.rule, lineLight)
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
