package journal

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"time"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// Load reads all that a program opens with: the interviews under way, the newest results (see [Journal.Results] for
// the others), the plan and the drafts. What cannot be read is left out and does not stop the rest: a
// damaged file is set aside, a newer one is left alone, and Notices say so. The error is that of a folder
// that cannot be read at all.
func (j *Journal) Load() (session.Saved, error) {
	var saved session.Saved
	j.Notices, j.guards, j.last = nil, nil, 0
	if _, err := list(j.dir); err != nil {
		return saved, locale.Errorf("can't read the folder for your answers: %s", err)
	}
	j.guards, j.underway = map[string]func() error{}, map[string]time.Time{}
	if errors.Is(j.ReadOnly, ErrUnwritable) {
		j.tell(locale.Sprintf("You can read here, but not answer: %s.", locale.Reason(j.ReadOnly)))
	}
	saved.Attempts = j.loadAttempts() // before results: who finishes one meanwhile writes the result first
	saved.Results = j.loadResults()
	j.results = slices.Clone(saved.Results)
	saved.Attempts = slices.DeleteFunc(saved.Attempts, j.finished)
	var plan storedPlan
	if j.load(planFile, &plan) {
		saved.Plan = plan.Plan
	}
	var drafts storedDrafts
	if j.load(draftsFile, &drafts) {
		saved.Drafts = drafts.Drafts
	}
	saved.Notes = j.loadNotes()
	return saved, nil
}

func (j *Journal) loadAttempts() (attempts []session.Attempt) {
	for _, assessment := range assessments {
		s := storedAttempt{expected: assessment}
		if j.load(interviewFile(assessment), &s) {
			attempts = append(attempts, s.attempt())
			j.underway[assessment] = s.Started
		}
	}
	return attempts
}

func sameAttempt(a, b session.Attempt) bool {
	return a.Assessment == b.Assessment && a.Started.Equal(b.Started)
}

// latest returns the last result of an attempt, or nil where it is not among the newest.
func (j *Journal) latest(a session.Attempt) *session.Result {
	for i := len(j.results) - 1; i >= 0; i-- {
		if sameAttempt(j.results[i].Attempt, a) {
			return &j.results[i]
		}
	}
	return nil
}

// finished reports whether an interview has the answers of its own result: the program ended, or the disk
// failed, between writing the result and removing the interview.
func (j *Journal) finished(a session.Attempt) bool {
	r := j.latest(a)
	if r == nil || !reflect.DeepEqual(r.Interview, a.Interview) {
		return false
	}
	if j.ReadOnly == nil {
		j.drop(interviewFile(a.Assessment))
	}
	return true
}

// load reads a file into v and reports whether v has its content. It sees to it that what v lacks is not
// lost, and tells the person.
func (j *Journal) load(name string, v stored) bool {
	path := filepath.Join(j.dir, name)
	data, err := j.decoded(name, v)
	switch {
	case err == nil:
		j.keepUnknown(name, data, v)
		return true
	case errors.Is(err, fs.ErrNotExist):
		if isLink(path) {
			j.tell(locale.Sprintf("%s is a link to a file that isn't there.", called(name)))
		}
	case errors.Is(err, errDamaged) && isLink(path):
		j.leave(name, locale.Error("couldn't be read; it's a link, so move it away yourself")) // what it names may be anything
	case errors.Is(err, errDamaged):
		j.keep(name, err, "%s %s, so it was moved to %s.", func() error { return j.setAside(name) })
	case errors.Is(err, errChanged):
		j.keepCopy(name, data)
		return true
	default:
		j.leave(name, err)
	}
	return false
}

// decoded reads a file into v, and returns its bytes.
func (j *Journal) decoded(name string, v stored) (data []byte, err error) {
	if data, err = read(filepath.Join(j.dir, name)); err == nil {
		err = decode(data, v)
	}
	return data, err
}

// keepUnknown sees to it that what a later version wrote into a file, and this one passes over, is copied before
// the file is replaced.
func (j *Journal) keepUnknown(name string, data []byte, v stored) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if filepath.Dir(name) == resultsDir || dec.Decode(reflect.New(reflect.TypeOf(v).Elem()).Interface()) == nil {
		return // a result is never replaced
	}
	j.guards[name] = func() error { return j.writeBytes(copyOf("later", name, data), data, true) }
}

// copyOf is the name of a copy, one for each state of a file.
func copyOf(why, name string, data []byte) string {
	sum := sha256.Sum256(data)
	return filepath.Join(asideDir, fmt.Sprintf("%s-%x-%s", why, sum[:6], filepath.Base(name)))
}

// keepCopy keeps a copy of a file that was changed, once for each change.
func (j *Journal) keepCopy(name string, data []byte) {
	copied := copyOf("changed", name, data)
	if _, err := os.Lstat(filepath.Join(j.dir, copied)); err == nil {
		return // and it was told
	}
	j.keep(name, errChanged, "%s %s; a copy is kept in %s.", func() error { return j.writeBytes(copied, data, true) })
}

// keep makes sure that a file's bytes are not lost when the file is replaced, now or before that. What is told once
// that's done has places for the file, the fault, and the folder.
func (j *Journal) keep(name string, fault error, done locale.Message, how func() error) {
	if j.ReadOnly != nil {
		j.tellOf(name, fault)
		return
	}
	aside := filepath.Join(j.dir, asideDir)
	if err := how(); err != nil {
		j.guards[name] = how
		j.tell(locale.Sprintf("%s %s, and it can't be moved to %s: %s.", called(name), fault, aside, locale.Reason(err)))
		return
	}
	j.tell(locale.Sprintf(string(done), called(name), fault, aside))
}

// leave lets nothing replace a file.
func (j *Journal) leave(name string, fault error) {
	refused := errors.New(stages.VisibleName(name + " " + locale.Reason(fault)))
	j.guards[name] = func() error { return refused }
	j.tellOf(name, fault)
}

// tellOf tells what is wrong with a file, and no more.
func (j *Journal) tellOf(name string, fault error) {
	j.tell(called(name) + " " + locale.Reason(fault) + ".")
}

// tell adds a notice, where it is not there yet.
func (j *Journal) tell(notice string) {
	if text := stages.VisibleName(notice); !slices.Contains(j.Notices, text) {
		j.Notices = append(j.Notices, text)
	}
}

// called is what a person calls a file, with its name.
func called(name string) string { return Called(name) + " (" + name + ")" }

// Called is what a person calls a file or a folder of the journal; empty where it's none of its own.
func Called(name string) string {
	what := map[string]locale.Message{
		"interview.json": "Your unfinished interview", "crossroads.json": "Your crossroads so far",
		"surroundings.json": "Your surroundings so far", planFile: "Your plan", draftsFile: "What you had typed",
		notesFile:  "The file with your notes",
		resultsDir: "The folder with your results", asideDir: "The folder for damaged files", keyFile: "The key that marks your sheets as yours",
	}[name]
	if strings.HasPrefix(name, resultsDir+string(filepath.Separator)) {
		what = "One of your results"
	}
	return what.String()
}

// maxSize is the size of the largest file that is read, in bytes: a thousand times what a result takes.
const maxSize = 64 << 20

// read returns the bytes of a regular file, or of the one that a link names. To read a pipe or a device
// could last forever.
func read(path string) (data []byte, err error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
	case !info.Mode().IsRegular():
		return nil, locale.Error("isn't a regular file, so it was skipped; move it away")
	case info.Size() > maxSize:
		return nil, locale.Error("is larger than 64 MiB, so it was skipped; move it away")
	default:
		data, err = os.ReadFile(path)
	}
	if err != nil {
		return nil, unreadable(err)
	}
	return data, nil
}

// unreadable is the fault of what can't be opened. Its text follows the name.
func unreadable(err error) error { return locale.Errorf("couldn't be read: %s", err) }
