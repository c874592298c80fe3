package plain

import (
	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
)

// startCheckIn begins a check-in. Where an overdue step leads to it, advice on a date for it can wait.
func (p *prompter) startCheckIn() screen {
	if plan := p.session.Plan; plan.CheckIn != nil || plan.Overdue(p.cfg.Now()) == 0 {
		p.say(report.Guidance(p.session.Bank.Catalog(), plan, session.CheckIn))
	}
	return p.perform(session.StartCheckIn{At: p.cfg.Now()}, chooseAgain, (*prompter).plan)
}

// checkIn asks the question of the check-in.
func (p *prompter) checkIn() screen {
	c, now := p.session.Checking, p.cfg.Now()
	p.gap()
	if fact := report.CheckInFact(c); fact != "" {
		p.say(locale.Sprintf("Check-in: %s.", fact))
	}
	ask, about := report.CheckInAsk(p.session, now)
	p.say(about)
	if c.Topic == session.TopicEvidence {
		return p.checkInEvidence(ask)
	}
	p.say(ask)
	var entries []entry
	for _, r := range p.session.Replies(now) {
		e := entry{writes: true, to: func(p *prompter) screen {
			return p.perform(session.ReplyTo{Reply: r, At: p.cfg.Now()}, chooseAgain, (*prompter).checkIn)
		}}
		e.name, e.detail = report.ReplyText(p.session, r, now)
		if advice := report.ReplyAdvice(p.session, r); advice != "" {
			e.detail += ". " + advice
		}
		entries = append(entries, e)
	}
	return p.menu(append(entries, p.checkInBack())...)
}

// checkInBack is the way back: to the question before, or out of the check-in.
func (p *prompter) checkInBack() entry {
	if p.session.Checking.First() {
		return entry{name: locale.Text("Back to your plan"), to: func(p *prompter) screen {
			return p.perform(session.LeaveCheckIn{}, chooseAgain, (*prompter).plan)
		}}
	}
	return entry{name: locale.Text("Back to the previous question"), writes: true, to: func(p *prompter) screen {
		return p.perform(session.BackInCheckIn{}, chooseAgain, (*prompter).checkIn)
	}}
}

// checkInEvidence asks what came of a step, in a line.
func (p *prompter) checkInEvidence(ask string) screen {
	row := session.StepRow(p.session.Checking.Step)
	about := report.StepWords(p.session.Plan.Items[p.session.Plan.Item(row)].Step)
	text, ok := p.askNoted(ask, p.session.PlanText(row), about, true)
	if !ok {
		return nil
	}
	return p.perform(session.WriteEvidence{Text: text, At: p.cfg.Now()}, chooseAgain, (*prompter).checkIn)
}
