package session_test

import (
	"testing"

	"waymark/quiz/session"
)

// A skip that makes one more question come is said; an answer is not, and no change of an earlier one either.
func TestSkipsThatLengthen(t *testing.T) {
	c := catalog()
	for _, q := range c.Questions[:4] {
		q.ID += "-too"
		c.Questions = append(c.Questions, q)
	}
	for script, want := range map[string]struct {
		first int
		say   session.Message
	}{
		"begin":                               {4, session.Nothing},
		"begin|answer b":                      {4, session.Nothing},
		"begin|skip unsure":                   {5, session.OneMore},
		"begin|answer b|skip unsure":          {5, session.OneMore},
		"begin|skip unsure|back|answer b":     {4, session.Nothing},
		"begin|answer b|back|skip unsure":     {5, session.OneMore},
		"begin|skip unsure|leave|continue":    {5, session.Nothing},
		"begin|skip no-chance|skip no-chance": {6, session.OneMore},
		"in crossroads|begin|skip unsure":     {len(c.Crossroads.Questions), session.Nothing},
	} {
		p := does(t, newPerson().open(c), script)
		if got := p.Asking.First; got != want.first || p.event.Say != want.say {
			t.Errorf("%s: %d come first, said %d; want %+v", script, got, p.event.Say, want)
		}
	}
}

// Progress is of what's answered: it stands still or goes on, and ends before the last question there can be.
func TestProgressOfAnInterviewThatAdapts(t *testing.T) {
	c := catalog()
	for _, q := range c.Questions[:4] {
		q.ID += "-too"
		c.Questions = append(c.Questions, q)
	}
	p, last := newPerson().open(c), 0.0
	p = does(t, p, "begin")
	for n := 1; p.Asking != nil; n++ {
		if p.Progress < last || p.Progress > 1 || n == 5 && p.Progress != 2.0/3 {
			t.Errorf("question %d: %v after %v", n, p.Progress, last)
		}
		if open := map[bool]float64{true: 1 - 2.0/3, false: 1 - p.Progress}[n <= 4]; p.Asking.Open() != open {
			t.Errorf("question %d: %v is open, not %v", n, p.Asking.Open(), open)
		}
		last = p.Progress
		p = does(t, p, "answer "+[]string{"a", "c"}[n%2])
	}
	if last < 2.0/3 {
		t.Errorf("it ended at %v", last)
	}
}
