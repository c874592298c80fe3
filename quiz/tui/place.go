package tui

import (
	"cmp"
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
	bars  string   // roomy layouts: beside the title
	sign  string   // small layouts: a road's bar before the title, and the axis of a side of a workplace after it
	says  []string // small layouts: what the bars say
	card  string   // roomy layouts: the bars and what they say, on a card
	now   string   // what to do about it, quiet, under the title or below the map
	todo  string   // and what that is called
	apart bool     // it begins another group
	parts []report.Part
	step  *stages.Step // what Space takes on; nil where there is nothing
}

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

// boxKey says over the boxes what they're for, where so many columns hold it.
func (m Model) boxKey(width int) string {
	boxed := slices.ContainsFunc(m.places(), func(p place) bool { return p.step != nil })
	key := strings.Repeat(" ", m.numberColumn()+1) + locale.Sprintf("%s to plan", markOpen)
	if !boxed || lipgloss.Width(key)+len("  ") > width {
		return ""
	}
	return m.palette.quiet.Render(key)
}

// planMark says whether what Space takes on is in the plan; nothing where there's none to take on.
func (m Model) planMark(p place) string {
	switch {
	case p.step == nil:
		return ""
	case m.session.Plan.Has(p.step.ID):
		return markTicked
	}
	return markOpen
}

// placeLines are a row of the map: what it is called with its bars, and under it what to do about it.
func (m Model) placeLines(i int, p place, on, now bool) []line {
	key, mark := strings.Repeat(" ", m.numberColumn()), cmp.Or(m.planMark(p), " ")
	if !p.apart {
		key = fmt.Sprintf("%*d", m.numberColumn(), i+1)
	}
	if !m.layout.roomy {
		return m.narrowPlace(key, mark, p, on)
	}
	out := []line{m.cursorLine(key, " "+mark+" ", pad(p.title, m.nameColumn()), "  "+p.bars, on)}
	if texts := m.nowTexts(p); now && len(texts) > 0 {
		if p.apart { // it isn't said of the bar alone
			out = append(out, line{})
		}
		out = append(out, m.indented(texts, m.placeIndent())...)
	}
	return out
}

// narrowPlace is a row of the map on a small layout, which has room for one bar, and under the cursor for what that says in words. What to
// do about it is on its card.
func (m Model) narrowPlace(key, mark string, p place, on bool) []line {
	var out []line
	indent := m.placeIndent()
	switch m.survey.result.Assessment {
	case stages.Crossroads: // beside the bar there's only room for a mark that says something
		indent += m.roadBar() - 1
		if mark == markOpen {
			mark = " "
		}
		out = []line{m.cursorLine(key, mark+p.sign+" ", cut(p.title, m.layout.list-indent), "", on)}
	default:
		out = []line{m.cursorLine(key, " "+mark+" ", pad(p.title, m.nameColumn()), "  "+strings.TrimRight(p.sign, " "), on)}
	}
	if !on {
		return out
	}
	out = append(out, m.indented(joined(p.says, m.layout.list-indent), indent)...)
	for i := range out[1:] {
		out[i+1].on = true
	}
	return out
}

// joined are facts in one line, where they have room in it, else a line for each.
func joined(texts []string, width int) []string {
	if one := strings.Join(texts, ", "); lipgloss.Width(one) <= width {
		return []string{one}
	}
	return texts
}

// nowTexts are what to do about a place, under its name: in a line, and in full where it begins another group. A wide layout has the
// others in the pane.
func (m Model) nowTexts(p place) []string {
	indent := m.placeIndent()
	switch {
	case p.now == "" || m.layout.wide && !p.apart:
		return nil
	case p.apart:
		return wrap(p.now, m.layout.text-indent)
	}
	return []string{cut(p.now, m.layout.text-indent)}
}

// numberColumn is how wide the numbers of the map are, which end in the same column.
func (m Model) numberColumn() int {
	s := m.survey.result.Survey()
	return len(fmt.Sprint(max(1, len(s.Roads)+len(s.Winds))))
}

// placeIndent is where the names of the map begin, after a number and a box.
func (m Model) placeIndent() int { return m.numberColumn() + len(" _ ") }

// nameColumn is how wide the names of the map are.
func (m Model) nameColumn() int {
	const widest = 32
	column := 0
	switch r := *m.survey.result; r.Assessment {
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

// placeTitle is what a card is about, and whether that's in the plan: at the end of its line, or where there's no room in the gutter.
func (m Model) placeTitle(open place) []line {
	out, mark := paint(m.palette.focal, wrap(open.title, m.layout.text)), m.planMark(open)
	if mark == "" {
		return out
	}
	said := locale.Sprintf("%s not in your plan", markOpen)
	if mark == markTicked {
		said = locale.Sprintf("%s in your plan", markTicked)
	}
	if gap := m.layout.list - lipgloss.Width(out[0].text) - lipgloss.Width(said); m.layout.roomy && len(out) == 1 && gap > 1 {
		out[0].text += strings.Repeat(" ", gap) + m.palette.quiet.Render(said)
	} else {
		out[0].gutter = mark
	}
	return out
}

// surveyCard is the card of a place, with the screen to itself. A wide layout has its parts in two columns.
func (m Model) surveyCard(p page, all []place) page {
	open := all[m.survey.cards.open]
	if !open.apart {
		p.fact = m.whichPlace(m.survey.cards.open+1, numbered(all))
	}
	p.head = m.placeTitle(open)
	switch {
	case !m.layout.roomy:
		p.head = append(p.head, paint(m.palette.quiet, joined(open.says, m.layout.text))...)
	case open.card != "":
		p.head = append(p.head, line{text: open.card})
	}
	said := open.parts
	if m.layout.wide && !open.apart {
		said = unsaid(said, all)
	}
	lead, parts := m.placeLead(aboutFirst(said))
	if m.layout.wide {
		parts, p.margin = m.abreast(height(nil, p.head, lead, nil, false, false), parts)
	}
	switch p.at = m.survey.text; {
	case m.layout.tall && len(p.margin) > 0: // as the pane has them
		p.rows = m.stackedBlocks(parts, m.layout.text)
	case m.layout.tall:
		p.rows = m.blocks(parts, m.layout.text)
	default:
		p.rows = partRows(m.labelled(parts, m.layout.text))
	}
	p.rows = slices.Concat(lead, p.rows)
	for i := range p.rows {
		p.rows[i].air = (i == 0 || p.rows[i].part) && !m.layout.roomy
	}
	if m.layout.whole(p, m.layout.room(p)) == nil {
		p.hints = []hint{{"↑↓", "scroll"}}
	}
	p.hints = append(p.hints, m.takeOnHint(open)...)
	if m.layout.roomy || len(p.hints) < 2 { // else it would take the place of scrolling
		p.hints = append(p.hints, hint{"→", "next"})
	}
	p.hints = append(p.hints, hint{locale.Text("Esc"), m.out(true)})
	return p
}

// placeLead is what a card says first: what it's about, which needs no label, over the width of the list. The other parts are left.
func (m Model) placeLead(parts []report.Part) (lead []row, rest []report.Part) {
	if len(parts) == 0 {
		return nil, nil
	}
	text := lines(wrap(parts[0].Text, m.layout.text)...)
	if m.layout.tall {
		return []row{{apart: true, text: true, part: true, lines: text}}, parts[1:]
	}
	return textRows(text), parts[1:]
}

// whichPlace says which of so many places this is.
func (m Model) whichPlace(n, of int) string {
	if m.survey.result.Assessment == stages.Crossroads {
		return locale.Sprintf("road %d of %d", n, of)
	}
	return locale.Sprintf("%d of %d", n, of)
}

// abreast sets the parts of a card in two columns, about as long as one another, under so many lines of a head on the left. The list has
// them all, where the pane has no room for its share.
func (m Model) abreast(head int, parts []report.Part) (left []report.Part, right []line) {
	left = parts
	least := head + 1 + len(m.stackedBy(parts, m.layout.text))
	for i := 1; i < len(parts); i++ {
		pane := m.stacked(parts[i:])
		if longer := max(head+1+len(m.stackedBy(parts[:i], m.layout.text)), len(pane)); longer < least && len(pane) < m.layout.room(page{}) {
			left, right, least = parts[:i], pane, longer
		}
	}
	return left, right
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

// aboutFirst are the parts of a card that have a text: what it's about, then what to do, then the others.
func aboutFirst(parts []report.Part) []report.Part {
	parts = onlyParts(parts, nil)
	rest := parts[min(1, len(parts)):]
	return slices.Concat(parts[:len(parts)-len(rest)], onlyParts(rest, doing), onlyParts(rest, func(label string) bool { return !doing(label) }))
}

// doing reports whether a part of a card says what to do.
func doing(label string) bool {
	return slices.Contains([]string{locale.Text("Try"), locale.Text("To start"), locale.Text("How to tell"), locale.Text("Negotiate")}, label)
}

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

// inMargin is as much of a card as a wide layout has room for beside the map, but for what the map says itself.
func (m Model) inMargin(p place, all []place) []line {
	parts := unsaid(p.parts, all)
	if p.apart {
		return m.stacked(parts)
	}
	return m.fitting(nil, aboutFirst(parts), false, locale.Text("Enter"))
}

// unsaid are the parts of a card but for what a wide map says itself.
func unsaid(parts []report.Part, all []place) []report.Part {
	return slices.DeleteFunc(slices.Clone(parts), func(part report.Part) bool {
		return slices.ContainsFunc(all, func(of place) bool { return of.apart && of.now == part.Text })
	})
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
