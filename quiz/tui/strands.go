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
	case at.cursor == m.lookAt():
		return m.lookAgain()
	}
	if !m.layout.roomy {
		m = m.push()
		m.result.alone, m.result.text = true, nowhere
		return m
	}
	return m.seeAnswers()
}

// seeAnswers opens the answers at the first along the strand under the cursor.
func (m Model) seeAnswers() Model {
	asked, _ := m.result.shown.Result.Review()
	for _, q := range asked {
		if q.Strand == m.strandAlone().ID {
			return m.openResultReview(m.result.shown.Result, q.ID)
		}
	}
	return m.say(report.NothingAsked.String())
}

// strandAlone is the strand under the cursor.
func (m Model) strandAlone() stages.StrandResult {
	return m.placement().Strands[max(0, m.strandOn(m.strandsList().cursor))]
}

// readsStrand reports whether a strand has the screen, which it has on a small layout only: on others all of it stands below the
// strips, or beside them.
func (m Model) readsStrand() bool { return m.result.alone && !m.layout.roomy }

// strandPage is all that is known of a strand, with its answers.
func (m Model) strandPage() page {
	m.layout.pane = m.layout.text
	p := page{place: locale.Text("Your result"), fact: locale.Text("strands"), at: m.result.text, aired: true}
	p.rows = textRows(m.strandBeside(m.result.shown.Result, m.strandAlone(), true, true))
	p.hints = append(m.layout.scrollHint(p), hint{locale.Text("Enter"), "see answers"}, hint{locale.Text("Esc"), "back"})
	return p
}

func (m Model) strandKey(k string) Model {
	switch k {
	case "enter":
		return m.seeAnswers()
	case "esc", "left":
		return m.back()
	}
	m.result.text = m.textKey(m.result.text, k, m.strandPage())
	return m
}

// strandsList is where one is among the strands and, where the result is in doubt, the row of a second look, which is
// the one to take before a key is pressed.
func (m Model) strandsList() list {
	at, n := m.result.list, len(m.placement().Strands)
	if m.lookAt() < 0 {
		return at.clamped(n)
	}
	at.cursor = max(0, at.cursor)
	return at.clamped(n + 1)
}

// lookAt is the row of a second look, which comes before the strands, or −1.
func (m Model) lookAt() int {
	if m.layout.tall && m.doubted() {
		return 0
	}
	return -1
}

// strandOn is the strand of a row, from 0, or less where it has none.
func (m Model) strandOn(row int) int { return row - (m.lookAt() + 1) }

// lookRow is the row of a second look, the same on each page that has it.
func (m Model) lookRow(on bool) row {
	says := locale.Text("Look again at the answers that don't fit")
	if !m.layout.roomy {
		says = locale.Text("Look again at what doesn't fit")
	}
	texts := wrap(says, m.layout.list-len("1  "))
	out := row{apart: true, lines: []line{m.cursorLine("1", "  ", texts[0], "", on)}}
	for _, t := range texts[1:] {
		if on {
			t = m.palette.chosen.Render(t)
		}
		out.lines = append(out.lines, line{on: on, text: "   " + t})
	}
	return out
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

// whereTail says how sure the level is, what the answers point to and what's missing for it; then what opens the next level,
// unless that stands below it anyway, or the shape of the strands; and what the surroundings say of the gaps. With air, a blank
// line is between two of these, else one goes on in the other; without the chance, what opens the next level is left out.
func (m Model) whereTail(air, chance bool) []line {
	c, r := m.snapshot(), m.placement()
	_, sure := m.headline()
	says := report.Opens(c, r)
	if says == "" || m.layout.wide && says == m.result.shown.WayUp() {
		says = report.Shape(c, r)
	} else if !chance {
		says = ""
	}
	texts := slices.DeleteFunc([]string{unwrapped(sure), strings.TrimSpace(m.result.shown.Moved() + " " + says), m.result.shown.PlaceSays()},
		func(text string) bool { return text == "" })
	if !air {
		return lines(wrap(strings.Join(texts, " "), m.layout.text)...)
	}
	var out []line
	for i, text := range texts {
		if i > 0 {
			out = append(out, line{})
		}
		out = append(out, lines(wrap(text, m.layout.text)...)...)
	}
	return out
}

// unwrapped is the text that was set in these lines.
func unwrapped(set []line) string {
	texts := make([]string, len(set))
	for i, l := range set {
		texts[i] = l.text
	}
	return strings.Join(texts, " ")
}

// strandRows are the strips, and below them, or beside them where it is wide, what is known of the one under the
// cursor.
func (m Model) strandRows(p page) page {
	r := m.placement()
	p.at = m.strandsList()
	p.head, p.rows = m.stripRows(m.strandOn(p.at.cursor))
	look, on := m.lookAt(), m.strandOn(p.at.cursor)
	if look >= 0 {
		p.rows = slices.Insert(p.rows, look, m.lookRow(p.at.cursor == look))
	}
	p.tail = m.whereTail(m.layout.wide, true)
	p.hints = []hint{{"↑↓", "strands"}}
	if m.result.tab != tabStrands && m.hasLevel() {
		p.hints = append(p.hints, hint{locale.Text("Tab"), "your level"})
	}
	p.margin = m.besideWhere(on)
	switch {
	case look >= 0 && p.at.cursor == look:
		p.hints = slices.Insert(p.hints, 1, hint{locale.Text("Enter"), "look again"})
	case on >= 0:
		p.hints = []hint{{"↑↓", "strands"}, {locale.Text("Enter"), "see answers"}}
		switch {
		case m.beside(p): // the answers are there
			p.hints = p.hints[:1]
		case !m.layout.roomy:
			p.hints[1].does = "open"
		}
		switch told := m.strandTail(r.Strands[on]); {
		case m.layout.wide:
		case m.layout.roomy:
			p.tail = told
		default:
			p.rows[on].lines = append(p.rows[on].lines, m.strandBegins(r.Strands[on])...)
		}
	}
	return p
}

// stripRows are the strips, each a row with how its strand stands, and above them the numbers of the levels.
func (m Model) stripRows(cursor int) (head []line, rows []row) {
	c, r := m.snapshot(), m.placement()
	target, column := report.Target(r), m.strandColumn()
	title, compared := "", "  "+crossAhead+" "+locale.Sprintf("level %d", target) // a small layout has the dotted lines in words
	if m.layout.roomy {
		title = locale.Sprintf("%s strands", report.Capital(report.Number(len(r.Strands))))
		compared = "  " + m.stripKey(target)
		column = max(column, lipgloss.Width(title)+2)
	}
	head = []line{{text: m.palette.quiet.Render(pad(title, column)) + m.stripHead(r.Levels(), target) + m.palette.quiet.Render(compared)}}
	say := report.Standing
	if !m.layout.roomy {
		say = report.StandingOpen
	}
	for _, s := range r.Strands {
		if m.layout.roomy && column+stripWidth(r.Levels(), m.stripStep(r.Levels()))+lipgloss.Width("  "+report.Standing(r, s)) > m.layout.list {
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

// stripKey says what the crossing is and, where there is one, a dotted line.
func (m Model) stripKey(target int) string {
	key := crossAhead + " " + locale.Sprintf("level %d", target)
	if m.someOpen() {
		key += "  " + lineDotted + " " + locale.Text("could be either")
	}
	return key
}

// someOpen reports whether the answers leave open at what level a strand is, which is drawn as a dotted line.
func (m Model) someOpen() bool {
	return slices.ContainsFunc(m.placement().Strands, func(s stages.StrandResult) bool {
		low, high := s.Span()
		return s.Level != nil && low != high
	})
}

// strips are the strands to look at, with no cursor among them.
func (m Model) strips() []line {
	out, rows := m.stripRows(nowhere.cursor)
	for _, r := range rows {
		out = append(out, r.lines...)
	}
	return out
}

// strandTail is what is known of a strand, below the strips.
func (m Model) strandTail(s stages.StrandResult) []line {
	var texts []string
	for _, p := range report.StrandParts(m.result.shown.Result, s) {
		texts = append(texts, p.Text)
	}
	return lines(wrap(strings.Join(texts, " "), m.layout.text)...)
}

// strandBegins is how that begins, under a strip of a small layout, which has no room beside it for how the strand stands.
func (m Model) strandBegins(s stages.StrandResult) []line {
	const most = 4
	said := report.Capital(report.Against(s, report.Target(m.placement()))) + "."
	if parts := report.StrandParts(m.result.shown.Result, s); len(parts) > 0 {
		said += " " + parts[0].Text
	}
	out := []line{}
	width := m.layout.text - answerIndent
	for _, t := range shortened(wrap(said, width), width, most) {
		out = append(out, line{on: true, text: strings.Repeat(" ", answerIndent) + m.palette.quiet.Render(t)})
	}
	return out
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
