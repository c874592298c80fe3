package quiz

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"

	"waymark/content"
	"waymark/stages"
)

// catalog reads the content that is in force: of --content, else $WAYMARK_CONTENT, else the user's
// configuration folder where there is one, else the built-in.
func (a *app) catalog() (*stages.Catalog, error) {
	fsys, where := a.contentFS()
	if fsys == content.FS() {
		return content.Builtin()
	}
	c, faults := content.Load(fsys)
	if err := faults.Err(); err != nil {
		return nil, fmt.Errorf("the content in %s cannot be used:\n%w", where, err)
	}
	return c, nil
}

// contentFS returns the files in force, and what to call their place.
func (a *app) contentFS() (fs.FS, string) {
	mine := filepath.Join(xdg.ConfigHome, "waymark", "content")
	switch dir := os.Getenv("WAYMARK_CONTENT"); {
	case a.content != "":
		return os.DirFS(a.content), a.content
	case dir != "":
		return os.DirFS(dir), dir
	case isDir(mine):
		return os.DirFS(mine), mine
	}
	return content.FS(), "the program itself"
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
