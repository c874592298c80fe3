package tui

import (
	"strings"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// survey shows the result of the crossroads or of the surroundings: a card for each road or wind.
type survey struct {
	cards  cards
	result session.Result // what is shown
	all    report.Export  // what it is read beside
}

func (m Model) openSurvey() Model {
	m.on, m.survey = onSurvey, survey{cards: cards{open: -1}, result: m.session.Results[m.session.Assessment]}
	m.survey.all, _ = report.NewExport(m.session.Results, m.session.Plan)
	return m
}

func (m Model) surveyKey(k string) Model {
	if k == "esc" {
		if closed, was := m.survey.cards.closed(); was {
			m.survey.cards = closed
			return m
		}
		return m.back()
	}
	m.survey.cards, _ = m.cardsKey(m.survey.cards, k, m.surveyCards(), m.surveyPage())
	return m
}

func (m Model) surveyPage() page {
	r := m.survey.result
	p := page{place: r.Survey().Title, fact: report.Date(r.Saved), head: m.surveyHead(),
		hints: append(m.survey.cards.hints(), hint{"Esc", m.out(m.survey.cards.open >= 0)})}
	return m.cardsPage(p, m.survey.cards, m.surveyCards())
}

// surveyHead is the result in words, and where it bears on the others.
func (m Model) surveyHead() []line {
	r := m.survey.result
	head := paint(m.palette.focal, wrap(report.SurveyHeadline(r), m.layout.text))
	return append(head, lines(m.surveyMore(r)...)...)
}

// surveyMore is what the result says beside its headline, and where it bears on the others.
func (m Model) surveyMore(r session.Result) []string {
	var texts []string
	if move := report.Move(r); move != "" {
		texts = append(texts, move)
	}
	if r.Assessment == stages.Surroundings {
		if gaps := m.survey.all.PlaceSays(); gaps != "" {
			texts = append(texts, gaps)
		}
	}
	if len(texts) == 0 {
		return nil
	}
	return wrap(strings.Join(texts, " "), m.layout.text)
}

func (m Model) surveyCards() []card {
	r := m.survey.result
	if r.Assessment == stages.Crossroads {
		return m.roadCards(r)
	}
	return m.windCards(r)
}

func (m Model) roadCards(r session.Result) []card {
	roads := report.Roads(r)
	list := make([]card, len(roads))
	for i, road := range roads {
		pull, asked := r.Scores.Axis(road.PullAxis())
		ready, _ := r.Scores.Axis(road.ReadyAxis())
		about := report.Pull(pull, asked)
		list[i] = card{title: road.Name, about: m.meter(pull, asked) + "  " + pad(about, 14), word: about,
			brief: lines(wrap(report.Capital(about)+". "+report.Ready(ready)+" "+road.Line+".", m.layout.text)...),
			lines: m.cardText(m.survey.all.RoadParts(r, road))}
	}
	return list
}

func (m Model) windCards(r session.Result) []card {
	winds := r.Snapshot.Surroundings.Winds
	list := make([]card, len(winds))
	for i, w := range winds {
		score, asked := r.Scores.Axis(w.ID)
		about := report.Wind(score, asked)
		list[i] = card{title: w.Name, about: m.meter(score, asked) + "  " + pad(about, 14), word: about,
			brief: lines(wrap(report.Capital(about)+". "+w.About, m.layout.text)...),
			lines: m.cardText(report.WindParts(w, score, asked))}
	}
	return list
}

// meter draws a score from 0 to 1.
func (m Model) meter(score float64, known bool) string {
	const width = 20
	if !known {
		return m.palette.rule.Render(strings.Repeat(lineDotted, width))
	}
	heavy := max(0, min(width, int(score*width+.5)))
	return m.palette.accent.Render(strings.Repeat(lineHeavy, heavy)) + m.palette.rule.Render(strings.Repeat(lineLight, width-heavy))
}
