// Package backup makes one file of a folder, and the folder again of that file.
//
// The file is a zip archive: the files of the folder under waymark/, and before them an index with the size and the
// SHA-256 of each. The same folder always makes the same file. What a program holds only while it runs, its locks and
// temporary files, is left out.
package backup

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"time"

	"waymark/quiz/journal"
	"waymark/quiz/locale"
)

// schema is the version of the file format.
const schema = 1

// Names in the archive.
const (
	indexName = "waymark-backup.json"
	prefix    = "waymark/"
)

// What an archive holds at most. A file of the journal is never larger.
const (
	maxFile    = 64 << 20
	maxFiles   = 1 << 20
	maxArchive = 4 << 30
)

// File is a file of the folder.
type File struct {
	Name   string `json:"name"` // from the folder on, with slashes
	Size   int64  `json:"size"` // in bytes
	SHA256 string `json:"sha256"`
}

type index struct {
	Schema int    `json:"schema"`
	Files  []File `json:"files"`
}

// deepest is how many folders lie in one another at most: a link that leads around in a circle ends there.
const deepest = 8

// Files lists the files of a folder by their names, without checksums; none where there is no folder. A link counts
// as what it leads to, since the person may keep a file elsewhere. What is neither a file nor a folder is an error.
func Files(dir string) ([]File, error) {
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return filesIn(dir, "", 0)
}

func filesIn(dir, under string, depth int) (files []File, err error) {
	if depth > deepest {
		return nil, locale.Errorf("%s lies in too many folders; move it away", under)
	}
	entries, err := os.ReadDir(filepath.Join(dir, filepath.FromSlash(under)))
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		name := path.Join(under, e.Name())
		info, err := os.Stat(filepath.Join(dir, filepath.FromSlash(name)))
		switch {
		case journal.Passing(e.Name()) || journal.Remade(e.Name()):
		case errors.Is(err, fs.ErrNotExist):
			return nil, locale.Errorf("%s is a link to what isn't there; remove it", name)
		case err != nil:
			return nil, err
		case info.IsDir():
			more, err := filesIn(dir, name, depth+1)
			if err != nil {
				return nil, err
			}
			files = append(files, more...)
		case !info.Mode().IsRegular():
			return nil, locale.Errorf("%s isn't a regular file; move it away", name)
		case info.Size() > maxFile:
			return nil, locale.Errorf("%s is larger than 64 MiB; move it away", name)
		default:
			files = append(files, File{Name: name, Size: info.Size()})
		}
	}
	return files, nil
}

// Write writes the archive of a folder.
func Write(out io.Writer, dir string) error {
	files, err := Files(dir)
	if err != nil {
		return err
	}
	texts := make([][]byte, len(files))
	for i, f := range files {
		if texts[i], err = os.ReadFile(filepath.Join(dir, filepath.FromSlash(f.Name))); err != nil {
			return err
		}
		files[i].Size, files[i].SHA256 = int64(len(texts[i])), fmt.Sprintf("%x", sha256.Sum256(texts[i]))
	}
	list, err := json.MarshalIndent(index{schema, files}, "", " ")
	if err != nil {
		return err
	}
	z := zip.NewWriter(out)
	err = add(z, indexName, append(list, '\n'))
	for i, f := range files {
		err = errors.Join(err, add(z, prefix+f.Name, texts[i]))
	}
	return errors.Join(err, z.Close())
}

// added is the time of each entry, so that it tells nothing and the archive stays the same.
var added = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

func add(z *zip.Writer, name string, text []byte) error {
	h := &zip.FileHeader{Name: name, Method: zip.Deflate, Modified: added}
	h.SetMode(0o600)
	w, err := z.CreateHeader(h)
	if err == nil {
		_, err = w.Write(text)
	}
	return err
}
