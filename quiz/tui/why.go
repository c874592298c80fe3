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

// reason is a row of why: an answer with its force, one or more answers that deserve another look, or the way
// into the replay.
type reason struct {
	heading   string // above it, where it begins a group
	questions []string
	push      float64
	weighed   bool
	look      bool
	replay    bool
}

// tooMany is how many questions a row of why cannot name any more.
const tooMany = 2

// reasons are the rows of why, and what is said above them where no answer moved the level.
func (m Model) reasons() (said string, out []reason) {
	r := m.placement()
	heading, forces, _ := report.Forces(r)
	if len(forces) == 0 {
		said, heading = heading, ""
	}
	for _, f := range forces {
		out = append(out, reason{heading: heading, questions: []string{f.Question}, push: f.Push, weighed: true})
		heading = ""
	}
	for _, g := range report.Looks(r) {
		heading = g.Heading
		for _, questions := range g.Rows {
			out = append(out, reason{heading: heading, questions: questions, look: true})
			heading = ""
		}
	}
	if m.result.replayable {
		out = append(out, reason{replay: true})
	}
	return said, out
}

func (m Model) whyTabKey(k string) Model {
	if digit(k) >= 0 {
		return m
	}
	_, rows := m.reasons()
	if k == replayKey && m.result.replayable {
		return m.push().openReplay()
	}
	if len(rows) == 0 {
		m.result.list = m.textKey(m.result.list, k, m.resultPage())
		return m
	}
	at, chosen := m.listKey(m.result.list, k, m.resultPage())
	m.result.list = at
	if !chosen {
		return m
	}
	shown, on := m.result.shown.Result, rows[at.cursor]
	switch {
	case on.replay:
		return m.push().openReplay()
	case len(on.questions) == 1:
		return m.perform(session.LookAgain{Question: on.questions[0], At: m.cfg.Now(), Of: shown.Started})
	case len(on.questions) > tooMany:
		return m.openResultReview(shown, "")
	default:
		return m.openResultReview(shown, on.questions[0])
	}
}

func (m Model) whyTabPage(p page) page {
	said, rows := m.reasons()
	p.at = p.at.clamped(len(rows))
	if m.layout.airy {
		p.sentence = line{text: m.palette.quiet.Render(report.NotWhat.String())}
	}
	change := m.changeLines(m.layout.text, m.palette.focal)
	var told []line
	if said != "" {
		told = lines(wrap(said, m.layout.text)...)
	}
	p.margin = m.besideWhy(rows, p.at.cursor)
	if q := m.reasonQuestion(); q != nil && m.layout.wide && !m.layout.three {
		p.margin = slices.Concat(p.margin, []line{{}}, m.strandBeside(m.result.shown.Result, strandOf(m.result.shown.Result, q.Strand), false))
	}
	if len(rows) == 0 {
		p.rows = textRows(append(append(told, line{}), change...))
		return p
	}
	p.hints = []hint{{"↑↓", "move"}}
	switch on := p.at.cursor; {
	case on < 0: // there is nothing to choose yet
	case rows[on].replay:
		p.hints = append(p.hints, hint{locale.Text("Enter"), "replay"})
	default:
		p.hints = append(p.hints, hint{locale.Text("Enter"), "look again"})
	}
	if m.layout.tall {
		p.head, p.tail, p.stays = told, change, true
	}
	for _, answers := range []bool{true, false} {
		p.rows = nil
		for i, on := range rows {
			r := m.reasonRow(on, i == p.at.cursor, answers || i == p.at.cursor)
			r.apart = on.heading != "" || on.replay
			if above := slices.Concat(told, change); i == 0 && !m.layout.tall && len(above) > 0 {
				r.lines = slices.Concat(above, []line{{}}, r.lines) // first, where the rest may scroll away
			}
			p.rows = append(p.rows, r)
		}
		if m.layout.whole(p, m.layout.room(p)) != nil {
			break
		}
	}
	return p
}

// reasonRow is an answer with its force, two answers that disagree, or the way into the replay.
func (m Model) reasonRow(of reason, on, answer bool) row {
	mark := ""
	if of.look {
		mark = markLook
	}
	var out row
	var q *stages.Question
	if len(of.questions) > 0 && len(of.questions) <= tooMany {
		q = m.result.shown.Result.Question(of.questions[0])
	}
	switch {
	case of.replay:
		return row{lines: []line{m.cursorLine(replayKey, "   ", locale.Text("Replay it, answer by answer"), "", on)}}
	case q == nil:
		l := m.cursorLine("", "", locale.Text("look at all answers again"), "", on)
		out.lines = []line{{gutter: cmp.Or(l.gutter, mark), text: l.text}}
	case of.weighed:
		out.lines = m.forceLines(q, of.push, on, answer)
	default:
		for i, id := range of.questions {
			q, strand := m.result.shown.Result.Question(id), ""
			if i > 0 && id == of.questions[0] || q == nil {
				continue
			}
			if i == 0 || q.Strand != m.result.shown.Result.Question(of.questions[0]).Strand {
				strand = report.StrandName(m.snapshot(), q.Strand)
			}
			r := m.answerRow(strand, q, m.result.shown.Result.Interview.Answers[id], true, on)
			if i > 0 {
				r.lines[0].gutter = markLook // the cursor stands at the first
			}
			out.lines = append(out.lines, r.lines...)
		}
	}
	if of.heading != "" {
		out.lines = append(m.reasonHead(of), out.lines...)
	}
	return out
}

func (m Model) answerName(q *stages.Question) string {
	return report.Answer(q, m.result.shown.Result.Interview.Answers[q.ID])
}

// changeLines say what would change the result, the nearest way up first: the focal point of why.
func (m Model) changeLines(width int, ink lipgloss.Style) []line {
	var out []line
	for i, part := range m.result.shown.Changes() {
		if i > 0 && m.layout.wide {
			out = append(out, line{})
		}
		out = append(out, m.heading([]string{part.Label})...)
		out = append(out, paint(ink, wrap(part.Text, width))...)
		ink = m.palette.plain // the way up is the focal point
	}
	return out
}

// reasonAt is the row of why that the panes are about: the one under the cursor, or the first before a key is pressed.
// It is false for one that names no question.
func (m Model) reasonAt(rows []reason, at int) (reason, bool) {
	if len(rows) == 0 {
		return reason{}, false
	}
	of := rows[max(0, min(at, len(rows)-1))]
	return of, !of.replay && len(of.questions) <= tooMany
}

// reasonQuestion is the question that the third pane of why is about; nil where there is none.
func (m Model) reasonQuestion() *stages.Question {
	_, rows := m.reasons()
	of, named := m.reasonAt(rows, m.result.list.cursor)
	if !named {
		return nil
	}
	return m.result.shown.Result.Question(of.questions[0])
}

// besideWhy is the pane of why: the questions of a row in full, with their answers, two side by side where there
// is room; else the strands.
func (m Model) besideWhy(rows []reason, at int) []line {
	if !m.layout.wide {
		return nil
	}
	on, named := m.reasonAt(rows, at)
	if !named {
		return m.standings(m.result.shown.Result)
	}
	const least, gap = 28, 3
	of := on.questions
	if len(of) == 2 && m.layout.pane >= 2*least+gap {
		half := (m.layout.pane - gap) / 2
		first, second := m.answerBeside(of[0], half), m.answerBeside(of[1], half)
		out := make([]line, max(len(first), len(second)))
		for i := range out {
			left, right := lineAt(first, i).text, lineAt(second, i).text
			out[i].text = strings.TrimRight(left+strings.Repeat(" ", max(0, half+gap-lipgloss.Width(left)))+right, " ")
		}
		return out
	}
	out := m.heading([]string{locale.Text("The question")})
	for i, id := range of {
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

// whyBeside is why in the pane of a wide layout: each answer by its force, those worth another look, and what
// would change the result.
func (m Model) whyBeside() []line {
	var out []line
	add := func(texts []line) {
		if len(out) > 0 && len(texts) > 0 {
			out = append(out, line{})
		}
		out = append(out, texts...)
	}
	said, rows := m.reasons()
	if said != "" {
		add(lines(wrap(said, m.layout.pane)...))
	}
	for _, of := range rows {
		if of.replay || len(of.questions) > tooMany {
			continue
		}
		if of.heading != "" {
			add(paint(m.palette.quiet, wrap(of.heading, m.layout.pane)))
			if of.weighed {
				out = append(out, line{text: m.sidesBeside()})
			}
		}
		for i, id := range of.questions {
			q := m.result.shown.Result.Question(id)
			if q == nil || i > 0 && id == of.questions[0] {
				continue
			}
			if of.weighed {
				bar := m.force(of.push, narrowForce) + " "
				for _, t := range wrap(q.Name(), m.layout.pane-lipgloss.Width(bar)) {
					out = append(out, line{text: bar + t})
					bar = strings.Repeat(" ", lipgloss.Width(bar))
				}
				continue
			}
			out = append(out, line{gutter: markLook, text: q.Name()}, line{text: "  " + m.palette.quiet.Render(m.answerName(q))})
		}
	}
	add(m.changeLines(m.layout.pane, m.palette.plain))
	return out
}
