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
		choices = []string{locale.Text("ten to fifteen minutes"), locale.Text("five, less certain")}
		if !m.layout.roomy {
			choices = []string{locale.Text("10-15 min"), locale.Text("5 min")}
		}
		if m.session.Setup.Quick {
			at = 1
		}
		return choices, at
	}
	return nil, 0
}

// choiceRows are a row with its choices: beside the name where there is room, else under it.
func (m Model) choiceRows(i int, name string, choices []string, at int) []line {
	on, column := i == m.setup.list.cursor, m.setupColumn()
	if beside := m.choiceLines(choices, at, m.layout.list-3-column, on); len(beside) == 1 {
		return []line{m.cursorLine(fmt.Sprint(i+1), "  ", pad(name, column), beside[0], on)}
	}
	out := []line{m.cursorLine(fmt.Sprint(i+1), "  ", name, "", on)}
	for _, t := range m.choiceLines(choices, at, m.layout.list-3, on) {
		out = append(out, line{text: "   " + t, on: on})
	}
	return out
}

// choiceLines are the choices of a row, the chosen one marked and bold; between arrows, where they change it.
func (m Model) choiceLines(choices []string, at, room int, on bool) []string {
	var out []string
	back, next := " ", ""
	if on {
		back, next = m.palette.quiet.Render(markBack), m.palette.quiet.Render(" "+markCursor)
	}
	text, width := back, 1
	for i, c := range choices {
		part := m.palette.quiet.Render(c)
		if i == at {
			part = m.palette.accent.Render(markAnswer) + " " + m.palette.focal.Render(c)
		}
		switch w := lipgloss.Width(part); {
		case i > 0 && width+3+w+2 > room:
			out = append(out, text+m.palette.quiet.Render(strings.TrimRight(separator, " ")))
			text, width = "  "+part, 2+w
		case i > 0:
			text, width = text+m.palette.quiet.Render(separator)+part, width+3+w
		default:
			text, width = text+" "+part, width+1+w
		}
	}
	return append(out, text+next)
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
	about := report.ProfileTerms(m.session.Bank.Catalog(), !m.layout.roomy)
	p.head = lines(wrap(about, m.layout.text)...)
	if m.layout.wide {
		p.margin = m.besideSetup()
	}
	if m.setup.name.open() {
		p.at = nowhere
		p.rows = []row{{apart: true, lines: paint(m.palette.focal, []string{locale.Text("A name for the report")})}, m.fieldRow(m.setup.name)}
		p.hints = []hint{{locale.Text("Enter"), "save"}, {locale.Text("Esc"), "back"}}
		return p
	}
	names := setupNames()
	for i, kind := range m.setupRows() {
		name := names[kind]
		r := row{apart: i == 0, loose: true, lines: []line{m.cursorLine(fmt.Sprint(i+1), "  ", name, "", i == m.setup.list.cursor)}}
		choices, at := m.setupChoices(kind)
		switch {
		case kind == setupName:
			r.lines[0] = m.cursorLine(fmt.Sprint(i+1), "  ", pad(name, m.setupColumn())+"  ", cmp.Or(m.session.Name(), report.NoName()), i == m.setup.list.cursor)
		case choices != nil:
			r.lines = m.choiceRows(i, name, choices, at)
		}
		p.rows = append(p.rows, r)
	}
	if choices, _ := m.setupChoices(m.setupRows()[m.setup.list.cursor]); choices != nil {
		p.hints = slices.Insert(p.hints, 1, hint{"← →", "change"})
	}
	return p
}

// besideSetup is what the row under the cursor changes.
func (m Model) besideSetup() []line {
	terms := report.SetupTerms(m.session.Bank.Catalog(), m.session.Setup.Profile.Work)
	rows := m.setupRows()
	return m.stacked(terms[rows[m.setup.list.clamped(len(rows)).cursor]])
}
