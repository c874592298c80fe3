package content

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// value decodes a node into v, which may be anything that a catalog is made of.
func (r *reader) value(n *yaml.Node, v reflect.Value, path string) {
	if n.Kind == yaml.AliasNode {
		r.told[path] = true
		r.fault(n, CodeAlias, sprintf("%q is an alias", "*"+n.Value), "write the value out here")
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
	if missing := r.missing(n, v.Type(), path); len(missing) > 0 {
		f := Fault{Position: r.place(n), Code: CodeFieldMissing, What: fmt.Sprintf("%s has no %s", describe(n, path), quoted(missing)), Fix: addFields(missing)}
		if f.Meant = r.likes[n]; f.Meant != "" {
			f.Fix = fmt.Sprintf("did you mean the built-in %q? If it's new, %s", f.Meant, f.Fix)
		}
		r.add(f)
	}
}

// headAt are the fields that a file has beside those of a catalog, at the path of the whole.
func (r *reader) headAt(path string) []string {
	if path == "" {
		return r.head
	}
	return nil
}

func addFields(names []string) string {
	if len(names) == 1 {
		return "add the field " + quoted(names)
	}
	return "add these fields"
}

func quoted(names []string) string { return `"` + strings.Join(names, `", "`) + `"` }

// joined reports whether several files may add to the struct at a path: the whole, and what it has once.
func joined(path string) bool { return !strings.Contains(path, "[") }

// fields decodes a mapping into a struct.
func (r *reader) fields(n *yaml.Node, v reflect.Value, path string) {
	known := r.fieldsOf(v.Type())
	first := make([]*yaml.Node, len(known))
	for i := 0; i+1 < len(n.Content) && r.more <= maxCounted; i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		f := slices.IndexFunc(known, func(f field) bool { return f.name == key.Value })
		switch {
		case f < 0 && retired(path, key.Value):
			r.add(Fault{Position: r.place(key), Code: CodeFieldRetired, Warning: true,
				What: fmt.Sprintf("the field %q isn't used any more", key.Value), Fix: "remove it"})
		case f < 0:
			r.unknownField(key, n, append(names(known), r.headAt(path)...), path)
		case first[f] != nil && known[f].name == "id":
			r.fault(key, CodeGivenTwice, fmt.Sprintf("this entry has an \"id\" already, at %s", r.place(first[f])), "begin a new entry with a dash, or keep one of the two")
			return // the other fields are given twice as well
		case first[f] != nil:
			r.twice(key, first[f], "field ")
		default:
			first[f] = value
			r.value(value, v.Field(known[f].index), join(path, key.Value))
		}
	}
}

// unknownField tells of a field that there is not. The one that was probably meant isn't told as missing.
func (r *reader) unknownField(key, n *yaml.Node, known []string, path string) {
	f := Fault{Position: r.place(key), Code: CodeFieldUnknown, What: sprintf("unknown field %q", key.Value)}
	if len(r.faults) < maxFaults {
		f.Meant, f.Fix = r.nearestField(key.Value, known, func(name string) bool { return r.given(n, name, path) })
	}
	if f.Meant != "" {
		r.told[join(path, f.Meant)] = true
	}
	r.add(f)
}

// retired reports whether a field was asked for once. Content that still has it goes on working.
func retired(path, name string) bool {
	return strings.HasPrefix(path, "guidance[") && (name == "name" || name == "ask") ||
		strings.HasPrefix(path, "strengths[") && (name == "work" || name == "proves" || name == "cv")
}

// missing names the fields that a struct must have and its node, if it has one, does not.
func (r *reader) missing(n *yaml.Node, t reflect.Type, path string) []string {
	var missing []string
	for _, f := range r.fieldsOf(t) {
		if !f.optional && !r.given(n, f.name, path) {
			missing = append(missing, f.name)
		}
	}
	return missing
}

// given reports whether a mapping has a field, or a fault that speaks of it is told.
func (r *reader) given(n *yaml.Node, name, path string) bool {
	if n == nil {
		return false
	}
	_, ok := r.entry(n, name)
	return ok || r.told[join(path, name)]
}

func (r *reader) list(n *yaml.Node, v reflect.Value, path string) {
	if !r.is(n, yaml.SequenceNode, path) {
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content)))
	for i, item := range n.Content {
		if r.more > maxCounted {
			v.SetLen(i)
			return
		}
		r.value(item, v.Index(i), path+"["+strconv.Itoa(i)+"]")
	}
}

// entries decodes a mapping into a map, whose keys the checker knows.
func (r *reader) entries(n *yaml.Node, v reflect.Value, path string) {
	if !r.is(n, yaml.MappingNode, path) {
		return
	}
	v.Set(reflect.MakeMap(v.Type()))
	first := map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if first[key.Value] != nil {
			r.twice(key, first[key.Value], "")
			continue
		}
		first[key.Value] = n.Content[i+1]
		made := reflect.New(v.Type().Elem()).Elem()
		r.value(n.Content[i+1], made, join(path, key.Value))
		v.SetMapIndex(reflect.ValueOf(key.Value), made)
	}
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
