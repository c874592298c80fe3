package quiz

import (
	"math/rand/v2"
	"os"
	"time"

	"github.com/charmbracelet/x/term"

	"waymark/quiz/journal"
	"waymark/quiz/plain"
	"waymark/stages"
)

// lineByLine opens plain mode. It needs no terminal.
func (a *app) lineByLine() error {
	return a.opened(func(bank *stages.Bank, j *journal.Journal, kept kept) error {
		in := newStoppable(a.in)
		defer in.close()
		err := plain.Run(plain.Config{
			Bank: bank, Underway: kept.underway, Results: kept.results, Plan: kept.plan, Keeper: j,
			Now: time.Now, Seed: rand.Uint64,
			Notices: j.Notices, ReadOnly: j.ReadOnly, Folder: j.Dir(),
			Width: a.columns(), Piped: !term.IsTerminal(a.in.Fd()),
		}, in, a.out)
		if signal := in.stopped(); signal != nil {
			return signal
		}
		return err
	})
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
