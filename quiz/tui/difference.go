package tui

import (
	"slices"

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
	chance := slices.IndexFunc(parts, func(p report.Part) bool { return p.Label == report.ByChance.String() })
	parts = append(slices.Delete(slices.Clone(parts), chance, chance+1), parts[chance]) // it's about all results, not these
	return parts, report.AnswerMoves(d)
}

// differencePage is what is unfolded of a row: what moved since another result, under the strands then and now; or where the
// person wanted to go.
func (m Model) differencePage() page {
	at := m.history.list.clamped(len(m.history.read.Results) + 1).cursor
	p := page{place: locale.Text("What changed"), at: m.history.text, hints: []hint{{"↑↓", "scroll"}, {locale.Text("Esc"), "back"}}, aired: true}
	if at >= len(m.history.read.Results) {
		p.place = locale.Text("Your aim")
	}
	parts, answers := m.details(at)
	var strands []line
	if at < len(m.history.read.Results) && len(parts) > 1 { // the days, and what the level did
		p.head = paint(m.palette.focal, wrap(parts[1].Text, m.layout.text))
		days := parts[0]
		p.fact, parts = days.Text, parts[2:]
		if m.layout.roomy {
			p, parts = m.withStrandsThen(p, parts, at)
		} else {
			then, shared := m.strandsThen(at)
			p.fact, strands, parts = thenAndNow(shared), under(then, []line{{}}, false), append(parts, days)
		}
	}
	if m.layout.wide {
		p.margin, p.reads = m.answerMoves(answers, m.layout.pane), true
	}
	if m.layout.roomy {
		p.rows = m.blocks(parts, m.layout.text)
	} else {
		p.rows = partRows(append(strands, m.aired(parts, m.layout.text)...))
	}
	if len(p.rows) > 0 {
		p.rows[0].apart = true
	}
	if changed := m.answerMoves(answers, m.layout.text); len(changed) > 0 && !m.layout.wide {
		p.rows = append(p.rows, partRows(append([]line{{}}, changed...))...)
	}
	if m.layout.whole(p, m.layout.room(p)) != nil {
		p.hints = p.hints[1:]
	}
	return p
}

// withStrandsThen has the strands then and now above the parts, where they leave these some room. Then they say that none moved.
func (m Model) withStrandsThen(p page, parts []report.Part, at int) (page, []report.Part) {
	const least = 5 // lines of the parts
	then, _ := m.strandsThen(at)
	head := under(p.head, then, m.layout.tall)
	if len(head)+len(m.layout.air())+least > m.layout.room(p) {
		return p, parts
	}
	p.head = head
	return p, slices.DeleteFunc(slices.Clone(parts), func(p report.Part) bool { return p.Text == report.NoneMoved.String() })
}

// answerMoves are the answers that changed, each under its question.
func (m Model) answerMoves(answers []report.Part, width int) []line {
	if len(answers) == 0 {
		return nil
	}
	out := heads(m.palette.focal, wrap(report.AnswersChanged.String(), width)) // a part of its own
	for i, a := range answers {
		if i > 0 || m.layout.wide {
			out = append(out, line{})
		}
		out = append(out, lines(wrap(a.Label, width)...)...)
		out = append(out, m.indented(wrap(a.Text, width-answerIndent), answerIndent)...)
	}
	return out
}
