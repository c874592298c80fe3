package tui

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/stages"
)

// path draws the levels and the person on them: a line of numbers and a line of marks.
func (m Model) path(r stages.Placement) []line { return m.pathBy(r, m.pathStep(r.Levels())) }

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

// The columns that a path has, with the name of the last level, and a strip has.
const (
	roomyPath, narrowPath   = 70, 40
	roomyStrip, narrowStrip = 24, 12
)

// pathStep is the distance of two levels, in columns.
func (m Model) pathStep(levels int) int {
	if m.layout.roomy {
		return roomyPath / levels
	}
	return narrowPath / levels
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

// pathNames writes the names of the levels under the path, and "you" under the person. Where they would have to be
// broken inside a word, the person's own stands there alone.
func (m Model) pathNames(c *stages.Catalog, r stages.Placement) []line {
	step, you := m.pathStep(len(c.Levels)), locale.Text("you")
	columns := make([][]string, len(c.Levels))
	height := 0
	for n, l := range c.Levels {
		if widestWord(l.Name) >= step {
			return m.ownName(c, r)
		}
		columns[n] = wrap(l.Name, step-1)
		if r.Level != nil && n+1 == *r.Level && r.Certainty() != stages.Unclear {
			if last := &columns[n][len(columns[n])-1]; len(columns[n]) > 1 && lipgloss.Width(*last+", "+you) < step {
				*last += ", " + you
			} else {
				columns[n] = append(columns[n], you)
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

// ownName is the name of the person's level, under its mark as far as there is room to the right.
func (m Model) ownName(c *stages.Catalog, r stages.Placement) []line {
	if r.Level == nil || r.Certainty() == stages.Unclear {
		return nil
	}
	you := ", " + locale.Text("you")
	name := ansi.Truncate(stages.OneLine(report.LevelName(c, *r.Level)), m.layout.list-lipgloss.Width(you), "…") + you
	at := min((*r.Level-1)*m.pathStep(len(c.Levels)), m.layout.list-lipgloss.Width(name))
	return []line{{text: m.palette.quiet.Render(strings.Repeat(" ", at) + name)}}
}

func widestWord(text string) int {
	widest := 0
	for _, word := range strings.Fields(text) {
		widest = max(widest, lipgloss.Width(word))
	}
	return widest
}

// strip draws one strand along the levels: heavy for what it has, a mark where it stands, dotted over what the
// answers leave open, a crossing at the level it is compared with.
func (m Model) strip(s stages.StrandResult, target int) string {
	each := m.stripStep(len(s.Posterior))
	column := func(level float64) int { return int((level-1)*float64(each) + .5) }
	last := column(float64(len(s.Posterior)))
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
func (m Model) stripHead(levels, target int) string {
	var out strings.Builder
	for n := 1; n <= levels; n++ {
		ink, step := m.palette.quiet, m.stripStep(levels)
		if n == target {
			ink = m.palette.focal
		}
		out.WriteString(ink.Render(string(rune('0' + n))))
		if n < levels {
			out.WriteString(strings.Repeat(" ", step-1))
		}
	}
	return out.String()
}

// stripStep is the distance of two levels on a strip, in columns.
func (m Model) stripStep(levels int) int {
	if m.layout.roomy {
		return roomyStrip / (levels - 1)
	}
	return narrowStrip / (levels - 1)
}
