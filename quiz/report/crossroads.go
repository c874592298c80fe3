package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// Where the words for a pull, a push and readiness begin. On answers at random a pull averages .20, and is
// under .45 in nineteen of twenty; a push averages .43, half of the reasons to leave being ticked.
const (
	pullsALot    = 0.55
	pulls        = 0.40 // from here it is strong, where moves are told
	pullsALittle = 0.30
	pushes       = 0.50 // from here it is strong, where moves are told
	pushesSome   = 0.30
	pushesHard   = 0.60 // from here it is told in older content, which has no moves
	partlyReady  = 0.33
	atAll        = 0.05 // of a pull and of readiness; less is none
	theirs       = 0.90 // from this readiness on, a road is the work that the person does
)

// Roads returns the roads, the strongest pull first; those without one keep their order, last. Each has the experiment
// that is new to the person.
func Roads(r session.Result) []stages.Road {
	pull := func(road stages.Road) float64 {
		if score, ok := r.Scores.Axis(road.PullAxis()); ok {
			return score
		}
		return -1
	}
	roads := slices.Clone(r.Snapshot.Crossroads.Roads)
	for i := range roads {
		roads[i].Try = roads[i].Trial(r.Interview.Answers)
	}
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
		return locale.Text("Too few answers to say which road appeals to you.")
	}
	alike, _ := pullAlike(r, roads)
	switch {
	case first < pullsALittle:
		return locale.Text("No road appeals to you much right now. That's an answer too.")
	case len(alike) > 1:
		return locale.Sprintf("%s appeal to you about equally.", List(alike))
	case first < pulls:
		return locale.Sprintf("%s appeals to you a bit more than the other roads.", roads[0].Name)
	case first < pullsALot:
		return locale.Sprintf("%s appeals to you most.", roads[0].Name)
	}
	return locale.Sprintf("%s appeals to you a lot.", roads[0].Name)
}

// RoadsShort is [SurveyHeadline] for a small screen, which has the names below it.
func RoadsShort(r session.Result) string {
	if n := roadsAlike(r); n > 1 {
		return Capital(alikeLine(n)) + "."
	}
	return crossroadsHeadline(r)
}

// roadsAlike counts the roads that appeal most, about equally; 0 where none appeals.
func roadsAlike(r session.Result) int {
	if appealing(r) == "" {
		return 0
	}
	alike, _ := pullAlike(r, Roads(r))
	return len(alike)
}

// alikeLine is said of so many roads that appeal about equally, where there's no room for their names.
func alikeLine(n int) string {
	return locale.Plural(n, "one road appeals about equally", "%s roads appeal about equally", Number(n))
}

// pullAlike names the first of the roads and those that pull about as strongly, and says whether the person is on all of them.
func pullAlike(r session.Result, roads []stages.Road) (names []string, near bool) {
	first, _ := r.Scores.Axis(roads[0].PullAxis())
	near = true
	for i := range roads {
		road := &roads[i]
		if score, ok := r.Scores.Axis(road.PullAxis()); ok && score >= first-stages.NearTie && Pull(score, ok) == Pull(first, true) {
			names = append(names, road.Name)
			near = near && (r.Scores.Near(road) || ownWork(r, road))
		}
	}
	return names, near
}

// Move is what to do next, by how strongly the first road pulls and how strong the wish to leave is: "" where
// one of the two isn't known. Content without moves says what the wish to leave means, where it is strong.
func Move(r session.Result) string {
	if r.Assessment != stages.Crossroads {
		return ""
	}
	s := &r.Snapshot.Crossroads
	push, known := r.Scores.Axis(stages.PushAxis)
	if len(s.Moves) == 0 {
		if known && push >= pushesHard {
			return s.PushText
		}
		return ""
	}
	roads := Roads(r)
	if len(roads) == 0 || !known {
		return ""
	}
	pull, known := r.Scores.Axis(roads[0].PullAxis())
	if !known {
		return ""
	}
	_, near := pullAlike(r, roads)
	return s.Move(force(pull, pulls), force(push, pushes), near)
}

// ownWork reports whether a road is the work that the person does: they have nearly all that it asks for or, where its id is
// that of their kind of work, part of it at least.
func ownWork(r session.Result, road *stages.Road) bool {
	ready, known := r.Scores.Axis(road.ReadyAxis())
	return known && (ready >= theirs || road.ID == r.Profile.Work && ready >= partlyReady)
}

// force is how strong a score is that is strong from a threshold on.
func force(score, from float64) stages.Force {
	if score >= from-rounding {
		return stages.Strong
	}
	return stages.Little
}

// Pull is [PullWord] where no heading says what it's about.
func Pull(score float64, known bool) string {
	switch {
	case !known:
		return locale.Text("not assessed")
	case score >= pullsALot:
		return locale.Text("a lot of appeal")
	case score >= pullsALittle:
		return locale.Text("some appeal")
	case score >= atAll:
		return locale.Text("a little appeal")
	}
	return locale.Text("no appeal")
}

// Ready says how much of what a road asks for a person has.
func Ready(score float64) string {
	switch {
	case score >= stages.NearFrom:
		return locale.Text("You already have most of the experience this road asks for.")
	case score >= partlyReady:
		return locale.Text("You have some of the experience this road asks for, but not all.")
	}
	return locale.Text("Most of what this road asks for would be new to you.")
}

// HardlyPulls reports whether a road may be left aside: it hardly pulls, or too little is known to say.
func HardlyPulls(score float64, known bool) bool { return !known || score < pullsALittle }

// Cheap is a road's experiment in a line: what one does first, and how long it takes.
func Cheap(road stages.Road) string { return allow(FirstSentence(road.Try), road.Weeks) }

// allow says how many weeks an experiment takes, after its words.
func allow(try string, weeks int) string {
	return try + " " + locale.Sprintf("Allow about %s.", Weeks(weeks))
}

// RoadStep is a road's experiment as a step that can be taken on.
func RoadStep(road stages.Road) stages.Step {
	return stages.Step{ID: stages.RoadStep + road.ID, Title: locale.Sprintf("Try: %s", road.Name), Why: sentence(road.Line), First: road.Try,
		Worked: road.Tells, Weeks: road.Weeks}
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
		return locale.Sprintf("The road asks for more than your result shows in %s.", List(short))
	case len(unknown) > 0:
		return locale.Sprintf("The road needs %s too, and there are too few answers about that.", List(unknown))
	}
	if restsOnClaims(*placed) {
		return locale.Text("Going by what you say about yourself, your strands are at the levels it needs.")
	}
	return locale.Text("Your strands are at the levels it needs.")
}

// crossroads tells the roads that pull, and names the others.
func (e Export) crossroads(to renderer) {
	r, taken := e.survey(stages.Crossroads)
	if !taken {
		return
	}
	e.surveyHead(to, r)
	var hardly, own, able, unknown, rest []string
	for _, road := range Roads(r) {
		ready, _ := r.Scores.Axis(road.ReadyAxis())
		switch score, asked := r.Scores.Axis(road.PullAxis()); {
		case !asked:
			unknown = append(unknown, road.Name)
		case score < pullsALittle && ownWork(r, &road):
			own = append(own, road.Name)
		case score < pullsALittle && ready >= stages.NearFrom:
			able = append(able, road.Name)
		case score < pullsALittle:
			hardly = append(hardly, road.Name)
		default:
			e.road(to, r, road)
		}
	}
	if len(hardly) > 0 {
		rest = append(rest, locale.Sprintf("Few of your answers draw you to %s.", List(hardly)))
	}
	if len(able) > 0 {
		rest = append(rest, locale.Sprintf("You already have most of what it takes for %s, though few of your answers draw you there.", List(able)))
	}
	if len(own) > 0 {
		rest = append(rest, locale.Plural(len(own), "%s is close to the work you do now.", "%s are close to the work you do now.", List(own)))
	}
	if len(unknown) > 0 {
		rest = append(rest, locale.Sprintf("There are too few answers to say anything about %s.", List(unknown)))
	}
	to.para(rest...)
}

func (e Export) road(to renderer, r session.Result, road stages.Road) {
	score, asked := r.Scores.Axis(road.PullAxis())
	to.heading(3, fmt.Sprintf("%s: %s", road.Name, Pull(score, asked)))
	to.list(false, items(e.RoadParts(r, road))...)
}

// RoadParts is what a road holds for a person. What newcomers bring along and lack isn't told to those who have most of what
// it asks for.
func (e Export) RoadParts(r session.Result, road stages.Road) []Part {
	parts := []Part{{locale.Text("The road"), sentence(road.Line)}, {locale.Text("Who it suits"), road.Pull}}
	if ready, _ := r.Scores.Axis(road.ReadyAxis()); ready < stages.NearFrom {
		carries := road.Transfers
		if own, ok := road.From[r.Profile.Work]; ok {
			carries = own
		}
		parts = append(parts, Part{locale.Text("Carries over"), carries}, Part{locale.Text("New to most"), road.Missing})
	}
	if ready := e.readiness(r, road); ready != "" {
		parts = append(parts, Part{locale.Text("Your answers"), ready})
	}
	return append(parts, Part{locale.Text("What it costs"), road.Costs}, Part{locale.Text("Try"), allow(road.Try, road.Weeks)}, Part{locale.Text("How to tell"), road.Tells})
}

// readiness says how much of what a road asks for the answers show; empty where they do not say.
func (e Export) readiness(r session.Result, road stages.Road) string {
	var said []string
	if ownWork(r, &road) {
		said = append(said, locale.Text("It's close to the work you do now."))
	}
	if ready, known := r.Scores.Axis(road.ReadyAxis()); known {
		said = append(said, Ready(ready))
	}
	if gaps := RoadGaps(&r.Snapshot, &road, e.placed()); gaps != "" {
		said = append(said, gaps)
	}
	return strings.Join(said, " ")
}

// placed is the result of the stages assessment, or nil where only surveys were taken.
func (e Export) placed() *stages.Placement {
	if e.Result.Placement.Assessment == "" {
		return nil
	}
	return &e.Result.Placement
}
