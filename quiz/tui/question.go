package tui

import (
	"slices"

	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
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

// question is what is seen of the question before the person: its rows are the options, "none of these" in a
// checklist, the example and the skip.
type question struct {
	list list
	open unfolded
	skip list // over the reasons
	why  list

	note  field
	noted noted // the note in the field

	leads map[string]stages.Step // at the last question, the first step by answer
}

func (m Model) openQuestion() Model {
	m.on, m.question = onQuestion, question{skip: list{}, why: nowhere}
	asking, in := m.session.Asking, m.session.Input()
	m.question.noted = m.notedFor(report.QuestionWords(asking.Question))
	for i, o := range asking.Order {
		if slices.Contains(in.Ticked, asking.Question.Options[o].ID) {
			m.question.list.cursor = i
			break
		}
	}
	if asking.Closing() {
		m.question.leads = m.session.FirstSteps(m.cfg.Now())
	}
	return m
}

func (m Model) questionKey(k string) Model {
	switch m.question.open {
	case whyOpen:
		return m.whyKey(k)
	case skipOpen:
		return m.skipKey(k)
	}
	now := m.cfg.Now()
	switch k {
	case "space":
		return m.tick(m.question.list.cursor)
	case "9", "0":
		switch {
		case m.session.Asking.Unscored():
			return m
		case k == "9":
			return m.openNote()
		}
		return m.passOver()
	case "tab":
		if !m.layout.wide {
			m.question.open, m.question.why = whyOpen, nowhere
		}
		return m
	case "left":
		if m.session.Asking.Again {
			return m
		}
		return m.perform(session.Back{At: now})
	case "right":
		return m.perform(session.Forward{At: now})
	case "esc":
		if m.session.Asking.Again {
			return m.back()
		}
		return m.perform(session.Leave{})
	}
	if d := digit(k); d >= m.ownRows() {
		return m // the example and the skip have digits of their own
	} else if d >= 0 && m.session.Asking.Question.Several() {
		m.question.list = list{cursor: d}
		return m.tick(d)
	}
	at, chosen := m.listKey(m.question.list, k, m.questionPage())
	m.question.list = at
	if chosen {
		return m.enter(at.cursor)
	}
	return m
}

// tick turns over the box in a row of a checklist.
func (m Model) tick(row int) Model {
	if !m.session.Asking.Question.Several() || row > m.noneRow() {
		return m
	}
	return m.perform(session.Tick{Option: m.option(row)})
}

// enter chooses a row.
func (m Model) enter(row int) Model {
	now, in := m.cfg.Now(), m.session.Input()
	switch {
	case row == m.noteRow():
		return m.openNote()
	case row == m.skipRow():
		return m.passOver()
	case !m.session.Asking.Question.Several():
		return m.perform(session.Answer{Options: []string{m.option(row)}, At: now})
	case row == m.noneRow() && len(in.Ticked) == 0 && !in.None:
		m = m.tick(row)
	case !m.ticked(row):
		return m.tick(row)
	}
	return m.perform(session.Submit{At: now})
}

// ticked reports whether the box in a row of a checklist is ticked. Enter ticks one that is not, and goes on
// from one that is.
func (m Model) ticked(row int) bool {
	if row == m.noneRow() {
		return m.session.Input().None
	}
	return slices.Contains(m.session.Input().Ticked, m.option(row))
}

// questionHead says where a question stands.
func (m Model) questionHead() page {
	asking := m.session.Asking
	p := page{place: m.title(), fact: report.HowFar(asking.Position, asking.Outlook),
		progress: m.session.Progress, open: asking.Open(), at: m.question.list}
	if !m.layout.roomy {
		format := locale.Message("%d of %s")
		if p.fact = report.GoesOn(asking.Position, asking.Outlook); p.fact == "" {
			format = "Question %d of %s"
		}
		p.place = locale.Sprintf(string(format), asking.Position+1, report.Length(asking.Position, asking.Outlook))
		if m.session.Observing() && lipgloss.Width(p.place+" "+m.title()) <= m.layout.list {
			p.fact = m.title()
		}
	}
	switch {
	case asking.Unscored():
		p.place, p.fact = m.title(), report.Aside(asking.Closing())
	case asking.Again:
		p.fact, p.progress, p.open = locale.Text("looking again"), 0, 0
	}
	return p
}

func (m Model) questionPage() page {
	asking, p := m.session.Asking, m.questionHead()
	ask := wrap(asking.Question.Ask, m.layout.text)
	if most, cut := map[unfolded]int{skipOpen: 4, noteOpen: 3}[m.question.open]; cut && !m.layout.roomy { // as much as says which one it is
		ask = shortened(ask, m.layout.text, most)
	}
	p.head = paint(m.palette.focal, ask)
	if m.layout.wide {
		p.margin = m.stacked(m.whyParts())
	}
	switch m.question.open {
	case whyOpen:
		return m.whyPage(p)
	case skipOpen:
		return m.skipPage(p)
	case noteOpen:
		return m.notePage(p)
	}
	p.aired, p.also = true, m.skipHint()
	p.rows = m.questionRows(false)
	if m.layout.whole(p, m.layout.room(p)) == nil {
		p.rows = m.questionRows(true)
	}
	p.hints = m.questionHints()
	p = m.whichBelow(p)
	p.rows = m.spread(p)
	if !m.layout.wide && asking.Unscored() {
		p.tail = m.labelled(onlyParts(slices.Concat(m.servedParts(), m.leadParts()), nil), m.layout.text)
		p.full = asking.Closing() // whose sentence stands under it
	}
	if n := len(m.session.Input().Ticked); asking.Question.Several() && n > 0 && m.layout.roomy {
		format := locale.Message("%s ticked. Enter on a ticked answer continues.")
		if m.ticked(p.at.cursor) {
			format = "%s ticked."
		}
		p.sentence = line{text: m.palette.quiet.Render(report.Capital(locale.Sprintf(string(format), report.Number(n))))}
	}
	return p
}

// skipHint is how to skip the question, where the row that does it is out of sight.
func (m Model) skipHint() hint {
	switch {
	case m.session.Asking.Unscored():
		return hint{}
	case m.session.Observing():
		return hint{"0", "not seen"}
	}
	return hint{"0", "skip this"}
}

// whichBelow says below a question which answer to choose, where there's room for that; a small layout does at the first ones, and
// a wide one beside them. At the last question, where nothing stands beside it, it says what the answer is for.
func (m Model) whichBelow(p page) page {
	asking := m.session.Asking
	var said []line
	switch {
	case m.layout.wide:
	case asking.Closing():
		said = paint(m.palette.quiet, wrap(report.AimsFor.String(), m.layout.text))
	case m.onHome() && !asking.Unscored() && (m.layout.roomy || asking.Position < report.HintedQuestions):
		said = paint(m.palette.quiet, wrap(report.WhichAnswer(asking.Question, ""), m.layout.text))
	}
	with := p
	with.head = slices.Concat(p.head, said)
	if asking.Closing() || m.layout.whole(with, m.layout.room(p)) != nil {
		return with
	}
	return p
}

func (m Model) questionHints() []hint {
	asking, on := m.session.Asking, m.question.list.cursor
	hints := []hint{{"↑↓", "move"}, {locale.Text("Enter"), "answer"}}
	switch {
	case on == m.noteRow():
		hints[1].does = "write"
	case on == m.skipRow():
		hints[1].does = "say why"
		if m.session.Observing() {
			hints[1].does = "answer"
		}
	case asking.Question.Several() && m.ticked(on):
		hints = []hint{{locale.Text("Space"), "untick"}, {locale.Text("Enter"), "continue"}}
	case on == m.noneRow() && len(m.session.Input().Ticked) == 0:
		hints[1].does = "continue"
	case asking.Question.Several():
		hints[1].does = "tick"
	}
	if !m.layout.wide {
		hints = append(hints, hint{locale.Text("Tab"), "why this?"})
	}
	switch {
	case asking.Again:
		return append(hints, hint{locale.Text("Esc"), "back"})
	case asking.Position > 0 || asking.Closing() || asking.Position == 0 && m.session.HasOpening():
		hints = append(hints, hint{"←", "back"})
	}
	return append(hints, hint{locale.Text("Esc"), "home"})
}
