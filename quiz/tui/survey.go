package tui

import (
	"strings"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// survey shows the result of the crossroads or of the surroundings: a card for each road or wind.
type survey struct{ cards cards }

func (m Model) openSurvey() Model {
	m.on, m.survey = onSurvey, survey{cards: cards{open: -1}}
	return m
}

// surveyed is the record whose result the screen shows.
func (m Model) surveyed() session.Result { return m.desk.Last[m.lobby.assessment] }

func (m Model) surveyKey(k string) Model {
	list, head := m.surveyCards(), len(m.surveyHead())
	if k == "esc" && !m.fills(m.survey.cards, list, head) {
		return m.openLobby(m.lobby.assessment)
	}
	m.survey.cards = m.cardsKey(m.survey.cards, k, list, head)
	return m
}

func (m Model) surveyPage() page {
	r := m.surveyed()
	p := page{place: surveyOf(r).Title, fact: report.Date(r.Saved), head: m.surveyHead(),
		hints: []hint{{"↑↓", "move"}, {"Enter", "open"}, {"Esc", "back"}}}
	list := m.surveyCards()
	if m.fills(m.survey.cards, list, len(p.head)) {
		p.hints = []hint{{"↑↓", "scroll"}, {"Esc", "back"}}
	}
	return m.cardsPage(p, m.survey.cards, list)
}

// surveyHead is the result in words, and where it bears on the others.
func (m Model) surveyHead() []line {
	r := m.surveyed()
	head := paint(m.inks.focal, wrap(report.SurveyHeadline(r), m.sheet.text))
	return append(head, lines(m.surveyMore(r)...)...)
}

// surveyMore is what the result says beside its headline, and where it bears on the others.
func (m Model) surveyMore(r session.Result) []string {
	var texts []string
	if push := report.Push(r); push != "" {
		texts = append(texts, push)
	}
	if r.Assessment == stages.Surroundings {
		if gaps := m.whole.PlaceSays(); gaps != "" {
			texts = append(texts, gaps)
		}
	}
	if len(texts) == 0 {
		return nil
	}
	return wrap(strings.Join(texts, " "), m.sheet.text)
}

func (m Model) surveyCards() []card {
	r := m.surveyed()
	if r.Assessment == stages.Crossroads {
		return m.roadCards(r)
	}
	return m.windCards(r)
}

func (m Model) roadCards(r session.Result) []card {
	roads := report.Roads(r)
	list := make([]card, len(roads))
	for i, road := range roads {
		pull, asked := r.Survey.Axis(road.PullAxis())
		ready, _ := r.Survey.Axis(road.ReadyAxis())
		about := report.Pull(pull, asked)
		list[i] = card{title: road.Name, about: m.meter(pull, asked) + "  " + pad(about, 14), word: about,
			brief: lines(wrap(capital(about)+". "+report.Ready(ready)+" "+road.Line+".", m.sheet.text)...),
			lines: m.cardText(m.whole.RoadParts(r, road)...)}
	}
	return list
}

func (m Model) windCards(r session.Result) []card {
	winds := r.Snapshot.Surroundings.Winds
	list := make([]card, len(winds))
	for i, w := range winds {
		score, asked := r.Survey.Axis(w.ID)
		about := report.Wind(score, asked)
		list[i] = card{title: w.Name, about: m.meter(score, asked) + "  " + pad(about, 14), word: about,
			brief: lines(wrap(capital(about)+". "+w.About, m.sheet.text)...),
			lines: m.cardText(report.WindParts(w, score, asked)...)}
	}
	return list
}

// meter draws a score from 0 to 1.
func (m Model) meter(score float64, known bool) string {
	const width = 20
	if !known {
		return m.inks.rule.Render(strings.Repeat(lineDotted, width))
	}
	heavy := int(score*width + .5)
	return m.inks.accent.Render(strings.Repeat(lineHeavy, heavy)) + m.inks.rule.Render(strings.Repeat(lineLight, width-heavy))
}

func surveyOf(r session.Result) *stages.Survey {
	if r.Assessment == stages.Crossroads {
		return &r.Snapshot.Crossroads
	}
	return &r.Snapshot.Surroundings
}
