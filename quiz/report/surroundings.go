package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

func surroundingsHeadline(r session.Result) string {
	var against, with []string
	known := false
	for _, w := range r.Snapshot.Surroundings.Winds {
		score, ok := r.Scores.Axis(w.ID)
		known = known || ok
		switch {
		case !ok:
		case score <= stages.HeadwindTo:
			against = append(against, lower(&r.Snapshot, w.Name))
		case score >= stages.TailwindFrom:
			with = append(with, lower(&r.Snapshot, w.Name))
		}
	}
	switch {
	case !known:
		return locale.Text("Too few answers to say how your workplace affects you.")
	case len(against) == 0 && len(with) == 0:
		return locale.Text("Your workplace neither helps you nor holds you back.")
	case len(against) == 0:
		return locale.Sprintf("Your workplace is helping you with: %s.", List(with))
	case len(with) == 0:
		return locale.Sprintf("Your workplace is holding you back on: %s.", List(against))
	}
	return locale.Sprintf("Your workplace is helping you with: %s. It's holding you back on: %s.", List(with), List(against))
}

// Wind says what a side of the workplace does for the person.
func Wind(score float64, known bool) string {
	switch {
	case !known:
		return locale.Text("not assessed")
	case score >= stages.TailwindFrom:
		return locale.Text("helps you")
	case score <= stages.HeadwindTo:
		return locale.Text("holds you back")
	}
	return locale.Text("neutral")
}

// WindLeans is what a side of the workplace does for the person, and how much.
func WindLeans(score float64, known bool) string {
	switch word := WindWord(score, known); {
	case !known || lean(score) < leanScale.little:
		return word
	case score < 0.5:
		return locale.Sprintf("holds you back: %s", word)
	default:
		return locale.Sprintf("helps you: %s", word)
	}
}

// Winds returns the sides of the workplace, the one that holds back most first; those not assessed last.
func Winds(r session.Result) []stages.Wind {
	score := func(w stages.Wind) float64 {
		if score, ok := r.Scores.Axis(w.ID); ok {
			return score
		}
		return 2
	}
	winds := slices.Clone(r.Snapshot.Surroundings.Winds)
	slices.SortStableFunc(winds, func(a, b stages.Wind) int { return cmp.Compare(score(a), score(b)) })
	return winds
}

// windCounts counts the sides of the workplace that hold back, and those that help.
func windCounts(r session.Result) (against, with int) {
	for _, w := range r.Snapshot.Surroundings.Winds {
		switch score, ok := r.Scores.Axis(w.ID); {
		case ok && score <= stages.HeadwindTo:
			against++
		case ok && score >= stages.TailwindFrom:
			with++
		}
	}
	return against, with
}

// WindsInBrief counts the sides of the workplace, where [SurveyHeadline] names them.
func WindsInBrief(r session.Result) string {
	against, with := windCounts(r)
	switch {
	case against == 0 && with == 0:
		return surroundingsHeadline(r)
	case against == 0:
		return locale.Plural(with, "Your workplace helps you in one way.", "Your workplace helps you in %s ways.", Number(with))
	case with == 0:
		return locale.Plural(against, "Your workplace holds you back in one way.", "Your workplace holds you back in %s ways.", Number(against))
	}
	return locale.Plural(against, "Your workplace holds you back in one way", "Your workplace holds you back in %s ways", Number(against)) + ", " +
		locale.Plural(with, "and helps you in one.", "and helps you in %s.", Number(with))
}

// WindsShort is [WindsInBrief] for a small screen.
func WindsShort(r session.Result) string {
	against, with := windCounts(r)
	if against == 0 && with == 0 {
		return surroundingsHeadline(r)
	}
	return Capital(holdBack(against)) + ", " + locale.Plural(with, "one helps you", "%s help you", Number(with)) + "."
}

// useThat is where the text on a side that helps comes to what to do with it.
const useThat locale.Message = "Use that: "

// NextMove is what to do about a side of the workplace, in a sentence: what to negotiate, or what to use. It is
// empty where the side was not assessed.
func NextMove(w stages.Wind, score float64, known bool) string {
	switch {
	case !known:
		return ""
	case score < stages.TailwindFrom:
		return FirstSentence(w.Negotiate)
	}
	if _, use, found := strings.Cut(w.Tailwind, useThat.String()); found {
		return Capital(FirstSentence(use))
	}
	return FirstSentence(w.Tailwind)
}

// NothingToTalkAbout is said where a talk can't be taken on.
const NothingToTalkAbout locale.Message = "There's no conversation to add here."

// talkWeeks is how long it may take to have a talk and see what comes of it.
const talkWeeks = 4

// TalkStep is the talk about a side of the workplace as a step that can be taken on, and whether there is something
// to negotiate.
func TalkStep(w stages.Wind, score float64, known bool) (talk stages.Step, open bool) {
	return stages.Step{ID: stages.TalkStep + w.ID, Title: talkTitle(w), Why: w.About, First: w.Negotiate,
		Weeks: talkWeeks}, known && score < stages.TailwindFrom
}

func talkTitle(w stages.Wind) string { return locale.Sprintf("Talk about: %s", w.Name) }

// What [AboutThePlace] calls the workplace: by itself, and right after a sentence about it.
const (
	theWorkplace    locale.Message = "Your workplace"
	theWorkplaceToo locale.Message = "It"
)

// AboutThePlace tells how many of the next steps may be about the workplace; whether the sentence before it is about that as well.
func AboutThePlace(about, steps int, follows bool) string {
	place := theWorkplace.String()
	if follows {
		place = theWorkplaceToo.String()
	}
	switch {
	case about == 0:
		return ""
	case steps == 1:
		return locale.Sprintf("%s may make your next step harder.", place)
	case about == steps && steps == 2:
		return locale.Sprintf("%s may make both of your next steps harder.", place)
	case about == steps:
		return locale.Sprintf("%s may make all %s of your next steps harder.", place, Number(steps))
	case about == 1:
		return locale.Sprintf("%s may make one of your %s next steps harder.", place, Number(steps))
	}
	return locale.Sprintf("%s may make %s of your %s next steps harder.", place, Number(about), Number(steps))
}

// HeldBack reports whether a gap along a strand may be about the workplace, as far as the surroundings were
// looked at.
func (e Export) HeldBack(strand string) bool {
	r, taken := e.survey(stages.Surroundings)
	return taken && slices.Contains(r.Snapshot.Surroundings.Affected(*r.Scores), strand)
}

// PlaceSays tells in a line how many of the next steps may be about the workplace; a single one of several by its title, where that has
// room. Why a step is advised says it of each.
func (e Export) PlaceSays() string { return e.placeSays(false) }

// PlaceSaysToo is [Export.PlaceSays] after a sentence about the workplace.
func (e Export) PlaceSaysToo() string { return e.placeSays(true) }

func (e Export) placeSays(follows bool) string {
	const widest = 72 // columns of a line
	about, steps := e.placeCounts()
	if about == 1 && steps > 1 {
		for _, a := range e.Result.Advised() {
			if says := locale.Sprintf("%s may be harder at your workplace.", quote(a.Words.Title)); e.gapHeldBack(a.Strand) && ansi.StringWidth(says) <= widest {
				return says
			}
		}
	}
	return AboutThePlace(about, steps, follows)
}

// placeCounts counts the next steps, and those along a gap that may be about the workplace.
func (e Export) placeCounts() (about, steps int) {
	for _, n := range e.Result.Placement.Next {
		if e.gapHeldBack(n.Strand) {
			about++
		}
	}
	return about, len(e.Result.Placement.Next)
}

// gap reports whether a strand has not reached the level it is held against. One to keep up at the highest
// level has.
func (e Export) gap(id string) bool {
	s := strand(e.Result.Placement, id)
	return s.Level == nil || *s.Level < Target(e.Result.Placement)
}

func (e Export) gapHeldBack(strand string) bool { return e.gap(strand) && e.HeldBack(strand) }

func (e Export) surroundings(to renderer) {
	r, taken := e.survey(stages.Surroundings)
	if !taken {
		return
	}
	e.surveyHead(to, r)
	var neither []string
	for _, wind := range r.Snapshot.Surroundings.Winds {
		score, asked := r.Scores.Axis(wind.ID)
		if asked && score > stages.HeadwindTo && score < stages.TailwindFrom {
			neither = append(neither, lower(&r.Snapshot, wind.Name))
			continue
		}
		to.heading(3, fmt.Sprintf("%s: %s", wind.Name, Wind(score, asked)))
		to.list(false, items(WindParts(wind, score, asked))...)
	}
	if len(neither) > 0 {
		to.para(locale.Sprintf("On balance, these neither help you nor hold you back: %s.", List(neither)))
	}
}

// WindParts is what there is to say of a side of the workplace at a score. Where it neither helps nor holds back, both
// texts would say what the answers don't.
func WindParts(wind stages.Wind, score float64, asked bool) []Part {
	parts := []Part{{locale.Text("What it is"), wind.About}}
	switch {
	case !asked:
	case score <= stages.HeadwindTo:
		parts = append(parts, Part{locale.Text("Holds back"), wind.Headwind}, Part{locale.Text("Negotiate"), wind.Negotiate},
			Part{locale.Text("When to leave"), wind.Leave})
	case score >= stages.TailwindFrom:
		parts = append(parts, Part{locale.Text("Helps"), wind.Tailwind})
	default:
		parts = append(parts, Part{locale.Text("Negotiate"), wind.Negotiate})
	}
	return parts
}
