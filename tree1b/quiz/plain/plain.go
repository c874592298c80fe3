// Package plain is the whole program line by line, for screen readers, terminals that cannot draw and
// pipes. It writes lines and nothing else: no colour, no cursor movement, nothing twice in one place.
//
// A person is always at one [screen]: home, a question, a result. A screen is a function that says what is
// there, reads what is typed, and returns the next screen; where the input ends, or the person stops, there
// is none. What is typed becomes an action of package session, and what comes of that becomes words: the
// flow of an interview is the session's. Everything is read through one buffered reader. Each answer is kept
// before the next question is written, so that the end of input, wherever it comes, loses nothing.
package plain

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"time"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
)

// Config is all that the program is handed: it touches no file, no clock and no chance.
type Config struct {
	Session session.Session
	Store   session.Store
	Now     func() time.Time
	Seed    func() uint64 // draws the seed of a new interview

	Notes func() []session.Noted // the evidence log as it is now

	Notices        []string // told once, at the start
	ReadOnlyReason string   // why nothing can be kept, where the session is read-only
	Folder         string   // where the person's files are
	Command        string   // what opens the program again

	Width int // columns of the terminal; 0 where nobody knows
	// Piped says that no person types: lines are written as they are read, and the time that an answer
	// takes tells nothing.
	Piped bool
}

// ErrUnsaved is the error of a run whose last words could not be kept.
var ErrUnsaved error = locale.Error("your last entry couldn't be saved")

// screen is what the person has before them. It returns the next one, or nil where they stop.
type screen func(*prompter) screen

// Run talks with the person until they leave or the input ends. Its error is that of writing, or an
// [ErrUnsaved].
func Run(cfg Config, in io.Reader, out io.Writer) error {
	p := &prompter{cfg: cfg, session: cfg.Session, in: bufio.NewReader(in), out: bufio.NewWriter(out), width: lineWidth(cfg.Width)}
	p.session.Untimed = cfg.Piped
	p.welcome()
	for at := screen((*prompter).home); at != nil; {
		at = at(p)
	}
	p.farewell()
	if err := p.out.Flush(); err != nil {
		return err
	}
	if p.unsaved != nil {
		return fmt.Errorf("%w: %w", ErrUnsaved, p.unsaved)
	}
	return nil
}

func (p *prompter) welcome() {
	p.say(locale.Text("Waymark, line by line. Type a number, then Enter. Type q to stop."))
	for _, notice := range p.cfg.Notices {
		p.say(notice)
	}
	if p.session.ReadOnly {
		p.say(p.message(session.OtherWindow))
	}
}

// farewell says what is kept, and how to go on.
func (p *prompter) farewell() {
	p.gap()
	switch {
	case p.unsaved != nil:
		p.say(locale.Text("Stopped. Your last entry couldn't be saved; everything before it is. To continue, type:"))
	case len(p.session.Attempts) > 0:
		p.say(locale.Text("Stopped. All your answers are saved. To continue, type:"))
	default:
		p.say(locale.Text("See you next time. To come back, type:"))
	}
	p.say(p.cfg.Command)
}

// How to try again what could not be kept, by where it was typed.
const (
	chooseAgain  = locale.Message("choose it again")
	answerAgain  = locale.Message("answer again")
	exampleAgain = locale.Message("type e again")
)

// perform does an action, says what came of it, and returns the screen it leads to: here, where it leads
// nowhere or could not be kept.
func (p *prompter) perform(a session.Action, again locale.Message, here screen) screen {
	next, event, err := session.Perform(p.session, a, p.cfg.Store)
	p.session = next
	if err != nil || event.Saved {
		p.unsaved = err
	}
	switch {
	case unfinished(err):
		return (*prompter).resultNotSaved
	case err != nil:
		p.say(report.NotKept(err, again.String()))
	case event.Say == session.HaveCheckedIn:
		p.say(report.CheckInOver(p.session.Plan, p.cfg.Now()))
	default:
		p.say(p.message(event.Say))
	}
	switch event.Show {
	case session.ShowQuestion:
		return (*prompter).question
	case session.ShowReview:
		return (*prompter).review
	case session.ShowResult:
		return (*prompter).result
	case session.ShowSetup:
		return (*prompter).setup
	case session.ShowStart:
		return (*prompter).start
	case session.ShowCheckIn:
		return (*prompter).checkIn
	case session.ShowPlan, session.ShowBefore:
		return (*prompter).plan
	}
	return here
}

// unfinished reports whether it is the result that could not be kept.
func unfinished(err error) bool {
	var undone session.NotKept
	if !errors.As(err, &undone) {
		return false
	}
	_, finish := undone.Action.(session.Finish)
	return finish
}

// message puts into words what came of an action.
func (p *prompter) message(m session.Message) string {
	if m == session.OtherWindow && p.cfg.ReadOnlyReason != "" {
		return p.cfg.ReadOnlyReason
	}
	return report.Message(m)
}
