package quiz

import (
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/adrg/xdg"
	"github.com/charmbracelet/x/term"

	"waymark/quiz/journal"
	"waymark/quiz/session"
	"waymark/quiz/tui"
	"waymark/stages"
)

// interactive opens the program: drawn, or line by line where that is asked for or all that the terminal
// can do.
func (a *app) interactive() error {
	if a.plain || a.dumb() {
		return a.lineByLine()
	}
	return a.full()
}

// full opens the full-screen program.
func (a *app) full() (err error) {
	if err := a.needTerminal(); err != nil {
		return err
	}
	r, err := a.open()
	defer func() { err = errors.Join(err, r.close()) }()
	if err != nil {
		return err
	}
	return tui.Run(tui.Config{
		Desk: r.desk, Notices: r.journal.Notices, ReadOnly: r.journal.ReadOnly != nil, Folder: r.journal.Dir(),
		Look: tui.Look{Mouse: a.mouse, Colour: os.Getenv("NO_COLOR") == "", Dark: darkHint(os.Getenv("COLORFGBG")), ASCII: !utf8Locale()},
	})
}

// room is what a front end is opened on: the person's journal, and a desk laid with what it holds.
type room struct {
	journal *journal.Journal
	desk    session.Desk
}

func (r room) close() error {
	if r.journal == nil {
		return nil
	}
	return r.journal.Close()
}

// open reads the content in force and the person's journal.
func (a *app) open() (room, error) {
	catalog, err := a.catalog()
	if err != nil {
		return room{}, err
	}
	j, err := journal.Open(filepath.Join(xdg.DataHome, "waymark"), time.Now)
	if err != nil {
		return room{}, err
	}
	r := room{journal: j, desk: session.Desk{Bank: stages.NewBank(catalog), Keeper: j, Now: time.Now, Seed: rand.Uint64}}
	r.desk, err = r.lay()
	return r, err
}

// lay reads all that the journal holds.
func (r room) lay() (session.Desk, error) {
	saved, err := r.journal.Load()
	r.desk.Plan = saved.Plan
	return r.desk.Lay(saved.Attempts, saved.Results), err
}

// needTerminal refuses to draw where nobody would see it, or press a key.
func (a *app) needTerminal() error {
	if a.atTerminal() {
		return nil
	}
	return usageError{errors.New("the full-screen program needs a terminal; without one, use waymark --plain or waymark score FILE")}
}

// atTerminal reports whether a person types what is read and sees what is written.
func (a *app) atTerminal() bool {
	out, ok := a.out.(*os.File)
	return term.IsTerminal(a.in.Fd()) && ok && term.IsTerminal(out.Fd())
}

// darkHint reads $COLORFGBG, which some terminals set: the background is its last number, and those
// from 0 to 6 and 8 are dark. The terminal's own answer, when it comes, is preferred.
func darkHint(colorfgbg string) *bool {
	_, bg, ok := strings.Cut(colorfgbg, ";")
	if !ok {
		return nil
	}
	bg = bg[strings.LastIndexByte(bg, ';')+1:]
	dark := slices.Contains([]string{"0", "1", "2", "3", "4", "5", "6", "8"}, bg)
	return &dark
}

// utf8Locale reports whether the locale can show the marks. An unset locale is given the benefit of
// the doubt: most terminals of today can.
func utf8Locale() bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := strings.ToLower(os.Getenv(name)); v != "" {
			return strings.Contains(v, "utf-8") || strings.Contains(v, "utf8")
		}
	}
	return true
}
