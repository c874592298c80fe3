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
	"strings"

	"waymark/quiz/disk"
	"waymark/quiz/journal"
	"waymark/quiz/locale"
	"waymark/stages"
)

// Extract writes the files of an archive into a folder that is empty, and returns them once they're on the disk.
// Nothing is written outside of it: an entry that is no plain file of the index, or isn't as the index says, is an
// error that names it.
func Extract(d disk.Disk, archive, dir string) (files []File, err error) {
	if info, err := os.Stat(archive); err != nil {
		return nil, err
	} else if !info.Mode().IsRegular() { // to read a pipe could last for ever
		return nil, locale.Error("it isn't a regular file")
	}
	z, err := zip.OpenReader(archive)
	if err != nil {
		return nil, locale.Error("it isn't a Waymark backup, or it's damaged")
	}
	defer func() { err = errors.Join(err, z.Close()) }()
	files, err = check(z.File)
	if err != nil {
		return nil, err
	}
	made := map[string]bool{dir: true}
	for i, f := range files {
		if err := extract(d, dir, z.File[i+1], f); err != nil {
			return nil, err
		}
		for in := filepath.Dir(filepath.Join(dir, filepath.FromSlash(f.Name))); in != dir; in = filepath.Dir(in) {
			made[in] = true
		}
	}
	for in := range made {
		err = errors.Join(err, d.SyncDir(in))
	}
	return files, err
}

// check reads the index, and holds the entries to it: the same names in the same order.
func check(entries []*zip.File) ([]File, error) {
	if len(entries) == 0 || entries[0].Name != indexName {
		return nil, locale.Error("it isn't a Waymark backup")
	}
	for _, e := range entries {
		if err := plain(e); err != nil {
			return nil, err
		}
	}
	text, err := bytesOf(entries[0])
	if err != nil {
		return nil, locale.Errorf("%s is damaged", indexName)
	}
	var list index
	switch err := json.Unmarshal(text, &list); {
	case err != nil || list.Schema < 1:
		return nil, locale.Errorf("%s is damaged", indexName)
	case list.Schema > schema:
		return nil, locale.Error("it was made by a newer version of Waymark; use that version")
	case len(entries)-1 != len(list.Files):
		return nil, locale.Errorf("it has %d files, and its index names %d", len(entries)-1, len(list.Files))
	}
	names := map[string]bool{}
	for i, f := range list.Files {
		e, folded := entries[i+1], strings.ToLower(f.Name)
		switch {
		case e.Name != prefix+f.Name:
			return nil, locale.Errorf("%q isn't in the backup's index", stages.VisibleName(e.Name))
		case names[folded]:
			return nil, locale.Errorf("%q is there twice", stages.VisibleName(e.Name))
		}
		names[folded] = true
	}
	return list.Files, checkSizes(entries)
}

func checkSizes(entries []*zip.File) error {
	var sum uint64
	for _, e := range entries {
		if sum += e.UncompressedSize64; e.UncompressedSize64 > maxFile {
			return locale.Errorf("%q is larger than 64 MiB", stages.VisibleName(e.Name))
		}
	}
	if sum > maxArchive || len(entries) > maxFiles {
		return locale.Error("it's larger than anything Waymark saves")
	}
	return nil
}

// plain reports, as an error, an entry that isn't a plain file inside the folder.
func plain(e *zip.File) error {
	name, ours := strings.CutPrefix(e.Name, prefix)
	shown := stages.VisibleName(e.Name)
	switch {
	case e.Name == indexName:
	case !ours || !fs.ValidPath(name) || !filepath.IsLocal(filepath.FromSlash(name)) || strings.ContainsAny(name, "\\:"):
		return locale.Errorf("%q points outside the folder", shown)
	case journal.Passing(path.Base(name)) || stages.VisibleName(name) != name:
		return locale.Errorf("%q isn't a Waymark file", shown)
	}
	if !e.Mode().IsRegular() {
		return locale.Errorf("%q isn't a plain file", shown)
	}
	return nil
}

// extract writes a file, and checks it on the way.
func extract(d disk.Disk, dir string, e *zip.File, f File) error {
	text, err := bytesOf(e)
	if err != nil || int64(len(text)) != f.Size || fmt.Sprintf("%x", sha256.Sum256(text)) != f.SHA256 {
		return locale.Errorf("%q is damaged", e.Name)
	}
	out, err := d.Within(dir, filepath.FromSlash(f.Name))
	if err != nil {
		return err
	}
	return disk.Fill(out, text, true)
}

// bytesOf reads an entry, whose header may lie about its size.
func bytesOf(e *zip.File) ([]byte, error) {
	if e.UncompressedSize64 > maxFile {
		return nil, fs.ErrInvalid
	}
	r, err := e.Open()
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	return text, errors.Join(err, r.Close())
}
