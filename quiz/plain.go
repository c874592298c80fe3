package quiz

import (
	"errors"
	"os"

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
		Desk: r.desk, Notices: r.journal.Notices, ReadOnly: r.journal.ReadOnly != nil, Folder: r.journal.Dir(),
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
