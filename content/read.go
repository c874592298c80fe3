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

	"waymark/stages"
)

// reader decodes YAML nodes into Go values. It decodes by hand, rather than with yaml's own decoder,
// because that one knows lines but no columns, and stops being readable at the first odd type.
type reader struct {
	name   string              // the file being read
	at     map[string]Position // where each value stands, by path: questions[3].options[0].id
	faults Faults
}

// file reads one file into the catalog, adding to the lists that are there already.
func (r *reader) file(name string, data []byte, catalog *stages.Catalog) {
	r.name = name
	if i := invalidUTF8(data); i >= 0 {
		line := 1 + bytes.Count(data[:i], []byte("\n"))
		r.faults = append(r.faults, Fault{Position: Position{name, line, i - bytes.LastIndexByte(data[:i], '\n')},
			What: "the text is not UTF-8", Fix: "save the file as UTF-8"})
		return
	}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var doc yaml.Node
	if err := dec.Decode(&doc); err != nil {
		r.syntax(err)
		return
	}
	r.fields(doc.Content[0], reflect.ValueOf(catalog).Elem(), "")
	var second yaml.Node
	if err := dec.Decode(&second); err == nil {
		r.fault(&second, "a second document begins here", "keep one document a file: remove the line ---")
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
	place := Position{r.name, 1, 1}
	if errors.Is(err, io.EOF) {
		r.faults = append(r.faults, Fault{Position: place, What: "the file is empty",
			Fix: "remove it, or write levels, strands, questions or steps into it"})
		return
	}
	what := err.Error()
	if m := yamlLine.FindStringSubmatch(what); m != nil {
		what = m[2]
		if line, err := strconv.Atoi(m[1]); err == nil {
			place.Line = line
		}
	}
	r.faults = append(r.faults, Fault{Position: place, What: "not valid YAML: " + what,
		Fix: "look at indentation, quotes and colons on this line and the one before"})
}

func (r *reader) fault(n *yaml.Node, what, cure string) {
	r.faults = append(r.faults, Fault{Position: Position{r.name, n.Line, n.Column}, What: what, Fix: cure})
}
