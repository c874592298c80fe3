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
	says := map[report.Mark]string{report.MarkYou: m.palette.key.Render(locale.Text("you")), report.MarkNeighbour: locale.Text("could be")}
	if r.Certainty() != stages.Unclear {
		if r.HeldBy != nil {
			says[report.MarkNeighbour] = locale.Text("within reach")
		}
		says[report.MarkNeighbour] = m.palette.quiet.Render(says[report.MarkNeighbour])
	}
	return m.pathSaying(r, says)
}

// pathSaying is the path with what is said of a mark beside the number of its level.
func (m Model) pathSaying(r stages.Placement, says map[report.Mark]string) []line {
	at := m.pathColumns(r.Levels())
	out, numbers := m.pathBy(r, at), ""
	for n, mark := range report.PathOf(r).At {
		number := fmt.Sprint(n + 1)
		if said := number + " " + says[mark]; lipgloss.Width(said) < m.pathStep(r.Levels()) {
			number = said
		}
		numbers = pad(numbers, at[n]) + number
	}
	out[0].text = between(numbers, r, at, says[report.MarkYou])
	return out
}

// between has the person in the middle of the levels that they may be at, where nothing stands there.
func between(numbers string, r stages.Placement, at []int, you string) string {
	if r.Level == nil || r.Certainty() != stages.Unclear {
		return numbers
	}
	low, high := r.Span()
	from := (at[low-1] + at[high-1] + 1 - lipgloss.Width(you)) / 2
	to := from + lipgloss.Width(you)
	if strings.TrimSpace(ansi.Strip(ansi.Cut(numbers, from-1, to+1))) != "" {
		return numbers
	}
	return ansi.Cut(numbers, 0, from) + you + ansi.Cut(numbers, to, lipgloss.Width(numbers))
}

// pathBy is the path with its levels at those columns.
func (m Model) pathBy(r stages.Placement, at []int) []line {
	drawn, open := report.PathOf(r), m.palette.plain
	if r.Level != nil && r.Certainty() == stages.Unclear { // that's where the person is
		open = m.palette.accent
	}
	numbers, marks := "", ""
	for n := range drawn.At {
		numbers = pad(numbers, at[n]) + string(rune('1'+n))
		marks += m.pathInk(drawn.At[n], open).Render(string(drawn.At[n]))
		if n < len(drawn.Way) {
			marks += m.wayInk(drawn.Way[n], open).Render(strings.Repeat(string(drawn.Way[n]), at[n+1]-at[n]-1))
		}
	}
	return lines(numbers, marks)
}

// evenly are the columns of levels that are so far apart.
func evenly(levels, step int) []int {
	at := make([]int, levels)
	for n := range at {
		at[n] = n * step
	}
	return at
}

// pathColumns are the columns of the levels: evenly apart, but for two blanks at least after each name, where there's room.
func (m Model) pathColumns(levels int) []int {
	step, named := m.pathStep(levels), m.session.Bank.Catalog().Levels
	even := evenly(levels, step)
	if !m.layout.roomy || levels != len(named) {
		return even
	}
	at, name := make([]int, levels), 0
	for n, l := range named {
		if widestWord(l.Name) >= step { // then there are no names
			return even
		}
		if n > 0 {
			at[n] = at[n-1] + max(step, name+len("  "))
		}
		name = lipgloss.Width(strings.Join(wrap(l.Name, step-1), "\n"))
	}
	if at[levels-1]+name > m.layout.list {
		return even
	}
	return at
}

// pathStep is the distance of two levels, in columns, with room for the name of the last one: as far as leaves each name in
// one line, where all have room for that.
func (m Model) pathStep(levels int) int {
	if m.layout.roomy {
		step := (m.layout.list - 2) / levels
		if m.layout.list > listWidth { // of a path with texts the last needs no gap, and may have more room
			const most = 30 // where the values of the rows below it start
			step = min(most, (m.layout.list+2*columnGap)/levels)
		}
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

// pathInk is the ink of a mark, where the levels that the person may be at have the open one.
func (m Model) pathInk(mark report.Mark, open lipgloss.Style) lipgloss.Style {
	switch mark {
	case report.MarkYou, report.MarkPassed:
		return m.palette.accent
	case report.MarkNeighbour:
		return open
	}
	return m.palette.rule
}

func (m Model) wayInk(way report.Way, open lipgloss.Style) lipgloss.Style {
	switch way {
	case report.WayTravelled:
		return m.palette.accent
	case report.WayOpen:
		return open
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
	return inColumns(columns, m.pathColumns(len(c.Levels)))
}

// columnGap parts texts that stand under the levels of a path.
const columnGap = 2

// inColumns are texts side by side, each from a column of its own on.
func inColumns(columns [][]string, at []int) []line {
	height := 0
	for _, column := range columns {
		height = max(height, len(column))
	}
	out := make([]line, height)
	for i := range out {
		for n, column := range columns {
			if i < len(column) {
				out[i].text = pad(out[i].text, at[n]) + column[i]
			}
		}
	}
	return out
}

// ownName is the name of the person's level, under its mark as far as there is room to the right.
func (m Model) ownName(c *stages.Catalog, r stages.Placement) []line {
	name := cut(stages.OneLine(report.LevelName(c, *r.Level)), m.layout.list)
	at := min(m.pathColumns(len(c.Levels))[*r.Level-1], m.layout.list-lipgloss.Width(name))
	return []line{{text: strings.Repeat(" ", at) + m.palette.quiet.Render(name)}}
}

func widestWord(text string) int {
	widest := 0
	for _, word := range strings.Fields(text) {
		widest = max(widest, lipgloss.Width(word))
	}
	return widest
}
