// Package content holds the words of the assessment, as YAML, and reads them strictly.
//
// Every YAML file in a content folder, at any depth, has the same shape: any of the keys id,
// version, title, levels, strands, questions and steps. The files are read in the order of their
// paths and their lists are joined, so that one may write a single file or forty. The built-in
// content lies beside this file and is compiled into the program.
//
// Reading finds every fault at once. Each [Fault] names the file, the line, the column, the culprit
// and how to mend it, since the reader of the message is a person who has just edited YAML.
package content

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"waymark/stages"
)

//go:embed *.yaml questions/*.yaml steps/*.yaml
var builtin embed.FS

// FS returns the built-in content as files.
func FS() fs.FS { return builtin }

// Builtin returns the built-in catalog: from its snapshot, where that is of these very files, else
// read from the YAML.
func Builtin() (*stages.Catalog, error) {
	if c, ok := fromSnapshot(); ok {
		return c, nil
	}
	c, faults := Load(builtin)
	return c, faults.Err()
}

// Load reads every YAML file of fsys into one catalog. The faults hold errors, with which the
// catalog must not be used (see [Faults.Err]), and warnings, with which it may.
func Load(fsys fs.FS) (*stages.Catalog, Faults) {
	r := &reader{at: map[string]Position{}}
	catalog := &stages.Catalog{}
	sum := sha256.New()
	err := eachFile(fsys, func(name string, data []byte) {
		digest(sum, name, data)
		r.file(name, data, catalog)
	})
	if err != nil {
		return nil, Faults{unreadable(err)}
	}
	if len(r.at) == 0 && len(r.faults) == 0 {
		return nil, Faults{{Position: Position{File: "."}, What: "no YAML file here", Fix: "copy the built-in content folder and edit that"}}
	}
	catalog.SHA256 = hex.EncodeToString(sum.Sum(nil))
	check(catalog, r)
	r.faults.sort()
	return catalog, r.faults
}

// eachFile hands over every YAML file of fsys, in the order of their paths.
func eachFile(fsys fs.FS, do func(name string, data []byte)) error {
	return fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && strings.HasPrefix(d.Name(), ".") && name != ".":
			return fs.SkipDir
		case d.IsDir() || !isYAML(name):
			return nil
		}
		data, err := fs.ReadFile(fsys, name)
		if err == nil {
			do(name, data)
		}
		return err
	})
}

// digest adds a file to the checksum that identifies the content.
func digest(sum io.Writer, name string, data []byte) {
	fmt.Fprintf(sum, "%s %d\n", name, len(data))
	_, _ = sum.Write(data) // a hash takes all it is given
}

// unreadable says which file or folder could not be read.
func unreadable(err error) Fault {
	f := Fault{What: err.Error(), Fix: "see that the folder and its files exist and that you may read them"}
	var path *fs.PathError
	if errors.As(err, &path) {
		f.Position, f.What = Position{File: path.Path}, path.Err.Error()
	}
	return f
}

func isYAML(name string) bool {
	ext := path.Ext(name)
	return ext == ".yaml" || ext == ".yml"
}
