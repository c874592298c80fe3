package tui

import (
	"fmt"
	"slices"

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
	open   func(Model) Model // from the screen that one is on
	acts   bool              // opening it does or reads something, so that the pane has only what is said of it
	answer *stages.Question  // it's the answer to this
	step   *stages.Step      // it's this step, or the list that begins with it
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
	all := targets{{choice: choice{name: locale.Text("Home")}, open: Model.goHome}}
	if _, placed := m.session.Results[stages.Stages]; placed {
		all = append(all, m.resultTargets()...)
	}
	if m.cfg.Opinions != nil {
		all = append(all, target{choice: choice{locale.Text("Second opinions"), report.List(m.cfg.Opinions.Names)}, open: func(m Model) Model { return m.push().openCompare() }})
	}
	if !m.session.Observing() {
		all = append(all, m.named(session.ChoosePlan, func(m Model) Model { return m.push().inStages().openPlan() }))
	}
	for _, id := range []string{stages.Crossroads, stages.Surroundings} {
		if m.session.Bank.Catalog().Survey(id) != nil {
			all = append(all, m.named(session.Choice(id), func(m Model) Model { return m.push().openStart(id) }))
		}
	}
	all = append(all, target{choice: choice{locale.Text("Keys"), locale.Text("what the keys do here")}, open: Model.openHelp})
	return append(all, m.answerTargets()...)
}

// named is the place that a choice of home leads to, with what home says of it.
func (m Model) named(c session.Choice, open func(Model) Model) target {
	name, detail := report.ChoiceText(m.session.In(stages.Stages), c, m.cfg.Now())
	return target{choice: choice{name, detail}, open: open}
}

// targetBeside is what a wide layout has beside a place: what that has beside its own rows.
func (m Model) targetBeside(t target) []line {
	var pane []line
	switch attempt := m.session.Attempt(); {
	case t.answer != nil:
		answer := attempt.Interview.Answers[t.answer.ID]
		pane = append(m.questionBeside(t.answer, answer), m.othersOf(attempt, t.answer, answer)...)
	case t.step != nil:
		pane = m.stepPane(*t.step, report.StepBrief(*t.step))
	case !t.acts:
		opened := t.open(m.back())
		pane = slices.DeleteFunc(slices.Clone(opened.page().margin), func(l line) bool { return l.rests }) // whose key is another here
		if survey := opened.session.Bank.Catalog().Survey(opened.session.Assessment); len(pane) == 0 && survey != nil {
			pane = m.stacked(report.SurveyInBrief(survey)) // which its page has across both columns
		}
	}
	if len(pane) == 0 {
		pane = m.stacked([]report.Part{{Label: t.name, Text: t.detail}})
	}
	return pane
}

// inStages is the person in the assessment that the result and the plan are of.
func (m Model) inStages() Model { return m.with(m.session.In(stages.Stages)) }

// askAim asks where the person wants to go. Esc leads back to the question that they came from, too.
func (m Model) askAim() Model {
	came, asked := m.push(), m.inStages().perform(session.AskAim{At: m.cfg.Now()})
	if asked.session.Asking == nil { // it can't be kept now
		return asked.with(m.session)
	}
	asked.trail = came.trail
	return asked
}

func (m Model) resultTargets() targets {
	var out targets
	result := func(m Model) Model { return m.push().inStages().openResult() }
	shown := result(m)
	for _, t := range m.tabs() {
		if t != tabNext {
			out = append(out, target{choice: choice{name: locale.Sprintf("Result: %s", tabNames[t])}, open: func(m Model) Model { return result(m).toTab(t) }})
		}
	}
	if level := shown.placement().Level; level != nil {
		out = append(out, target{choice: choice{locale.Text("Your level"), report.LevelName(shown.snapshot(), *level)},
			open: func(m Model) Model { return result(m).openLevel() }})
	}
	list := target{choice: choice{name: locale.Text("Next steps")}, open: func(m Model) Model { return result(m).toTab(tabNext) }}
	var steps targets
	for i, a := range shown.toTab(tabNext).next() {
		steps = append(steps, target{step: a.Words, choice: choice{locale.Sprintf("Next step %d", i+1), a.Words.Title},
			open: func(m Model) Model { return result(m).toTab(tabNext).nextKey(fmt.Sprint(i + 1)) }})
	}
	if len(steps) > 0 {
		list.step = steps[0].step
	}
	out = append(append(out, list), steps...)
	if len(m.session.Bank.Catalog().Strengths) > 0 {
		out = append(out, m.named(session.ChooseStrengths, func(m Model) Model { return m.push().inStages().openStrengths() }))
	}
	history := m.named(session.ChooseHistory, func(m Model) Model { return m.push().inStages().openHistory() })
	history.acts = true
	out = append(out, history)
	if m.session.HasClosing() {
		out = append(out, target{choice: choice{locale.Text("Where you want to go"), report.Aim(m.session.Results[stages.Stages])}, acts: true,
			open: Model.askAim})
	}
	return append(out, target{choice: choice{locale.Text("Export"), locale.Text("take your result with you")}, acts: true, open: func(m Model) Model {
		return m.say(locale.Text("Leave Waymark, then type: waymark export -o result.md"))
	}})
}

// answerTargets are the answers of the assessment that the person is in.
func (m Model) answerTargets() targets {
	asked, _ := m.session.Review()
	if len(asked) == 0 {
		return nil
	}
	out := targets{{choice: choice{name: locale.Text("Your answers")}, open: func(m Model) Model { return m.push().openReview("") }}}
	strands := m.session.Bank.Catalog()
	for _, q := range asked {
		name := q.Name()
		if strand := report.StrandName(strands, q.Strand); strand != "" {
			name = strand + ": " + name
		}
		out = append(out, target{choice: choice{name, report.Answer(q, m.session.Attempt().Interview.Answers[q.ID])}, answer: q,
			open: func(m Model) Model { return m.perform(session.LookAgain{Question: q.ID, At: m.cfg.Now()}) }})
	}
	return out
}

func (m Model) searchPage() page {
	found := m.found()
	p := page{place: locale.Text("Go to"), fact: locale.Plural(len(found), "%d place", "%d places", len(found)), head: m.fieldLines(m.search.field),
		at: m.search.list.clamped(len(found)), hints: []hint{{"↑↓", "move"}, {locale.Text("Enter"), "go"}, {locale.Text("Esc"), "close"}}}
	column := m.targetColumn()
	for i, t := range found {
		p.rows = append(p.rows, row{apart: i == 0, lines: m.targetLines(t, column, i == p.at.cursor)})
	}
	p.aired = true
	if m.layout.wide && len(found) > 0 {
		p.margin = m.targetBeside(found[p.at.cursor].target)
	}
	if len(found) == 0 {
		p.rows = textRows(lines(locale.Text("There's nothing by that name.")))
	}
	return p
}
