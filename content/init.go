package content

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// Init copies the built-in content into a folder, for somebody to make it their own. The folder is
// made where it is not there; one that holds anything is refused.
func Init(dir string) error {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return fmt.Errorf("cannot look into %s: %w", dir, err)
	case len(entries) > 0:
		return fmt.Errorf("%s is not empty, and nothing in it is to be lost; name a folder that is new or empty", dir)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil { //nolint:gosec // content is no secret: colleagues read it
		return fmt.Errorf("cannot make the folder: %w", err)
	}
	if err := os.CopyFS(dir, builtin); err != nil {
		return fmt.Errorf("cannot copy the content: %w", err)
	}
	return nil
}
