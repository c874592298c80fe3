package tui

import (
	"slices"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// survey shows the result of the crossroads or of the surroundings as a map: a row for each road or side of the
// workplace, and its card behind Enter.
type survey struct {
	cards    cards          // open is the place whose card is open
	text     list           // what is scrolled of that card
	unfolded bool           // the roads that hardly pull are in sight
	result   session.Result // what is shown
	all      report.Export  // what it is read beside
}

// foldRow is where [Model.surveyRows] has the row that unfolds the others.
const foldRow = -1

func (m Model) openSurvey() Model {
	m.on, m.survey = onSurvey, survey{cards: cards{open: -1}, result: m.session.Results[m.session.Assessment]}
	m.survey.all, _ = report.NewExport(m.session.Results, m.session.Plan)
	return m
}

func (m Model) surveyKey(k string) Model {
	all := m.places()
	if open := m.survey.cards.open; open >= 0 && open < len(all) {
		return m.surveyCardKey(k, all)
	}
	rows := m.surveyRows(all)
	switch {
	case k == "esc":
		return m.back()
	case len(rows) == 0: // content without roads
		return m
	}
	on := rows[m.survey.cards.clamped(len(rows)).cursor]
	switch {
	case k == "tab":
		return m.unfold(!m.survey.unfolded)
	case k == "space" && on != foldRow:
		return m.takeOn(all[on])
	case digit(k) >= 0: // it names the place, folded or not
		return m.openPlace(digit(k), all)
	}
	at, chosen := m.listKey(m.survey.cards.list, k, m.surveyPage())
	m.survey.cards.list = at
	switch {
	case !chosen:
		return m
	case rows[at.cursor] == foldRow:
		return m.unfold(true)
	}
	return m.openPlace(rows[at.cursor], all)
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
	if !slices.Contains(m.surveyRows(all), i) {
		m.survey.unfolded = true
	}
	m.survey.cards = cards{list: list{cursor: slices.Index(m.surveyRows(all), i)}, open: i}
	m.survey.text = nowhere
	return m
}

// unfold shows the roads that hardly pull, or folds them away again.
func (m Model) unfold(open bool) Model {
	m.survey.unfolded = open
	m.survey.cards.list = list{cursor: m.survey.cards.clamped(len(m.surveyRows(m.places()))).cursor}
	return m
}

// surveyRows are the places in sight, by their number; those folded away are behind a row of their own.
func (m Model) surveyRows(all []place) []int {
	var rows []int
	folded := !m.survey.unfolded && m.folds(all)
	for i, p := range all {
		switch {
		case !folded || !p.mayFold(i):
			rows = append(rows, i)
		case rows[len(rows)-1] != foldRow:
			rows = append(rows, foldRow)
		}
	}
	return rows
}

// folds reports whether places are folded away until Tab shows them: where a roomy layout has no room for all, and there are
// two or more of them.
func (m Model) folds(all []place) bool {
	quiet := 0
	for i, p := range all {
		if p.mayFold(i) {
			quiet++
		}
	}
	return quiet > 1 && m.layout.roomy && m.surveyHeight(all) > m.layout.room(page{})
}

// surveyHeight is how many lines the map takes with all places in sight, each in one, but for the wish to leave.
func (m Model) surveyHeight(all []place) int {
	height := len(m.layout.air()) + len(m.surveyHead())
	for i, p := range all {
		height += len(m.placeLines(i, p, false, p.apart))
		if p.apart {
			height++
		}
	}
	return height
}

// spelled are the places with what to do about them under their names: all where there is room; else none of the roads,
// and the sides that hold back most. A layout without a margin tells that of the others below the map.
func (m Model) spelled(all []place) []bool {
	out := make([]bool, len(all))
	if !m.layout.roomy {
		return out
	}
	room := m.layout.room(page{}) - m.surveyHeight(all)
	left := 0
	for i, p := range all {
		out[i] = p.apart
		if !out[i] {
			left++
		}
	}
	if room < left && !m.layout.wide {
		room -= tailLines
	}
	if room < left && m.survey.result.Assessment == stages.Crossroads {
		return out
	}
	for i := range out {
		if !out[i] && room > 0 {
			out[i] = true
			room--
		}
	}
	return out
}

// tailLines are those kept free below the map: a blank one, and three for a sentence.
const tailLines = 4

// surveyHead is the result in words, where it bears on the others, and the names of the bars.
func (m Model) surveyHead() []line {
	r := m.survey.result
	texts := wrap(report.SurveyHeadline(r), m.layout.text)
	switch { // the map names them
	case r.Assessment == stages.Surroundings && !m.layout.roomy:
		texts = wrap(report.WindsShort(r), m.layout.text)
	case r.Assessment == stages.Surroundings && len(texts) > 2:
		texts = wrap(report.WindsInBrief(r), m.layout.text)
	}
	head := paint(m.palette.focal, texts)
	if r.Assessment == stages.Surroundings && m.layout.roomy { // else the result says it
		if gaps := m.survey.all.PlaceSays(); gaps != "" {
			head = append(head, lines(wrap(gaps, m.layout.text)...)...)
		}
	}
	if !m.layout.roomy {
		return head
	}
	return append(head, line{}, line{text: m.surveyScale()})
}

func (m Model) surveyScale() string {
	if m.survey.result.Assessment == stages.Crossroads {
		return m.roadScale()
	}
	return m.windScale()
}

func (m Model) surveyPage() page {
	r, all := m.survey.result, m.places()
	p := page{place: r.Survey().Title, fact: report.Date(r.Saved)}
	if open := m.survey.cards.open; open >= 0 && open < len(all) {
		return m.surveyCard(p, all)
	}
	p.head = m.surveyHead()
	rows := m.surveyRows(all)
	p.at = m.survey.cards.clamped(len(rows))
	told := m.spelled(all)
	for n, i := range rows {
		if i == foldRow {
			p.rows = append(p.rows, m.foldedRow(len(all)+1-len(rows), n == p.at.cursor))
			continue
		}
		on := n == p.at.cursor
		p.rows = append(p.rows, row{lines: m.placeLines(i, all[i], on, told[i] || on && !m.layout.roomy),
			apart: all[i].apart || n == 0 && !m.layout.roomy, loose: !m.layout.wide && n > 0 && told[i] && !slices.Contains(told, false)})
	}
	p.hints = []hint{{"↑↓", "move"}, {locale.Text("Enter"), "open"}}
	if p.at.cursor >= 0 && rows[p.at.cursor] != foldRow {
		on := all[rows[p.at.cursor]]
		p.hints = append(p.hints, m.takeOnHint(on)...)
		switch {
		case m.layout.wide:
			p.margin = m.inMargin(on)
		case m.layout.roomy && !on.apart && !told[rows[p.at.cursor]]:
			p.tail = m.labelled([]report.Part{{Label: on.todo, Text: on.now}}, m.layout.text)
		}
	}
	p.hints = append(p.hints, hint{locale.Text("Esc"), m.out(false)})
	return p
}
