package report

import (
	"cmp"
	"fmt"
	"slices"

	"waymark/quiz/session"
	"waymark/stages"
)

// Where the words for a pull, a push and readiness begin. On answers at random a pull averages .24, and is
// under .50 in nineteen of twenty; a push averages .36.
const (
	pullsClearly = 0.55
	pulls        = 0.40
	pullsALittle = 0.30
	pushesHard   = 0.60
	mostlyReady  = 0.66
	partlyReady  = 0.33
)

// Roads returns the roads, the strongest pull first; those without one keep their order, last.
func Roads(r session.Result) []stages.Road {
	pull := func(road stages.Road) float64 {
		if score, ok := r.Scores.Axis(road.PullAxis()); ok {
			return score
		}
		return -1
	}
	roads := slices.Clone(r.Snapshot.Crossroads.Roads)
	slices.SortStableFunc(roads, func(a, b stages.Road) int { return cmp.Compare(pull(b), pull(a)) })
	return roads
}

func crossroadsHeadline(r session.Result) string {
	roads := Roads(r)
	first, known := 0.0, false
	if len(roads) > 0 {
		first, known = r.Scores.Axis(roads[0].PullAxis())
	}
	if !known {
		return "Too few answers to say which road pulls you."
	}
	alike := []string{roads[0].Name}
	for _, road := range roads[1:] {
		if score, ok := r.Scores.Axis(road.PullAxis()); ok && score >= first-stages.NearTie && score >= pullsALittle {
			alike = append(alike, road.Name)
		}
	}
	switch {
	case first < pullsALittle:
		return "No road pulls you now. That is an answer too: it need not be decided."
	case len(alike) > 1:
		return fmt.Sprintf("%s pull you about alike.", List(alike))
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
		return "not assessed"
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
	case score >= mostlyReady:
		return "Most of what it asks is there already."
	case score >= partlyReady:
		return "A part of what it asks is there already."
	}
	return "Most of what it asks would be new."
}

// RoadGaps names the strands that a road asks more of than a result has; empty without a result.
func RoadGaps(c *stages.Catalog, road *stages.Road, placed *stages.Placement) string {
	if placed == nil {
		return ""
	}
	var short, unknown []string
	for _, id := range road.Gaps(*placed) {
		if strand(*placed, id).Level == nil {
			unknown = append(unknown, StrandName(c, id))
		} else {
			short = append(short, StrandName(c, id))
		}
	}
	switch {
	case len(short) > 0:
		return fmt.Sprintf("By your result, it asks more of your %s.", List(short))
	case len(unknown) > 0:
		return fmt.Sprintf("It asks for %s too, which your result says too little about.", List(unknown))
	}
	return "Your result reaches what it asks of the strands."
}

// crossroads tells the roads that pull, and names the others.
func (e Export) crossroads(to renderer) {
	r, taken := e.survey(stages.Crossroads)
	if !taken {
		return
	}
	surveyHead(to, r, Push(r))
	var hardly, unknown, rest []string
	for _, road := range Roads(r) {
		switch score, asked := r.Scores.Axis(road.PullAxis()); {
		case !asked:
			unknown = append(unknown, road.Name)
		case score < pullsALittle:
			hardly = append(hardly, road.Name)
		default:
			e.road(to, r, road)
		}
	}
	if len(hardly) > 0 {
		rest = append(rest, fmt.Sprintf("%s hardly %s you.", List(hardly), plural(len(hardly), "pulls", "pull")))
	}
	if len(unknown) > 0 {
		rest = append(rest, fmt.Sprintf("Too few answers to say of %s.", List(unknown)))
	}
	to.para(rest...)
}

func (e Export) road(to renderer, r session.Result, road stages.Road) {
	score, asked := r.Scores.Axis(road.PullAxis())
	to.heading(3, fmt.Sprintf("%s: %s", road.Name, Pull(score, asked)))
	to.list(false, items(e.RoadParts(r, road))...)
}

// RoadParts is what a road holds for a person.
func (e Export) RoadParts(r session.Result, road stages.Road) []Part {
	have, missing := road.Transfers, road.Missing
	if own, ok := road.From[r.Profile.Work]; ok {
		have = own
	}
	if ready, known := r.Scores.Axis(road.ReadyAxis()); known {
		have = Ready(ready) + " " + have
	}
	if gaps := RoadGaps(&r.Snapshot, &road, e.placed()); gaps != "" {
		missing += " " + gaps
	}
	return []Part{{"The road", sentence(road.Line)}, {"The pull", road.Pull}, {"You have", have}, {"Missing", missing},
		{"It costs", road.Costs}, {"Try", road.Try + " It takes about " + Weeks(road.Weeks) + "."}, {"How to tell", road.Tells}}
}

// placed is the result of the stages assessment, or nil where only surveys were taken.
func (e Export) placed() *stages.Placement {
	if e.Result.Placement.Assessment == "" {
		return nil
	}
	return &e.Result.Placement
}
