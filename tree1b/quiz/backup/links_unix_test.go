//go:build unix

package backup

import (
	"bytes"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"waymark/quiz/disk"
)

// A link to the folder stays one, and the folder it leads to is the one that is replaced.
func TestFolderByALink(t *testing.T) {
	archive, dir := archived(t, folder(t, some)), folder(t, map[string]string{"plan.json": "mine"})
	link := filepath.Join(t.TempDir(), "waymark")
	if err := os.Symlink(dir, link); err != nil {
		t.Fatal(err)
	}
	_, aside, err := Place(disk.OS{}, archive, link, noon, func() error { return nil })
	ok(t, err)
	if to, err := os.Readlink(link); err != nil || to != dir || !maps.Equal(held(t, dir), some) || aside != dir+"-2026-11-26" {
		t.Errorf("link to %q, %v; aside %q", to, err, aside)
	}
}

// A file that is a link is backed up as what it leads to. What is no file is named.
func TestFilesAndLinks(t *testing.T) {
	elsewhere := folder(t, map[string]string{"plan.json": "elsewhere", "deep/x.json": "{}"})
	link := func(dir, to, name string) {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	dir := folder(t, nil)
	link(dir, filepath.Join(elsewhere, "plan.json"), "plan.json")
	link(dir, filepath.Join(elsewhere, "deep"), "results")
	to := folder(t, nil)
	_, _, err := Place(disk.OS{}, archived(t, dir), to, noon, func() error { return nil })
	ok(t, err)
	if got, want := held(t, to), map[string]string{"plan.json": "elsewhere", "results/x.json": "{}"}; !maps.Equal(got, want) {
		t.Errorf("%q", got)
	}
	for name, make := range map[string]func(dir string){
		"gone.json is a link to what isn't there": func(dir string) { link(dir, "nowhere", "gone.json") },
		"in too many folders":                     func(dir string) { link(dir, dir, "round") },
		"huge.json is larger than 64 MiB": func(dir string) {
			ok(t, os.WriteFile(filepath.Join(dir, "huge.json"), nil, 0o600))
			ok(t, os.Truncate(filepath.Join(dir, "huge.json"), maxFile+1))
		},
	} {
		dir := folder(t, nil)
		make(dir)
		if err := Write(&bytes.Buffer{}, dir); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%v, want %q", err, name)
		}
	}
	if files, err := Files(filepath.Join(t.TempDir(), "none")); err != nil || files != nil {
		t.Errorf("no folder: %v, %v", files, err)
	}
}

// A link in the place of a folder beside is removed, and what it leads to stays as it is; nor does it become the folder.
func TestLinksBesideAreNotFollowed(t *testing.T) {
	archive := archived(t, folder(t, some))
	for _, name := range []string{".waymark-import", ".waymark-restored"} {
		precious, dir := folder(t, map[string]string{"precious.json": "mine"}), folder(t, nil)
		link := filepath.Join(filepath.Dir(dir), name)
		if err := os.Symlink(precious, link); err != nil {
			t.Fatal(err)
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
