package plain

import (
	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// home is where the person comes in.
func (p *prompter) home() screen {
	p.session = p.session.In(p.session.Root())
	return p.start()
}

// start is where an assessment starts: home, or the lobby of a survey. It knows whether the person is new,
// has stopped half-way, or comes back.
func (p *prompter) start() screen {
	p.gap()
	s := p.session
	survey := s.Bank.Catalog().Survey(s.Assessment)
	if survey != nil {
		p.say(survey.Title + ".")
	}
	last, taken := s.Results[s.Assessment]
	switch {
	case s.Underway(s.Assessment):
		if taken && survey == nil {
			p.say(report.WelcomeBack(s, p.cfg.Now()))
		}
		p.say(report.StoppedAt(s.Bank, s.Attempt(), p.cfg.Now()))
		if survey == nil {
			p.sayDue()
		}
	case taken && survey != nil:
		p.say(report.SurveyHeadline(last))
	case taken:
		p.say(report.WelcomeBack(s, p.cfg.Now()))
		p.say(report.Short(&last.Snapshot, last.Placement))
		p.say(report.Held(last))
		p.say(report.Ahead(&last.Snapshot, last.Placement))
		p.say(locale.Sprintf("Taken on %s.", report.Date(last.Saved)))
		p.say(p.export().Moved())
		p.sayDue()
	case survey != nil:
		p.say(survey.About)
	default:
		p.say(report.Promise.String())
		p.say(report.Capital(report.Cost.String()) + ". " + report.Terms.String())
		p.say(locale.Sprintf("Saved in %s.", p.cfg.Folder))
	}
	var entries []entry
	for _, c := range s.Choices(p.cfg.Now()) {
		name, detail := report.ChoiceText(s, c, p.cfg.Now())
		entries = append(entries, entry{name: name, detail: detail, writes: c.Writes(), to: p.choice(c)})
	}
	if s.Assessment != s.Root() {
		return p.menu(append(entries, entry{name: locale.Text("Home"), to: (*prompter).home})...)
	}
	return p.menu(append(entries, entry{name: locale.Text("Quit")})...)
}

// sayDue says which step is due, and what to do for it.
func (p *prompter) sayDue() {
	plan, now := p.session.Plan, p.cfg.Now()
	if due := plan.NextDue(now); due != nil && !plan.CheckInDue(now) { // which asks about it
		p.say(report.Capital(report.Due(*due, now)) + ": " + due.Step.Title + ". " + locale.Sprintf("This week: %s", due.Step.First))
	}
}

// choice is the screen that a choice leads to.
func (p *prompter) choice(c session.Choice) screen {
	switch c {
	case session.ChooseBegin, session.ChooseAgain:
		if p.session.Assessment == stages.Stages {
			return (*prompter).setup
		}
		return (*prompter).begin
	case session.ChooseGoOn:
		return (*prompter).goOn
	case session.ChooseReview:
		return (*prompter).review
	case session.ChooseRestart:
		return (*prompter).restart
	case session.ChooseResult:
		return (*prompter).result
	case session.ChooseCheckIn, session.ChooseOverdue:
		return (*prompter).startCheckIn
	case session.ChooseHistory:
		return (*prompter).history
	case session.ChooseTalk:
		return (*prompter).mentor
	case session.ChoosePlan, session.ChooseDue:
		return (*prompter).plan
	case session.ChooseStrengths:
		return (*prompter).strengths
	}
	return func(p *prompter) screen { // a survey
		p.session = p.session.In(string(c))
		return p.start()
	}
}

func (p *prompter) begin() screen {
	here := screen((*prompter).start)
	if p.session.Assessment == stages.Stages {
		here = (*prompter).setupMenu
	}
	return p.perform(session.Begin{At: p.cfg.Now(), Seed: p.cfg.Seed()}, chooseAgain, here)
}

func (p *prompter) goOn() screen {
	return p.perform(session.Continue{At: p.cfg.Now()}, chooseAgain, (*prompter).start)
}

// restart sets the attempt under way aside, once the person has said so twice.
func (p *prompter) restart() screen {
	p.gap()
	p.say(locale.Text("Start over?") + " " + report.RestartAsk(p.session.Attempt()))
	return p.menu(
		entry{name: locale.Text("Start over"), writes: true, to: func(p *prompter) screen {
			return p.perform(session.Restart{At: p.cfg.Now(), Seed: p.cfg.Seed()}, chooseAgain, (*prompter).start)
		}},
		entry{name: locale.Text("Keep them as they are"), to: (*prompter).start})
}
