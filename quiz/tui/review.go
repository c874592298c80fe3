package tui

import (
	"cmp"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// review lists the answers of an attempt, by strand. The row after the last answer goes on.
type review struct {
	list       list
	attempt    session.Attempt
	result     *session.Result // that they led to; nil where they are not one yet
	strands    []stages.Strand
	asked      []*stages.Question
	contradict []string // questions whose answers contradict one another
	look       []string // and others that a result asks to look at again
	more       bool     // the interview has more to ask
}

// openReview lists the answers of the attempt the person is in, with the cursor on a question.
func (m Model) openReview(id string) Model {
	m.review = review{attempt: m.session.Attempt(), strands: m.session.Bank.Catalog().Strands, more: m.session.More()}
	m.review.asked, m.review.contradict = m.session.Review()
	if r, placed := m.session.Results[m.session.Assessment]; placed && r.Started.Equal(m.review.attempt.Started) && !m.reviewUnderway() {
		m.review.result = &r
	}
	return m.showReview(id)
}

// openResultReview lists the answers that a result was reached with, and leads back to it.
func (m Model) openResultReview(r session.Result, id string) Model {
	m = m.push()
	if r.Started.Equal(m.session.Attempt().Started) {
		return m.openReview(id)
	}
	m.review = review{attempt: r.Attempt, result: &r, strands: r.Snapshot.Strands}
	m.review.asked, m.review.contradict = r.Review()
	return m.showReview(id)
}

func (m Model) showReview(id string) Model {
	m.on = onReview
	m.review.list.cursor = max(0, slices.IndexFunc(m.review.asked, func(q *stages.Question) bool { return q.ID == id }))
	return m.reviewSays()
}

func (m Model) reviewKey(k string) Model {
	switch {
	case k == "esc":
		return m.back()
	case k == "1":
		return m.reviewGoesOn()
	case digit(k) >= 0:
		return m.reviewSays()
	}
	at, chosen := m.listKey(m.review.list, k, m.reviewPage())
	m.review.list = at
	switch {
	case chosen && at.cursor == len(m.review.asked):
		return m.reviewGoesOn()
	case chosen:
		return m.perform(session.LookAgain{Question: m.review.asked[at.cursor].ID, At: m.cfg.Now(), Of: m.review.attempt.Started})
	}
	return m.reviewSays()
}

func (m Model) reviewGoesOn() Model {
	if !m.reviewUnderway() {
		return m.rooted().openResult()
	}
	return m.perform(session.Continue{At: m.cfg.Now()})
}

// reviewUnderway reports whether the answers listed are not yet a result.
func (m Model) reviewUnderway() bool {
	a, underway := m.session.Attempts[m.session.Assessment]
	return underway && a.Started.Equal(m.review.attempt.Started)
}

// reviewSays explains the marks.
func (m Model) reviewSays() Model {
	if len(m.review.contradict) > 0 {
		return m.say(report.TwoDisagree.String())
	}
	return m
}

func (m Model) reviewPage() page {
	answers, asked := m.review.attempt.Interview.Answers, m.review.asked
	p := page{place: locale.Text("Your answers"), fact: report.Taken(answers), at: m.review.list.clamped(len(asked) + 1),
		hints: []hint{{"↑↓", "move"}, {locale.Text("Enter"), "change"}, {"1", "continue"}, {locale.Text("Esc"), m.out(false)}}}
	last, lead := locale.Message("Continue"), locale.Message("continue")
	if !m.reviewUnderway() || !m.review.more {
		last, lead, p.hints[2].does = "See the result", "see the result", "result"
		if m.session.Observing() {
			last, lead, p.hints[2].does = "Done", "done", "done"
		}
	}
	strand, column := "", answerStrand(m.review.strands)
	for i, q := range asked {
		name := ""
		if q.Strand != strand {
			strand = q.Strand
			name = report.StrandName(&stages.Catalog{Strands: m.review.strands}, strand)
		}
		r := m.answerRow(name, column, q, answers[q.ID], slices.Contains(m.review.contradict, q.ID) || slices.Contains(m.review.look, q.ID), i == p.at.cursor)
		r.loose = name != "" && i > 0
		r.apart = r.loose && m.layout.roomy // the groups
		p.rows = append(p.rows, r)
	}
	on := p.at.cursor == len(asked)
	p.rows = append(p.rows, row{apart: len(asked) > 0, lines: []line{m.cursorLine("1", "   ", last.String(), "", on)}})
	if on {
		p.hints = slices.Delete(p.hints, 2, 3) // Enter does it
		p.hints[1].does = lead
	}
	if m.layout.wide && len(asked) > 0 {
		q := asked[min(p.at.cursor, len(asked)-1)]
		p.margin = m.answerIn(q, answers[q.ID], m.layout.pane)
		switch r := m.review.result; {
		case r == nil:
			p.margin = append(p.margin, m.othersOf(q, answers[q.ID])...)
		case r.Placement.Level != nil:
			p.margin = slices.Concat(p.margin, []line{{}}, m.didAnswer(*r, q))
		}
	}
	return p
}

// answerRow is a question and its answer in short, with its strand in so many columns: in one line, or in two on a narrow layout.
func (m Model) answerRow(strand string, column int, q *stages.Question, a stages.Answer, marked, on bool) row {
	look := ""
	if marked {
		look = markLook
	}
	name, answer := q.Name(), report.Answer(q, a)
	if m.layout.roomy {
		width := m.layout.list - questionColumn
		if strand != "" {
			answer = pad(answer, width-column-2) + "  " + strand
		}
		l := m.cursorLine("", "", pad(name, questionColumn-1)+" ", m.palette.quiet.Render(pad(answer, width)), on)
		l.gutter = cmp.Or(l.gutter, look)
		return row{lines: []line{l}}
	}
	width := m.layout.text
	beside := "  " + strand
	if lipgloss.Width(name+beside) > width { // it's beside the answer instead
		answer, beside = pad(answer, width-answerIndent-lipgloss.Width(beside))+beside, ""
	}
	l := m.cursorLine("", "", pad(name, width-lipgloss.Width(beside)), m.palette.quiet.Render(beside), on)
	l.gutter = cmp.Or(l.gutter, look)
	under := line{gutter: look, on: on, text: strings.Repeat(" ", answerIndent) + m.palette.quiet.Render(pad(answer, width-answerIndent))}
	return row{lines: []line{l, under}}
}

// answerStrand is how wide the names of the strands beside the answers are.
func answerStrand(strands []stages.Strand) int { return min(widest(strands, strandName), strandColumn) }

// answerIn is a question in full, with its answer, in so many columns.
func (m Model) answerIn(q *stages.Question, a stages.Answer, width int) []line {
	out := lines(wrap(q.Ask, width)...)
	told, mark := false, markAnswer
	if q.Several() {
		mark = markTicked
	}
	for _, id := range a.Options {
		if o := q.Option(id); o != nil {
			texts := lines(wrap(o.Text, width-answerIndent)...)
			for i, lead := 0, m.palette.accent.Render(mark); i < len(texts); i, lead = i+1, "" {
				texts[i].text = pad(lead, answerIndent) + texts[i].text
			}
			out = append(append(out, line{}), texts...)
			told = true
		}
	}
	if !told {
		out = append(out, line{}, line{text: m.palette.quiet.Render(report.Answer(q, a))})
	}
	if a.Evidence != "" {
		out = append(append(out, line{}), lines(wrap(locale.Sprintf("\"%s\"", a.Evidence), width)...)...)
	}
	return out
}

// othersOf are the answers that were not given, in short and in the order they were asked in.
func (m Model) othersOf(q *stages.Question, a stages.Answer) []line {
	attempt := m.review.attempt
	out := append([]line{{}}, m.heading([]string{locale.Text("The other answers")})...)
	for _, i := range attempt.Asker(m.session.Bank).OptionOrder(q, attempt.Interview.Seed) {
		if o := q.Options[i]; !slices.Contains(a.Options, o.ID) {
			out = append(out, paint(m.palette.quiet, wrap(o.Name(), m.layout.pane))...)
		}
	}
	return out
}
