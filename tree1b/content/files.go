package content

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
)

// What is read at most, so that no folder can hang the program or use up its memory. The built-in
// content is 27 files of 580 KiB together, and 10,000 questions are about 12 MiB.
const (
	maxEntries   = 10_000 // files and folders looked at
	maxFiles     = 1000
	maxFileSize  = 1 << 20   // bytes
	maxTotalSize = 32 << 20  // bytes, of all files together
	maxMarks     = 2_000_000 // commas, colons and ends of lines, each of which may make a value of 180 bytes
)

// folder collects the YAML files in a folder and below, in the order of their paths, and a fault for
// each that is refused or can't be read.
type folder struct {
	fsys   fs.FS
	files  []file
	faults Faults
	size   int      // bytes read
	marks  int      // what may separate values, in what was read
	seen   int      // files and folders
	found  int      // files, read or refused
	other  []string // files that aren't YAML by their names
	words  Words    // what is in [WordsFile], if it's there
}

type file struct {
	name string // slash-separated, from the folder
	data []byte
}

func readFolder(fsys fs.FS) *folder {
	f := &folder{fsys: fsys}
	_ = fs.WalkDir(fsys, ".", f.visit) // visit makes every error a fault
	return f
}

// visit takes in what is at one path. A folder whose name begins with a dot is passed over, and the study
// in a content folder.
func (f *folder) visit(name string, d fs.DirEntry, err error) error {
	f.seen++
	switch {
	case err != nil:
		f.unreadable(name, err)
		return nil
	case f.seen > maxEntries:
		return f.giveUp(".", fmt.Sprintf("there are more than %d files and folders in here", maxEntries), "name the folder that holds nothing but the content")
	case d.IsDir() && (strings.HasPrefix(d.Name(), ".") && name != "." || name == StudyDir):
		return fs.SkipDir
	case d.IsDir():
		return nil
	case name == WordsFile:
		f.takeWords(name)
		return nil
	case !isYAML(name):
		f.passOver(name)
		return nil
	}
	f.found++
	if f.found > maxFiles {
		return f.giveUp(name, fmt.Sprintf("more than %d YAML files", maxFiles), "move out what isn't content")
	}
	f.read(name)
	switch {
	case f.size > maxTotalSize:
		return f.giveUp(name, fmt.Sprintf("the YAML files up to this one are larger than %d MiB together", maxTotalSize>>20), "move out what isn't content")
	case f.marks > maxMarks:
		return f.giveUp(name, fmt.Sprintf("the YAML files up to this one hold more than %d million values", maxMarks/1_000_000), "move out what isn't content")
	}
	return nil
}

// giveUp refuses the folder as a whole: what was read of it isn't looked at.
func (f *folder) giveUp(name, what, fix string) error {
	f.files, f.faults = nil, nil
	f.refuse(name, what, fix)
	return fs.SkipAll
}

func isYAML(name string) bool {
	ext := path.Ext(name)
	return ext == ".yaml" || ext == ".yml"
}

// passOver leaves a file out that isn't YAML by its name, and warns where it seems to be meant as such:
// a name such as craft.YAML, craft.yaml.txt or craft.yaml~.
func (f *folder) passOver(name string) {
	f.other = append(f.other, path.Base(name))
	if low := strings.ToLower(path.Base(name)); strings.Contains(low, ".yaml") || strings.Contains(low, ".yml") {
		f.faults = append(f.faults, Fault{Position: Position{File: name}, Code: CodeFileUnread, Warning: true,
			What: "this file isn't read, since its name doesn't end in .yaml", Fix: "rename it, or move it out of the folder"})
	}
	if path.Ext(name) == path.Ext(WordsFile) {
		f.faults = append(f.faults, Fault{Position: Position{File: name}, Code: CodeFileUnread, Warning: true,
			What: "this translation isn't read, since it isn't " + WordsFile + " in the folder itself", Fix: "rename it, or move it there"})
	}
}

// instead names a file that is here, where none is YAML.
func (f *folder) instead() string {
	if len(f.other) == 0 {
		return ""
	}
	return sprintf(", only %s and the like: a name must end in .yaml", f.other[0])
}

// read takes in a file of content.
func (f *folder) read(name string) {
	if data, ok := f.take(name); ok {
		f.size += len(data)
		f.marks += bytes.Count(data, []byte(",")) + bytes.Count(data, []byte(":")) + bytes.Count(data, []byte("\n"))
		f.files = append(f.files, file{name, data})
	}
}

// takeWords takes in the translation of the program's words.
func (f *folder) takeWords(name string) {
	if data, ok := f.take(name); ok {
		f.words = Words{name, data}
	}
}

// take reads a regular file, or a link to one. It asks what the file is before it opens it, since
// opening a named pipe waits for someone to write into it.
func (f *folder) take(name string) (data []byte, ok bool) {
	info, err := fs.Stat(f.fsys, name)
	if err != nil {
		f.unreadable(name, err)
		return nil, false
	}
	if !info.Mode().IsRegular() {
		f.refuse(name, fmt.Sprintf("this is %s, not a file", kindOf(info.Mode())), "remove it, or put a file in its place")
		return nil, false
	}
	if info.Size() <= maxFileSize {
		data, err = readFile(f.fsys, name, info.Size())
	}
	switch {
	case err != nil:
		f.unreadable(name, err)
	case info.Size() > maxFileSize || len(data) > maxFileSize: // some files don't tell their size
		f.refuse(name, fmt.Sprintf("the file is larger than %d MiB", maxFileSize>>20), "split it into smaller files")
	default:
		return data, true
	}
	return nil, false
}

// readFile reads a file of about so many bytes, and no more than tells that it's too large.
func readFile(fsys fs.FS, name string, size int64) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // nothing was written
	var b bytes.Buffer
	b.Grow(int(size) + bytes.MinRead)
	_, err = b.ReadFrom(io.LimitReader(f, maxFileSize+1))
	return b.Bytes(), err
}

// kindOf says what it is that is not a regular file.
func kindOf(mode fs.FileMode) string {
	switch {
	case mode.IsDir():
		return "a link to a folder"
	case mode&fs.ModeNamedPipe != 0:
		return "a named pipe"
	case mode&fs.ModeSocket != 0:
		return "a socket"
	case mode&fs.ModeDevice != 0:
		return "a device"
	}
	return "something else"
}

func (f *folder) refuse(name, what, fix string) {
	f.faults = append(f.faults, Fault{Position: Position{File: name}, Code: CodeFileRefused, What: what, Fix: fix})
}

// unreadable says why a file or folder could not be read.
func (f *folder) unreadable(name string, err error) {
	f.refuse(name, reason(err), "check that the folder and its files exist and that you're allowed to read them")
}

// reason is an error without the path, which is told already.
func reason(err error) string {
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	return err.Error()
}

// checksum identifies the content by the names and bytes of its files, in hexadecimal.
func (f *folder) checksum() string {
	sum := sha256.New()
	for _, file := range f.files {
		fmt.Fprintf(sum, "%s %d\n", file.name, len(file.data))
		_, _ = sum.Write(file.data) // a hash takes all it is given
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// builtinChecksum is the checksum of the built-in files, without a copy of them: every start asks for it.
func builtinChecksum() string {
	sum, piece := sha256.New(), make([]byte, 32<<10)
	_ = fs.WalkDir(builtin, ".", func(name string, d fs.DirEntry, _ error) error { // none of it can fail in memory
		if d.IsDir() {
			return nil
		}
		f, _ := builtin.Open(name)
		info, _ := f.Stat()
		fmt.Fprintf(sum, "%s %d\n", name, info.Size())
		_, _ = io.CopyBuffer(sum, f, piece)
		return nil
	})
	return hex.EncodeToString(sum.Sum(nil))
}
