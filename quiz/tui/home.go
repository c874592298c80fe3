package tui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"waymark/quiz/report"
	"waymark/stages"
)

// home is the first screen. It knows whether the person is new, has stopped half-way, or comes back.
type home struct {
	cursor int
	sure   bool // starting afresh was chosen once and waits for the second time
}

// choice is a row of home: what it is called, what is said of it, what it does.
type choice struct {
	name, detail string
	do           func(Model) Model
}

func (m Model) goHome() Model {
	m = m.open(stages.Stages)
	m.on, m.home = onHome, home{}
	return m
}

func (m Model) homeChoices() []choice {
	var out []choice
	result := choice{"Result", "where you stand, why, what next", Model.openResult}
	switch {
	case m.underway():
		out = []choice{
			{"Go on", "", Model.goOn},
			{"Review your answers", "", func(m Model) Model { return m.openReview("") }},
			{"Start afresh", m.afreshDetail(), Model.afresh},
		}
		if m.record != nil {
			result.detail = "the last one, of " + report.Date(m.record.Saved)
			out = append(out, result, m.planChoice())
		}
	case m.record != nil:
		out = []choice{m.planChoice(), result,
			{"Take it again", "worth it after about three months", Model.openSetup}}
	default:
		out = []choice{{"Begin", "", Model.openSetup}}
	}
	out = append(out, m.surveyChoices()...)
	if m.record != nil && len(m.cfg.Bank.Catalog().Strengths) > 0 {
		out = append(out, choice{"Strengths", "what your work proves to others, in their words", Model.openStrengths})
	}
	return out
}

// surveyChoices are the other assessments that the content has.
func (m Model) surveyChoices() []choice {
	var out []choice
	forms := m.cfg.Bank.Catalog().Forms()
	for _, id := range []string{stages.Crossroads, stages.Surroundings} {
		form, there := forms[id]
		if !there {
			continue
		}
		detail := form.Survey.Line
		if s, ok := m.under[id]; ok {
			detail = fmt.Sprintf("stopped at question %d", len(s.Interview.Asked)+1)
		} else if r, ok := m.last[id]; ok {
			detail = "taken on " + report.Date(r.Saved)
		}
		out = append(out, choice{form.Survey.Title, detail, func(m Model) Model { return m.openLobby(id) }})
	}
	return out
}

func (m Model) planChoice() choice {
	detail := "what you take on, and tick off"
	if len(m.plan.state.Items) > 0 {
		detail = report.PlanFact(m.plan.state)
	}
	if at := m.plan.state.CheckIn; at != nil {
		detail += "; check in on " + report.Day(*at)
	}
	return choice{"Plan", detail, Model.openPlan}
}

func (m Model) afreshDetail() string {
	n := len(m.sitting.Interview.Asked)
	if n == 1 {
		return "one answer is set aside, not deleted"
	}
	return fmt.Sprintf("%s answers are set aside, not deleted", report.Number(n))
}

// afresh sets the interview under way aside and begins anew, once the person has said so twice.
func (m Model) afresh() Model {
	if !m.home.sure {
		m.home.sure = true
		return m.say("Press Enter once more. Your answers are set aside, not deleted.")
	}
	if err := m.cfg.Keeper.Abandon(stages.Stages); err != nil {
		return m.fail("Not set aside", err)
	}
	return m.notUnderway(stages.Stages).openSetup()
}

func (m Model) homeKey(k string) (Model, tea.Cmd) {
	choices := m.homeChoices()
	cursor, chosen := listKey(k, m.home.cursor, len(choices))
	m.home.sure = m.home.sure && cursor == m.home.cursor
	m.home.cursor = cursor
	switch {
	case k == "esc" && m.home.sure:
		m.home.sure = false
	case k == "esc":
		return m, tea.Quit
	case chosen && m.cfg.ReadOnly && slices.Contains([]string{"Begin", "Go on", "Start afresh", "Take it again"}, choices[cursor].name):
		return m.readOnly(), nil
	case chosen:
		return choices[cursor].do(m), nil
	}
	return m, nil
}

func (m Model) homePage() page {
	p := page{place: "Waymark", fact: report.Date(m.cfg.Now()), cursor: m.home.cursor,
		hints: []hint{{"↑↓", "move"}, {"Enter", "choose"}, {"?", "keys"}, {"Esc", "leave"}}}
	switch {
	case m.underway():
		p.head = paint(m.inks.focal, wrap(m.stoppedAt(), m.sheet.text))
	case m.record != nil:
		p.head = m.homeResult()
	default:
		p.fact = ""
		p.head = m.promise()
	}
	for i, c := range m.homeChoices() {
		r := m.menuRow(i, c, i == m.home.cursor)
		r.apart = i == 0
		p.rows = append(p.rows, r)
	}
	if m.sheet.wide {
		p.margin = paint(m.inks.quiet, append([]string{"Your files lie in"}, wrap(m.cfg.Folder, marginWidth)...))
	}
	return p
}

func (m Model) promise() []line {
	head := paint(m.inks.focal, wrap("Learn where you stand, why, and what to work on next.", m.sheet.text))
	head = append(head, line{})
	about := "About a dozen questions on the last two years, with any employer; ten minutes or so. " +
		"Your answers stay on your computer. Stop when you like and go on later."
	if !m.sheet.roomy {
		about = "Ten minutes or so, on the last two years. Your answers stay here. Stop when you like."
	}
	head = append(head, lines(wrap(about, m.sheet.text)...)...)
	if m.sheet.roomy && !m.sheet.wide {
		head = append(head, line{})
		head = append(head, paint(m.inks.quiet, wrap("They lie in "+m.cfg.Folder+".", m.sheet.text))...)
	}
	return head
}

func (m Model) stoppedAt() string {
	iv := m.sitting.Interview
	text := fmt.Sprintf("You stopped %s at question %d.", m.when(), len(iv.Asked)+1)
	switch left := m.asker().Remaining(iv) - 1; {
	case left < 0:
		return fmt.Sprintf("You answered the last question %s. The result is ready.", m.when())
	case left == 0:
		return text + " It may be the last."
	default:
		return fmt.Sprintf("%s About %d more.", text, left)
	}
}

// when tells the day of the last answer, as one would say it.
func (m Model) when() string {
	now, saved := m.cfg.Now(), m.sitting.Saved.In(m.cfg.Now().Location())
	year, month, day := now.Date()
	y, mo, d := saved.Date()
	switch days := now.Sub(saved).Hours() / 24; {
	case year == y && month == mo && day == d:
		return "today"
	case days < 6:
		return "on " + saved.Weekday().String()
	}
	return "on " + report.Date(saved)
}

func (m Model) homeResult() []line {
	head := paint(m.inks.focal, wrap(report.Short(&m.record.Said, m.record.Result), m.sheet.text))
	if m.sheet.roomy {
		head = append(head, line{})
	}
	return append(head, m.path(m.record.Result)...)
}

// menuRow is a row with a digit, a name and a quiet detail.
func (m Model) menuRow(i int, c choice, on bool) row {
	name, width := c.name, 19
	if !m.sheet.roomy {
		width = 16
	}
	if c.detail != "" {
		if room := m.sheet.list - 3; len(c.detail)+width+1 <= room && len(name) < width {
			name = pad(name, width)
		} else {
			c.detail = ""
		}
	}
	return row{lines: []line{m.cursorLine(fmt.Sprint(i+1), "  ", name, m.inks.quiet.Render(c.detail), on)}}
}
