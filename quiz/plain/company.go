package plain

import (
	"waymark/quiz/report"
	"waymark/quiz/session"
)

// company is the place where one writes down what carries the plan: a mentor, a framework or a date.
func company(d report.Deed) place {
	switch d {
	case "mentor":
		return func(t *talk) place {
			return t.companion(d, "Your mentor, and when you next talk", func(p *session.Plan) *string { return &p.Mentor })
		}
	case "framework":
		return func(t *talk) place {
			return t.companion(d, "The ladder or framework you use", func(p *session.Plan) *string { return &p.Framework })
		}
	}
	return (*talk).checkIn
}

// companion asks for a mentor or a framework, in the person's words.
func (t *talk) companion(d report.Deed, title string, in func(*session.Plan) *string) place {
	p := t.desk.Plan
	field := in(&p)
	t.gap()
	t.say(report.Guidance(t.desk.Bank.Catalog(), string(d), *field != ""))
	text, ok := t.text(title+".", *field)
	if !ok {
		return nil
	}
	if text != *field {
		*field = text
		t.savePlan(p)
	}
	return (*talk).plan
}

// checkIn sets the date at which one looks at the plan again.
func (t *talk) checkIn() place {
	t.gap()
	t.say(report.Guidance(t.desk.Bank.Catalog(), "date", t.desk.Plan.CheckIn != nil))
	var entries []entry
	for _, weeks := range session.CheckInWeeks {
		at := t.desk.Now().AddDate(0, 0, 7*weeks)
		entries = append(entries, entry{name: report.Day(at), detail: report.Until(t.desk.Now(), at), to: func(t *talk) place {
			p := t.desk.Plan
			p.CheckIn = &at
			t.savePlan(p)
			return (*talk).plan
		}})
	}
	none := entry{name: "No date", to: func(t *talk) place {
		p := t.desk.Plan
		p.CheckIn = nil
		t.savePlan(p)
		return (*talk).plan
	}}
	return t.menu(append(entries, none, entry{name: "Back to your plan", to: (*talk).plan})...)
}
