package session

import (
	"slices"
	"time"

	"waymark/stages"
)

// Choice is something that home, or the lobby of a survey, offers. That of a survey is its assessment.
type Choice string

// The choices that are no survey.
const (
	ChooseBegin     Choice = "begin"
	ChooseAgain     Choice = "again"
	ChooseGoOn      Choice = "go on"
	ChooseReview    Choice = "review"
	ChooseRestart   Choice = "restart"
	ChooseResult    Choice = "result"
	ChooseHistory   Choice = "history" // results over time
	ChoosePlan      Choice = "plan"
	ChooseDue       Choice = "due"     // the step of the plan that is due first
	ChooseOverdue   Choice = "overdue" // that step, where its day is over: a check-in asks about it
	ChooseCheckIn   Choice = "check in"
	ChooseTalk      Choice = "talk" // with the mentor, whose day has come
	ChooseStrengths Choice = "strengths"
)

// Writes reports whether a choice leads to what only one program at a time may do.
func (c Choice) Writes() bool {
	return c == ChooseBegin || c == ChooseAgain || c == ChooseGoOn || c == ChooseRestart || c == ChooseCheckIn || c == ChooseOverdue
}

// Choices are what the start of the assessment offers: home to someone who is new, has stopped half-way
// or comes back; or the lobby of a survey.
func (s Session) Choices(now time.Time) []Choice {
	if s.isSurvey() {
		return s.lobby()
	}
	_, placed := s.Results[stages.Stages]
	var out []Choice
	switch {
	case s.Underway(stages.Stages):
		out = slices.Concat([]Choice{ChooseGoOn}, s.Plan.dueChoices(now), []Choice{ChooseReview, ChooseRestart})
		if placed {
			out = append(out, ChooseResult)
		}
		if placed || len(s.Plan.Items) > 0 {
			out = append(out, ChoosePlan)
		}
		if s.Previous != nil {
			out = append(out, ChooseHistory)
		}
	case placed:
		out = append(s.Plan.dueChoices(now), ChoosePlan, ChooseResult)
		if s.Previous != nil {
			out = append(out, ChooseHistory)
		}
		out = append(out, ChooseAgain)
	default:
		out = []Choice{ChooseBegin}
		if len(s.Plan.Items) > 0 {
			out = append(out, ChoosePlan)
		}
	}
	for _, id := range []string{stages.Crossroads, stages.Surroundings} {
		if s.Bank.Catalog().Survey(id) != nil {
			out = append(out, Choice(id))
		}
	}
	if placed && len(s.Bank.Catalog().Strengths) > 0 {
		out = append(out, ChooseStrengths)
	}
	return out
}

// dueChoices are what home greets with where something of the plan is due.
func (p Plan) dueChoices(now time.Time) []Choice {
	if p.CheckInDue(now) { // which asks about what is due
		return []Choice{ChooseCheckIn}
	}
	var out []Choice
	switch due := p.NextDue(now); {
	case due == nil:
	case due.Overdue(now):
		out = append(out, ChooseOverdue)
	default:
		out = append(out, ChooseDue)
	}
	if p.TalkDue(now) {
		out = append(out, ChooseTalk)
	}
	return out
}

// First is the choice that a person most likely comes for: what is due, else an open plan, else
// the result, or a new one where that is long ago.
func (s Session) First(now time.Time) Choice {
	choices := s.Choices(now)
	if _, placed := s.Results[stages.Stages]; !placed || s.isSurvey() || s.Underway(stages.Stages) || len(s.Plan.dueChoices(now)) > 0 {
		return choices[0]
	}
	switch _, open := s.Plan.Count(); {
	case open > 0:
		return ChoosePlan
	case s.LongAgo(now):
		return ChooseAgain
	}
	return ChooseResult
}

func (s Session) lobby() []Choice {
	var out []Choice
	underway, last := s.Underway(s.Assessment), s.Results[s.Assessment]
	if underway {
		out = append(out, ChooseGoOn)
	}
	if last.Scores != nil && !s.Observing() {
		out = append(out, ChooseResult)
	}
	if len(s.Attempt().Interview.Asked) > 0 {
		out = append(out, ChooseReview)
	}
	switch {
	case s.Observing() && len(out) > 0:
		return out
	case underway:
		return append(out, ChooseRestart)
	case len(out) > 0:
		return append(out, ChooseAgain)
	}
	return append(out, ChooseBegin)
}
