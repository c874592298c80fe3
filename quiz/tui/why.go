package tui

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// reason is a row of why: an answer with its force, one that deserves another look or the row for many of them, or the
// way into the replay.
type reason struct {
	heading   string // above it, where it begins a group
	leads     bool   // and that's the headline of the page
	above     bool   // which stands over all rows, not over this one
	brief     string // the heading in few words, of several reasons
	questions []string
	pair      []string // with the one it disagrees with
	strand    string   // of an answer to look at, unless it stands above
	shared    string   // of both that disagree, beside a heading without it
	headed    bool     // the heading has it, and the answer its column
	push      float64
	weighed   bool
	look      bool
	many      bool // they are too many to be named in a row
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
	if looks := m.looks(); m.doubted() {
		out = append(looks, out...)
	} else {
		out = append(out, looks...)
	}
	if first := slices.IndexFunc(out, func(of reason) bool { return of.heading != "" }); first >= 0 && !slices.ContainsFunc(out, reason.isAbove) {
		out[first].leads = true
	}
	if m.result.replayable {
		out = append(out, reason{replay: true})
	}
	return said, out
}

// manyToLook is one row for all that is said of many answers at once: one act, whatever the reasons. It names those that
// deserve a second look; none where that's all of them.
func (m Model) manyToLook() reason {
	out := reason{look: true}
	for _, g := range report.Looks(m.placement()) {
		for _, questions := range g.Rows {
			if !m.atOnce(g, questions) {
				continue
			}
			out.many, out.heading, out.brief = true, strings.TrimSpace(out.heading+" "+g.Heading), strings.TrimSpace(out.brief+" "+g.Brief)
			if len(questions) < len(m.placement().Asked) {
				out.questions = append(out.questions, questions...)
			}
		}
	}
	return out
}

// atOnce reports whether answers to look at again have the row for many: they're too many to be named, or others are and these don't
// just disagree.
func (m Model) atOnce(of report.Reasons, questions []string) bool {
	tooManyIn := func(g report.Reasons) bool {
		return slices.ContainsFunc(g.Rows, func(questions []string) bool { return len(questions) > tooMany })
	}
	return len(questions) > tooMany || of.Brief != "" && slices.ContainsFunc(report.Looks(m.placement()), tooManyIn)
}

// doubted reports whether the result asks for a second look at answers that don't fit, or has none to go by.
func (m Model) doubted() bool {
	r := m.placement()
	return r.Level == nil || r.Certainty() == stages.Unclear && len(report.Looks(r)) > 0
}

// looks are the rows to look at again: all at once, under what's said of them, then the answers that disagree. In doubt, where both have
// room, what's said leads the page, and the act is below what it's about.
func (m Model) looks() []reason {
	pairs, many := m.pairs(), m.manyToLook()
	if !many.many {
		return pairs
	}
	if !m.layout.roomy || len(pairs) > 0 && lipgloss.Width(many.heading) > m.layout.text {
		many.heading = many.brief
	}
	if m.doubted() && m.layout.tall {
		many.leads, many.above = true, true
		return append(pairs, many)
	}
	return append([]reason{many}, pairs...)
}

func (r reason) isAbove() bool { return r.above }

// pairs are the rows of answers that disagree, one for each.
func (m Model) pairs() []reason {
	var out []reason
	for _, g := range report.Looks(m.placement()) {
		heading := g.Heading
		for _, questions := range g.Rows {
			if m.atOnce(g, questions) {
				continue
			}
			rows := m.disagreeing(questions)
			if m.sharesStrand(g, rows) {
				strand := rows[0].strand
				rows[0].strand = ""
				if m.layout.roomy {
					heading = report.DisagreeOn(strand)
					rows[0].headed, rows[1].headed = true, true
				} else {
					rows[0].shared = strand
				}
			}
			for _, on := range rows {
				on.heading, heading = heading, ""
				out = append(out, on)
			}
		}
	}
	return out
}

// sharesStrand reports whether two answers that disagree are along one strand, for which their heading has room.
func (m Model) sharesStrand(of report.Reasons, rows []reason) bool {
	return len(of.Rows) == 1 && of.Brief == "" && len(rows) == 2 && rows[1].strand == "" &&
		(m.layout.roomy || lipgloss.Width(of.Heading+"  "+rows[0].strand) <= m.layout.text)
}

// disagreeing are the rows of one pair, which says a strand once.
func (m Model) disagreeing(pair []string) []reason {
	var out []reason
	said := ""
	for _, id := range slices.Compact(slices.Clone(pair)) {
		q := m.result.shown.Result.Question(id)
		if q == nil {
			continue
		}
		on := reason{questions: []string{id}, pair: pair, look: true}
		if len(out) == 0 || q.Strand != said {
			said, on.strand = q.Strand, report.StrandName(m.snapshot(), q.Strand)
		}
		out = append(out, on)
	}
	return out
}

// lookAgain opens the answers at the first of those that don't fit, all of them marked.
func (m Model) lookAgain() Model {
	questions := m.manyToLook().questions
	for _, pair := range m.pairs() {
		questions = append(questions, pair.questions...)
	}
	m = m.openResultReview(m.result.shown.Result, "")
	m.review.look = questions
	doubted := func(q *stages.Question) bool { return slices.Contains(questions, q.ID) }
	m.review.list.cursor = max(0, slices.IndexFunc(m.review.asked, doubted))
	return m
}

// whyList is where one is in why: before a key is pressed, on the act that the headline is about, else on the first of its rows.
func (m Model) whyList(rows []reason) list {
	at := m.result.list
	if at.cursor < 0 && len(rows) > 0 {
		at.cursor = max(0, slices.IndexFunc(rows, reason.isAbove))
	}
	return at.clamped(len(rows))
}

func (m Model) whyTabKey(k string) Model {
	_, rows := m.reasons()
	if d := digit(k); d >= 0 {
		if d == 0 && slices.ContainsFunc(rows, func(of reason) bool { return of.many }) {
			return m.lookAgain()
		}
		return m
	}
	if k == replayKey && m.result.replayable {
		return m.push().openReplay()
	}
	if len(rows) == 0 {
		m.result.list = m.textKey(m.result.list, k, m.resultPage())
		return m
	}
	at, chosen := m.listKey(m.whyList(rows), k, m.resultPage())
	m.result.list = at
	if !chosen {
		return m
	}
	shown, on := m.result.shown.Result, rows[at.cursor]
	switch {
	case on.replay:
		return m.push().openReplay()
	case on.many:
		return m.lookAgain()
	case on.weighed:
		return m.perform(session.LookAgain{Question: on.questions[0], At: m.cfg.Now(), Of: shown.Started})
	default:
		return m.openResultReview(shown, on.questions[0])
	}
}

// whyHead is what stands above the rows of why: that no answer moved the level, and the headline.
func (m Model) whyHead(said string, rows []reason) []line {
	var out []line
	if said != "" {
		out = lines(wrap(said, m.layout.text)...)
	}
	if at := slices.IndexFunc(rows, reason.isAbove); at >= 0 {
		if len(out) > 0 {
			out = append(out, line{})
		}
		out = append(out, m.reasonHead(rows[at])...)
	}
	return out
}

func (m Model) whyTabPage(p page) page {
	said, rows := m.reasons()
	p.at, p.full, p.aired = m.whyList(rows), true, true
	change := m.changeLines(m.layout.text)
	if !m.layout.tall {
		change = slices.Concat(change, []line{{}}, m.notWhat())
	}
	head := m.whyHead(said, rows)
	p.margin = m.besideWhy(rows, p.at.cursor)
	if len(rows) == 0 {
		p.rows = textRows(append(append(head, line{}), change...))
		return p
	}
	p.hints = []hint{{"↑↓", "move"}, {locale.Text("Enter"), rows[p.at.cursor].opens()}}
	if m.layout.tall {
		p.head, p.tail, p.stays = head, change, true
	}
	for _, told := range []answers{answersAll, answerKept, answerHere} {
		p.rows = m.reasonRows(rows, p.at.cursor, told)
		if !m.layout.tall {
			p.rows = m.reasonsAlone(p.rows, head, change)
		}
		if m.layout.whole(p, m.layout.room(p)) != nil {
			break
		}
	}
	if m.layout.tall && !m.whereSaysNotWhat() {
		p = m.saysNotWhat(p, m.layout.air())
	}
	return p
}

// opens says what Enter does on a row.
func (r reason) opens() locale.Message {
	switch {
	case r.replay:
		return "replay"
	case r.weighed:
		return "question"
	}
	return "look again"
}

// answers says which rows of why have the answer under them.
type answers int

const (
	answersAll answers = iota
	answerKept         // the one under the cursor; where that's on none, the place of one stays free, so that nothing below moves
	answerHere         // the one under the cursor
)

// reasonRows are the rows of why, with those answers. A longer one takes the blank line above the replay, rather than move it.
func (m Model) reasonRows(rows []reason, at int, told answers) []row {
	var out []row
	for i, on := range rows {
		r := m.reasonRow(on, i == at, told == answersAll || i == at)
		r.apart = on.heading != "" && !on.above || on.many || on.replay && told != answerKept
		r.loose, r.parts = told == answersAll && !on.look && !on.replay || told == answerKept && on.replay, on.many
		out = append(out, r)
	}
	if told == answerKept && !rows[at].weighed {
		m.keepFree(out, rows, nearestWeighed(rows, at))
	}
	return out
}

// keepFree keeps the place of an answer free below the last that has a force.
func (m Model) keepFree(out []row, rows []reason, of int) {
	for last, r := range slices.Backward(rows) {
		if r.weighed {
			place := m.answerLines(m.result.shown.Result.Question(rows[of].questions[0]), false)
			out[last].lines = append(out[last].lines, make([]line, len(place))...)
			return
		}
	}
}

// nearestWeighed is the row of an answer with a force that one is at or comes to first: the next one below, else the last above.
func nearestWeighed(rows []reason, at int) int {
	weighed := func(of reason) bool { return of.weighed }
	if next := slices.IndexFunc(rows[at:], weighed); next >= 0 {
		return at + next
	}
	for at > 0 && !rows[at].weighed {
		at--
	}
	return at
}

// reasonsAlone are the rows of a low layout, which has no other place for what stands above them and below.
func (m Model) reasonsAlone(rows []row, told, change []line) []row {
	if len(told) > 0 {
		rows[0].lines = slices.Concat(told, []line{{}}, rows[0].lines)
	}
	if last := len(rows) - 1; len(change) > 0 {
		rows[last].lines = slices.Concat(rows[last].lines, []line{{}}, change)
	}
	return rows
}

// reasonRow is an answer with its force or one that disagrees, the row of a second look, or the way into the replay.
func (m Model) reasonRow(of reason, on, answer bool) row {
	var out row
	var q *stages.Question
	if len(of.questions) > 0 && !of.many {
		q = m.result.shown.Result.Question(of.questions[0])
	}
	switch {
	case of.replay:
		return row{lines: []line{m.cursorLine(replayKey, "  ", locale.Text("Replay it, answer by answer"), "", on)}}
	case q == nil:
		out.lines = m.lookRow(on).lines
		if len(of.questions) == 0 {
			out.lines = []line{m.cursorLine("1", "  ", locale.Text("Look at all answers again"), "", on)}
		}
	case of.weighed:
		out.lines = m.forceLines(q, of.push, on, answer)
	default:
		out.lines, out.whole = m.disagreeLines(of, q, on), true
	}
	if of.heading != "" && !of.above {
		out.lines = append(m.reasonHead(of), out.lines...)
	}
	return out
}

func (m Model) answerName(q *stages.Question) string {
	return report.AnswerAndUp(m.result.shown.Result, q)
}

// changeLines say what would change the result, the nearest way up first.
func (m Model) changeLines(width int) []line {
	var out []line
	for i, part := range m.result.shown.Changes() {
		if i > 0 && m.layout.tall {
			out = append(out, line{})
		}
		out = append(append(out, m.heading([]string{part.Label})...), lines(wrap(part.Text, width)...)...)
	}
	return out
}
