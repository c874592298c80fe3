// Package journal keeps what a person answered and was told, as files in one folder that nobody else can
// read: folders have mode 0700 and files 0600.
//
// docs/journal.md is the format in full: the files, their fields, and what older and newer programs do with them.
// In short: the interview under way, the plan and the drafts are a file each, replaced as a whole. results/ has one
// file for each result, written once and never changed. set-aside/ has what is out of use and must not be lost. A
// file is a JSON object whose second line holds the SHA-256 of all others. Unknown fields are passed over; a file
// with a higher schema is never touched.
//
// A program opens with the newest results only ([Journal.Load], results.go), and reads the others when someone asks
// for them ([Journal.Results]). newest.json spares it the look through the folder, and is never trusted over it; home is
// drawn from the outlines in it ([Journal.Outline], index.go) before the results are read.
//
// # Several programs at once
//
// One running program writes at a time and holds a lock. A second one opens the journal for reading. The notes have a
// lock of their own, which is held only while a line is written: the shell adds to them at any time.
package journal

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"waymark/quiz/disk"
	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// Names in the folder.
const (
	lockFile   = "lock"
	planFile   = "plan.json"
	draftsFile = "drafts.json"
	resultsDir = "results"
	asideDir   = "set-aside"
)

// interviewFile is where an assessment's interview is kept while it is under way.
func interviewFile(assessment string) string {
	if assessment == stages.Stages {
		return "interview.json"
	}
	return assessment + ".json"
}

// Journal is the folder of one person.
type Journal struct {
	// ReadOnly says why nothing can be written: [ErrOtherWindow] or [ErrUnwritable]. It is nil where all can.
	ReadOnly error
	// Notices tell a person, each in one sentence, what [Journal.Load] could not read or found changed.
	Notices []string

	dir    string
	now    func() time.Time
	disk   disk.Disk
	unlock func() error
	fresh  bool // the folder was made, and may not be on the disk yet

	// guards hold, by file, what must succeed before the file may be replaced. They are nil before Load.
	guards  map[string]func() error
	results []session.Result // as Load returns them, and those reached since
	last    int              // the highest number among the files of results
	grown   bool             // a result was written

	underway map[string]time.Time // when the interviews began that are on disk, by assessment
}

var _ session.Store = (*Journal)(nil)

// The reasons why a journal can only be read. Every write then returns the reason.
var (
	ErrOtherWindow error = locale.Error("this is open in another window; continue there")
	ErrUnwritable  error = locale.Error("the folder for your answers can't be written to")
)

// Open opens the journal in dir for writing, making the folder where there is none. Where it can only be
// read, it says so in ReadOnly.
func Open(d disk.Disk, dir string, now func() time.Time) (*Journal, error) {
	j := &Journal{dir: dir, now: now, disk: d}
	if _, err := list(dir); err != nil {
		return nil, locale.Errorf("can't read the folder for your answers: %s", err)
	}
	if _, err := os.Stat(dir); err != nil {
		if err := d.MkdirAll(dir); err != nil {
			return nil, locale.Errorf("can't make the folder for your answers: %s", err)
		}
		j.fresh = true // the first screen needn't wait for the disk, what's written first does
	}
	unlock, err := d.Lock(filepath.Join(dir, lockFile))
	switch {
	case errors.Is(err, disk.ErrLocked):
		j.ReadOnly = ErrOtherWindow
	case unwritable(err):
		j.ReadOnly = fmt.Errorf("%w: %w", ErrUnwritable, err)
	case err != nil:
		return nil, locale.Errorf("can't lock the folder for your answers: %s", err)
	default:
		j.unlock = unlock
		for _, sub := range []string{dir, filepath.Join(dir, asideDir)} { // Load does the results
			entries, _ := list(sub) // what cannot be listed is Load's to tell
			j.sweep(sub, entries)
		}
	}
	return j, nil
}

// Read opens the journal in dir for reading, whether or not another program writes to it. It takes no lock,
// makes no folder and moves no file.
func Read(dir string) *Journal { return &Journal{dir: dir, ReadOnly: ErrOtherWindow} }

// Dir returns the folder that holds the files.
func (j *Journal) Dir() string { return j.dir }

// Close lets another program write. Where there are new results, it looks through them now, so that the next start
// need not.
func (j *Journal) Close() error {
	if j.unlock == nil {
		return nil
	}
	if j.grown {
		j.loadResults()
	}
	return j.unlock()
}

// Passing reports whether a file of this name is there only while a program runs: a lock, or a write under way.
func Passing(name string) bool { return name == lockFile || name == notesLock || disk.Temporary(name) }

// Remade reports whether a start makes a file of this name again, which is of the other files as they are here.
func Remade(name string) bool { return name == indexFile }

// list returns the entries of a folder, by name; none where there is no folder.
func list(dir string) ([]fs.DirEntry, error) {
	info, err := os.Stat(dir)
	if errors.Is(err, fs.ErrNotExist) {
		if _, err := os.Lstat(dir); err == nil {
			return nil, locale.Errorf("%s is a link to a folder that isn't there; make that folder, or remove the link", dir)
		}
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if !info.IsDir() { // to read a pipe as a folder would wait forever
		return nil, locale.Errorf("%s isn't a folder; move it away", dir)
	}
	return os.ReadDir(dir)
}

// unwritable reports whether an error means that a folder can be read only.
func unwritable(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)
}
