package tui

import (
	"waymark/quiz/locale"
	"waymark/quiz/report"
)

// levelPage is the page of the level a person is at. It unfolds over the first tab of the result.
func (m Model) levelPage() page {
	level := *m.placement().Level
	p := page{place: locale.Text("Your level"), fact: locale.Sprintf("level %d", level), at: m.result.level,
		head:  paint(m.palette.focal, wrap(report.LevelName(m.snapshot(), level), m.layout.text)),
		rows:  textRows(m.levelLines(m.levelParts())),
		hints: []hint{{"↑↓", "scroll"}, {locale.Text("Tab"), "fold"}, {locale.Text("Esc"), "back"}}}
	if m.layout.wide {
		p.margin, p.reads = m.stacked(report.LevelNeighbours(m.snapshot(), level)), true
		p = m.levelOverPanes(p)
	}
	return p
}

// levelOverPanes lets the text of a level go on in the second of three panes, and puts the neighbours into the third,
// where they have room.
func (m Model) levelOverPanes(p page) page {
	m.layout = m.layout.threePanes()
	neighbours := m.stacked(report.LevelNeighbours(m.snapshot(), *m.placement().Level))
	room := m.layout.room(p)
	if !m.layout.three || len(neighbours) >= room {
		return p
	}
	parts := m.levelParts()
	n := len(parts)
	for ; n > 1 && len(p.head)+1+len(m.levelLines(parts[:n])) > room; n-- {
		continue
	}
	if n == len(parts) {
		return p
	}
	p.rows, p.margin, p.beyond = textRows(m.levelLines(parts[:n])), m.stacked(parts[n:]), neighbours
	return p
}

// openLevel unfolds it.
func (m Model) openLevel() Model {
	m.result.page, m.result.level = true, nowhere
	return m
}

func (m Model) levelLines(parts []report.Part) []line {
	var out []line
	for _, part := range parts {
		if len(out) > 0 {
			out = append(out, line{})
		}
		out = append(out, m.labelled([]report.Part{part}, m.layout.text)...)
	}
	return out
}

// levelParts are how the person is uneven, then the level, then what is around it.
func (m Model) levelParts() []report.Part {
	name, parts := m.result.shown.Shape()
	if name != "" {
		parts[len(parts)-1].Label = locale.Text("Your shape")
		parts[len(parts)-1].Text = name + ". " + parts[len(parts)-1].Text
	}
	c, level := m.snapshot(), *m.placement().Level
	parts = append(parts, report.LevelParts(c, level, m.result.shown.Result.Profile.Work)...)
	if m.layout.wide {
		return parts // the others stand beside it
	}
	return append(parts, report.LevelNeighbours(c, level)...)
}

func (m Model) levelKey(k string) Model {
	switch k {
	case "tab", "esc", "enter", "left":
		return m.back()
	default:
		m.result.level = m.textKey(m.result.level, k, m.levelPage())
	}
	return m
}
