package tui

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/stages"
)

// path draws the levels and the person on them: a line of numbers, with what a mark says where there's room, and a line of
// marks.
func (m Model) path(r stages.Placement) []line {
	says := map[report.Mark]string{report.MarkYou: m.palette.key.Render(locale.Text("you")), report.MarkNeighbour: m.palette.quiet.Render(locale.Text("could be"))}
	if r.HeldBy != nil && r.Certainty() != stages.Unclear {
		says[report.MarkNeighbour] = m.palette.quiet.Render(locale.Text("within reach"))
	}
	return m.pathSaying(r, says)
}

// pathSaying is the path with what is said of a mark beside the number of its level.
func (m Model) pathSaying(r stages.Placement, says map[report.Mark]string) []line {
	step := m.pathStep(r.Levels())
	out, numbers := m.pathBy(r, step), ""
	for n, mark := range report.PathOf(r).At {
		number := fmt.Sprint(n + 1)
		if said := number + " " + says[mark]; lipgloss.Width(said) < step {
			number = said
		}
		numbers += pad(number, step)
	}
	out[0].text = strings.TrimRight(numbers, " ")
	return out
}

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

// pathStep is the distance of two levels, in columns, with room for the name of the last one: as far as leaves each name in
// one line, where all have room for that.
func (m Model) pathStep(levels int) int {
	if m.layout.roomy {
		step := (m.layout.list - 2) / levels
		named := m.session.Bank.Catalog().Levels
		last := len(named) - 1
		name := func(l stages.Level) string { return l.Name }
		if whole := widest(named[:last], name) + 1; levels == len(named) && whole*last+lipgloss.Width(named[last].Name) <= m.layout.list {
			return max(step, whole)
		}
		return step
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

// pathNames writes the names of the levels under the path. Where they would have to be broken inside a word, the person's
// own stands there alone.
func (m Model) pathNames(c *stages.Catalog, r stages.Placement) []line {
	names := m.levelNames(c, m.palette.quiet)
	if names == nil && r.Level != nil && r.Certainty() != stages.Unclear {
		return m.ownName(c, r)
	}
	return names
}

// levelNames are the names of the levels under a path, in an ink; none where one of them is too wide.
func (m Model) levelNames(c *stages.Catalog, ink lipgloss.Style) []line {
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
	name := ansi.Truncate(stages.OneLine(report.LevelName(c, *r.Level)), m.layout.list, ellipsis)
	at := min((*r.Level-1)*m.pathStep(len(c.Levels)), m.layout.list-lipgloss.Width(name))
	return []line{{text: strings.Repeat(" ", at) + m.palette.quiet.Render(name)}}
}

func widestWord(text string) int {
	widest := 0
	for _, word := range strings.Fields(text) {
		widest = max(widest, lipgloss.Width(word))
	}
	return widest
}
