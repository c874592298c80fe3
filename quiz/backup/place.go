package backup

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"waymark/quiz/disk"
)

// Place puts the files of an archive where a folder is, which the caller has locked. What the folder held is kept
// whole beside it, under the name that is returned; empty where it held no file. Until all is there and checked, the
// folder stays as it was. release gives the lock up, where a folder that holds an open file can't be moved.
//
// The folder is never there half: after a power cut it's the one before, the new one, or for one moment neither of the
// two under its name, which [Resume] ends.
func Place(d disk.Disk, archive, dir string, now time.Time, release func() error) (files []File, aside string, err error) {
	if dir, err = filepath.EvalSymlinks(dir); err != nil { // a link to the folder stays one
		return nil, "", err
	}
	held, err := Files(dir)
	if err != nil {
		return nil, "", err
	}
	staging := beside(dir, "import")
	if err := errors.Join(d.RemoveAll(staging), d.RemoveAll(ready(dir)), d.MkdirAll(staging)); err != nil { // an earlier import was cut short
		return nil, "", err
	}
	defer func() { _ = d.RemoveAll(staging) }() // it's gone where all went well
	if files, err = Extract(d, archive, staging); err != nil {
		return nil, "", err
	}
	if err := release(); err != nil {
		return nil, "", err
	}
	aside = vacant(dir + "-" + now.Format(dayForm))
	if err := swap(d, dir, staging, aside); err != nil {
		return nil, "", err
	}
	if len(held) == 0 {
		return files, "", d.RemoveAll(aside)
	}
	return files, aside, nil
}

// swap puts a folder into the place of another, which goes aside. Each step is on the disk before the next one.
func swap(d disk.Disk, dir, staging, aside string) error {
	parent := filepath.Dir(dir)
	for _, move := range [][2]string{{staging, ready(dir)}, {dir, aside}, {ready(dir), dir}} {
		if err := errors.Join(d.Rename(move[0], move[1]), d.SyncDir(parent)); err != nil {
			return errors.Join(err, undo(d, dir, aside))
		}
	}
	return nil
}

// undo puts a folder back into its place, if it went aside.
func undo(d disk.Disk, dir, aside string) error {
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		if err := d.Rename(aside, dir); err != nil {
			return err // the new one stays, for Resume
		}
	}
	return d.RemoveAll(ready(dir))
}

// Resume ends what [Place] didn't get to the end of, where the power was cut between the folder's going aside and the
// new one's coming. It does nothing where there is the folder.
func Resume(d disk.Disk, dir string) error {
	if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) {
		return nil // what else is wrong shows when it's opened
	}
	info, err := os.Lstat(ready(dir))
	if errors.Is(err, fs.ErrNotExist) || err == nil && !info.IsDir() { // a link is none of Place's
		return nil
	}
	return errors.Join(d.Rename(ready(dir), dir), d.SyncDir(filepath.Dir(dir)))
}

// beside is a folder beside another, which holds nothing but a copy of a backup.
func beside(dir, what string) string {
	return filepath.Join(filepath.Dir(dir), "."+filepath.Base(dir)+"-"+what)
}

// ready is what the folder of an import is called once all of it is on the disk.
func ready(dir string) string { return beside(dir, "restored") }

// Replaced lists the folders that earlier imports left beside a folder.
func Replaced(dir string) []string {
	var out []string
	entries, _ := os.ReadDir(filepath.Dir(dir)) // what can't be listed can't be told
	for _, e := range entries {
		if name, ours := strings.CutPrefix(e.Name(), filepath.Base(dir)+"-"); ours && e.IsDir() && asideName(name) {
			out = append(out, filepath.Join(filepath.Dir(dir), e.Name()))
		}
	}
	return out
}

// asideName reports whether what follows the folder's own name is what [Place] puts there: a day and, from the second of that day
// on, a number. Anything else is the person's own.
func asideName(name string) bool {
	day, number := name[:min(len(name), len(dayForm))], name[min(len(name), len(dayForm)):]
	if _, err := time.Parse(dayForm, day); err != nil {
		return false
	}
	digits, numbered := strings.CutPrefix(number, "-")
	_, err := strconv.Atoi(digits)
	return number == "" || numbered && err == nil
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

// Delete removes a folder and all that is in it, and what imports left beside it: the folders they replaced, and one of
// an import that was cut short. Of links it removes the links. When it returns nil, a power cut brings nothing back.
func Delete(d disk.Disk, dir string) error {
	parent := filepath.Dir(dir)
	if err := errors.Join(d.RemoveAll(ready(dir)), d.RemoveAll(beside(dir, "import")), d.SyncDir(parent)); err != nil {
		return err // else Resume could bring one of them back
	}
	for _, old := range Replaced(dir) {
		if err := d.RemoveAll(old); err != nil {
			return err
		}
	}
	return errors.Join(d.RemoveAll(dir), d.SyncDir(parent))
}
