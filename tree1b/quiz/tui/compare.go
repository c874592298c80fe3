package tui

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/stages"
)

// compare shows what others answered beside the person's own answers: a card for each topic.
type compare struct {
	cards  cards
	topics []report.Topic
}

func (m Model) openCompare() Model {
	m.on, m.compare = onCompare, compare{cards: cards{open: -1}, topics: m.cfg.Opinions.Topics()}
	return m
}

func (m Model) compareKey(k string) Model {
	if k == "esc" {
		if closed, was := m.compare.cards.closed(); was {
			m.compare.cards = closed
			return m
		}
		return m.back()
	}
	m.compare.cards, _ = m.cardsKey(m.compare.cards, k, m.compareCards(), m.comparePage())
	return m
}

func (m Model) comparePage() page {
	p := page{place: locale.Text("Second opinions"), fact: report.List(m.cfg.Opinions.Names),
		hints: append(m.compare.cards.hints(), hint{locale.Text("Esc"), m.out(m.compare.cards.open >= 0)})}
	p.head = paint(m.palette.focal, wrap(m.cfg.Opinions.Headline(), m.layout.text))
	if m.layout.wide || m.layout.roomy && m.compare.cards.open < 0 {
		drawn := p
		drawn.rows = make([]row, len(m.compare.topics))
		for i := range drawn.rows {
			drawn.rows[i].lines = make([]line, 1)
		}
		p.head = m.roomiest(drawn, slices.Concat(p.head, []line{{}}, m.opinionStrips()), p.head)
	}
	if m.layout.roomy {
		p.tail = lines(wrap(report.OpinionTerms.String(), m.layout.text)...)
	}
	return m.cardsPage(p, m.compare.cards, m.compareCards())
}

// shortLabels cuts names where the column of labels ends.
func shortLabels(parts []report.Part) []report.Part {
	column := 13
	if len(parts) > 0 { // the question, after which come names
		column = max(column, lipgloss.Width(parts[0].Label))
	}
	out := slices.Clone(parts)
	for i := range out {
		out[i].Label = ansi.Truncate(out[i].Label, column, ellipsis)
	}
	return out
}

// opinionStrips are the strands, each with where everyone's answers put the person: a mark for the person's own, one for
// each of the others', and what lies between them heavy. The numbers say the same, the person's own first.
func (m Model) opinionStrips() []line {
	o, column := m.cfg.Opinions, m.opinionColumn()
	levels, names := o.Mine.Levels(), append([]string{locale.Text("You")}, o.Names...)
	key := m.palette.quiet.Render(markYou + " " + names[0] + "  " + markAnswer + " " + report.List(o.Names))
	head := strings.Repeat(" ", column) + m.stripHead(levels, 0)
	out := lines(head + "  " + key)
	if !m.layout.roomy {
		out = lines(key, head)
	}
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
		out = append(out, line{text: name + m.opinionStrip(at, levels) + "  " + cut(strings.Join(said, separator), words)})
	}
	return out
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
	var out strings.Builder
	for x := range stripWidth(levels, m.stripStep(levels)) {
		switch {
		case x == at[0]:
			out.WriteString(m.palette.accent.Render(markYou))
		case slices.Contains(at, x):
			out.WriteString(m.palette.plain.Render(markAnswer))
		case x > from && x < to:
			out.WriteString(m.palette.accent.Render(lineHeavy))
		default:
			out.WriteString(m.palette.rule.Render(lineLight))
		}
	}
	return out.String()
}

func (m Model) compareCards() []card {
	var out []card
	for _, t := range m.compare.topics {
		title := t.Title
		if t.Talk {
			title = locale.Sprintf("Talk: %s", title)
		}
		out = append(out, card{title: title, about: m.palette.quiet.Render(t.Brief), brief: lines(wrap(t.Brief, m.layout.text)...), lines: m.cardText(shortLabels(t.Parts))})
	}
	if !m.layout.roomy { // which has no room for them above
		out = append(out, card{title: locale.Text("Strands"), lines: m.opinionStrips()})
	}
	return out
}
