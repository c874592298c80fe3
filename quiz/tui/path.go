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

// pathStep is the distance of two levels, in columns, with room for the name of the last one.
func (m Model) pathStep(levels int) int {
	if m.layout.roomy {
		return (m.layout.list - 2) / levels
	}
	const narrow = 40
	return narrow / levels
}

func (m Model) pathInk(mark report.Mark) lipgloss.Style {
	switch mark {
	case report.MarkYou, report.MarkPassed:
		return m.palette.accent
	case report.MarkNeighbour:
		return m.palette.plain
	}
	return m.palette.rule
}

func (m Model) wayInk(way report.Way) lipgloss.Style {
	switch way {
	case report.WayTravelled:
		return m.palette.accent
	case report.WayOpen:
		return m.palette.plain
	}
	return m.palette.rule
}

// pathNames writes the names of the levels under the path, and "you" under the person. Where they would have to be
// broken inside a word, the person's own stands there alone.
func (m Model) pathNames(c *stages.Catalog, r stages.Placement) []line {
	if r.Level == nil || r.Certainty() == stages.Unclear {
		return m.levelNames(c, m.palette.quiet, nil)
	}
	if names := m.levelNames(c, m.palette.quiet, map[int]string{*r.Level: m.palette.key.Render(locale.Text("you"))}); names != nil {
		return names
	}
	return m.ownName(c, r)
}

// pathTold is [Model.pathNames] with what the mark of a second level says as well.
func (m Model) pathTold(c *stages.Catalog, r stages.Placement) []line {
	if r.Level == nil || r.Certainty() == stages.Unclear {
		return m.pathNames(c, r)
	}
	under := map[int]string{}
	for n, at := range report.PathOf(r).At {
		if at == report.MarkNeighbour {
			under[n+1] = m.palette.quiet.Render(locale.Text("or here"))
		}
	}
	if *r.SpeaksFor > *r.Level {
		under[*r.SpeaksFor] = m.palette.quiet.Render(locale.Text("your answers"))
	}
	under[*r.Level] = m.palette.key.Render(locale.Text("you"))
	for _, told := range under {
		if lipgloss.Width(told) >= m.pathStep(r.Levels()) {
			return m.pathNames(c, r)
		}
	}
	if names := m.levelNames(c, m.palette.quiet, under); names != nil {
		return names
	}
	return m.ownName(c, r)
}

// levelNames are the names of the levels under a path, with a word under some of them; none where a name is too wide.
func (m Model) levelNames(c *stages.Catalog, ink lipgloss.Style, under map[int]string) []line {
	step := m.pathStep(len(c.Levels))
	columns := make([][]string, len(c.Levels))
	for n, l := range c.Levels {
		if widestWord(l.Name) >= step {
			return nil
		}
		columns[n] = wrap(l.Name, step-1)
		for i, t := range columns[n] {
			columns[n][i] = ink.Render(t)
		}
		if told := under[n+1]; told != "" {
			columns[n] = append(columns[n], told)
		}
	}
	return inColumns(columns, step)
}

// inColumns are texts side by side, each in columns of its own.
func inColumns(columns [][]string, step int) []line {
	height := 0
	for _, column := range columns {
		height = max(height, len(column))
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
		out[i].text = strings.TrimRight(out[i].text, " ")
	}
	return out
}

// ownName is the name of the person's level, under its mark as far as there is room to the right.
func (m Model) ownName(c *stages.Catalog, r stages.Placement) []line {
	you := ", " + locale.Text("you")
	name := ansi.Truncate(stages.OneLine(report.LevelName(c, *r.Level)), m.layout.list-lipgloss.Width(you), ellipsis)
	at := min((*r.Level-1)*m.pathStep(len(c.Levels)), m.layout.list-lipgloss.Width(name+you))
	return []line{{text: strings.Repeat(" ", at) + m.palette.quiet.Render(name) + m.palette.key.Render(you)}}
}

func widestWord(text string) int {
	widest := 0
	for _, word := range strings.Fields(text) {
		widest = max(widest, lipgloss.Width(word))
	}
	return widest
}
