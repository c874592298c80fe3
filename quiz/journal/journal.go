// Package journal keeps what a person said and was told, as plain files of theirs alone.
//
// The folder holds interview.json, the interview under way, replaced as a whole at every answer, and
// its like for the other assessments; plan.json; results/, one file for every result, written once
// and never changed; and set-aside/, where files go that are not to be lost but are out of use: an
// interview abandoned for a fresh one, a file that could not be read. Folders are made with mode 0700
// and files with 0600.
//
// One running program writes at a time. A second one opens the journal for reading.
package journal

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"waymark/quiz/session"
	"waymark/stages"
)

// schema is the version of the file format. A file with a higher one is left alone.
const schema = 1

const (
	planFile   = "plan.json"
	resultsDir = "results"
	asideDir   = "set-aside"
)

// interviewFile is where the interview of an assessment lies while it is under way.
func interviewFile(assessment string) string {
	if assessment == stages.Stages {
		return "interview.json"
	}
	return assessment + ".json"
}

// Journal is the folder of one person.
type Journal struct {
	dir  string
	now  func() time.Time
	lock *flock.Flock
	// ReadOnly says that another running program has the journal open.
	ReadOnly bool
	// Notices tell, each in one sentence, what could not be read and was set aside.
	Notices []string
}

// Open opens the journal in dir, making the folder where it is not there.
func Open(dir string, now func() time.Time) (*Journal, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("cannot make the folder for your answers: %w", err)
	}
	j := &Journal{dir: dir, now: now, lock: flock.New(filepath.Join(dir, "lock"), flock.SetPermissions(0o600))}
	held, err := j.lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("cannot lock the folder for your answers: %w", err)
	}
	j.ReadOnly = !held
	return j, nil
}

// Read opens the journal in dir for reading, beside whatever program writes to it. It takes no lock,
// makes no folder and moves no file.
func Read(dir string) *Journal { return &Journal{dir: dir, now: time.Now, ReadOnly: true} }

// Dir returns the folder that holds the files.
func (j *Journal) Dir() string { return j.dir }

// Close lets another program write.
func (j *Journal) Close() error {
	if j.ReadOnly {
		return nil
	}
	return j.lock.Unlock()
}

// ErrReadOnly is returned by every write while another program has the journal open.
var ErrReadOnly = errors.New("this interview is open in another window; go on there")

// Underway returns the interview of an assessment that is under way, or nil.
func (j *Journal) Underway(assessment string) (*session.Attempt, error) {
	var s session.Attempt
	there, err := j.readOrAside(interviewFile(assessment), &s, &s.Schema, "The interview under way")
	if !there || err != nil {
		return nil, err
	}
	return &s, nil
}

// Plan returns the person's plan, which may be empty.
func (j *Journal) Plan() (session.Plan, error) {
	var p session.Plan
	if there, err := j.readOrAside(planFile, &p, &p.Schema, "Your plan"); !there || err != nil {
		return session.Plan{}, err
	}
	return p, nil
}

// SavePlan writes the plan. When it returns nil, it is on disk.
func (j *Journal) SavePlan(p session.Plan) error {
	p.Schema = schema
	return j.write(planFile, p)
}

// readOrAside reads a file that need not be there. A damaged one is set aside, with a notice.
func (j *Journal) readOrAside(name string, v any, version *int, called string) (there bool, err error) {
	switch err := j.read(name, v, version); {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case errors.Is(err, errDamaged):
		j.Notices = append(j.Notices, called+" could not be read"+j.whereabouts("was")+".")
		return false, j.aside(name)
	case err != nil:
		return false, err
	}
	return true, nil
}

// Save writes the interview under way. When it returns nil, the answers are on disk.
func (j *Journal) Save(s session.Attempt) error {
	s.Schema = schema
	return j.write(interviewFile(s.Assessment), s)
}

// Abandon sets the interview of an assessment aside.
func (j *Journal) Abandon(assessment string) error {
	if j.ReadOnly {
		return ErrReadOnly
	}
	err := j.aside(interviewFile(assessment))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// Finish keeps a result, then closes the interview it came from.
func (j *Journal) Finish(r session.Result) error {
	r.Schema = schema
	name := r.Saved.UTC().Format("20060102T150405.000Z") + ".json"
	if _, err := os.Stat(filepath.Join(j.dir, resultsDir, name)); err == nil {
		return fmt.Errorf("a result of this moment is there already: %s", name)
	}
	if err := j.write(filepath.Join(resultsDir, name), r); err != nil {
		return err
	}
	err := os.Remove(filepath.Join(j.dir, interviewFile(r.Assessment)))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// Results returns the finished sittings, the oldest first. Where a sitting was looked at again and
// gave a later result, only that one is returned.
func (j *Journal) Results() ([]session.Result, error) {
	entries, err := os.ReadDir(filepath.Join(j.dir, resultsDir))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var records []session.Result
	damaged := 0
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".json") {
			continue
		}
		var r session.Result
		name := filepath.Join(resultsDir, e.Name())
		switch err := j.read(name, &r, &r.Schema); {
		case errors.Is(err, errDamaged), err == nil && !r.Valid():
			damaged++
			if err := j.aside(name); err != nil {
				return nil, err
			}
			continue
		case err != nil:
			return nil, err
		}
		records = slices.DeleteFunc(records, func(old session.Result) bool { return old.Started.Equal(r.Started) && old.Assessment == r.Assessment })
		records = append(records, r)
	}
	if damaged > 0 {
		j.Notices = append(j.Notices, j.damagedNotice(damaged))
	}
	return records, nil
}

func (j *Journal) damagedNotice(n int) string {
	if n == 1 {
		return "One result could not be read" + j.whereabouts("was") + ". The others are fine."
	}
	return fmt.Sprintf("%d results could not be read%s. The others are fine.", n, j.whereabouts("were"))
}

// whereabouts says what became of a damaged file. Who only reads leaves it where it is.
func (j *Journal) whereabouts(was string) string {
	if j.ReadOnly {
		return ""
	}
	return " and " + was + " set aside"
}

var errDamaged = errors.New("damaged")

// read decodes one file. A file that is not what this program writes is damaged; one that a newer
// program wrote is not, and nobody may touch it.
func (j *Journal) read(name string, v any, version *int) error {
	data, err := os.ReadFile(filepath.Join(j.dir, name))
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, v); err != nil || *version < 1 || !showable(data) {
		return fmt.Errorf("%s: %w", name, errDamaged)
	}
	if *version > schema {
		return fmt.Errorf("%s was written by a newer Waymark; use that one, or move the file away", filepath.Join(j.dir, name))
	}
	return nil
}

// showable reports whether no text in the JSON could steer a terminal. What this program writes is
// clean; a file that somebody else has touched may not be.
func showable(data []byte) bool {
	dec := json.NewDecoder(bytes.NewReader(data))
	for {
		token, err := dec.Token()
		if err != nil {
			return errors.Is(err, io.EOF)
		}
		if text, ok := token.(string); ok && strings.ContainsFunc(text, stages.Steers) {
			return false
		}
	}
}

// aside moves a file to where it is kept and not used. A reader leaves that to the writer.
func (j *Journal) aside(name string) error {
	if j.ReadOnly {
		return nil
	}
	dir := filepath.Join(j.dir, asideDir)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	stamp := j.now().UTC().Format("20060102T150405.000Z-")
	return os.Rename(filepath.Join(j.dir, name), filepath.Join(dir, stamp+filepath.Base(name)))
}

func (j *Journal) write(name string, v any) error {
	if j.ReadOnly {
		return ErrReadOnly
	}
	data, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		return err
	}
	path := filepath.Join(j.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	return Replace(path, append(data, '\n'))
}
