package tui

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/stages"
)

// strandsThen are the strands of a result, each with where it stands and where it stood in the one that this is compared with. On
// the row of no result they are those of the last.
func (m Model) strandsThen(row int) (out []line, shared bool) {
	results := m.history.read.Results
	if row >= len(results) {
		row = 0
	}
	now, then := &results[row], stages.Placement{}
	if with := m.compared(row); with >= 0 {
		then = results[with].Placement
	}
	levels := now.Placement.Levels()
	step, column := m.stripStep(levels), min(widest(now.Snapshot.Strands, strandName)+len("  "), widestStrand)
	out = lines("")
	for _, s := range now.Placement.Strands {
		at, said := strandThen(now.Placement, then, s, step, m.layout.roomy)
		shared = shared || len(at) == 2 && at[0] == at[1] && at[0] >= 0
		out = append(out, line{text: pad(report.StrandName(&now.Snapshot, s.ID), column) + m.opinionStrip(at, opinionMarks, stripWidth(levels, step), step) + "  " + said})
	}
	m.withHeights(out[1:])
	out[0].text = strings.Repeat(" ", column) + m.stripHead(levels, 0)
	if m.layout.roomy {
		out[0].text += "  " + m.daysThen(row, shared, m.layout.list-column-stripWidth(levels, step)-len("  "))
	}
	return out, shared
}

// withHeights has at the end of the lines of strands how each stood in all results, where there are more than the two that are
// drawn, and room for it.
func (m Model) withHeights(strands []line) {
	series := report.StrandsOver(m.history.read)
	if !m.layout.wide || len(m.history.read.Results) <= 2 || len(series) != len(strands) {
		return
	}
	heights := widest(series, report.StrandSeries.Heights)
	column := m.layout.list - heights
	if widest(strands, func(l line) string { return l.text })+len("  ") > column {
		return
	}
	for i, s := range series {
		strands[i].text = pad(strands[i].text, column) + m.palette.accent.Render(s.Heights())
	}
}

// thenAndNow says which mark is which, where there's no room for the days.
func thenAndNow(shared bool) string {
	out := opinionMark(0) + " " + locale.Text("now") + "  " + opinionMark(1) + " " + locale.Text("before")
	if shared {
		out += "  " + markShared + " " + locale.Text("both")
	}
	return out
}

// strandThen are the columns of a strand now and in a result before, and how it stands in words, with how it stood where
// there's room.
func strandThen(now, then stages.Placement, s stages.StrandResult, step int, roomy bool) (at []int, said string) {
	at, said = []int{strandAt(now, s, step)}, report.StandingBrief(now, s)
	for _, was := range then.Strands {
		if was.ID == s.ID {
			at = append(at, strandAt(then, was, step))
			if roomy {
				said = report.StandingSince(said, report.StandingBrief(then, was))
			}
		}
	}
	return at, said
}

// daysThen are the days of the results that the strands are told of, each with its mark, and the mark of both, as far as so many
// columns have room: without the year, where that's the same, or closer together.
func (m Model) daysThen(row int, shared bool, room int) string {
	results, with := m.history.read.Results, m.compared(row)
	told := []time.Time{results[row].Saved}
	if with >= 0 {
		told = append(told, results[with].Saved)
	}
	key := func(day func(time.Time) string, gap string, both bool) string {
		var out []string
		for i, t := range told {
			out = append(out, m.inkedMark(i)+m.palette.quiet.Render(" "+day(t)))
		}
		if both {
			out = append(out, m.palette.accent.Render(markShared)+m.palette.quiet.Render(" "+locale.Text("both")))
		}
		return strings.Join(out, gap)
	}
	brief := report.ShortDate
	if told[0].Year() == told[len(told)-1].Year() {
		brief = report.ShortDay
	}
	for _, try := range []string{key(report.ShortDate, "  ", shared), key(brief, "  ", shared), key(report.ShortDate, " ", shared)} {
		if lipgloss.Width(try) <= room {
			return try
		}
	}
	return key(report.ShortDate, "  ", false)
}

// strandsOver are the strands over time, two abreast where there is room.
func (m Model) strandsOver() []line {
	const abreast = 38
	series := report.StrandsOver(m.history.read)
	column := min(widest(series, func(s report.StrandSeries) string { return s.Name })+len("  "), widestStrand)
	cell := func(s report.StrandSeries) string {
		return m.palette.quiet.Render(pad(s.Name, column)) + m.levelsInTurn(s.Levels)
	}
	rows := (len(series) + 1) / 2
	if !m.layout.roomy {
		rows = len(series)
	}
	out := make([]line, rows)
	for i, s := range series {
		l := &out[i%rows]
		if l.text != "" {
			l.text += strings.Repeat(" ", max(2, abreast-lipgloss.Width(l.text)))
		}
		l.text += cell(s)
	}
	return out
}

// levelsInTurn are levels over time, the last one bold: "2 → 2 → 3".
func (m Model) levelsInTurn(levels []*int) string {
	const most = 5
	arrow := m.palette.quiet.Render(" → ")
	var parts []string
	if len(levels) > most {
		levels, parts = levels[len(levels)-most:], []string{m.palette.quiet.Render(ellipsis)}
	}
	for i, l := range levels {
		ink := m.palette.plain
		if i == len(levels)-1 {
			ink = m.palette.focal
		}
		parts = append(parts, ink.Render(levelOrNone(l)))
	}
	return strings.Join(parts, arrow)
}

// levelOrNone is a level as a number, or the mark of none.
func levelOrNone(level *int) string {
	if level == nil {
		return lineDotted
	}
	return fmt.Sprint(*level)
}

// levelOver is the level of each result, the earliest first.
func (m Model) levelOver() []*int {
	var out []*int
	for _, r := range slices.Backward(m.history.read.Results) {
		out = append(out, r.Placement.Level)
	}
	return out
}
