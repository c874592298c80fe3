package tui

import (
	"fmt"
	"slices"
	"strings"

	"waymark/quiz/report"
	"waymark/stages"
)

// review lists the answers given, by strand. The row after the last answer goes on.
type review struct {
	cursor  int
	asked   []*stages.Question
	unlike  []string // questions whose answers contradict one another
	further bool     // more questions are to come
}

func (m Model) openReview(id string) Model {
	m.on, m.review = onReview, review{}
	_, m.review.further = m.asker().Next(m.sitting.Known(m.desk.Bank))
	m.review.asked, m.review.unlike = m.desk.Review(m.sitting)
	m.review.cursor = max(0, slices.IndexFunc(m.review.asked, func(q *stages.Question) bool { return q.ID == id }))
	return m.reviewSays()
}

func (m Model) reviewKey(k string) Model {
	asked := m.review.asked
	switch k {
	case "esc":
		if m.sitting.Assessment != stages.Stages {
			return m.openLobby(m.sitting.Assessment)
		}
		return m.goHome()
	case "1":
		return m.reviewGoesOn()
	case "up", "down", "enter":
		cursor, chosen := listKey(k, m.review.cursor, len(asked)+1)
		m.review.cursor = cursor
		switch {
		case chosen && cursor == len(asked):
			return m.reviewGoesOn()
		case chosen:
			return m.lookAgain(asked[cursor].ID)
		}
	}
	return m.reviewSays()
}

// lookAgain reopens a question and comes back to the review.
func (m Model) lookAgain(id string) Model {
	q := m.asker().Question(id)
	switch {
	case q == nil:
		return m.say(report.NoLongerAsked)
	case m.cfg.ReadOnly:
		return m.readOnly()
	case m.on == onResult && !m.sitting.Started.Equal(m.record.Started):
		return m.say(report.BegunAnew)
	}
	return m.ask(q, slices.Index(m.sitting.Interview.Asked, id), onReview)
}

func (m Model) reviewGoesOn() Model {
	switch {
	case !m.underway() && m.sitting.Assessment != stages.Stages:
		return m.openSurvey()
	case !m.underway() && m.record != nil:
		return m.openResult()
	case m.cfg.ReadOnly:
		return m.readOnly()
	}
	return m.goOn()
}

// readOnly says why nothing changes here.
func (m Model) readOnly() Model {
	return m.say(report.OtherWindow)
}

// reviewSays explains the mark under the cursor, or all of them.
func (m Model) reviewSays() Model {
	if len(m.review.unlike) > 0 {
		m = m.say(report.TwoDisagree)
	}
	return m
}

func (m Model) reviewPage() page {
	iv := m.sitting.Interview
	p := page{place: "Your answers", fact: report.Taken(iv.Answers), cursor: m.review.cursor,
		hints: []hint{{"↑↓", "move"}, {"Enter", "change"}, {"1", "go on"}, {"Esc", "home"}}}
	last := "Go on"
	if !m.underway() || !m.review.further {
		last, p.hints[2].does = "See the result", "result"
	}
	strand := ""
	asked := m.review.asked
	for i, q := range asked {
		name := ""
		if q.Strand != strand {
			strand = q.Strand
			name = report.StrandName(m.desk.Bank.Catalog(), strand)
		}
		p.rows = append(p.rows, m.answerRow(name, q, iv.Answers[q.ID], i == m.review.cursor))
	}
	on := m.review.cursor == len(asked)
	p.rows = append(p.rows, row{apart: len(asked) > 0, lines: []line{m.cursorLine("1", "   ", last, "", on)}})
	if m.sheet.wide && !on {
		p.margin = m.answerMargin(asked[m.review.cursor])
	}
	return p
}

// answerRow is a question and its answer in short: in one line, or in two on a narrow sheet.
func (m Model) answerRow(strand string, q *stages.Question, a stages.Answer, on bool) row {
	look := ""
	if slices.Contains(m.review.unlike, q.ID) {
		look = markLook
	}
	answer := report.Answer(q, a)
	if m.sheet.roomy {
		room := m.sheet.list - 43
		l := m.cursorLine("", "", pad(q.Name(), 31), " "+pad(answer, room), on)
		return row{lines: []line{{gutter: or(l.gutter, look), text: m.inks.quiet.Render(pad(strand, 11)) + l.text}}}
	}
	l := m.cursorLine("", "", pad(q.Name(), m.sheet.text-10), "", on)
	return row{lines: []line{
		{gutter: or(l.gutter, look), text: m.inks.quiet.Render(pad(strand, 10)) + l.text},
		{gutter: look, text: strings.Repeat(" ", 10) + m.inks.quiet.Render(pad(answer, m.sheet.text-10))},
	}}
}

func (m Model) answerMargin(q *stages.Question) []line {
	out := lines(wrap(q.Ask, marginWidth)...)
	a := m.sitting.Interview.Answers[q.ID]
	for _, id := range a.Options {
		if o := q.Option(id); o != nil {
			out = append(out, line{})
			out = append(out, paint(m.inks.quiet, wrap(o.Text, marginWidth))...)
		}
	}
	if len(a.Options) == 0 {
		out = append(out, line{}, line{text: m.inks.quiet.Render(report.Answer(q, a))})
	}
	if a.Evidence != "" {
		out = append(out, line{})
		out = append(out, lines(wrap(fmt.Sprintf("\"%s\"", a.Evidence), marginWidth)...)...)
	}
	return out
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
