package tui

import (
	"math"
	"time"

	"waymark/stages"
)

// unfolded is what stands in the place of the options.
type unfolded int

const (
	optionsOpen unfolded = iota
	whyOpen
	skipOpen
	noteOpen
)

// question is one question on the screen.
type question struct {
	q     *stages.Question
	order []int  // the options as they are shown
	pos   int    // its place in the interview
	from  screen // where an answer leads back to: home means on with the interview
	left  int    // about how many more come after it

	cursor int // over the options, "none of these" in a checklist, the note and the skip
	chosen map[string]bool
	none   bool
	given  stages.Answer // as kept, while the question is looked at again
	opened time.Time

	open unfolded
	skip int // the cursor over the reasons
	top  int // the first line of the unfolded text
	note field
	text string // the example, as kept
}

// ask opens a question that has no answer yet.
func (m Model) ask(q *stages.Question, pos int, from screen) Model {
	m.on = onQuestion
	m.question = question{q: q, pos: pos, from: from, opened: m.desk.Now(), chosen: map[string]bool{},
		order: m.asker().OptionOrder(q, m.sitting.Interview.Seed)}
	m.question.left = max(0, m.asker().Remaining(m.sitting.Interview)-1)
	asked := float64(pos + 1)
	m.progress = max(m.progress, asked/(asked+float64(m.question.left)))
	given, ok := m.sitting.Interview.Answers[q.ID]
	if !ok {
		return m
	}
	m.question.given, m.question.text = given, given.Evidence
	m.question.none = q.Several() && given.Skip == "" && len(given.Options) == 0
	for _, id := range given.Options {
		m.question.chosen[id] = true
	}
	for i, o := range m.question.order {
		if m.question.chosen[q.Options[o].ID] {
			m.question.cursor = i
			break
		}
	}
	return m
}

// askAgain opens a question that was asked before, by its place in the interview.
func (m Model) askAgain(pos int) Model {
	id := m.sitting.Interview.Asked[pos]
	if q := m.asker().Question(id); q != nil {
		return m.ask(q, pos, onHome)
	}
	return m.goOn() // the content has lost it
}

// seconds is the time spent on the question, in tenths.
func (q question) seconds(now time.Time) float64 {
	return math.Round(now.Sub(q.opened).Seconds()*10) / 10
}

// noneRow, noteRow and skipRow are the rows after the options.
func (q question) noneRow() int {
	if q.q.Several() {
		return len(q.order)
	}
	return -1
}

func (q question) noteRow() int {
	if q.q.Several() {
		return len(q.order) + 1
	}
	return len(q.order)
}

func (q question) skipRow() int { return q.noteRow() + 1 }

func (m Model) questionKey(k string) Model {
	switch m.question.open {
	case whyOpen:
		return m.whyKey(k)
	case skipOpen:
		return m.skipKey(k)
	}
	q := &m.question
	switch k {
	case "up":
		q.cursor = max(0, q.cursor-1)
	case "down":
		q.cursor = min(q.skipRow(), q.cursor+1)
	case "enter":
		return m.enter()
	case "space":
		if q.q.Several() {
			q.tick(q.cursor)
		}
	case "9":
		return m.openNote()
	case "0":
		return m.openSkip()
	case "tab":
		if !m.sheet.wide {
			q.open, q.top = whyOpen, 0
		}
	case "left":
		return m.back()
	case "right":
		return m.forth()
	case "esc":
		if q.from == onReview {
			return m.openReview(q.q.ID)
		}
		return m.leaveQuestion()
	default:
		return m.choose(digit(k))
	}
	return m
}

// leaveQuestion goes where the interview began.
func (m Model) leaveQuestion() Model {
	if m.sitting.Assessment != stages.Stages {
		m = m.openLobby(m.sitting.Assessment)
	} else {
		m = m.goHome()
	}
	return m.say("Kept. Go on whenever you like.")
}

// choose takes the row a digit names: an answer at once, or a box to tick.
func (m Model) choose(i int) Model {
	q := &m.question
	switch {
	case i < 0 || i >= q.noteRow():
		return m
	case q.q.Several():
		q.cursor = i
		q.tick(i)
		return m
	}
	q.cursor = i
	return m.enter()
}

// enter chooses the row under the cursor.
func (m Model) enter() Model {
	q := m.question
	switch {
	case q.cursor == q.noteRow():
		return m.openNote()
	case q.cursor == q.skipRow():
		return m.openSkip()
	case !q.q.Several():
		return m.answer(stages.Answer{Options: []string{q.q.Options[q.order[q.cursor]].ID}, Evidence: q.text})
	case q.cursor == q.noneRow() && len(q.chosen) == 0:
		q.none = true
	}
	if !q.none && len(q.chosen) == 0 {
		return m.say("Tick what is true, or choose None of these yet.")
	}
	a := stages.Answer{Options: []string{}, Evidence: q.text}
	for _, o := range q.q.Options {
		if q.chosen[o.ID] {
			a.Options = append(a.Options, o.ID)
		}
	}
	return m.answer(a)
}

// tick turns a box over. "None of these yet" unticks the rest, and they untick it.
func (q *question) tick(i int) {
	chosen := map[string]bool{}
	if i == q.noneRow() {
		q.none, q.chosen = !q.none, chosen
		return
	}
	if i >= len(q.order) {
		return
	}
	id := q.q.Options[q.order[i]].ID
	for other := range q.chosen {
		if other != id {
			chosen[other] = true
		}
	}
	if !q.chosen[id] {
		chosen[id] = true
	}
	q.chosen, q.none = chosen, false
}

func (m Model) back() Model {
	if m.question.from == onHome && m.question.pos > 0 {
		return m.askAgain(m.question.pos - 1)
	}
	return m
}

func (m Model) forth() Model {
	switch next := m.question.pos + 1; {
	case m.question.from != onHome || next > len(m.sitting.Interview.Asked):
		return m
	case next == len(m.sitting.Interview.Asked):
		return m.goOn()
	default:
		return m.askAgain(next)
	}
}
