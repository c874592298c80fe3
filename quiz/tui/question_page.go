package tui

import (
	"fmt"
	"strings"

	"waymark/quiz/report"
)

func (m Model) questionPage() page {
	q := m.question
	p := page{place: m.title(), fact: fmt.Sprintf("question %d, %s", q.pos+1, report.AboutMore(q.left)),
		asked: m.progress, left: 1 - m.progress, cursor: q.cursor}
	if !m.sheet.roomy {
		p.place, p.fact = fmt.Sprintf("Question %d", q.pos+1), report.AboutMore(q.left)
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

// title is what the assessment is called.
func (m Model) title() string {
	if survey := m.desk.Bank.Catalog().Survey(m.sitting.Assessment); survey != nil {
		return survey.Title
	}
	return m.desk.Bank.Catalog().Title
}

// questionRows are the options, then the person's example and the skip.
func (m Model) questionRows() []row {
	q := m.question
	rows := m.optionRows()
	if i := q.noneRow(); i >= 0 {
		mark, key := markOpen, ""
		if q.none {
			mark = markTicked
		}
		if i < 8 {
			key = fmt.Sprint(i + 1)
		}
		rows = append(rows, m.optionRow(key, mark, report.NoneOfThese, i == q.cursor))
		for i := range rows {
			rows[i].loose = false // a checklist stands close
		}
	}
	rows[0].apart = true
	noteRow := m.optionRow("9", " ", m.noteName(), q.cursor == q.noteRow())
	noteRow.loose, noteRow.apart = true, m.sheet.roomy
	skipRow := m.optionRow("0", " ", m.skipName(), q.cursor == q.skipRow())
	skipRow.loose = false
	return append(rows, noteRow, skipRow)
}

func (m Model) optionRows() []row {
	q := m.question
	rows := make([]row, 0, len(q.order)+3)
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
	return rows
}

// noteName is what the row of the example says, in one line.
func (m Model) noteName() string {
	if m.question.text == "" {
		return "Add an example of your own"
	}
	text := strings.Join(strings.Fields(m.question.text), " ")
	return strings.TrimRight(pad(fmt.Sprintf("Your example: \"%s\"", text), m.sheet.text-4), " ")
}

func (m Model) skipName() string {
	if skip := m.question.given.Skip; skip != "" {
		return "Skipped: " + strings.ToLower(report.SkipReason(skip))
	}
	return "Skip, and say why"
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
