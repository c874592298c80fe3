package tui

import (
	"math"
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

// reasonHead is the heading of a group, the first of them the one that's bold: with a mark where it's to be looked at again, and with
// the names of the two sides above the bars.
func (m Model) reasonHead(of reason) []line {
	heading, ink := wrap(of.heading, m.layout.text), m.palette.quiet
	var air []line // or a bold headline would be on the bar
	if of.leads {
		ink = m.palette.focal
		if !m.layout.roomy {
			air = []line{{}}
		}
	}
	switch {
	case of.many:
		return m.sentences(of.heading, of.leads)
	case of.look:
		out := heads(ink, heading)
		out[0].gutter = markLook
		return append(out, air...)
	}
	back, up := locale.Text("held back")+" ", " "+locale.Text("moved up")
	sides := m.palette.against.Render(back) + m.palette.rule.Render(crossAhead) + m.palette.key.Render(up)
	if !m.layout.roomy {
		out := heads(ink, heading)
		if sides := m.sidesBrief(); len(heading) == 1 && lipgloss.Width(heading[0]+"  "+sides) <= m.layout.text {
			out[0].text += "  " + sides
		} else {
			out = append(out, m.sides())
		}
		return append(out, air...)
	}
	axis := questionColumn + strandColumn + roomyForce - lipgloss.Width(back)
	last := len(heading) - 1
	if lipgloss.Width(heading[last]) >= axis {
		heading, last = append(heading, ""), last+1
	}
	heading[last] = pad(heading[last], axis)
	out := heads(ink, heading)
	out[last].text += sides
	return out
}

// sentences are a text whose first sentence is the headline, where it leads a page; where it's cut, that's after one of them.
func (m Model) sentences(text string, leads bool) []line {
	ink := m.palette.plain
	if leads {
		ink = m.palette.focal
	}
	if m.layout.roomy {
		first := report.FirstSentence(text)
		return lines(wrap(ink.Render(first)+strings.TrimPrefix(text, first), m.layout.text)...)
	}
	var out []line
	for ; text != ""; ink = m.palette.plain {
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
	return line{heads: true, text: m.palette.against.Render(lineAgainst+lineAgainst+" "+locale.Text("held back")) + "   " +
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
	if answer {
		return append([]line{l}, m.answerLines(q, on)...)
	}
	return []line{l}
}

// answerLines are the answer under its question.
func (m Model) answerLines(q *stages.Question, on bool) []line {
	var out []line
	for _, t := range wrap(m.answerName(q), m.layout.text-answerIndent) {
		out = append(out, line{on: on, text: strings.Repeat(" ", answerIndent) + m.palette.quiet.Render(t)})
	}
	return out
}

// answerIndent is how far an answer stands in under its question.
const answerIndent = 2

// disagreeLines are a question and its answer in short, beside its strand, which has the column it has beside the bars.
func (m Model) disagreeLines(strand string, q *stages.Question, on bool) []line {
	answer := report.Answer(q, m.result.shown.Result.Interview.Answers[q.ID])
	if m.layout.roomy {
		l, width := m.questionLine(strand, q, on), m.layout.list-questionColumn-strandColumn
		l.text += m.palette.quiet.Render(pad(several(q, answer, width), width))
		return []line{l}
	}
	width := m.layout.text - answerIndent
	if strand != "" {
		width -= lipgloss.Width("  " + strand)
		strand = "  " + strand
	}
	under := strings.Repeat(" ", answerIndent) + pad(several(q, answer, width), width) + strand
	return []line{m.cursorLine("", "", pad(q.Name(), m.layout.text), "", on), {on: on, text: m.palette.quiet.Render(under)}}
}

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
