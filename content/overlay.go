package content

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"waymark/stages"
)

// extendsBuiltin is what a folder extends that holds only what differs from the built-in content.
const extendsBuiltin = "builtin"

// builtinDir is before the names of built-in files in positions.
const builtinDir = "built-in/"

// extended is what it stands for. Only a test puts something smaller in its place.
var extended fs.FS = builtin

// settings are what a content file may hold beside the fields of a catalog.
type settings struct {
	Extends string `yaml:"extends,omitempty"`
	Drop    Drop   `yaml:"drop,omitempty"`
}

// Drop lists the ids of built-in things that a folder goes without.
type Drop struct {
	Questions []string `yaml:"questions,omitempty"`
	Steps     []string `yaml:"steps,omitempty"`
	Strands   []string `yaml:"strands,omitempty"`
	Roads     []string `yaml:"roads,omitempty"`
	Winds     []string `yaml:"winds,omitempty"`
	Shapes    []string `yaml:"shapes,omitempty"`
	Strengths []string `yaml:"strengths,omitempty"`
}

// Extension counts how a folder differs from the built-in content that it extends.
type Extension struct {
	Changed, Added, Dropped int
	LeftOut                 int // built-in references to what was dropped, which went with it
}

// catalog joins the files of a folder, with the built-in ones below them if the folder extends those.
func (r *reader) catalog(f *folder) *Extension {
	catalog, head := reflect.TypeFor[stages.Catalog](), &yaml.Node{Kind: yaml.MappingNode}
	r.head = names(r.fieldsOf(reflect.TypeFor[settings]()))
	for _, root := range r.parse(f.files) {
		r.join(head, r.split(root), reflect.TypeFor[settings](), "")
		r.join(r.root, root, catalog, "")
	}
	var set settings
	r.fields(head, reflect.ValueOf(&set).Elem(), "")
	extends, _ := entry(head, "extends")
	drop, _ := entry(head, "drop")
	switch {
	case set.Extends == extendsBuiltin:
		return r.extend(drop)
	case set.Extends != "":
		r.fault(extends, CodeUnknown, sprintf("there's no content %q to extend", set.Extends), "write builtin")
	case drop != nil && extends == nil:
		r.fault(drop, CodeMisplaced, "there's nothing to drop from, since this content doesn't extend another", "add `extends: builtin`")
	}
	return nil
}

// split takes the settings out of a file, and returns them.
func (r *reader) split(root *yaml.Node) *yaml.Node {
	head := &yaml.Node{Kind: yaml.MappingNode}
	var rest []*yaml.Node
	for i := 0; i+1 < len(root.Content); i += 2 {
		if slices.Contains(r.head, root.Content[i].Value) {
			head.Content = append(head.Content, root.Content[i], root.Content[i+1])
		} else {
			rest = append(rest, root.Content[i], root.Content[i+1])
		}
	}
	root.Content = rest
	return head
}

// extend puts the built-in content below what the root holds, without what is dropped.
func (r *reader) extend(drop *yaml.Node) *Extension {
	own, files := r.root, readFolder(extended).files
	for i := range files {
		files[i].name = builtinDir + files[i].name
	}
	r.root = &yaml.Node{Kind: yaml.MappingNode}
	for _, root := range r.parse(files) {
		r.join(r.root, root, reflect.TypeFor[stages.Catalog](), "")
	}
	e := &Extension{}
	r.drop(drop, e)
	r.change(r.root, own, reflect.TypeFor[stages.Catalog](), "", e)
	r.forgetOptions(e)
	return e
}

// change puts what a folder holds into the place of what is built in.
func (r *reader) change(base, own *yaml.Node, t reflect.Type, path string, e *Extension) {
	known := r.fieldsOf(t)
	for i := 0; i+1 < len(own.Content); i += 2 {
		key, value := own.Content[i], own.Content[i+1]
		f := slices.IndexFunc(known, func(f field) bool { return f.name == key.Value })
		old, at := entry(base, key.Value)
		if f < 0 || old == nil {
			base.Content = append(base.Content, key, value)
			continue
		}
		switch kind := t.Field(known[f].index).Type; {
		case kind.Kind() == reflect.Slice && value.Kind == yaml.SequenceNode:
			r.changeList(old, value, e)
		case kind.Kind() == reflect.Struct && value.Kind == yaml.MappingNode:
			r.change(old, value, kind, join(path, key.Value), e)
		default: // what's wrong with its kind is told when it's decoded
			base.Content[at], base.Content[at+1] = key, value
			e.Changed++
		}
	}
}

// changeList changes the entries of a list that have the id of a built-in one, and adds the others.
func (r *reader) changeList(base, own *yaml.Node, e *Extension) {
	index, taken := map[string]int{}, map[string]bool{}
	var ids []string
	for i, n := range base.Content {
		index[scalarOf(n, "id")] = i
		ids = named(ids, scalarOf(n, "id"))
	}
	for _, n := range own.Content {
		id := scalarOf(n, "id")
		i, builtIn := index[id]
		if id != "" && builtIn && !taken[id] {
			base.Content[i] = r.merge(base.Content[i], n)
			taken[id] = true
			e.Changed++
			continue
		}
		base.Content = append(base.Content, n)
		if !builtIn {
			r.likes[n] = closest(id, ids)
		}
		e.Added++
	}
}

// merge returns a built-in entry with the fields of one's own in the place of its own. A field that is null is
// taken away.
func (r *reader) merge(base, own *yaml.Node) *yaml.Node {
	out := *own
	out.Content = slices.Clone(base.Content)
	given := map[string]*yaml.Node{}
	for i := 0; i+1 < len(own.Content); i += 2 {
		key, value := own.Content[i], own.Content[i+1]
		if given[key.Value] != nil {
			r.twice(key, given[key.Value], "field ")
			continue
		}
		given[key.Value] = value
		_, at := entry(&out, key.Value)
		switch {
		case at >= 0 && value.Tag == "!!null":
			out.Content = slices.Delete(out.Content, at, at+2)
		case at >= 0:
			out.Content[at], out.Content[at+1] = key, value
		default:
			out.Content = append(out.Content, key, value)
		}
	}
	return &out
}

// scalarOf is the text of a field, or empty.
func scalarOf(n *yaml.Node, field string) string {
	if value, _ := entry(n, field); n.Kind == yaml.MappingNode && value != nil && value.Kind == yaml.ScalarNode {
		return value.Value
	}
	return ""
}

// builtIn reports whether a node comes from a built-in file.
func (r *reader) builtIn(n *yaml.Node) bool { return strings.HasPrefix(r.place(n).File, builtinDir) }

// bothChecksums identifies content that extends the built-in one: it changes with either.
func bothChecksums(own string) string {
	sum := sha256.Sum256(fmt.Append(nil, own, builtinChecksum()))
	return hex.EncodeToString(sum[:])
}
