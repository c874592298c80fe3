package content

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"waymark/stages"
)

// value decodes a node into v, which may be anything that a catalog is made of.
func (r *reader) value(n *yaml.Node, v reflect.Value, path string) {
	r.at[path] = Position{r.name, n.Line, n.Column}
	if n.Kind == yaml.AliasNode {
		r.fault(n, fmt.Sprintf("the alias %q", "*"+n.Value), "write the value out here")
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		r.fields(n, v, path)
		r.missing(n, v, path)
	case reflect.Slice:
		r.list(n, v, path)
	case reflect.Map:
		r.entries(n, v, path)
	default:
		r.scalar(n, v, path)
	}
}

// fields decodes a mapping into a struct.
func (r *reader) fields(n *yaml.Node, v reflect.Value, path string) {
	if !r.is(n, yaml.MappingNode, path) {
		return
	}
	known := fieldsOf(v.Type())
	for i := 0; i < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		f := slices.IndexFunc(known, func(f field) bool { return f.name == key.Value })
		at := join(path, key.Value)
		switch {
		case f < 0 && retired(path, key.Value):
			r.faults = append(r.faults, Fault{Position: Position{r.name, key.Line, key.Column}, Warning: true,
				What: fmt.Sprintf("the field %q is not used any more", key.Value), Fix: "take it out"})
		case f < 0:
			r.fault(key, fmt.Sprintf("unknown field %q", key.Value), nearest(key.Value, names(known)))
		case path != "" && r.seen(n, i):
			r.fault(key, fmt.Sprintf("field %q is given twice", key.Value), "keep one of the two")
		case path == "" && value.Kind == yaml.ScalarNode && r.at[at] != (Position{}):
			r.fault(key, fmt.Sprintf("field %q is given at %s already", key.Value, r.at[at]), "keep one of the two")
		default:
			r.value(value, v.Field(known[f].index), at)
		}
	}
}

// retired reports whether a field was asked for once. Content that still has it goes on working.
func retired(path, name string) bool {
	return strings.HasPrefix(path, "guidance[") && (name == "name" || name == "ask")
}

// seen reports whether the key at i stands earlier in the mapping.
func (r *reader) seen(n *yaml.Node, i int) bool {
	for j := 0; j < i; j += 2 {
		if n.Content[j].Value == n.Content[i].Value {
			return true
		}
	}
	return false
}

// missing records the fields of a struct that must be given and are not.
func (r *reader) missing(n *yaml.Node, v reflect.Value, path string) {
	if n.Kind != yaml.MappingNode {
		return
	}
	for _, f := range fieldsOf(v.Type()) {
		if _, given := r.at[join(path, f.name)]; !given && !f.optional {
			r.fault(n, fmt.Sprintf("%s has no %q", describe(n, path), f.name), fmt.Sprintf("add the field %q", f.name))
		}
	}
}

func (r *reader) list(n *yaml.Node, v reflect.Value, path string) {
	if !r.is(n, yaml.SequenceNode, path) {
		return
	}
	for _, item := range n.Content {
		i := v.Len()
		v.Set(reflect.Append(v, reflect.Zero(v.Type().Elem())))
		r.value(item, v.Index(i), fmt.Sprintf("%s[%d]", path, i))
	}
}

func (r *reader) entries(n *yaml.Node, v reflect.Value, path string) {
	if !r.is(n, yaml.MappingNode, path) {
		return
	}
	v.Set(reflect.MakeMap(v.Type()))
	for i := 0; i < len(n.Content); i += 2 {
		entry := reflect.New(v.Type().Elem()).Elem()
		r.value(n.Content[i+1], entry, join(path, n.Content[i].Value))
		if r.seen(n, i) {
			r.fault(n.Content[i], fmt.Sprintf("%q is given twice", n.Content[i].Value), "keep one of the two")
		}
		v.SetMapIndex(reflect.ValueOf(n.Content[i].Value), entry)
	}
}

// wanted names the kinds of scalar a catalog holds, as a person would.
var wanted = map[reflect.Kind]string{
	reflect.String: "text", reflect.Int: "a whole number", reflect.Float64: "a number", reflect.Bool: "true or false",
}

// scalar decodes text, a number or a truth value. Nothing is converted silently: `version: 1` is a
// number where text is wanted, and an empty value is no text.
func (r *reader) scalar(n *yaml.Node, v reflect.Value, path string) {
	if n.Kind == yaml.ScalarNode && n.Tag == "!!str" && v.Kind() == reflect.String {
		r.text(n, v, path)
		return
	}
	fits := n.Tag == map[reflect.Kind]string{reflect.Int: "!!int", reflect.Float64: "!!float", reflect.Bool: "!!bool"}[v.Kind()] ||
		v.Kind() == reflect.Float64 && n.Tag == "!!int"
	if n.Kind == yaml.ScalarNode && fits && n.Decode(v.Addr().Interface()) == nil {
		return
	}
	r.at[path] = Position{} // read in vain: no later check need speak of it
	cure := "write " + wanted[v.Kind()]
	if v.Kind() == reflect.String && n.Kind == yaml.ScalarNode && n.Tag != "!!null" {
		cure = fmt.Sprintf("put it in quotes: %q", n.Value)
	}
	r.fault(n, fmt.Sprintf("%q is %s, and %s is wanted", last(path), found(n), wanted[v.Kind()]), cure)
}

// text takes a string that can be shown: not empty, and without characters that steer a terminal.
func (r *reader) text(n *yaml.Node, v reflect.Value, path string) {
	text := strings.TrimSpace(n.Value)
	if text == "" {
		r.fault(n, fmt.Sprintf("%q is empty", last(path)), "write some text, or take the line out")
		return
	}
	if i := strings.IndexFunc(text, stages.Steers); i >= 0 {
		c, _ := utf8.DecodeRuneInString(text[i:])
		r.fault(n, fmt.Sprintf("%q holds the control character %U", last(path), c), "take it out")
		return
	}
	v.SetString(text)
}

func (r *reader) is(n *yaml.Node, kind yaml.Kind, path string) bool {
	if n.Kind == kind {
		return true
	}
	r.at[path] = Position{} // read in vain: no later check need speak of it
	want, cure := "a set of fields", "write it as `field: value` lines"
	if kind == yaml.SequenceNode {
		want, cure = "a list", "begin each entry with a dash"
	}
	name := "the file"
	if path != "" {
		name = fmt.Sprintf("%q", last(path))
	}
	r.fault(n, fmt.Sprintf("%s is %s, and %s is wanted", name, found(n), want), cure)
	return false
}

// found names what a node holds.
func found(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.MappingNode:
		return "a set of fields"
	case n.Kind == yaml.SequenceNode:
		return "a list"
	case n.Tag == "!!null":
		return "empty"
	case n.Tag == "!!int", n.Tag == "!!float":
		return "the number " + n.Value
	case n.Tag == "!!bool":
		return "the truth value " + n.Value
	case n.Tag == "!!timestamp":
		return "the date " + n.Value
	}
	return fmt.Sprintf("the text %q", n.Value)
}

// describe names a mapping by its id where it has one, else by the list it stands in.
func describe(n *yaml.Node, path string) string {
	list, _, _ := strings.Cut(last(path), "[")
	kind := strings.TrimSuffix(list, "s")
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == "id" && n.Content[i+1].Kind == yaml.ScalarNode {
			return fmt.Sprintf("%s %q", kind, n.Content[i+1].Value)
		}
	}
	return "this " + kind
}

// last is the last name of a path: level of questions[3].options[0].level.
func last(path string) string {
	return path[strings.LastIndexByte(path, '.')+1:]
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

// field is a field of a struct as YAML names it.
type field struct {
	name     string
	index    int
	optional bool
}

func fieldsOf(t reflect.Type) []field {
	var fields []field
	for i := range t.NumField() {
		name, rest, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ",")
		if name != "-" {
			fields = append(fields, field{name, i, rest == "omitempty"})
		}
	}
	return fields
}

func names(fields []field) []string {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.name
	}
	return names
}
