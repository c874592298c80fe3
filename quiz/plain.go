package quiz

import (
	"errors"
	"math/rand/v2"
	"os"
	"time"

	"github.com/charmbracelet/x/term"

	"waymark/quiz/plain"
)

// lineByLine opens plain mode. It needs no terminal.
func (a *app) lineByLine() (err error) {
	r, err := a.open()
	defer func() { err = errors.Join(err, r.close()) }()
	if err != nil {
		return err
	}
	in := newStoppable(a.in)
	defer in.close()
	err = plain.Run(plain.Config{
		Session: r.session, Store: r.journal, Now: time.Now, Seed: rand.Uint64, Notices: r.journal.Notices, Folder: r.journal.Dir(),
		Width: a.columns(), Piped: !term.IsTerminal(a.in.Fd()),
	}, in, a.out)
	if signal := in.stopped(); signal != nil {
		return signal
	}
	return err
}

// dumb reports whether a person sits at a terminal that cannot move its cursor.
func (a *app) dumb() bool { return os.Getenv("TERM") == "dumb" && a.atTerminal() }

// columns is the width of the terminal that is written to; 0 where there is none, or it does not say.
func (a *app) columns() int {
	out, ok := a.out.(*os.File)
	if !ok {
		return 0
	}
	width, _, err := term.GetSize(out.Fd())
	if err != nil {
		return 0
	}
	return width
}
