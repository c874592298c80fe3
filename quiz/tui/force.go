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
	roomyForce, leastForce       = 14, 9 // either side of the axis
	narrowForce                  = 4     // before the question, where there's no room for those columns
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
		if report.FirstSentence(of.heading) != of.heading { // the last line isn't bold
			air = nil
		}
		return append(m.sentences(of.heading, of.leads), air...)
	case of.look:
		if !of.leads {
			ink = m.palette.plain
		}
		out := heads(ink, heading)
		out[0].gutter = markLook
		if of.shared != "" {
			out[0].text = pad(out[0].text, m.layout.text-lipgloss.Width(of.shared)) + m.palette.quiet.Render(of.shared)
		}
		return append(out, air...)
	}
	return append(m.forceHead(heading, ink, m.layout.list), air...)
}

// forceHead is the heading of bars that stand in so many columns, with the names of their two sides: above the axis, or where that has
// no columns, beside the heading or under it.
func (m Model) forceHead(heading []string, ink lipgloss.Style, width int) []line {
	half, last := m.forceHalf(width), len(heading)-1
	if half == 0 {
		out := heads(ink, heading)
		if m.layout.wide { // a dash would be one of the strands beside it, which are uncertain
			return append(out, lines(wrap(m.palette.quiet.Render(locale.Text("left:")+" ")+m.palette.against.Render(locale.Text("held back"))+
				m.palette.quiet.Render("   "+locale.Text("right:")+" ")+m.palette.key.Render(locale.Text("moved up")), width)...)...)
		}
		if sides := m.sidesBrief(); last == 0 && lipgloss.Width(heading[0]+"  "+sides) <= width {
			out[0].text += "  " + sides
			return out
		}
		return append(out, m.sides())
	}
	back, up := locale.Text("held back")+" ", " "+locale.Text("moved up")
	axis := questionColumn + strandColumn + half - lipgloss.Width(back)
	if lipgloss.Width(heading[last]) >= axis {
		heading, last = append(heading, ""), last+1
	}
	heading[last] = pad(heading[last], axis)
	out := heads(ink, heading)
	out[last].text += m.palette.against.Render(back) + m.palette.rule.Render(crossAhead) + m.palette.key.Render(up)
	return out
}

// forceHalf is how long a bar may be on either side of an axis after a question and its strand, in so many columns; 0 where they've no
// room for it.
func (m Model) forceHalf(width int) int {
	half := min(roomyForce, (width-questionColumn-strandColumn-1)/2)
	if !m.layout.roomy || half < leastForce {
		return 0
	}
	return half
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
	var l line
	if half := m.forceHalf(m.layout.list); half > 0 {
		l = m.forceLine(q, push, half, on)
	} else {
		l = m.cursorLine("", "", pad(q.Name(), m.layout.text-smallForce-1)+" ", "", on)
		l.text += m.smallForce(push)
	}
	if answer {
		return append([]line{l}, m.answerLines(q, on)...)
	}
	return []line{l}
}

// forceLine is a question beside its strand, and its bar, so long on either side.
func (m Model) forceLine(q *stages.Question, push float64, half int, on bool) line {
	l := m.questionLine(report.StrandName(m.snapshot(), q.Strand), q, on)
	l.text += m.force(push, half)
	return l
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

// disagreeLines are a question and its answer in short, beside its strand, which has the column it has beside the bars; the answer has
// it where the heading names the strand.
func (m Model) disagreeLines(of reason, q *stages.Question, on bool) []line {
	answer := report.Answer(q, m.result.shown.Result.Interview.Answers[q.ID])
	if m.layout.roomy {
		beside := strandColumn
		if of.headed {
			beside = 0
		}
		l, width := m.besideQuestion(q, questionColumn, pad(of.strand, beside), on), m.layout.list-questionColumn-beside
		l.text += m.palette.quiet.Render(pad(several(q, answer, width), width))
		return []line{l}
	}
	width, strand := m.layout.text-answerIndent, of.strand
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
	return m.besideQuestion(q, column, pad(strand, beside), on)
}

// besideQuestion is the name of a question, and from a column on what stands beside it.
func (m Model) besideQuestion(q *stages.Question, column int, beside string, on bool) line {
	return m.cursorLine("", "", pad(q.Name(), column-1)+" ", m.palette.quiet.Render(beside), on)
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

// leaning draws a bar from the middle of a line: to the right what helps, to the left and in another ink what holds back. A small
// layout names no side of the middle, but the line of either.
func (m Model) leaning(back bool, long, half int) string {
	against := lineAgainst
	if m.layout.roomy {
		against = lineHeavy
	}
	rest, whole, axis := strings.Repeat(" ", half-long), strings.Repeat(" ", half), m.palette.rule.Render(crossAhead)
	if back {
		return rest + m.palette.against.Render(strings.Repeat(against, long)) + axis + whole
	}
	return whole + axis + m.palette.accent.Render(strings.Repeat(lineHeavy, long)) + rest
}
