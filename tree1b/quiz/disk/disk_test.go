package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func check(t *testing.T, errs ...error) {
	t.Helper()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
}

func TestReplaceMakesANewFile(t *testing.T) {
	dir := t.TempDir()
	path, other, link := filepath.Join(dir, "a"), filepath.Join(dir, "b"), filepath.Join(dir, "link")
	check(t, os.WriteFile(path, []byte("old"), 0o600), os.Chmod(path, 0o644), os.Link(path, other), Replace(OS{}, path, []byte("new"), true))
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	holds(t, path, "new")
	holds(t, other, "old") // else it was written in place
	check(t, os.Symlink("b", link), Replace(OS{}, link, []byte("new"), true))
	holds(t, other, "old") // else the link was followed
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 3 {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
}

// A file below a folder is new, and nowhere else: not where the name leads out, and not where a link does.
func TestWithinAFolder(t *testing.T) {
	outside, dir := t.TempDir(), t.TempDir()
	f, err := OS{}.Within(dir, filepath.Join("a", "b", "file"))
	check(t, err, Fill(f, []byte("x"), true))
	holds(t, filepath.Join(dir, "a", "b", "file"), "x")
	for path, mode := range map[string]fs.FileMode{"a/b": 0o700, "a/b/file": 0o600} {
		if info, err := os.Stat(filepath.Join(dir, path)); err != nil || info.Mode().Perm() != mode {
			t.Errorf("%s: %v, %v", path, info.Mode(), err)
		}
	}
	if os.Symlink(outside, filepath.Join(dir, "link")) == nil { // not every system has links
		check(t, os.Symlink(filepath.Join(outside, "file"), filepath.Join(dir, "dangling")))
	}
	for _, name := range []string{"../out", "a/../../out", filepath.Join(outside, "out"), "link/out", "dangling", "a/b/file", "a/b/file/below"} {
		if f, err := (OS{}).Within(dir, name); err == nil {
			t.Errorf("%s is made: %v", name, f.Close())
		}
	}
	if entries, err := os.ReadDir(outside); err != nil || len(entries) > 0 {
		t.Errorf("outside there is %v, %v", entries, err)
	}
}

// A file that is added to is made where there is none, for its owner alone, and keeps what it has.
func TestAppend(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notes.jsonl")
	for _, text := range []string{"first ", "second"} {
		f, err := OS{}.Append(path)
		check(t, err)
		check(t, Fill(f, []byte(text), true))
	}
	holds(t, path, "first second")
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

func TestSyncDirReportsFailure(t *testing.T) {
	if err := (OS{}).SyncDir(filepath.Join(t.TempDir(), "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error %v", err)
	}
}

func TestTemporary(t *testing.T) {
	for name, want := range map[string]bool{".new-1": true, ".new-0123456789": true, ".new-": true, ".new-a": false, "new-1": false, "plan.json": false} {
		if Temporary(name) != want {
			t.Errorf("%s: %v", name, !want)
		}
	}
}
