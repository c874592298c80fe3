package tui

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"waymark/quiz/report"
	"waymark/stages"
)

// leaf is one part of the result. A wide sheet shows where and why on one, a small one has the
// strands apart.
type leaf int

const (
	leafWhere leaf = iota
	leafStrands
	leafWhy
	leafNext
)

// result shows where the person stands, why, and what to work on next.
type result struct {
	leaf    leaf
	cursor  int // −1: nowhere yet
	cards   cards
	variant int // which first action the open step shows
	more    int // how many steps beyond three are shown
	weeks   int // the longest step shown; 0: any
	top     int
	page    bool // the page of the level is unfolded
}

func (m Model) openResult() Model {
	m = m.open(stages.Stages)
	if !m.underway() {
		m.sitting = m.record.Attempt
	}
	m.on, m.result = onResult, result{cursor: -1, cards: cards{open: -1}}
	return m
}

// leaves are the parts that this size of sheet has.
func (m Model) leaves() []leaf {
	switch {
	case m.sheet.wide:
		return []leaf{leafWhere, leafNext}
	case m.sheet.roomy:
		return []leaf{leafWhere, leafWhy, leafNext}
	}
	return []leaf{leafWhere, leafStrands, leafWhy, leafNext}
}

var leafNames = map[leaf]string{leafWhere: "where", leafStrands: "strands", leafWhy: "why", leafNext: "next steps"}

// leafIndex is the place of the leaf one is on; a leaf that this size lacks is part of the first.
func (m Model) leafIndex() int { return max(0, slices.Index(m.leaves(), m.result.leaf)) }

func (m Model) resultKey(k string) Model {
	leaves, at := m.leaves(), m.leafIndex()
	if m.result.page {
		return m.levelKey(k)
	}
	switch k {
	case "tab":
		if leaves[at] == leafWhere && m.record.Placement.Level != nil {
			m.result.page, m.result.top = true, 0
			return m
		}
	case "esc":
		if leaves[at] == leafNext && m.nextFull() {
			m.result.cards.open = -1
			return m
		}
		return m.goHome()
	case "left", "right":
		to := at - 1
		if k == "right" {
			to = at + 1
		}
		if to >= 0 && to < len(leaves) {
			m.result = result{leaf: leaves[to], cursor: -1, cards: cards{open: -1}}
		}
		return m
	}
	switch leaves[at] {
	case leafNext:
		return m.nextKey(k)
	case leafWhy:
		return m.whyLeafKey(k)
	case leafStrands:
		return m.strandsKey(k)
	}
	if m.sheet.roomy {
		return m.strandsKey(k)
	}
	return m.scrollKey(k)
}

func (m Model) scrollKey(k string) Model {
	switch k {
	case "up":
		m.result.top = max(0, m.result.top-1)
	case "down":
		m.result.top = min(m.result.top+1, len(m.whereLines())-1)
	}
	return m
}

// strandsKey moves over the strands. Enter goes to the first answer along one.
func (m Model) strandsKey(k string) Model {
	strands := m.record.Placement.Strands
	switch {
	case m.record.Placement.Level == nil && (k == "1" || k == "enter"):
		return m.openReview("")
	case (k == "up" || k == "down") && m.result.cursor < 0:
		m.result.cursor = 0
	case k == "up", k == "down":
		m.result.cursor, _ = listKey(k, m.result.cursor, len(strands))
	case k == "enter" && m.result.cursor >= 0:
		asked, _ := m.desk.Review(m.sitting)
		for _, q := range asked {
			if q.Strand == strands[m.result.cursor].ID {
				return m.openReview(q.ID)
			}
		}
		return m.say("Nothing was asked along this strand.")
	}
	return m
}

func (m Model) resultPage() page {
	leaves, at := m.leaves(), m.leafIndex()
	if m.result.page {
		return m.levelPage()
	}
	name := leafNames[leaves[at]]
	if m.sheet.wide && leaves[at] == leafWhere {
		name = "where and why"
	}
	p := page{place: "Your result", fact: fmt.Sprintf("%s%s%d of %d", name, separator, at+1, len(leaves)), cursor: m.result.cursor}
	switch leaves[at] {
	case leafWhere:
		p = m.wherePage(p)
	case leafStrands:
		p = m.strandsPage(p)
	case leafWhy:
		p = m.whyLeafPage(p)
	case leafNext:
		p = m.nextPage(p)
	}
	full := leaves[at] == leafNext && m.nextFull()
	if at > 0 && !full {
		p.hints = append(p.hints, hint{"←", leafNames[leaves[at-1]]})
	}
	if at+1 < len(leaves) {
		p.hints = append(p.hints, hint{"→", leafNames[leaves[at+1]]})
	}
	out := "home"
	if full {
		out = "back"
	}
	p.hints = append(p.hints, hint{"Esc", out})
	return p
}

// headline is the answer in words: the level, and how sure.
func (m Model) headline() (level, sure []line) {
	c, r := &m.record.Snapshot, m.record.Placement
	return paint(m.inks.focal, wrap(report.Headline(c, r), m.sheet.text)), lines(wrap(report.Sureness(c, r), m.sheet.text)...)
}

// whereLines is the first leaf of a small sheet, on which it may scroll.
func (m Model) whereLines() []line {
	level, sure := m.headline()
	return slices.Concat(level, []line{{}}, m.path(m.record.Placement), []line{{}}, sure)
}

func (m Model) wherePage(p page) page {
	c, r := &m.record.Snapshot, m.record.Placement
	if !m.sheet.roomy {
		p.cursor, p.top = -1, m.result.top
		for _, l := range m.whereLines() {
			p.rows = append(p.rows, row{lines: []line{l}})
		}
		p.hints = []hint{{"Tab", "the level"}}
		return p
	}
	level, sure := m.headline()
	p.head = append(append(level, sure...), line{})
	p.head = append(append(p.head, m.path(r)...), m.pathNames(c, r)...)
	if r.Level == nil {
		p.cursor = 0
		p.rows = []row{{apart: true, lines: []line{m.cursorLine("1", "  ", "Look at the questions again", "", true)}}}
		p.hints = []hint{{"Enter", "look again"}}
		return p
	}
	p = m.strandRows(p)
	p.tail = m.whereTail()
	p.sentence = line{text: m.inks.quiet.Render(fmt.Sprintf("Taken on %s: %s. Kept for you here.", report.Date(m.record.Saved), report.Taken(m.sitting.Interview.Answers)))}
	p.hints = []hint{{"↑↓", "strands"}, {"Tab", "the level"}}
	if m.result.cursor >= 0 {
		p.sentence = line{text: report.StrandAt(c, r.Strands[m.result.cursor])}
		p.hints = []hint{{"↑↓", "strands"}, {"Enter", "its answers"}}
	}
	if m.sheet.wide {
		p.margin = m.whyBeside()
	}
	return p
}

func (m Model) strandsPage(p page) page {
	p = m.strandRows(p)
	p.tail = m.whereTail()
	if at := m.result.cursor; at >= 0 {
		p.tail = lines(wrap(report.StrandAt(&m.record.Snapshot, m.record.Placement.Strands[at]), m.sheet.text)...)
	}
	p.hints = []hint{{"↑↓", "move"}, {"Enter", "answers"}}
	return p
}

// whereTail says what opens the next level, or the shape of the strands, and what the surroundings
// say of the gaps.
func (m Model) whereTail() []line {
	c, r := &m.record.Snapshot, m.record.Placement
	text := strings.TrimSpace(or(report.Opens(c, r), report.Shape(c, r)) + " " + m.whole.PlaceSays())
	if text == "" {
		return nil
	}
	return lines(wrap(text, m.sheet.text)...)
}

// strandRows are the bars, under the number of the level that they are held against.
func (m Model) strandRows(p page) page {
	c, r := &m.record.Snapshot, m.record.Placement
	target, column := report.Target(r), m.strandColumn()
	title := "Strands"
	if m.sheet.roomy {
		title = capital(report.Number(len(r.Strands))) + " strands"
	}
	mark := fmt.Sprintf("level %d", target)
	heading := pad(title, max(lipgloss.Width(title)+1, column+target*m.barStep()-len(mark))) + mark
	p.head = append(p.head, line{})
	if !m.sheet.roomy {
		p.head = nil
	}
	p.head = append(p.head, line{text: m.inks.quiet.Render(heading)})
	for i, s := range r.Strands {
		on := i == m.result.cursor
		standing := report.Standing(s, target)
		if !m.sheet.roomy {
			standing = report.StandingBrief(s, target)
		}
		name := m.cursorLine("", "", pad(report.StrandName(c, s.ID), column), "", on)
		p.rows = append(p.rows, row{lines: []line{{gutter: name.gutter, text: name.text + m.bar(s, target) + "  " + standing}}})
	}
	return p
}

// strandColumn is the width of the strands' names, with a space after the longest.
func (m Model) strandColumn() int {
	width := 0
	for _, s := range m.record.Snapshot.Strands {
		width = max(width, lipgloss.Width(s.Name)+1)
	}
	return min(max(width, 9), 14)
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// resultStep is the step as it was advised, else as the content has it.
func (m Model) resultStep(n stages.NextStep) *stages.Step {
	return report.StepOf(m.desk.Bank.Catalog(), *m.record, n)
}
