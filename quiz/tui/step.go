package tui

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

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

// stepBesides tells all of the step under the cursor beside the list, where that has room for it whichever step it is; else under the
// list, in two columns as wide as the screen; else beside it, as far as there's room.
func (m Model) stepBesides(p page, steps []session.Advised) page {
	on := max(0, min(p.at.cursor, len(steps)-1))
	beside, below, most := make([][]line, len(steps)), make([][]line, len(steps)), 0
	for i, a := range steps {
		beside[i] = m.stepPane(*a.Words, m.stepParts(a))
		below[i] = m.stepUnder(*a.Words, m.stepParts(a))
		most = max(most, len(below[i]))
	}
	room := m.layout.paneRoom(p, m.layout.room(p)) - 1 // also under a notice that takes one row more
	higher := slices.ContainsFunc(beside, func(t []line) bool { return len(t) > room })
	head, fits := m.opposite(p.head, p.tail)
	if higher && fits && height(m.layout.air(), head, p.rows, make([]line, most), true, true) <= m.layout.room(p) {
		p.head, p.tail, p.margin, p.broad = head, below[on], nil, true
		return p
	}
	p.margin = beside[on]
	return p
}

// stepUnder are the parts of a step under its title, in two columns as wide as the screen: what to do and what comes of it, and beside
// that why, and what to do otherwise.
func (m Model) stepUnder(s stages.Step, parts []report.Part) []line {
	width := (m.layout.broad().list - paneGap) / 2
	brief := len(report.StepBrief(s))
	left, right := m.stackedBy(parts[:brief], width), m.stackedBy(parts[brief:], width)
	out := append(paint(m.palette.focal, wrap(s.Title, m.layout.text)), line{})
	between := strings.Repeat(" ", paneGap/2)
	for i := range max(len(left), len(right)) {
		out = append(out, line{text: pad(lineAt(left, i).text, width) + between + m.palette.rule.Render(lineUpright) + between[1:] + lineAt(right, i).text})
	}
	return out
}

// opposite is a head with a quiet sentence at the other end of its line, where the screen is wide enough for both.
func (m Model) opposite(head, said []line) (out []line, fits bool) {
	gap := m.layout.broad().list - lipgloss.Width(head[0].text) - lipgloss.Width(said[0].text)
	if len(head) != 1 || len(said) != 1 || gap < paneGap {
		return head, false
	}
	return lines(head[0].text + strings.Repeat(" ", gap) + m.palette.quiet.Render(said[0].text)), true
}

// stepPane are the parts of a step under its title, as the pane shows them.
func (m Model) stepPane(s stages.Step, parts []report.Part) []line {
	return slices.Concat(m.paneTitle(s.Title), []line{{}}, m.stacked(parts))
}
