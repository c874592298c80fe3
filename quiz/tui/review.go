package tui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// review lists the answers of an attempt, by strand.
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
	if chosen {
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
	p := page{place: locale.Text("Your answers"), fact: report.Taken(answers), at: m.review.list.clamped(len(asked)),
		hints: []hint{{"↑↓", "move"}, {locale.Text("Enter"), "change"}, {"1", "continue"}, {locale.Text("Esc"), m.out(false)}}}
	switch underway := m.reviewUnderway(); {
	case underway && m.review.more:
		p.progress, p.open = m.session.HowFar()
	case m.session.Observing():
		p.hints[2].does = "done"
	default:
		p.hints[2].does = "to result"
	}
	strand := ""
	p.aired = true
	grouped := m.review.grouped()
	for i, q := range asked {
		name := ""
		if q.Strand != strand {
			strand = q.Strand
			name = report.StrandName(&stages.Catalog{Strands: m.review.strands}, strand)
		}
		r := m.reviewRow(name, q, answers[q.ID], i == p.at.cursor)
		r.apart = i > 0 && name != "" && grouped
		p.rows = append(p.rows, r)
	}
	if m.layout.roomy && len(asked) > 0 {
		p.head, p.rows[0].apart = m.reviewHeads(), true
		if !m.layout.holds(p, false) && m.layout.whole(p, m.layout.room(p)) != nil { // rather than under the rule above
			p.rows[0].apart = false
		}
	}
	if m.layout.roomy && !m.layout.wide && len(asked) > 0 {
		q := asked[p.at.cursor]
		if full := append(m.heading([]string{locale.Text("The question")}), m.answerIn(q, answers[q.ID], m.layout.text)...); height(m.layout.air(), p.head, p.rows, full, true, false) <= m.layout.room(p) {
			p.tail = full
		}
	}
	if m.layout.wide && len(asked) > 0 {
		q := asked[p.at.cursor]
		p.margin = m.questionBeside(q, answers[q.ID])
		switch r := m.review.result; {
		case r == nil:
			p.margin = append(p.margin, m.othersOf(m.review.attempt, q, answers[q.ID])...)
		case r.Placement.Level != nil:
			p.margin = slices.Concat(p.margin, []line{{}}, m.didAnswer(*r, q))
		}
	}
	return p
}

// grouped reports whether the strands have two answers each on the whole, so that blank lines between them make groups of the rows.
func (r review) grouped() bool {
	strands := map[string]bool{}
	for _, q := range r.asked {
		strands[q.Strand] = true
	}
	return len(r.asked) >= 2*len(strands)
}

// reviewRow is a question and its answer in short, beside the strand they begin.
func (m Model) reviewRow(strand string, q *stages.Question, a stages.Answer, on bool) row {
	marked := slices.Contains(m.review.contradict, q.ID) || slices.Contains(m.review.look, q.ID)
	if !m.layout.roomy {
		return m.answerRow(strand, q, a, marked, on)
	}
	column, width := m.reviewColumns(q)
	l := m.cursorLine("", "", pad(q.Name(), questionColumn-2)+" ", m.palette.quiet.Render(pad(several(q, report.Answer(q, a), width), width)), on)
	l.text = m.palette.quiet.Render(pad(strand, column)) + l.text
	if marked {
		l.gutter = cmp.Or(l.gutter, markLook)
	}
	return row{lines: []line{l}}
}

// reviewColumns are how wide the strand before a question is, and the answer after it.
func (m Model) reviewColumns(q *stages.Question) (strand, answer int) {
	if q.Strand != "" {
		strand = answerStrand(m.review.strands) + len("  ")
	}
	return strand, m.layout.list - strand - (questionColumn - 1)
}

// reviewHeads are the heads of the columns, the last of which says what the number after an answer is, where one stands there.
func (m Model) reviewHeads() []line {
	column, width := m.reviewColumns(m.review.asked[0])
	answer := locale.Text("Answer")
	if m.reviewShortens() {
		answer = locale.Text("Answer (+1: one not shown)")
	}
	heads := pad(locale.Text("Strand"), column) + pad(locale.Text("Question"), m.layout.list-width-column) + cut(answer, width)
	return lines(m.palette.quiet.Render(heads))
}

// reviewShortens reports whether a row counts boxes that it has no room for.
func (m Model) reviewShortens() bool {
	return slices.ContainsFunc(m.review.asked, func(q *stages.Question) bool {
		_, width := m.reviewColumns(q)
		answer := report.Answer(q, m.review.attempt.Interview.Answers[q.ID])
		return several(q, answer, width) != answer
	})
}

// answerRow is a question and its answer in short on a narrow layout, with the strand they begin, in two lines.
func (m Model) answerRow(strand string, q *stages.Question, a stages.Answer, marked, on bool) row {
	look := ""
	if marked {
		look = markLook
	}
	name, answer := q.Name(), report.Answer(q, a)
	width := m.layout.text
	beside := "  " + strand
	if lipgloss.Width(name+beside) > width { // it's beside the answer instead
		answer, beside = pad(answer, width-answerIndent-lipgloss.Width(beside))+beside, ""
	}
	l := m.cursorLine("", "", pad(name, width-lipgloss.Width(beside)), m.palette.quiet.Render(beside), on)
	l.gutter = cmp.Or(l.gutter, look)
	under := line{gutter: look, on: on, text: strings.Repeat(" ", answerIndent) + m.palette.quiet.Render(pad(several(q, answer, width-answerIndent), width-answerIndent))}
	return row{parts: true, whole: true, lines: []line{l, under}}
}

// several is an answer to a checklist as far as a width has room for whole boxes, and how many more there are.
func several(q *stages.Question, answer string, width int) string {
	boxes, text := strings.Split(answer, "; "), answer
	for n := len(boxes) - 1; q.Several() && n > 0 && lipgloss.Width(text) > width; n-- {
		more := fmt.Sprintf(" +%d", len(boxes)-n)
		shown := strings.Join(boxes[:n], "; ")
		if n == 1 {
			shown = cut(shown, width-lipgloss.Width(more))
		}
		text = shown + more
	}
	return text
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

// questionBeside is a question in full, with its answer, as the pane shows them.
func (m Model) questionBeside(q *stages.Question, a stages.Answer) []line {
	return append(m.heading([]string{locale.Text("The question")}), m.answerIn(q, a, m.layout.pane)...)
}

// othersOf are the answers that were not given, in short and in the order they were asked in.
func (m Model) othersOf(attempt session.Attempt, q *stages.Question, a stages.Answer) []line {
	out := append([]line{{}}, m.heading([]string{locale.Text("The other answers")})...)
	for _, i := range attempt.Asker(m.session.Bank).OptionOrder(q, attempt.Interview.Seed) {
		if o := q.Options[i]; !slices.Contains(a.Options, o.ID) {
			out = append(out, paint(m.palette.quiet, wrap(o.Name(), m.layout.pane))...)
		}
	}
	return out
}
