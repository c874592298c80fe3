package tui

import (
	"slices"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
)

// stepBelow is what to do first of a step and why it's advised, above the tail of a page or in its place, as long as nothing above
// moves for it.
func (m Model) stepBelow(p page, a session.Advised) []line {
	actions, fits := m.result.shown.StepActions(a)
	parts := []report.Part{actions[fits], {Label: locale.Text("Why"), Text: m.result.shown.StepWhy(a)}}
	whole, brief := m.aired(parts, m.layout.text), slices.Clone(parts)
	brief[1].Text = report.FirstSentence(parts[1].Text)
	for _, tail := range [][]line{slices.Concat(whole, []line{{}}, p.tail), whole, m.aired(brief, m.layout.text), m.labelled(parts[:1], m.layout.text)} {
		if height(m.layout.air(), p.head, p.rows, tail, true, true) <= m.layout.room(p) {
			return tail
		}
	}
	return p.tail
}

// stepPage is the step that has the screen. The titles stay above it, where they leave it more room than they take.
func (m Model) stepPage(p page, all []card, steps []session.Advised) page {
	open := m.result.cards.open
	for i, item := range all[:len(steps)] {
		if i != open && (!m.layout.roomy || 2*len(steps) > m.layout.room(p)) {
			continue
		}
		title := card{mark: item.mark, title: item.title, about: item.about}
		p.head = append(p.head, m.cardRow(i, title, i == open, i == open).lines...)
	}
	if len(p.head) < len(steps) {
		p.fact = locale.Sprintf("step %d of %d", open+1, len(steps))
	}
	if m.layout.airy && len(p.head) > 1 { // the titles stay where they are
		p.head, p.flush = slices.Concat([]line{{}}, m.stepsHead(steps), []line{{}}, p.head), true
	}
	p.at, p.aired = list{-1, m.result.cards.scroll}, true
	parts := onlyParts(m.stepParts(steps[open]), nil)
	if m.layout.roomy {
		p.rows = m.blocks(parts, m.layout.text)
	} else {
		p.rows = textRows(m.aired(parts, m.layout.text))
	}
	p.rows[0].apart = true
	p.hints = m.nextHints(p, steps)
	return p
}

// stepBesides tells what to do beside the list, and under it why, what comes of it, and the strand that it works on. Where that's too
// much for one of them, more of it is beside the list.
func (m Model) stepBesides(p page, steps []session.Advised) page {
	a := steps[max(0, min(p.at.cursor, len(steps)-1))]
	parts, room := m.stepParts(a), m.layout.room(p)
	actions, _ := m.result.shown.StepActions(a)
	outcome := len(actions) + 1 // the part after what to do, and with what people
	for from := outcome; from < len(parts); from++ {
		told := m.stepPane(a, parts[:from])
		if below := m.stepReason(p, a, parts[from:]); below != nil && len(told) <= m.layout.paneRoom(p, room) {
			p.tail, p.margin = below, told
			return p
		}
	}
	p.margin = m.stepPane(a, parts)
	return p
}

// stepPane are the parts of a step under its title, as the pane shows them.
func (m Model) stepPane(a session.Advised, parts []report.Part) []line {
	return slices.Concat(heads(m.palette.focal, wrap(a.Words.Title, m.layout.pane)), []line{{}}, m.stacked(parts))
}

// stepReason is why a step is advised, which is the last of some parts, below the list, with the others and the strand that it works
// on, as there's room, over what stands there anyway; nil, where there is none.
func (m Model) stepReason(p page, a session.Advised, parts []report.Part) []line {
	last := len(parts) - 1
	parts = append([]report.Part{{Label: locale.Text("Why this step"), Text: parts[last].Text}}, parts[:last]...)
	m.layout.pane = m.layout.text
	for _, told := range [][]report.Part{append(parts, m.strandPart(m.placement(), a.Strand)), parts} {
		more := m.stacked(told)
		if tail := m.under(page{head: p.head, rows: p.rows, tail: more}, p.tail); len(tail) > len(more) {
			return tail
		}
	}
	return nil
}
