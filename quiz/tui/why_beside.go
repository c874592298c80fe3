package tui

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/stages"
)

// besideWhy is the pane of why: the questions of a row in full, with their answers, two side by side where there
// is room, and how the strand stands; else the strands. A second look at many has those of the first pair.
func (m Model) besideWhy(rows []reason, at int) []line {
	if !m.layout.wide {
		return nil
	}
	of := reason{replay: true}
	if at >= 0 {
		of = rows[at]
	}
	if pairs := m.pairs(); of.many && len(pairs) > 0 {
		of = pairs[0]
	}
	if of.replay || of.many {
		return m.standings(m.result.shown.Result)
	}
	out, r := m.answersBeside(of.beside()), m.result.shown.Result
	q := r.Question(of.questions[0])
	if q == nil {
		return out
	}
	if of.weighed {
		out = slices.Concat(out, []line{{}}, lines(wrap(report.Did(r.Placement, q.ID), m.layout.pane)...))
	}
	return m.beneath(out, q.Strand)
}

// beside are the questions of a row that the pane has in full.
func (r reason) beside() []string {
	if len(r.pair) > 0 {
		return r.pair
	}
	return r.questions
}

// answersBeside are one or two questions in full, each with its answer.
func (m Model) answersBeside(questions []string) []line {
	const least, gap = 28, 3
	heading := locale.Text("The question")
	if len(questions) > 1 {
		heading = locale.Text("The two questions")
	}
	out := m.heading([]string{heading})
	if len(questions) == 2 && m.layout.pane >= 2*least+gap {
		return append(out, m.twoBeside(questions, (m.layout.pane-gap)/2, gap)...)
	}
	for i, id := range questions {
		if i > 0 {
			out = append(out, line{})
		}
		out = append(out, m.answerBeside(id, m.layout.pane)...)
	}
	return out
}

// twoBeside are two questions side by side, with their answers, which start on one line.
func (m Model) twoBeside(questions []string, width, gap int) []line {
	first, second := m.answerBeside(questions[0], width), m.answerBeside(questions[1], width)
	first, second = lowered(first, second), lowered(second, first)
	out := make([]line, max(len(first), len(second)))
	for i := range out {
		left, right := lineAt(first, i).text, lineAt(second, i).text
		out[i].text = strings.TrimRight(pad(left, width+gap)+right, " ")
	}
	return out
}

// lowered is a text with its second paragraph no higher than that of another.
func lowered(text, than []line) []line {
	at, to := slices.IndexFunc(text, line.empty), slices.IndexFunc(than, line.empty)
	if at < 0 || at >= to {
		return text
	}
	return slices.Insert(slices.Clone(text), at, make([]line, to-at)...)
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
			heading := heads(m.palette.quiet, wrap(of.heading, width))
			switch {
			case of.look:
				heading[0].gutter = markLook
			case of.weighed:
				heading = m.forceHead(wrap(of.heading, width), m.palette.quiet, width)
			}
			add(heading)
		}
		q := m.result.shown.Result.Question(of.questions[0])
		switch {
		case q == nil:
		case of.weighed:
			out = append(out, m.forceIn(q, of.push, width)...)
		default:
			out = append(out, line{text: q.Name()}, line{text: "  " + m.palette.quiet.Render(m.answerName(q))})
		}
	}
	add(m.changeLines(width))
	return out
}

// forceIn is an answer by its force in so many columns: as it is in the list, or where they're too few, a small bar before its name.
func (m Model) forceIn(q *stages.Question, push float64, width int) []line {
	if half := m.forceHalf(width); half > 0 {
		return []line{m.forceLine(q, push, half, false)}
	}
	bar := m.force(push, narrowForce) + " "
	var out []line
	for _, t := range wrap(q.Name(), width-lipgloss.Width(bar)) {
		out = append(out, line{text: bar + t})
		bar = strings.Repeat(" ", lipgloss.Width(bar))
	}
	return out
}
