//go:build unix

package quiz

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// A dangling link is there too: nothing is written through it.
func TestCreateFileNotThroughALink(t *testing.T) {
	eitherWay(t, func(t *testing.T) {
		dir := t.TempDir()
		path := filepath.Join(dir, "result.md")
		if err := os.Symlink(filepath.Join(dir, "elsewhere"), path); err != nil {
			t.Fatal(err)
		}
		if err := createFile(path, []byte("mine")); !errors.Is(err, fs.ErrExist) {
			t.Errorf("error %v", err)
		}
		alone(t, path)
	})
}
