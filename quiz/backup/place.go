package backup

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Place puts the files of an archive where a folder is, which the caller has locked. What the folder held is kept
// whole beside it, under the name that is returned; empty where it held no file. Until all is there and checked, the
// folder stays as it was. release gives the lock up, where a folder that holds an open file can't be moved.
func Place(archive, dir string, now time.Time, release func() error) (files []File, aside string, err error) {
	if dir, err = filepath.EvalSymlinks(dir); err != nil { // a link to the folder stays one
		return nil, "", err
	}
	held, err := Files(dir)
	if err != nil {
		return nil, "", err
	}
	parent := filepath.Dir(dir)
	staging, err := os.MkdirTemp(parent, ".waymark-import-*") // mode 0700
	if err != nil {
		return nil, "", err
	}
	defer func() { _ = os.RemoveAll(staging) }() // it's gone where all went well
	if files, err = Extract(archive, staging); err != nil {
		return nil, "", err
	}
	if err := release(); err != nil {
		return nil, "", err
	}
	aside = vacant(dir + "-" + now.Format(dayForm))
	if err := os.Rename(dir, aside); err != nil {
		return nil, "", err
	}
	if err := os.Rename(staging, dir); err != nil {
		return nil, "", errors.Join(err, os.Rename(aside, dir))
	}
	if len(held) == 0 {
		return files, "", os.RemoveAll(aside)
	}
	return files, aside, nil
}

// Replaced lists the folders that earlier imports left beside a folder.
func Replaced(dir string) []string {
	var out []string
	entries, _ := os.ReadDir(filepath.Dir(dir)) // what can't be listed can't be told
	for _, e := range entries {
		day, ours := strings.CutPrefix(e.Name(), filepath.Base(dir)+"-")
		if _, err := time.Parse(dayForm, day[:min(len(day), len(dayForm))]); ours && err == nil && e.IsDir() {
			out = append(out, filepath.Join(filepath.Dir(dir), e.Name()))
		}
	}
	return out
}

// dayForm is the day in the name of a folder that was replaced.
const dayForm = "2006-01-02"

// vacant is a path that nothing has.
func vacant(path string) string {
	for n, free := 2, path; ; n++ {
		if _, err := os.Lstat(free); err != nil {
			return free
		}
		free = fmt.Sprintf("%s-%d", path, n)
	}
}
