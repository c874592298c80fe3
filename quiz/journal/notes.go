package journal

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"waymark/quiz/disk"
	"waymark/quiz/locale"
	"waymark/quiz/session"
)

// Names in the folder, of the notes and of the lock that is held while they change.
const (
	notesFile = "notes.jsonl"
	notesLock = "notes.lock"
)

// noteWait is how long a change of the notes waits for another one.
const noteWait = 5 * time.Second

type storedNote struct {
	sealed
	Schema int `json:"schema"`
	session.Noted
}

func (s *storedNote) consistent() bool { return s.Text != "" }

// checksumFirst begins a line that holds a checksum, which sums up the line without it.
const checksumFirst = `{"sha256":"%x",`

// encodeNote returns a note's line, with its checksum.
func encodeNote(n session.Noted) ([]byte, error) {
	object, err := json.Marshal(storedNote{Schema: schema, Noted: n})
	if err != nil {
		return nil, err
	}
	return sealLine(object), nil
}

func sealLine(object []byte) []byte {
	return fmt.Appendf(nil, checksumFirst+"%s\n", sha256.Sum256(object), object[1:])
}

// decodeNote reads a line. Where its checksum doesn't fit, the note is filled and the error is errChanged.
func decodeNote(line []byte) (session.Noted, error) {
	var s storedNote
	if err := parse(line, &s); err != nil {
		return session.Noted{}, err
	}
	if !intactLine(line) {
		return s.Noted, errChanged
	}
	return s.Noted, nil
}

// intactLine reports whether the checksum at the start of a line fits.
func intactLine(line []byte) bool {
	start := len(fmt.Sprintf(checksumFirst, [sha256.Size]byte{}))
	return len(line) > start && bytes.Equal(append(bytes.Clone(line), '\n'), sealLine(append([]byte("{"), line[start:]...)))
}

// notesIn reads the notes of a file, in the order in which they were written, and the worst that is wrong with a line.
func notesIn(data []byte) (notes []session.Noted, fault error) {
	for line := range bytes.Lines(data) {
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue // an end of a line that was cut short
		}
		n, err := decodeNote(line)
		if err == nil || errors.Is(err, errChanged) {
			notes = append(notes, n)
		}
		if err != nil && !errors.Is(fault, errNewer) {
			fault = err
		}
	}
	return notes, fault
}

// Notes are the notes as they are now, whichever program wrote them. What can't be read is left out: see
// [Journal.Load], which tells.
func (j *Journal) Notes() []session.Noted {
	data, err := read(filepath.Join(j.dir, notesFile))
	if err != nil {
		return nil
	}
	notes, _ := notesIn(data)
	return notes
}

// loadNotes returns the notes, and tells what is wrong with them. A file with a line that is damaged or was changed
// is copied, once; it stays in use, since lines are only added.
func (j *Journal) loadNotes() []session.Noted {
	data, err := read(filepath.Join(j.dir, notesFile))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		j.tellOf(notesFile, err)
		return nil
	}
	notes, fault := notesIn(data)
	switch {
	case errors.Is(fault, errNewer):
		j.tellOf(notesFile, fault)
	case fault != nil:
		j.keepCopy(notesFile, data)
	}
	return notes
}

// AddNote adds a note to those in dir, making the folder where there is none. It works while another program has the
// journal open. When it returns nil, the note is on disk.
func AddNote(d disk.Disk, dir string, n session.Noted) error {
	line, err := encodeNote(n)
	if err != nil {
		return err
	}
	return changeNotes(d, dir, func(path string, before []byte) error {
		if len(before) > 0 && !bytes.HasSuffix(before, []byte("\n")) { // a write that was cut short
			line = append([]byte("\n"), line...)
		}
		if len(before)+len(line) > maxSize {
			return locale.Errorf("%s is full; move it away, and Waymark starts a new one", notesFile)
		}
		return appendTo(d, path, line, int64(len(before)))
	})
}

// RemoveNote removes a note from those in dir; it returns [fs.ErrNotExist] where it isn't there. All other lines
// stay as they are.
func RemoveNote(d disk.Disk, dir string, n session.Noted) error {
	return changeNotes(d, dir, func(path string, before []byte) error {
		var after []byte
		found := false
		for line := range bytes.Lines(before) {
			is, err := decodeNote(bytes.TrimSpace(line))
			if same := is.Text == n.Text && is.At.Equal(n.At); !found && same && (err == nil || errors.Is(err, errChanged)) {
				found = true
				continue
			}
			after = append(after, line...)
		}
		if !found {
			return fs.ErrNotExist
		}
		return disk.Replace(d, path, after, true)
	})
}

// changeNotes changes the notes in a folder, one program at a time.
func changeNotes(d disk.Disk, dir string, change func(path string, before []byte) error) (err error) {
	if _, err := list(dir); err != nil {
		return err
	}
	if err := disk.MakeDir(d, dir); err != nil {
		return err
	}
	if err := disk.SettleDir(d, dir); err != nil { // a window that has just made it may not have waited for the disk
		return err
	}
	unlock, err := waitFor(d, filepath.Join(dir, notesLock))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	path, err := target(filepath.Join(dir, notesFile))
	if err != nil {
		return err
	}
	before, err := read(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s %w", notesFile, err)
	}
	return change(path, before)
}

// waitFor takes a lock, and waits a moment where another program has it.
func waitFor(d disk.Disk, path string) (unlock func() error, err error) {
	const again = 10 * time.Millisecond
	ctx, cancel := context.WithTimeout(context.Background(), noteWait)
	defer cancel()
	for {
		unlock, err = d.Lock(path)
		if !errors.Is(err, disk.ErrLocked) {
			return unlock, err
		}
		select {
		case <-ctx.Done():
			return nil, locale.Error("another program is writing a note; try again")
		case <-time.After(again):
		}
	}
}

// appendTo adds bytes to a file in one write, and takes them back where they didn't get there whole.
func appendTo(d disk.Disk, path string, data []byte, size int64) error {
	f, err := d.Append(path)
	if err != nil {
		return err
	}
	if err = disk.Fill(f, data, true); err != nil {
		return errors.Join(err, os.Truncate(path, size))
	}
	return d.SyncDir(filepath.Dir(path))
}
