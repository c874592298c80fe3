package sheet

import (
	"bytes"
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"time"

	"waymark/quiz/disk"
	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// maxSize is the size of the largest file that is read, in bytes: ten times what all questions with the longest
// answers take.
const maxSize = 1 << 20

// Read reads a sheet. Its error names no file.
func Read(path string) (Sheet, error) {
	data, err := ReadFile(path)
	if err != nil {
		return Sheet{}, err
	}
	return Decode(data)
}

// ReadFile reads a regular file of a size that a sheet can have. Its error names no file.
func ReadFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, locale.Error("isn't there; check the name, and the folder that you're in")
	case err != nil:
		return nil, locale.Errorf("can't be read: %s", withoutPath(err))
	case info.IsDir():
		return nil, locale.Error("is a folder; name a file in it")
	case !info.Mode().IsRegular(): // to read a pipe could last forever
		return nil, locale.Error("isn't a regular file; name another one")
	case info.Size() > maxSize:
		return nil, locale.Error("is larger than 1 MiB, so it isn't a Waymark file")
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, locale.Errorf("can't be read: %s", withoutPath(err))
	}
	return data, nil
}

// withoutPath is what is wrong, without the name, which goes before it.
func withoutPath(err error) error {
	var inPath *fs.PathError
	if errors.As(err, &inPath) {
		return inPath.Err
	}
	return err
}

// File is a sheet that is being answered. It keeps an interview in the file of the sheet, whole at every answer.
type File struct {
	Sheet Sheet

	disk    disk.Disk
	path    string
	written []byte // what the file holds, as far as this program knows
	now     func() time.Time
}

var _ session.Store = (*File)(nil)

// ErrElsewhere is the error of a save where the file is no longer as this program left it.
var ErrElsewhere error = locale.Error("another program has changed the sheet in the meantime; quit here and open it again")

// Open opens the sheet in a file for answering it.
func Open(d disk.Disk, path string, now func() time.Time) (*File, error) {
	if info, err := os.Lstat(path); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return nil, locale.Error("is a link; name the file that it points to")
	}
	data, err := ReadFile(path)
	if err != nil {
		return nil, err
	}
	s, err := Decode(data)
	return &File{Sheet: s, disk: d, path: path, written: data, now: now}, err
}

// Saved is what the sheet holds as a session begins with it: an interview under way, or one that is finished.
func (f *File) Saved(bank *stages.Bank) session.Saved {
	if f.Sheet.Answered == "" {
		return session.Saved{}
	}
	day, _ := time.ParseInLocation(time.DateOnly, f.Sheet.Answered, time.Local) // the zero time reads as long ago
	a := session.Attempt{Assessment: stages.Opinion, Content: f.Sheet.Content.Ref(), Started: day, Saved: day, Interview: f.Sheet.Interview()}
	if f.Sheet.Open() > 0 {
		return session.Saved{Attempts: []session.Attempt{a}, Drafts: f.draftsOf(a)}
	}
	return session.Saved{Results: []session.Result{a.Score(bank, nil, day)}, Drafts: f.draftsOf(a)}
}

// Save writes the answers into the sheet. When it returns nil, they are on disk.
func (f *File) Save(a session.Attempt) error {
	s := f.Sheet.answered(a.Interview, f.now().Format(time.DateOnly))
	data, err := s.Encode(filepath.Base(f.path))
	if err != nil {
		return err
	}
	now, err := ReadFile(f.path)
	if err == nil && !slices.Equal(now, f.written) && !bytes.Equal(now, data) {
		return ErrElsewhere
	}
	if err := disk.Replace(f.disk, f.path, data, true); err != nil {
		return err
	}
	f.Sheet, f.written = s, data
	return nil
}

// Finish is Save: a sheet is finished once every question has an answer.
func (f *File) Finish(r session.Result) error { return f.Save(r.Attempt) }

// Results yields none: a sheet has no result of anybody.
func (f *File) Results(string) iter.Seq2[session.Result, error] {
	return func(func(session.Result, error) bool) {}
}

// Abandon has nothing to do: nobody starts a sheet over.
func (f *File) Abandon(string) error { return nil }

// SavePlan has nothing to do: a sheet leads to no plan.
func (f *File) SavePlan(session.Plan) error { return nil }
