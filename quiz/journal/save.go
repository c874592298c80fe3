package journal

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"waymark/quiz/disk"
	"waymark/quiz/session"
)

// Save writes the interview under way. When it returns nil, the answers are on disk.
func (j *Journal) Save(a session.Attempt) error {
	a.Schema = schema
	if err := j.write(interviewFile(a.Assessment), a, true); err != nil {
		return err
	}
	j.underway[a.Assessment] = a.Started
	return nil
}

// SavePlan writes the plan. When it returns nil, it is on disk.
func (j *Journal) SavePlan(p session.Plan) error {
	p.Schema = schema
	return j.write(planFile, p, true)
}

// SaveDrafts writes what is being typed, at every key, and so does not wait for the disk: the drafts outlive
// the program, but a power cut may take them.
func (j *Journal) SaveDrafts(d session.Drafts) error {
	return j.write(draftsFile, storedDrafts{Schema: schema, Drafts: d}, false)
}

// Finish writes a result and removes the interview it came from; one that was begun since stays. When it returns nil,
// the result is on disk. A result that is there already is not written again.
func (j *Journal) Finish(r session.Result) error {
	if err := j.ready(resultsDir); err != nil {
		return err
	}
	r.Schema = schema
	if old := j.latest(r.Attempt); old == nil || !sameResult(*old, r) {
		j.last++
		if err := j.write(filepath.Join(resultsDir, resultName(j.last, r)), r, true); err != nil {
			return err
		}
		j.results, j.grown = append(j.results, r), true
	}
	if began, underway := j.underway[r.Assessment]; !underway || began.Equal(r.Started) {
		j.drop(interviewFile(r.Assessment))
	}
	return nil
}

// sameResult reports whether two results are the same but for when they were saved.
func sameResult(a, b session.Result) bool {
	a.Saved, b.Saved = time.Time{}, time.Time{}
	x, err1 := json.Marshal(a)
	y, err2 := json.Marshal(b)
	return err1 == nil && err2 == nil && bytes.Equal(x, y)
}

// drop removes the interview of a result that is on disk. Where that fails, the next Load does it.
func (j *Journal) drop(name string) {
	if path, err := target(filepath.Join(j.dir, name)); err == nil && j.guards[name] == nil {
		_ = j.disk.Remove(path)
	}
}

// Abandon sets the interview of an assessment aside.
func (j *Journal) Abandon(assessment string) error {
	name := interviewFile(assessment)
	if err := j.ready(name); err != nil {
		return err
	}
	return j.setAside(name)
}

// setAside moves a file, if it is there, to where it is kept and not used.
func (j *Journal) setAside(name string) error {
	from, err := target(filepath.Join(j.dir, name))
	if err != nil {
		return err
	}
	if _, err := os.Lstat(from); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	dir := filepath.Join(j.dir, asideDir)
	if err := disk.MakeDir(j.disk, dir); err != nil {
		return err
	}
	return disk.Move(j.disk, from, vacant(dir, j.now().UTC().Format(stamp), filepath.Base(name)))
}

// vacant is a path in dir that no file has, since a clock that was set back would give one a second time.
func vacant(dir, stamp, base string) string {
	path := filepath.Join(dir, stamp+"-"+base)
	for n := 2; ; n++ {
		if _, err := os.Lstat(path); err != nil {
			return path
		}
		path = filepath.Join(dir, fmt.Sprintf("%s-%d-%s", stamp, n, base))
	}
}

// ready returns why a file may not be replaced, or nil.
func (j *Journal) ready(name string) error {
	if j.ReadOnly != nil {
		return j.ReadOnly
	}
	if j.fresh {
		if err := disk.SettleDir(j.disk, j.dir); err != nil {
			return err
		}
		j.fresh = false
	}
	if j.guards == nil {
		if _, err := j.Load(); err != nil {
			return err
		}
	}
	if guard := j.guards[name]; guard != nil {
		if err := guard(); err != nil {
			return err
		}
		delete(j.guards, name)
	}
	return nil
}

// write replaces a file by an object. A durable write waits until the disk has it.
func (j *Journal) write(name string, object any, durable bool) error {
	if err := j.ready(name); err != nil {
		return err
	}
	data, err := encode(object)
	if err != nil {
		return err
	}
	return j.writeBytes(name, data, durable)
}

func (j *Journal) writeBytes(name string, data []byte, durable bool) error {
	path := filepath.Join(j.dir, name)
	if err := disk.MakeDir(j.disk, filepath.Dir(path)); err != nil {
		return err
	}
	path, err := target(path)
	if err != nil {
		return err
	}
	return disk.Replace(j.disk, path, data, durable)
}

// target is the file to write, move or remove where a name may be a link: the file that the link names.
func target(path string) (string, error) {
	if !isLink(path) {
		return path, nil
	}
	resolved, err := filepath.EvalSymlinks(path)
	if !errors.Is(err, fs.ErrNotExist) {
		return resolved, err
	}
	link, err := os.Readlink(path) // to what is not there yet
	if err != nil {
		return "", err
	}
	if !filepath.IsAbs(link) {
		link = filepath.Join(filepath.Dir(path), link)
	}
	return target(link)
}

func isLink(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}
