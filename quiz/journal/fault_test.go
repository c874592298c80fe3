package journal

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"waymark/quiz/session"
	"waymark/stages"
)

// faultyDisk works on real files. One of its operations fails, and the power can be cut: that takes back
// what was not synced.
type faultyDisk struct {
	osDisk
	fault error
	at    int  // the operation that fails, from 1
	crash bool // whether all after it fail too, as if the program were gone
	lock  error

	done     []string
	unsynced map[string]bool // files whose bytes are not on the disk
	undo     []undo          // changes to folders that are not on the disk, the latest last
}

// undo is how a path was before a change to its folder.
type undo struct {
	path  string
	there bool
	data  []byte
}

func (d *faultyDisk) step(operation string) error {
	if d.unsynced == nil {
		d.unsynced = map[string]bool{}
	}
	d.done = append(d.done, operation)
	if n := len(d.done); d.fault != nil && (n == d.at || d.crash && n > d.at) {
		return d.fault
	}
	return nil
}

func (d *faultyDisk) remember(path string) {
	data, err := os.ReadFile(path)
	d.undo = append(d.undo, undo{path, err == nil, data})
}

func (d *faultyDisk) Lock(path string) (func() error, error) {
	if d.lock != nil {
		return nil, d.lock
	}
	return d.osDisk.Lock(path)
}

func (d *faultyDisk) Create(dir string) (file, error) {
	if err := d.step("create"); err != nil {
		return nil, err
	}
	f, err := d.osDisk.Create(dir)
	if err != nil {
		return nil, err
	}
	d.unsynced[f.Name()] = true
	return &faultyFile{f, d}, nil
}

func (d *faultyDisk) Append(path string) (file, error) {
	if err := d.step("append"); err != nil {
		return nil, err
	}
	f, err := d.osDisk.Append(path)
	if err != nil {
		return nil, err
	}
	return &faultyFile{f, d}, nil
}

func (d *faultyDisk) Rename(from, to string) error {
	if err := d.step("rename"); err != nil {
		return err
	}
	d.remember(from)
	d.remember(to)
	d.unsynced[to] = d.unsynced[from]
	return d.osDisk.Rename(from, to)
}

func (d *faultyDisk) Remove(path string) error {
	if err := d.step("remove"); err != nil {
		return err
	}
	d.remember(path)
	return d.osDisk.Remove(path)
}

func (d *faultyDisk) MkdirAll(dir string) error {
	if err := d.step("mkdir"); err != nil {
		return err
	}
	d.remember(dir)
	return d.osDisk.MkdirAll(dir)
}

func (d *faultyDisk) SyncDir(dir string) error {
	if err := d.step("sync folder"); err != nil {
		return err
	}
	d.undo = slices.DeleteFunc(d.undo, func(u undo) bool { return filepath.Dir(u.path) == dir })
	return nil
}

// powerCut leaves the disk as it may be found after one.
func (d *faultyDisk) powerCut(t *testing.T) {
	t.Helper()
	for path, lost := range d.unsynced {
		if _, err := os.Stat(path); err == nil && lost {
			check(t, os.Truncate(path, 0))
		}
	}
	for _, u := range slices.Backward(d.undo) {
		check(t, os.RemoveAll(u.path))
		if u.there {
			check(t, os.WriteFile(u.path, u.data, 0o600))
		}
	}
}

type faultyFile struct {
	file
	disk *faultyDisk
}

func (f *faultyFile) Write(data []byte) (int, error) {
	if err := f.disk.step("write"); err != nil {
		return 0, err
	}
	half, err := f.file.Write(data[:len(data)/2])
	if err == nil {
		err = f.disk.step("write the rest")
	}
	if err != nil {
		return half, err
	}
	rest, err := f.file.Write(data[half:])
	return half + rest, err
}

func (f *faultyFile) Sync() error {
	if err := f.disk.step("sync"); err != nil {
		return err
	}
	delete(f.disk.unsynced, f.Name())
	return nil
}

func (f *faultyFile) Close() error {
	return errors.Join(f.file.Close(), f.disk.step("close"))
}

// held is all that a folder holds, opened anew.
func held(t *testing.T, dir string) (session.Saved, []string) {
	t.Helper()
	j := openOn(t, dir, &faultyDisk{})
	saved, err := j.Load()
	check(t, err, j.Close())
	return saved, j.Notices
}

// flows are all that a journal writes.
var flows = map[string]func(*Journal) error{
	"Save":       func(j *Journal) error { a := attempt(2); a.Profile.Name = "Bo"; return j.Save(a) },
	"Finish":     func(j *Journal) error { return j.Finish(result(2, 0)) },
	"Abandon":    func(j *Journal) error { return j.Abandon(stages.Stages) },
	"SavePlan":   func(j *Journal) error { return j.SavePlan(session.Plan{Mentor: "Ruth"}) },
	"SaveDrafts": func(j *Journal) error { return j.SaveDrafts(session.Drafts{"a": {Text: "new"}}) },
}

// begun makes a folder in which every flow replaces something.
func begun(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	j := openOn(t, dir, &faultyDisk{})
	check(t, j.Save(attempt(2)), j.SavePlan(session.Plan{Mentor: "Old"}), j.SaveDrafts(session.Drafts{"a": {Text: "old"}}), j.Close())
	return dir
}

// Whatever fails, and wherever the program or the power ends, what was there before or what was written is
// there whole; and an error says that something failed.
func TestEveryFailureLeavesOldOrNew(t *testing.T) {
	start := begun(t)
	before, _ := held(t, start)
	for name, flow := range flows {
		t.Run(name, func(t *testing.T) {
			finished := copied(t, start)
			whole := &faultyDisk{}
			j := openOn(t, finished, whole)
			check(t, flow(j), j.Close())
			after, _ := held(t, finished)
			if reflect.DeepEqual(before, after) {
				t.Fatal("nothing changes")
			}
			for at := 1; at <= len(whole.done); at++ {
				for _, end := range []string{"goes on", "crashes", "loses power"} {
					t.Run(fmt.Sprintf("%s fails (%d) and %s", whole.done[at-1], at, end), func(t *testing.T) {
						fails(t, copied(t, start), flow, &faultyDisk{fault: syscall.ENOSPC, at: at, crash: end != "goes on"}, end, before, after)
					})
				}
			}
		})
	}
}

func fails(t *testing.T, dir string, flow func(*Journal) error, d *faultyDisk, end string, before, after session.Saved) {
	t.Helper()
	j := openOn(t, dir, d)
	err := flow(j)
	failed := d.done[d.at-1]
	if errors.Is(err, syscall.ENOSPC) == (failed == "remove") { // what is left of the interview is dropped later
		t.Errorf("the error is %v", err)
	}
	if end == "loses power" {
		d.powerCut(t)
	}
	if end == "goes on" {
		noLitter(t, dir)
		check(t, flow(j)) // the person tries again
		before = after
	}
	check(t, j.Close())
	saved, notices := held(t, dir)
	if end == "loses power" && slices.Equal(d.done, []string{"create", "write", "write the rest", "close", "rename"}) {
		return // drafts may be gone
	}
	if !same(saved, before) && !same(saved, after) || len(notices) > 0 {
		t.Errorf("neither old nor new: %+v, told %q", saved, notices)
	}
	aside, _ := filepath.Glob(filepath.Join(dir, asideDir, "*.json"))
	if len(saved.Attempts)+len(saved.Results)+len(aside) == 0 {
		t.Error("the answers are gone")
	}
	noLitter(t, dir)
}

func noLitter(t *testing.T, dir string) {
	t.Helper()
	for _, sub := range []string{"", "*"} {
		if litter, _ := filepath.Glob(filepath.Join(dir, sub, tempPrefix+"*")); len(litter) > 0 {
			t.Errorf("left behind: %q", litter)
		}
	}
}

func same(a, b session.Saved) bool {
	a.Attempts, b.Attempts = append([]session.Attempt{}, a.Attempts...), append([]session.Attempt{}, b.Attempts...) // none is none
	x, err1 := json.Marshal(a)
	y, err2 := json.Marshal(b)
	return err1 == nil && err2 == nil && string(x) == string(y)
}

func copied(t *testing.T, dir string) string {
	t.Helper()
	to := t.TempDir()
	check(t, os.CopyFS(to, os.DirFS(dir)))
	return to
}

// When a write says that it is done, a power cut does not take it back.
func TestWhatIsSavedOutlastsAPowerCut(t *testing.T) {
	for name, flow := range flows {
		t.Run(name, func(t *testing.T) {
			dir := begun(t)
			d := &faultyDisk{}
			j := openOn(t, dir, d)
			check(t, flow(j))
			after, err := j.Load()
			check(t, err)
			d.powerCut(t)
			check(t, j.Close())
			saved, _ := held(t, dir)
			if name == "SaveDrafts" {
				if slices.Contains(d.done, "sync") || slices.Contains(d.done, "sync folder") {
					t.Errorf("drafts wait for the disk: %q", d.done)
				}
				saved.Drafts = after.Drafts
			}
			if !same(saved, after) {
				t.Errorf("after a power cut: %+v", saved)
			}
		})
	}
	d := &faultyDisk{}
	dir := filepath.Join(t.TempDir(), "waymark")
	check(t, openOn(t, dir, d).Save(attempt(2)))
	d.powerCut(t)
	if saved, _ := held(t, dir); len(saved.Attempts) != 1 {
		t.Error("a power cut takes a new folder back")
	}
}

type unremovable struct{ faultyDisk }

func (*unremovable) Remove(string) error { return fs.ErrPermission }

// A result that is on the disk is saved, even where the interview cannot be removed.
func TestResultIsSavedWhereTheInterviewStays(t *testing.T) {
	dir := begun(t)
	j := openOn(t, dir, &unremovable{})
	r := result(2, 0)
	check(t, j.Finish(r))
	r.Saved = noon.Add(time.Hour)
	check(t, j.Finish(r))
	if saved, err := j.Load(); err != nil || len(saved.Attempts) != 0 || len(j.Notices) != 0 {
		t.Errorf("under way: %+v, %v, told %q", saved.Attempts, err, j.Notices)
	}
	if files, _ := filepath.Glob(filepath.Join(dir, resultsDir, "*")); len(files) != 1 {
		t.Errorf("files: %q", files)
	}
}

// A file that cannot be kept is not replaced until it can.
func TestWhatCannotBeKeptIsNotReplaced(t *testing.T) {
	a := attempt(2)
	a.Schema = schema
	for text, told := range map[string]string{
		`{"schema": 1`:               "Your unfinished interview (interview.json) couldn't be read, and it can't be moved to ",
		string(encoded(t, a)) + "\n": "Your unfinished interview (interview.json) was changed outside Waymark or damaged, and it can't be moved to ",
	} {
		dir := t.TempDir()
		check(t, os.WriteFile(filepath.Join(dir, "interview.json"), []byte(text), 0o600))
		d := &faultyDisk{fault: syscall.ENOSPC, at: 2, crash: true}
		j := openOn(t, dir, d)
		_, err := j.Load()
		check(t, err)
		if len(j.Notices) != 1 || !strings.HasPrefix(j.Notices[0], told) || !strings.HasSuffix(j.Notices[0], syscall.ENOSPC.Error()+".") {
			t.Errorf("told %q", j.Notices)
		}
		if err := j.Save(attempt(2)); !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("saved over it: %v", err)
		}
		if got, _ := os.ReadFile(filepath.Join(dir, "interview.json")); string(got) != text {
			t.Errorf("now it is %q", got)
		}
		d.fault = nil
		check(t, j.Save(attempt(2)), j.Save(attempt(2)))
		if aside, _ := filepath.Glob(filepath.Join(dir, asideDir, "*")); len(aside) != 1 {
			t.Errorf("set aside: %q", aside)
		}
	}
}

// Where the folder can only be read, it is read, and the person is told why they cannot answer.
func TestFolderThatCannotBeWritten(t *testing.T) {
	dir := begun(t)
	for _, cause := range []error{syscall.EROFS, syscall.EACCES} {
		j := openOn(t, dir, &faultyDisk{lock: &fs.PathError{Op: "open", Path: "/l\x1bck", Err: cause}})
		if !errors.Is(j.ReadOnly, ErrUnwritable) || errors.Is(j.ReadOnly, ErrOtherWindow) {
			t.Fatalf("read-only: %v", j.ReadOnly)
		}
		saved, err := j.Load()
		check(t, err)
		want := `You can read here, but not answer: the folder for your answers can't be written to: open /l\x1bck: ` + cause.Error() + "."
		if len(saved.Attempts) != 1 || !slices.Equal(j.Notices, []string{want}) {
			t.Errorf("read %+v, told %q", saved, j.Notices)
		}
		if err := j.Save(attempt(2)); !errors.Is(err, ErrUnwritable) {
			t.Errorf("a write gives %v", err)
		}
	}
	if _, err := open(dir, nil, &faultyDisk{lock: syscall.EIO}); err == nil || !strings.Contains(err.Error(), "can't lock the folder for your answers") {
		t.Errorf("another error of the lock gives %v", err)
	}
}

func TestFolderThatCannotBeMade(t *testing.T) {
	_, err := open(filepath.Join(t.TempDir(), "waymark"), nil, &faultyDisk{fault: syscall.ENOSPC, at: 1})
	if !errors.Is(err, syscall.ENOSPC) || !strings.HasPrefix(err.Error(), "can't make the folder for your answers: ") {
		t.Errorf("error %v", err)
	}
}

func TestSyncDirReportsFailure(t *testing.T) {
	if err := (osDisk{}).SyncDir(filepath.Join(t.TempDir(), "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error %v", err)
	}
}
