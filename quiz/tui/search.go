package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// search is "Go to": a line to type into, and the places that fit what is typed.
type search struct {
	field field
	all   targets
	list  list
}

// target is a place one can go to by its name.
type target struct {
	choice
	open func(Model) Model // from the screen that one is on
}

// targets make a list of places searchable.
type targets []target

func (t targets) Len() int            { return len(t) }
func (t targets) String(i int) string { return t[i].name + " " + t[i].detail }

func (m Model) openSearch() Model {
	if m.on == onHelp {
		m = m.back()
	}
	all := m.targets()
	m = m.push()
	m.on, m.search = onSearch, search{field: newField(1, "", m.layout.text), all: all}
	return m
}

func (m Model) searchKey(msg tea.Msg, k string) Model {
	switch k {
	case "esc":
		return m.back()
	case "enter":
		if found := m.found(); len(found) > 0 {
			return found[m.search.list.clamped(len(found)).cursor].open(m.back())
		}
		return m
	case "up", "down", "pgup", "pgdown":
		m.search.list, _ = m.listKey(m.search.list, k, m.searchPage())
		return m
	}
	return m.typed(msg)
}

// targets are the places there are for this person: those of the program, then of the result, then the answers.
func (m Model) targets() targets {
	all := targets{{choice{name: locale.Text("Home")}, Model.goHome}}
	if _, placed := m.session.Results[stages.Stages]; placed {
		all = append(all, m.resultTargets()...)
	}
	if m.cfg.Opinions != nil {
		all = append(all, target{choice{locale.Text("Second opinions"), report.List(m.cfg.Opinions.Names)}, func(m Model) Model { return m.push().openCompare() }})
	}
	if !m.session.Observing() {
		all = append(all, target{choice{name: locale.Text("Plan")}, func(m Model) Model { return m.push().inStages().openPlan() }})
	}
	for _, id := range []string{stages.Crossroads, stages.Surroundings} {
		if survey := m.session.Bank.Catalog().Survey(id); survey != nil {
			all = append(all, target{choice{name: survey.Title}, func(m Model) Model { return m.push().openStart(id) }})
		}
	}
	all = append(all, target{choice{name: locale.Text("Keys"), detail: locale.Text("what they do here")}, Model.openHelp})
	return append(all, m.answerTargets()...)
}

// inStages is the person in the assessment that the result and the plan are of.
func (m Model) inStages() Model { return m.with(m.session.In(stages.Stages)) }

func (m Model) resultTargets() targets {
	var out targets
	result := func(m Model) Model { return m.push().inStages().openResult() }
	shown := result(m)
	for _, t := range m.tabs() {
		if t != tabNext {
			out = append(out, target{choice{locale.Sprintf("Result: %s", tabNames[t]), ""}, func(m Model) Model { return result(m).toTab(t) }})
		}
	}
	if level := shown.placement().Level; level != nil {
		out = append(out, target{choice{locale.Text("Your level"), report.LevelName(shown.snapshot(), *level)},
			func(m Model) Model { return result(m).openLevel() }})
	}
	out = append(out, target{choice{name: locale.Text("Next steps")}, func(m Model) Model { return result(m).toTab(tabNext) }})
	for i, a := range shown.toTab(tabNext).next() {
		out = append(out, target{choice{locale.Sprintf("Next step %d", i+1), a.Words.Title},
			func(m Model) Model { return result(m).toTab(tabNext).nextKey(fmt.Sprint(i + 1)) }})
	}
	if len(m.session.Bank.Catalog().Strengths) > 0 {
		out = append(out, target{choice{locale.Text("Strengths"), locale.Text("translated")}, func(m Model) Model { return m.push().inStages().openStrengths() }})
	}
	out = append(out, target{choice{name: report.HistoryTitle.String()}, func(m Model) Model { return m.push().inStages().openHistory() }})
	if m.session.HasClosing() {
		out = append(out, target{choice{locale.Text("Where you want to go"), report.Aim(m.session.Results[stages.Stages])},
			func(m Model) Model { return m.inStages().perform(session.AskAim{At: m.cfg.Now()}) }})
	}
	return append(out, target{choice{locale.Text("Export"), locale.Text("take your result with you")}, func(m Model) Model {
		return m.say(locale.Text("Leave Waymark, then type: waymark export -o result.md"))
	}})
}

// answerTargets are the answers of the assessment that the person is in.
func (m Model) answerTargets() targets {
	asked, _ := m.session.Review()
	if len(asked) == 0 {
		return nil
	}
	out := targets{{choice{name: locale.Text("Your answers")}, func(m Model) Model { return m.push().openReview("") }}}
	strands := m.session.Bank.Catalog()
	for _, q := range asked {
		name := q.Name()
		if strand := report.StrandName(strands, q.Strand); strand != "" {
			name = strand + ": " + name
		}
		out = append(out, target{choice{name, report.Answer(q, m.session.Attempt().Interview.Answers[q.ID])},
			func(m Model) Model { return m.perform(session.LookAgain{Question: q.ID, At: m.cfg.Now()}) }})
	}
	return out
}

func (m Model) searchPage() page {
	found := m.found()
	p := page{place: locale.Text("Go to"), fact: locale.Sprintf("%d of %d", len(found), len(m.search.all)), head: m.fieldLines(m.search.field),
		at: m.search.list.clamped(len(found)), hints: []hint{{"↑↓", "move"}, {locale.Text("Enter"), "go"}, {locale.Text("Esc"), "close"}}}
	column, width := m.targetColumn(), m.layout.list
	if p.broad = m.longHints(); p.broad {
		width = m.layout.right - m.layout.left
	}
	for i, t := range found {
		p.rows = append(p.rows, row{apart: i == 0, lines: []line{m.targetLine(t, column, width, i == p.at.cursor)}})
	}
	if len(found) == 0 {
		p.rows = textRows(lines(locale.Text("Nothing is called that.")))
	}
	return p
}
