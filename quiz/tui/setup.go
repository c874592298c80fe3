package tui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// setup is the short profile before the first question. Every field may stay empty.
type setup struct {
	list list
	name field
}

// works are the kinds of work a person can name, in the order Enter goes through them.
var works = append([]string{""}, stages.Works()...)

const (
	setupBegin = iota
	setupWork
	setupTime
	setupName
)

func (m Model) openSetup() Model {
	m.on, m.setup = onSetup, setup{}
	return m
}

func (m Model) setupKey(k string) Model {
	if k == "esc" {
		return m.back()
	}
	at, chosen := m.listKey(m.setup.list, k, m.setupPage())
	m.setup.list = at
	if !chosen {
		return m
	}
	chosenSetup := m.session.Setup
	switch at.cursor {
	case setupBegin:
		return m.perform(session.Begin{At: m.cfg.Now(), Seed: m.cfg.Seed()})
	case setupName:
		m.setup.name = newField(1, m.session.Name(), m.layout.text)
		return m
	case setupWork:
		chosenSetup.Profile.Work = works[(slices.Index(works, chosenSetup.Profile.Work)+1)%len(works)]
	case setupTime:
		chosenSetup.Quick = !chosenSetup.Quick
	}
	return m.perform(session.SetUp{Setup: chosenSetup})
}

// nameKey takes a key while the name is being typed.
func (m Model) nameKey(msg tea.KeyPressMsg, k string) Model {
	switch k {
	case "enter":
		chosen := m.session.Setup
		chosen.Profile.Name = m.setup.name.text()
		m.setup.name = field{}
		return m.perform(session.SetUp{Setup: chosen})
	case "esc":
		m.setup.name = field{}
		return m
	}
	return m.typed(msg)
}

func (m Model) setupPage() page {
	p := page{place: "Before you begin", fact: "all optional", at: m.setup.list,
		hints: []hint{{"↑↓", "move"}, {"Enter", "choose"}, {"?", "keys"}, {"Esc", "home"}}}
	about := report.ProfileTerms
	if !m.layout.roomy {
		about = report.ProfileTermsShort
	}
	p.head = lines(wrap(about, m.layout.text)...)
	if m.setup.name.open() {
		p.at = nowhere
		p.rows = []row{{apart: true, lines: paint(m.palette.focal, []string{"A name for the report"})},
			{loose: true, lines: m.fieldLines(m.setup.name)}}
		p.hints = []hint{{"Enter", "save"}, {"Esc", "back"}}
		return p
	}
	profile, quick := m.session.Setup.Profile, "ten to fifteen minutes"
	if m.session.Setup.Quick {
		quick = "five, less certain"
	}
	for i, c := range []choice{{name: "Begin"}, {"Your work", or(profile.Work, "any")}, {"Your time", quick}, {"Your name", or(m.session.Name(), "none")}} {
		name := c.name
		if c.detail != "" {
			name = pad(c.name, 13)
		}
		p.rows = append(p.rows, row{apart: i == 0, lines: []line{
			m.cursorLine(fmt.Sprint(i+1), "  ", name, c.detail, i == m.setup.list.cursor)}})
	}
	return p
}
