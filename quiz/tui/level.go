package tui

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
)

// levelPage is the page of the level a person is at: its parts by their names, and beside them the text from the one under the cursor on. A small
// layout unfolds it. It opens over the first tab of the result.
func (m Model) levelPage() page {
	level, at, all := *m.placement().Level, m.levelAt(), m.levelCards()
	p := page{place: locale.Text("Your level"), fact: locale.Sprintf("level %d", level), labels: m.labels(all)}
	if named := locale.Sprintf("level %d, %s", level, report.LevelName(m.snapshot(), level)); !m.layout.roomy && lipgloss.Width(p.place+"  "+named) <= m.layout.text {
		p.fact = named // which may be scrolled away below
	}
	m.layout = m.layout.reader(p.labels)
	p.head = paint(m.palette.focal, wrap(report.LevelName(m.snapshot(), level), m.layout.text))
	p.hints = append(at.hints(), hint{locale.Text("Esc"), m.out(at.open >= 0)})
	if m.layout.wide {
		p.hints = slices.Delete(p.hints, 1, 2)
	}
	p.aired = true
	if !m.layout.wide {
		p = m.cardsPage(p, at, all)
		p.rows[0].apart = true
		if m.layout.overflow(p) > 0 {
			p.hints[0].does = "scroll"
		}
		return p
	}
	p.at, p.reads = at.clamped(len(all)), true
	p.at.cursor = max(0, p.at.cursor)
	room := m.layout.paneRoom(p, m.layout.room(p))
	told, follows, whole := m.readOn(all[p.at.cursor:], room)
	p.margin = told
	switch {
	case m.layout.paneOver(p, m.layout.room(p)) > 0:
		p.hints[0].does = "scroll"
	case p.at.cursor+whole < len(all):
		p.hints = slices.Insert(p.hints, 1, hint{locale.Text("PgDn"), "read on"})
	}
	for i, part := range all {
		r := row{apart: !part.joins, lines: []line{m.cursorLine("", "", part.title, "", i == p.at.cursor)}}
		r.lines = append(m.heading(onlyTexts(part.about)), r.lines...)
		p.rows = append(p.rows, r)
	}
	if follows != "" {
		gap := 1
		if m.layout.whole(p, m.layout.room(p)) == nil {
			gap = room // beside the count of what's hidden of the list
		}
		p.margin = slices.Concat(told, make([]line, min(gap, room-len(told)-1)), paint(m.palette.quiet, []string{cut("↓ "+follows, m.layout.pane)}))
	}
	return p
}

// onlyTexts are those of some texts that say something.
func onlyTexts(texts ...string) []string {
	return slices.DeleteFunc(texts, func(t string) bool { return t == "" })
}

// readOn is the first of some parts, and of those after it as much as there's room for: whole parts and, of the last, whole
// paragraphs. It tells what follows, where there's a line for that, and how many of the parts are whole.
func (m Model) readOn(parts []card, room int) (told []line, follows string, whole int) {
	out := parts[0].lines
	for i, next := range parts[1:] {
		left, rest := room-len(out)-1, len(parts)-1-i
		need := len(next.lines)
		if rest > 1 { // over a blank line and what follows
			need += 2
		}
		if need <= left {
			out = slices.Concat(out, []line{{}}, next.lines)
			continue
		}
		fits, then := 0, ofParts.more(rest)
		for j, l := range next.lines {
			if l.empty() && j+2 <= left {
				fits = j
			}
		}
		if fits > 0 {
			out, then = slices.Concat(out, []line{{}}, next.lines[:fits]), locale.Sprintf("%s goes on", next.title)
		}
		if len(out) >= room {
			then = ""
		}
		return out, then, i + 1
	}
	return out, "", len(parts)
}

// turned is the part that a page of text begins with after the one that begins with another; or before it.
func (m Model) turned(k string, all []card, at, room int) int {
	next := func(i int) int {
		_, _, whole := m.readOn(all[i:], room)
		return min(i+whole, len(all)-1)
	}
	if k == "pgdown" {
		return next(at)
	}
	before := 0
	for next(before) < at {
		before++
	}
	return before
}

// labels is how wide a list of the parts' names is, where their texts stand beside it; else 0.
func (m Model) labels(all []card) int {
	if !m.layout.roomy {
		return 0
	}
	return min(max(widest(all, func(c card) string { return c.title }), widest(all, func(c card) string { return c.about }))+len("  "), m.layout.list/2)
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
	if !m.layout.roomy { // where the texts aren't beside the list, the first is open
		m.result.level.open = 0
	}
	return m
}

// levelCards are its parts, each with the beginning of its text under its name where that's small.
func (m Model) levelCards() []card {
	parts := m.levelParts()
	_, yours := m.result.shown.Shape()
	level := *m.placement().Level
	levels, strands := report.LevelNeighbours(m.snapshot(), level)
	begins := []int{0, len(yours), len(parts), len(parts) + len(levels)} // the groups: what's said of the person, the level, and what stands beside it
	if !m.layout.roomy {                                                 // what it is comes first
		begins[1] = len(parts) - len(yours)
		parts = slices.Concat(parts[len(yours):], parts[:len(yours)])
	}
	parts = slices.Concat(parts, levels, strands)
	out := make([]card, len(parts))
	for i, part := range parts {
		out[i] = card{title: part.Label, whole: true, joins: !slices.Contains(begins, i)}
		if digitOf(i) == " " { // no digit chooses it
			out[i].key = " "
		}
	}
	if len(levels) > 0 {
		out[begins[2]].about = locale.Text("Beside it")
	}
	if len(strands) > 0 {
		out[begins[3]].about = locale.Sprintf("Strands at level %d", level)
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
	told := strings.Join(paragraphs(part.Text), "\n\n")
	if m.layout.wide {
		return m.stacked([]report.Part{{Label: part.Label, Text: told}}), ""
	}
	const most, indent = 3, 4 // lines of the beginning
	begun := wrap(part.Text, m.layout.text-indent)
	if len(begun) > most {
		begun = append(begun[:most-1], cut(begun[most-1]+ellipsis, m.layout.text-indent))
	}
	return lines(wrap(told, m.cardWidth())...), strings.Join(begun, "\n")
}

// levelParts are how the person is uneven, then the level.
func (m Model) levelParts() []report.Part {
	name, parts := m.result.shown.Shape()
	if name != "" {
		parts[len(parts)-1].Label = locale.Text("Your shape")
		parts[len(parts)-1].Text = name + ". " + parts[len(parts)-1].Text
	}
	return append(parts, m.result.shown.OwnLevel()...)
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
		if room := read.layout.room(p); (k == "pgdown" || k == "pgup") && read.layout.paneOver(p, room) == 0 {
			m.result.level.list = list{cursor: read.turned(k, read.levelCards(), p.at.cursor, read.layout.paneRoom(p, room))}
			return m
		}
		m.result.level.list, _ = read.listKey(at.list, k, p)
		return m
	}
	m.result.level = m.cardsKey(at, k, m.levelCards(), p)
	if to := m.result.level; to.cursor != to.open { // the one that was left closes, so that each says how it begins
		m.result.level.open = -1
	}
	return m
}
