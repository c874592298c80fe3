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

// history shows the results over time: a chart, the strands, and each result in a row, the latest first. The last
// row is where the person wants to go.
type history struct {
	read session.History
	list list
	base int  // the result that the others are compared with; −1: each with the one before it
	open bool // what moved, unfolded
	text list // of what is unfolded
}

func (m Model) openHistory() Model {
	m.on, m.history = onHistory, history{base: -1}
	return m.readHistory()
}

// readHistory reads the results; nothing else needs all of them.
func (m Model) readHistory() Model {
	m.history.read = session.ReadHistory(m.cfg.Store.Results(stages.Stages), report.MostResults)
	if told := m.history.read.Notices; len(told) > 0 {
		m.sentence = line{gutter: markLook, text: strings.Join(told, " ")}
	}
	return m
}

// tellsAim reports whether there is a row for where the person wants to go.
func (m Model) tellsAim() bool { return len(m.history.read.Results) > 0 && m.session.HasClosing() }

func (m Model) historyKey(k string) Model {
	p := m.historyPage()
	at := m.history.list.clamped(len(p.rows)).cursor
	switch {
	case m.history.open:
		return m.differenceKey(k)
	case k == "esc":
		return m.back()
	case len(p.rows) == 0:
		return m
	case k == "tab" && !m.layout.wide: // else the pane has it
		return m.unfoldRow(at)
	case k == "space" && at < len(m.history.read.Results):
		return m.compareWith(at)
	}
	to, chosen := m.listKey(m.history.list, k, p)
	m.history.list = to
	switch results := m.history.read.Results; {
	case !chosen:
		return m
	case to.cursor >= len(results):
		return m.askAim()
	default:
		return m.openPast(to.cursor)
	}
}

// compareWith makes a result the one that the others are compared with, or takes that back.
func (m Model) compareWith(row int) Model {
	if m.history.base == row {
		m.history.base = -1
		return m.say(report.ComparedByTurns.String())
	}
	m.history.base = row
	return m.say(report.ComparedWithThis.String())
}

// openPast opens a result in the screen of the result. Beside an earlier one stand no surveys: they are of today.
func (m Model) openPast(i int) Model {
	r := m.history.read.Results[i]
	if r.Started.Equal(m.session.Results[stages.Stages].Started) {
		return m.push().inStages().openResult()
	}
	e, _ := report.NewExport(map[string]session.Result{stages.Stages: r}, m.session.Plan)
	e.Before = m.history.read.Before(i)
	return m.push().inStages().showResult(e)
}

// compared is the other result of the comparison for a row, or −1: the base, else the one before it.
func (m Model) compared(row int) int {
	n := len(m.history.read.Results)
	switch base := m.history.base; {
	case row < 0 || row >= n || base == row:
		return -1
	case base >= 0:
		return base
	case row+1 < n:
		return row + 1
	}
	return -1
}

func (m Model) historyPage() page {
	h := m.history.read
	if m.history.open {
		return m.differencePage()
	}
	p := page{place: report.HistoryTitle.String(), fact: report.HistoryFact(h), at: m.history.list,
		hints: []hint{{"↑↓", "move"}, {locale.Text("Enter"), "open"}, {locale.Text("Tab"), "changes"}, {locale.Text("Space"), "compare"}, {locale.Text("Esc"), m.out(false)}}}
	said := paint(m.palette.focal, wrap(report.HistoryLine(h), m.layout.text))
	if brief := report.HistoryBrief(h); brief != "" && !m.layout.roomy {
		said = paint(m.palette.focal, wrap(brief, m.layout.text))
	}
	if len(h.Results) == 0 {
		p.head, p.hints = said, p.hints[4:]
		return p
	}
	at := p.at.clamped(len(h.Results) + 1).cursor
	for i := range h.Results {
		p.rows = append(p.rows, m.pastRow(i, &h.Results[i], i == at, nil))
	}
	p.rows[0].apart = true
	if m.tellsAim() {
		now := locale.Text("not said yet")
		if len(h.Aims) > 0 {
			now = h.Aims[0].Text
		}
		p.rows = append(p.rows, m.aimRow(now, at == len(h.Results)))
	}
	p.at = p.at.clamped(len(p.rows))
	switch {
	case len(h.Results) == 1:
		p.hints = slices.Delete(p.hints, 2, 4)
	case m.layout.wide:
		p.hints = slices.Delete(p.hints, 2, 3)
	case !m.layout.roomy: // the page of keys has it
		p.hints = slices.Delete(p.hints, 3, 4)
	}
	if m.historyHead(&p, said, at) {
		for i := range h.Results {
			p.rows[i].lines = m.pastRow(i, &h.Results[i], i == at, m.drawnBelow(at)).lines
		}
	}
	if m.layout.wide {
		parts, answers := m.details(at)
		p.margin, p.reads = m.stacked(m.unsaidAbove(at, parts)), true
		if changed := m.answerMoves(answers, m.layout.list); len(changed) > 0 {
			m.historyAnswers(&p, changed, answers)
		}
	}
	return p
}

// unsaidAbove are the details of a row but for what the headline says: what the level and the strands did between the last two results.
// Without a level to compare, that's all it says.
func (m Model) unsaidAbove(at int, parts []report.Part) []report.Part {
	results := m.history.read.Results
	if at != 0 || m.compared(at) != 1 || session.Between(results[0], results[1], session.Plan{}).Level == nil {
		return parts
	}
	still := []string{report.NoneMoved.String(), report.NoneAssessed.String()}
	return slices.DeleteFunc(slices.Clone(parts), func(p report.Part) bool {
		return p.Label == report.LevelMoved.String() || p.Label == report.StrandsMoved.String() && !slices.Contains(still, p.Text)
	})
}

// historyAnswers has the answers that changed below all else on the left, close together where they need to be, or where there's no
// room beside it.
func (m Model) historyAnswers(p *page, changed []line, answers []report.Part) {
	closer := slices.Clone(changed)
	if under := slices.IndexFunc(closer, line.empty); under >= 0 { // the heading
		closer = slices.Delete(closer, under, under+1)
	}
	for _, try := range [][]line{changed, closer, withoutBlanks(changed)} {
		tail := try
		if len(p.tail) > 0 {
			tail = slices.Concat(p.tail, []line{{}}, try)
		}
		if height(m.layout.air(), p.head, p.rows, tail, false, false) <= m.layout.room(*p) {
			p.tail = tail
			return
		}
	}
	p.margin = append(append(p.margin, line{}), m.answerMoves(answers, m.layout.pane)...)
}

// aimRow is where the person wants to go, apart from the results: beside its label, in the column of what they came to where it has
// room there, or under it.
func (m Model) aimRow(aim string, on bool) row {
	label, indent := locale.Text("Your aim"), "    "
	column := lipgloss.Width(indent) + m.dayColumn()
	if !m.layout.roomy {
		label, indent = locale.Text("Aim"), ""
		column = lipgloss.Width(label + "  ")
	}
	name := pad(label, column)
	if !on {
		name = m.palette.quiet.Render(name)
	}
	if column+lipgloss.Width(aim) <= m.layout.list {
		return row{apart: true, lines: []line{m.cursorLine("", "", name, aim, on)}}
	}
	return row{apart: true, lines: []line{m.cursorLine("", "", name, "", on), {on: on, text: indent + cut(aim, m.layout.list-len(indent))}}}
}

// dayColumn is how wide the days of the results are.
func (m Model) dayColumn() int {
	least, day := 20, report.Date
	if !m.layout.roomy {
		least, day = 13, report.ShortDate
	}
	return max(least, widest(m.history.read.Results, func(r session.Result) string { return day(r.Saved) })+len("  "))
}

// historyHead puts above the rows what leaves room to some of them. Where there's room for all of it, it puts below them the strands as
// they are and were, and says so.
func (m Model) historyHead(p *page, said []line, at int) (strands bool) {
	p.head = said
	if len(m.history.read.Results) < 2 {
		return false
	}
	chart := lines(report.LevelChart(m.history.read, m.layout.text, m.palette.inks())...)
	still := report.Unmoved(m.history.read)
	if still != "" {
		chart = nil
	}
	if m.layout.roomy {
		p.tail, _ = m.strandsThen(at)
		p.head = m.roomiest(*p, under(said, chart, true), said)
		if height(nil, p.head, p.rows, p.tail, false, false) <= m.layout.room(*p) {
			return true
		}
		p.tail = nil
	}
	if still != "" {
		p.head = under(said, lines(wrap(still, m.layout.text)...), false)
		p.head = m.roomiest(*p, under(p.head, m.strandLevels(), false), p.head)
		return false
	}
	rows := p.rows
	p.rows = rows[:min(len(rows), 4)]
	if m.layout.roomy {
		p.head = m.roomiest(*p, historyHeads(said, chart, m.strandsOver())...)
	} else {
		brief := lines(m.palette.quiet.Render(locale.Text("Level")+" ") + m.levelsInTurn(m.levelOver()))
		if moved := report.StrandsBrief(m.history.read); moved != "" { // the level hasn't
			brief = lines(wrap(moved, m.layout.text)...)
		}
		p.head = m.roomiest(*p, under(under(said, chart, false), m.strandsOver(), false), under(under(said, brief, false), m.strandLevels(), false), under(said, brief, false))
	}
	p.rows = rows
	return false
}

// strandLevels are the strands of the last result, each with its level, in as many columns as there's room for, the levels of each
// under one another.
func (m Model) strandLevels() []line {
	const gap = 3
	told := strings.Split(report.StrandLevels(m.history.read.Results[0]), "  ")
	names := widest(told, func(s string) string { return s })
	for i, s := range told {
		level := strings.LastIndexByte(s, ' ') + 1
		told[i] = pad(s[:max(0, level)], names-len(s[level:])) + s[level:]
	}
	column := names + gap
	abreast := max(1, (m.layout.text+gap)/column)
	rows := (len(told) + abreast - 1) / abreast
	var out []line
	for some := range slices.Chunk(told, (len(told)+rows-1)/rows) { // as many in each row
		text := ""
		for _, t := range some {
			text += pad(t, column)
		}
		out = append(out, line{text: m.palette.quiet.Render(strings.TrimRight(text, " "))})
	}
	return out
}

// historyHeads are what may stand above the rows on a roomy layout, from the most.
func historyHeads(said, chart, strands []line) [][]line {
	return [][]line{under(under(said, chart, true), strands, true), under(said, chart, true), under(said, chart, false), under(said, strands, false), said}
}

// under is what stands under other lines, after a blank one or none.
func under(above, below []line, air bool) []line {
	out := slices.Clone(above)
	if air && len(below) > 0 {
		out = append(out, line{})
	}
	return append(out, below...)
}

// pastRow is a result: its day, what it came to and, where its strands aren't drawn below, a small path; with the mark that it's drawn by,
// or that says the others are compared with it.
func (m Model) pastRow(i int, r *session.Result, on bool, drawn []int) row {
	mark := " "
	if drawnAs := slices.Index(drawn, i); drawnAs >= 0 {
		mark = m.inkedMark(drawnAs)
	}
	if i == m.history.base {
		mark = markTicked
	}
	date, told, column := report.Date, report.ResultLine(*r), m.dayColumn()
	if !m.layout.roomy {
		date, told = report.ShortDate, report.ResultBrief(*r)
	}
	path, width := "", m.layout.list-4-column
	if m.layout.roomy && len(drawn) == 0 {
		path = "  " + m.smallPath(r.Placement)
		if width -= lipgloss.Width(path); lipgloss.Width(told) > width {
			told = report.ResultBrief(*r)
		}
	}
	return row{lines: []line{m.cursorLine(digitOf(i), " "+mark+" ", pad(date(r.Saved), column), m.palette.quiet.Render(pad(told, width))+path, on)}}
}

// drawnBelow are the results whose strands stand below the rows: the one under the cursor, else the last, and the one it's compared with.
func (m Model) drawnBelow(at int) []int {
	if at >= len(m.history.read.Results) {
		at = 0
	}
	return []int{at, m.compared(at)}
}

// historyKeys are the keys of the screen, for help.
func (m Model) historyKeys() []choice {
	if m.history.open {
		return []choice{{locale.Text("Tab"), locale.Text("back to the results")}}
	}
	out := []choice{{locale.Text("Enter"), locale.Text("open that result; on the last row, say where you want to go")}}
	if !m.layout.wide {
		out = append(out, choice{locale.Text("Tab"), locale.Text("what changed since the one before it, and why")})
	}
	return append(out, choice{locale.Text("Space"), locale.Text("compare the others with this one")})
}

func (m Model) historyMarks() []choice {
	if m.history.open || len(m.history.read.Results) < 2 {
		return nil
	}
	marks := []choice{{markYou + " " + markAnswer, locale.Text("the result shown, earlier results")}, {markShared, locale.Text("two or more at the same level")}, {markNeighbour, locale.Text("a result that was unclear")},
		{lineDotted, locale.Text("not assessed")}, {markTicked, locale.Text("the one that the others are compared with")}}
	if m.layout.wide && len(m.history.read.Results) > 2 {
		marks = append(marks, choice{report.LevelBars(3), locale.Text("a strand in each result, the earliest first")})
	}
	return marks
}
