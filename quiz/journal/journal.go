// Package journal keeps what a person answered and was told, as files in one folder that nobody else can
// read: folders have mode 0700 and files 0600.
//
// interview.json is the interview under way, replaced as a whole at every answer; crossroads.json and
// surroundings.json are the same for the other assessments. plan.json is the plan, and drafts.json what was
// typed and is not part of an answer yet; key.json is a random number that ids for others are made of. results/ has one file for each result, written once and never
// changed; the number in its name says in which order they were reached, whatever the clock said. The files
// of earlier versions have no number: they come first, in the order of their names, which are times.
// set-aside/ has what is out of use and must not be lost: an interview left for a fresh one, a file that
// could not be read, a copy of one that was changed outside Waymark.
//
// # The format
//
// A file is a JSON object. Its second line holds the SHA-256 of all other lines, so that a byte that
// changed on the disk is noticed:
//
//	sed 2d interview.json | sha256sum
//
// Files of earlier versions have no such line. Unknown fields are passed over, so that a later version can
// add some. A change that this version would misread raises the schema; the schema is looked at before
// anything else, and a file with a higher one is never touched.
//
// # Several programs at once
//
// One running program writes at a time and holds a lock. A second one opens the journal for reading.
package journal

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

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
	disk   disk
	unlock func() error

	// guards hold, by file, what must succeed before the file may be replaced. They are nil before Load.
	guards  map[string]func() error
	results []session.Result // as Load returns them, and those reached since
	last    int              // the highest number among the files of results
}

var _ session.Store = (*Journal)(nil)

// The reasons why a journal can only be read. Every write then returns the reason.
var (
	ErrOtherWindow = errors.New("this is open in another window; continue there")
	ErrUnwritable  = errors.New("the folder for your answers can't be written to")
)

// Open opens the journal in dir for writing, making the folder where there is none. Where it can only be
// read, it says so in ReadOnly.
func Open(dir string, now func() time.Time) (*Journal, error) { return open(dir, now, osDisk{}) }

func open(dir string, now func() time.Time, d disk) (*Journal, error) {
	j := &Journal{dir: dir, now: now, disk: d}
	if _, err := list(dir); err != nil {
		return nil, fmt.Errorf("can't read the folder for your answers: %w", err)
	}
	if err := j.makeDir(dir); err != nil {
		return nil, fmt.Errorf("can't make the folder for your answers: %w", err)
	}
	unlock, err := d.Lock(filepath.Join(dir, lockFile))
	switch {
	case errors.Is(err, errLocked):
		j.ReadOnly = ErrOtherWindow
	case unwritable(err):
		j.ReadOnly = fmt.Errorf("%w: %w", ErrUnwritable, err)
	case err != nil:
		return nil, fmt.Errorf("can't lock the folder for your answers: %w", err)
	default:
		j.unlock = unlock
		j.sweep()
	}
	return j, nil
}

// Read opens the journal in dir for reading, whether or not another program writes to it. It takes no lock,
// makes no folder and moves no file.
func Read(dir string) *Journal { return &Journal{dir: dir, ReadOnly: ErrOtherWindow} }

// Dir returns the folder that holds the files.
func (j *Journal) Dir() string { return j.dir }

// Close lets another program write.
func (j *Journal) Close() error {
	if j.unlock == nil {
		return nil
	}
	return j.unlock()
}

// sweep removes the temporary files of writes that were cut short.
func (j *Journal) sweep() {
	for _, sub := range []string{"", resultsDir, asideDir} {
		dir := filepath.Join(j.dir, sub)
		entries, _ := list(dir) // what cannot be listed is Load's to tell
		for _, e := range entries {
			if digits, ok := strings.CutPrefix(e.Name(), tempPrefix); ok && strings.Trim(digits, "0123456789") == "" && e.Type().IsRegular() {
				_ = j.disk.Remove(filepath.Join(dir, e.Name())) // the next start tries again
			}
		}
	}
}

// list returns the entries of a folder, by name; none where there is no folder.
func list(dir string) ([]fs.DirEntry, error) {
	info, err := os.Stat(dir)
	if errors.Is(err, fs.ErrNotExist) {
		if _, err := os.Lstat(dir); err == nil {
			return nil, fmt.Errorf("%s is a link to a folder that isn't there; make that folder, or remove the link", dir)
		}
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if !info.IsDir() { // to read a pipe as a folder would wait forever
		return nil, fmt.Errorf("%s isn't a folder; move it away", dir)
	}
	return os.ReadDir(dir)
}

// unwritable reports whether an error means that a folder can be read only.
func unwritable(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)
}
