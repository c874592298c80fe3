package report

import (
	"fmt"
	"time"

	"waymark/quiz/session"
	"waymark/stages"
)

// What home says to somebody new.
const (
	Promise = "Learn where you stand, why, and what to work on next."
	Terms   = "About a dozen questions on the last two years, with any employer; ten minutes or so. " +
		"Your answers stay on your computer. Stop when you like and go on later."
)

// Deed is what a choice on home, or before a survey, does. That of a survey is its assessment.
type Deed string

// The deeds that are no survey.
const (
	Begin       Deed = "begin"
	GoOn        Deed = "go on"
	Review      Deed = "review"
	Afresh      Deed = "afresh"
	Again       Deed = "again"
	ToResult    Deed = "result"
	ToPlan      Deed = "plan"
	ToStrengths Deed = "strengths"
)

// Writes reports whether a deed needs the journal for itself.
func (d Deed) Writes() bool { return d == Begin || d == GoOn || d == Afresh || d == Again }

// Choice is a row of a menu: what it does, what it is called, and what is said of it.
type Choice struct {
	Deed         Deed
	Name, Detail string
}

// Home are the choices of a person who is new, has stopped half-way, or comes back.
func Home(d session.Desk) []Choice {
	record, placed := d.Last[stages.Stages]
	result := Choice{ToResult, "Result", "where you stand, why, what next"}
	plan := Choice{ToPlan, "Plan", planDetail(d.Plan)}
	var out []Choice
	switch {
	case d.Underway(stages.Stages):
		out = []Choice{{GoOn, "Go on", ""}, {Review, "Review your answers", ""}, {Afresh, "Start afresh", afreshDetail(d.Under[stages.Stages])}}
		if placed {
			result.Detail = "the last one, of " + Date(record.Saved)
			out = append(out, result, plan)
		}
	case placed:
		out = []Choice{plan, result, {Again, "Take it again", "worth it after about three months"}}
	default:
		out = []Choice{{Begin, "Begin", ""}}
	}
	out = append(out, surveyChoices(d)...)
	if placed && len(d.Bank.Catalog().Strengths) > 0 {
		out = append(out, Choice{ToStrengths, "Strengths", "what your work proves to others, in their words"})
	}
	return out
}

// surveyChoices are the other assessments that the content has.
func surveyChoices(d session.Desk) []Choice {
	var out []Choice
	for _, id := range []string{stages.Crossroads, stages.Surroundings} {
		survey := d.Bank.Catalog().Survey(id)
		if survey == nil {
			continue
		}
		detail := survey.Line
		if s, ok := d.Under[id]; ok {
			detail = fmt.Sprintf("stopped at question %d", len(s.Interview.Asked)+1)
		} else if r, ok := d.Last[id]; ok {
			detail = "taken on " + Date(r.Saved)
		}
		out = append(out, Choice{Deed(id), survey.Title, detail})
	}
	return out
}

// Lobby are the choices before a survey.
func Lobby(d session.Desk, assessment string) []Choice {
	var out []Choice
	s, last := d.Open(assessment), d.Last[assessment]
	if d.Underway(assessment) {
		out = append(out, Choice{GoOn, "Go on", ""})
	}
	if last.Survey != nil {
		out = append(out, Choice{ToResult, "Result", "of " + Date(last.Saved)})
	}
	if len(s.Interview.Asked) > 0 {
		out = append(out, Choice{Review, "Review your answers", ""})
	}
	n := len(d.Bank.Catalog().Survey(assessment).Questions)
	begin := Choice{Begin, "Begin", fmt.Sprintf("%s %s", Number(n), plural(n, "question", "questions"))}
	switch {
	case d.Underway(assessment):
		begin = Choice{Afresh, "Start afresh", SetAside}
	case len(out) > 0:
		begin = Choice{Again, "Take it again", ""}
	}
	return append(out, begin)
}

// SetAside says what becomes of answers when one starts afresh.
const SetAside = "your answers are set aside, not deleted"

func afreshDetail(s session.Attempt) string {
	n := len(s.Interview.Asked)
	return fmt.Sprintf("%s %s set aside, not deleted", Number(n), plural(n, "answer is", "answers are"))
}

func planDetail(p session.Plan) string {
	detail := "what you take on, and tick off"
	if len(p.Items) > 0 {
		detail = PlanFact(p)
	}
	if p.CheckIn != nil {
		detail += "; check in on " + Day(*p.CheckIn)
	}
	return detail
}

// StoppedAt says where and when an interview was left, and about how much is to come.
func StoppedAt(bank *stages.Bank, s session.Attempt, now time.Time) string {
	when := lastTime(s.Saved, now)
	text := fmt.Sprintf("You stopped %s at question %d.", when, len(s.Interview.Asked)+1)
	switch left := s.Asker(bank).Remaining(s.Interview) - 1; {
	case left < 0:
		return fmt.Sprintf("You answered the last question %s. The result is ready.", when)
	case left == 0:
		return text + " It may be the last."
	default:
		return fmt.Sprintf("%s About %d more.", text, left)
	}
}

// lastTime tells a day as one would say it.
func lastTime(saved, now time.Time) string {
	saved = saved.In(now.Location())
	switch {
	case saved.Format(time.DateOnly) == now.Format(time.DateOnly):
		return "today"
	case now.Sub(saved) < 6*24*time.Hour:
		return "on " + saved.Weekday().String()
	}
	return "on " + Date(saved)
}

// Ahead names the level after the one the person is at.
func Ahead(c *stages.Catalog, r stages.Placement) string {
	switch {
	case r.Level == nil || r.Certainty() == stages.Unclear:
		return ""
	case *r.Level == stages.Levels:
		return fmt.Sprintf("Level %d of %d: %s.", *r.Level, stages.Levels, LevelName(c, *r.Level))
	}
	return fmt.Sprintf("Level %d of %d: %s; next: %s.", *r.Level, stages.Levels, LevelName(c, *r.Level), LevelName(c, *r.Level+1))
}
