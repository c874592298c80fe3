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

// A link in the place of a folder beside is removed, and what it leads to stays as it is; nor does it become the folder.
func TestLinksBesideAreNotFollowed(t *testing.T) {
	archive := archived(t, folder(t, some))
	for _, name := range []string{".waymark-import", ".waymark-restored"} {
		precious, dir := folder(t, map[string]string{"precious.json": "mine"}), folder(t, nil)
		link := filepath.Join(filepath.Dir(dir), name)
		if err := os.Symlink(precious, link); err != nil {
			t.Skip("no links on this system: ", err)
		}
		ok(t, errors.Join(os.Remove(dir), Resume(disk.OS{}, dir)))
		if _, err := os.Lstat(dir); err == nil {
			t.Errorf("%s becomes the folder", name)
		}
		ok(t, os.Mkdir(dir, 0o700))
		_, _, err := Place(disk.OS{}, archive, dir, noon, func() error { return nil })
		ok(t, err)
		if got := held(t, precious); len(got) != 1 || got["precious.json"] != "mine" {
			t.Errorf("through %s: %q", name, got)
		}
		if _, err := os.Lstat(link); err == nil {
			t.Errorf("%s is still there", name)
		}
	}
}
