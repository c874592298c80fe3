//go:build unix

package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// A dangling link is there too: nothing is written through it.
func TestNewNotThroughALink(t *testing.T) {
	eitherWay(t, func(t *testing.T, d Disk) {
		dir := t.TempDir()
		path := filepath.Join(dir, "result.md")
		if err := os.Symlink(filepath.Join(dir, "elsewhere"), path); err != nil {
			t.Fatal(err)
		}
		if err := New(d, path, []byte("mine")); !errors.Is(err, fs.ErrExist) {
			t.Errorf("error %v", err)
		}
		alone(t, path)
	})
}
