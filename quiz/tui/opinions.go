package tui

import (
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
	levels, names := o.Mine.Levels(), append([]string{locale.Text("You")}, o.Names...)
	key, between := m.opinionKey().text, separator
	if !m.layout.roomy {
		key, between = markYou+strings.Repeat(" "+markAnswer, len(o.Names)), " "
	}
	out := []line{{text: strings.Repeat(" ", column) + m.stripHead(levels, 0) + "  " + m.palette.quiet.Render(key)}}
	for i, mine := range o.Mine.Strands {
		at, said := []int{m.opinionAt(o.Mine, mine)}, []string{levelOrNone(mine.Level)}
		for _, seen := range o.Observers {
			at, said = append(at, m.opinionAt(seen.Placement, seen.Placement.Strands[i])), append(said, levelOrNone(seen.Placement.Strands[i].Level))
		}
		if m.layout.roomy {
			for n := range said {
				said[n] = names[n] + " " + said[n]
			}
		}
		name := pad(report.StrandName(m.session.Bank.Catalog(), mine.ID), column)
		words := m.layout.list - column - stripWidth(levels, m.stripStep(levels)) - 2
		out = append(out, line{text: name + m.opinionStrip(at, levels) + "  " + cut(strings.Join(said, between), words)})
	}
	return out
}

// opinionKey says whose marks are whose.
func (m Model) opinionKey() line {
	return line{text: m.palette.quiet.Render(markYou + " " + locale.Text("You") + "  " + markAnswer + " " + report.List(m.cfg.Opinions.Names))}
}

// opinionColumn is how wide the names of the strands are.
func (m Model) opinionColumn() int {
	column := 0
	for _, s := range m.cfg.Opinions.Mine.Strands {
		column = max(column, lipgloss.Width(report.StrandName(m.session.Bank.Catalog(), s.ID))+2)
	}
	return min(column, widestStrand)
}

// opinionAt is the column of a strip where a strand stands, or −1.
func (m Model) opinionAt(r stages.Placement, s stages.StrandResult) int {
	if s.Level == nil {
		return -1
	}
	return stripColumn(report.Position(r, s), m.stripStep(r.Levels()))
}

// opinionStrip draws the columns of a strand, the person's own first.
func (m Model) opinionStrip(at []int, levels int) string {
	from, to := -1, -1
	for _, x := range at {
		if x >= 0 && (from < 0 || x < from) {
			from = x
		}
		to = max(to, x)
	}
	heavy, light := m.palette.accent.Render(lineHeavy), m.palette.rule.Render(lineLight)
	var out strings.Builder
	for x := range stripWidth(levels, m.stripStep(levels)) {
		switch {
		case x == at[0]:
			out.WriteString(m.palette.accent.Render(markYou))
		case slices.Contains(at, x):
			out.WriteString(m.palette.plain.Render(markAnswer))
		case x > from && x < to:
			out.WriteString(heavy)
		default:
			out.WriteString(light)
		}
	}
	return out.String()
}

// talkLines are a question to talk about: where its answers stand on the levels, and their words. A small layout has
// the answers before the question, which the title names.
func (m Model) talkLines(t report.Topic) []line {
	levels := m.cfg.Opinions.Mine.Levels()
	each, at := m.stripStep(levels), []int{}
	for _, level := range t.Levels {
		at = append(at, max(0, min(stripColumn(level, each), stripWidth(levels, each)-1)))
	}
	head, strip := m.stripHead(levels, 0), m.opinionStrip(at, levels)
	parts, voices := slices.Clone(t.Parts), 1+len(at)
	for i := range voices - 1 {
		parts[1+i].Label = opinionMark(i) + " " + parts[1+i].Label
	}
	switch {
	case m.layout.wide:
		return slices.Concat(lines(head, strip), []line{{}}, m.stacked(parts))
	case m.layout.roomy:
		parts = shortLabels(parts)
		column := labelColumn(parts, labelWidth, m.layout.text/2)
		label := m.palette.quiet.Render(pad(locale.Text("Level"), column))
		return append(lines(strings.Repeat(" ", column)+head, label+strip), m.labelledBy(parts, m.layout.text-4, column)...)
	}
	out := lines(head, strip)
	for _, p := range parts[1:voices] {
		for i, said := range wrap(p.Label+": "+p.Text, m.layout.text-2) {
			out = append(out, line{text: strings.Repeat(" ", min(i, 1)*2) + said})
		}
	}
	return append(out, m.cardText(append(parts[:1:1], parts[voices:]...))...)
}

// opinionMark is the mark of the person's own answer, or of another's.
func opinionMark(i int) string {
	if i == 0 {
		return markYou
	}
	return markAnswer
}
