package plain

import (
	"slices"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
)

// review lists the answers of the attempt, by strand. Each can be looked at again.
func (p *prompter) review() screen {
	answers := p.session.Attempt().Interview.Answers
	asked, contradict := p.session.Review()
	p.gap()
	p.say(locale.Sprintf("Your answers: %s.", report.Taken(answers)))
	if len(contradict) > 0 {
		p.say(report.TwoDisagree.String())
	}
	var entries []entry
	strand := ""
	for _, q := range asked {
		e := entry{name: q.Name(), detail: report.Answer(q, answers[q.ID]), writes: true, to: lookAgain(q.ID)}
		if q.Strand != strand {
			strand = q.Strand
			e.under = report.StrandName(p.session.Bank.Catalog(), strand)
		}
		if slices.Contains(contradict, q.ID) {
			e.detail = locale.Sprintf("%s (disagrees with another answer)", e.detail)
		}
		entries = append(entries, e)
	}
	on := p.further()
	on.apart = len(entries) > 0
	return p.menu(append(entries, on, entry{name: locale.Text("Back"), to: (*prompter).start})...)
}

// lookAgain asks a question again that was answered.
func lookAgain(question string) screen {
	return func(p *prompter) screen {
		return p.perform(session.LookAgain{Question: question, At: p.cfg.Now()}, chooseAgain, (*prompter).pick)
	}
}

// further is the entry that leads on from the answers: to the next question, or to the result.
func (p *prompter) further() entry {
	last, result := locale.Text("See the result"), screen((*prompter).result)
	if p.session.Observing() { // it's for someone else
		last, result = locale.Text("Done"), (*prompter).home
	}
	switch {
	case !p.session.Underway(p.session.Assessment):
		return entry{name: last, to: result}
	case p.session.More():
		return entry{name: locale.Text("Continue"), writes: true, to: (*prompter).goOn}
	}
	return entry{name: last, writes: true, to: (*prompter).goOn}
}
