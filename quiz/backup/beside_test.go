package backup

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"waymark/quiz/disk"
)

// What an import left beside the folder when it was cut short is gone after the next one, and after deleting.
func TestLeftOversOfAnImport(t *testing.T) {
	archive := archived(t, folder(t, some))
	for name, end := range map[string]func(dir string) error{
		"the next import": func(dir string) error {
			_, _, err := Place(disk.OS{}, archive, dir, noon, func() error { return nil })
			return err
		},
		"deleting": func(dir string) error { return Delete(disk.OS{}, dir) },
	} {
		dir := folder(t, nil)
		for _, left := range []string{".waymark-import", ".waymark-restored"} {
			ok(t, os.MkdirAll(filepath.Join(filepath.Dir(dir), left), 0o700))
			ok(t, os.WriteFile(filepath.Join(filepath.Dir(dir), left, "plan.json"), nil, 0o600))
		}
		ok(t, errors.Join(Resume(disk.OS{}, dir), end(dir))) // there's a folder: nothing is to be ended
		entries, err := os.ReadDir(filepath.Dir(dir))
		ok(t, err)
		for _, e := range entries {
			if e.Name() != filepath.Base(dir) {
				t.Errorf("%s leaves %s", name, e.Name())
			}
		}
	}
}

// All that Waymark keeps goes with the folder, also what imports replaced. What only looks like that stays.
func TestDeleteTakesWhatWasReplaced(t *testing.T) {
	dir := folder(t, some)
	kept := []string{"-2026-11-2", "-2026-13-26", "-2026-11-26-", "-2026-11-26-talk", "-2026-11-26x", "-other"}
	for _, name := range append([]string{"-2026-11-26", "-2026-11-26-2", "-2026-11-26-13"}, kept...) {
		ok(t, os.MkdirAll(dir+name, 0o700))
		ok(t, os.WriteFile(filepath.Join(dir+name, "plan.json"), nil, 0o600))
	}
	if got := len(Replaced(dir)); got != 3 {
		t.Errorf("%d were replaced: %q", got, Replaced(dir))
	}
	ok(t, Delete(disk.OS{}, dir))
	left, err := os.ReadDir(filepath.Dir(dir))
	ok(t, err)
	if len(left) != len(kept) {
		t.Errorf("there are left %v", left)
	}
}
