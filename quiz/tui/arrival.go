package tui

import (
	"fmt"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// arrival is what a person sees once of a new result, before all of it: the way to where they are, what proves it
// most, the nearest way up, and what to do first.
type arrival struct {
	shown *report.Export   // a pointer: it is large, and a Model is passed by value
	first *session.Advised // the step to take first; nil where none is advised
	list  list
	frame int // of the walk; walkFrames where it is over
}

// arrivalColumn is how wide the labels of the three lines are at least.
const arrivalColumn = 17

// The walk from level 1 to where one is. Nothing ticks before it or after.
const (
	walkFrames = 8
	walkTime   = 440 * time.Millisecond
)

// nextFrame is the walk's clock: time for the frame after this one.
type nextFrame struct{ after int }

// walkOn asks for the next frame.
func (m Model) walkOn() tea.Cmd {
	after := m.arrival.frame
	return tea.Tick(walkTime/walkFrames, func(time.Time) tea.Msg { return nextFrame{after} })
}

// walking reports whether the walk has frames to come.
func (m Model) walking() bool { return m.on == onArrival && m.arrival.frame < walkFrames }

// stepped draws the next frame. A clock that is too late, since a key ended the walk, changes nothing.
func (m Model) stepped(clock nextFrame) (Model, tea.Cmd) {
	if !m.walking() || clock.after != m.arrival.frame {
		return m, nil
	}
	if m.arrival.frame++; !m.walking() {
		return m, nil
	}
	return m, m.walkOn()
}

// openArrival opens a new result. Where it has no level there is nowhere to arrive.
func (m Model) openArrival() Model {
	export := m.export()
	level := export.Result.Placement.Level
	if !m.onHome() || level == nil {
		return m.openResult()
	}
	m.on, m.arrival = onArrival, arrival{shown: &export, frame: walkFrames}
	if ranked := export.Result.Ranked(m.session.Bank, m.session.Results, m.session.Plan); len(ranked) > 0 {
		m.arrival.first = &ranked[0]
	}
	if m.moves() && *level > 1 && export.Result.Placement.Certainty() != stages.Unclear {
		m.arrival.frame = 0
	}
	return m
}

// moves reports whether anything may move on this terminal.
func (m Model) moves() bool { return m.cfg.Colour && !m.cfg.Still }

// acts are the rows: see all of it, take the first step, home.
func (m Model) acts() targets {
	out := targets{{choice: choice{name: locale.Text("See the whole result")}, open: func(m Model) Model { return m.rooted().openResult() }}}
	if first := m.arrival.first; first != nil {
		out = append(out, target{choice: choice{locale.Text("Take the first step"), first.Words.Title}, open: Model.takeFirst})
	}
	return append(out, target{choice: choice{name: locale.Text("Home")}, open: Model.goHome})
}

// column is how wide the names are, with what parts them from the details.
func (t targets) column() int {
	width := 0
	for _, to := range t {
		width = max(width, lipgloss.Width(to.name)+len("  "))
	}
	return width
}

// takeFirst puts the first step into the plan, and opens that.
func (m Model) takeFirst() Model {
	words := *m.arrival.first.Words
	if !m.session.Plan.Has(words.ID) {
		m = m.perform(session.ToggleStep{Step: words, At: m.cfg.Now()})
	}
	if !m.session.Plan.Has(words.ID) {
		return m // it could not be kept, and the sentence says why
	}
	return m.rooted().openPlan()
}

func (m Model) arrivalKey(k string) Model {
	m.arrival.frame = walkFrames
	acts := m.acts()
	if k == "esc" {
		return m.goHome()
	}
	at, chosen := m.listKey(m.arrival.list, k, m.arrivalPage())
	m.arrival.list = at
	if chosen {
		return acts[at.cursor].open(m)
	}
	return m
}

func (m Model) arrivalPage() page {
	a := m.arrival
	n := len(a.shown.Result.Interview.Asked)
	p := page{place: locale.Text("That was the last question"), fact: locale.Plural(n, "%d answer", "%d answers", n), progress: 1, at: a.list}
	if !m.layout.roomy {
		p.place = locale.Text("Your result")
	}
	r := a.shown.Result
	m.result.shown = *a.shown
	level, path, air := paint(m.palette.focal, wrap(report.Short(&r.Snapshot, r.Placement), m.layout.text)), m.walked(), []line{{}}
	parts := a.shown.Arrival()
	if m.hasLevel() && r.Placement.Certainty() != stages.Between {
		level, parts = m.arrived(parts)
	}
	if m.layout.wide && a.first != nil {
		p.margin = m.stepBeside(locale.Text("First step"), *a.first.Words)
	}
	p.rows = m.actRows()
	p.hints = []hint{{"↑↓", "move"}, {locale.Text("Enter"), "choose"}, {"?", "keys"}, {locale.Text("Esc"), "home"}}
	if !m.layout.roomy {
		told := m.labelled(parts, m.layout.text)
		p.head = m.roomiest(p, slices.Concat(level, air, path, air, told), slices.Concat(level, air, path), slices.Concat(level, path), slices.Concat(level, path[1:]), level)
		return p
	}
	column, names := labelColumn(parts, arrivalColumn, m.layout.list/2), m.pathNames(&r.Snapshot, r.Placement)
	told, aired := m.labelledBy(parts, m.layout.list, column), m.airedBy(parts, m.layout.list, column)
	p.head = m.airiest(p, [][]line{slices.Concat(level, air, path, names, air, aired)},
		[][]line{slices.Concat(level, air, path, names, air, told), slices.Concat(level, air, path, air, told),
			slices.Concat(level, path, air, told), slices.Concat(level, path[1:], told)})
	if m.layout.wide {
		p.tail = m.under(p, m.strips())
	}
	return p
}

// actRows are the acts with what they do.
func (m Model) actRows() []row {
	acts := m.acts()
	rows := make([]row, len(acts))
	for i, c := range acts {
		on, name, detail := i == m.arrival.list.cursor, c.name, m.palette.quiet.Render(c.detail)
		if m.layout.roomy && c.detail != "" {
			name = pad(name, acts.column())
		}
		if !m.layout.roomy || m.layout.wide { // it stands below the name, or beside the list
			detail = ""
		}
		rows[i] = row{apart: i == 0, lines: []line{m.cursorLine(fmt.Sprint(i+1), "  ", name, detail, on)}}
		if !m.layout.roomy && c.detail != "" {
			width := m.layout.list - 3
			under := m.indented([]string{cut(beforeColon(c.detail, width), width)}, 3)
			under[0].on = on
			rows[i].lines = append(rows[i].lines, under...)
		}
	}
	return rows
}

// arrived is the name of the level as the one loud thing, the first part, which says what that means, and how sure it is; and the
// other parts.
func (m Model) arrived(parts []report.Part) ([]line, []report.Part) {
	c, r, width := m.snapshot(), m.placement(), m.layout.text
	out := paint(m.palette.accent, wrap(strings.ToUpper(stages.OneLine(report.LevelName(c, *r.Level))), width))
	for i := range out {
		out[i].text = m.palette.focal.Render(out[i].text)
	}
	if !m.layout.roomy { // the path and the acts need the room
		return append(out, lines(wrap(report.OfLevelsBrief(c, r), width)...)...), parts
	}
	if len(parts) > 0 && parts[0].Label == locale.Text("Your level") {
		out, parts = append(out, lines(wrap(parts[0].Text, width)...)...), parts[1:]
	}
	return append(out, lines(wrap(report.OfLevels(c, r), width)...)...), parts
}

// walked is the path as far as the walk has come: the person is on their way, and what is beyond lies ahead.
func (m Model) walked() []line {
	whole := m.path(m.arrival.shown.Result.Placement)
	if !m.walking() {
		return whole
	}
	r := m.arrival.shown.Result.Placement
	columns := m.pathColumns(r.Levels())
	at := columns[*r.Level-1] * m.arrival.frame / walkFrames
	cells := ""
	for c := range columns[r.Levels()-1] + 1 {
		level := slices.Contains(columns, c)
		switch {
		case c == at:
			cells += m.palette.accent.Render(markYou)
		case c < at && level:
			cells += m.palette.accent.Render(markAnswer)
		case c < at:
			cells += m.palette.accent.Render(lineHeavy)
		case level:
			cells += m.palette.rule.Render(markAhead)
		default:
			cells += m.palette.rule.Render(lineLight)
		}
	}
	whole[1].text = cells
	return whole
}
