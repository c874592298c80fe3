package tui

import (
	"slices"

	"waymark/quiz/locale"
	"waymark/quiz/report"
)

// fillStart fills the room of a roomy layout: for someone new with what there is to know before beginning, amid an
// interview with the answers so far, and for someone who comes back with the strands.
func (m Model) fillStart(p *page, taken, underway bool) {
	catalog := m.session.Bank.Catalog()
	free := m.free(*p, p.head)
	survey := catalog.Survey(m.session.Assessment)
	switch {
	case underway && m.layout.wide:
		p.margin = m.answersSoFar()
	case underway:
		p.tail = m.answersBelow(free)
	case taken && m.onHome() && m.layout.wide && m.placement().Level != nil:
		if strips := m.strips(); len(strips) <= free {
			p.tail = strips
		}
	case taken:
	case survey != nil:
		m.fillLobby(p, survey)
	case m.onHome():
		p.tail = m.labelledBy([]report.Part{report.YouGet()}, m.layout.list, m.choiceColumn()+len("1  "))
	}
}

// free is how many lines there are for a tail below the rows of a page under a head.
func (m Model) free(p page, head []line) int {
	return m.layout.room(p) - height(m.layout.air(), head, p.rows, []line{{}}, true, true)
}

// answersSoFar are the question that an interview under way goes on with, and the answers so far, the latest first, as many as a
// pane has room for.
func (m Model) answersSoFar() []line {
	asked, _ := m.session.Review()
	var out []line
	if next := m.session.Next(); next != nil && len(asked) > 0 {
		out = append(m.stacked([]report.Part{{Label: locale.Text("Next question"), Text: next.Ask}}), line{})
	}
	out = append(out, m.heading([]string{locale.Text("Your answers, the latest first")})...)
	for _, q := range slices.Backward(asked) {
		more := lines(wrap(q.Name(), m.layout.pane)...)
		answer := report.Answer(q, m.session.Attempt().Interview.Answers[q.ID])
		more = append(more, m.indented(wrap(answer, m.layout.pane-answerIndent), answerIndent)...)
		if len(out)+len(more) > m.layout.room(page{}) {
			break
		}
		out = append(out, more...)
	}
	return out
}

// answersBelow are as many of them as there are lines free, each in one.
func (m Model) answersBelow(free int) []line {
	asked, _ := m.session.Review()
	if free < 2 || len(asked) == 0 {
		return nil
	}
	out := paint(m.palette.quiet, []string{locale.Text("Your answers, the latest first")})
	for _, q := range slices.Backward(asked[max(0, len(asked)-free+1):]) {
		answer := report.Answer(q, m.session.Attempt().Interview.Answers[q.ID])
		out = append(out, line{text: pad(q.Name(), questionColumn) + m.palette.quiet.Render(several(q, answer, m.layout.list-questionColumn))})
	}
	return out
}
