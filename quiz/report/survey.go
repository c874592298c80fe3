package report

import (
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"waymark/quiz/session"
	"waymark/stages"
)

// Where the words for a pull and for a push begin. On answers at random a pull averages .24, and is
// under .50 in nineteen of twenty; a push averages .36.
const (
	pullsClearly = 0.55
	pulls        = 0.40
	pullsALittle = 0.30
	pushesHard   = 0.60
)

// SurveyHeadline is the result of a survey in one or two sentences.
func SurveyHeadline(r session.Result) string {
	if r.Assessment == stages.Crossroads {
		return crossroadsHeadline(r)
	}
	return surroundingsHeadline(r)
}

// Roads returns the roads, the strongest pull first; those without one keep their order, last.
func Roads(r session.Result) []stages.Road {
	roads := slices.Clone(r.Snapshot.Crossroads.Roads)
	pull := func(road stages.Road) float64 {
		if score, ok := r.Scores.Axis(road.PullAxis()); ok {
			return score
		}
		return -1
	}
	slices.SortStableFunc(roads, func(a, b stages.Road) int {
		switch d := pull(b) - pull(a); {
		case d > 0:
			return 1
		case d < 0:
			return -1
		}
		return 0
	})
	return roads
}

func crossroadsHeadline(r session.Result) string {
	roads := Roads(r)
	first, known := r.Scores.Axis(roads[0].PullAxis())
	if !known {
		return "Too few answers to say which road pulls you."
	}
	var near []string
	for _, road := range roads[1:] {
		if score, ok := r.Scores.Axis(road.PullAxis()); ok && score >= first-stages.NearTie && score >= pullsALittle {
			near = append(near, road.Name)
		}
	}
	switch {
	case first < pullsALittle:
		return "No road pulls you now. That is an answer too: it need not be decided."
	case len(near) > 0:
		return fmt.Sprintf("%s and %s pull you about alike.", roads[0].Name, List(near))
	case first < pulls:
		return fmt.Sprintf("%s pulls you a little, more than the other roads.", roads[0].Name)
	case first < pullsClearly:
		return fmt.Sprintf("%s pulls you most.", roads[0].Name)
	}
	return fmt.Sprintf("%s pulls you clearly.", roads[0].Name)
}

// Push is what the wish to leave means, where it is strong.
func Push(r session.Result) string {
	if r.Assessment != stages.Crossroads {
		return ""
	}
	if score, ok := r.Scores.Axis(stages.PushAxis); ok && score >= pushesHard {
		return r.Snapshot.Crossroads.PushText
	}
	return ""
}

// Pull says how much a road pulls.
func Pull(score float64, known bool) string {
	switch {
	case !known:
		return "not asked"
	case score >= pullsClearly:
		return "pulls clearly"
	case score >= pulls:
		return "pulls"
	case score >= pullsALittle:
		return "pulls a little"
	}
	return "hardly pulls"
}

// Ready says how much of what a road asks is there.
func Ready(score float64) string {
	switch {
	case score >= .66:
		return "Most of what it asks is there already."
	case score >= .33:
		return "A part of what it asks is there already."
	}
	return "Most of what it asks would be new."
}

// RoadGaps names the strands that a road asks more of than a result has.
func RoadGaps(c *stages.Catalog, road *stages.Road, placed *stages.Placement) string {
	if placed == nil {
		return ""
	}
	var names []string
	for _, id := range road.Gaps(*placed) {
		names = append(names, StrandName(c, id))
	}
	if len(names) == 0 {
		return "Your result reaches what it asks of the strands."
	}
	return fmt.Sprintf("By your result, it asks more of your %s.", List(names))
}

func surroundingsHeadline(r session.Result) string {
	var against, with []string
	for _, w := range r.Snapshot.Surroundings.Winds {
		switch score, ok := r.Scores.Axis(w.ID); {
		case !ok:
		case score <= stages.HeadwindTo:
			against = append(against, lower(w.Name))
		case score >= stages.TailwindFrom:
			with = append(with, lower(w.Name))
		}
	}
	switch {
	case len(against) == 0 && len(with) == 0:
		return "Your place neither helps you on nor holds you up."
	case len(against) == 0:
		return fmt.Sprintf("Your place helps you on: %s.", List(with))
	case len(with) == 0:
		return fmt.Sprintf("Your place holds you up: %s.", List(against))
	}
	return fmt.Sprintf("With you: %s. Against you: %s.", List(with), List(against))
}

// Wind says which way a wind blows.
func Wind(score float64, known bool) string {
	switch {
	case !known:
		return "not asked"
	case score >= stages.TailwindFrom:
		return "with you"
	case score <= stages.HeadwindTo:
		return "against you"
	}
	return "still"
}

// AboutThePlace tells how many of the gaps may be about the place.
func AboutThePlace(about, gaps int) string {
	switch {
	case about == 0:
		return ""
	case gaps == 1:
		return "Your gap may be about the place, not you."
	case about == gaps && gaps == 2:
		return "Both of your gaps may be about the place, not you."
	case about == gaps:
		return fmt.Sprintf("All %s of your gaps may be about the place, not you.", Number(gaps))
	case about == 1:
		return fmt.Sprintf("One of your %s gaps may be about the place, not you.", Number(gaps))
	}
	return fmt.Sprintf("%s of your %s gaps may be about the place, not you.", Capital(Number(about)), Number(gaps))
}

func lower(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}

func (e Export) surroundings(p renderer) {
	r, taken := e.survey(stages.Surroundings)
	if !taken {
		return
	}
	p.heading(2, r.Snapshot.Surroundings.Title)
	p.para(SurveyHeadline(r), e.PlaceSays(), fmt.Sprintf("Taken on %s.", Date(r.Saved)))
	for _, wind := range r.Snapshot.Surroundings.Winds {
		score, asked := r.Scores.Axis(wind.ID)
		p.heading(3, fmt.Sprintf("%s: %s", wind.Name, Wind(score, asked)))
		p.list(false, items(WindParts(wind, score, asked))...)
	}
}

// WindParts is what a wind says at a score.
func WindParts(wind stages.Wind, score float64, asked bool) []Part {
	parts := []Part{{"What it is", wind.About}}
	switch {
	case !asked:
	case score <= stages.HeadwindTo:
		parts = append(parts, Part{"Headwind", wind.Headwind}, Part{"Negotiate", wind.Negotiate},
			Part{"Leave", wind.Leave})
	case score >= stages.TailwindFrom:
		parts = append(parts, Part{"Tailwind", wind.Tailwind})
	default:
		parts = append(parts, Part{"With you", wind.Tailwind}, Part{"Against you", wind.Headwind},
			Part{"Negotiate", wind.Negotiate})
	}
	return parts
}

// crossroads tells the roads that pull, and names the others.
func (e Export) crossroads(p renderer) {
	r, taken := e.survey(stages.Crossroads)
	if !taken {
		return
	}
	p.heading(2, r.Snapshot.Crossroads.Title)
	p.para(SurveyHeadline(r), Push(r), fmt.Sprintf("Taken on %s.", Date(r.Saved)))
	var others []string
	for _, road := range Roads(r) {
		score, asked := r.Scores.Axis(road.PullAxis())
		if !asked || score < pullsALittle {
			others = append(others, road.Name)
			continue
		}
		p.heading(3, fmt.Sprintf("%s: %s", road.Name, Pull(score, asked)))
		p.list(false, items(e.RoadParts(r, road))...)
	}
	if len(others) > 0 {
		p.para(fmt.Sprintf("%s hardly %s you, or had too few answers to say.", List(others), plural(len(others), "pulls", "pull")))
	}
}

// RoadParts is what a road holds for a person.
func (e Export) RoadParts(r session.Result, road stages.Road) []Part {
	ready, _ := r.Scores.Axis(road.ReadyAxis())
	carry := road.Transfers
	if own, ok := road.From[r.Profile.Work]; ok {
		carry = own
	}
	missing := road.Missing
	if gaps := RoadGaps(&r.Snapshot, &road, e.placed()); gaps != "" {
		missing += " " + gaps
	}
	return []Part{{"The road", sentence(road.Line)}, {"What draws", road.Pull},
		{"You have", Ready(ready) + " " + carry}, {"Missing", missing},
		{"It costs", road.Costs}, {"Try", road.Try + " It takes about " + Weeks(road.Weeks) + "."},
		{"Then", road.Tells}}
}
