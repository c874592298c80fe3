package tui

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// place is what a row of the map stands for.
type place struct {
	title string
	bars  string // roomy layouts: beside the title
	sign  string // of a side of a workplace: its axis, beside the title in small layouts and before the word on cards
	word  string
	card  string // on a card: the bars and what they say
	now   string // what to do about it, quiet, under the title or below the map
	todo  string // and what that is called
	then  string // what to do in the end, under it
	quiet bool   // a road that hardly pulls
	apart bool   // it begins another group
	parts []report.Part
	step  *stages.Step // what Space takes on; nil where there is nothing
}

// mayFold reports whether the place in a row of the map may be folded away: a quiet one after the first three.
func (p place) mayFold(row int) bool { return p.quiet && row >= 3 }

func (m Model) places() []place {
	if m.survey.result.Assessment == stages.Crossroads {
		return m.roads()
	}
	return m.winds()
}

// takeOn puts the experiment or the talk of a place into the plan, or takes it out again.
func (m Model) takeOn(p place) Model {
	if p.step == nil {
		return m.say(report.NothingToTalkAbout.String())
	}
	return m.perform(session.ToggleStep{Step: *p.step, At: m.cfg.Now()})
}

// takeOnHint says what Space does with a place.
func (m Model) takeOnHint(p place) []hint {
	switch {
	case p.step == nil:
		return nil
	case m.session.Plan.Has(p.step.ID):
		return []hint{{locale.Text("Space"), "remove"}}
	}
	return []hint{{locale.Text("Space"), "to plan"}}
}

func (m Model) foldedRow(n int, on bool) row {
	name := report.Capital(locale.Plural(n, "one more road that appeals less", "%s more roads that appeal less", report.Number(n)))
	return row{lines: []line{m.cursorLine(" ", "   ", name, "", on)}, loose: true}
}

// placeLines are a row of the map: what it is called with its bars, and under it what to do about it.
func (m Model) placeLines(i int, p place, on, now bool) []line {
	const indent = "    "
	key, gap := " ", "   "
	if i < 8 && !p.apart {
		key = fmt.Sprint(i + 1) // digits choose the first eight
	}
	if p.step != nil {
		gap = " " + markOpen + " "
		if m.session.Plan.Has(p.step.ID) {
			gap = " " + markTicked + " "
		}
	}
	title := p.title
	if m.layout.roomy || p.sign != "" {
		title = pad(title, m.nameColumn())
	}
	out := []line{m.cursorLine(key, gap, title, "", on)}
	switch {
	case m.layout.roomy:
		out[0].text += "  " + p.bars
	case p.sign != "":
		out[0].text += "  " + strings.TrimRight(p.sign, " ")
	}
	if !m.layout.roomy && on {
		out = append(out, line{text: indent + m.palette.quiet.Render(p.word), on: true})
	}
	if now {
		out = append(out, m.indented(m.nowTexts(p, on), len(indent))...)
	}
	return out
}

// nowTexts are what to do about a place, under its name: in a line, and in full where it begins another group on a roomy
// layout. A small one has it under the cursor, and a wide one in the pane.
func (m Model) nowTexts(p place, on bool) []string {
	const indent = 4
	switch {
	case p.now == "" || m.layout.wide && !p.apart || !m.layout.roomy && (!on || lipgloss.Width(p.now) > m.layout.text-indent):
		return nil
	case m.layout.roomy && p.apart:
		out := wrap(p.now, m.layout.text-indent)
		if p.then != "" {
			out = append(append(out, ""), wrap(p.then, m.layout.text-indent)...)
		}
		return out
	}
	return []string{cut(p.now, m.layout.text-indent)}
}

// nameColumn is how wide the names of the map are.
func (m Model) nameColumn() int {
	const widest = 32
	column := 0
	switch r := m.survey.result; r.Assessment {
	case stages.Crossroads:
		for _, road := range r.Snapshot.Crossroads.Roads {
			column = max(column, lipgloss.Width(road.Name))
		}
		column = max(column, lipgloss.Width(wishName()))
	case stages.Surroundings:
		for _, wind := range r.Snapshot.Surroundings.Winds {
			column = max(column, lipgloss.Width(wind.Name))
		}
	}
	return min(column, widest)
}

// surveyCard is the card of a place, with the screen to itself. A wide layout has the experiment or the talk on the left,
// and beside it as much of the rest as the pane has room for.
func (m Model) surveyCard(p page, all []place) page {
	open := all[m.survey.cards.open]
	parts := todoFirst(open.parts)
	for i := max(1, len(onlyParts(open.parts, doing))); m.layout.wide && i < len(parts); i++ {
		if told := m.stacked(parts[i:]); len(told) <= m.layout.room(page{}) {
			p.margin, parts = told, parts[:i]
			break
		}
	}
	width := m.layout.text
	p.fact = locale.Sprintf("%d of %d", m.survey.cards.open+1, numbered(all))
	if open.apart {
		p.fact = ""
	}
	p.head = paint(m.palette.focal, wrap(open.title, width))
	switch {
	case !m.layout.roomy && open.word != "":
		p.place = report.Capital(open.word)
	case m.layout.roomy && open.card != "":
		p.head = append(p.head, line{text: open.card})
	}
	p.at, p.rows = m.survey.text, partRows(m.labelled(parts, width))
	if blocks := m.blocks(parts, width); m.layout.tall {
		p.rows = blocks
	}
	if m.layout.whole(p, m.layout.room(p)) == nil {
		p.hints = []hint{{"↑↓", "scroll"}}
	}
	p.hints = append(p.hints, m.takeOnHint(open)...)
	p.hints = append(p.hints, hint{"→", "next"}, hint{locale.Text("Esc"), m.out(true)})
	return p
}

// numbered is how many of the places are roads or sides of a workplace.
func numbered(all []place) int {
	n := 0
	for _, p := range all {
		if !p.apart {
			n++
		}
	}
	return n
}

// todoFirst are the parts of a card that have a text, and what to do before the others.
func todoFirst(parts []report.Part) []report.Part {
	return append(onlyParts(parts, doing), onlyParts(parts, telling)...)
}

// doing reports whether a part of a card says what to do.
func doing(label string) bool {
	return slices.Contains([]string{locale.Text("Try"), locale.Text("How to tell"), locale.Text("Negotiate"), locale.Text("When to leave")}, label)
}

// telling reports whether a part says what it's about.
func telling(label string) bool { return !doing(label) }

// onlyParts are the parts with a text, and of those only what is wanted; all of them, where nothing is said.
func onlyParts(parts []report.Part, wanted func(label string) bool) []report.Part {
	var out []report.Part
	for _, p := range parts {
		if p.Text != "" && (wanted == nil || wanted(p.Label)) {
			out = append(out, p)
		}
	}
	return out
}

// inMargin is as much of a card as a wide layout has room for beside the map, what to do first.
func (m Model) inMargin(p place) []line {
	return m.fitting(nil, todoFirst(p.parts), locale.Text("Enter"))
}

// meter draws a score from 0 to 1.
func (m Model) meter(score float64, known bool, width int) string {
	return m.gauge(int(score*float64(width)+.5), known, width)
}

// gauge draws so many full cells of a width.
func (m Model) gauge(full int, known bool, width int) string {
	if !known {
		return m.palette.rule.Render(strings.Repeat(lineDotted, width))
	}
	full = max(0, min(width, full))
	return m.palette.accent.Render(strings.Repeat(lineHeavy, full)) + m.palette.rule.Render(strings.Repeat(lineLight, width-full))
}
