package session

import "waymark/stages"

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
	ChoosePlan      Choice = "plan"
	ChooseStrengths Choice = "strengths"
)

// Writes reports whether a choice leads to what only one program at a time may do.
func (c Choice) Writes() bool {
	return c == ChooseBegin || c == ChooseAgain || c == ChooseGoOn || c == ChooseRestart
}

// Choices are what the start of the assessment offers: home to somebody who is new, has stopped half-way
// or comes back; or the lobby of a survey.
func (s Session) Choices() []Choice {
	if s.isSurvey() {
		return s.lobby()
	}
	_, placed := s.Results[stages.Stages]
	var out []Choice
	switch {
	case s.Underway(stages.Stages):
		out = []Choice{ChooseGoOn, ChooseReview, ChooseRestart}
		if placed {
			out = append(out, ChooseResult)
		}
		if placed || len(s.Plan.Items) > 0 {
			out = append(out, ChoosePlan)
		}
	case placed:
		out = []Choice{ChoosePlan, ChooseResult, ChooseAgain}
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

func (s Session) lobby() []Choice {
	var out []Choice
	underway, last := s.Underway(s.Assessment), s.Results[s.Assessment]
	if underway {
		out = append(out, ChooseGoOn)
	}
	if last.Scores != nil {
		out = append(out, ChooseResult)
	}
	if len(s.Attempt().Interview.Asked) > 0 {
		out = append(out, ChooseReview)
	}
	switch {
	case underway:
		return append(out, ChooseRestart)
	case len(out) > 0:
		return append(out, ChooseAgain)
	}
	return append(out, ChooseBegin)
}
