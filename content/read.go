package content

import (
	"bytes"
	"errors"
	"io"
	"reflect"
	"regexp"
	"strconv"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// reader decodes YAML nodes into Go values. It decodes by hand, rather than with yaml's own decoder,
// because that one knows lines but no columns, and stops being readable at the first odd type.
type reader struct {
	notes
	name  string                   // of the file being read
	at    map[string]Position      // where each value is, by path: questions[3].options[0].id
	known map[reflect.Type][]field // the fields of each struct
	// holds names what a file may hold, and decoders read what is not written as it is kept.
	holds    string
	decoders map[reflect.Type]func(n *yaml.Node, v reflect.Value, path string)
	// lost is set when a file can't be read: what it holds would be told as missing everywhere else.
	lost bool
}

func newReader() *reader {
	return &reader{holds: "levels, strands, questions or steps", at: map[string]Position{}, known: map[reflect.Type][]field{}}
}

// folder reads all files of a folder into a struct, and reports whether they can be checked together:
// a folder without any, which begin says how to fill, or with one that is lost, cannot.
func (r *reader) folder(f *folder, into any, begin string) bool {
	for _, fault := range f.faults {
		r.lose(fault)
	}
	for _, one := range f.files {
		r.file(one, into)
	}
	if f.found == 0 && len(f.faults) == 0 {
		r.add(Fault{Position: Position{File: "."}, What: "there's no YAML file here", Fix: begin})
		return false
	}
	return !r.lost
}

// file reads one file into a struct, adding to the lists that are there already.
func (r *reader) file(f file, into any) {
	r.name = f.name
	if i := invalidUTF8(f.data); i >= 0 {
		line := 1 + bytes.Count(f.data[:i], []byte("\n"))
		r.lose(Fault{Position: Position{f.name, line, i - bytes.LastIndexByte(f.data[:i], '\n')},
			What: "the text isn't UTF-8", Fix: "save the file as UTF-8"})
		return
	}
	dec := yaml.NewDecoder(bytes.NewReader(f.data))
	var doc yaml.Node
	if err := dec.Decode(&doc); err != nil {
		r.syntax(err)
		return
	}
	if root := doc.Content[0]; r.is(root, yaml.MappingNode, "") {
		r.fields(root, reflect.ValueOf(into).Elem(), "")
	}
	var second yaml.Node
	if err := dec.Decode(&second); err == nil {
		r.lose(Fault{Position: Position{f.name, second.Line, second.Column},
			What: "a second document begins here", Fix: "keep one document per file: remove the line ---"})
	} else if !errors.Is(err, io.EOF) {
		r.syntax(err)
	}
}

func invalidUTF8(data []byte) int {
	for i := 0; i < len(data); {
		c, size := utf8.DecodeRune(data[i:])
		if c == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

var yamlLine = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`)

// syntax records an error of the YAML parser, which knows the line only.
func (r *reader) syntax(err error) {
	position := Position{r.name, 1, 1}
	if errors.Is(err, io.EOF) {
		r.lose(Fault{Position: position, What: "the file is empty",
			Fix: "remove it, or write " + r.holds + " into it"})
		return
	}
	what := err.Error()
	if m := yamlLine.FindStringSubmatch(what); m != nil {
		what = m[2]
		if line, err := strconv.Atoi(m[1]); err == nil {
			position.Line = line
		}
	}
	r.lose(Fault{Position: position, What: sprintf("not valid YAML: %s", what),
		Fix: "check the indentation, quotes and colons on this line and the one before"})
}

// lose records that a file can't be read.
func (r *reader) lose(f Fault) {
	r.lost = true
	r.add(f)
}

func (r *reader) fault(n *yaml.Node, what, fix string) {
	r.add(Fault{Position: Position{r.name, n.Line, n.Column}, What: what, Fix: fix})
}
