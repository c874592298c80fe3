package report

import (
	"fmt"
	"strings"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// The rest of a chart's line: where it turns, and its axis.
const (
	chartRise  = '┃'
	chartUp    = '┛' // comes from the left, goes up
	chartDown  = '┓'
	chartAxis  = " │ "
	axisWidth  = 4 // the level and the axis
	leastChart = 2 // results with a level, below which there is no line

	widestChart = 70 // columns, in a text
)

// LevelChart draws the levels of a history as a line of steps over time, the highest level first, in so many
// columns: a row for each level, then the first day and the last. It is nil where fewer than two results have one.
func LevelChart(h session.History, width int, inks Inks) []string {
	var shown []session.Result
	for _, r := range earliestFirst(h.Results) {
		if r.Placement.Level != nil {
			shown = append(shown, r)
		}
	}
	room := max(0, width-axisWidth)
	shown = shown[max(0, len(shown)-room):]
	if len(shown) < leastChart {
		return nil
	}
	columns := chartColumns(shown, room)
	grid := chartGrid(shown, columns)
	var out []string
	for level := len(grid); level >= 1; level-- {
		row := strings.TrimRight(string(grid[level-1]), " ")
		out = append(out, strings.TrimRight(fmt.Sprintf("%d", level)+inked(inks.Ahead, chartAxis)+chartLine(row, inks), " "))
	}
	return append(out, strings.Repeat(" ", axisWidth)+chartDays(shown, columns))
}

func earliestFirst(results []session.Result) []session.Result {
	out := make([]session.Result, len(results))
	for i, r := range results {
		out[len(out)-1-i] = r
	}
	return out
}

// chartColumns are where the results stand by their days. No two stand in one column.
func chartColumns(shown []session.Result, room int) []int {
	last := len(shown) - 1
	first, span := shown[0].Saved, shown[last].Saved.Sub(shown[0].Saved)
	columns := make([]int, len(shown))
	for i, r := range shown {
		if span > 0 {
			columns[i] = int(float64(r.Saved.Sub(first)) / float64(span) * float64(room-1))
		}
		if i > 0 {
			columns[i] = max(columns[i], columns[i-1]+1)
		}
	}
	for i := last; i >= 0; i-- {
		columns[i] = max(0, min(columns[i], room-1-(last-i)))
	}
	return columns
}

// ladder is how many levels the longest path has that results were reached on.
func ladder(results []session.Result) int {
	most := 0
	for _, r := range results {
		most = max(most, r.Placement.Levels())
	}
	return most
}

// chartGrid is the line, a row for each level from the lowest.
func chartGrid(shown []session.Result, columns []int) [][]rune {
	grid := make([][]rune, ladder(shown))
	last := len(shown) - 1
	for level := range grid {
		grid[level] = []rune(strings.Repeat(" ", columns[last]+1))
	}
	for i, r := range shown {
		at := *r.Placement.Level - 1
		grid[at][columns[i]] = chartMark(r, i == last)
		if i == last {
			break
		}
		for x := columns[i] + 1; x < columns[i+1]; x++ {
			grid[at][x] = []rune(WayTravelled)[0]
		}
		turn(grid, columns[i+1], at, *shown[i+1].Placement.Level-1)
	}
	return grid
}

// chartLine is a row of the chart: the way and its end in their ink, an earlier result in none, as where the strands are compared.
func chartLine(row string, inks Inks) string {
	var out strings.Builder
	for i, part := range strings.Split(row, string(MarkPassed)) {
		if i > 0 {
			out.WriteString(string(MarkPassed))
		}
		out.WriteString(inked(inks.Travelled, part))
	}
	return out.String()
}

// turn leads a line that comes in at one level up or down to another.
func turn(grid [][]rune, x, from, to int) {
	for level := min(from, to) + 1; level < max(from, to); level++ {
		grid[level][x] = chartRise
	}
	switch {
	case from < to:
		grid[from][x] = chartUp
	case from > to:
		grid[from][x] = chartDown
	}
}

func chartMark(r session.Result, last bool) rune {
	mark := MarkPassed
	switch {
	case r.Placement.Certainty() == stages.Unclear:
		mark = MarkNeighbour
	case last:
		mark = MarkYou
	}
	return []rune(mark)[0]
}

// chartDays are the first day and the last, under their results.
func chartDays(shown []session.Result, columns []int) string {
	last := len(shown) - 1
	from, to := Date(shown[0].Saved), Date(shown[last].Saved)
	gap := columns[last] + 1 - len(to)
	if gap-len(from) < 2 { // no room for both
		return strings.Repeat(" ", max(0, gap)) + to
	}
	return from + strings.Repeat(" ", gap-len(from)) + to
}

// heights are bars from the lowest to the highest. The lowest is needed where each of nine levels has its own.
var heights = []rune("_▁▂▃▄▅▆▇█")

// LevelBars are so many levels as bars, the lowest first.
func LevelBars(levels int) string {
	if levels == len(heights) {
		return string(heights)
	}
	var out []rune
	for l := range levels {
		out = append(out, heights[1+l*(len(heights)-2)/max(1, levels-1)])
	}
	return string(out)
}

// mostHeights is how many results a strand's bars show.
const mostHeights = 12

// StrandSeries is one strand over time.
type StrandSeries struct {
	Name   string
	Levels []*int // the earliest first
	Of     int    // levels that there are
}

// StrandsOver are the strands of the last result, each over the last results.
func StrandsOver(h session.History) []StrandSeries {
	if len(h.Results) == 0 {
		return nil
	}
	shown := earliestFirst(h.Results[:min(len(h.Results), mostHeights)])
	var out []StrandSeries
	for _, s := range h.Results[0].Placement.Strands {
		series := StrandSeries{Name: stages.OneLine(StrandName(&h.Results[0].Snapshot, s.ID)), Of: ladder(shown)}
		for _, r := range shown {
			series.Levels = append(series.Levels, strand(r.Placement, s.ID).Level)
		}
		out = append(out, series)
	}
	return out
}

// Heights are the bars of a strand, a dotted line where it was not assessed.
func (s StrandSeries) Heights() string { return heightsOf(s.Levels, s.Of) }

func heightsOf(levels []*int, of int) string {
	bars := []rune(LevelBars(of))
	var out strings.Builder
	for _, l := range levels {
		if l == nil {
			out.WriteString(string(WayOpen))
		} else {
			out.WriteRune(bars[*l-1])
		}
	}
	return out.String()
}

// Words say where a strand was first and where it is.
func (s StrandSeries) Words() string {
	var first, last *int
	for _, l := range s.Levels {
		if l == nil {
			continue
		}
		if first == nil {
			first = l
		}
		last = l
	}
	switch {
	case first == nil:
		return locale.Text("not assessed")
	case *first == *last:
		return fmt.Sprint(*last)
	}
	return locale.Sprintf("%d to %d", *first, *last)
}
