package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// setup is the short profile before the first question. Every field may stay empty.
type setup struct {
	cursor  int
	profile session.Profile
	quick   bool
	naming  bool
	name    field
}

// works are the kinds of work a person can name, in the order Enter goes through them.
var works = []string{"", "support", "engineering", "consulting"}

const (
	setupBegin = iota
	setupWork
	setupTime
	setupName
	setupRows
)

func (m Model) openSetup() Model {
	m.on, m.setup = onProfile, setup{profile: m.desk.Profile()}
	return m
}

func (m Model) setupKey(k string) Model {
	cursor, chosen := listKey(k, m.setup.cursor, setupRows)
	m.setup.cursor = cursor
	switch {
	case k == "esc":
		return m.goHome()
	case !chosen:
		return m
	case cursor == setupBegin:
		return m.begin(stages.Stages, m.setup.profile, m.setup.quick)
	case cursor == setupWork:
		m.setup.profile.Work = after(works, m.setup.profile.Work)
	case cursor == setupTime:
		m.setup.quick = !m.setup.quick
	case cursor == setupName:
		m.setup.naming, m.setup.name = true, newField(1, m.setup.profile.Name, m.sheet.text)
	}
	return m
}

// nameKey takes a key while the name is being typed.
func (m Model) nameKey(msg tea.KeyPressMsg, k string) Model {
	switch k {
	case "enter":
		m.setup.profile.Name, m.setup.naming = m.setup.name.text(), false
	case "esc":
		m.setup.naming = false
	default:
		m.setup.name.update(msg)
	}
	return m
}

// after returns the entry that follows the given one, round and round.
func after(list []string, at string) string {
	for i, s := range list {
		if s == at {
			return list[(i+1)%len(list)]
		}
	}
	return list[0]
}

func (m Model) setupPage() page {
	p := page{place: "Before you begin", fact: "all optional", cursor: m.setup.cursor,
		hints: []hint{{"↑↓", "move"}, {"Enter", "choose"}, {"?", "keys"}, {"Esc", "home"}}}
	about := report.ProfileTerms
	if !m.sheet.roomy {
		about = "A customer is whoever outside your own team you serve: a client, a user, a team."
	}
	p.head = lines(wrap(about, m.sheet.text)...)
	if m.setup.naming {
		p.cursor = -1
		p.rows = []row{{apart: true, lines: paint(m.inks.focal, []string{"A name for the report"})},
			{loose: true, lines: m.fieldLines(m.setup.name)}}
		p.hints = []hint{{"Enter", "keep"}, {"Esc", "cancel"}}
		return p
	}
	work, time, name := m.setup.profile.Work, "ten minutes", m.setup.profile.Name
	if work == "" {
		work = "any"
	}
	if m.setup.quick {
		time = "five, and less sure"
	}
	if name == "" {
		name = "none"
	}
	for i, c := range []choice{{name: "Begin"}, {name: "Your work", detail: work}, {name: "Your time", detail: time}, {name: "Your name", detail: name}} {
		name := c.name
		if c.detail != "" {
			name = pad(c.name, 13)
		}
		p.rows = append(p.rows, row{apart: i == 0, lines: []line{
			m.cursorLine(fmt.Sprint(i+1), "  ", name, c.detail, i == m.setup.cursor)}})
	}
	return p
}
