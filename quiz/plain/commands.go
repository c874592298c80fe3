package plain

import (
	"slices"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// command is something one can do at a question besides answering it.
type command struct {
	word  word
	typed locale.Message // in the prompt
	name  string         // in the list by number
}

// commands are those that make sense at the question.
func (p *prompter) commands() []command {
	passOver := prompts[skip]
	if p.session.Observing() {
		passOver = notSeen
	}
	list := []command{{skip, passOver, report.PassOver(p.session.Observing())}, {back, prompts[back], locale.Text("Back to the previous question")},
		{why, prompts[why], locale.Text("Why this question, and what would count")}, {example, prompts[example], report.AddExample(p.session.Observing())},
		{stop, prompts[stop], locale.Text("Stop here; your answers are saved")}}
	switch asking := p.session.Asking; {
	case asking.Closing() && asking.Again:
		list[1].name = locale.Text("Back to your result")
		return []command{list[1], list[2]}
	case asking.Closing():
		return []command{list[1], list[2], list[4]}
	case asking.Unscored():
		return []command{list[2], list[4]}
	case asking.Again:
		list[1].name = locale.Text("Back to your answers")
	case asking.Position == 0 && !p.session.HasOpening():
		list = slices.Delete(list, 1, 2)
	}
	return list
}

// do does what a word says.
func (p *prompter) do(w word) screen {
	if p.session.Asking.Unscored() && (w == skip || w == example) {
		p.say(locale.Text("This one isn't scored. Choose the closest."))
		return (*prompter).listen
	}
	switch w {
	case skip:
		if reasons := p.session.Skips(); len(reasons) == 1 {
			return p.perform(session.Skip{Reason: reasons[0], At: p.cfg.Now()}, answerAgain, (*prompter).listen)
		}
		return (*prompter).skip
	case back:
		return p.perform(session.Back{At: p.cfg.Now()}, answerAgain, (*prompter).listen)
	case why:
		return (*prompter).why
	case example:
		return (*prompter).example
	case others:
		return (*prompter).byNumber
	}
	return nil
}

// byNumber lists the commands by number, for who types digits only.
func (p *prompter) byNumber() screen {
	var entries []entry
	for _, c := range p.commands() {
		e := entry{name: c.name}
		if c.word != stop {
			e.to = func(p *prompter) screen { return p.do(c.word) }
		}
		entries = append(entries, e)
	}
	return p.menu(append(entries, entry{name: locale.Text("Answer the question"), to: (*prompter).question})...)
}

// why says what the question is for, and what would count.
func (p *prompter) why() screen {
	q := p.session.Asking.Question
	p.gap()
	p.say(locale.Sprintf("Why this question: %s", q.Why))
	if p.session.Assessment == stages.Stages {
		p.say(report.WhichAnswer(q, p.session.WhoCounts()))
	}
	if q.Counts != "" {
		p.say(locale.Sprintf("Would count: %s", report.WouldCount(q, p.session.Attempt().Profile.Work)))
		p.say(locale.Sprintf("Wouldn't count: %s", q.CountsNot))
	}
	p.gap()
	return (*prompter).listen
}

// skip asks for the reason of a skip.
func (p *prompter) skip() screen {
	p.gap()
	p.say(report.SkipSays(p.session.WhoCounts()))
	var entries []entry
	for _, reason := range p.session.Skips() {
		entries = append(entries, entry{name: report.SkipReason(reason), to: func(p *prompter) screen {
			return p.perform(session.Skip{Reason: reason, At: p.cfg.Now()}, answerAgain, (*prompter).listen)
		}})
	}
	entries[0].under = report.SkipHeading.String()
	return p.menu(append(entries, entry{name: locale.Text("Don't skip it"), to: (*prompter).question})...)
}

// example asks for the person's own example.
func (p *prompter) example() screen {
	text, ok := p.askNoted(report.ExampleAsk.String()+" "+report.ExampleFate(p.session.Observing(), false), p.session.Input().Text, report.QuestionWords(p.session.Asking.Question), false)
	if !ok {
		return nil
	}
	return p.perform(session.Note{Text: text, At: p.cfg.Now()}, exampleAgain, (*prompter).listen)
}
