package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// unlinked is a disk without hard links.
type unlinked struct{ OS }

func (unlinked) Link(string, string) error { return errors.ErrUnsupported }

// With hard links and without, the same holds for a file that is made.
func eitherWay(t *testing.T, test func(t *testing.T, d Disk)) {
	t.Run("linked", func(t *testing.T) { test(t, OS{}) })
	t.Run("without links", func(t *testing.T) { test(t, unlinked{}) })
}

func TestNew(t *testing.T) {
	eitherWay(t, func(t *testing.T, d Disk) {
		path := filepath.Join(t.TempDir(), "result.md")
		if err := New(d, path, []byte("first")); err != nil {
			t.Fatal(err)
		}
		if err := New(d, path, []byte("second")); !errors.Is(err, fs.ErrExist) {
			t.Errorf("a file that is there: %v", err)
		}
		holds(t, path, "first")
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("mode %v, %v", info.Mode(), err)
		}
		alone(t, path)
	})
}

// full is a disk without hard links that has room for one file.
type full struct{ unlinked }

func (d full) Within(dir, name string) (File, error) {
	f, err := d.OS.Within(dir, name)
	return halfWritten{f}, err
}

type halfWritten struct{ File }

func (f halfWritten) Write(data []byte) (int, error) {
	n, err := f.File.Write(data[:len(data)/2])
	return n, errors.Join(err, syscall.ENOSPC)
}

// No half of a file stays where there are no hard links to put a whole one there at once.
func TestNewOnAFullDisk(t *testing.T) {
	dir := t.TempDir()
	if err := New(full{}, filepath.Join(dir, "result.md"), []byte("result")); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("error %v", err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) > 0 {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
}

// Of many who make one file at once, one succeeds, and what it wrote is there whole.
func TestNewAtOnce(t *testing.T) {
	eitherWay(t, func(t *testing.T, d Disk) {
		path := filepath.Join(t.TempDir(), "result.md")
		const many = 20
		errs := make(chan error, many)
		for i := range many {
			go func() { errs <- New(d, path, []byte(strings.Repeat(fmt.Sprintln(i), 10_000))) }()
		}
		made := 0
		for range many {
			if err := <-errs; err == nil {
				made++
			} else if !errors.Is(err, fs.ErrExist) {
				t.Error(err)
			}
		}
		if made != 1 {
			t.Errorf("%d were told that their file is written", made)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if one, _, _ := strings.Cut(string(data), "\n"); string(data) != strings.Repeat(one+"\n", 10_000) {
			t.Error("the file is a mixture")
		}
		alone(t, path)
	})
}

func holds(t *testing.T, path, want string) {
	t.Helper()
	if got, err := os.ReadFile(path); err != nil || string(got) != want {
		t.Errorf("%s holds %q, want %q; %v", path, got, want, err)
	}
}

// alone holds that a folder has this file and nothing else.
func alone(t *testing.T, path string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 || entries[0].Name() != filepath.Base(path) {
		t.Errorf("%s holds %v; %v", filepath.Dir(path), entries, err)
	}
}
