package plain

import (
	"slices"

	"waymark/quiz/report"
	"waymark/stages"
)

// deed is what one can do with a question besides answering it.
type deed struct {
	word  word
	brief string // in the prompt
	name  string // in the list by number
}

// deeds are those that make sense at the question.
func (x *question) deeds() []deed {
	list := []deed{{skip, "skip", "Skip, and say why"}, {back, "back", "Back to the question before"},
		{why, "why", "Why this question, and what would count"}, {example, "example", "Add an example of your own"},
		{stop, "stop", "Stop here; what is answered is saved"}}
	switch {
	case x.again:
		list[1].name = "Back to your answers"
	case x.pos == 0:
		list = slices.Delete(list, 1, 2)
	}
	return list
}

// others lists the deeds by number, for who types digits only.
func (x *question) others(t *talk) place {
	var entries []entry
	for _, d := range x.deeds() {
		e := entry{name: d.name}
		if d.word != stop {
			e.to = func(t *talk) place { return x.do(d.word, t) }
		}
		entries = append(entries, e)
	}
	return t.menu(append(entries, entry{name: "Answer the question", to: x.open})...)
}

// do does one of the deeds.
func (x *question) do(w word, t *talk) place {
	switch w {
	case skip:
		return x.skip
	case why:
		x.why(t)
	case example:
		return x.example
	case stop:
		return nil
	case back:
		if x.again {
			return (*talk).review
		}
		if before := t.askedAt(x.pos-1, -1); before != nil {
			return before
		}
		t.say("This is the first question.")
	}
	return x.listen
}

// why says what the question is for, and what would count.
func (x *question) why(t *talk) {
	t.gap()
	t.say("Why this question: " + x.q.Why)
	if x.q.Counts != "" {
		t.say("Would count: " + report.WouldCount(x.q, t.desk.Open(t.assessment).Profile.Work))
		t.say("Would not: " + x.q.CountsNot)
	}
	t.gap()
}

// skip asks for the reason of a skip.
func (x *question) skip(t *talk) place {
	t.gap()
	t.say(report.SkipMeaning)
	var entries []entry
	for _, s := range stages.Skips() {
		entries = append(entries, entry{name: report.SkipReason(s), to: func(t *talk) place {
			if next := x.keep(t, stages.Answer{Skip: s}); next != nil {
				return next
			}
			return x.listen
		}})
	}
	entries[0].under = report.SkipHeading
	return t.menu(append(entries, entry{name: "Do not skip it", to: x.open})...)
}

// example asks for the person's own example. That of an answered question is kept at once; that of an
// open one goes with its answer.
func (x *question) example(t *talk) place {
	text, ok := t.text(report.ExampleAsk+" "+report.ExampleFate, x.note)
	if !ok {
		return nil
	}
	if runes := []rune(text); len(runes) > report.ExampleLimit {
		text = string(runes[:report.ExampleLimit])
		t.say("It was long; its first 600 characters are kept.")
	}
	switch {
	case x.given == nil:
		x.note, t.noted = text, text != ""
		if text != "" {
			t.say("Noted. It is saved with your answer.")
		}
		return x.listen
	case text != x.note:
		x.keepNote(t, text)
	}
	return x.listen
}

// keepNote keeps the example of a question that is answered.
func (x *question) keepNote(t *talk, text string) {
	a := *x.given
	a.Evidence = text
	desk, err := t.desk.Answer(t.desk.Open(t.assessment), x.q.ID, a)
	if err != nil {
		t.fail("Not saved", err, "type e again")
		return
	}
	t.desk, t.unsaved = desk, false
	x.given, x.note = &a, text
	t.say("Saved.")
}
