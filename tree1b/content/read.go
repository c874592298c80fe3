package content

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// reader decodes YAML nodes into Go values. It decodes by hand, rather than with yaml's own decoder,
// because that one knows lines but no columns, and stops being readable at the first odd type.
type reader struct {
	notes
	// files are all that is read. The lines of a node count on from file to file, by [stride], so that a node
	// alone tells the file it's from.
	files   []file
	root    *yaml.Node                    // what the files hold together, their lists joined
	head    []string                      // fields that a file may have beside those of the root
	likes   map[*yaml.Node]string         // for an entry with a new id, the built-in one that was probably meant
	told    map[string]bool               // paths with a fault that is told already: no later check need speak of them
	known   map[reflect.Type][]field      // the fields of each struct
	indices map[*yaml.Node]map[string]int // of large mappings
	braced  []braced                      // texts with a brace in them
	// holds names what a file may hold, and decoders read what is not written as it is kept.
	holds    string
	decoders map[reflect.Type]func(n *yaml.Node, v reflect.Value, path string)
	// lost is set when a file can't be read: what it holds would be told as missing everywhere else.
	lost bool
}

// stride is more than the lines that a file can have.
const stride = maxFileSize + 2

func newReader() *reader {
	return &reader{
		holds: "levels, strands, questions or steps", root: &yaml.Node{Kind: yaml.MappingNode},
		told: map[string]bool{}, indices: map[*yaml.Node]map[string]int{}, likes: map[*yaml.Node]string{}, known: map[reflect.Type][]field{},
	}
}

// folder reads all files of a folder into a struct, and reports whether they can be checked together:
// a folder without any, which begin says how to fill, or with one that is lost, cannot.
func (r *reader) folder(f *folder, into any, begin string) bool {
	if !r.filled(f, begin) {
		return false
	}
	for _, root := range r.parse(f.files) {
		r.join(r.root, root, reflect.TypeOf(into).Elem(), "")
	}
	r.fields(r.root, reflect.ValueOf(into).Elem(), "")
	return !r.lost
}

// filled reports whether a folder has files, and tells those that can't be read.
func (r *reader) filled(f *folder, begin string) bool {
	for _, fault := range f.faults {
		r.lose(fault)
	}
	if f.found == 0 && !r.lost {
		r.add(Fault{Position: Position{File: "."}, Code: CodeFileRefused, What: "there's no YAML file here" + f.instead(), Fix: begin})
		return false
	}
	return true
}

// parse returns the files as mappings, without those that are lost or hold something else.
func (r *reader) parse(files []file) []*yaml.Node {
	var roots []*yaml.Node
	for i, p := range parseAll(files, r.holds) {
		r.files = append(r.files, files[i])
		if p.fault != nil {
			r.lose(*p.fault)
			continue
		}
		for i, root := range p.roots {
			shift(root, stride*(len(r.files)-1))
			switch {
			case i > 0 && root.Kind != yaml.MappingNode: // a line --- in the middle of something
				r.lose(Fault{Position: r.place(root), Code: CodeFileRefused, What: "this follows a line ---, and isn't a set of fields",
					Fix: "remove the line ---, or begin with a field, such as questions:"})
			case r.is(root, yaml.MappingNode, ""):
				roots = append(roots, root)
			}
		}
	}
	return roots
}

// shift makes the lines of a node and of all in it count on from those of the files before.
func shift(n *yaml.Node, by int) {
	n.Line += by
	for _, inner := range n.Content {
		shift(inner, by)
	}
}

// join adds what one file holds to what those before it do: to lists and to what has fields. Any other
// field is given once.
func (r *reader) join(into, from *yaml.Node, t reflect.Type, path string) {
	known := r.fieldsOf(t)
	for i := 0; i+1 < len(from.Content); i += 2 {
		key, value := from.Content[i], from.Content[i+1]
		f := slices.IndexFunc(known, func(f field) bool { return f.name == key.Value })
		if f < 0 {
			into.Content = append(into.Content, key, value) // told when it's decoded
			continue
		}
		r.joinField(into, key, value, t.Field(known[f].index).Type, join(path, key.Value))
	}
}

func (r *reader) joinField(into, key, value *yaml.Node, t reflect.Type, path string) {
	first, i := entry(into, key.Value)
	want := map[reflect.Kind]yaml.Kind{reflect.Slice: yaml.SequenceNode, reflect.Struct: yaml.MappingNode}[t.Kind()]
	switch {
	case first == nil && want == yaml.MappingNode && value.Kind == want:
		made := *value
		made.Content = nil
		into.Content = append(into.Content, key, &made)
		r.join(&made, value, t, path)
	case first == nil:
		into.Content = append(into.Content, key, value)
	case want == 0:
		r.twice(key, first, "field ")
	case !r.is(value, want, path):
	case first.Kind != want: // told here, since what is of the right kind takes its place
		r.is(first, want, path)
		into.Content[i+1] = value
	case want == yaml.SequenceNode:
		first.Content = append(first.Content, value.Content...)
	default:
		r.join(first, value, t, path)
	}
}

// twice tells that a key was given before.
func (r *reader) twice(key, first *yaml.Node, thing string) {
	r.fault(key, CodeGivenTwice, fmt.Sprintf("%s%q is already given at %s", thing, cut(key.Value), r.place(first)), "keep one of the two")
}

// place is where a node is.
func (r *reader) place(n *yaml.Node) Position {
	if n.Line == 0 {
		return Position{} // made by join
	}
	return Position{r.files[n.Line/stride].name, n.Line % stride, n.Column}
}

// at returns the node at a path, such as questions[3].options[0].id, or nil. A key may have dots and brackets
// in it, so it isn't enough to cut the path at those.
func (r *reader) at(path string) *yaml.Node { _, value := r.lookup(nil, r.root, path); return value }

// lookup returns the value at a path under a key's value, and the key it has there, if it has one.
func (r *reader) lookup(key, n *yaml.Node, path string) (*yaml.Node, *yaml.Node) {
	if path == "" {
		return key, n
	}
	if index, rest, ok := strings.Cut(path, "]"); ok && n.Kind == yaml.SequenceNode && path[0] == '[' {
		if i, err := strconv.Atoi(index[1:]); err == nil && i < len(n.Content) {
			return r.lookup(nil, n.Content[i], rest)
		}
		return nil, nil
	}
	path = strings.TrimPrefix(path, ".")
	for end := 0; n.Kind == yaml.MappingNode && end <= len(path); end++ {
		if end < len(path) && path[end] != '.' && path[end] != '[' {
			continue
		}
		if i, ok := r.entry(n, path[:end]); ok {
			if key, value := r.lookup(n.Content[i], n.Content[i+1], path[end:]); value != nil {
				return key, value
			}
		}
	}
	return nil, nil
}

// manyKeys is from how many keys on a mapping is searched by an index. The built-in content has none so large.
const manyKeys = 100

// entry finds a key in a mapping, the first of those that are the same.
func (r *reader) entry(n *yaml.Node, key string) (index int, ok bool) {
	if len(n.Content) < 2*manyKeys {
		value, i := entry(n, key)
		return i, value != nil
	}
	if r.indices[n] == nil {
		r.indices[n] = map[string]int{}
		for i := len(n.Content) - 2; i >= 0; i -= 2 {
			r.indices[n][n.Content[i].Value] = i
		}
	}
	index, ok = r.indices[n][key]
	return index, ok
}

// entry returns the value of a key in a mapping and the key's index, or nil.
func entry(n *yaml.Node, key string) (*yaml.Node, int) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1], i
		}
	}
	return nil, -1
}

// lose records that a file can't be read.
func (r *reader) lose(f Fault) {
	r.lost = r.lost || !f.Warning
	r.add(f)
}

// fault records an error at a node.
func (r *reader) fault(n *yaml.Node, code Code, what, fix string) {
	r.add(Fault{Position: r.place(n), Code: code, What: what, Fix: fix})
}

// tell returns the faults in the order of their positions, each with its line.
func (r *reader) tell() Faults {
	faults := r.sorted()
	data := map[string][]byte{}
	for _, f := range r.files {
		data[f.name] = f.data
	}
	for i, f := range faults {
		if f.Line > 0 {
			faults[i].Source = sourceLine(data[f.File], f.Line)
		}
		if strings.HasPrefix(f.File, builtinDir) && !f.Warning {
			faults[i].Fix += ". It's built in: change or drop it in your own files"
		}
	}
	return faults
}
