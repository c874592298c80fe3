package tui

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
	"waymark/stages"
)

// help says what the keys and the marks of the screen are that it was opened from, then what holds everywhere.
type help struct {
	text list
}

func (m Model) openHelp() Model {
	m = m.push()
	m.help, m.on = help{text: nowhere}, onHelp
	return m
}

func (m Model) helpKey(k string) Model {
	switch k {
	case "esc", "enter", "?", "f1":
		return m.back()
	}
	m.help.text = m.textKey(m.help.text, k, m.helpPage())
	return m
}

// keyToo parts what a key does from the one that does the same.
const keyToo = "\t"

// everywhere are the keys that mean the same on each screen.
func everywhere() []choice {
	return []choice{
		{"↑ ↓", locale.Text("move up and down") + keyToo + "k j"},
		{"← →", locale.Text("previous, next") + keyToo + "h l"},
		{locale.Text("Home End"), locale.Text("first and last row") + keyToo + "g G"},
		{locale.Text("PgUp PgDn"), locale.Text("a page up or down")},
		{locale.Text("Ctrl+U/D"), locale.Text("half a page up or down")},
		{locale.Sprintf("1–%d", 9), locale.Text("choose that row straight away")},
		{locale.Text("Enter"), locale.Text("choose the row under the cursor")},
		{"/", locale.Text("go to a screen, step or answer by name")},
		{"?", locale.Text("this page") + keyToo + "F1"},
		{locale.Text("Esc"), locale.Text("close what's open; then back where you came from; on home, quit")},
		{locale.Text("Ctrl+C"), locale.Text("quit now; your answers are saved")},
	}
}

// withKeysToo are keys with those that do the same as well, in a column of their own where there's room.
func (m Model) withKeysToo(keys []choice) []choice {
	const column = 40
	for i, k := range keys {
		does, too, also := strings.Cut(k.detail, keyToo)
		switch {
		case also && m.layout.text == measure:
			does += strings.Repeat(" ", max(2, column-lipgloss.Width(does))) + locale.Sprintf("or %s", too)
		case also:
			does += " (" + too + ")"
		}
		keys[i].detail = does
	}
	return keys
}

func (m Model) helpPage() page {
	p := page{place: locale.Text("Keys"), at: m.help.text, reads: true, aired: true}
	here, of := m.back(), m
	if m.layout.wide { // the few keys of a screen need less room than the others
		p.labels = m.layout.pane
		of.layout = m.layout.reader(p.labels)
	}
	keys := together(here.keysHere())
	p.rows = of.helpRows(locale.Text("On this screen"), keys)
	marks, always := m.helpRows(locale.Text("What the marks mean"), here.marksHere()), m.helpRows(locale.Text("Everywhere, except where you type"), m.withKeysToo(untold(keys)))
	if m.layout.wide {
		p.margin = groupLines(slices.Concat(always, marks, m.helpAbout(here)))
	} else {
		p.rows = slices.Concat(p.rows, marks, always, m.helpAbout(here))
	}
	p.hints = append(m.layout.scrollHint(p), hint{locale.Text("Esc"), "back"})
	return p
}

// helpAbout is what a small lobby of a survey cuts, and where the answers are.
func (m Model) helpAbout(here Model) []row {
	var out []row
	if here.on == onStart && !here.onHome() {
		about := textRows(lines(wrap(m.session.Bank.Catalog().Survey(here.session.Assessment).About, m.layout.text)...))
		out = slices.Concat([]row{{apart: true, text: true, lines: paint(m.palette.focal, []string{here.title()})}}, about)
	}
	if m.cfg.Folder != "" {
		out = append(out, m.helpRows(locale.Text("Your answers"), []choice{{locale.Text("Saved in"), m.cfg.Folder}})...)
	}
	return out
}

// helpRows are names with what they do, under a heading.
func (m Model) helpRows(heading string, list []choice) []row {
	column := 12
	if m.layout.text == measure { // the same for all lists that have the room
		column = 16
	}
	for _, k := range list {
		column = max(column, min(lipgloss.Width(k.name)+len("  "), m.layout.text*2/5))
	}
	var out []row
	for i, k := range list {
		r := row{text: true}
		if heading != "" && i == 0 { // which stays with it
			r = row{apart: true, text: true, lines: heads(m.palette.focal, wrap(heading, m.layout.text))}
		}
		name := k.name
		for _, t := range wrap(k.detail, m.layout.text-column) {
			r.lines = append(r.lines, line{text: pad(name, column) + m.palette.quiet.Render(t)})
			name = ""
		}
		out = append(out, r)
	}
	return out
}

// keysHere are the keys of the screen, beside those that mean the same everywhere.
func (m Model) keysHere() []choice {
	switch m.on {
	case onSetup:
		return []choice{{locale.Text("Enter"), locale.Text("start, or change what the row says")}, {"← →", locale.Text("the previous choice, the next choice")}, {locale.Text("Esc"), locale.Text("home, without starting")}}
	case onArrival:
		return []choice{{"1", locale.Text("the whole result")}, {"2", locale.Text("the first step into your plan")}}
	case onHistory:
		return m.historyKeys()
	case onQuestion:
		return m.questionKeys()
	case onReview:
		return []choice{{locale.Text("Enter"), locale.Text("open that question again; Esc there leads back here")}, {"1", locale.Text("continue, or see the result")}}
	case onResult:
		return m.resultKeys()
	case onPlan:
		return []choice{{locale.Text("Space"), locale.Text("a step is done, or not after all")}, {locale.Text("Enter"), locale.Text("write what happened with a step, or change that row; on the last row, check in")},
			{"← →", locale.Text("move the date of a step, of the next talk or of the check-in, a week earlier or later")}, {"9", locale.Text("remove the step, with what you noted on it")}, {locale.Text("Tab"), locale.Text("all of a step or, at 40 columns, of what to do this week")}}
	case onCheckIn:
		return []choice{{locale.Text("Enter"), locale.Text("give that answer and go on")}, {locale.Sprintf("1–%d", 5), locale.Text("the same")}, {"←", locale.Text("the previous question; your answer is taken back")},
			{locale.Text("Tab"), locale.Text("on a small screen, the step that it asks about")},
			{locale.Text("Esc"), locale.Text("stop here; your answers so far are kept")}}
	case onSurvey:
		return m.surveyKeys()
	case onCompare:
		return []choice{{locale.Text("Enter"), locale.Text("open that row, close it again")}}
	case onStrengths:
		if m.layout.wide {
			return []choice{{locale.Text("Enter"), locale.Text("open its answer")}}
		}
		return []choice{{locale.Text("Enter"), locale.Text("open that row, then its answer")}, {locale.Text("Tab"), locale.Text("show the words for another reader")}}
	}
	leave := locale.Text("quit; everything is saved")
	if !m.atRoot() {
		leave = locale.Text("back")
	}
	return []choice{{locale.Text("Enter"), locale.Text("open that row")}, {locale.Sprintf("1–%d", min(9, len(m.session.Choices(m.cfg.Now())))), locale.Text("the same")}, {locale.Text("Esc"), leave}}
}

func (m Model) questionKeys() []choice {
	digits := locale.Sprintf("1–%d", min(8, m.ownRows()))
	out := []choice{{locale.Text("Enter"), locale.Text("give that answer and continue")}, {digits, locale.Text("the same")}}
	if m.session.Asking.Question.Several() {
		out = []choice{{locale.Text("Space"), locale.Text("tick that box, untick it")}, {digits, locale.Text("the same")}, {locale.Text("Enter"), locale.Text("tick that box, or continue if it's ticked")}}
	}
	if !m.layout.wide {
		out = append(out, choice{locale.Text("Tab"), locale.Text("why it's asked, and what would count")})
	}
	if !m.session.Asking.Unscored() {
		out = append(out, choice{"9", locale.Text("write an example of your own")}, choice{"0", locale.Text("skip, and say why")})
	}
	if m.session.Observing() {
		out[len(out)-2].detail, out[len(out)-1].detail = locale.Text("write an example"), locale.Text("say that you haven't seen it")
	}
	if m.session.Asking.Again {
		return append(out, choice{locale.Text("Esc"), locale.Text("back; your answer stays")})
	}
	return append(out, choice{"← →", locale.Text("the previous and the next question")}, choice{locale.Text("Esc"), locale.Text("stop for now; your answers are saved")})
}

func (m Model) surveyKeys() []choice {
	add := locale.Text("add the conversation about that side of your workplace to your plan, remove it again")
	if m.survey.result.Assessment == stages.Crossroads {
		add = locale.Text("add the experiment for that road to your plan, remove it again")
	}
	out := []choice{{locale.Text("Enter"), locale.Text("open that row, close it again")}, {locale.Sprintf("1–%d", 9), locale.Text("the same")},
		{locale.Text("Space"), add}}
	if m.survey.cards.open >= 0 {
		out = append(out, choice{"← →", locale.Text("the previous one, the next one")})
	}
	return out
}

func (m Model) resultKeys() []choice {
	if m.result.page {
		return []choice{{locale.Text("Tab"), locale.Text("back to where you stand")}}
	}
	if len(m.result.replay.steps) > 0 {
		return []choice{{"← →", locale.Text("the previous and the next answer, as with ↑ and ↓")}, {locale.Text("Esc"), locale.Text("back to the reasons")}}
	}
	parts := choice{"← →", locale.Text("the parts of the result")}
	switch m.tabs()[m.tabIndex()] {
	case tabWhy:
		out := []choice{{locale.Text("Enter"), locale.Text("look at that answer again")}}
		if m.result.replayable {
			out = append(out, choice{replayKey, locale.Text("replay it: where you stood after each answer")})
		}
		return append(out, parts)
	case tabNext:
		out := []choice{{locale.Text("Enter"), locale.Text("open a step; add the open one to your plan, remove it again")}, {locale.Text("Space"), locale.Text("add a step to your plan, remove it again")}}
		if !m.layout.wide {
			out = append(out, choice{locale.Text("Tab"), locale.Text("what to do this week, if you have no chance yet, or if your workplace is in the way")})
		}
		out = append(out, choice{"9", locale.Text("one more step")}, choice{"0", locale.Text("steps of up to four weeks, up to two, or any length")})
		if m.asksAim() {
			out = append(out, choice{"8", locale.Text("say where you want to go")})
		}
		return append(out, parts)
	}
	return []choice{{locale.Text("Enter"), locale.Text("the answers on that strand")}, {locale.Text("Tab"), locale.Text("the page about your level")}, parts}
}

// marksHere are the marks of the screen.
func (m Model) marksHere() []choice {
	look := choice{markLook, locale.Text("look at this again")}
	switch m.on {
	case onStart:
		if _, placed := m.session.Results[stages.Stages]; placed && m.onHome() && !m.session.Underway(stages.Stages) {
			return pathMarks()
		}
	case onQuestion:
		if m.session.Asking.Question.Several() {
			return []choice{{markOpen + " " + markTicked, locale.Text("not ticked, ticked")}}
		}
		out := []choice{{markAnswer, locale.Text("the answer you gave before")}}
		if m.layout.tall && m.session.Asking.Open() > 0 {
			out = append(out, choice{lineDotted, locale.Text("questions you may not be asked")})
		}
		return out
	case onArrival:
		return pathMarks()
	case onHistory:
		return m.historyMarks()
	case onReview:
		return []choice{look}
	case onResult:
		switch t := m.tabs()[m.tabIndex()]; {
		case t == tabWhy:
			return []choice{{lineHeavy + crossAhead + lineHeavy, locale.Text("held you back, moved you up; a longer bar means more")}, look}
		case t == tabNext:
			return []choice{{markOpen + " " + markTicked, locale.Text("not in your plan, in your plan")}}
		case !m.result.page:
			return append(pathMarks(), barMarks()...)
		}
	case onCompare:
		return []choice{{markShared, locale.Text("two or more at the same level")}}
	case onPlan:
		return m.planMarks()
	case onSurvey:
		inPlan := choice{markOpen + " " + markTicked, locale.Text("not in your plan, in your plan")}
		if m.survey.result.Assessment == stages.Surroundings {
			return []choice{{lineHeavy + crossAhead + lineHeavy, locale.Text("left of the middle: holds you back; right: helps you")}, inPlan}
		}
		return []choice{{strings.Repeat(lineHeavy, 3), locale.Text("how much; a full bar is the maximum")}, inPlan}
	}
	return nil
}

// planMarks are the marks of the plan; a small layout has no line of time.
func (m Model) planMarks() []choice {
	out := []choice{{markOpen + " " + markTicked, locale.Text("open, done")}, {markLook, locale.Text("overdue")}}
	if !m.layout.roomy {
		return out
	}
	return append(out, choice{markYou + " " + markAhead, locale.Text("today, and the day it's due")},
		choice{lineHeavy + " " + lineLight, locale.Text("time gone, time left")}, choice{lineDotted, locale.Text("the time since it was due")})
}

// pathMarks are the marks of a path.
func pathMarks() []choice {
	return []choice{
		{markYou, locale.Text("you")}, {markNeighbour, locale.Text("a level you may also be at, or the one your answers point to")},
		{markAnswer + " " + markAhead, locale.Text("a level behind you, a level ahead")}, {lineDotted, locale.Text("not certain: between two levels, or only where your answers point")},
	}
}

// barMarks are the marks of a strand.
func barMarks() []choice {
	return []choice{
		{lineHeavy + markYou, locale.Text("what a strand shows, and where it stands")}, {lineDotted, locale.Text("what your answers leave open")},
		{crossReached + " " + crossAhead, locale.Text("the level it's compared with: reached, not yet")},
	}
}
