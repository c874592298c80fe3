package tui

import (
	"math"
	"strings"

	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/stages"
)

// reasonHead is the heading of a group, with the names of the two sides above the bars.
func (m Model) reasonHead(of reason) []line {
	heading := wrap(of.heading, m.layout.text)
	if !of.weighed {
		return paint(m.palette.quiet, heading)
	}
	back := locale.Text("held back") + " "
	sides := back + crossAhead + " " + locale.Text("moved up")
	if !m.layout.roomy {
		return paint(m.palette.quiet, append(heading, sides))
	}
	axis := strandColumn + questionColumn + roomyForce - lipgloss.Width(back)
	last := len(heading) - 1
	if lipgloss.Width(heading[last]) >= axis {
		heading, last = append(heading, ""), last+1
	}
	heading[last] = pad(heading[last], axis) + sides
	return paint(m.palette.quiet, heading)
}

// forceLines are a question with a bar that leaves the axis to the right, where the answer moved the level up,
// or to the left; and the answer.
func (m Model) forceLines(q *stages.Question, push float64, on, answer bool) []line {
	strand, given := report.StrandName(m.snapshot(), q.Strand), m.answerName(q)
	if m.layout.roomy {
		l := m.cursorLine("", "", pad(q.Name(), questionColumn), "", on)
		out := []line{{gutter: l.gutter, text: m.palette.quiet.Render(pad(strand, strandColumn)) + l.text + m.force(push, roomyForce)}}
		if answer {
			for _, t := range wrap(given, m.layout.text-strandColumn) {
				out = append(out, line{text: strings.Repeat(" ", strandColumn) + m.palette.quiet.Render(t)})
			}
		}
		return out
	}
	l := m.cursorLine("", "", pad(q.Name(), m.layout.text-10), "", on)
	return []line{
		{gutter: l.gutter, text: m.palette.quiet.Render(pad(strand, 10)) + l.text},
		{text: m.force(push, narrowForce) + " " + m.palette.quiet.Render(pad(given, m.layout.text-2*narrowForce-2))},
	}
}

// force draws a bar from a middle axis, as long as its share of the strongest.
func (m Model) force(push float64, half int) string {
	long := max(1, int(math.Abs(push)*float64(half)+.5))
	bar, rest := m.palette.accent.Render(strings.Repeat(lineHeavy, long)), strings.Repeat(" ", half-long)
	axis := m.palette.rule.Render(crossAhead)
	if push < 0 {
		return rest + bar + axis + strings.Repeat(" ", half)
	}
	return strings.Repeat(" ", half) + axis + bar + rest
}
