package tui

import (
	"fmt"

	"github.com/charmbracelet/x/ansi"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
)

// unfoldRow opens what moved, or where the person wanted to go, where there is something to tell of a row.
func (m Model) unfoldRow(at int) Model {
	if parts, _ := m.details(at); parts == nil {
		return m
	}
	m = m.push()
	m.history.open, m.history.text = true, nowhere
	return m
}

func (m Model) differenceKey(k string) Model {
	switch k {
	case "tab", "esc", "enter", "left":
		return m.back()
	}
	m.history.text = m.textKey(m.history.text, k, m.historyPage())
	return m
}

// details are what can be unfolded of a row: what moved, or where the person wanted to go; nil where nothing is known.
func (m Model) details(row int) (parts, answers []report.Part) {
	results := m.history.read.Results
	if row >= len(results) {
		for i, text := range report.AimsOver(m.history.read.Aims) {
			parts = append(parts, report.Part{Label: []string{locale.Text("Now"), locale.Text("Before that")}[min(i, 1)], Text: text})
		}
		return parts, nil
	}
	with := m.compared(row)
	if with < 0 {
		return nil, nil
	}
	d := session.Between(results[row], results[with], m.session.Plan)
	parts = append([]report.Part{{Label: locale.Text("Compared"), Text: report.Days(d)}}, report.DifferenceParts(d)...)
	for i := range parts {
		if parts[i].Label == locale.Text("For scale") {
			parts[i].Text = m.forScale()
		}
	}
	return parts, report.AnswerMoves(d)
}

// forScale is how often a level moves though the person hasn't: as a table, where a text has a sentence.
func (m Model) forScale() string {
	const most = 25 // of 100, where a bar is full
	out := locale.Text("Of 100 simulated people whose level stayed the same, this many came out at another level:")
	for _, row := range []struct {
		moved int
		of    string
	}{{report.MovedInAnotherOrder, locale.Text("questions in another order")}, {report.MovedAfresh, locale.Text("answered again")},
		{report.MovedThoughClear, locale.Text("answered again, both clear")}} {
		out += fmt.Sprintf("\n%s %2d  %s", m.meter(float64(row.moved)/most, true, 6), row.moved, row.of)
	}
	return out
}

// differencePage is what is unfolded of a row: what moved since another result; or where the person wanted to go.
func (m Model) differencePage() page {
	at := m.history.list.clamped(len(m.history.read.Results) + 1).cursor
	p := page{place: locale.Text("What changed"), at: m.history.text, hints: []hint{{"↑↓", "scroll"}, {locale.Text("Esc"), "back"}}}
	if at >= len(m.history.read.Results) {
		p.place = locale.Text("Where you want to go")
	}
	parts, answers := m.details(at)
	var strands []line
	if at < len(m.history.read.Results) && len(parts) > 1 { // the days, and what the level did
		p.fact = parts[0].Text
		p.head = paint(m.palette.focal, wrap(parts[1].Text, m.layout.text))
		parts = parts[2:]
		if !m.layout.roomy {
			strands = append(m.strandsThen(at), line{})
			p.place, p.fact = ansi.Strip(m.daysThen(at)), ""
		}
	}
	told := m.aired(parts, m.layout.text)
	width := m.layout.text
	if m.layout.wide {
		width = m.layout.pane
	}
	changed := m.answerMoves(answers, width)
	if below := len(changed) + 1; !m.layout.wide && len(p.head)+1+len(told)+below > m.layout.room(page{}) {
		told = m.labelled(parts, m.layout.text)
	}
	switch {
	case m.layout.wide:
		p.margin, p.reads = changed, true
	case len(changed) > 0:
		told = append(append(told, line{}), changed...)
	}
	p.rows = partRows(append(strands, told...))
	if m.layout.whole(p, m.layout.room(p)) != nil {
		p.hints = p.hints[1:]
	}
	return p
}

// answerMoves are the answers that changed, each under its question.
func (m Model) answerMoves(answers []report.Part, width int) []line {
	if len(answers) == 0 {
		return nil
	}
	out := paint(m.palette.focal, wrap(report.AnswersChanged.String(), width))
	for _, a := range answers {
		out = append(append(out, line{}), paint(m.palette.quiet, wrap(report.Capital(a.Label), width))...)
		out = append(out, lines(wrap(a.Text, width)...)...)
	}
	return out
}
