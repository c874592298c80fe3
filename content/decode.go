package content

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"gopkg.in/yaml.v3"

	"waymark/stages"
)

// value decodes a node into v, which may be anything that a catalog is made of.
func (r *reader) value(n *yaml.Node, v reflect.Value, path string) {
	r.at[path] = Position{r.name, n.Line, n.Column}
	if n.Kind == yaml.AliasNode {
		r.vain(path)
		r.fault(n, sprintf("%q is an alias", "*"+n.Value), "write the value out here")
		return
	}
	if decode, ok := r.decoders[v.Type()]; ok {
		decode(n, v, path)
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		r.structure(n, v, path)
	case reflect.Slice:
		r.list(n, v, path)
	case reflect.Map:
		r.entries(n, v, path)
	default:
		r.scalar(n, v, path)
	}
}

// structure decodes a mapping into a struct, and finds what it must have and has not.
func (r *reader) structure(n *yaml.Node, v reflect.Value, path string) {
	if !r.is(n, yaml.MappingNode, path) {
		return
	}
	r.fields(n, v, path)
	if joined(path) {
		return
	}
	for _, name := range r.missing(v.Type(), path) {
		r.fault(n, fmt.Sprintf("%s has no %q", describe(n, path), name), fmt.Sprintf("add the field %q", name))
	}
}

// joined reports whether several files may add to the struct at a path: the whole, and what it has once.
func joined(path string) bool { return !strings.Contains(path, "[") }

// fields decodes a mapping into a struct.
func (r *reader) fields(n *yaml.Node, v reflect.Value, path string) {
	known := r.fieldsOf(v.Type())
	for i := 0; i < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		f := slices.IndexFunc(known, func(f field) bool { return f.name == key.Value })
		switch {
		case f < 0 && retired(path, key.Value):
			r.add(Fault{Position: Position{r.name, key.Line, key.Column}, Warning: true,
				What: fmt.Sprintf("the field %q isn't used any more", key.Value), Fix: "remove it"})
			continue
		case f < 0:
			r.fault(key, sprintf("unknown field %q", key.Value), r.nearest(key.Value, names(known)))
			continue
		}
		to, at := v.Field(known[f].index), join(path, key.Value)
		adds := joined(path) && (to.Kind() == reflect.Slice || to.Kind() == reflect.Struct)
		if first := r.at[at]; first != (Position{}) && !adds {
			r.fault(key, fmt.Sprintf("field %q is already given at %s", key.Value, first), "keep one of the two")
			continue
		}
		r.value(value, to, at)
	}
}

// retired reports whether a field was asked for once. Content that still has it goes on working.
func retired(path, name string) bool {
	return strings.HasPrefix(path, "guidance[") && (name == "name" || name == "ask") ||
		strings.HasPrefix(path, "strengths[") && (name == "work" || name == "proves" || name == "cv")
}

// missing names the fields that a struct must have and was not given.
func (r *reader) missing(t reflect.Type, path string) []string {
	var missing []string
	for _, f := range r.fieldsOf(t) {
		if _, given := r.at[join(path, f.name)]; !given && !f.optional {
			missing = append(missing, f.name)
		}
	}
	return missing
}

// vain marks what was given at a path as unusable, and told: no later check need speak of it.
func (r *reader) vain(path string) { r.at[path] = Position{} }

func (r *reader) list(n *yaml.Node, v reflect.Value, path string) {
	if !r.is(n, yaml.SequenceNode, path) {
		return
	}
	for _, item := range n.Content {
		if r.more > maxCounted {
			return
		}
		i := v.Len()
		v.Set(reflect.Append(v, reflect.Zero(v.Type().Elem())))
		r.value(item, v.Index(i), fmt.Sprintf("%s[%d]", path, i))
	}
}

// entries decodes a mapping into a map, whose keys the checker knows.
func (r *reader) entries(n *yaml.Node, v reflect.Value, path string) {
	if !r.is(n, yaml.MappingNode, path) {
		return
	}
	v.Set(reflect.MakeMap(v.Type()))
	for i := 0; i < len(n.Content); i += 2 {
		key, at := n.Content[i], join(path, n.Content[i].Value)
		if first := r.at[at]; first != (Position{}) {
			r.fault(key, sprintf("%q is already given at %s", key.Value, first), "keep one of the two")
			continue
		}
		entry := reflect.New(v.Type().Elem()).Elem()
		r.value(n.Content[i+1], entry, at)
		v.SetMapIndex(reflect.ValueOf(key.Value), entry)
	}
}

// wanted are the kinds of scalar a catalog holds: as YAML calls them, and as a person does.
var wanted = map[reflect.Kind]struct{ tag, name string }{
	reflect.String: {"!!str", "text"}, reflect.Int: {"!!int", "a whole number"},
	reflect.Uint64: {"!!int", "a whole number from 0"}, reflect.Float64: {"!!float", "a number"}, reflect.Bool: {"!!bool", "true or false"},
}

// scalar decodes text, a number or a truth value. Nothing is converted silently: `version: 1` is a
// number where text is wanted, and an empty value is no text.
func (r *reader) scalar(n *yaml.Node, v reflect.Value, path string) {
	want, isText := wanted[v.Kind()], v.Kind() == reflect.String
	fits := n.Kind == yaml.ScalarNode && (n.Tag == want.tag || n.Tag == "!!int" && v.Kind() == reflect.Float64)
	switch {
	case fits && isText:
		r.text(n, v, path)
		return
	case fits && n.Decode(v.Addr().Interface()) == nil:
		return
	}
	r.vain(path)
	fix := "write " + want.name
	if isText && n.Kind == yaml.ScalarNode && n.Tag != "!!null" {
		fix = sprintf("put it in quotes: %q", n.Value)
	}
	r.fault(n, fmt.Sprintf("%q is %s, but it should be %s", cut(last(path)), found(n), want.name), fix)
}

const lineBreaks = "\n\u2028\u2029"

var aroundBreaks = regexp.MustCompile(`\s*[` + lineBreaks + `]\s*`)

// text takes a string that can be shown: not empty, without characters that steer a terminal, and
// within the columns that its field has.
func (r *reader) text(n *yaml.Node, v reflect.Value, path string) {
	text, field := strings.TrimSpace(n.Value), last(path)
	if strings.ContainsAny(text, lineBreaks) { // rare, and the expression takes time
		text = aroundBreaks.ReplaceAllString(text, " ")
	}
	if i := strings.IndexFunc(text, stages.Steers); i >= 0 {
		c, _ := utf8.DecodeRuneInString(text[i:])
		r.vain(path)
		r.fault(n, sprintf("%q contains the control character %U", field, c), "remove it")
		return
	}
	if text == "" {
		r.vain(path)
		r.fault(n, sprintf("%q is empty", field), "write some text, or remove the line")
		return
	}
	v.SetString(text)
	if limit := columns[field]; limit > 0 && !strings.Contains(path, ".read[") && ansi.StringWidth(text) > limit {
		r.fault(n, fmt.Sprintf("%q takes %d columns, but lists only have %d", field, ansi.StringWidth(text), limit), "shorten it")
	}
}

// columns are what the texts that are shown in one line may take. The title of a book isn't one.
var columns = map[string]int{"id": 60, "version": 40, "title": 60, "name": 40, "line": 80, "short": 60}

func (r *reader) is(n *yaml.Node, kind yaml.Kind, path string) bool {
	if n.Kind == kind {
		return true
	}
	r.vain(path)
	want, fix := "a set of fields", "write it as `field: value` lines"
	if kind == yaml.SequenceNode {
		want, fix = "a list", "begin each entry with a dash"
	}
	name := "the file"
	if path != "" {
		name = sprintf("%q", last(path))
	}
	r.fault(n, fmt.Sprintf("%s is %s, but it should be %s", name, found(n), want), fix)
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
	case n.Style&yaml.TaggedStyle != 0:
		return sprintf("the tagged value %q", n.Value) // the tag may say what it likes
	case n.Tag == "!!int", n.Tag == "!!float":
		return sprintf("the number %s", n.Value)
	case n.Tag == "!!bool":
		return sprintf("the truth value %s", n.Value)
	case n.Tag == "!!timestamp":
		return sprintf("the date %s", n.Value)
	}
	return sprintf("the text %q", n.Value)
}

// describe names a mapping by its id where it has one, else by its key or the list it stands in.
func describe(n *yaml.Node, path string) string {
	list, _, listed := strings.Cut(last(path), "[")
	if !listed {
		return sprintf("%q", list)
	}
	kind := strings.TrimSuffix(list, "s")
	if list == "people" {
		kind = "person"
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == "id" && n.Content[i+1].Kind == yaml.ScalarNode {
			return sprintf("%s %q", kind, n.Content[i+1].Value)
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

func (r *reader) fieldsOf(t reflect.Type) []field {
	fields, ok := r.known[t]
	if ok {
		return fields
	}
	for i := range t.NumField() {
		name, rest, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ",")
		if name != "-" {
			fields = append(fields, field{name, i, rest == "omitempty"})
		}
	}
	r.known[t] = fields
	return fields
}

func names(fields []field) []string {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.name
	}
	return names
}
