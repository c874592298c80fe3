package journal

import (
	"bytes"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"waymark/quiz/disk"
)

func TestKeyIsMadeOnceAndKept(t *testing.T) {
	dir := t.TempDir()
	if key, err := Read(dir).Key(); !errors.Is(err, ErrOtherWindow) {
		t.Errorf("a journal that is read makes the key %x, %v", key, err)
	}
	j, err := Open(disk.OS{}, dir, time.Now)
	check(t, err)
	first, err := j.Key()
	check(t, err)
	again, err := j.Key()
	check(t, err, j.Close())
	read, err := Read(dir).Key()
	check(t, err)
	if len(first) != 32 || !bytes.Equal(first, again) || !bytes.Equal(first, read) {
		t.Errorf("the keys are %x, %x, %x", first, again, read)
	}
	other, err := Open(disk.OS{}, t.TempDir(), time.Now)
	check(t, err)
	second, err := other.Key()
	check(t, err, other.Close())
	if bytes.Equal(first, second) {
		t.Error("two people have one key")
	}
}

func TestKeyThatIsDamagedIsSetAside(t *testing.T) {
	for _, text := range []string{`{"schema": 1, "key": "abc"}`, `{"schema": 1, "key": "00"}`, "none"} {
		dir := t.TempDir()
		put(t, filepath.Join(dir, "key.json"), text)
		j, err := Open(disk.OS{}, dir, time.Now)
		check(t, err)
		key, err := j.Key()
		check(t, err, j.Close())
		if aside := names(t, filepath.Join(dir, "set-aside")); len(key) != 32 || len(aside) != 1 || len(j.Notices) != 1 {
			t.Errorf("%s gives the key %x, sets %v aside and tells %v", text, key, aside, j.Notices)
		}
	}
	dir := t.TempDir()
	put(t, filepath.Join(dir, "key.json"), `{"schema": 2}`)
	j, err := Open(disk.OS{}, dir, time.Now)
	check(t, err)
	if _, err = j.Key(); err == nil || get(t, filepath.Join(dir, "key.json")) != `{"schema": 2}` {
		t.Errorf("a newer key is written over: %v", err)
	}
	check(t, j.Close())
}
