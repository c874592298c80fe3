package tui

import (
	"fmt"
	"math"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

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
	m.question = question{q: q, pos: pos, from: from, opened: m.cfg.Now(), chosen: map[string]bool{},
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

func (m Model) whyKey(k string) Model {
	switch k {
	case "esc", "tab", "enter", "left":
		m.question.open = optionsOpen
	case "up":
		m.question.top = max(0, m.question.top-1)
	case "down":
		m.question.top = min(m.question.top+1, len(m.whyLines())-1)
	}
	return m
}

func (m Model) openSkip() Model {
	m.question.open, m.question.skip = skipOpen, 0
	return m
}

func (m Model) skipKey(k string) Model {
	if k == "esc" {
		m.question.open = optionsOpen
		return m
	}
	cursor, chosen := listKey(k, m.question.skip, len(stages.Skips()))
	m.question.skip = cursor
	if chosen {
		return m.answer(stages.Answer{Skip: stages.Skips()[cursor], Evidence: m.question.text})
	}
	return m
}

func (m Model) openNote() Model {
	m.question.open, m.question.cursor = noteOpen, m.question.noteRow()
	m.question.note = newField(3, m.question.text, m.sheet.text)
	return m
}

// noteKey takes a key while an example is being written. An example of an answered question is kept
// at once; that of an open one goes with its answer.
func (m Model) noteKey(msg tea.KeyPressMsg, k string) Model {
	switch k {
	case "esc":
		m.question.open = optionsOpen
	case "enter":
		return m.keepNote()
	default:
		m.question.note.update(msg)
	}
	return m
}

func (m Model) keepNote() Model {
	text := m.question.note.text()
	given, answered := m.sitting.Interview.Answers[m.question.q.ID]
	if answered && given.Evidence != text {
		s := m.sitting
		given.Evidence = text
		s.Interview = s.Interview.With(m.question.q.ID, given)
		var err error
		if m, err = m.keep(s); err != nil {
			return m.fail("Not saved", err)
		}
	}
	m.question.text, m.question.open, m.question.cursor = text, optionsOpen, 0
	return m
}

func (m Model) questionPage() page {
	q := m.question
	p := page{place: m.title(), fact: fmt.Sprintf("question %d, %s", q.pos+1, aboutMore(q.left)),
		asked: m.progress, left: 1 - m.progress, cursor: q.cursor}
	if !m.sheet.roomy {
		p.place, p.fact = fmt.Sprintf("Question %d", q.pos+1), aboutMore(q.left)
	}
	if q.from == onReview {
		p.fact, p.asked = "looking again", 0
	}
	if m.sheet.roomy || q.open == optionsOpen {
		p.head = paint(m.inks.focal, wrap(q.q.Ask, m.sheet.text))
	}
	if m.sheet.wide {
		p.margin = m.whyMargin()
	}
	switch q.open {
	case whyOpen:
		return m.whyPage(p)
	case skipOpen:
		return m.skipPage(p)
	case noteOpen:
		return m.notePage(p)
	}
	p.rows = m.questionRows()
	p.hints = m.questionHints()
	if n := len(q.chosen); q.q.Several() && n > 0 {
		p.sentence = line{text: m.inks.quiet.Render(ticked(n))}
		if !m.sheet.roomy {
			p.sentence = line{} // the boxes say it
		}
	}
	return p
}

func ticked(n int) string {
	words := []string{"", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight"}
	return words[n] + " ticked."
}

// aboutMore says what is true of an interview that adapts.
func aboutMore(left int) string {
	if left == 0 {
		return "perhaps the last"
	}
	return fmt.Sprintf("about %d more", left)
}

// title is what the assessment is called.
func (m Model) title() string {
	if form, ok := m.cfg.Bank.Catalog().Forms()[m.sitting.Assessment]; ok {
		return form.Survey.Title
	}
	return m.cfg.Bank.Catalog().Title
}

func (m Model) questionRows() []row {
	q := m.question
	var rows []row
	for i, o := range q.order {
		option := &q.q.Options[o]
		mark := " "
		switch {
		case q.q.Several() && q.chosen[option.ID]:
			mark = markTicked
		case q.q.Several():
			mark = markOpen
		case q.chosen[option.ID]:
			mark = markAnswer
		}
		rows = append(rows, m.optionRow(fmt.Sprint(i+1), mark, option.Text, i == q.cursor))
	}
	if i := q.noneRow(); i >= 0 {
		mark, key := markOpen, ""
		if q.none {
			mark = markTicked
		}
		if i < 8 {
			key = fmt.Sprint(i + 1)
		}
		rows = append(rows, m.optionRow(key, mark, "None of these yet", i == q.cursor))
	}
	if tight := q.q.Several(); tight {
		for i := range rows {
			rows[i].loose = false
		}
	}
	rows[0].apart = true
	note := "Add an example of your own"
	if q.text != "" {
		note = fmt.Sprintf("Your example: \"%s\"", strings.Join(strings.Fields(q.text), " "))
	}
	note = pad(note, m.sheet.text-4)
	skip := "Skip, and say why"
	if q.given.Skip != "" {
		skip = "Skipped: " + strings.ToLower(skipReason(q.given.Skip))
	}
	noteRow := m.optionRow("9", " ", strings.TrimRight(note, " "), q.cursor == q.noteRow())
	skipRow := m.optionRow("0", " ", skip, q.cursor == q.skipRow())
	noteRow.loose, skipRow.loose = true, false
	noteRow.apart = m.sheet.roomy
	return append(rows, noteRow, skipRow)
}

func (m Model) questionHints() []hint {
	hints := []hint{{"↑↓", "move"}, {"Enter", "answer"}}
	if m.question.q.Several() {
		hints = []hint{{"Space", "tick"}, {"Enter", "go on"}}
	}
	if !m.sheet.wide {
		hints = append(hints, hint{"Tab", "why this?"})
	}
	switch {
	case m.question.from == onReview:
		return append(hints, hint{"Esc", "back"})
	case m.question.pos > 0:
		hints = append(hints, hint{"←", "back"})
	}
	return append(hints, hint{"Esc", "home"})
}

// counts is the example that fits the person's kind of work.
func (m Model) counts() string {
	if text, ok := m.question.q.CountsIn[m.sitting.Profile.Work]; ok {
		return text
	}
	return m.question.q.Counts
}

func (m Model) whyLines() []line {
	q, width := m.question.q, m.sheet.text
	out := paint(m.inks.quiet, []string{"Why this question"})
	out = append(out, lines(wrap(q.Why, width)...)...)
	out = append(out, line{})
	if q.Counts == "" {
		return out
	}
	const column = 18
	if width < 3*column {
		out = append(out, paint(m.inks.quiet, []string{"Would count"})...)
		out = append(out, lines(wrap(m.counts(), width)...)...)
		out = append(out, paint(m.inks.quiet, []string{"Would not"})...)
		return append(out, lines(wrap(q.CountsNot, width)...)...)
	}
	for _, part := range [][2]string{{"Would count", m.counts()}, {"Would not", q.CountsNot}} {
		for i, t := range wrap(part[1], width-column) {
			label := ""
			if i == 0 {
				label = part[0]
			}
			out = append(out, line{text: m.inks.quiet.Render(pad(label, column)) + t})
		}
	}
	return out
}

func (m Model) whyMargin() []line {
	q := m.question.q
	var out []line
	for i, part := range [][2]string{{"Why this question", q.Why}, {"Would count", m.counts()}, {"Would not", q.CountsNot}} {
		if part[1] == "" {
			continue
		}
		if i > 0 {
			out = append(out, line{})
		}
		out = append(out, line{text: m.inks.quiet.Render(part[0])})
		out = append(out, lines(wrap(part[1], marginWidth)...)...)
	}
	return out
}

func (m Model) whyPage(p page) page {
	p.cursor, p.top = -1, m.question.top
	for i, l := range m.whyLines() {
		p.rows = append(p.rows, row{lines: []line{l}, apart: i == 0})
	}
	p.hints = []hint{{"↑↓", "scroll"}, {"Tab", "fold"}, {"Esc", "back"}}
	return p
}

func skipReason(s stages.Skip) string {
	switch s {
	case stages.NoChance:
		return "I never had the chance"
	case stages.NotMyRole:
		return "It is not part of my role"
	}
	return "I am not sure"
}

func (m Model) skipPage(p page) page {
	head := []line{{text: m.inks.quiet.Render("Skip it, because")}}
	if len(p.head) > 0 {
		head = append([]line{{}}, head...)
	}
	p.head = append(p.head, head...)
	p.cursor = m.question.skip
	for i, s := range stages.Skips() {
		r := m.optionRow(fmt.Sprint(i+1), " ", skipReason(s), i == m.question.skip)
		r.apart, r.loose = i == 0, false
		p.rows = append(p.rows, r)
	}
	p.tail = lines(wrap("None of these counts against you. A skipped question cannot lift you either: "+
		"it makes the result less sure and changes the advice.", m.sheet.text)...)
	p.hints = []hint{{"↑↓", "move"}, {"Enter", "skip"}, {"Esc", "back"}}
	return p
}

func (m Model) notePage(p page) page {
	p.cursor = -1
	p.rows = []row{{apart: true, lines: []line{{text: m.inks.quiet.Render("Your example: what was it, when, and who saw it?")}}},
		{loose: true, lines: m.fieldLines(m.question.note)}}
	p.tail = lines(wrap("It goes with your answer, and leaves only in an export.", m.sheet.text)...)
	if !m.sheet.roomy {
		p.rows[0].lines[0].text = m.inks.quiet.Render("Your example: what, when, who saw it?")
	}
	p.hints = []hint{{"Enter", "keep"}, {"Esc", "cancel"}}
	return p
}
