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
func (a *app) full() error {
	if err := a.needTerminal(); err != nil {
		return err
	}
	return a.opened(func(bank *stages.Bank, j *journal.Journal, kept kept) error {
		desk := journal.Desk{Bank: bank, Keeper: j, Now: time.Now, Seed: rand.Uint64, Plan: kept.plan}
		return tui.Run(tui.Config{
			Desk: desk.Lay(kept.underway, kept.results), Notices: j.Notices, ReadOnly: j.ReadOnly, Folder: j.Dir(),
			Mouse: a.mouse, Colour: os.Getenv("NO_COLOR") == "", Dark: darkHint(os.Getenv("COLORFGBG")), ASCII: !utf8Locale(),
		})
	})
}

// opened runs a front end on the content in force and what the person's journal holds.
func (a *app) opened(run func(*stages.Bank, *journal.Journal, kept) error) (err error) {
	catalog, err := a.catalog()
	if err != nil {
		return err
	}
	j, err := journal.Open(filepath.Join(xdg.DataHome, "waymark"), time.Now)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, j.Close()) }()
	kept, err := readAll(j)
	if err != nil {
		return err
	}
	return run(stages.NewBank(catalog), j, kept)
}

// kept is all that a journal holds.
type kept struct {
	underway []journal.Sitting
	results  []journal.Record
	plan     journal.Plan
}

func readAll(j *journal.Journal) (k kept, err error) {
	for _, assessment := range []string{stages.Stages, stages.Crossroads, stages.Surroundings} {
		s, err := j.Underway(assessment)
		if err != nil {
			return k, err
		}
		if s != nil {
			k.underway = append(k.underway, *s)
		}
	}
	if k.results, err = j.Results(); err != nil {
		return k, err
	}
	k.plan, err = j.Plan()
	return k, err
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
