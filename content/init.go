package content

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Init copies the built-in content into a folder, for someone to make it their own, and the schema by which an
// editor helps. The folder is made if it doesn't exist; one that holds anything is refused.
func Init(dir string) error {
	if err := newFolder(dir); err != nil {
		return err
	}
	if err := os.CopyFS(dir, builtin); err != nil {
		return fmt.Errorf("can't copy the content: %w", err)
	}
	return writeNew(filepath.Join(dir, SchemaFile), Schema(false))
}

// InitExtending begins content in a folder that holds only what differs from the built-in content.
func InitExtending(dir string) error {
	if err := newFolder(dir); err != nil {
		return err
	}
	if err := writeNew(filepath.Join(dir, "about.yaml"), []byte(extending)); err != nil {
		return err
	}
	return writeNew(filepath.Join(dir, SchemaFile), Schema(true))
}

const extending = `# yaml-language-server: $schema=waymark.schema.json
# This folder holds only what differs from the built-in content, so improvements of the rest keep arriving.
# Any file in it, whatever its name, may hold:
#
#   questions:                     with the id of a built-in one: the fields given here replace its own,
#     - id: craft-hard-problem     and the rest stays; a field that's null is taken away
#       ask: "..."                 with a new id: a new question, with all its fields
#
#   drop:                          go without these
#     questions: [craft-unowned]
#
# Steps, strands, shapes and the rest work in the same way. "waymark content check" says what you've changed.
extends: builtin
`

// newFolder makes a folder, or finds it empty. A link isn't one: what it leads to may be anything.
func newFolder(dir string) error {
	if info, err := os.Lstat(filepath.Clean(dir)); err == nil && info.Mode()&fs.ModeSymlink != 0 { // with a slash after it, a link is followed
		return fmt.Errorf("%s is a link; name the folder that it leads to, or a new one", dir)
	}
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return fmt.Errorf("can't look into %s: %w", dir, err)
	case len(entries) > 0:
		return fmt.Errorf("%s isn't empty, and nothing in it gets overwritten; name a new or empty folder", dir)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil { //nolint:gosec // content is no secret: colleagues read it
		return fmt.Errorf("can't make the folder: %w", err)
	}
	return nil
}

// writeNew writes a file that isn't there, also not as a link.
func writeNew(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644) //nolint:gosec // content is no secret
	if err != nil {
		return fmt.Errorf("can't write the file: %w", err)
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(fmt.Errorf("can't write the file: %w", err), os.Remove(name)) // half of it is no use
	}
	return nil
}
