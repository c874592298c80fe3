package backup

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"waymark/stages"
)

// FuzzExtract restores anything. Nothing may be written outside of the folder, and what is said steers no terminal.
func FuzzExtract(f *testing.F) {
	sample := func(path string) {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	sample(archived(f, folder(f, map[string]string{"plan.json": "mine", "results/1.json": "a result"})))
	for _, name := range []string{"../evil", "results/../../evil", "a\\..\\evil", "C:evil", "plan.json/x", "\x1b[2J", "CON"} {
		sample(made(f, 1, entry{name: prefix + "plan.json", text: "{}"}, entry{name: prefix + name}))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		around := t.TempDir()
		path, dir := filepath.Join(around, "a.zip"), filepath.Join(around, "deep", "waymark")
		ok(t, os.WriteFile(path, data, 0o600))
		ok(t, os.MkdirAll(dir, 0o700))
		files, err := Extract(unsynced{}, path, dir)
		if err != nil && strings.ContainsFunc(err.Error(), stages.Steers) {
			t.Errorf("the error could steer a terminal: %q", err)
		}
		for _, f := range files {
			if info, unread := os.Lstat(filepath.Join(dir, f.Name)); err == nil && (unread != nil || info.Size() != f.Size) {
				t.Errorf("%q is said to be there: %v", f.Name, unread)
			}
		}
		outside, err := filepath.Glob(filepath.Join(around, "*"))
		deep, err2 := filepath.Glob(filepath.Join(around, "deep", "*"))
		if err != nil || err2 != nil || len(outside) != 2 || len(deep) != 1 {
			t.Errorf("around it there is %q, %q", outside, deep)
		}
	})
}
