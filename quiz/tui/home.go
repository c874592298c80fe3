package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"waymark/quiz/report"
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
	m.on, m.home = onHome, home{}
	return m
}

func (m Model) homeChoices() []choice {
	result := choice{"Result", "where you stand, why, what next", Model.openResult}
	switch {
	case m.underway:
		out := []choice{
			{"Go on", "", Model.goOn},
			{"Review your answers", "", func(m Model) Model { return m.openReview("") }},
			{"Start afresh", m.afreshDetail(), Model.afresh},
		}
		if m.record != nil {
			result.detail = "the last one, of " + report.Date(m.record.Saved)
			out = append(out, result)
		}
		return out
	case m.record != nil:
		return []choice{result,
			{"Review your answers", "", func(m Model) Model { return m.openReview("") }},
			{"Take it again", "worth it after about three months", Model.openSetup}}
	}
	return []choice{{"Begin", "", Model.openSetup}}
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
	if err := m.cfg.Keeper.Abandon(); err != nil {
		return m.fail("Not set aside", err)
	}
	m.underway = false
	return m.openSetup()
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
	case chosen && m.cfg.ReadOnly && choices[cursor].name != "Result":
		return m.say("This interview is open in another window. Go on there, or read here."), nil
	case chosen:
		return choices[cursor].do(m), nil
	}
	return m, nil
}

func (m Model) homePage() page {
	p := page{place: "Waymark", fact: report.Date(m.cfg.Now()), cursor: m.home.cursor,
		hints: []hint{{"↑↓", "move"}, {"Enter", "choose"}, {"?", "keys"}, {"Esc", "leave"}}}
	switch {
	case m.underway:
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
	return append(head, lines(wrap(about, m.sheet.text)...)...)
}

func (m Model) stoppedAt() string {
	iv := m.sitting.Interview
	text := fmt.Sprintf("You stopped %s at question %d.", m.when(), len(iv.Asked)+1)
	switch left := m.cfg.Bank.Remaining(iv) - 1; {
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
