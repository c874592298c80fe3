package plain

import (
	"fmt"
	"io"
	"slices"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// export is the last result of each assessment, and the plan, as reports tell them.
func (p *prompter) export() report.Export {
	e, _ := report.NewExport(p.session.Last(), p.session.Plan)
	e.Before = p.session.Previous
	return e
}

// result tells the last result of the assessment that the person is in.
func (p *prompter) result() screen {
	told := p.session.Last()[p.session.Assessment]
	if told.Assessment != stages.Stages {
		p.report(func(out io.Writer, width int) error { return p.export().SurveyText(out, width, told.Assessment) })
		entries := []entry{toReview(told)}
		if steps, ask := surveySteps(told, p.session.Plan); len(steps) > 0 {
			entries = append(entries, entry{name: ask, to: takeOn{steps, ask}.menu})
		}
		return p.menu(append(entries, entry{name: locale.Text("Home"), to: (*prompter).home})...)
	}
	p.report(p.export().Text)
	return steps{Result: told, ranked: told.Ranked(p.session.Bank, p.session.Results, p.session.Plan)}.menu
}

// takeOn are the experiments or the talks of a survey, which can be put into the plan.
type takeOn struct {
	steps []stages.Step
	ask   string
}

// surveySteps are what a survey's result offers for the plan, and what that is called.
func surveySteps(r session.Result, plan session.Plan) (steps []stages.Step, ask string) {
	if r.Assessment == stages.Crossroads {
		for _, road := range report.Roads(r) {
			steps = append(steps, report.RoadStep(road))
		}
		return steps, locale.Text("Add one of the experiments to your plan")
	}
	for _, wind := range report.Winds(r) {
		score, asked := r.Scores.Axis(wind.ID)
		if step, open := report.TalkStep(wind, score, asked); open || plan.Has(step.ID) {
			steps = append(steps, step)
		}
	}
	return steps, locale.Text("Add a conversation to your plan")
}

func (t takeOn) menu(p *prompter) screen {
	p.gap()
	p.say(t.ask + ".")
	var entries []entry
	for _, step := range t.steps {
		entries = append(entries, putIn(p, step, t.menu))
	}
	return p.menu(append(entries, entry{name: locale.Text("Plan"), to: (*prompter).plan}, entry{name: locale.Text("Home"), to: (*prompter).home})...)
}

// putIn is the entry that puts a step into the plan, or takes it out.
func putIn(p *prompter, step stages.Step, here screen) entry {
	name := locale.Text("Add to your plan")
	switch plan := p.session.Plan; {
	case plan.Finished(step.ID):
		name = locale.Text("In your plan, and done")
	case plan.Has(step.ID):
		name = locale.Text("Remove from your plan")
	}
	return entry{name: fmt.Sprintf("%s: %s", name, step.Title), writes: true, to: func(p *prompter) screen {
		return p.perform(session.ToggleStep{Step: step, At: p.cfg.Now()}, chooseAgain, here)
	}}
}

// toReview is the entry that leads from a result back to its answers, unless another attempt was begun since.
func toReview(of session.Result) entry {
	return entry{name: locale.Text("Look at an answer again"), to: func(p *prompter) screen {
		if of.Started.Equal(p.session.Attempt().Started) {
			return (*prompter).review
		}
		p.say(p.message(session.BegunAnew))
		return (*prompter).pick
	}}
}

// resultNotSaved is the screen of a result that could not be kept. The answers are.
func (p *prompter) resultNotSaved() screen {
	p.gap()
	p.say(report.NotKept(p.unsaved, chooseAgain.String()))
	return p.menu(entry{name: locale.Text("Try saving the result again"), to: (*prompter).goOn}, entry{name: locale.Text("Home"), to: (*prompter).home})
}

// steps are what a result leads on to: the steps told so far, within the time one has.
type steps struct {
	session.Result
	ranked []session.Advised
	offer  session.Offer
}

func (s steps) menu(p *prompter) screen {
	shown, _ := s.offer.Steps(s.ranked)
	var entries []entry
	for _, step := range shown {
		entries = append(entries, putIn(p, *step.Words, s.menu))
	}
	if len(s.Placement.Next) > 0 {
		entries = append(entries, entry{name: locale.Text("Show me another step"), to: s.another},
			entry{name: locale.Text("Time for a step"), detail: report.Within(s.offer.Weeks), to: s.within})
		if p.session.HasClosing() {
			entries = append(entries, entry{name: report.AskAim.String(), detail: report.Aim(s.Result), to: aim})
		}
	}
	return p.menu(append(entries, toReview(s.Result), entry{name: locale.Text("Plan"), to: (*prompter).plan}, entry{name: locale.Text("Home"), to: (*prompter).home})...)
}

// aim asks anew where the person wants to go.
func aim(p *prompter) screen {
	return p.perform(session.AskAim{At: p.cfg.Now()}, answerAgain, (*prompter).result)
}

// another tells one step more, and why it ranks lower.
func (s steps) another(p *prompter) screen {
	before, more := s.offer.Steps(s.ranked)
	p.gap()
	if !more {
		p.say(report.AllAdvised.String())
		return s.menu
	}
	s.offer = s.offer.Another()
	shown, _ := s.offer.Steps(s.ranked)
	next := shown[len(before)]
	p.say(report.RanksLower(&s.Snapshot, s.Placement, before, next))
	p.tell(next)
	return s.menu
}

// within goes on to the next limit of time, and tells the steps that it brings up.
func (s steps) within(p *prompter) screen {
	before, _ := s.offer.Steps(s.ranked)
	s.offer = s.offer.Within()
	shown, _ := s.offer.Steps(s.ranked)
	p.gap()
	p.say(report.Capital(report.Within(s.offer.Weeks)) + ".")
	for _, step := range shown {
		if !slices.ContainsFunc(before, func(b session.Advised) bool { return b.Step == step.Step }) {
			p.tell(step)
		}
	}
	return s.menu
}

// tell writes all that a step holds.
func (p *prompter) tell(step session.Advised) {
	p.report(func(out io.Writer, width int) error { return p.export().WriteStep(out, width, step) })
}

// strengths asks whose words the person's work is to be put into.
func (p *prompter) strengths() screen {
	p.gap()
	list := report.Strengths(p.export().Result)
	if len(list) == 0 {
		p.say(report.NoStrengths.String())
		return p.menu(entry{name: locale.Text("Home"), to: (*prompter).home})
	}
	p.say(report.StrengthsIntro.String() + " " + report.StrengthsAsk.String() + " " + locale.Text("Who do you want to tell?"))
	var entries []entry
	for _, reader := range report.Readers(list) {
		entries = append(entries, entry{name: locale.Sprintf("To %s", reader.Name), to: func(p *prompter) screen {
			p.report(func(out io.Writer, width int) error { return p.export().StrengthsText(out, width, reader) })
			return (*prompter).strengths
		}})
	}
	return p.menu(append(entries, entry{name: locale.Text("Home"), to: (*prompter).home})...)
}
