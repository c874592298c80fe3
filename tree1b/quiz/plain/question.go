package plain

import (
	"slices"
	"time"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// question is the screen of the question that the session asks.
func (p *prompter) question() screen {
	p.writeQuestion()
	return p.listen()
}

// writeQuestion says the question, its options, and what the person has chosen or typed so far.
func (p *prompter) writeQuestion() {
	asking, q, in := p.session.Asking, p.session.Asking.Question, p.session.Input()
	p.gap()
	switch {
	case asking.Again:
		p.say(locale.Text("Looking again."))
	case asking.Unscored():
		p.say(report.Capital(report.Aside(asking.Closing())) + ".")
	default:
		p.say(report.Capital(report.HowFar(asking.Position, asking.Outlook)) + ".")
	}
	p.say(q.Ask)
	if p.session.Assessment == stages.Stages && asking.Position >= 0 && asking.Position < report.HintedQuestions && !asking.Again {
		p.say(report.WhichAnswer(q, p.session.WhoCounts()))
	}
	marked := func(text string, marked bool) string {
		switch {
		case !marked:
			return text
		case p.ticked():
			return locale.Sprintf("%s (ticked)", text)
		}
		return locale.Sprintf("%s (chosen)", text)
	}
	for i, o := range asking.Order {
		p.numbered(i+1, marked(q.Options[o].Text, slices.Contains(in.Ticked, q.Options[o].ID)))
	}
	if q.Several() {
		p.numbered(0, marked(report.NoneOfThese.String(), in.None))
	}
	if given, answered := p.given(); answered && p.ticked() {
		p.say(locale.Sprintf("Your answer now: %s.", report.Answer(q, given)))
	}
	if in.Text != "" {
		p.say(locale.Sprintf("Your example: \"%s\"", in.Text))
	}
}

// given is the answer to the question as it is kept.
func (p *prompter) given() (given stages.Answer, answered bool) {
	given, answered = p.session.Attempt().Interview.Answers[p.session.Asking.Question.ID]
	return given, answered
}

// ticked reports whether the marks at the options are not the answer as it is kept, but what would become it.
func (p *prompter) ticked() bool {
	if p.session.Asking.Unscored() {
		return false
	}
	given, answered := p.given()
	in := p.session.Input()
	if !answered || given.Skip != "" || in.None != (len(given.Options) == 0) {
		return true
	}
	missing := func(ids, from []string) bool {
		return slices.ContainsFunc(ids, func(id string) bool { return !slices.Contains(from, id) })
	}
	return missing(in.Ticked, given.Options) || missing(given.Options, in.Ticked)
}

// asIs is what Enter does: answer with what is marked, or skip again. It is nil where nothing is marked.
func (p *prompter) asIs() (says string, action func(time.Time) session.Action) {
	given, _ := p.given()
	says = locale.Text("Enter keep as it is")
	switch in := p.session.Input(); {
	case in.None || len(in.Ticked) > 0:
		if p.ticked() {
			says = locale.Text("Enter answer as ticked")
		}
		return says, func(at time.Time) session.Action { return session.Submit{At: at} }
	case given.Skip != "":
		return says, func(at time.Time) session.Action { return session.Skip{Reason: given.Skip, At: at} }
	}
	return "", nil
}

// prompts are the things that can be typed, each with what it does.
func (p *prompter) prompts() []string {
	last := len(p.session.Asking.Order)
	out := []string{upTo(last)}
	if p.session.Asking.Question.Several() {
		out = []string{locale.Sprintf("any of %s such as 1 3", upTo(last)), locale.Text("0 none")}
	}
	if says, action := p.asIs(); action != nil {
		out = append(out, says)
	}
	for _, c := range p.commands() {
		out = append(out, c.typed.String())
	}
	return append(out, prompts[others].String())
}

// listen reads until something leads on.
func (p *prompter) listen() screen {
	for {
		line, ok := p.ask(p.prompts()...)
		if !ok {
			return nil
		}
		if w := wordOf(line); w != none {
			return p.do(w)
		}
		if _, action := p.asIs(); line == "" && action != nil {
			return p.perform(action(p.cfg.Now()), answerAgain, (*prompter).listen)
		}
		options, fault := p.options(line)
		if fault == "" {
			return p.perform(session.Answer{Options: options, At: p.cfg.Now()}, answerAgain, (*prompter).listen)
		}
		p.say(fault)
	}
}

// options reads numbers as an answer, by option id, or says what is wrong with them.
func (p *prompter) options(line string) (ids []string, fault string) {
	q, order := p.session.Asking.Question, p.session.Asking.Order
	numbers, ok := numbersOf(line, len(order))
	switch {
	case !ok:
		return nil, locale.Sprintf("Type a number, %s, or one of the letters below.", upTo(len(order)))
	case !q.Several() && (len(numbers) > 1 || numbers[0] == 0):
		return nil, locale.Sprintf("This question takes one number, %s.", upTo(len(order)))
	case len(numbers) > 1 && slices.Contains(numbers, 0):
		return nil, locale.Text("0 means none of these yet, so type it on its own.")
	}
	for _, n := range numbers {
		if n > 0 {
			ids = append(ids, q.Options[order[n-1]].ID)
		}
	}
	return ids, ""
}
