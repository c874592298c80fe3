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
