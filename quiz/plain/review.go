package plain

import (
	"slices"

	"waymark/quiz/report"
	"waymark/stages"
)

// review lists the answers given, by strand. Each can be looked at again.
func (t *talk) review() place {
	s := t.desk.Open(t.assessment)
	asked, unlike := t.desk.Review(s)
	t.gap()
	t.say("Your answers: " + report.Taken(s.Interview.Answers) + ".")
	if len(unlike) > 0 {
		t.say(report.TwoDisagree)
	}
	var entries []entry
	strand := ""
	for _, q := range asked {
		e := t.answered(q)
		if q.Strand != strand {
			strand = q.Strand
			e.under = report.StrandName(t.desk.Bank.Catalog(), strand)
		}
		if slices.Contains(unlike, q.ID) {
			e.detail += " (disagrees with another answer)"
		}
		entries = append(entries, e)
	}
	on := t.further()
	on.apart = len(entries) > 0
	return t.menu(append(entries, on, entry{name: "Back", to: t.door()})...)
}

// answered is the entry of a question and its answer. Choosing it asks the question again.
func (t *talk) answered(q *stages.Question) entry {
	s := t.desk.Open(t.assessment)
	e := entry{name: q.Name(), detail: report.Answer(q, s.Interview.Answers[q.ID])}
	switch {
	case t.cfg.ReadOnly:
		e.no = report.OtherWindow
	case s.Asker(t.desk.Bank).Question(q.ID) == nil:
		e.no = report.NoLongerAsked
	default:
		e.to = func(t *talk) place { return t.question(q, slices.Index(s.Interview.Asked, q.ID), true) }
	}
	return e
}

// further is the entry that leads on from the answers: to the next question, or to the result.
func (t *talk) further() entry {
	s := t.desk.Open(t.assessment)
	if !t.desk.Underway(t.assessment) {
		return entry{name: "See the result", to: (*talk).result}
	}
	e := entry{name: "See the result", to: (*talk).goOn}
	if _, more := s.Asker(t.desk.Bank).Next(s.Known(t.desk.Bank)); more {
		e.name = "Go on"
	}
	if t.cfg.ReadOnly {
		e.no = report.OtherWindow
	}
	return e
}
