// Package disk changes files so that nothing is lost by a kill, a power cut or a full disk: what it says is done
// stays done, and what it didn't get to the end of is as it was before.
//
// All that the program keeps of a person goes through a [Disk]. Its test double, package powercut, knows of each
// change whether a power cut could still take it back.
package disk

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/gofrs/flock"
)

// Disk is what the program changes on a disk, so that a test can let each change fail, or be lost.
type Disk interface {
	Lock(path string) (unlock func() error, err error) // ErrLocked where another program has it
	Create(dir string) (File, error)                   // a new temporary file
	Append(path string) (File, error)                  // to be added to
	Within(dir, name string) (File, error)             // a new file below a folder and never outside of it
	Link(from, to string) error                        // a second name, which must be free
	Rename(from, to string) error
	Remove(path string) error
	RemoveAll(path string) error
	MkdirAll(dir string) error
	SyncDir(dir string) error // makes new names in a folder durable
}

// File is a file that is being written.
type File interface {
	io.WriteCloser
	Name() string
	Sync() error
}

// ErrLocked is the error of a lock that another program holds.
var ErrLocked = errors.New("locked")

// errIrregular is the error of a lock that isn't a file.
var errIrregular = errors.New("not a regular file; move it away")

// tempPrefix begins the name of a temporary file; digits follow.
const tempPrefix = ".new-"

// Temporary reports whether a file of this name is a write that is under way, or was cut short.
func Temporary(name string) bool {
	digits, ok := strings.CutPrefix(name, tempPrefix)
	return ok && strings.Trim(digits, "0123456789") == ""
}

// Replace writes a file of mode 0600 so that after a kill, a power cut or a full disk either the old content
// or the new is there, whole. A link is itself replaced. Where it is not durable, it does not wait, and a power cut
// may leave neither content. The libraries for this leave Windows out or do not sync.
func Replace(d Disk, path string, data []byte, durable bool) error {
	dir := filepath.Dir(path)
	f, err := d.Create(dir)
	if err != nil {
		return err
	}
	if err = Fill(f, data, durable); err == nil {
		err = d.Rename(f.Name(), path)
	}
	if err != nil {
		_ = d.Remove(f.Name()) // else the next start does it
		return err
	}
	if !durable {
		return nil
	}
	return d.SyncDir(dir)
}

// New writes a file of mode 0600 under a name that must be free; if not, it returns [fs.ErrExist]. The text is
// written under another name and then linked, so that the file is there whole or not at all, and of two programs at
// once only one succeeds.
func New(d Disk, path string, data []byte) error {
	dir := filepath.Dir(path)
	temp, err := d.Create(dir)
	if err != nil {
		return err
	}
	defer func() { _ = d.Remove(temp.Name()) }()
	if err := Fill(temp, data, true); err != nil {
		return err
	}
	switch err := d.Link(temp.Name(), path); {
	case errors.Is(err, fs.ErrExist):
		return err
	case err != nil: // no links here: as safe, but not at once
		if err := newInPlace(d, path, data); err != nil {
			return err
		}
	}
	return d.SyncDir(dir)
}

func newInPlace(d Disk, path string, data []byte) error {
	f, err := d.Within(filepath.Dir(path), filepath.Base(path))
	if err != nil {
		return err
	}
	if err := Fill(f, data, true); err != nil {
		return errors.Join(err, d.Remove(path))
	}
	return nil
}

// Move moves a file to a name in another folder, which must be free, so that at every moment one of the two has it.
func Move(d Disk, from, to string) error {
	err := d.Link(from, to)
	switch {
	case errors.Is(err, fs.ErrExist):
		return err
	case err != nil: // no links here: most file systems do both halves of this at once
		err = errors.Join(d.Rename(from, to), d.SyncDir(filepath.Dir(to)))
	default:
		if err = d.SyncDir(filepath.Dir(to)); err == nil {
			err = d.Remove(from)
		}
	}
	return errors.Join(err, d.SyncDir(filepath.Dir(from)))
}

// MakeDir makes a folder of mode 0700 where there is none, and those above it. When it returns nil, it's on the disk.
func MakeDir(d Disk, dir string) error {
	if _, err := os.Stat(dir); err == nil {
		return nil
	}
	if err := d.MkdirAll(dir); err != nil {
		return err
	}
	return SettleDir(d, dir)
}

// SettleDir waits until a folder, and those above it, are on the disk, made by this program or another.
func SettleDir(d Disk, dir string) error {
	parent := filepath.Dir(dir)
	if parent == dir {
		return nil
	}
	return errors.Join(SettleDir(d, parent), d.SyncDir(parent))
}

// Fill writes all of a file and closes it. A durable write waits until the disk has it.
func Fill(f File, data []byte, durable bool) error {
	_, err := f.Write(data)
	if err == nil && durable {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}

// OS is the operating system's disk.
type OS struct{}

// Create makes a temporary file of mode 0600.
func (OS) Create(dir string) (File, error) { return os.CreateTemp(dir, tempPrefix+"*") }

// Append opens a file at its end, of mode 0600 where it's new.
func (OS) Append(path string) (File, error) {
	return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
}

// Within makes a file of mode 0600, and the folders to it. A link on the way, or a name that leads out of the folder,
// is an error.
func (OS) Within(dir, name string) (file File, err error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	if err := root.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return nil, err
	}
	return root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
}

// Link gives a file a second name.
func (OS) Link(from, to string) error { return os.Link(from, to) }

// Rename moves a file or a folder.
func (OS) Rename(from, to string) error { return os.Rename(from, to) }

// Remove removes a file.
func (OS) Remove(path string) error { return os.Remove(path) }

// RemoveAll removes a folder and all that is in it. Of a link it removes the link.
func (OS) RemoveAll(path string) error { return os.RemoveAll(path) }

// MkdirAll makes a folder of mode 0700, and those above it.
func (OS) MkdirAll(dir string) error { return os.MkdirAll(dir, 0o700) }

// Lock locks a file of mode 0600, which is made where there is none.
func (OS) Lock(path string) (func() error, error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() { // to open a pipe would wait forever
		return nil, &fs.PathError{Op: "lock", Path: path, Err: errIrregular}
	}
	lock := flock.New(path)
	held, err := lock.TryLock()
	if err == nil && !held {
		err = ErrLocked
	}
	return lock.Unlock, err
}

// SyncDir leaves it to the file system where folders cannot be opened or synced, as on Windows.
func (OS) SyncDir(dir string) error {
	d, err := os.Open(dir)
	if err == nil {
		err = d.Sync()
		_ = d.Close()
	}
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EINVAL) || errors.Is(err, errors.ErrUnsupported) {
		return nil
	}
	return err
}
