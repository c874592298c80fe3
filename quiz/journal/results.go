package journal

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"waymark/quiz/disk"
	"waymark/quiz/session"
	"waymark/stages"
)

// assessments are those that have results.
var assessments = []string{stages.Stages, stages.Crossroads, stages.Surroundings}

const (
	// resultNumber begins the name of a result. It sorts behind the names of earlier versions, which are times.
	resultNumber = "result-%06d"
	stamp        = "20060102T150405.000Z" // a time in a file name
)

// resultName is the name of a result's file. Its end says what the result is of, so that looking for the last
// crossroads opens no file of another assessment.
func resultName(number int, r session.Result) string {
	return fmt.Sprintf(resultNumber+"-%s-%s.json", number, r.Saved.UTC().Format(stamp), r.Assessment)
}

// named returns the assessment that the end of a name says, or "": earlier versions did not write it.
func named(file string) string {
	for _, a := range assessments {
		if strings.HasSuffix(file, "-"+a+".json") {
			return a
		}
	}
	return ""
}

// newest are the results that a program opens with, and their files, the latest first: the last of each
// assessment, and of the stages also the one before.
type newest struct {
	results []session.Result
	files   []string
}

// lacks reports whether more results of an assessment are looked for.
func (n newest) lacks(assessment string) bool {
	want := 1
	if assessment == stages.Stages {
		want = 2
	}
	for _, r := range n.results {
		if r.Assessment == assessment {
			want--
		}
	}
	return want > 0
}

func (n newest) has(a session.Attempt) bool {
	return slices.ContainsFunc(n.results, func(r session.Result) bool { return sameAttempt(r.Attempt, a) })
}

// loadResults returns the newest results in the order in which they were reached. Of an attempt that was looked
// at again and gave a later result, only that one is returned.
func (j *Journal) loadResults() []session.Result {
	before, changed := len(j.Notices), j.resultsChanged()
	found, known := j.indexed()
	if !known {
		found = j.find(j.resultFiles())
	}
	if len(j.Notices) == before {
		j.writeIndex(changed, found)
	}
	slices.Reverse(found.results)
	return found.results
}

// find looks through the files from the last one back, and reads no more of each than tells whether it counts.
func (j *Journal) find(files []string) (found newest) {
	for _, file := range slices.Backward(files) {
		if !slices.ContainsFunc(assessments, found.lacks) {
			break
		}
		if a := named(file); a != "" && !found.lacks(a) {
			continue
		}
		if a, err := j.peek(file); err == nil && (!found.lacks(a.Assessment) || found.has(a)) {
			continue
		}
		if r, ok := j.result(file); ok && found.lacks(r.Assessment) && !found.has(r.Attempt) {
			found.results, found.files = append(found.results, r), append(found.files, file)
		}
	}
	return found
}

// resultFiles lists the files of results in their order. The temporary files among them go.
func (j *Journal) resultFiles() (files []string) {
	dir := filepath.Join(j.dir, resultsDir)
	entries, err := list(dir)
	if err != nil {
		j.leave(resultsDir, unreadable(err))
	}
	j.sweep(dir, entries)
	for _, e := range entries {
		if filepath.Ext(e.Name()) != ".json" {
			continue
		}
		var n int
		if _, err := fmt.Sscanf(e.Name(), resultNumber, &n); err == nil {
			j.last = max(j.last, n)
		}
		files = append(files, e.Name())
	}
	return files
}

// result reads one file of results, and reports whether it could.
func (j *Journal) result(file string) (session.Result, bool) {
	var s storedResult
	if !j.load(filepath.Join(resultsDir, file), &s) {
		return session.Result{}, false
	}
	return s.result(), true
}

// peek reads of a result what it is of and when that was begun, which stands at its beginning. It trusts the
// file: what counts is read whole afterwards.
func (j *Journal) peek(file string) (a session.Attempt, err error) {
	path := j.resultPath(file)
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return a, errors.Join(err, errDamaged)
	}
	f, err := os.Open(path)
	if err != nil {
		return a, err
	}
	defer func() { _ = f.Close() }()
	err = fields(io.LimitReader(f, maxSize), map[string]any{"assessment": &a.Assessment, "started": &a.Started})
	return a, err
}

// fields reads an object as far as it must to have the values of some fields, since what follows may be of a
// form yet unknown.
func fields(object io.Reader, into map[string]any) error {
	dec := json.NewDecoder(object)
	if start, err := dec.Token(); err != nil || start != json.Delim('{') {
		return errDamaged
	}
	left := len(into)
	for left > 0 && dec.More() {
		key, err := dec.Token()
		if err != nil {
			return err
		}
		name, _ := key.(string)
		value, wanted := into[name]
		if wanted {
			left--
		} else {
			value = new(json.RawMessage)
		}
		if err := dec.Decode(value); err != nil {
			return err
		}
	}
	if left > 0 {
		return errDamaged
	}
	return nil
}

// Results yields the results of an assessment, the latest first, as they are read one after the other. Of an
// attempt that was looked at again it yields each result. An error says of one that it could not be read, or
// that it was changed, and what became of it; the others follow.
func (j *Journal) Results(assessment string) iter.Seq2[session.Result, error] {
	return func(yield func(session.Result, error) bool) {
		if j.guards == nil {
			j.guards = map[string]func() error{}
		}
		told := len(j.Notices)
		news := func() bool { // what there is to tell of the last file
			for ; told < len(j.Notices); told++ {
				if !yield(session.Result{}, errors.New(j.Notices[told])) {
					return false
				}
			}
			return true
		}
		for _, file := range slices.Backward(j.resultFiles()) {
			if a := named(file); a != "" && a != assessment {
				continue
			}
			if a, err := j.peek(file); err == nil && a.Assessment != assessment {
				continue
			}
			r, ok := j.result(file)
			if !news() || ok && r.Assessment == assessment && !yield(r, nil) {
				return
			}
		}
		news()
	}
}

// sweep removes the temporary files of writes that were cut short, where nobody else may be writing.
func (j *Journal) sweep(dir string, entries []fs.DirEntry) {
	if j.ReadOnly != nil {
		return
	}
	for _, e := range entries {
		if disk.Temporary(e.Name()) && e.Type().IsRegular() {
			_ = j.disk.Remove(filepath.Join(dir, e.Name())) // the next start tries again
		}
	}
}
