package tui

import (
	"strings"

	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/stages"
)

// windWord is the column of the words beside an axis.
func (m Model) windWord() int {
	r, column := *m.survey.result, 8
	for _, w := range report.Winds(r) {
		score, asked := r.Scores.Axis(w.ID)
		column = max(column, lipgloss.Width(report.WindWord(score, asked)))
	}
	return column
}

// What stands at the ends of the axis.
const (
	heldBack = locale.Message("holds you back")
	helpedOn = locale.Message("helps you")
)

// windHalf is how wide each half of the axis is.
func (m Model) windHalf() int {
	if !m.layout.roomy {
		return max(1, min(leastBar, (m.layout.list-m.placeIndent()-m.nameColumn()-2-1)/2))
	}
	return thirds(max(leastBar, min(12, (m.layout.list-m.placeIndent()-m.nameColumn()-2-1-2-m.windWord())/2)))
}

// windScale names the halves of the axis: against the person on the left, with them on the right. A small layout has no room for
// that above them.
func (m Model) windScale() string {
	against, with := m.palette.against.Render(heldBack.String()), m.palette.key.Render(helpedOn.String())
	if !m.layout.roomy {
		return m.palette.against.Render(lineAgainst+lineAgainst) + " " + against + "   " + m.palette.accent.Render(lineHeavy+lineHeavy) + " " + with
	}
	left := m.windMiddle() - lipgloss.Width(heldBack.String()) - 1
	return pad(m.boxKey(left), left) + against + " " + m.palette.rule.Render(crossAhead) + " " + with
}

// windMiddle is the column of the axis on a roomy layout.
func (m Model) windMiddle() int { return m.placeIndent() + m.nameColumn() + 2 + m.windHalf() }

// axisOver is the axis above a side of the workplace, where that has air between it and the one before, and neither more lines.
func (m Model) axisOver(i int) line {
	if i == 0 || !m.layout.wide || m.survey.result.Assessment != stages.Surroundings {
		return line{}
	}
	return line{text: strings.Repeat(" ", m.windMiddle()) + m.palette.rule.Render(lineUpright)}
}

// winds are the sides of the workplace, what holds back most first.
func (m Model) winds() []place {
	r, half := *m.survey.result, m.windHalf()
	var out []place
	for _, w := range report.Winds(r) {
		score, asked := r.Scores.Axis(w.ID)
		p := place{title: w.Name, todo: locale.Text("Use that"), now: report.NextMove(w, score, asked), parts: report.WindParts(w, score, asked)}
		p.sign, p.says = m.axis(score, asked, half), []string{report.WindLeans(score, asked)}
		p.bars = p.sign + "  " + report.WindWord(score, asked)
		p.card = m.windCard(p.sign, score, asked)
		if step, open := report.TalkStep(w, score, asked); open || m.session.Plan.Has(step.ID) {
			p.step, p.todo = &step, locale.Text("Negotiate")
		}
		out = append(out, p)
	}
	return out
}

// windInk is the ink of what the card of a side of the workplace says of it: that of its bar.
func (m Model) windInk(score float64, known bool) lipgloss.Style {
	switch {
	case !known || report.WindCells(score, leastBar) == 0:
		return m.palette.quiet
	case score < .5:
		return m.palette.against
	}
	return m.palette.key
}

// windCard is an axis between its two ends, with how much of it there is beside the one it leans to, or else behind both.
func (m Model) windCard(axis string, score float64, known bool) string {
	says, ink := report.WindLeans(score, known), m.windInk(score, known)
	axis = " " + strings.ReplaceAll(axis, " ", m.palette.rule.Render(lineLight)) + " "
	back, on := m.palette.quiet.Render(heldBack.String()), m.palette.quiet.Render(helpedOn.String())
	switch {
	case !known || report.WindCells(score, leastBar) == 0:
		return back + axis + on + "   " + says
	case score < .5:
		return ink.Render(says) + axis + on
	}
	return back + axis + ink.Render(says)
}

// axis draws a score from 0 to 1 from the middle of a line: to the left what holds back, to the right what helps.
func (m Model) axis(score float64, known bool, half int) string {
	if !known {
		open := m.palette.rule.Render(strings.Repeat(lineDotted, half))
		return open + m.palette.rule.Render(crossAhead) + open
	}
	return m.leaning(score < .5, report.WindCells(score, half), half)
}
