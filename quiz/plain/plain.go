// Package plain is the whole program line by line, for screen readers, terminals that cannot draw and
// pipes. It writes lines and nothing else: no colour, no cursor movement, nothing twice in one place.
//
// A person is always at one place: home, a question, a result. A [place] is a function that says what
// is there, reads what is typed, and returns the next place; where the input ends, or the person
// stops, there is none. Everything is read through one buffered reader. Each answer is kept before the
// next question is written, so that the end of input, wherever it comes, loses nothing.
package plain

import (
	"bufio"
	"io"

	"waymark/quiz/report"
	"waymark/quiz/session"
)

// Config is all that the program is handed: it touches no file, no clock and no chance.
type Config struct {
	Desk     session.Desk
	Notices  []string // told once, at the start
	ReadOnly bool     // another window has the interview open
	Folder   string   // where the files lie

	Width int // columns of the terminal; 0 where nobody knows
	// Piped says that no person types: lines are written as they are read, and the time that an answer
	// takes tells nothing.
	Piped bool
}

// place is where the person is. It returns the next place, or nil where they stop.
type place func(*talk) place

// Run talks with the person until they leave or the input ends. Its error is that of writing.
func Run(cfg Config, in io.Reader, out io.Writer) error {
	t := &talk{cfg: cfg, in: bufio.NewReader(in), out: bufio.NewWriter(out), width: measure(cfg.Width),
		desk: cfg.Desk}
	t.welcome()
	for at := place((*talk).home); at != nil; {
		at = at(t)
	}
	t.farewell()
	return t.out.Flush()
}

func (t *talk) welcome() {
	t.say("Waymark, line by line. Type a number, then Enter. Type q to stop.")
	for _, notice := range t.cfg.Notices {
		t.say(notice)
	}
	if t.cfg.ReadOnly {
		t.say(report.OtherWindow)
	}
}

// farewell says what is kept, and how to go on.
func (t *talk) farewell() {
	t.gap()
	switch {
	case t.unsaved:
		t.say("Stopped. What you typed last could not be saved; all before it is. To go on, type:")
	case t.noted:
		t.say("Stopped. Everything you answered is saved. Your last example is not: it goes with an answer, and there was none yet. To go on, type:")
	case len(t.desk.Under) > 0:
		t.say("Stopped. Everything you answered is saved. To go on, type:")
	default:
		t.say("Until next time. To come back, type:")
	}
	t.say("waymark --plain")
}
