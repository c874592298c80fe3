package tui

import (
	"slices"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// stepBelow is what to do first of a step and why it's advised, below the tail of a page or in its place, as long as nothing above
// moves for it.
func (m Model) stepBelow(p page, a session.Advised) []line {
	actions, fits := m.result.shown.StepActions(a)
	parts := []report.Part{actions[fits], {Label: locale.Text("Why"), Text: m.result.shown.StepWhy(a)}}
	whole, brief := m.aired(parts, m.layout.text), slices.Clone(parts)
	brief[1].Text = report.FirstSentence(parts[1].Text)
	for _, tail := range [][]line{slices.Concat(p.tail, []line{{}}, whole), whole, m.aired(brief, m.layout.text), m.labelled(parts[:1], m.layout.text)} {
		if height(m.layout.air(), p.head, p.rows, tail, true, true) <= m.layout.room(p) {
			return tail
		}
	}
	return p.tail
}

// stepPage is the step that has the screen.
func (m Model) stepPage(p page, all []card, steps []session.Advised) page {
	open := m.result.cards.open
	if len(steps) > 1 {
		p.fact = locale.Sprintf("step %d of %d", open+1, len(steps))
	}
	title := card{mark: all[open].mark, title: all[open].title, about: all[open].about}
	p.head = m.cardRow(open, title, true, true).lines
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

// stepBesides tells beside the list what to do and what comes of it, and under the list why, and what to do otherwise. Where there's room
// for all of every step, or only there, all of it is beside the list.
func (m Model) stepBesides(p page, steps []session.Advised) page {
	on, brief := max(0, min(p.at.cursor, len(steps)-1)), len(report.StepBrief(*steps[0].Words))
	most := 0
	for _, a := range steps {
		most = max(most, len(m.stepParts(a)))
	}
	if beside, _ := m.splitSteps(steps, on, most); m.paneHolds(p, beside) {
		p.margin = beside[on]
		return p
	}
	for from := brief; from < most; from++ {
		beside, below := m.splitSteps(steps, on, from)
		tail := m.under(page{head: p.head, rows: p.rows, tail: p.tail}, below) // what's said of all steps first
		if m.paneHolds(p, beside) && len(tail) > len(p.tail) {
			p.tail, p.margin = tail, beside[on]
			return p
		}
	}
	p.margin = m.stepPane(*steps[on].Words, m.stepParts(steps[on]))
	return p
}

// paneHolds reports whether the pane of a page has room for each of some texts, also under a notice that takes one row more.
func (m Model) paneHolds(p page, texts [][]line) bool {
	room := m.layout.paneRoom(p, m.layout.room(p)) - 1
	return !slices.ContainsFunc(texts, func(t []line) bool { return len(t) > room })
}

// splitSteps are the first parts of each step for the pane, and the others of one of them for below the list, where they take as many
// lines whichever step that is.
func (m Model) splitSteps(steps []session.Advised, on, from int) (beside [][]line, below []line) {
	least, left := 0, m
	left.layout.pane = m.layout.text
	for i, a := range steps {
		parts := m.stepParts(a)
		first := min(from, len(parts))
		beside = append(beside, m.stepPane(*a.Words, parts[:first]))
		rest := left.stacked(parts[first:])
		if least = max(least, len(rest)); i == on {
			below = rest
		}
	}
	return beside, append(below, make([]line, least-len(below))...)
}

// stepPane are the parts of a step under its title, as the pane shows them.
func (m Model) stepPane(s stages.Step, parts []report.Part) []line {
	return slices.Concat(m.paneTitle(s.Title), []line{{}}, m.stacked(parts))
}
