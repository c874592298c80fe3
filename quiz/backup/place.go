package backup

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
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
	aside = vacant(dir + "-" + now.Format("2006-01-02"))
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

// vacant is a path that nothing has.
func vacant(path string) string {
	for n, free := 2, path; ; n++ {
		if _, err := os.Lstat(free); err != nil {
			return free
		}
		free = fmt.Sprintf("%s-%d", path, n)
	}
}
