package report

import (
	"fmt"

	"waymark/quiz/session"
	"waymark/stages"
)

func (w Export) surroundings(p renderer) {
	r, taken := w.survey(stages.Surroundings)
	if !taken {
		return
	}
	p.heading(2, r.Snapshot.Surroundings.Title)
	p.para(SurveyHeadline(r), w.PlaceSays(), fmt.Sprintf("Taken on %s.", Date(r.Saved)))
	for _, wind := range r.Snapshot.Surroundings.Winds {
		score, asked := r.Survey.Axis(wind.ID)
		p.heading(3, fmt.Sprintf("%s: %s", wind.Name, Wind(score, asked)))
		p.list(false, windParts(wind, score, asked)...)
	}
}

func windParts(wind stages.Wind, score float64, asked bool) []listItem {
	parts := []listItem{{label: "What it is", text: wind.About}}
	switch {
	case !asked:
	case score <= stages.HeadwindTo:
		parts = append(parts, listItem{label: "Headwind", text: wind.Headwind}, listItem{label: "Negotiate", text: wind.Negotiate},
			listItem{label: "Leave", text: wind.Leave})
	case score >= stages.TailwindFrom:
		parts = append(parts, listItem{label: "Tailwind", text: wind.Tailwind})
	default:
		parts = append(parts, listItem{label: "With you", text: wind.Tailwind}, listItem{label: "Against you", text: wind.Headwind},
			listItem{label: "Negotiate", text: wind.Negotiate})
	}
	return parts
}

// crossroads tells the roads that pull, and names the others.
func (w Export) crossroads(p renderer) {
	r, taken := w.survey(stages.Crossroads)
	if !taken {
		return
	}
	p.heading(2, r.Snapshot.Crossroads.Title)
	p.para(SurveyHeadline(r), Push(r), fmt.Sprintf("Taken on %s.", Date(r.Saved)))
	var others []string
	for _, road := range Roads(r) {
		score, asked := r.Survey.Axis(road.PullAxis())
		if !asked || score < pullsALittle {
			others = append(others, road.Name)
			continue
		}
		p.heading(3, fmt.Sprintf("%s: %s", road.Name, Pull(score, asked)))
		p.list(false, w.roadParts(r, road)...)
	}
	if len(others) > 0 {
		p.para(fmt.Sprintf("%s hardly %s you, or had too few answers to say.", List(others), plural(len(others), "pulls", "pull")))
	}
}

func (w Export) roadParts(r session.Result, road stages.Road) []listItem {
	ready, _ := r.Survey.Axis(road.ReadyAxis())
	carry := road.Transfers
	if own, ok := road.From[r.Profile.Work]; ok {
		carry = own
	}
	missing := road.Missing
	if gaps := RoadGaps(&r.Snapshot, &road, w.placed()); gaps != "" {
		missing += " " + gaps
	}
	return []listItem{{label: "The road", text: sentence(road.Line)}, {label: "What draws", text: road.Pull},
		{label: "You have", text: Ready(ready) + " " + carry}, {label: "Missing", text: missing},
		{label: "It costs", text: road.Costs}, {label: "Try", text: road.Try + " It takes about " + Weeks(road.Weeks) + "."},
		{label: "Then", text: road.Tells}}
}

// strengths says what the answers prove to others, in the words of each.
func (w Export) strengths(p renderer, c *stages.Catalog) {
	list := Strengths(c, w.Result)
	if len(list) == 0 {
		return
	}
	p.heading(2, "Strengths, translated")
	p.para("What your work proves to others, in their words. The line beneath each is fit for a CV.")
	for _, s := range list {
		p.heading(3, fmt.Sprintf("%s, %s", capital(s.Strand), s.Standing))
		var parts []listItem
		for _, reader := range Readers {
			parts = append(parts, listItem{label: "To " + reader.Name, text: s.Proves[reader.ID], quote: s.CV[reader.ID]})
		}
		p.list(false, parts...)
	}
}

// level is the page of the level, where there is one to name.
func (w Export) level(p renderer) {
	r := w.Result.Placement
	if r.Level == nil || r.Certainty() == stages.Unclear {
		return
	}
	l := w.Result.Snapshot.Levels[*r.Level-1]
	p.heading(2, fmt.Sprintf("Level %d, %s", *r.Level, l.Name))
	p.para(l.About)
	p.list(false, listItem{label: "What it feels like", text: l.Feels}, listItem{label: "What others rely on you for", text: l.ReliedOn},
		listItem{label: "The trap", text: l.Trap}, listItem{label: "What the next level asks", text: l.Next},
		listItem{label: "What you may be glad to keep", text: l.Keep})
}

// answers is the appendix: what was asked and said, in full.
func (w Export) answers(p renderer) {
	p.heading(2, "Appendix: your answers")
	for _, strand := range w.Result.Snapshot.Strands {
		items := answered(w.Result.Snapshot.Questions, w.Result.Interview.Answers, strand.ID)
		if len(items) > 0 {
			p.heading(3, capital(strand.Name))
			p.list(false, items...)
		}
	}
	for _, r := range w.Surveys {
		p.heading(3, surveyOf(r).Title)
		p.list(false, answered(surveyOf(r).Questions, r.Interview.Answers, "")...)
	}
}

func answered(questions []stages.Question, answers stages.Answers, strand string) []listItem {
	var out []listItem
	for i := range questions {
		q := &questions[i]
		if a, ok := answers[q.ID]; ok && q.Strand == strand {
			out = append(out, listItem{label: q.Ask, text: inFull(q, a), quote: a.Evidence})
		}
	}
	return out
}

// inFull is an answer in the words that were on the screen.
func inFull(q *stages.Question, a stages.Answer) string {
	if a.Skip != "" || len(a.Options) == 0 {
		return sentence(capital(Answer(q, a)))
	}
	text := ""
	for _, id := range a.Options {
		if o := q.Option(id); o != nil {
			text += " " + sentence(o.Text)
		}
	}
	return text
}

// RoadParts is what a road holds for a person, each part under its label.
func (w Export) RoadParts(r session.Result, road stages.Road) [][2]string {
	return labelled(w.roadParts(r, road))
}

// WindParts is what a wind says at a score, each part under its label.
func WindParts(wind stages.Wind, score float64, asked bool) [][2]string {
	return labelled(windParts(wind, score, asked))
}

func labelled(items []listItem) [][2]string {
	out := make([][2]string, len(items))
	for i, it := range items {
		out[i] = [2]string{it.label, it.text}
	}
	return out
}
