package tui

import (
	"slices"

	"charm.land/lipgloss/v2"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// whyRows are the rows of why under all headings: the questions each names, none where all deserve a second
// look.
func (m Model) whyRows() [][]string {
	var rows [][]string
	for _, g := range report.Why(m.placement()) {
		rows = append(rows, g.Rows...)
	}
	return rows
}

// tooMany is how many questions a row of why cannot name any more.
const tooMany = 2

func (m Model) whyTabKey(k string) Model {
	if digit(k) >= 0 {
		return m
	}
	rows := m.whyRows()
	if len(rows) == 0 {
		m.result.list = m.textKey(m.result.list, k, m.resultPage())
		return m
	}
	at, chosen := m.listKey(m.result.list, k, m.resultPage())
	m.result.list = at
	if !chosen {
		return m
	}
	shown := m.result.shown.Result
	switch questions := rows[at.cursor]; {
	case len(questions) == 1:
		return m.perform(session.LookAgain{Question: questions[0], At: m.cfg.Now(), Of: shown.Started})
	case len(questions) > tooMany:
		return m.openResultReview(shown, "")
	default:
		return m.openResultReview(shown, questions[0])
	}
}

func (m Model) whyTabPage(p page) page {
	i := 0
	var said []line // reasons that name no question
	p.at = p.at.clamped(len(m.whyRows()))
	for _, g := range report.Why(m.placement()) {
		heading := paint(m.palette.quiet, wrap(g.Heading, m.layout.text))
		if len(g.Rows) == 0 {
			said = append(said, lines(wrap(g.Heading, m.layout.text)...)...)
		}
		for j, questions := range g.Rows {
			r := m.reasonRow(questions, g.Look, i == p.at.cursor)
			if j == 0 {
				r.lines, r.apart = append(slices.Clone(heading), r.lines...), i > 0
			}
			p.rows = append(p.rows, r)
			i++
		}
	}
	if m.layout.roomy {
		p.sentence = line{text: m.palette.quiet.Render(report.NotWhat)}
	}
	change := m.changeLines(m.layout.text, m.palette.focal)
	if len(p.rows) == 0 {
		p.rows = textRows(slices.Concat(said, []line{{}}, change))
		return p
	}
	p.hints = []hint{{"↑↓", "move"}, {"Enter", "look again"}}
	p.rows[0].apart = true
	if m.layout.wide {
		p.margin = m.whyMargin(p.at.cursor)
	}
	if m.layout.roomy {
		p.head, p.tail, p.stays = said, change, true
		return p
	}
	p.head = slices.Concat(said, change) // first, where the rest may scroll away
	return p
}

// reasonRow is a question with its answer, or two answers that disagree.
func (m Model) reasonRow(questions []string, look, on bool) row {
	mark := ""
	if look {
		mark = markLook
	}
	var q *stages.Question
	if len(questions) > 0 && len(questions) <= tooMany {
		q = m.result.shown.Result.Question(questions[0])
	}
	if q == nil {
		l := m.cursorLine("", "", "look at all answers again", "", on)
		return row{lines: []line{{gutter: or(l.gutter, mark), text: l.text}}}
	}
	strand := report.StrandName(m.snapshot(), q.Strand)
	r := m.answerRow(strand, q, m.result.shown.Result.Interview.Answers[q.ID], look, on)
	if other := m.result.shown.Result.Question(questions[len(questions)-1]); other != q && other != nil {
		both := m.answerName(q) + separator + m.answerName(other)
		l := m.cursorLine("", "", pad(both, m.layout.list-11), "", on)
		r = row{lines: []line{{gutter: or(l.gutter, mark), text: m.palette.quiet.Render(pad(strand, 11)) + l.text}}}
	}
	return r
}

func (m Model) answerName(q *stages.Question) string {
	return report.Answer(q, m.result.shown.Result.Interview.Answers[q.ID])
}

// changeLines say what would change the result: the focal point of why.
func (m Model) changeLines(width int, ink lipgloss.Style) []line {
	texts := report.WouldChange(m.result.shown.Result)
	if len(texts) == 0 {
		return nil
	}
	out := paint(m.palette.quiet, []string{"What would change it"})
	for _, t := range texts {
		out = append(out, paint(ink, wrap(t, width))...)
		ink = m.palette.plain // the nearest change is the focal point, not all of them
	}
	return out
}

// whyMargin are the questions of a row in full, with their answers.
func (m Model) whyMargin(row int) []line {
	rows := m.whyRows()
	if row < 0 || row >= len(rows) || len(rows[row]) > tooMany {
		return nil
	}
	var out []line
	for i, id := range rows[row] {
		q := m.result.shown.Result.Question(id)
		if q == nil || i > 0 && id == rows[row][0] {
			continue
		}
		if len(out) > 0 {
			out = append(out, line{})
		}
		out = append(out, m.answerMargin(q, m.result.shown.Result.Interview.Answers[id])...)
	}
	return out
}

// whyBeside is why in the margin of a wide layout.
func (m Model) whyBeside() []line {
	var out []line
	for _, g := range report.Why(m.placement()) {
		if len(out) > 0 {
			out = append(out, line{})
		}
		out = append(out, paint(m.palette.quiet, wrap(g.Heading, marginWidth))...)
		for _, questions := range g.Rows {
			if len(questions) == 0 || len(questions) > tooMany {
				continue
			}
			for i, id := range questions {
				q := m.result.shown.Result.Question(id)
				if q == nil || i > 0 && id == questions[0] {
					continue
				}
				l := line{text: q.Name()}
				if g.Look {
					l.gutter = markLook
				}
				out = append(out, l)
			}
		}
	}
	if change := m.changeLines(marginWidth, m.palette.plain); len(change) > 0 {
		out = append(append(out, line{}), change...)
	}
	return out
}
