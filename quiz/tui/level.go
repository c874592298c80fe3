package tui

import (
	"fmt"

	"waymark/quiz/report"
)

// levelPage is the page of the level a person is at: what it is, what keeps people there, what the
// next one asks. It unfolds over the first leaf of the result.
func (m Model) levelPage() page {
	level := *m.record.Placement.Level
	p := page{place: "Your level", fact: fmt.Sprintf("level %d", level), cursor: -1, top: m.result.top,
		head:  paint(m.inks.focal, wrap(report.LevelName(&m.record.Snapshot, level), m.sheet.text)),
		hints: []hint{{"↑↓", "scroll"}, {"Tab", "fold"}, {"Esc", "back"}}}
	for i, l := range m.levelLines() {
		p.rows = append(p.rows, row{lines: []line{l}, apart: i == 0})
	}
	return p
}

func (m Model) levelLines() []line {
	l := m.record.Snapshot.Levels[*m.record.Placement.Level-1]
	var out []line
	for _, part := range [][2]string{{"What it is", l.About}, {"From inside", l.Feels}, {"Relied on", l.ReliedOn},
		{"The trap", l.Trap}, {"Next asks", l.Next}, {"Glad to keep", l.Keep}} {
		if part[1] == "" {
			continue
		}
		if len(out) > 0 {
			out = append(out, line{})
		}
		out = append(out, m.labelled(part[0], part[1], m.sheet.text)...)
	}
	return out
}

func (m Model) levelKey(k string) Model {
	switch k {
	case "tab", "esc", "enter", "left":
		m.result.page, m.result.top = false, 0
	case "up":
		m.result.top = max(0, m.result.top-1)
	case "down":
		m.result.top = min(m.result.top+1, max(0, len(m.levelLines())-1))
	}
	return m
}
