package journal

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"waymark/quiz/disk"
	"waymark/quiz/session"
)

// note is a note so many minutes after noon.
func note(minute int, text string) session.Noted {
	return session.Noted{At: noon.Add(time.Duration(minute) * time.Minute), Text: text}
}

// texts are the notes in a folder, as a program reads them that has it open for reading.
func texts(dir string) (out []string) {
	for _, n := range Read(dir).Notes() {
		out = append(out, n.Text)
	}
	return out
}

func TestNotesAreReadBack(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "deep", "waymark")
	if got := texts(dir); got != nil {
		t.Errorf("without a folder %q", got)
	}
	want := []session.Noted{note(0, "Lyon — 工場 <in> \"June\""), note(1, "Line\nbreak"), note(1, "Line\nbreak")}
	for _, n := range want {
		check(t, AddNote(disk.OS{}, dir, n))
	}
	if got := Read(dir).Notes(); !slices.Equal(got, want) {
		t.Errorf("read %+v", got)
	}
	if got := load(t, opened(t, dir)).Notes; !slices.Equal(got, want) {
		t.Errorf("loaded %+v", got)
	}
	for path, mode := range map[string]fs.FileMode{dir: 0o700 | fs.ModeDir, filepath.Join(dir, notesFile): 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode() != mode {
			t.Errorf("%s: %v, %v", path, info.Mode(), err)
		}
	}
	check(t, RemoveNote(disk.OS{}, dir, want[1])) // the first of two that are the same
	if got := texts(dir); !slices.Equal(got, []string{want[0].Text, want[2].Text}) {
		t.Errorf("left %q", got)
	}
	if err := RemoveNote(disk.OS{}, dir, note(2, "Line\nbreak")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("removes what isn't there: %v", err)
	}
}

// A note is added while another program has the journal open, and that one sees it.
func TestNotesBesideAnOpenJournal(t *testing.T) {
	dir := t.TempDir()
	j := opened(t, dir)
	load(t, j)
	check(t, AddNote(disk.OS{}, dir, note(0, "Lyon")), j.SavePlan(plan("Ruth")), AddNote(disk.OS{}, dir, note(1, "Paris")))
	if got := j.Notes(); len(got) != 2 || got[1].Text != "Paris" {
		t.Errorf("%+v", got)
	}
}

// Many programs at once lose no note, whether they add or remove.
func TestNotesAtOnce(t *testing.T) {
	dir := t.TempDir()
	check(t, AddNote(disk.OS{}, dir, note(0, "first")))
	var all sync.WaitGroup
	errs := make([]error, 20)
	for i := range errs {
		all.Go(func() {
			errs[i] = AddNote(disk.OS{}, dir, note(i, fmt.Sprint("note ", i)))
			if i == 7 {
				errs[i] = errors.Join(errs[i], RemoveNote(disk.OS{}, dir, note(0, "first")))
			}
		})
	}
	all.Wait()
	check(t, errs...)
	if got := texts(dir); len(got) != len(errs) || slices.Contains(got, "first") {
		t.Errorf("%d notes: %q", len(got), got)
	}
}

func TestNotesWaitForTheLock(t *testing.T) {
	dir := t.TempDir()
	unlock, err := disk.OS{}.Lock(filepath.Join(dir, notesLock))
	check(t, err)
	done := make(chan error)
	go func() { done <- AddNote(disk.OS{}, dir, note(0, "Lyon")) }()
	select {
	case err := <-done:
		t.Errorf("written under another's lock: %v", err)
	case <-time.After(50 * time.Millisecond):
	}
	check(t, unlock(), <-done)
	if got := texts(dir); len(got) != 1 {
		t.Errorf("%q", got)
	}
}

// What is wrong with a line costs no other line. The file is copied once, stays in use, and the person is told.
func TestDamagedNotes(t *testing.T) {
	good, err := encodeNote(note(0, "Lyon"))
	check(t, err)
	for name, test := range map[string]struct {
		file, notice string
		texts        []string
	}{
		"a byte changed":    {strings.Replace(string(good), "Lyon", "Lyox", 1) + string(good), "was changed outside Waymark", []string{"Lyox", "Lyon"}},
		"no checksum":       {`{"schema":1,"at":"2026-03-12T12:00:00Z","text":"by hand"}` + "\n" + string(good), "was changed outside Waymark", []string{"by hand", "Lyon"}},
		"cut short":         {string(good) + string(good)[:40], "was changed outside Waymark", []string{"Lyon"}},
		"no JSON":           {"shopping list\n" + string(good), "was changed outside Waymark", []string{"Lyon"}},
		"steers a terminal": {strings.Replace(string(good), "Lyon", `\u001b[31m`, 1) + string(good), "was changed outside Waymark", []string{"Lyon"}},
		"empty text":        {strings.Replace(string(good), "Lyon", "", 1) + string(good), "was changed outside Waymark", []string{"Lyon"}},
		"newer":             {strings.Replace(string(good), `"schema":1`, `"schema":2`, 1) + string(good), "newer version", []string{"Lyon"}},
		"newer and damaged": {"?\n" + strings.Replace(string(good), `"schema":1`, `"schema":2`, 1) + "?\n", "newer version", nil},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			put(t, filepath.Join(dir, notesFile), test.file)
			load(t, opened(t, dir), test.notice)
			if got := texts(dir); !slices.Equal(got, test.texts) {
				t.Errorf("read %q", got)
			}
			if test.notice != "newer version" {
				if kept := aside(t, dir); !slices.Equal(kept, []string{test.file}) {
					t.Errorf("kept aside %q", kept)
				}
				load(t, Read(dir)) // it is told once
			}
			check(t, AddNote(disk.OS{}, dir, note(1, "Paris")))
			if got := texts(dir); !slices.Equal(got, append(test.texts, "Paris")) {
				t.Errorf("then %q", got)
			}
			check(t, RemoveNote(disk.OS{}, dir, note(1, "Paris")))
			if got := get(t, filepath.Join(dir, notesFile)); strings.TrimSpace(got) != strings.TrimSpace(test.file) {
				t.Errorf("other lines changed: %q", got)
			}
		})
	}
}

// A note that doesn't get onto the disk whole leaves the others as they were.
func TestNoteNotWritten(t *testing.T) {
	dir := t.TempDir()
	check(t, AddNote(disk.OS{}, dir, note(0, "Lyon")))
	before := get(t, filepath.Join(dir, notesFile))
	for at := 1; ; at++ {
		d := &faultyDisk{fault: syscall.ENOSPC, at: at}
		err := AddNote(d, dir, note(1, "Paris"))
		if err == nil {
			if steps := len(d.done); steps < 4 { // each of them failed once
				t.Errorf("%d steps: %q", steps, d.done)
			}
			break
		}
		if got := get(t, filepath.Join(dir, notesFile)); got != before && d.done[at-1] != "sync folder" {
			t.Fatalf("%s fails, and leaves %q", d.done[at-1], got)
		}
	}
	check(t, os.Truncate(filepath.Join(dir, notesFile), maxSize))
	refused(t, AddNote(disk.OS{}, dir, note(1, "Paris")), "notes.jsonl is full")
	check(t, os.WriteFile(filepath.Join(dir, notesFile), []byte(before), 0o600))
	check(t, os.Remove(filepath.Join(dir, notesFile)), os.Mkdir(filepath.Join(dir, notesFile), 0o700))
	refused(t, AddNote(disk.OS{}, dir, note(1, "Paris")), "isn't a regular file")
	load(t, opened(t, dir), "The file with your notes (notes.jsonl) isn't a regular file")
}
