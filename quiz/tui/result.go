package tui

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// tab is one part of the result. A low or small layout has the strands apart.
type tab int

const (
	tabWhere tab = iota
	tabStrands
	tabWhy
	tabNext
)

// result shows one result: where the person stands, why, and what to work on next. It holds what it shows,
// whatever becomes of the session meanwhile.
type result struct {
	shown  report.Export
	ranked []session.Advised // the steps for it, the best first

	tab   tab
	list  list // of the tab's rows
	level list // of the page of the level
	page  bool // the page of the level is unfolded

	replayable bool
	replay     replay // unfolded where it has steps

	cards  cards // the next steps
	offer  session.Offer
	action int // which first action the open step shows
}

func (m Model) openResult() Model {
	if m.session.Observing() { // it's for someone else
		return m.goHome()
	}
	if !m.onHome() {
		return m.openSurvey()
	}
	return m.showResult(m.export())
}

// export is the last result of each assessment, and the plan, as reports tell them.
func (m Model) export() report.Export {
	e, _ := report.NewExport(m.session.Results, m.session.Plan)
	e.Before = m.session.Previous
	return e
}

// asksAim reports whether the result shown is one to say anew of where the person wants to go: the last one.
func (m Model) asksAim() bool {
	return m.session.HasClosing() && m.result.shown.Result.Started.Equal(m.session.Results[stages.Stages].Started)
}

func (m Model) showResult(e report.Export) Model {
	m.on, m.result = onResult, result{shown: e, ranked: e.Result.Ranked(m.session.Bank, m.session.Results)}
	m.result.replayable = e.Result.Replayable(m.session.Bank)
	return m.toTab(tabWhere)
}

func (m Model) toTab(t tab) Model {
	m.result.tab, m.result.list, m.result.cards = t, nowhere, cards{open: -1}
	m.result.offer, m.result.action = session.Offer{}, 0
	return m
}

// snapshot and placement are what the result was reached with, and what it came to.
func (m Model) snapshot() *stages.Catalog   { return &m.result.shown.Result.Snapshot }
func (m Model) placement() stages.Placement { return m.result.shown.Result.Placement }

// tabs are the parts that this size of layout has.
func (m Model) tabs() []tab {
	if m.layout.tall {
		return []tab{tabWhere, tabWhy, tabNext}
	}
	return []tab{tabWhere, tabStrands, tabWhy, tabNext}
}

var tabNames = map[tab]string{tabWhere: "where", tabStrands: "strands", tabWhy: "why", tabNext: "next steps"}

// tabIndex is the place of the tab one is on; a tab that this size lacks is part of the first.
func (m Model) tabIndex() int { return max(0, slices.Index(m.tabs(), m.result.tab)) }

func (m Model) resultKey(k string) Model {
	tabs, at := m.tabs(), m.tabIndex()
	switch {
	case m.result.page:
		return m.levelKey(k)
	case len(m.result.replay.steps) > 0:
		return m.replayKeys(k)
	}
	switch k {
	case "tab":
		if tabs[at] == tabWhere && m.placement().Level != nil {
			return m.push().openLevel()
		}
	case "esc":
		if closed, was := m.result.cards.closed(); was {
			m.result.cards = closed
			return m
		}
		return m.back()
	case "left", "right":
		to := at - 1
		if k == "right" {
			to = at + 1
		}
		if to >= 0 && to < len(tabs) {
			return m.toTab(tabs[to])
		}
		return m
	}
	switch tabs[at] {
	case tabNext:
		return m.nextKey(k)
	case tabWhy:
		return m.whyTabKey(k)
	case tabStrands:
		return m.strandsKey(k)
	}
	if m.layout.tall {
		return m.strandsKey(k)
	}
	m.result.list = m.textKey(m.result.list, k, m.resultPage())
	return m
}

// strandsKey moves over the strands. Enter goes to the first answer along one.
func (m Model) strandsKey(k string) Model {
	if m.placement().Level == nil {
		if k == "1" || k == "enter" {
			return m.openResultReview(m.result.shown.Result, "")
		}
		return m
	}
	if digit(k) >= 0 {
		return m
	}
	at, chosen := m.listKey(m.result.list, k, m.resultPage())
	m.result.list = at
	if !chosen {
		return m
	}
	asked, _ := m.result.shown.Result.Review()
	for _, q := range asked {
		if q.Strand == m.placement().Strands[at.cursor].ID {
			return m.openResultReview(m.result.shown.Result, q.ID)
		}
	}
	return m.say(report.NothingAsked)
}

func (m Model) resultPage() page {
	tabs, at := m.tabs(), m.tabIndex()
	switch {
	case m.result.page:
		return m.levelPage()
	case len(m.result.replay.steps) > 0:
		return m.replayPage()
	}
	p := page{place: "Your result", fact: fmt.Sprintf("%s%s%d of %d", tabNames[tabs[at]], separator, at+1, len(tabs)), at: m.result.list}
	m, p.beyond = m.beyondResult(tabs[at])
	switch tabs[at] {
	case tabWhere:
		p = m.wherePage(p)
	case tabStrands:
		p = m.strandsPage(p)
	case tabWhy:
		p = m.whyTabPage(p)
	case tabNext:
		p = m.nextPage(p)
	}
	open := m.result.cards.open >= 0
	if at > 0 {
		p.hints = append(p.hints, hint{"←", tabNames[tabs[at-1]]})
	}
	if at+1 < len(tabs) {
		p.hints = append(p.hints, hint{"→", tabNames[tabs[at+1]]})
	}
	p.hints = append(p.hints, hint{"Esc", m.out(open)})
	return p
}

// headline is the answer in words: the level, and how sure.
func (m Model) headline() (level, sure []line) {
	c, r := m.snapshot(), m.placement()
	return paint(m.palette.focal, wrap(report.Headline(c, r), m.layout.text)), lines(wrap(report.Sureness(c, r), m.layout.text)...)
}

// whereLines is the first tab of a low layout, on which it may scroll.
func (m Model) whereLines() []line {
	level, sure := m.headline()
	path := m.path(m.placement())
	if m.layout.roomy {
		path = append(path, m.pathNames(m.snapshot(), m.placement())...)
	}
	out := slices.Concat(level, []line{{}}, path, []line{{}}, sure)
	if tail := m.whereTail(); len(tail) > 0 && m.placement().Level != nil {
		out = append(append(out, line{}), tail...)
	}
	return out
}

func (m Model) wherePage(p page) page {
	r := m.placement()
	if !m.layout.tall {
		p.at = list{cursor: -1, scroll: max(0, m.result.list.scroll)}
		for _, l := range m.whereLines() {
			p.rows = append(p.rows, row{lines: []line{l}})
		}
		p.hints = []hint{{"Tab", "your level"}}
		p.margin = m.besideWhere(-1)
		return p
	}
	level, sure := m.headline()
	path, names := m.path(r), m.pathNames(m.snapshot(), r)
	if r.Level == nil {
		p.head = slices.Concat(level, sure, []line{{}}, path, names)
		p.at = list{}
		p.rows = []row{{apart: true, lines: []line{m.cursorLine("1", "  ", "Look at the questions again", "", true)}}}
		p.hints = []hint{{"Enter", "look again"}}
		p.margin = m.besideWhere(-1)
		return p
	}
	p = m.strandRows(p)
	if m.layout.airy {
		taken := fmt.Sprintf("Taken on %s: %s. Saved here for you.", report.Date(m.result.shown.Result.Saved), report.Taken(m.result.shown.Result.Interview.Answers))
		p.sentence = line{text: m.palette.quiet.Render(taken)}
	}
	strands, air := p.head, []line{{}}
	longest := p
	for _, s := range r.Strands { // so that nothing above moves from strand to strand
		if told := m.strandTail(s); p.at.cursor >= 0 && !m.layout.wide && len(told) > len(longest.tail) {
			longest.tail = told
		}
	}
	p.head = m.roomiest(longest, slices.Concat(level, sure, air, path, names, air, strands), slices.Concat(level, sure, path, names, air, strands),
		slices.Concat(level, sure, path, names, strands), slices.Concat(level, sure, path, air, strands), slices.Concat(level, sure, path[1:], strands),
		slices.Concat(level, path[1:], strands))
	return p
}

// roomiest is the first head of a page that leaves room to all its rows and its tail, or the last.
func (m Model) roomiest(p page, heads ...[]line) []line {
	room := m.layout.room(p)
	for _, head := range heads {
		if len(assemble(nil, head, p.rows, p.tail, false, false)) <= room {
			return head
		}
	}
	return heads[len(heads)-1]
}

func (m Model) strandsPage(p page) page {
	if m.placement().Level == nil {
		p.at = nowhere
		p.rows = textRows(lines(wrap(report.Sureness(m.snapshot(), m.placement()), m.layout.text)...))
		p.margin = m.besideWhere(-1)
		return p
	}
	return m.strandRows(p)
}

// whereTail says what opens the next level, or the shape of the strands, and what the surroundings
// say of the gaps.
func (m Model) whereTail() []line {
	c, r := m.snapshot(), m.placement()
	text := strings.TrimSpace(m.result.shown.Moved() + " " + or(report.Opens(c, r), report.Shape(c, r)) + " " + m.result.shown.PlaceSays())
	if text == "" {
		return nil
	}
	return lines(wrap(text, m.layout.text)...)
}

// strandRows are the strips, and below them, or beside them where it is wide, what is known of the one under the
// cursor.
func (m Model) strandRows(p page) page {
	r := m.placement()
	p.at = p.at.clamped(len(r.Strands))
	p.head, p.rows = m.stripRows(p.at.cursor)
	p.tail = m.whereTail()
	p.hints = []hint{{"↑↓", "strands"}, {"Tab", "your level"}}
	if m.result.tab == tabStrands {
		p.hints = []hint{{"↑↓", "strands"}}
	}
	p.margin = m.besideWhere(p.at.cursor)
	if at := p.at.cursor; at >= 0 {
		p.hints = []hint{{"↑↓", "strands"}, {"Enter", "see answers"}}
		switch told := m.strandTail(r.Strands[at]); {
		case m.layout.wide:
		case m.layout.roomy:
			p.tail = told
		default:
			p.rows[at].lines = append(p.rows[at].lines, told...)
		}
	}
	return p
}

// stripRows are the strips, each a row with how its strand stands, and above them the numbers of the levels.
func (m Model) stripRows(cursor int) (head []line, rows []row) {
	c, r := m.snapshot(), m.placement()
	target, column := report.Target(r), m.strandColumn()
	title := "Strands"
	compared := ""
	if m.layout.roomy {
		title = report.Capital(report.Number(len(r.Strands))) + " strands"
		compared = fmt.Sprintf("  compared with level %d", target)
		column = max(column, lipgloss.Width(title)+1)
	}
	head = []line{{text: m.palette.quiet.Render(pad(title, column)) + m.stripHead(r.Levels(), target) + m.palette.quiet.Render(compared)}}
	for i, s := range r.Strands {
		standing := report.Standing(r, s)
		if !m.layout.roomy {
			standing = report.StandingBrief(r, s)
		}
		name := m.cursorLine("", "", pad(report.StrandName(c, s.ID), column), "", i == cursor)
		strand := row{lines: []line{{gutter: name.gutter, text: name.text + m.strip(s, target) + "  " + standing}}}
		if m.layout.roomy {
			for _, t := range wrap(report.StrandShown(m.result.shown.Result, s.ID), m.layout.text-column) {
				strand.more = append(strand.more, line{text: strings.Repeat(" ", column) + m.palette.quiet.Render(t)})
			}
		}
		rows = append(rows, strand)
	}
	return head, rows
}

// strips are the strands to look at, with no cursor among them.
func (m Model) strips() []line {
	out, rows := m.stripRows(nowhere.cursor)
	for _, r := range rows {
		out = append(out, r.lines...)
	}
	return out
}

// strandTail is what is known of a strand, below the strips. A small layout has no room for more of how it stands
// beside them.
func (m Model) strandTail(s stages.StrandResult) []line {
	var out []line
	if against := report.Against(s, report.Target(m.placement())); !m.layout.roomy {
		out = lines(wrap(report.Capital(against)+".", m.layout.text)...)
	}
	for _, p := range report.StrandParts(m.result.shown.Result, s) {
		out = append(out, lines(wrap(p.Text, m.layout.text)...)...)
	}
	return out
}

// widestStrand is the most that the name of a strand takes, in columns.
const widestStrand = 14

// strandColumn is the width of the strands' names, with a space after the longest.
func (m Model) strandColumn() int {
	width := 0
	for _, s := range m.snapshot().Strands {
		width = max(width, lipgloss.Width(s.Name)+1)
	}
	return min(max(width, 9), widestStrand)
}

// levelPage is the page of the level a person is at. It unfolds over the first tab of the result.
func (m Model) levelPage() page {
	level := *m.placement().Level
	p := page{place: "Your level", fact: fmt.Sprintf("level %d", level), at: m.result.level,
		head:  paint(m.palette.focal, wrap(report.LevelName(m.snapshot(), level), m.layout.text)),
		rows:  textRows(m.levelLines(m.levelParts())),
		hints: []hint{{"↑↓", "scroll"}, {"Tab", "fold"}, {"Esc", "back"}}}
	if m.layout.wide {
		p.margin, p.reads = m.stacked(report.LevelNeighbours(m.snapshot(), level)), true
		p = m.levelOverPanes(p)
	}
	return p
}

// levelOverPanes lets the text of a level go on in the second of three panes, and puts the neighbours into the third,
// where they have room.
func (m Model) levelOverPanes(p page) page {
	m.layout = m.layout.threePanes()
	neighbours := m.stacked(report.LevelNeighbours(m.snapshot(), *m.placement().Level))
	room := m.layout.room(p)
	if !m.layout.three || len(neighbours) >= room {
		return p
	}
	parts := m.levelParts()
	n := len(parts)
	for ; n > 1 && len(p.head)+1+len(m.levelLines(parts[:n])) > room; n-- {
		continue
	}
	if n == len(parts) {
		return p
	}
	p.rows, p.margin, p.beyond = textRows(m.levelLines(parts[:n])), m.stacked(parts[n:]), neighbours
	return p
}

// openLevel unfolds it.
func (m Model) openLevel() Model {
	m.result.page, m.result.level = true, nowhere
	return m
}

func (m Model) levelLines(parts []report.Part) []line {
	var out []line
	for _, part := range parts {
		if len(out) > 0 {
			out = append(out, line{})
		}
		out = append(out, m.labelled([]report.Part{part}, m.layout.text)...)
	}
	return out
}

// levelParts are how the person is uneven, then the level, then what is around it.
func (m Model) levelParts() []report.Part {
	name, parts := m.result.shown.Shape()
	if name != "" {
		parts[len(parts)-1].Label = "Your shape"
		parts[len(parts)-1].Text = name + ". " + parts[len(parts)-1].Text
	}
	c, level := m.snapshot(), *m.placement().Level
	parts = append(parts, report.LevelParts(c, level, m.result.shown.Result.Profile.Work)...)
	if m.layout.wide {
		return parts // the others stand beside it
	}
	return append(parts, report.LevelNeighbours(c, level)...)
}

func (m Model) levelKey(k string) Model {
	switch k {
	case "tab", "esc", "enter", "left":
		return m.back()
	default:
		m.result.level = m.textKey(m.result.level, k, m.levelPage())
	}
	return m
}
