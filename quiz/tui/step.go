package tui

import (
	"slices"
	"strings"

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

// stepBesides tells all of the step under the cursor beside the list, where that has room for it whichever step it is; else what to do and
// what comes of it under the list, and beside both why, and what to do otherwise; else all beside the list, as far as there's room.
func (m Model) stepBesides(p page, steps []session.Advised) page {
	on, split := max(0, min(p.at.cursor, len(steps)-1)), p
	split.head = m.stepsHeadClosed(steps)
	whole, parted, tallest := true, true, 0
	for i, a := range steps {
		parts, brief := m.stepParts(a), len(report.StepBrief(*a.Words))
		all := m.stepPane(*a.Words, parts)
		below := slices.Concat(paint(m.palette.focal, wrap(a.Words.Title, m.layout.text)), []line{{}}, m.stackedBy(parts[:brief], m.layout.text))
		beside := m.stacked(parts[brief:])
		whole, parted, tallest = whole && m.paneHolds(p, all), parted && m.paneHolds(p, beside), max(tallest, len(below))
		if i == on {
			p.margin, split.margin, split.tail = all, beside, below
		}
	}
	if !whole && parted && height(m.layout.air(), split.head, p.rows, make([]line, tallest), true, true) <= m.layout.room(p) {
		return split
	}
	return p
}

// paneHolds reports whether the pane of a page has room for a text, also under a notice that takes one row more.
func (m Model) paneHolds(p page, text []line) bool {
	return len(text) < m.layout.paneRoom(p, m.layout.room(p))
}

// stepsHeadClosed is the head of the steps, and after it what's said of all of them.
func (m Model) stepsHeadClosed(steps []session.Advised) []line {
	head := report.StepsHead(m.placement(), steps) + "."
	out := lines(wrap(head+" "+report.Staying.String(), m.layout.text)...)
	out[0].text = m.palette.focal.Render(head) + strings.TrimPrefix(out[0].text, head)
	return out
}

// stepPane are the parts of a step under its title, as the pane shows them.
func (m Model) stepPane(s stages.Step, parts []report.Part) []line {
	return slices.Concat(m.paneTitle(s.Title), []line{{}}, m.stacked(parts))
}
