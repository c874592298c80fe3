package tui

import (
	"math"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/stages"
)

// The columns of an answer: its question, and on a roomy layout the strand, then a bar or what was answered.
const (
	questionColumn, strandColumn = 32, 11
	roomyForce, narrowForce      = 14, 4 // either side of the axis
	smallForce                   = 5     // where there's no axis
)

// reasonHead is the heading of a group, with the names of the two sides above the bars.
func (m Model) reasonHead(of reason) []line {
	heading := wrap(of.heading, m.layout.text)
	switch {
	case of.many:
		return m.sentences(of.heading)
	case !of.weighed && m.layout.roomy:
		return paint(m.palette.focal, heading)
	case !of.weighed:
		return append(paint(m.palette.focal, heading), line{})
	}
	back, up := locale.Text("held back")+" ", " "+locale.Text("moved up")
	sides := m.palette.against.Render(back) + m.palette.rule.Render(crossAhead) + m.palette.key.Render(up)
	if !m.layout.roomy {
		out := append(paint(m.palette.focal, heading), line{})
		if sides := m.sidesBrief(); len(heading) == 1 && lipgloss.Width(heading[0]+"  "+sides) <= m.layout.text {
			out[0].text += "  " + sides
			return out
		}
		return slices.Concat(out[:len(heading)], []line{m.sides(), {}})
	}
	axis := questionColumn + strandColumn + roomyForce - lipgloss.Width(back)
	last := len(heading) - 1
	if lipgloss.Width(heading[last]) >= axis {
		heading, last = append(heading, ""), last+1
	}
	heading[last] = pad(heading[last], axis)
	out := paint(m.palette.focal, heading)
	out[last].text += sides
	return out
}

// sentences are a text whose first sentence is the headline; where it's cut, that's after one of them.
func (m Model) sentences(text string) []line {
	first := report.FirstSentence(text)
	head := m.palette.focal.Render(first)
	if m.layout.roomy {
		return lines(wrap(head+strings.TrimPrefix(text, first), m.layout.text)...)
	}
	var out []line
	for ink := m.palette.focal; text != ""; ink = m.palette.plain {
		said := report.FirstSentence(text)
		text = strings.TrimSpace(strings.TrimPrefix(text, said))
		more := heads(ink, wrap(said, m.layout.text))
		more[len(more)-1].heads = false
		out = append(out, more...)
	}
	return out
}

// sides say which bar is which, where they have no room above them.
func (m Model) sides() line {
	return line{text: m.palette.against.Render(lineAgainst+lineAgainst+" "+locale.Text("held back")) + "   " +
		m.palette.accent.Render(lineHeavy+lineHeavy) + m.palette.key.Render(" "+locale.Text("moved up"))}
}

// sidesBrief is [Model.sides] beside a heading.
func (m Model) sidesBrief() string {
	return locale.Sprintf("%[1]s down  %[2]s up", m.palette.against.Render(lineAgainst), m.palette.accent.Render(lineHeavy))
}

// forceLines are a question with a bar that leaves the axis to the right, where the answer moved the level up,
// or to the left; and the answer.
func (m Model) forceLines(q *stages.Question, push float64, on, answer bool) []line {
	l := m.questionLine(report.StrandName(m.snapshot(), q.Strand), q, on)
	if m.layout.roomy {
		l.text += m.force(push, roomyForce)
	} else {
		l = m.cursorLine("", "", pad(q.Name(), m.layout.text-smallForce-1)+" ", "", on)
		l.text += m.smallForce(push)
	}
	out := []line{l}
	if answer {
		for _, t := range wrap(m.answerName(q), m.layout.text-answerIndent) {
			out = append(out, line{on: on, text: strings.Repeat(" ", answerIndent) + m.palette.quiet.Render(t)})
		}
	}
	return out
}

// answerIndent is how far an answer stands in under its question.
const answerIndent = 2

// questionLine is the name of a question, and beside it the strand.
func (m Model) questionLine(strand string, q *stages.Question, on bool) line {
	column, beside := questionColumn, strandColumn
	if !m.layout.roomy {
		column, beside = m.layout.text-strandColumn+1, strandColumn-1
	}
	return m.cursorLine("", "", pad(q.Name(), column-1)+" ", m.palette.quiet.Render(pad(strand, beside)), on)
}

// force draws what an answer did as its share of the strongest.
func (m Model) force(push float64, half int) string {
	long := max(1, int(math.Abs(push)*float64(half)+.5))
	return m.leaning(push < 0, long, half)
}

// smallForce is [Model.force] without an axis: the line says which way.
func (m Model) smallForce(push float64) string {
	bar := func(mark string) string { return strings.Repeat(mark, max(1, int(math.Abs(push)*smallForce+.5))) }
	if push < 0 {
		return m.palette.against.Render(bar(lineAgainst))
	}
	return m.palette.accent.Render(bar(lineHeavy))
}

// leaning draws a bar from the middle of a line: to the right what helps, to the left and in another ink and line
// what holds back.
func (m Model) leaning(back bool, long, half int) string {
	rest, whole, axis := strings.Repeat(" ", half-long), strings.Repeat(" ", half), m.palette.rule.Render(crossAhead)
	if back {
		return rest + m.palette.against.Render(strings.Repeat(lineAgainst, long)) + axis + whole
	}
	return whole + axis + m.palette.accent.Render(strings.Repeat(lineHeavy, long)) + rest
}
