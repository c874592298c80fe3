package tui

import (
	"slices"
	"strings"

	"waymark/quiz/report"
	"waymark/stages"
)

// reasons are the rows of why: questions by id under headings.
type reasons struct {
	heading   string
	look      string
	questions []string
}

// whyGroups lists the answers that lifted, that held back, and that are worth another look.
func (m Model) whyGroups() []reasons {
	r := m.record.Result
	lifted, held := reasons{heading: "What lifted you"}, reasons{heading: "What held you back"}
	for _, w := range r.Why {
		if w.Weight > 0 {
			lifted.questions = append(lifted.questions, w.Question)
		} else {
			held.questions = append(held.questions, w.Question)
		}
	}
	groups := []reasons{lifted, held}
	for _, w := range r.Warnings {
		groups = append(groups, reasons{w.Text, markLook, w.Questions[:min(len(w.Questions), 3)]})
	}
	return slices.DeleteFunc(groups, func(g reasons) bool { return len(g.questions) == 0 })
}

// whyQuestions are the questions in the order of the rows.
func (m Model) whyQuestions() []string {
	var ids []string
	for _, g := range m.whyGroups() {
		ids = append(ids, g.questions...)
	}
	return ids
}

func (m Model) whyLeafKey(k string) Model {
	ids := m.whyQuestions()
	switch {
	case (k == "up" || k == "down") && m.result.cursor < 0:
		m.result.cursor = 0
	case k == "up", k == "down":
		m.result.cursor, _ = listKey(k, m.result.cursor, len(ids))
	case k == "enter" && m.result.cursor >= 0 && m.result.cursor < len(ids):
		return m.lookAgain(ids[m.result.cursor])
	}
	return m
}

func (m Model) whyLeafPage(p page) page {
	i := 0
	for _, g := range m.whyGroups() {
		heading := paint(m.inks.quiet, wrap(g.heading, m.sheet.text))
		for j, id := range g.questions {
			var r row
			if q := m.find(id); q != nil {
				r = m.reasonRow(q, g.look, i == m.result.cursor)
			}
			if j == 0 {
				r.lines, r.apart = append(heading, r.lines...), i > 0
			}
			p.rows = append(p.rows, r)
			i++
		}
	}
	p.tail = m.changeLines(m.sheet.text)
	if !m.sheet.roomy {
		// What would change it comes first where the rest may scroll away.
		p.head, p.tail = p.tail, nil
		if len(p.rows) > 0 {
			p.rows[0].apart = true
		}
	} else {
		p.sentence = line{text: m.inks.quiet.Render("This is for your own work. It decides nothing about a promotion.")}
	}
	p.hints = []hint{{"↑↓", "move"}, {"Enter", "look again"}}
	return p
}

func (m Model) reasonRow(q *stages.Question, look string, on bool) row {
	strand := report.StrandName(&m.record.Said, q.Strand)
	r := m.answerRow(strand, q, m.sitting.Interview.Answers[q.ID], on)
	for i := range r.lines {
		if r.lines[i].gutter != markCursor {
			r.lines[i].gutter = look
		}
	}
	return r
}

// changeLines say what would change the result: the focal point of why.
func (m Model) changeLines(width int) []line {
	texts := report.WouldChange(&m.record.Said, m.record.Result, func(id string) *stages.Question { return m.find(id) })
	if len(texts) == 0 {
		return nil
	}
	out := paint(m.inks.quiet, []string{"What would change it"})
	for _, t := range texts {
		out = append(out, paint(m.inks.focal, wrap(t, width))...)
	}
	return out
}

// whyBeside is why in the margin of a wide sheet.
func (m Model) whyBeside() []line {
	var out []line
	for _, g := range m.whyGroups() {
		if len(out) > 0 {
			out = append(out, line{})
		}
		out = append(out, paint(m.inks.quiet, wrap(g.heading, marginWidth))...)
		for _, id := range g.questions {
			if q := m.find(id); q != nil {
				out = append(out, line{g.look, q.Name()})
			}
		}
	}
	if change := m.changeLines(marginWidth); len(change) > 0 {
		out = append(append(out, line{}), change...)
		for i := range out {
			out[i].text = strings.TrimRight(out[i].text, " ")
		}
	}
	return out
}
