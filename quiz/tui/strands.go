package tui

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/stages"
)

// strandsKey moves over the strands. Enter goes to the first answer along one.
func (m Model) strandsKey(k string) Model {
	if m.placement().Level == nil {
		if k == "1" || k == "enter" {
			return m.openResultReview(m.result.shown.Result, "")
		}
		return m
	}
	switch {
	case k == "1" && m.doubted():
		return m.lookAgain()
	case digit(k) >= 0:
		return m
	}
	at, chosen := m.listKey(m.strandsList(), k, m.resultPage())
	m.result.list = at
	switch {
	case !chosen:
		return m
	case at.cursor == len(m.placement().Strands):
		return m.lookAgain()
	}
	asked, _ := m.result.shown.Result.Review()
	for _, q := range asked {
		if q.Strand == m.placement().Strands[at.cursor].ID {
			return m.openResultReview(m.result.shown.Result, q.ID)
		}
	}
	return m.say(report.NothingAsked.String())
}

// strandsList is where one is among the strands and, where the result is in doubt, the row of a second look, which is
// the one to take before a key is pressed.
func (m Model) strandsList() list {
	at, n := m.result.list, len(m.placement().Strands)
	if !m.layout.tall || !m.doubted() {
		return at.clamped(n)
	}
	if at.cursor < 0 {
		at.cursor = n
	}
	return at.clamped(n + 1)
}

func (m Model) strandsPage(p page) page {
	if m.placement().Level == nil {
		p.at = nowhere
		p.rows = textRows(lines(wrap(report.Sureness(m.result.shown.Result), m.layout.text)...))
		p.margin = m.besideWhere(-1)
		return p
	}
	return m.strandRows(p)
}

// whereTail says what opens the next level, unless why stands beside it and says so, or the shape of the strands, and
// what the surroundings say of the gaps.
func (m Model) whereTail() []line {
	c, r := m.snapshot(), m.placement()
	says := report.Opens(c, r)
	if m.layout.wide || says == "" {
		says = report.Shape(c, r)
	}
	var out []line
	for _, text := range []string{strings.TrimSpace(m.result.shown.Moved() + " " + says), m.result.shown.PlaceSays()} {
		if text != "" {
			out = append(out, lines(wrap(text, m.layout.text)...)...)
		}
	}
	return out
}

// strandRows are the strips, and below them, or beside them where it is wide, what is known of the one under the
// cursor.
func (m Model) strandRows(p page) page {
	r := m.placement()
	p.at = m.strandsList()
	p.head, p.rows = m.stripRows(p.at.cursor)
	if m.layout.tall && m.doubted() {
		act := m.cursorLine("1", "  ", locale.Text("Look again at the answers that don't fit"), "", p.at.cursor == len(p.rows))
		p.rows = append(p.rows, row{apart: true, lines: []line{act}})
	}
	p.tail = m.whereTail()
	p.hints = []hint{{"↑↓", "strands"}}
	if m.result.tab != tabStrands && m.hasLevel() {
		p.hints = append(p.hints, hint{locale.Text("Tab"), "your level"})
	}
	p.margin = m.besideWhere(p.at.cursor)
	switch at := p.at.cursor; {
	case at == len(r.Strands):
		p.hints = slices.Insert(p.hints, 1, hint{locale.Text("Enter"), "look again"})
	case at >= 0:
		p.hints = []hint{{"↑↓", "strands"}, {locale.Text("Enter"), "see answers"}}
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
	title := locale.Text("Strands")
	compared := ""
	if m.layout.roomy {
		title = locale.Sprintf("%s strands", report.Capital(report.Number(len(r.Strands))))
		compared = "  " + locale.Sprintf("compared with level %d", target)
		column = max(column, lipgloss.Width(title)+2)
	}
	head = []line{{text: m.palette.quiet.Render(pad(title, column)) + m.stripHead(r.Levels(), target) + m.palette.quiet.Render(compared)}}
	say := report.Standing
	for _, s := range r.Strands {
		if !m.layout.roomy || column+stripWidth(r.Levels(), m.stripStep(r.Levels()))+lipgloss.Width("  "+report.Standing(r, s)) > m.layout.list {
			say = report.StandingBrief
		}
	}
	for i, s := range r.Strands {
		standing := say(r, s)
		name := m.cursorLine("", "", pad(report.StrandName(c, s.ID), column), "", i == cursor)
		strand := row{lines: []line{{gutter: name.gutter, text: name.text + m.strip(r, s, target) + "  " + standing}}}
		if m.layout.roomy && !m.layout.wide { // else the pane says it
			strand.more = m.indented(wrap(report.StrandShown(m.result.shown.Result, s.ID), m.layout.text-column), column)
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
	var texts []string
	if against := report.Against(s, report.Target(m.placement())); !m.layout.roomy {
		texts = append(texts, report.Capital(against)+".")
	}
	for _, p := range report.StrandParts(m.result.shown.Result, s) {
		texts = append(texts, p.Text)
	}
	return lines(wrap(strings.Join(texts, " "), m.layout.text)...)
}

// widestStrand is the most that the name of a strand takes, in columns.
const widestStrand = 14

// strandColumn is the width of the strands' names, with a space after the longest.
func (m Model) strandColumn() int {
	return min(max(widest(m.snapshot().Strands, strandName)+1, 9), widestStrand)
}

// widest is how many columns the longest of some names takes.
func widest[T any](of []T, name func(T) string) int {
	width := 0
	for _, t := range of {
		width = max(width, lipgloss.Width(name(t)))
	}
	return width
}

func strandName(s stages.Strand) string { return s.Name }
