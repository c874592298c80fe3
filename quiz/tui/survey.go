package tui

import (
	"slices"

	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// survey shows the result of the crossroads or of the surroundings as a map: a row for each road or side of the
// workplace, and its card behind Enter.
type survey struct {
	cards  cards           // open is the place whose card is open
	text   list            // what is scrolled of that card
	result *session.Result // what is shown; a pointer, as all is: it is large, and a Model is passed by value
	all    *report.Export  // what it is read beside
}

func (m Model) openSurvey() Model {
	result := m.session.Results[m.session.Assessment]
	all, _ := report.NewExport(m.session.Last(), m.session.Plan)
	m.on, m.survey = onSurvey, survey{cards: cards{open: -1}, result: &result, all: &all}
	return m
}

func (m Model) surveyKey(k string) Model {
	all := m.places()
	if open := m.survey.cards.open; open >= 0 && open < len(all) {
		return m.surveyCardKey(k, all)
	}
	switch {
	case k == "esc":
		return m.back()
	case len(all) == 0: // content without roads
		return m
	case k == "space":
		return m.takeOn(all[m.survey.cards.clamped(len(all)).cursor])
	case digit(k) >= 0:
		return m.openPlace(digit(k), all)
	}
	at, chosen := m.listKey(m.survey.cards.list, k, m.surveyPage())
	m.survey.cards.list = at
	if !chosen {
		return m
	}
	return m.openPlace(at.cursor, all)
}

// surveyCardKey takes a key where a card has the screen to itself.
func (m Model) surveyCardKey(k string, all []place) Model {
	c := &m.survey.cards
	switch k {
	case "esc", "enter":
		c.open = -1
		return m
	case "space":
		return m.takeOn(all[c.open])
	case "left":
		return m.openPlace(max(0, c.open-1), all)
	case "right":
		return m.openPlace(min(len(all)-1, c.open+1), all)
	}
	if d := digit(k); d >= 0 && d != c.open {
		return m.openPlace(d, all)
	} else if d >= 0 {
		c.open = -1
		return m
	}
	m.survey.text = m.textKey(m.survey.text, k, m.surveyPage())
	return m
}

// openPlace opens the card of a place, and puts the cursor on its row.
func (m Model) openPlace(i int, all []place) Model {
	if i >= len(all) {
		return m
	}
	m.survey.cards = cards{list: list{cursor: i}, open: i}
	m.survey.text = nowhere
	return m
}

// spare is how many lines the map leaves free under a head, with each place in one but for the wish to leave.
func (m Model) spare(head []line, all []place) int {
	left := m.layout.room(page{}) - len(m.layout.air()) - len(head)
	for i, p := range all {
		left -= len(m.placeLines(i, p, false, m.layout.wide && p.apart))
		if p.apart {
			left--
		}
	}
	return left
}

// below is how many lines the map needs under it for what's told of any place: a blank one and, of a sentence, three at most. A wide layout
// tells it in the pane.
func (m Model) below(all []place) int {
	longest := 0
	for _, p := range all {
		longest = max(longest, len(m.placeTail(p, tailLines-1)))
	}
	if m.layout.wide || longest == 0 {
		return 0
	}
	return 1 + longest
}

// spelled are the places with what to do about them under their names: all where there is room; else none of the roads, and the sides that
// hold back most. A wide layout has it of the wish to leave, and the others in the pane; one without a pane tells that of the row under
// the cursor below the map.
func (m Model) spelled(all []place) []bool {
	out := make([]bool, len(all))
	if !m.layout.roomy || m.layout.wide {
		for i, p := range all {
			out[i] = m.layout.wide && p.apart
		}
		return out
	}
	head := m.surveyHead(all)
	room := m.spare(head, all) - tailLines
	if !head[len(head)-2].empty() { // it's close to the map for want of room
		return out
	}
	if room < len(all) && m.survey.result.Assessment == stages.Crossroads {
		return out
	}
	for i, p := range all {
		if !p.apart && room > 0 {
			out[i] = true
			room--
		}
	}
	return out
}

// tailLines are those kept free below the map: a blank one, and three for a sentence.
const tailLines = 4

// surveyHead is the result in words, and the names of the bars: in full where the map leaves room for that, else in brief, and then close
// to the map.
func (m Model) surveyHead(all []place) []line {
	full, brief := m.surveySays()
	scale := line{text: m.surveyScale()}
	switch {
	case !m.layout.roomy && m.survey.result.Assessment == stages.Crossroads:
		return brief
	case !m.layout.roomy:
		return append(brief, scale)
	}
	spaced := func(says []line) []line { return append(slices.Clone(says), line{}, scale) }
	const least = 3 // a blank line, and two of what to do about a place
	switch below := m.below(all); {
	case m.spare(spaced(full), all) > below: // one over the keys, so that a row more doesn't say other words
		return spaced(full)
	case m.spare(spaced(brief), all) >= min(below, least)+m.layout.free(page{}, true):
		return spaced(brief)
	}
	return append(brief, scale)
}

// surveySays is the result in words, in full and, of sides of a workplace, in brief, since the map names them; and where it bears on the
// others, if that isn't left to them.
func (m Model) surveySays() (full, brief []line) {
	const most = 2 // lines
	r := *m.survey.result
	full = m.focal(report.SurveyHeadline(r))
	switch {
	case r.Assessment == stages.Crossroads && m.layout.roomy:
		return full, full
	case r.Assessment == stages.Crossroads:
		return nil, m.focal(report.RoadsShort(r))
	case !m.layout.roomy:
		return nil, m.focal(report.WindsShort(r))
	}
	brief = m.focal(report.WindsInBrief(r))
	if len(full) > most {
		full = slices.Clone(brief)
	}
	if gaps := m.survey.all.PlaceSaysToo(); gaps != "" {
		told := lines(wrap(gaps, m.layout.text)...)
		full, brief = append(full, told...), append(brief, told...)
	}
	return full, brief
}

func (m Model) focal(text string) []line { return paint(m.palette.focal, wrap(text, m.layout.text)) }

func (m Model) surveyScale() string {
	if m.survey.result.Assessment == stages.Crossroads {
		return m.roadScale()
	}
	return m.windScale()
}

func (m Model) surveyPage() page {
	r, all := *m.survey.result, m.places()
	p := page{place: r.Survey().Title, fact: report.Date(r.Saved)}
	if open := m.survey.cards.open; open >= 0 && open < len(all) {
		return m.surveyCard(p, all)
	}
	if r.Assessment == stages.Crossroads && !m.layout.roomy {
		p.fact = m.roadKey(r.Saved, m.layout.list-lipgloss.Width(p.place)-2)
	}
	p.head = m.surveyHead(all)
	p.at = m.survey.cards.clamped(len(all))
	told := m.spelled(all)
	for i, of := range all {
		parted := of.apart || i == 0 && !m.layout.roomy
		p.rows = append(p.rows, row{lines: m.placeLines(i, of, i == p.at.cursor, told[i]), over: m.axisOver(i), apart: parted, air: parted && !m.layout.roomy,
			loose: i > 0 && (m.layout.wide || told[i] && !slices.Contains(told[:i], false))})
	}
	p.rows = m.setApart(p)
	p.hints = []hint{{"↑↓", "move"}, {locale.Text("Enter"), "open"}}
	if p.at.cursor >= 0 {
		on := all[p.at.cursor]
		p.hints = append(p.hints, m.takeOnHint(on)...)
		switch {
		case m.layout.wide:
			p.margin = m.inMargin(on, all)
		case m.layout.roomy && !told[p.at.cursor]:
			free := m.layout.room(p) - m.layout.free(p, true) - height(m.layout.air(), p.head, p.rows, nil, false, false) - 1
			p.tail = m.placeTail(on, max(1, free))
		}
	}
	p.hints = append(p.hints, hint{locale.Text("Esc"), m.out(false)})
	return p
}

// setApart are the rows of a map: where they've air between them, what begins another group has two blank lines above it, if there's
// room for all.
func (m Model) setApart(p page) []row {
	closer, rows := p.rows, slices.Clone(p.rows)
	for i := range rows {
		if i > 0 && rows[i].apart && rows[i-1].loose {
			rows[i].lines = slices.Concat([]line{{}}, rows[i].lines)
		}
	}
	if p.rows = rows; !m.layout.wide {
		p.tail = make([]line, tailLines-1)
	}
	if m.layout.holds(p, true) {
		return rows
	}
	return closer
}

// placeTail is what to do about a place, below the map, in so many lines at most.
func (m Model) placeTail(p place, most int) []line {
	told := lines(wrap(p.now, m.layout.text)...)
	if !p.apart {
		told = m.labelled(onlyParts([]report.Part{{Label: p.todo, Text: p.now}}, nil), m.layout.text)
	}
	if len(told) > most {
		told = told[:most]
		told[most-1].text = goesOn(told[most-1].text, m.layout.text)
	}
	return told
}
