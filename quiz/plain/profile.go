package plain

import (
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// profile is the short profile before the first question. All of it is optional.
func (t *talk) profile() place {
	t.gap()
	t.say("Before you begin; all optional. " + report.ProfileTerms)
	return setup{profile: t.desk.Profile()}.menu
}

// setup is what the person has chosen so far.
type setup struct {
	profile session.Profile
	quick   bool
}

func (s setup) menu(t *talk) place {
	time := "ten minutes"
	if s.quick {
		time = "five, and less sure"
	}
	return t.menu(
		entry{name: "Begin", to: s.begin},
		entry{name: "Your work", detail: or(s.profile.Work, "any"), to: s.work},
		entry{name: "Your time", detail: time, to: s.time},
		entry{name: "Your name", detail: or(s.profile.Name, "none"), to: s.name},
		entry{name: "Home", to: (*talk).home},
	)
}

// begin asks the first question.
func (s setup) begin(t *talk) place {
	desk, err := t.desk.Begin(stages.Stages, s.profile, s.quick)
	if err != nil {
		t.fail("Not begun", err, "choose it again")
		return s.menu
	}
	t.desk, t.unsaved = desk, false
	return (*talk).goOn
}

func (s setup) work(t *talk) place {
	as := func(work string) place {
		s := s
		s.profile.Work = work
		return s.menu
	}
	return t.menu(entry{name: "Support", to: as("support")}, entry{name: "Engineering", to: as("engineering")},
		entry{name: "Consulting", to: as("consulting")}, entry{name: "Any", to: as("")}, entry{name: "Leave it so", to: s.menu})
}

func (s setup) time(t *talk) place {
	as := func(quick bool) place { return setup{s.profile, quick}.menu }
	return t.menu(entry{name: "Five minutes, and less sure", to: as(true)}, entry{name: "Ten minutes", to: as(false)},
		entry{name: "Leave it so", to: s.menu})
}

func (s setup) name(t *talk) place {
	name, ok := t.text("A name for the report.", s.profile.Name)
	if !ok {
		return nil
	}
	s.profile.Name = name
	return s.menu
}

func or(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}
