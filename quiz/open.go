package quiz

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"github.com/adrg/xdg"
	"github.com/charmbracelet/x/term"

	"waymark/quiz/backup"
	"waymark/quiz/disk"
	"waymark/quiz/journal"
	"waymark/quiz/locale"
	"waymark/quiz/plain"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/quiz/sheet"
	"waymark/quiz/tui"
	"waymark/stages"
)

// clock and seed are the program's time and chance. Only tests change them.
var (
	clock = time.Now
	seed  = rand.Uint64
)

// interactive opens the program: drawn, or line by line where that is asked for or all that the terminal
// can do.
func (a *app) interactive() error {
	look, err := a.look()
	switch {
	case err != nil:
		return err
	case a.as != "" && a.sheet == "":
		return errAsAlone
	case a.plain || a.dumb():
		return a.lineByLine()
	}
	return a.fullScreen(look, nil)
}

// fullScreen opens the full-screen program, where there is a terminal to draw on: on a comparison, where there is one.
func (a *app) fullScreen(look tui.Look, opinions *report.Opinions) (err error) {
	if !a.atTerminal() {
		return usageError{locale.Error("the full-screen program needs a terminal; without one, use waymark --plain or waymark score FILE")}
	}
	s, err := a.openState()
	defer func() { err = errors.Join(err, s.close()) }()
	if err != nil {
		return err
	}
	outline := s.outline
	if outline == nil || opinions != nil { // there's no home, or it isn't shown
		outline = func() (session.Session, bool) { return session.Session{}, false }
	}
	config := func(opened session.Session) tui.Config {
		return tui.Config{
			Session: opened, Store: s.store(), Now: clock, Seed: seed, Notes: s.notes(), Opinions: opinions,
			Notices: s.notices(), ReadOnlyReason: s.reason(), Folder: s.folder,
		}
	}
	underway, err := tui.Run(look, func() (tui.Config, bool) {
		opened, enough := outline()
		return config(opened), enough
	}, func() (tui.Config, error) {
		opened, err := s.load()
		return config(opened), err
	})
	if underway {
		fmt.Fprintln(a.out, report.GoOnAnyTime(s.command))
	}
	return err
}

// lineByLine opens plain mode. It needs no terminal.
func (a *app) lineByLine() (err error) {
	s, err := a.openState()
	defer func() { err = errors.Join(err, s.close()) }()
	if err != nil {
		return err
	}
	opened, err := s.load()
	if err != nil {
		return err
	}
	ends := newStoppable(a.in, a.out)
	err = plain.Run(plain.Config{
		Session: opened, Store: s.store(), Now: clock, Seed: seed, Notes: s.notes(),
		Notices: s.notices(), ReadOnlyReason: s.reason(), Folder: s.folder, Command: s.command + " --plain",
		Width: a.columns(), Piped: !term.IsTerminal(a.in.Fd()),
	}, ends, ends)
	if signal := ends.stopped(); signal != nil {
		return signal
	}
	return err
}

// state is what a front end is opened on: the person's journal, or a sheet.
type state struct {
	journal *journal.Journal
	sheet   *sheet.File
	outline func() (session.Session, bool)  // as much of that as home is drawn from, where it is kept apart
	load    func() (session.Session, error) // reads what it holds: once, before notices
	folder  string                          // where the answers are kept
	command string                          // what opens the same again
}

func (s state) store() session.Store {
	if s.sheet != nil {
		return s.sheet
	}
	return s.journal
}

func (s state) notices() []string {
	if s.journal == nil {
		return nil
	}
	return s.journal.Notices
}

// notes reads the person's notes; nobody has any about someone else.
func (s state) notes() func() []session.Noted {
	if s.journal == nil {
		return nil
	}
	return s.journal.Notes
}

// reason says why nothing can be kept, or nothing where it can.
func (s state) reason() string {
	if s.journal == nil || s.journal.ReadOnly == nil {
		return ""
	}
	return report.Capital(locale.Reason(s.journal.ReadOnly)) + "."
}

func (s state) close() error {
	if s.journal == nil {
		return nil
	}
	return s.journal.Close()
}

// openState opens the sheet of --for, else the person's journal.
func (a *app) openState() (state, error) {
	if a.sheet != "" {
		return a.openSheet()
	}
	return a.open()
}

// open reads the content in force and the person's journal.
func (a *app) open() (state, error) {
	dir, err := dataFolder()
	if err != nil {
		return state{}, err
	}
	j, err := journal.Open(disk.OS{}, dir, clock)
	if err != nil {
		return state{}, err
	}
	kept := sync.OnceValues(j.Outline)
	go kept() // while the content is read
	catalog, err := a.catalog()
	if err != nil {
		return state{journal: j}, err
	}
	bank := sync.OnceValue(func() *stages.Bank { return stages.NewBank(catalog) })
	go func() {
		if _, enough := kept(); !enough { // home needs it: it takes as long as preparing the terminal
			bank()
		}
	}()
	opened := func(bank *stages.Bank, saved session.Saved) session.Session {
		s := session.New(bank, saved)
		s.ReadOnly = j.ReadOnly != nil
		return s
	}
	outline := func() (session.Session, bool) {
		saved, enough := kept()
		return opened(stages.Bare(catalog), saved), enough
	}
	load := func() (session.Session, error) {
		saved, err := j.Load()
		return opened(bank(), saved), err
	}
	return state{journal: j, outline: outline, load: load, folder: j.Dir(), command: a.again()}, nil
}

// again is the command that opens the program on the same content.
func (a *app) again() string {
	if a.content == "" {
		return "waymark"
	}
	return "waymark --content " + sheet.Word(a.content)
}

// dataFolder is where the person's answers are kept. Where a power cut stopped an import, it ends that.
func dataFolder() (string, error) {
	if !placed("XDG_DATA_HOME") {
		return "", locale.Error("there's nowhere to save your answers: HOME isn't a full path; set HOME, or set XDG_DATA_HOME to a folder for them")
	}
	dir := filepath.Join(xdg.DataHome, "waymark")
	if err := backup.Resume(disk.OS{}, dir); err != nil {
		return "", locale.Errorf("Waymark was stopped while it restored a backup, and it can't finish that now: %s", err)
	}
	return dir, nil
}

// placed reports whether a folder of xdg's is one of the person's: by its variable, or under their home.
// Where neither says, xdg names a folder under the root, or under the folder of the moment.
func placed(variable string) bool {
	home, err := os.UserHomeDir()
	return err == nil && filepath.IsAbs(home) || filepath.IsAbs(os.Getenv(variable)) || runtime.GOOS == "windows" // which knows it otherwise
}
