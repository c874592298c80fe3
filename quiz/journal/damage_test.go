package journal

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"waymark/quiz/session"
	"waymark/stages"
)

// keptFiles are a file of each kind, and what writes it.
var keptFiles = map[string]func(j *Journal) error{
	"interview.json": func(j *Journal) error { return j.Save(attempt(3)) },
	planFile:         func(j *Journal) error { return j.SavePlan(plan("Ruth")) },
	draftsFile: func(j *Journal) error {
		return j.SaveDrafts(session.Drafts{"a": {Text: "Lyon", Ticked: []string{"b"}}})
	},
	keyFile: func(j *Journal) error { _, err := j.Key(); return err },
	"results/result-000001-20260312T120100.000Z-stages.json": func(j *Journal) error { return j.Finish(result(3, 0)) },
	notesFile: func(j *Journal) error {
		return errors.Join(AddNote(j.disk, j.dir, note(0, "Lyon")), AddNote(j.disk, j.dir, note(1, "工場")))
	},
}

var bits = flag.Int("bits", 1, "how many bits of each byte of a file are tried as another, of 8")

// damages are every way in which a file can be cut short, and bits of each byte of it that are another.
func damages(data []byte, f func(damaged []byte, how string)) {
	for i := range data {
		f(data[:i], fmt.Sprintf("cut short after %d bytes", i))
		for n := range *bits {
			bit := (i + n) % 8
			flipped := bytes.Clone(data)
			flipped[i] ^= 1 << bit
			f(flipped, fmt.Sprintf("bit %d of byte %d: %q", bit, i, flipped[max(0, i-12):min(len(data), i+12)]))
		}
	}
}

// Wherever a file is damaged (with -bits 8, at each bit): all of it is read, or the person is told which file it is and
// its bytes are kept. What is written afterwards replaces nothing that is not kept.
func TestEveryDamageIsNoticed(t *testing.T) {
	for name, write := range keptFiles {
		t.Run(filepath.Base(name), func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, name)
			j, now := opened(t, dir), noon
			j.now = func() time.Time { now = now.Add(time.Millisecond); return now }
			check(t, write(j))
			whole, good := everything(t, j, dir), []byte(get(t, path))
			tried := 0
			damages(good, func(damaged []byte, how string) {
				tried++
				check(t, os.RemoveAll(filepath.Join(dir, asideDir)))
				_ = os.Remove(path) // file systems make haste to write over a file
				check(t, os.WriteFile(path, damaged, 0o600))
				found := everything(t, j, dir)
				told := strings.Join(j.Notices, " ")
				switch {
				case found == whole && told == "": // nothing that counts
				case name == notesFile && told == "" && bytes.HasPrefix(good, damaged) && wholeLines(good, len(damaged)):
					// Whole lines are missing at the end, of which nothing tells that they were there.
				case !strings.Contains(told, "("+name+")"):
					t.Errorf("%s: told %q, and what is read is\n%s", how, told, found)
				}
				again(t, write(j), told)
				if told != "" && !kept(t, dir, path, damaged) {
					t.Errorf("%s: told %q, and the bytes are gone", how, told)
				}
			})
			if tried != (1+*bits)*len(good) {
				t.Errorf("%d of %d ways", tried, (1+*bits)*len(good))
			}
			t.Logf("%d ways to damage %d bytes", tried, len(good))
		})
	}
}

// wholeLines reports whether so many bytes are whole lines.
func wholeLines(data []byte, n int) bool { return n == 0 || data[n-1] == '\n' || data[n] == '\n' }

// everything is all that is read, as text.
func everything(t *testing.T, j *Journal, dir string) string {
	t.Helper()
	saved, err := j.Load()
	check(t, err)
	_, there := os.Lstat(filepath.Join(dir, keyFile))
	var key []byte
	if there == nil {
		key, err = j.Key()
		again(t, err, strings.Join(j.Notices, " "))
	}
	text, err := json.Marshal(saved)
	check(t, err)
	return fmt.Sprintf("%s %x", text, key)
}

// again lets a write, or the making of a key, fail only where a newer version is said to have written the file.
func again(t *testing.T, err error, told string) {
	t.Helper()
	if err != nil && !strings.Contains(told, "newer version") {
		t.Errorf("told %q, and can't be written again: %v", told, err)
	}
}

// kept reports whether some file has these bytes, among others.
func kept(t *testing.T, dir, path string, data []byte) bool {
	t.Helper()
	here, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return bytes.HasPrefix(here, data) && len(data) > 0 || slices.Contains(aside(t, dir), string(data))
}

// Without a checksum, as in earlier versions, no answer is lost.
func TestFlippedBitsWithoutAChecksum(t *testing.T) {
	want := attempt(3)
	want.Schema = schema
	old, err := json.MarshalIndent(want, "", " ")
	check(t, err)
	damages(old, func(damaged []byte, how string) {
		got := storedAttempt{expected: stages.Stages}
		if err := decode(damaged, &got); err == nil && len(got.attempt().Interview.Answers) != 3 {
			t.Errorf("%s: read as %+v", how, got.attempt())
		}
	})
}
