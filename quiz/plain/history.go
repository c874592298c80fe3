package plain

import (
	"io"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// history tells the results over time. A screen reader gets the strands in words, and no chart.
func (p *prompter) history() screen {
	h := session.ReadHistory(p.cfg.Store.Results(stages.Stages), report.MostResults)
	for _, notice := range h.Notices {
		p.say(notice)
	}
	p.report(func(out io.Writer, width int) error {
		return report.HistoryText(out, h, p.session.Plan, width, false, report.Inks{})
	})
	return past{h}.menu
}

// past are the results over time, to open one or to compare two.
type past struct{ session.History }

func (h past) menu(p *prompter) screen {
	var entries []entry
	if len(h.Results) > 1 {
		entries = append(entries, entry{name: locale.Text("Open an earlier result"), to: h.choose(locale.Text("Which one?"), h.open)},
			entry{name: locale.Text("Compare two of them"), to: h.choose(locale.Text("Which one is the first of the two?"), h.compareWith)})
	}
	if len(h.Results) > 0 && p.session.HasClosing() {
		entries = append(entries, entry{name: report.AskAim.String(), detail: report.Aim(h.Results[0]), writes: true, to: aim})
	}
	return p.menu(append(entries, entry{name: locale.Text("Home"), to: (*prompter).home})...)
}

// choose asks for one of the results.
func (h past) choose(question string, then func(i int) screen) screen {
	return func(p *prompter) screen {
		p.gap()
		p.say(question)
		var entries []entry
		for i, r := range h.Results {
			entries = append(entries, entry{name: report.Date(r.Saved), detail: report.ResultLine(r), to: then(i)})
		}
		return p.menu(append(entries, entry{name: locale.Text("Back to your results over time"), to: (*prompter).history})...)
	}
}

func (h past) open(i int) screen {
	return func(p *prompter) screen {
		e, _ := report.NewExport(map[string]session.Result{stages.Stages: h.Results[i]}, p.session.Plan)
		if i == 0 {
			e.Result = p.session.Last()[stages.Stages]
		}
		e.Before = h.Before(i)
		p.report(e.Text)
		return h.menu
	}
}

func (h past) compareWith(first int) screen {
	return h.choose(locale.Text("Which one is the second?"), func(second int) screen {
		return func(p *prompter) screen {
			p.report(func(out io.Writer, width int) error {
				return report.DifferenceText(out, session.Between(h.Results[first], h.Results[second], p.session.Plan), width, report.Inks{})
			})
			return h.menu
		}
	})
}
