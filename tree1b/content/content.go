// Package content holds the words of the assessment, as YAML, and reads them strictly.
//
// Every YAML file in a content folder, at any depth, has the same shape: any of the fields of
// [stages.Catalog]. Only what is in its folder calibration is not read as content: it's a study of the
// questions, which [LoadStudy] reads. The files are read in the order of their paths and their lists are joined, so
// content can be one file or forty, or one file of several documents; every other field is given once. The built-in
// content is next to this file, and compiled into the program. A folder that extends it holds only what differs: see
// overlay.go.
//
// A text is one paragraph: a line break in it is read as a space. What lists show in one line (id,
// version, title, name, line, short) must also fit there.
//
// Reading finds every fault at once. Each [Fault] says where it is, what's wrong and how to fix it,
// since its reader is a person who has just edited YAML.
package content

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"

	"waymark/stages"
)

//go:embed *.yaml questions/*.yaml steps/*.yaml strengths/*.yaml
var builtin embed.FS

// snapshot returns the built-in catalog as it was when `go generate` last wrote it down as Go, which
// saves the time to parse the YAML. It's nil while it is being generated.
//
//go:generate go run -tags generate ./internal/snapshot
var snapshot func() *stages.Catalog

// FS returns the built-in content as files.
func FS() fs.FS { return builtin }

// Builtin returns the built-in catalog: its snapshot, or what the YAML says where that has been
// edited since.
func Builtin() (*stages.Catalog, error) {
	if c := current(); c != nil {
		return c, nil
	}
	c, faults := Load(builtin)
	return c, faults.Err()
}

// current returns the snapshot if it is of these very files, or nil.
func current() *stages.Catalog {
	if snapshot == nil {
		return nil
	}
	if c := snapshot(); c.SHA256 == builtinChecksum() {
		return c
	}
	return nil
}

// Load reads every YAML file of fsys into one catalog. The faults are errors, with which the catalog
// must not be used (see [Faults.Err]), or warnings, with which it may; at most 100 are told, and how
// many more there are.
//
// Read are regular files, and links to them: at most 1000, of at most 1 MiB each and 32 MiB together.
func Load(fsys fs.FS) (*stages.Catalog, Faults) {
	c := Read(fsys)
	return c.Catalog, c.Faults
}

// Content is a catalog with what is known of its files.
type Content struct {
	*stages.Catalog
	Faults Faults
	// Extension says how the content differs from the built-in one; nil where it doesn't extend it.
	Extension *Extension
	Words     Words
	from      *reader
}

// Words is a file beside the content that translates the program's own words: a gettext catalog, which isn't checked
// here.
type Words struct {
	File string // as positions name it; empty where there's none
	Data []byte
}

// wordsBeside is the name of that file for one file of content.
func wordsBeside(name string) string { return strings.TrimSuffix(name, filepath.Ext(name)) + ".po" }

// WordsFile is the file of a content folder that translates the program's own words. One file of content, such as
// team.yaml, has them beside it, in team.po.
const WordsFile = "program.po"

// Read is [Load] with all that is known.
func Read(fsys fs.FS) *Content { return read(readFolder(fsys)) }

func read(folder *folder) *Content {
	r := newReader()
	c := &Content{Catalog: &stages.Catalog{SHA256: folder.checksum()}, Words: folder.words, from: r}
	if r.filled(folder, "copy the built-in content folder and edit that") {
		c.Extension = r.catalog(folder)
		if c.Extension != nil {
			c.SHA256 = bothChecksums(c.SHA256)
		}
		r.fields(r.root, reflect.ValueOf(c.Catalog).Elem(), "")
		if !r.lost {
			check(c.Catalog, r)
		}
	}
	c.Faults = r.tell()
	return c
}

// ReadPath is [Read] of a folder, or of one YAML file that holds all of it. What is neither is a fault, and isn't
// opened.
func ReadPath(name string) *Content {
	folder, fault := find(name)
	if fault != nil {
		return &Content{Catalog: &stages.Catalog{}, Faults: Faults{*fault}, from: newReader()}
	}
	return read(folder)
}

// find collects the files of a folder, or the one file.
func find(name string) (*folder, *Fault) {
	info, err := os.Stat(name)
	switch fault := noContent(name, info, err); {
	case fault != nil:
		return nil, fault
	case info.IsDir():
		return readFolder(os.DirFS(name)), nil
	}
	f := &folder{fsys: os.DirFS(filepath.Dir(name)), found: 1}
	f.read(filepath.Base(name))
	words := wordsBeside(filepath.Base(name))
	if _, err := fs.Stat(f.fsys, words); err == nil {
		f.takeWords(words)
	}
	return f, nil
}

// Where is the place of the question or step with an id.
func (c *Content) Where(id string) Position {
	for _, path := range []string{"questions", "crossroads.questions", "surroundings.questions", "steps"} {
		if list := c.from.at(path); list != nil {
			for _, n := range list.Content {
				if scalarOf(n, "id") == id {
					return c.from.place(n)
				}
			}
		}
	}
	return Position{}
}

// noContent says what is wrong with a folder or a file, or with looking at it, or nothing.
func noContent(at string, info fs.FileInfo, err error) *Fault {
	name := stages.VisibleName(at)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &Fault{Code: CodeFileRefused, What: fmt.Sprintf("there's no folder or file %s", name), Fix: "check the path, or make one with waymark content init"}
	case err != nil:
		return &Fault{Code: CodeFileRefused, What: fmt.Sprintf("can't look into %s: %s", name, reason(err)), Fix: "check that you're allowed to read it"}
	case info.Mode().IsRegular() && !isYAML(at):
		return &Fault{Code: CodeFileRefused, What: fmt.Sprintf("%s is a file whose name doesn't end in .yaml", name),
			Fix: "rename it, or name the folder that it's in: " + stages.VisibleName(filepath.Dir(at))}
	case !info.IsDir() && !info.Mode().IsRegular():
		return &Fault{Code: CodeFileRefused, What: fmt.Sprintf("%s is %s, not a folder", name, kindOf(info.Mode())), Fix: "name a folder of YAML files, or one such file"}
	}
	return nil
}
