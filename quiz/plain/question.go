package plain

import (
	"fmt"
	"math"
	"slices"
	"time"

	"waymark/quiz/report"
	"waymark/stages"
)

// question is one question while it is asked.
type question struct {
	q     *stages.Question
	order []int // the options as they are numbered
	pos   int   // its place in the interview
	again bool  // it is looked at again, from the review
	given *stages.Answer
	note  string // the person's own example
	since time.Time
}

// goOn asks the next question, or tells the result where nothing is left to ask.
func (t *talk) goOn() place {
	s := t.desk.Open(t.assessment)
	q, more := s.Asker(t.desk.Bank).Next(s.Interview)
	if !more {
		return (*talk).finish
	}
	return t.question(q, len(s.Interview.Asked), false)
}

// question is the place where q is asked, at a position of the interview.
func (t *talk) question(q *stages.Question, pos int, again bool) place {
	s := t.desk.Open(t.assessment)
	x := &question{q: q, pos: pos, again: again, since: t.desk.Now(),
		order: s.Asker(t.desk.Bank).OptionOrder(q, s.Interview.Seed)}
	if a, ok := s.Interview.Answers[q.ID]; ok {
		x.given, x.note = &a, a.Evidence
	}
	return x.open
}

// open says the question and listens.
func (x *question) open(t *talk) place {
	x.write(t)
	return x.listen(t)
}

// write says the question and its options.
func (x *question) write(t *talk) {
	t.gap()
	t.say(x.head(t))
	t.say(x.q.Ask)
	for i, o := range x.order {
		option := &x.q.Options[o]
		t.numbered(i+1, option.Text+x.mark(slices.Contains(x.answered().Options, option.ID)))
	}
	if x.q.Several() {
		none := x.given != nil && x.given.Skip == "" && len(x.given.Options) == 0
		t.numbered(0, report.NoneOfThese+x.mark(none))
	}
	if x.answered().Skip != "" {
		t.say("Now " + report.Answer(x.q, *x.given) + ".")
	}
	if x.note != "" {
		t.say(fmt.Sprintf("Your example: \"%s\"", x.note))
	}
}

// head says where the question stands in the interview.
func (x *question) head(t *talk) string {
	if x.again {
		return "Looking again."
	}
	s := t.desk.Open(t.assessment)
	left := s.Asker(t.desk.Bank).Remaining(s.Interview) - 1
	return fmt.Sprintf("Question %d, %s.", x.pos+1, report.AboutMore(left))
}

// answered is the answer as kept, or an empty one.
func (x *question) answered() stages.Answer {
	if x.given == nil {
		return stages.Answer{}
	}
	return *x.given
}

// mark is the word for what was chosen before.
func (x *question) mark(chosen bool) string {
	if chosen {
		return " (chosen)"
	}
	return ""
}

// typed are the things that can be typed, each with what it does.
func (x *question) typed() []string {
	parts := []string{upTo(len(x.order))}
	if x.q.Several() {
		parts = []string{fmt.Sprintf("any of %s such as 1 3", upTo(len(x.order))), "0 none"}
	}
	if x.given != nil {
		parts = append(parts, "Enter leave it so")
	}
	for _, d := range x.deeds() {
		parts = append(parts, spellings[d.word][0]+" "+d.brief)
	}
	return append(parts, "9 these by number")
}

// listen reads until something leads on.
func (x *question) listen(t *talk) place {
	for {
		line, ok := t.ask(x.typed()...)
		if !ok {
			return nil
		}
		switch w := wordOf(line); {
		case w == others:
			return x.others
		case w != none:
			return x.do(w, t)
		case line == "" && x.given != nil:
			return x.onward(t)
		}
		a, fault := x.answer(line)
		if fault != "" {
			t.say(fault)
			continue
		}
		if next := x.keep(t, a); next != nil {
			return next
		}
	}
}

// answer reads numbers as an answer, or says what is amiss.
func (x *question) answer(line string) (stages.Answer, string) {
	numbers, ok := numbersIn(line, len(x.order))
	switch {
	case !ok:
		return stages.Answer{}, fmt.Sprintf("This takes a number, %s, or one of the letters below.", upTo(len(x.order)))
	case !x.q.Several() && (len(numbers) > 1 || numbers[0] == 0):
		return stages.Answer{}, fmt.Sprintf("This question takes one number, %s.", upTo(len(x.order)))
	case len(numbers) > 1 && slices.Contains(numbers, 0):
		return stages.Answer{}, "0 says none of these yet, and stands alone."
	}
	a := stages.Answer{Options: []string{}}
	for i, o := range x.q.Options {
		if slices.Contains(numbers, slices.Index(x.order, i)+1) {
			a.Options = append(a.Options, o.ID)
		}
	}
	return a, ""
}

// keep keeps an answer, then moves on. Where it cannot be kept, the question stays.
func (x *question) keep(t *talk, a stages.Answer) place {
	a.Evidence = x.note
	if !t.cfg.Piped {
		a.Seconds = math.Round(t.desk.Now().Sub(x.since).Seconds()*10) / 10
	}
	desk, err := t.desk.Answer(t.desk.Open(t.assessment), x.q.ID, a)
	if err != nil {
		t.fail("Not saved", err, "answer again")
		return nil
	}
	t.desk, t.unsaved, t.noted = desk, false, false
	return x.onward(t)
}

// onward is the place after the question: the review it was opened from, the question that was asked
// after it, or the next.
func (x *question) onward(t *talk) place {
	if x.again {
		return (*talk).review
	}
	if next := t.askedAt(x.pos+1, +1); next != nil {
		return next
	}
	return (*talk).goOn
}

// askedAt is a question asked before, from a position on forward or back; those that the content has
// lost are passed over. It is nil where there is none.
func (t *talk) askedAt(pos, step int) place {
	s := t.desk.Open(t.assessment)
	for ; pos >= 0 && pos < len(s.Interview.Asked); pos += step {
		if q := s.Asker(t.desk.Bank).Question(s.Interview.Asked[pos]); q != nil {
			return t.question(q, pos, false)
		}
	}
	return nil
}
