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

	"waymark/quiz/disk"
	"waymark/quiz/session"
	"waymark/stages"
)

// faultyDisk works on real files. One of its operations fails, or all from there on, as if the program were gone.
// What a power cut leaves is for package powercut.
type faultyDisk struct {
	disk.OS
	fault error
	at    int  // the operation that fails, from 1
	crash bool // whether all after it fail too
	lock  error
	done  []string
}

func (d *faultyDisk) step(operation string) error {
	d.done = append(d.done, operation)
	if n := len(d.done); d.fault != nil && (n == d.at || d.crash && n > d.at) {
		return d.fault
	}
	return nil
}

func (d *faultyDisk) Lock(path string) (func() error, error) {
	if d.lock != nil {
		return nil, d.lock
	}
	return d.OS.Lock(path)
}

func (d *faultyDisk) Create(dir string) (disk.File, error) {
	if err := d.step("create"); err != nil {
		return nil, err
	}
	f, err := d.OS.Create(dir)
	return &faultyFile{f, d}, err
}

func (d *faultyDisk) Append(path string) (disk.File, error) {
	if err := d.step("append"); err != nil {
		return nil, err
	}
	f, err := d.OS.Append(path)
	return &faultyFile{f, d}, err
}

func (d *faultyDisk) Rename(from, to string) error {
	if err := d.step("rename"); err != nil {
		return err
	}
	return d.OS.Rename(from, to)
}

func (d *faultyDisk) Link(from, to string) error {
	if err := d.step("link"); err != nil {
		return err
	}
	return d.OS.Link(from, to)
}

func (d *faultyDisk) Remove(path string) error {
	if err := d.step("remove"); err != nil {
		return err
	}
	return d.OS.Remove(path)
}

func (d *faultyDisk) MkdirAll(dir string) error {
	if err := d.step("mkdir"); err != nil {
		return err
	}
	return d.OS.MkdirAll(dir)
}

// SyncDir waits for nothing: the tests would take minutes.
func (d *faultyDisk) SyncDir(string) error { return d.step("sync folder") }

type faultyFile struct {
	disk.File
	disk *faultyDisk
}

func (f *faultyFile) Write(data []byte) (int, error) {
	if err := f.disk.step("write"); err != nil {
		return 0, err
	}
	half, err := f.File.Write(data[:len(data)/2])
	if err == nil {
		err = f.disk.step("write the rest")
	}
	if err != nil {
		return half, err
	}
	rest, err := f.File.Write(data[half:])
	return half + rest, err
}

func (f *faultyFile) Sync() error { return f.disk.step("sync") }

func (f *faultyFile) Close() error {
	return errors.Join(f.File.Close(), f.disk.step("close"))
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

// Whatever fails, and wherever the program ends, what was there before or what was written is
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
				for _, end := range []string{"goes on", "crashes"} {
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
	later := failed == "remove" && len(after.Results) > 0 || failed == "link" && end == "goes on" // the interview is dropped later; it can be moved without a link
	if errors.Is(err, syscall.ENOSPC) == later {
		t.Errorf("the error is %v", err)
	}
	if end == "goes on" {
		noLitter(t, dir)
		check(t, flow(j)) // the person tries again
		before = after
	}
	check(t, j.Close())
	saved, notices := held(t, dir)
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
		if litter, _ := filepath.Glob(filepath.Join(dir, sub, ".new-*")); len(litter) > 0 {
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

// Drafts are written at every key, and so wait for nothing; all else is on the disk when a write says that it's done.
func TestOnlyDraftsDoNotWait(t *testing.T) {
	for name, flow := range flows {
		d := &faultyDisk{}
		check(t, flow(openOn(t, begun(t), d)))
		if waits := slices.Contains(d.done, "sync folder"); waits == (name == "SaveDrafts") {
			t.Errorf("%s: %q", name, d.done)
		}
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
		want := `You can read here, but not answer: the folder for your answers can't be written to: /l\x1bck: ` + cause.Error() + "."
		if len(saved.Attempts) != 1 || !slices.Equal(j.Notices, []string{want}) {
			t.Errorf("read %+v, told %q", saved, j.Notices)
		}
		if err := j.Save(attempt(2)); !errors.Is(err, ErrUnwritable) {
			t.Errorf("a write gives %v", err)
		}
	}
	if _, err := Open(&faultyDisk{lock: syscall.EIO}, dir, nil); err == nil || !strings.Contains(err.Error(), "can't lock the folder for your answers") {
		t.Errorf("another error of the lock gives %v", err)
	}
}

func TestFolderThatCannotBeMade(t *testing.T) {
	_, err := Open(&faultyDisk{fault: syscall.ENOSPC, at: 1}, filepath.Join(t.TempDir(), "waymark"), nil)
	if !errors.Is(err, syscall.ENOSPC) || !strings.HasPrefix(err.Error(), "can't make the folder for your answers: ") {
		t.Errorf("error %v", err)
	}
}
