package report

import (
	"fmt"
	"slices"

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
			against = append(against, lower(w.Name))
		case score >= stages.TailwindFrom:
			with = append(with, lower(w.Name))
		}
	}
	switch {
	case !known:
		return "Too few answers to say how your workplace affects you."
	case len(against) == 0 && len(with) == 0:
		return "Your workplace neither helps you nor holds you back."
	case len(against) == 0:
		return fmt.Sprintf("Your workplace is helping you with: %s.", List(with))
	case len(with) == 0:
		return fmt.Sprintf("Your workplace is holding you back on: %s.", List(against))
	}
	return fmt.Sprintf("Your workplace is helping you with: %s. It's holding you back on: %s.", List(with), List(against))
}

// Wind says what a side of the workplace does for the person.
func Wind(score float64, known bool) string {
	switch {
	case !known:
		return "not assessed"
	case score >= stages.TailwindFrom:
		return "helps you"
	case score <= stages.HeadwindTo:
		return "holds you back"
	}
	return "neutral"
}

// AboutThePlace tells how many of the gaps may be about the workplace.
func AboutThePlace(about, gaps int) string {
	switch {
	case about == 0:
		return ""
	case gaps == 1:
		return "Your next step may be harder because of your workplace, not you."
	case about == gaps && gaps == 2:
		return "Both of your next steps may be harder because of your workplace, not you."
	case about == gaps:
		return fmt.Sprintf("All %s of your next steps may be harder because of your workplace, not you.", Number(gaps))
	case about == 1:
		return fmt.Sprintf("One of your %s next steps may be harder because of your workplace, not you.", Number(gaps))
	}
	return fmt.Sprintf("%s of your %s next steps may be harder because of your workplace, not you.", Capital(Number(about)), Number(gaps))
}

// HeldBack reports whether a gap along a strand may be about the workplace, as far as the surroundings were
// looked at.
func (e Export) HeldBack(strand string) bool {
	r, taken := e.survey(stages.Surroundings)
	return taken && slices.Contains(r.Snapshot.Surroundings.Affected(*r.Scores), strand)
}

// PlaceSays tells how many of the gaps to work on may be about the workplace.
func (e Export) PlaceSays() string {
	about, gaps := 0, 0
	for _, n := range e.Result.Placement.Next {
		if e.gap(n.Strand) {
			gaps++
		}
		if e.gapHeldBack(n.Strand) {
			about++
		}
	}
	return AboutThePlace(about, gaps)
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
	surveyHead(to, r, e.PlaceSays())
	for _, wind := range r.Snapshot.Surroundings.Winds {
		score, asked := r.Scores.Axis(wind.ID)
		to.heading(3, fmt.Sprintf("%s: %s", wind.Name, Wind(score, asked)))
		to.list(false, items(WindParts(wind, score, asked))...)
	}
}

// WindParts is what there is to say of a side of the workplace at a score. Where it neither helps nor
// holds back, both texts are there for the person to judge.
func WindParts(wind stages.Wind, score float64, asked bool) []Part {
	parts := []Part{{"What it is", wind.About}}
	switch {
	case !asked:
	case score <= stages.HeadwindTo:
		parts = append(parts, Part{"Holds back", wind.Headwind}, Part{"Negotiate", wind.Negotiate},
			Part{"Leave", wind.Leave})
	case score >= stages.TailwindFrom:
		parts = append(parts, Part{"Helps", wind.Tailwind})
	default:
		parts = append(parts, Part{"If it helps", wind.Tailwind}, Part{"If it doesn't", wind.Headwind},
			Part{"Negotiate", wind.Negotiate})
	}
	return parts
}
