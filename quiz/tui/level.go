package tui

import (
	"slices"

	"waymark/quiz/locale"
	"waymark/quiz/report"
)

// levelPage is the page of the level a person is at: its parts by their names, each of which unfolds. Where it is wide,
// the text goes on beside them from the one under the cursor. It opens over the first tab of the result.
func (m Model) levelPage() page {
	level := *m.placement().Level
	p := page{place: locale.Text("Your level"), fact: locale.Sprintf("level %d", level),
		head:  paint(m.palette.focal, wrap(report.LevelName(m.snapshot(), level), m.layout.text)),
		hints: append(m.result.level.hints(), hint{locale.Text("Tab"), "fold"}, hint{locale.Text("Esc"), m.out(m.result.level.open >= 0)})}
	if m.layout.wide {
		p.head = slices.Concat(p.head, []line{{}}, m.path(m.placement()), m.pathNames(m.snapshot(), m.placement()))
	}
	return m.cardsPage(p, m.result.level, m.levelCards())
}

// openLevel opens it.
func (m Model) openLevel() Model {
	m.result.page, m.result.level = true, cards{open: -1}
	return m
}

// levelCards are its parts, each with the beginning of its text beside its name.
func (m Model) levelCards() []card {
	parts := m.levelParts()
	_, yours := m.result.shown.Shape()
	begins := []int{len(yours), len(parts)} // the groups after what's said of the person: the level, and what stands beside it
	parts = append(parts, report.LevelNeighbours(m.snapshot(), *m.placement().Level)...)
	const least, indent = 16, 4
	column := labelColumn(parts, least, m.layout.list/2)
	var out []card
	for i, part := range parts {
		told := card{title: part.Label, joins: !slices.Contains(begins, i), lines: m.levelText(part),
			under: cut(wrap(part.Text, m.layout.text)[0]+ellipsis, m.layout.text-indent)}
		if width := m.layout.list - indent - column; m.layout.roomy && (m.layout.wide || i != m.result.level.open) {
			told.about = m.palette.quiet.Render(pad(cut(part.Text, width), width))
		}
		out = append(out, told)
	}
	return out
}

// levelText is what unfolds of a part, with its name where it's beside the list.
func (m Model) levelText(part report.Part) []line {
	if m.layout.wide {
		return m.stacked([]report.Part{part})
	}
	return lines(wrap(part.Text, m.cardWidth())...)
}

// levelParts are how the person is uneven, then the level.
func (m Model) levelParts() []report.Part {
	name, parts := m.result.shown.Shape()
	if name != "" {
		parts[len(parts)-1].Label = locale.Text("Your shape")
		parts[len(parts)-1].Text = name + ". " + parts[len(parts)-1].Text
	}
	c, level := m.snapshot(), *m.placement().Level
	return append(parts, report.LevelParts(c, level, m.result.shown.Result.Profile.Work)...)
}

func (m Model) levelKey(k string) Model {
	switch k {
	case "tab", "left":
		return m.back()
	case "esc":
		if closed, was := m.result.level.closed(); was {
			m.result.level = closed
			return m
		}
		return m.back()
	}
	m.result.level = m.cardsKey(m.result.level, k, m.levelCards(), m.levelPage())
	return m
}
