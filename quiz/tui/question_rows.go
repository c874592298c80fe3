package tui

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/stages"
)

// option is the id of the option in a row, or "" for "none of these".
func (m Model) option(row int) string {
	if asking := m.session.Asking; row < len(asking.Order) {
		return asking.Question.Options[asking.Order[row]].ID
	}
	return ""
}

// noneRow, noteRow and skipRow are the rows after the options.
func (m Model) noneRow() int {
	if m.session.Asking.Question.Several() {
		return len(m.session.Asking.Order)
	}
	return -1
}

func (m Model) noteRow() int {
	if m.session.Asking.Unscored() {
		return -1
	}
	return m.ownRows()
}

func (m Model) skipRow() int {
	if m.session.Asking.Unscored() {
		return -1
	}
	return m.noteRow() + 1
}

// ownRows is how many rows are answers: those after them have digits of their own.
func (m Model) ownRows() int {
	if m.session.Asking.Question.Several() {
		return len(m.session.Asking.Order) + 1
	}
	return len(m.session.Asking.Order)
}

// questionRows are the options, then the person's example and the skip. Where they're brief, an option that isn't under
// the cursor is in its short form, which has one line, so that more of them are in sight.
func (m Model) questionRows(brief bool) []row {
	on := m.question.list.cursor
	rows := m.optionRows(brief)
	if i := m.noneRow(); i >= 0 {
		mark, key := markOpen, ""
		if m.session.Input().None {
			mark = markTicked
		}
		if i < 8 {
			key = fmt.Sprint(i + 1)
		}
		rows = append(rows, m.optionRow(key, mark, report.NoneOfThese.String(), i == on))
		for i := range rows {
			rows[i].loose = false // a checklist stands close
		}
	}
	rows[0].apart = true
	if m.session.Asking.Unscored() {
		return rows
	}
	note := m.optionRow("9", " ", m.noteName(), on == m.noteRow())
	note.loose, note.apart = true, m.layout.roomy
	skip := m.optionRow("0", " ", m.skipName(), on == m.skipRow())
	skip.loose = false
	return append(rows, note, skip)
}

// spread are the rows of a question on a layout with air: the answers have it between them only where those rows that aren't answers then
// stand two lines below them, or, of a question without such rows, where what the answer leads to stands beside them.
func (m Model) spread(p page) []row {
	note := m.noteRow()
	if !m.layout.tall || !p.rows[0].loose || note < 0 && m.layout.wide {
		return p.rows
	}
	tight, wide := slices.Clone(p.rows), slices.Clone(p.rows)
	if note >= 0 {
		wide[note].lines = slices.Concat([]line{{}}, wide[note].lines)
		if p.rows = wide; m.layout.holds(p, true) {
			return wide
		}
	}
	for i := range tight {
		tight[i].loose = false
	}
	return tight
}

func (m Model) optionRows(brief bool) []row {
	asking, in := m.session.Asking, m.session.Input()
	rows := make([]row, 0, len(asking.Order)+3)
	for i, o := range asking.Order {
		option := &asking.Question.Options[o]
		mark := " "
		switch chosen := slices.Contains(in.Ticked, option.ID); {
		case asking.Question.Several() && chosen:
			mark = markTicked
		case asking.Question.Several():
			mark = markOpen
		case chosen:
			mark = markAnswer
		}
		text, on := option.Text, i == m.question.list.cursor
		if width := m.layout.text - optionIndent; brief && !on && (!m.layout.roomy || lipgloss.Width(text) > width) {
			if !m.session.Observing() { // the short forms are one's own
				text = report.Capital(option.Name())
			}
			text = cut(text, width)
		}
		rows = append(rows, m.optionRow(fmt.Sprint(i+1), mark, text, on))
	}
	return rows
}

// noteName is what the row of the example says, in one line.
func (m Model) noteName() string {
	text := strings.Join(strings.Fields(m.session.Input().Text), " ")
	if text == "" {
		if len(m.question.noted.fit) > 0 {
			return locale.Text("Add your own example, or a note")
		}
		return report.AddExample(m.session.Observing())
	}
	return strings.TrimRight(pad(locale.Sprintf("Your example: \"%s\"", text), m.layout.text-4), " ")
}

func (m Model) skipName() string {
	if given := m.given(); given.Skip != "" {
		return locale.Sprintf("Skipped: %s", report.SkipReason(given.Skip))
	}
	return report.PassOver(m.session.Observing())
}

// given is the answer to the question, as kept.
func (m Model) given() stages.Answer {
	return m.session.Attempt().Interview.Answers[m.session.Asking.Question.ID]
}
