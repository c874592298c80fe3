package plain

import (
	"io"
	"time"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
)

// plan lists what the person has taken on, and what helps them stay with it.
func (p *prompter) plan() screen {
	plan := p.session.Plan
	p.gap()
	p.say(locale.Sprintf("Your plan: %s.", report.PlanFactOn(plan, p.cfg.Now())))
	if len(plan.Items) == 0 {
		p.say(locale.Text("You add steps from a result."))
	}
	var entries []entry
	for _, row := range plan.Rows() {
		if i := plan.Item(row); i >= 0 {
			entries = append(entries, entry{name: plan.Items[i].Step.Title, detail: itemText(plan.Items[i], p.cfg.Now()), to: item(row).open})
			continue
		}
		e := entry{to: func(p *prompter) screen { return p.writeExtra(row) }, writes: true}
		switch {
		case row == session.CheckIn:
			e.to = (*prompter).startCheckIn
		case row == session.Mentor && plan.Mentor != "":
			e.to = (*prompter).mentor
		}
		e.name, e.detail = report.PlanExtra(plan, row, p.cfg.Now())
		entries = append(entries, e)
	}
	return p.menu(append(entries, entry{name: locale.Text("Home"), to: (*prompter).home})...)
}

// writeExtra asks for a mentor or a framework, in the person's words.
func (p *prompter) writeExtra(row session.PlanRow) screen {
	p.gap()
	p.say(report.Guidance(p.session.Bank.Catalog(), p.session.Plan, row))
	return p.writeRow(row, report.PlanAsk(row)+".", (*prompter).plan)
}

// mentor asks when the next talk is, or who it's with.
func (p *prompter) mentor() screen {
	p.gap()
	p.say(report.Guidance(p.session.Bank.Catalog(), p.session.Plan, session.Mentor))
	var entries []entry
	add := func(name, detail string, on *time.Time) {
		entries = append(entries, entry{name: name, detail: detail, writes: true, to: func(p *prompter) screen {
			return p.perform(session.SetTalk{On: on}, chooseAgain, (*prompter).plan)
		}})
	}
	for _, day := range session.Soon(p.cfg.Now()) {
		add(locale.Sprintf("Next talk on %s", report.Day(day)), report.Until(p.cfg.Now(), day), &day)
	}
	add(locale.Text("No date for the next talk"), "", nil)
	return p.menu(append(entries, entry{name: locale.Text("Change who your mentor is"), writes: true, to: func(p *prompter) screen {
		return p.writeRow(session.Mentor, report.PlanAsk(session.Mentor)+".", (*prompter).plan)
	}}, entry{name: locale.Text("Back to your plan"), to: (*prompter).plan})...)
}

// writeRow asks for what is to stand in a row of the plan.
func (p *prompter) writeRow(row session.PlanRow, question string, here screen) screen {
	about, i := "", p.session.Plan.Item(row)
	if i >= 0 {
		about = report.StepWords(p.session.Plan.Items[i].Step)
	}
	text, ok := p.askNoted(question, p.session.PlanText(row), about, i >= 0)
	if !ok {
		return nil
	}
	return p.perform(session.WritePlan{Row: row, Text: text}, chooseAgain, here)
}

// itemText is a step of the plan in a line: when, and what came of it.
func itemText(i session.Item, now time.Time) string {
	text := report.PlanItemWhen(i, now)
	if i.Evidence != "" {
		text += ". " + locale.Sprintf("\"%s\"", i.Evidence)
	}
	return text
}

// item is the row of a step in the plan.
type item session.PlanRow

func (r item) in(p *prompter) session.Item {
	return p.session.Plan.Items[p.session.Plan.Item(session.PlanRow(r))]
}

func (r item) open(p *prompter) screen {
	step := r.in(p).Step
	p.report(func(out io.Writer, width int) error {
		return report.Export{}.WriteStep(out, width, session.Advised{Words: &step})
	})
	return r.menu
}

func (r item) menu(p *prompter) screen {
	if p.session.Plan.Item(session.PlanRow(r)) < 0 {
		return (*prompter).plan
	}
	i, now := r.in(p), p.cfg.Now()
	p.gap()
	p.say(i.Step.Title + ": " + itemText(i, now) + ".")
	tick := entry{name: locale.Text("Tick it off"), writes: true, to: r.tick}
	if i.Done != nil {
		tick.name = locale.Text("Not done after all")
	}
	entries := []entry{tick, {name: locale.Text("Note what happened"), writes: true, to: r.note}}
	if i.Done == nil {
		entries = append(entries, entry{name: locale.Text("Move its date"), writes: true, to: r.dates})
	}
	return p.menu(append(entries, entry{name: locale.Text("Remove it from your plan"), writes: true, to: r.takeOut},
		entry{name: locale.Text("Back to your plan"), to: (*prompter).plan})...)
}

// tick marks the step as done, says what has been reached and asks what happened; or as not done after all.
func (r item) tick(p *prompter) screen {
	was := r.in(p).Done != nil
	next := p.perform(session.TickItem{Row: session.PlanRow(r), At: p.cfg.Now()}, chooseAgain, r.menu)
	if was || r.in(p).Done == nil {
		return next
	}
	p.say(report.PlanReached(p.session.Plan, p.cfg.Now()))
	return r.note
}

func (r item) note(p *prompter) screen {
	return p.writeRow(session.PlanRow(r), report.PlanAsk(session.PlanRow(r)), r.menu)
}

// dates moves the day of the step, a week at a time.
func (r item) dates(p *prompter) screen {
	p.gap()
	p.say(report.Capital(report.PlanItemWhen(r.in(p), p.cfg.Now())) + ".")
	move := func(name string, weeks int) entry {
		return entry{name: name, writes: true, to: func(p *prompter) screen {
			return p.perform(session.MoveDate{Row: session.PlanRow(r), Weeks: weeks, At: p.cfg.Now()}, chooseAgain, r.dates)
		}}
	}
	return p.menu(move(locale.Text("A week later"), 1), move(locale.Text("A week earlier"), -1), entry{name: locale.Text("Keep this date"), to: r.menu})
}

// takeOut removes the step from the plan; where it holds something of the person's, once they have said so twice.
func (r item) takeOut(p *prompter) screen {
	row := session.PlanRow(r)
	out := func(p *prompter) screen {
		return p.perform(session.TakeOut{Row: row}, chooseAgain, r.menu)
	}
	if r.in(p).Done == nil && p.session.PlanText(row) == "" {
		return out(p)
	}
	p.gap()
	p.say(report.TakeOutAsk.String())
	return p.menu(entry{name: locale.Text("Remove it"), writes: true, to: out}, entry{name: locale.Text("Keep it"), to: r.menu})
}
