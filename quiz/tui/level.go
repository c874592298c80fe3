package tui

import (
	"slices"
	"strings"

	"waymark/quiz/locale"
	"waymark/quiz/report"
)

// levelPage is the page of the level a person is at: its parts by their names, and beside them the text from the one under the cursor on. A small
// layout unfolds it. It opens over the first tab of the result.
func (m Model) levelPage() page {
	level, at, all := *m.placement().Level, m.levelAt(), m.levelCards()
	p := page{place: locale.Text("Your level"), fact: locale.Sprintf("level %d", level), labels: m.labels(all)}
	m.layout = m.layout.reader(p.labels)
	p.head = paint(m.palette.focal, wrap(report.LevelName(m.snapshot(), level), m.layout.text))
	p.hints = append(at.hints(), hint{locale.Text("Esc"), m.out(at.open >= 0)})
	if m.layout.wide {
		p.hints = slices.Delete(p.hints, 1, 2)
	}
	if m.layout.wide {
		p.margin = m.readOn(all[max(0, at.clamped(len(all)).cursor):])
	}
	p = m.cardsPage(p, at, all)
	p.reads = m.layout.wide
	for i := range p.rows {
		p.rows[i].apart = m.layout.wide && !all[i].joins
	}
	return p
}

// readOn is the first of some parts, and of those after it as much as there's room for.
func (m Model) readOn(parts []card) []line {
	const least = 4 // lines of a part that's cut
	out, room := parts[0].lines, m.layout.room(page{})-len(m.layout.air())
	for _, next := range parts[1:] {
		left := room - len(out) - 1
		if left < min(least, len(next.lines)) {
			break
		}
		text := slices.Clone(next.lines[:min(left, len(next.lines))])
		if len(text) < len(next.lines) {
			text[left-1].text = cut(text[left-1].text+ellipsis, m.layout.pane)
		}
		out = slices.Concat(out, []line{{}}, text)
	}
	return out
}

// labels is how wide a list of the parts' names is, where their texts stand beside it; else 0.
func (m Model) labels(all []card) int {
	if !m.layout.roomy {
		return 0
	}
	return min(widest(all, func(c card) string { return c.title })+len("8     "), m.layout.list/2)
}

// levelAt is where one is. Nothing opens where it's beside the list.
func (m Model) levelAt() cards {
	c := m.result.level
	if m.layout.roomy {
		c.open = -1
	}
	return c
}

// openLevel opens it.
func (m Model) openLevel() Model {
	m.result.page, m.result.level = true, cards{open: -1}
	return m
}

// levelCards are its parts, each with the beginning of its text under its name where that's small.
func (m Model) levelCards() []card {
	parts := m.levelParts()
	_, yours := m.result.shown.Shape()
	begins := []int{0, len(yours), len(parts)} // the groups: what's said of the person, the level, and what stands beside it
	parts = append(parts, report.LevelNeighbours(m.snapshot(), *m.placement().Level)...)
	out := make([]card, len(parts))
	for i, part := range parts {
		out[i] = card{title: part.Label, whole: true, joins: !slices.Contains(begins, i)}
		if i >= 8 { // no digit chooses it
			out[i].key = " "
		}
	}
	read := m
	read.layout = m.layout.reader(m.labels(out))
	for i, part := range parts {
		out[i].lines, out[i].under = read.levelText(part)
	}
	return out
}

// levelText is a part with its name, where it's beside the list; else its text, and how that begins.
func (m Model) levelText(part report.Part) (text []line, begins string) {
	if m.layout.wide {
		return m.stacked([]report.Part{part}), ""
	}
	const most, indent = 3, 4 // lines of the beginning
	begun := wrap(part.Text, m.layout.text-indent)
	if len(begun) > most {
		begun = append(begun[:most-1], cut(begun[most-1]+ellipsis, m.layout.text-indent))
	}
	return lines(wrap(part.Text, m.cardWidth())...), strings.Join(begun, "\n")
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
	at, p := m.levelAt(), m.levelPage()
	switch k {
	case "tab", "left":
		return m.back()
	case "esc":
		if closed, was := at.closed(); was {
			m.result.level = closed
			return m
		}
		return m.back()
	}
	if read := m; m.layout.roomy {
		read.layout = m.layout.reader(p.labels)
		m.result.level.list, _ = read.listKey(at.list, k, p)
		return m
	}
	m.result.level = m.cardsKey(at, k, m.levelCards(), p)
	return m
}
