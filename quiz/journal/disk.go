package journal

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/gofrs/flock"
)

// disk is what the journal changes on a disk, so that a test can let each of it fail.
type disk interface {
	Lock(path string) (unlock func() error, err error) // errLocked where another program has it
	Create(dir string) (file, error)                   // a new temporary file
	Append(path string) (file, error)                  // to be added to
	Rename(from, to string) error
	Remove(path string) error
	MkdirAll(dir string) error
	SyncDir(dir string) error // makes new names in a folder durable
}

type file interface {
	io.WriteCloser
	Name() string
	Sync() error
}

// Replace writes a file of mode 0600 so that after a kill, a power cut or a full disk either the old content
// or the new is there, whole. A link is itself replaced. The libraries for this leave Windows out or do not
// sync.
func Replace(path string, data []byte) error { return replace(osDisk{}, path, data, true) }

// replace is Replace on a disk. Where it is not durable, it does not wait, and a power cut may leave neither
// content.
func replace(d disk, path string, data []byte, durable bool) error {
	dir := filepath.Dir(path)
	f, err := d.Create(dir)
	if err != nil {
		return err
	}
	if err = fill(f, data, durable); err == nil {
		err = d.Rename(f.Name(), path)
	}
	if err != nil {
		_ = d.Remove(f.Name()) // else Open does it
		return err
	}
	if !durable {
		return nil
	}
	return d.SyncDir(dir)
}

func fill(f file, data []byte, durable bool) error {
	_, err := f.Write(data)
	if err == nil && durable {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}

// tempPrefix begins the name of a temporary file; digits follow.
const tempPrefix = ".new-"

var errLocked = errors.New("locked")

// osDisk is the operating system's.
type osDisk struct{}

func (osDisk) Create(dir string) (file, error) { return os.CreateTemp(dir, tempPrefix+"*") } // mode 0600
func (osDisk) Append(path string) (file, error) {
	return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
}
func (osDisk) Rename(from, to string) error { return os.Rename(from, to) }
func (osDisk) Remove(path string) error     { return os.Remove(path) }
func (osDisk) MkdirAll(dir string) error    { return os.MkdirAll(dir, 0o700) }

func (osDisk) Lock(path string) (func() error, error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() { // to open a pipe would wait forever
		return nil, fmt.Errorf("%s isn't a regular file; move it away", path)
	}
	lock := flock.New(path) // mode 0600
	held, err := lock.TryLock()
	if err == nil && !held {
		err = errLocked
	}
	return lock.Unlock, err
}

// SyncDir leaves it to the file system where folders cannot be opened or synced, as on Windows.
func (osDisk) SyncDir(dir string) error {
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
