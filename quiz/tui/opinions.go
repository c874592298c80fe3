package tui

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/stages"
)

// opinionStrips are the strands, each with where everyone's answers put the person: a mark for the person's own, one for
// each of the others', and what lies between them heavy. The numbers say the same, the person's own first.
func (m Model) opinionStrips() []line {
	o, column := m.cfg.Opinions, m.opinionColumn()
	levels := o.Mine.Levels()
	step := m.stripStep(levels)
	gap := " "
	if m.layout.roomy {
		gap = "   "
	}
	head := strings.Repeat(" ", column) + m.stripHead(levels, 0) + " "
	for voice := range 1 + len(o.Observers) {
		head += gap + m.inkedMark(voice)
	}
	out := lines(head)
	for i, mine := range o.Mine.Strands {
		at, said := []int{strandAt(o.Mine, mine, step)}, gap+levelOrNone(mine.Level)
		for _, seen := range o.Observers {
			at = append(at, strandAt(seen.Placement, seen.Placement.Strands[i], step))
			said += gap + levelOrNone(seen.Placement.Strands[i].Level)
		}
		name := pad(report.StrandName(m.session.Bank.Catalog(), mine.ID), column)
		out = append(out, line{text: name + m.opinionStrip(at, opinionMarks, stripWidth(levels, step), step) + " " + said})
	}
	return out
}

// opinionKey says whose marks are whose, and what the mark of several is, where it's drawn.
func (m Model) opinionKey() []string {
	said := m.opinionVoices()
	if m.opinionsShare() {
		said = append(said, strings.TrimSpace(m.sharedKey()))
	}
	return said
}

// opinionVoices say whose marks are whose and what level each one's answers point to.
func (m Model) opinionVoices() []string {
	said := m.cfg.Opinions.Levels()
	for i, level := range said {
		said[i] = m.inkedMark(i) + " " + m.palette.focal.Render(level)
	}
	return said
}

// opinionsShare reports whether the mark of several is drawn on a strand.
func (m Model) opinionsShare() bool {
	return slices.ContainsFunc(m.opinionStrips(), func(l line) bool { return strings.Contains(l.text, markShared) })
}

// opinionHead is that over the strands, as much beside one another as a line has room for: from the column on where what it explains
// is drawn, after what it's about, where there's room for that.
func (m Model) opinionHead() []line {
	column, label := 0, ""
	if m.layout.roomy {
		column, label = m.opinionColumn(), m.palette.focal.Render(locale.Text("Level"))
	}
	m.layout.text -= column
	out := m.unbroken(m.opinionKey())
	for i := range out {
		out[i].text, label = pad(label, column)+out[i].text, ""
	}
	return out
}

// otherMarks are the marks of the others, each with a name, and that of several, where it's drawn.
func (m Model) otherMarks(of report.Topic) string {
	var out []string
	for i, name := range m.cfg.Opinions.Names {
		out = append(out, opinionMark(1+i)+" "+name)
	}
	if shares(of) {
		out = append(out, sharedFact())
	}
	return strings.Join(out, "  ")
}

// sharedFact is [Model.sharedKey] in a header.
func sharedFact() string { return markShared + " " + locale.Text("same") }

// sharedKey says what the mark of several is.
func (m Model) sharedKey() string {
	return "  " + m.palette.plain.Render(markShared) + m.palette.quiet.Render(" "+locale.Text("same"))
}

// opinionColumn is how wide the names of the strands are, and what their numbers are.
func (m Model) opinionColumn() int {
	name := func(s stages.StrandResult) string { return report.StrandName(m.session.Bank.Catalog(), s.ID) }
	return min(max(widest(m.cfg.Opinions.Mine.Strands, name), lipgloss.Width(locale.Text("Level")))+len("  "), widestStrand)
}

// strandAt is the column of a strip where a strand stands, or −1.
func strandAt(r stages.Placement, s stages.StrandResult, step int) int {
	if s.Level == nil {
		return -1
	}
	return stripColumn(report.Position(r, s), step)
}

// opinionStrip draws so many columns of a strand, with a mark in each of those that are given, the person's own first, and ticks where
// levels begin that have so many each. What lies between the marks is quiet: it's how far they're apart, and nobody's way.
func (m Model) opinionStrip(at []int, marks []string, width, each int) string {
	from, to := -1, -1
	for _, x := range at {
		if x >= 0 && (from < 0 || x < from) {
			from = x
		}
		to = max(to, x)
	}
	apart, apartTick := m.palette.quiet.Render(lineHeavy), m.palette.quiet.Render(tickApart)
	light, lightTick := m.palette.rule.Render(lineLight), m.palette.rule.Render(tick)
	var out strings.Builder
	for x := range width {
		begins, between := x%each == 0, x > from && x < to
		switch i := slices.Index(at, x); {
		case i >= 0 && slices.Contains(at[i+1:], x):
			ink := m.palette.plain
			if i == 0 {
				ink = m.palette.accent
			}
			out.WriteString(ink.Render(markShared))
		case i == 0:
			out.WriteString(m.palette.accent.Render(markYou))
		case i > 0:
			out.WriteString(m.palette.plain.Render(marks[min(i, len(marks)-1)]))
		case between && begins:
			out.WriteString(apartTick)
		case between:
			out.WriteString(apart)
		case begins:
			out.WriteString(lightTick)
		default:
			out.WriteString(light)
		}
	}
	return out.String()
}

// talkLines are a question to talk about: where its answers stand on the levels, and their words.
func (m Model) talkLines(t report.Topic) []line {
	parts, voices, marks := slices.Clone(t.Parts), 1+len(t.Levels), []string{}
	for i := range voices - 1 {
		of := 0 // one who hasn't answered has no part
		if i > 0 {
			of = 1 + slices.Index(m.cfg.Opinions.Names, parts[1+i].Label)
		}
		marks = append(marks, opinionMark(of))
		parts[1+i].Label = m.inkedMark(of) + m.inkedName(" "+parts[1+i].Label)
	}
	levels := m.cfg.Opinions.Mine.Levels()
	head, strip, about := m.stripHead(levels, 0), m.talkStrip(t.Levels, marks, levels), m.palette.quiet.Render(report.Capital(t.Brief)+".")
	switch {
	case m.layout.wide:
		head += m.sharedBy(t, m.layout.pane-lipgloss.Width(head))
		return slices.Concat(m.stacked(parts[:1]), []line{{}}, lines(head, strip), []line{{}}, m.stacked(parts[1:]))
	case m.layout.roomy:
		parts = shortLabels(parts)
		column := labelColumn(parts, labelWidth, m.layout.text/2)
		head += m.sharedBy(t, m.layout.text-column-lipgloss.Width(head))
		label := m.palette.quiet.Render(pad(locale.Text("Level"), column))
		drawn := lines(strings.Repeat(" ", column)+head, label+strip)
		width, air := m.layout.text-4, []line{{}}
		return slices.Concat(m.labelledBy(parts[:1], width, column), air, drawn, air, m.labelledBy(parts[1:voices], width, column), air, m.airedBy(parts[voices:], width, column))
	}
	out := slices.Concat(paint(m.palette.quiet, wrap(parts[0].Text, m.layout.text)), []line{{}}, lines("1 "+strip+" "+fmt.Sprint(levels), about))
	for _, p := range parts[1:voices] {
		for i, said := range wrap(p.Label+": "+p.Text, m.layout.text-2) {
			out = append(out, line{text: strings.Repeat(" ", min(i, 1)*2) + said})
		}
	}
	return append(append(out, line{}), m.aired(parts[voices:], m.cardWidth())...)
}

// sharedBy says in so many columns whose answers have the mark of several: over the strip, since it would read as one more answer in
// its line. Where their names have no room, or there are several such marks, it says what the mark is.
func (m Model) sharedBy(t report.Topic, room int) string {
	if !shares(t) {
		return ""
	}
	names, marks := []string{}, map[int]bool{}
	for i, level := range t.Levels {
		if alone := slices.Index(t.Levels, level) == i && !slices.Contains(t.Levels[i+1:], level); alone {
			continue
		}
		name := t.Parts[1+i].Label
		if i == 0 {
			name = locale.Text("you")
		}
		names, marks[level] = append(names, name), true
	}
	said := " " + strings.Join(names, ", ")
	if len(marks) > 1 || lipgloss.Width("  "+markShared+said) > room {
		return m.sharedKey()
	}
	return "  " + m.palette.plain.Render(markShared) + m.palette.quiet.Render(said)
}

// shares reports whether two answers to a question stand at the same level, and have one mark.
func shares(t report.Topic) bool {
	return len(slices.Compact(slices.Sorted(slices.Values(t.Levels)))) < len(t.Levels)
}

// talkStrip draws where answers stand on the levels, each under its number, the last of which ends it.
func (m Model) talkStrip(answers []int, marks []string, levels int) string {
	each := m.stripStep(levels)
	at := make([]int, len(answers))
	for i, level := range answers {
		at[i] = stripColumn(float64(level), each)
	}
	return m.opinionStrip(at, marks, 1+stripColumn(float64(levels), each), each)
}

// opinionMarks are the person's own, and one for each of the others.
var opinionMarks = []string{markYou, markAnswer, markAhead, markNeighbour, markTicked, markOpen}

// inkedMark is [opinionMark] in the ink that the strips give it.
func (m Model) inkedMark(i int) string {
	if i == 0 {
		return m.palette.accent.Render(opinionMark(i))
	}
	return m.palette.plain.Render(opinionMark(i))
}

// inkedName is what stands after such a mark: quiet where it's a label, and plain where it's in the line of what is said.
func (m Model) inkedName(name string) string {
	if m.layout.roomy {
		return m.palette.quiet.Render(name)
	}
	return name
}

// opinionMark is the mark of one of them; those after the fifth have one together.
func opinionMark(i int) string { return opinionMarks[min(i, len(opinionMarks)-1)] }
