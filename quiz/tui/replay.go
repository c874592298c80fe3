package tui

import (
	"fmt"
	"slices"
	"strings"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/stages"
)

// replayKey opens the replay from why.
const replayKey = "r"

// replay is the result after each answer, and the answer that one is at, from 0.
type replay struct {
	steps []stages.Placement
	list  list
}

// openReplay begins after the first answer.
func (m Model) openReplay() Model {
	steps := m.result.shown.Result.Replay(m.session.Bank)
	if steps == nil {
		return m.back().say(report.NoReplay.String())
	}
	m.result.replay = replay{steps: steps}
	return m
}

func (m Model) replayKeys(k string) Model {
	switch k {
	case "esc", replayKey:
		return m.back()
	case "left":
		k = "up"
	case "right":
		k = "down"
	}
	if digit(k) < 0 {
		m.result.replay.list, _ = m.listKey(m.result.replay.list, k, m.replayPage())
	}
	return m
}

// replayPage shows where the person stood after an answer, over the answers up to it.
func (m Model) replayPage() page {
	steps, r := m.result.replay.steps, m.result.shown.Result
	at := m.result.replay.list.clamped(len(steps)).cursor
	now := steps[at]
	p := page{place: locale.Text("Your result, replayed"), fact: locale.Sprintf("answer %d of %d", at+1, len(steps)), at: list{cursor: at},
		progress: float64(at+1) / float64(len(steps)), hints: []hint{{"↑↓", "step"}, {locale.Text("Esc"), "back"}}}
	after := report.After(m.snapshot(), now, at+1, len(steps))
	if !m.layout.roomy { // the header says which answer it is
		after = report.AfterShort(m.snapshot(), now, at+1 == len(steps))
	}
	said := paint(m.palette.focal, wrap(after, m.layout.text))
	path, names := m.path(now), m.pathNames(m.snapshot(), now)
	switch {
	case m.layout.tall:
		p.head = slices.Concat(said, []line{{}}, path, names)
	case len(said) > 1:
		p.head = slices.Concat(said, path[1:])
	default:
		p.head = slices.Concat(said, path)
	}
	if m.layout.roomy {
		p.head = append(p.head, line{}, m.replayHeads())
	}
	p.sentence = line{text: report.Changed(steps, at, len(steps))}
	for i, id := range r.Interview.Asked {
		p.rows = append(p.rows, m.replayRow(i, id, i == at, i <= at, m.layout.room(p)-len(p.head)-2)) // below a blank line, over the count of those hidden
	}
	p.rows[0].apart, p.aired = !m.layout.roomy, true
	if m.layout.wide {
		p.margin = append(m.heading([]string{locale.Text("The question")}), m.answerBeside(r.Interview.Asked[at], m.layout.pane)...)
		if q := r.Question(r.Interview.Asked[at]); q != nil {
			p.margin = slices.Concat(p.margin, []line{{}}, m.stacked([]report.Part{m.strandPart(now, q.Strand)}))
		}
	}
	return p
}

// replayHeads are the heads of the columns: what stands after the strand isn't where that is, but where the person was.
func (m Model) replayHeads() line {
	return line{text: m.palette.quiet.Render(pad("    "+locale.Text("Question"), questionColumn+5) + pad(locale.Text("Strand"), strandColumn-1) + locale.Text("Overall level"))}
}

// replayRow is a question and where the person stood after its answer, once that is reached; with a small path, where there's
// room. The answer of the one under the cursor is below it, or beside the list; on a small layout as much of it as so many lines
// hold.
func (m Model) replayRow(i int, id string, on, reached bool, room int) row {
	q, name, strand := m.result.shown.Result.Question(id), id, ""
	if q != nil {
		name, strand = q.Name(), report.StrandName(m.snapshot(), q.Strand)
	}
	so, brief := "", ""
	if reached {
		steps := m.result.replay.steps
		so, brief = m.smallPath(steps[i]), report.AfterBrief(steps[i], i == len(steps)-1)
	}
	column, number := questionColumn, fmt.Sprintf("%2d", i+1)
	if !m.layout.roomy { // which has them in the headline, for the row under the cursor
		column, brief = m.layout.list-len("11   "), ""
	}
	names := []string{name}
	if on {
		names = wrap(name, column)
	}
	name = pad(names[0], column)
	if !reached {
		name = m.palette.quiet.Render(name)
	}
	if !on { // it's no key
		number = m.palette.quiet.Render(number)
	}
	l := m.cursorLine(number, "  ", name, " ", on)
	if m.layout.roomy {
		l.text += m.palette.quiet.Render(pad(strand, strandColumn-1)) + so + " "
	}
	l.text += brief
	out := row{lines: []line{l}}
	for _, t := range names[1:] {
		out.lines = append(out.lines, line{on: true, text: "    " + m.palette.chosen.Render(t)})
	}
	if on && q != nil && !m.layout.wide {
		indent := len(" 1  ") + answerIndent
		if !m.layout.roomy {
			indent = len(" 1  ")
		}
		answer := wrap(report.Answer(q, m.result.shown.Result.Interview.Answers[id]), m.layout.text-indent)
		if most := max(1, min(4, room-len(out.lines))); !m.layout.roomy && len(answer) > most {
			if ticked := strings.LastIndex(answer[most-1], "; "); ticked > 0 { // in whole, all that there's room for
				answer[most-1] = answer[most-1][:ticked]
			}
			answer = shortened(answer, m.layout.text-indent, most)
		}
		for _, t := range answer {
			out.lines = append(out.lines, line{on: true, text: strings.Repeat(" ", indent) + m.palette.quiet.Render(t)})
		}
	}
	return out
}

// smallPath is a path of one line.
func (m Model) smallPath(r stages.Placement) string {
	const width = 12
	return m.pathBy(r, evenly(r.Levels(), width/(r.Levels()-1)))[1].text
}
