package tui

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
)

// besideWhy is the pane of why: the questions of a row in full, with their answers, two side by side where there
// is room, and how the strand stands; else the strands.
func (m Model) besideWhy(rows []reason, at int) []line {
	if !m.layout.wide {
		return nil
	}
	if at < 0 || rows[at].replay || rows[at].many {
		return m.standings(m.result.shown.Result)
	}
	out, r := m.answersBeside(rows[at].questions), m.result.shown.Result
	q := r.Question(rows[at].questions[0])
	if q == nil {
		return out
	}
	if rows[at].weighed {
		out = slices.Concat(out, []line{{}}, lines(wrap(report.Did(r.Placement, q.ID), m.layout.pane)...))
	}
	return m.beneath(out, q.Strand)
}

// answersBeside are one or two questions in full, each with its answer.
func (m Model) answersBeside(questions []string) []line {
	const least, gap = 28, 3
	if len(questions) == 2 && m.layout.pane >= 2*least+gap {
		half := (m.layout.pane - gap) / 2
		first, second := m.answerBeside(questions[0], half), m.answerBeside(questions[1], half)
		out := make([]line, max(len(first), len(second)))
		for i := range out {
			left, right := lineAt(first, i).text, lineAt(second, i).text
			out[i].text = strings.TrimRight(left+strings.Repeat(" ", max(0, half+gap-lipgloss.Width(left)))+right, " ")
		}
		return out
	}
	out := m.heading([]string{locale.Text("The question")})
	for i, id := range questions {
		if i > 0 {
			out = append(out, line{})
		}
		out = append(out, m.answerBeside(id, m.layout.pane)...)
	}
	return out
}

// answerBeside is a question of the result in full, with its answer.
func (m Model) answerBeside(id string, width int) []line {
	q := m.result.shown.Result.Question(id)
	if q == nil {
		return nil
	}
	return m.answerIn(q, m.result.shown.Result.Interview.Answers[id], width)
}

// whyIn is why beside something else, in so many columns: each answer by its force, those that disagree, unless they stand
// there already, and what would change the result.
func (m Model) whyIn(width int, disagree bool) []line {
	var out []line
	add := func(texts []line) {
		if len(out) > 0 && len(texts) > 0 {
			out = append(out, line{})
		}
		out = append(out, texts...)
	}
	said, rows := m.reasons()
	if said != "" {
		add(lines(wrap(said, width)...))
	}
	for _, of := range rows {
		if of.replay || of.many || of.look && !disagree {
			continue
		}
		if of.heading != "" {
			add(paint(m.palette.quiet, wrap(of.heading, width)))
			if of.weighed {
				out = append(out, m.sides())
			}
		}
		for i, id := range of.questions {
			q := m.result.shown.Result.Question(id)
			if q == nil || i > 0 && id == of.questions[0] {
				continue
			}
			if of.weighed {
				bar := m.force(of.push, narrowForce) + " "
				for _, t := range wrap(q.Name(), width-lipgloss.Width(bar)) {
					out = append(out, line{text: bar + t})
					bar = strings.Repeat(" ", lipgloss.Width(bar))
				}
				continue
			}
			out = append(out, line{gutter: markLook, text: q.Name()}, line{text: "  " + m.palette.quiet.Render(m.answerName(q))})
		}
	}
	add(m.changeLines(width))
	return out
}
