package tui

import (
	"slices"

	"charm.land/lipgloss/v2"

	"waymark/quiz/report"
	"waymark/stages"
)

// reason is a row of why: one question, two that disagree, or none where all deserve a second look.
type reason struct {
	questions []string
	look      string
}

// reasons are the rows under one heading.
type reasons struct {
	heading string
	rows    []reason
}

// whyGroups lists the answers that lifted, that held back, and that are worth another look.
func (m Model) whyGroups() []reasons {
	why := report.Why(m.record.Placement)
	groups := make([]reasons, len(why))
	for i, g := range why {
		groups[i].heading = g.Heading
		for _, questions := range g.Rows {
			r := reason{questions: questions}
			if g.Look {
				r.look = markLook
			}
			if len(questions) > 2 {
				r.questions = nil // too many to name
			}
			groups[i].rows = append(groups[i].rows, r)
		}
	}
	return groups
}

// whyRows are the rows under all headings.
func (m Model) whyRows() []reason {
	var rows []reason
	for _, g := range m.whyGroups() {
		rows = append(rows, g.rows...)
	}
	return rows
}

func (m Model) whyLeafKey(k string) Model {
	rows := m.whyRows()
	switch {
	case (k == "up" || k == "down") && m.result.cursor < 0:
		m.result.cursor = 0
	case k == "up", k == "down":
		m.result.cursor, _ = listKey(k, m.result.cursor, len(rows))
	case k == "enter" && m.result.cursor >= 0 && m.result.cursor < len(rows):
		return m.openReason(rows[m.result.cursor])
	}
	return m
}

func (m Model) openReason(why reason) Model {
	switch len(why.questions) {
	case 0:
		return m.openReview("")
	case 1:
		return m.lookAgain(why.questions[0])
	}
	return m.openReview(why.questions[0])
}

func (m Model) whyLeafPage(p page) page {
	i := 0
	for _, g := range m.whyGroups() {
		heading := paint(m.inks.quiet, wrap(g.heading, m.sheet.text))
		for j, row := range g.rows {
			r := m.reasonRow(row, i == m.result.cursor)
			if j == 0 {
				r.lines, r.apart = append(slices.Clone(heading), r.lines...), i > 0
			}
			p.rows = append(p.rows, r)
			i++
		}
	}
	p.tail, p.stays = m.changeLines(m.sheet.text, m.inks.focal), true
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

// reasonRow is a question with its answer, or the answers that disagree.
func (m Model) reasonRow(why reason, on bool) row {
	if len(why.questions) == 0 {
		l := m.cursorLine("", "", "look at all answers again", "", on)
		return row{lines: []line{{gutter: or(l.gutter, why.look), text: l.text}}}
	}
	q := m.find(why.questions[0])
	if q == nil {
		return row{}
	}
	strand := report.StrandName(&m.record.Snapshot, q.Strand)
	r := m.answerRow(strand, q, m.record.Interview.Answers[q.ID], on)
	if other := m.find(why.questions[len(why.questions)-1]); other != q && other != nil {
		both := m.answerName(q) + separator + m.answerName(other)
		l := m.cursorLine("", "", pad(both, m.sheet.list-11), "", on)
		r = row{lines: []line{{gutter: l.gutter, text: m.inks.quiet.Render(pad(strand, 11)) + l.text}}}
	}
	for i := range r.lines {
		if r.lines[i].gutter != markCursor {
			r.lines[i].gutter = why.look
		}
	}
	return r
}

func (m Model) answerName(q *stages.Question) string {
	return report.Answer(q, m.record.Interview.Answers[q.ID])
}

// changeLines say what would change the result: the focal point of why.
func (m Model) changeLines(width int, ink lipgloss.Style) []line {
	texts := report.WouldChange(m.record.Placement, m.find)
	if len(texts) == 0 {
		return nil
	}
	out := paint(m.inks.quiet, []string{"What would change it"})
	for _, t := range texts {
		out = append(out, paint(ink, wrap(t, width))...)
		ink = m.inks.ink // the nearest change is the focal point, not all of them
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
		for _, row := range g.rows {
			if len(row.questions) == 0 {
				continue
			}
			if q := m.find(row.questions[0]); q != nil {
				out = append(out, line{gutter: row.look, text: q.Name()})
			}
		}
	}
	if change := m.changeLines(marginWidth, m.inks.ink); len(change) > 0 {
		out = append(append(out, line{}), change...)
	}
	return out
}
