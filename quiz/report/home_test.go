package report_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// taking is a session in an assessment, with so many of its questions answered; −1 is one not under way.
func taking(assessment string, answered int) session.Session {
	c := catalog()
	s := session.New(stages.NewBank(c), session.Saved{}).In(assessment)
	if answered >= 0 {
		a := attempt(c, assessment, "", picks("expert", "lost", "at-2", "box-2"))
		a.Saved = day
		a.Interview.Asked = a.Interview.Asked[:answered]
		maps.DeleteFunc(a.Interview.Answers, func(id string, _ stages.Answer) bool { return !slices.Contains(a.Interview.Asked, id) })
		s.Attempts[assessment] = a
	}
	return s
}

// taken is a session with a result of an assessment.
func taken(s session.Session, assessment string) session.Session {
	s.Results = map[string]session.Result{assessment: {Attempt: session.Attempt{Assessment: assessment, Saved: day}}}
	return s
}

// takenTwice is a session with a result before the present one.
func takenTwice(before, now session.Result) session.Session {
	s := taking(stages.Stages, -1)
	s.Previous, s.Results = &before, map[string]session.Result{stages.Stages: now}
	return s
}

func withPlan(s session.Session, p session.Plan) session.Session {
	s.Plan = p
	return s
}

func TestChoiceText(t *testing.T) {
	check := day.AddDate(0, 0, 28)
	due := planned(1, 2)
	due.CheckIn = &check
	home, survey := taking(stages.Stages, -1), taking(stages.Crossroads, -1)
	for _, row := range []struct {
		when         string
		in           session.Session
		choice       session.Choice
		name, detail string
	}{
		{"new", home, session.ChooseBegin, "Begin", ""},
		{"new to a survey", survey, session.ChooseBegin, "Begin", "about five minutes"},
		{"under way", taking(stages.Stages, 2), session.ChooseGoOn, "Continue", "next: a design expected to fail, 1"},
		{"nothing answered", taking(stages.Stages, 0), session.ChooseGoOn, "Continue", "with the first question"},
		{"under way", taking(stages.Stages, 2), session.ChooseReview, "Review", "0 answers, 2 skipped"},
		{"nothing answered", taking(stages.Stages, 0), session.ChooseRestart, "Start over", "nothing answered yet"},
		{"one answered", taking(stages.Stages, 1), session.ChooseRestart, "Start over", "your answers are archived, not deleted"},
		{"nothing answered in a survey", taking(stages.Crossroads, 0), session.ChooseRestart, "Start over", "nothing answered yet"},
		{"a survey under way", taking(stages.Crossroads, 2), session.ChooseRestart, "Start over", "your answers are archived, not deleted"},
		{"placed once", taken(home, stages.Stages), session.ChooseHistory, "Results over time", "what has moved, and why"},
		{"without a level before", takenTwice(session.Result{}, standing(2, 2)), session.ChooseHistory, "Results over time", "what has moved, and why"},
		{"placed as before", takenTwice(standing(2, 2), standing(2, 2)), session.ChooseHistory, "Results over time", "level and strands are as they were"},
		{"as much moved as there's room for", takenTwice(standing(1, 1, 2), standing(3, 2, 1)), session.ChooseHistory, "Results over time", "up two levels; Strand a up one, Strand b down one"},
		{"moved by chance", takenTwice(standing(2, 2, 1), byChance(standing(3, 3, 3))), session.ChooseHistory, "Results over time", "up one level (may be chance) +2 more"},
		{"more moved", takenTwice(standing(1, 1, 2, 1), standing(3, 2, 1, 2)), session.ChooseHistory, "Results over time", "up two levels, Strand a up one +2 more"},
		{"placed", home, session.ChooseAgain, "Take it again", "worth it after about three months"},
		{"a survey taken", survey, session.ChooseAgain, "Take it again", ""},
		{"placed", taken(home, stages.Stages), session.ChooseResult, "Result", "from 12 March 2026"},
		{"placed, another under way", taken(taking(stages.Stages, 1), stages.Stages), session.ChooseResult, "Result", "the last one, from 12 March 2026"},
		{"a survey taken", taken(survey, stages.Crossroads), session.ChooseResult, "Result", "from 12 March 2026"},
		{"no plan", home, session.ChoosePlan, "Plan", "steps to take on and tick off"},
		{"a plan", withPlan(home, planned(1, 2)), session.ChoosePlan, "Plan", "next: Show your next design yourself"},
		{"a plan that is done", withPlan(home, planned(2, 0)), session.ChoosePlan, "Plan", "two done"},
		{"a day to check in", withPlan(home, due), session.ChoosePlan, "Plan", "one done, two open; check in on 9 April"},
		{"a day to check in alone", withPlan(home, session.Plan{CheckIn: &check}), session.ChoosePlan, "Plan", "steps to take on and tick off; check in on 9 April"},
		{"placed", home, session.ChooseStrengths, "Strengths", "your answers, worded for other readers"},
		{"a survey not begun", home, session.Choice(stages.Crossroads), "Crossroads", "five roads"},
		{"a survey under way", taking(stages.Crossroads, 2), session.Choice(stages.Crossroads), "Crossroads", "stopped at question 3"},
		{"a survey all answered", taking(stages.Crossroads, 3), session.Choice(stages.Crossroads), "Crossroads", "the result is ready"},
		{"a survey taken", taken(home, stages.Crossroads), session.Choice(stages.Crossroads), "Crossroads", "no road appeals much right now"},
		{"taken, and under way again", taken(taking(stages.Crossroads, 1), stages.Crossroads), session.Choice(stages.Crossroads), "Crossroads", "stopped at question 2"},
	} {
		if name, detail := report.ChoiceText(row.in, row.choice, day); name != row.name || detail != row.detail {
			t.Errorf("%s, %s: %q, %q; want %q, %q", row.when, row.choice, name, detail, row.name, row.detail)
		}
	}
}

func TestRestartAsk(t *testing.T) {
	for answered, words := range map[int]string{0: "You haven't answered anything yet.", 1: "Your answers are archived, not deleted."} {
		if got := report.RestartAsk(taking(stages.Stages, answered).Attempt()); got != words {
			t.Errorf("%d answered: %q", answered, got)
		}
	}
}

// A small screen says of a choice what fits beside its name, or nothing.
func TestChoiceBrief(t *testing.T) {
	check := day.AddDate(0, 0, 28)
	due := planned(1, 2)
	due.CheckIn = &check
	home := taking(stages.Stages, -1)
	is := func(assessment, axis string, score float64) session.Session {
		s := taken(home, assessment)
		s.Results[assessment] = scored(assessment, map[string]float64{axis: score})
		return s
	}
	alike := taken(home, stages.Crossroads)
	alike.Results[stages.Crossroads] = scored(stages.Crossroads, map[string]float64{"product-pull": .6, "expert-pull": .58})
	for _, row := range []struct {
		when   string
		in     session.Session
		choice session.Choice
		want   string
	}{
		{"placed", taken(home, stages.Stages), session.ChooseResult, "12 Mar 2026"},
		{"placed", home, session.ChooseAgain, ""},
		{"placed", home, session.ChooseStrengths, ""},
		{"placed", home, session.ChooseHistory, ""},
		{"under way", taking(stages.Stages, 2), session.ChooseRestart, ""},
		{"under way", taking(stages.Stages, 2), session.ChooseReview, "0 answers, 2 skipped"},
		{"no plan", home, session.ChoosePlan, ""},
		{"a plan", withPlan(home, due), session.ChoosePlan, "one done, two open"},
		{"a survey not begun", home, session.Choice(stages.Crossroads), ""},
		{"a survey under way", taking(stages.Crossroads, 2), session.Choice(stages.Crossroads), "question 3"},
		{"no road appeals", taken(home, stages.Crossroads), session.Choice(stages.Crossroads), ""},
		{"a road appeals", is(stages.Crossroads, "product-pull", .5), session.Choice(stages.Crossroads), "The product road"},
		{"roads appeal alike", alike, session.Choice(stages.Crossroads), "two roads appeal"},
		{"no wind", taken(home, stages.Surroundings), session.Choice(stages.Surroundings), "neither helps nor holds you back"},
		{"a wind against", is(stages.Surroundings, "voice", 0), session.Choice(stages.Surroundings), "one holds you back"},
	} {
		if got := report.ChoiceBrief(row.in, row.choice, day); got != row.want {
			t.Errorf("%s, %s: %q, want %q", row.when, row.choice, got, row.want)
		}
	}
}

func TestStoppedAtBrief(t *testing.T) {
	for answered, want := range map[int]string{2: "You stopped today at question 3.", 3: "You answered the last question today. Your result is ready."} {
		if got := report.StoppedAtBrief(taking(stages.Crossroads, answered), day); got != want {
			t.Errorf("%d answered: %q, want %q", answered, got, want)
		}
	}
}

func TestStoppedAt(t *testing.T) {
	for answered, words := range map[int]string{
		0: "You stopped today at question 1 of 3.",
		1: "You stopped today at question 2 of 3.",
		2: "You stopped today at question 3 of 3.",
		3: "You answered the last question today. Your result is ready.",
	} {
		s := taking(stages.Crossroads, answered)
		if got := report.StoppedAt(s.Bank, s.Attempt(), day); got != words {
			t.Errorf("%d answered: %q, want %q", answered, got, words)
		}
	}
	s := taking(stages.Crossroads, 2)
	for _, row := range []struct {
		later time.Duration
		when  string
	}{
		{6 * time.Hour, "today"}, {7 * time.Hour, "on Thursday"}, {6*24*time.Hour - time.Minute, "on Thursday"},
		{6*24*time.Hour + time.Minute, "on 12 March 2026"}, {-17 * time.Hour, "today"}, {-18 * time.Hour, "on 12 March 2026"}, // the clock was set back
	} {
		want := fmt.Sprintf("You stopped %s at question 3 of 3.", row.when)
		if got := report.StoppedAt(s.Bank, s.Attempt(), day.Add(row.later)); got != want {
			t.Errorf("%s later: %q, want %q", row.later, got, want)
		}
	}
	east := time.FixedZone("east", 8*60*60) // where both are on the day after
	if got := report.StoppedAt(s.Bank, s.Attempt(), day.Add(time.Hour).In(east)); got != "You stopped today at question 3 of 3." {
		t.Error(got)
	}
}
