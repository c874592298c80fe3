package journal

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"waymark/stages"
)

// FuzzJournal puts anything in the place of a file. Nothing may panic or steer a terminal; what is read comes back when
// it's written; and what isn't read is kept.
func FuzzJournal(f *testing.F) {
	names := []string{"interview.json", planFile, draftsFile, keyFile, notesFile, "results/result-000001-x-stages.json", indexFile, "crossroads.json"}
	for kind, name := range names {
		samples, err := filepath.Glob("testdata/*/" + strings.Replace(name, "result-000001-x-stages", "*", 1))
		check(f, err)
		for _, sample := range samples {
			data, err := os.ReadFile(sample)
			check(f, err)
			f.Add(byte(kind), data)
		}
	}
	line, err := encodeNote(note(0, "Lyon"))
	check(f, err)
	f.Add(byte(slices.Index(names, notesFile)), append(slices.Clone(line), line[:40]...))
	f.Add(byte(slices.Index(names, planFile)), []byte(`{"schema": 1, "mentor": "\u009b"}`))
	f.Fuzz(func(t *testing.T, kind byte, data []byte) {
		name := names[int(kind)%len(names)]
		dir := t.TempDir()
		path := filepath.Join(dir, name)
		put(t, path, string(data))
		j, now := opened(t, dir), noon
		j.now = func() time.Time { now = now.Add(time.Millisecond); return now }
		found, err := j.Load()
		check(t, err)
		for _, notice := range j.Notices {
			if strings.ContainsFunc(notice, stages.Steers) {
				t.Errorf("the notice could steer a terminal: %q", notice)
			}
		}
		told := len(j.Notices) > 0
		for _, a := range found.Attempts {
			check(t, j.Save(a))
		}
		if name == planFile && !told {
			check(t, j.SavePlan(found.Plan))
		}
		again, err := j.Load()
		check(t, err)
		if !told && !same(again, found) {
			t.Errorf("read as %+v, and then as %+v", found, again)
		}
		if told && name != indexFile && !kept(t, dir, path, data) {
			t.Errorf("%q is told, and the bytes are gone", j.Notices)
		}
	})
}
