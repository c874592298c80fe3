package content

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// Init copies the built-in content into a folder, for somebody to make it their own. The folder is
// made if it doesn't exist; one that holds anything is refused.
func Init(dir string) error {
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
	if err := os.CopyFS(dir, builtin); err != nil {
		return fmt.Errorf("can't copy the content: %w", err)
	}
	return nil
}
