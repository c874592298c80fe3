package content

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"gopkg.in/yaml.v3"

	"waymark/stages"
)

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
	r.told[path] = true
	f := Fault{Position: r.place(n), Code: CodeTypeWrong, What: fmt.Sprintf("%s is %s, but it should be %s", label(path), found(n), want.name)}
	f.Meant, f.Fix = instead(n, v.Kind())
	r.add(f)
}

const lineBreaks = "\n\u2028\u2029"

var aroundBreaks = pattern(`\s*[` + lineBreaks + `]\s*`)

var curly = pattern(`^[“„‘][^“„‘”’]*[”“’]$`)

// text takes a string that can be shown: not empty, without characters that steer a terminal, and
// within the columns that its field has.
func (r *reader) text(n *yaml.Node, v reflect.Value, path string) {
	text, field := strings.TrimSpace(n.Value), last(path)
	if strings.IndexByte(text, '{') >= 0 {
		r.braced = append(r.braced, braced{path, text})
	}
	if limit := columns[field]; text != "" && keyboard(text) && (limit == 0 || len(text) <= limit) {
		v.SetString(text)
		return
	}
	if strings.ContainsAny(text, lineBreaks) { // rare, and the expression takes time
		text = aroundBreaks().ReplaceAllString(text, " ")
	}
	if i := strings.IndexFunc(text, stages.Steers); i >= 0 {
		c, _ := utf8.DecodeRuneInString(text[i:])
		r.told[path] = true
		r.fault(n, CodeControl, sprintf("%q contains the control character %U", field, c), "remove it")
		return
	}
	if text == "" {
		r.told[path] = true
		r.fault(n, CodeTextEmpty, sprintf("%q is empty", field), "write some text, or remove the line")
		return
	}
	v.SetString(text)
	if curly().MatchString(text) {
		r.add(Fault{Position: r.place(n), Code: CodeCurlyQuotes, Warning: true, What: sprintf("%q has curly quotes around it, which people will see", field),
			Fix: "use straight quotes"})
	}
	if limit := columns[field]; limit > 0 && !strings.Contains(path, ".read[") && ansi.StringWidth(text) > limit {
		r.fault(n, CodeTextWide, fmt.Sprintf("%q takes %d columns, but lists only have %d", field, ansi.StringWidth(text), limit), "shorten it")
	}
}

// keyboard reports whether a text has nothing but what an English keyboard types, as most have: then none of what
// takes time to look for is in it, and it's as wide as it's long.
func keyboard(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] > '~' {
			return false
		}
	}
	return true
}

// columns are what the texts that are shown in one line may take. The title of a book isn't one.
var columns = map[string]int{"id": 60, "version": 40, "title": 60, "name": 40, "line": 80, "short": 60}

func (r *reader) is(n *yaml.Node, kind yaml.Kind, path string) bool {
	if n.Kind == kind {
		return true
	}
	r.told[path] = true
	want, fix := "a set of fields", "write it as `field: value` lines"
	switch {
	case kind == yaml.SequenceNode && n.Kind == yaml.ScalarNode && n.Value != "":
		want, fix = "a list", sprintf("write it as a list: [%s]", n.Value)
	case kind == yaml.SequenceNode:
		want, fix = "a list", "begin each entry with a dash"
	}
	r.fault(n, CodeTypeWrong, fmt.Sprintf("%s is %s, but it should be %s", label(path), found(n), want), fix)
	return false
}

// label names what is at a path, as a person would.
func label(path string) string {
	if path == "" {
		return "the file"
	}
	name, index, listed := strings.Cut(last(path), "[")
	if i, err := strconv.Atoi(strings.TrimSuffix(index, "]")); listed && err == nil {
		return sprintf("entry %d", i+1) + sprintf(" of %q", name)
	}
	return sprintf("%q", last(path))
}

// instead is the value that was probably meant by one of the wrong kind, where that's clear, and what to do.
func instead(n *yaml.Node, kind reflect.Kind) (meant, fix string) {
	want := wanted[kind]
	if n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
		return "", "write " + want.name
	}
	switch text := strings.ToLower(n.Value); {
	case kind == reflect.String:
		return "", sprintf("put it in quotes: %q", n.Value)
	case kind == reflect.Bool && (strings.HasPrefix(text, "y") || text == "on"):
		meant = "true"
	case kind == reflect.Bool && (strings.HasPrefix(text, "no") || text == "n" || text == "off"):
		meant = "false"
	case kind == reflect.Bool:
		meant = closest(text, []string{"true", "false"})
	case kind == reflect.Float64 && decimalComma().MatchString(text):
		meant = strings.Replace(text, ",", ".", 1)
	default:
		if i := slices.Index(numerals, text); i >= 0 {
			meant = strconv.Itoa(i)
		}
	}
	if meant == "" {
		return "", "write " + want.name
	}
	return meant, "write " + meant
}

var (
	decimalComma = pattern(`^\d+,\d+$`)
	numerals     = []string{"zero", "one", "two", "three", "four", "five"}
)

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
