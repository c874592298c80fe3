package tui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
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

// setupNames are the names of the rows.
func setupNames() []string {
	return []string{locale.Text("Begin"), locale.Text("Your work"), locale.Text("Your time"), locale.Text("Your name")}
}

// setupColumn is how wide they are.
func (m Model) setupColumn() int {
	column := 13
	if !m.layout.roomy {
		column = 0
	}
	for _, name := range setupNames() {
		column = max(column, lipgloss.Width(name)+len("  "))
	}
	return column
}

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
	if row := m.setupRows()[m.setup.list.cursor]; k == "left" || k == "right" {
		if choices, _ := m.setupChoices(row); choices != nil {
			return m.setupTo(row, map[string]int{"left": -1, "right": 1}[k], false)
		}
		return m
	}
	at, chosen := m.listKey(m.setup.list, k, m.setupPage())
	m.setup.list = at
	if !chosen {
		return m
	}
	row := m.setupRows()[at.cursor]
	switch row {
	case setupBegin:
		return m.perform(session.Begin{At: m.cfg.Now(), Seed: m.cfg.Seed()})
	case setupName:
		m.setup.name = newField(1, m.session.Name(), m.layout.text)
		return m
	}
	return m.setupTo(row, 1, true)
}

// setupRows are the rows there are, in their order: the kind of work is asked for where the content has words for it.
func (m Model) setupRows() []int {
	if m.session.Bank.Catalog().ByWork() {
		return []int{setupBegin, setupWork, setupTime, setupName}
	}
	return []int{setupBegin, setupTime, setupName}
}

// setupTo moves a row's choice on by one or back; at an end it stays, or begins again.
func (m Model) setupTo(row, by int, round bool) Model {
	chosen := m.session.Setup
	choices, at := m.setupChoices(row)
	to := at + by
	if round {
		to %= len(choices)
	}
	if to < 0 || to >= len(choices) {
		return m
	}
	switch row {
	case setupWork:
		chosen.Profile.Work = works[to]
	case setupTime:
		chosen.Quick = to == 1
	}
	return m.perform(session.SetUp{Setup: chosen})
}

// setupChoices are what a row offers, and which is chosen; nothing where one writes or begins.
func (m Model) setupChoices(row int) (choices []string, at int) {
	switch row {
	case setupWork:
		for _, w := range works {
			choices = append(choices, report.Work(w))
		}
		return choices, max(0, slices.Index(works, m.session.Setup.Profile.Work))
	case setupTime:
		choices = []string{locale.Text("ten to fifteen minutes"), locale.Text("five (less certain)")}
		if !m.layout.roomy {
			choices = []string{locale.Text("10–15 min"), locale.Text("5 min")}
		}
		if m.session.Setup.Quick {
			at = 1
		}
		return choices, at
	}
	return nil, 0
}

// choiceLine are the choices of a row, the chosen one marked and bold; between arrows, where they change it. Where there's
// no room for all, it's the chosen one.
func (m Model) choiceLine(choices []string, at, room int, on bool) string {
	back, next := " ", ""
	if on {
		back, next = m.palette.quiet.Render(markBack), m.palette.quiet.Render(" "+markCursor)
	}
	parts := make([]string, len(choices))
	for i, c := range choices {
		parts[i] = m.palette.quiet.Render(c)
	}
	parts[at] = m.palette.accent.Render(markAnswer) + " " + m.palette.focal.Render(choices[at])
	all := strings.Join(parts, m.palette.quiet.Render(separator))
	if lipgloss.Width(all)+4 > room {
		all = parts[at]
	}
	return back + " " + all + next
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
	p := page{place: locale.Text("Before you begin"), fact: locale.Text("all optional"), at: m.setup.list,
		hints: []hint{{"↑↓", "move"}, {locale.Text("Enter"), "choose"}, {"?", "keys"}, {locale.Text("Esc"), "home"}}}
	about, customer := report.ProfileTerms(m.session.Bank.Catalog(), !m.layout.roomy)
	p.head = paint(m.palette.focal, wrap(about, m.layout.text))
	if customer != "" {
		p.head = append(p.head, paint(m.palette.quiet, wrap(customer, m.layout.text))...)
	}
	rows, column := m.setupRows(), m.setupColumn()
	on := rows[m.setup.list.clamped(len(rows)).cursor]
	terms := report.SetupTerms(m.session.Bank.Catalog(), m.session.Setup.Profile.Work)[on]
	switch {
	case m.layout.wide:
		p.margin = m.stacked(terms)
	case m.layout.roomy:
		p.tail = m.labelledBy(terms, m.layout.text, column+len("1    "))
	}
	if m.setup.name.open() {
		p.at = nowhere
		p.rows = []row{{apart: true, lines: paint(m.palette.focal, []string{locale.Text("A name for the report")})}, m.fieldRow(m.setup.name)}
		p.hints = []hint{{locale.Text("Enter"), "save"}, {locale.Text("Esc"), "back"}}
		return p
	}
	names := setupNames()
	for i, kind := range rows {
		name, rest := names[kind], ""
		choices, at := m.setupChoices(kind)
		switch {
		case kind == setupBegin:
			name, rest = pad(name, column)+"  ", m.palette.quiet.Render(locale.Text("as set below"))
		case kind == setupName:
			name, rest = pad(name, column)+"  ", cmp.Or(m.session.Name(), report.NoName.String())
		case choices != nil:
			name, rest = pad(name, column), m.choiceLine(choices, at, m.layout.list-3-column, kind == on)
		}
		p.rows = append(p.rows, row{apart: i < 2, lines: []line{m.cursorLine(fmt.Sprint(i+1), "  ", name, rest, kind == on)}})
	}
	if choices, _ := m.setupChoices(on); choices != nil {
		p.hints = slices.Insert(p.hints, 1, hint{"← →", "change"})
	}
	return p
}
