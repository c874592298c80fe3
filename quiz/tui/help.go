package tui

import (
	"fmt"
	"slices"
	"strings"

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

// everywhere are the keys that mean the same on each screen.
var everywhere = []choice{
	{"↑ ↓", "move up and down; so do k and j"},
	{"← →", "previous, next; so do h and l"},
	{"Home End", "the first and the last row; so do g and G"},
	{"PgUp PgDn", "a page up and down; Ctrl+U and Ctrl+D half of one"},
	{"1 to 8", "choose that row straight away"},
	{"Enter", "choose the row under the cursor"},
	{"/", "go to a screen, a step or an answer by its name"},
	{"?", "this page; so does F1"},
	{"Esc", "close what's open; then back where you came from; on home, quit"},
	{"Ctrl+C", "quit now; your answers are saved"},
}

func (m Model) helpPage() page {
	p := page{place: "Keys", at: m.help.text, hints: []hint{{"↑↓", "scroll"}, {"Esc", "back"}}}
	p.head = paint(m.palette.focal, wrap("On this screen", m.layout.text))
	here := m.back()
	keys, marks := here.keysHere(), here.marksHere()
	p.rows = slices.Concat(m.helpRows("", keys), m.helpRows("What the marks mean", marks))
	const always = "Everywhere, except where you type"
	if m.layout.wide {
		of := m
		of.layout.text = m.layout.pane
		for _, r := range of.helpRows(always, everywhere) {
			p.margin = append(p.margin, r.lines...)
		}
	} else {
		p.rows = append(p.rows, m.helpRows(always, everywhere)...)
	}
	if here.on == onStart && !here.onHome() { // a small lobby cuts it
		about := textRows(lines(wrap(m.session.Bank.Catalog().Survey(here.session.Assessment).About, m.layout.text)...))
		p.rows = slices.Concat(p.rows, []row{{apart: true, lines: paint(m.palette.focal, []string{here.title()})}}, about)
	}
	if m.cfg.Folder != "" {
		p.rows = append(p.rows, m.helpRows("Your answers", []choice{{"Saved in", m.cfg.Folder}})...)
	}
	p.rows[0].apart = true
	return p
}

// helpRows are names with what they do, under a heading.
func (m Model) helpRows(heading string, list []choice) []row {
	const column = 11
	var out []row
	if heading != "" && len(list) > 0 {
		out = append(out, row{apart: true, lines: paint(m.palette.focal, []string{heading})})
	}
	for _, k := range list {
		var r row
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
		return []choice{{"Enter", "start, or change what the row says"}, {"← →", "the choice before, the choice after"}, {"Esc", "home; nothing has started"}}
	case onArrival:
		return []choice{{"1", "the whole result"}, {"2", "the first step into your plan"}}
	case onHistory:
		return m.historyKeys()
	case onQuestion:
		return m.questionKeys()
	case onReview:
		return []choice{{"Enter", "open that question again; Esc there leads back here"}, {"1", "continue, or see the result"}}
	case onResult:
		return m.resultKeys()
	case onPlan:
		return []choice{{"Space", "a step is done, or not after all"}, {"Enter", "write what happened with a step, or change that row; on the last of them, check in"},
			{"← →", "move the date of a step, of the next talk or of the check-in, a week earlier or later"}, {"9", "remove the step, with what you noted on it"}}
	case onCheckIn:
		return []choice{{"Enter", "give that answer and go on"}, {"1 to 5", "the same"}, {"←", "the question before; what you answered is taken back"},
			{"Esc", "stop here; what you've answered is kept"}}
	case onSurvey:
		return m.surveyKeys()
	case onCompare:
		return []choice{{"Enter", "open that row, close it again"}}
	case onStrengths:
		return []choice{{"Enter", "open that row, close it again"}, {"Tab", "the words of another reader"}}
	}
	leave := "quit Waymark; everything is saved"
	if !m.atRoot() {
		leave = "back"
	}
	return []choice{{"Enter", "open that row"}, {fmt.Sprintf("1 to %d", len(m.session.Choices(m.cfg.Now()))), "the same"}, {"Esc", leave}}
}

func (m Model) questionKeys() []choice {
	digits := fmt.Sprintf("1 to %d", min(8, m.ownRows()))
	out := []choice{{"Enter", "give that answer and continue"}, {digits, "the same"}}
	if m.session.Asking.Question.Several() {
		out = []choice{{"Space", "tick that box, untick it"}, {digits, "the same"}, {"Enter", "tick that box, or continue if it's ticked"}}
	}
	if !m.layout.wide {
		out = append(out, choice{"Tab", "why it's asked, and what would count"})
	}
	if !m.session.Asking.Unscored() {
		out = append(out, choice{"9", "write an example of your own"}, choice{"0", "skip, and say why"})
	}
	if m.session.Observing() {
		out[len(out)-2].detail, out[len(out)-1].detail = "write an example", "say that you haven't seen it"
	}
	if m.session.Asking.Again {
		return append(out, choice{"Esc", "back; what you answered stays"})
	}
	return append(out, choice{"← →", "the previous and the next question"}, choice{"Esc", "stop for now; your answers are saved"})
}

func (m Model) surveyKeys() []choice {
	what := "conversation about that side of your workplace"
	if m.survey.result.Assessment == stages.Crossroads {
		what = "experiment for that road"
	}
	out := []choice{{"Enter", "open that row, close it again"}, {"1 to 8", "the same"},
		{"Space", "add the " + what + " to your plan, remove it again"}}
	switch {
	case m.survey.cards.open >= 0:
		out = append(out, choice{"← →", "the one before, the one after"})
	case m.survey.result.Assessment == stages.Crossroads:
		out = append(out, choice{"Tab", "show the roads that hardly appeal, hide them again"})
	}
	return out
}

func (m Model) resultKeys() []choice {
	if m.result.page {
		return []choice{{"Tab", "back to where you stand"}}
	}
	if len(m.result.replay.steps) > 0 {
		return []choice{{"← →", "the answer before and after; so do ↑ and ↓"}, {"Esc", "back to why"}}
	}
	parts := choice{"← →", "the parts of the result"}
	switch m.tabs()[m.tabIndex()] {
	case tabWhy:
		out := []choice{{"Enter", "look at that answer again"}}
		if m.result.replayable {
			out = append(out, choice{replayKey, "replay it: where you stood after each answer"})
		}
		return append(out, parts)
	case tabNext:
		out := []choice{{"Enter", "open a step, close it again"}, {"Space", "add a step to your plan, remove it again"}}
		if !m.layout.wide {
			out = append(out, choice{"Tab", "what to do this week, if you have no chance yet, or if your workplace is in the way"})
		}
		out = append(out, choice{"9", "one more step"}, choice{"0", "only steps of four weeks, of two, of any length"})
		if m.asksAim() {
			out = append(out, choice{"8", "say where you want to go"})
		}
		return append(out, parts)
	}
	return []choice{{"Enter", "the answers along that strand"}, {"Tab", "the page of your level"}, parts}
}

// marksHere are the marks of the screen.
func (m Model) marksHere() []choice {
	look := choice{markLook, "look at this again"}
	switch m.on {
	case onStart:
		if _, placed := m.session.Results[stages.Stages]; placed && m.onHome() && !m.session.Underway(stages.Stages) {
			return pathMarks
		}
	case onQuestion:
		if m.session.Asking.Question.Several() {
			return []choice{{markOpen + " " + markTicked, "not ticked, ticked"}}
		}
		return []choice{{markAnswer, "the answer you gave before"}}
	case onArrival:
		return pathMarks
	case onHistory:
		return m.historyMarks()
	case onReview:
		return []choice{look}
	case onResult:
		switch t := m.tabs()[m.tabIndex()]; {
		case t == tabWhy:
			return []choice{{lineHeavy + crossAhead + lineHeavy, "held you back, moved you up; the longer, the more"}, look}
		case t == tabNext:
			return []choice{{markOpen + " " + markTicked, "not in your plan, in your plan"}}
		case !m.result.page:
			return append(slices.Clone(pathMarks), barMarks...)
		}
	case onPlan:
		return m.planMarks()
	case onSurvey:
		inPlan := choice{markOpen + " " + markTicked, "not in your plan, in your plan"}
		if m.survey.result.Assessment == stages.Surroundings {
			return []choice{{lineHeavy + crossAhead + lineHeavy, "left of the middle: holds you back; right: helps you"}, inPlan}
		}
		return []choice{{strings.Repeat(lineHeavy, 3), "how much; a full bar is the maximum"}, inPlan}
	}
	return nil
}

// planMarks are the marks of the plan; a small layout has no line of time.
func (m Model) planMarks() []choice {
	out := []choice{{markOpen + " " + markTicked, "open, done"}, {markLook, "overdue"}}
	if !m.layout.roomy {
		return out
	}
	return append(out, choice{markYou + " " + markAhead, "today, and the day it's due"},
		choice{lineHeavy + " " + lineLight, "time gone, time left"}, choice{lineDotted, "the time since it was due"},
		choice{markAnswer, "the day it was done"})
}

var (
	pathMarks = []choice{
		{markYou, "you"}, {markNeighbour, "the level you may be at as well, or the one your answers point to"},
		{markAnswer + " " + markAhead, "a level behind you, a level ahead"}, {lineDotted, "not settled: between two levels, or only pointed to"},
	}
	barMarks = []choice{
		{lineHeavy + markAnswer, "what a strand shows, and where it stands"}, {lineDotted, "what your answers leave open"},
		{crossReached + " " + crossAhead, "the level it's compared with: reached, not yet"},
	}
)
