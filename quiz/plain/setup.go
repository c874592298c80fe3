package plain

import (
	"cmp"
	"strings"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// setup is the short profile before the first question. All of it is optional.
func (p *prompter) setup() screen {
	p.gap()
	terms, customer := report.ProfileTerms(p.session.Bank.Catalog(), false)
	p.say(strings.TrimSpace(locale.Text("Before you begin. All of this is optional.") + " " + terms + " " + customer))
	return p.setupMenu()
}

func (p *prompter) setupMenu() screen {
	time := locale.Text("ten to fifteen minutes")
	if p.session.Setup.Quick {
		time = locale.Text("five (less certain)")
	}
	entries := []entry{{name: locale.Text("Begin"), writes: true, to: (*prompter).begin}}
	if p.session.Bank.Catalog().ByWork() {
		entries = append(entries, entry{name: locale.Text("Your work"), detail: report.Work(p.session.Setup.Profile.Work), to: (*prompter).askWork})
	}
	return p.menu(append(entries,
		entry{name: locale.Text("Your time"), detail: time, to: (*prompter).askTime},
		entry{name: locale.Text("Your name"), detail: cmp.Or(p.session.Name(), report.NoName.String()), to: (*prompter).askName},
		entry{name: locale.Text("Home"), to: (*prompter).home},
	)...)
}

// setUp changes what the next interview begins with.
func (p *prompter) setUp(change func(*session.Setup)) screen {
	s := p.session.Setup
	s.Profile.Name = p.session.Name()
	change(&s)
	return p.perform(session.SetUp{Setup: s}, chooseAgain, (*prompter).setupMenu)
}

func (p *prompter) askWork() screen {
	var entries []entry
	for _, work := range append(stages.Works(), "") {
		entries = append(entries, entry{name: report.Capital(report.Work(work)), to: func(p *prompter) screen {
			return p.setUp(func(s *session.Setup) { s.Profile.Work = work })
		}})
	}
	return p.menu(append(entries, entry{name: locale.Text("Keep as it is"), to: (*prompter).setupMenu})...)
}

func (p *prompter) askTime() screen {
	as := func(quick bool) screen {
		return func(p *prompter) screen { return p.setUp(func(s *session.Setup) { s.Quick = quick }) }
	}
	return p.menu(entry{name: locale.Text("Five minutes, less certain"), to: as(true)}, entry{name: locale.Text("Ten to fifteen minutes"), to: as(false)},
		entry{name: locale.Text("Keep as it is"), to: (*prompter).setupMenu})
}

func (p *prompter) askName() screen {
	name, ok := p.askText(locale.Text("A name for the report."), p.session.Name())
	if !ok {
		return nil
	}
	return p.setUp(func(s *session.Setup) { s.Profile.Name = name })
}
