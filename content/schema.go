package content

import (
	"bytes"
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"

	"waymark/stages"
	"waymark/stages/calibrate"
)

// SchemaFile is what [Init] calls the JSON Schema that it writes.
const SchemaFile = "waymark.schema.json"

// Schema returns the JSON Schema of a content file, by draft 2020-12, made from the types of the catalog. For a
// folder that extends the built-in content, an entry needs its id only, since the rest may be built in.
//
// The schema is what an editor checks while someone types. It's no stricter than [Load], which also checks what
// needs more than one place: that ids are taken once, and that the things named exist.
func Schema(extends bool) []byte {
	s := schemaMaker{extends: extends, defs: map[string]any{}}
	whole := s.object(reflect.TypeFor[stages.Catalog](), "")
	for name, property := range s.object(reflect.TypeFor[settings](), "")["properties"].(map[string]any) {
		whole["properties"].(map[string]any)[name] = property
	}
	return s.whole(whole, "Waymark content", "A file of a Waymark content folder.")
}

// whole is the schema of a file, in which any of the fields may be.
func (s *schemaMaker) whole(whole map[string]any, title, about string) []byte {
	delete(whole, "required") // of each file: another one may have it
	whole["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	whole["title"] = title
	whole["description"] = about + " Every file may hold any of these fields, and the lists of all files are joined."
	whole["$defs"] = s.defs
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(whole); err != nil {
		panic(err) // nothing in it can't be written
	}
	return out.Bytes()
}

type schemaMaker struct {
	extends bool
	defs    map[string]any
}

// object is the schema of a struct. The questions of a survey have a form of their own: a prefix to the name of
// the type tells them apart.
func (s *schemaMaker) object(t reflect.Type, prefix string) map[string]any {
	properties, required := map[string]any{}, []string{}
	for i := range t.NumField() {
		f := t.Field(i)
		name, rest, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		path := prefix + t.Name() + "." + name
		if name == "-" || slices.Contains(misplaced, path) {
			continue
		}
		property := s.value(f.Type, path)
		maps.Copy(property, limits[t.Name()+"."+name])
		property["description"] = descriptions[t.Name()+"."+name]
		optional := rest == "omitempty" && !slices.Contains(needed, path)
		if !optional && (!s.extends || name == "id") {
			required = append(required, name)
		}
		if s.extends && optional && prefix+t.Name() != "Catalog" { // null takes a built-in field away
			property = map[string]any{"description": property["description"], "anyOf": []any{property, map[string]any{"type": "null"}}}
		}
		properties[name] = property
	}
	object := map[string]any{"type": "object", "additionalProperties": false, "properties": properties}
	if len(required) > 0 {
		object["required"] = required
	}
	return object
}

// value is the schema of a field's value.
func (s *schemaMaker) value(t reflect.Type, path string) map[string]any {
	if form := studyForms[t]; form != nil {
		return form
	}
	switch t.Kind() {
	case reflect.Struct:
		return s.ref(t, path)
	case reflect.Slice:
		return map[string]any{"type": "array", "items": s.value(t.Elem(), path)}
	case reflect.Map:
		return map[string]any{"type": "object", "additionalProperties": s.value(t.Elem(), path)}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Uint64:
		return map[string]any{"type": "integer", "minimum": 0}
	case reflect.Int:
		return map[string]any{"type": "integer"}
	case reflect.Float64:
		return map[string]any{"type": "number"}
	}
	return map[string]any{"type": "string", "minLength": 1}
}

// ref names the schema of a struct, and makes it once.
func (s *schemaMaker) ref(t reflect.Type, path string) map[string]any {
	prefix := ""
	if t == reflect.TypeFor[stages.Question]() && strings.HasPrefix(path, "Survey.") || strings.HasPrefix(path, "SurveyQuestion.") {
		prefix = "Survey"
	}
	name := prefix + t.Name()
	if _, made := s.defs[name]; !made {
		s.defs[name] = nil // begun
		s.defs[name] = s.object(t, prefix)
	}
	return map[string]any{"$ref": "#/$defs/" + name}
}

var (
	// misplaced are fields of a type that not everything of the type may have.
	misplaced = []string{"Option.weights", "SurveyOption.level"}
	// needed are fields that are optional by their type, and not in what has them.
	needed = []string{"Question.strand", "Option.level"}
)

// limits are what the type of a field doesn't say of it.
var limits = map[string]map[string]any{
	"Catalog.id": id(), "Level.id": id(), "Strand.id": id(), "Question.id": id(), "Option.id": id(), "Step.id": id(),
	"Road.id": id(), "Wind.id": id(), "Shape.id": id(), "Guide.id": id(), "Strength.id": id(), "Person.id": id(), "Judge.id": id(), "Reader.id": id(), "Aim.id": id(), "Served.id": id(),
	"Catalog.version": columnsOf("version"), "Catalog.title": columnsOf("title"), "Catalog.language": {"pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"}, "Level.name": columnsOf("name"),
	"Level.line": columnsOf("line"), "Strand.name": columnsOf("name"), "Question.short": columnsOf("short"),
	"Option.short": columnsOf("short"), "Step.title": columnsOf("title"), "Road.name": columnsOf("name"),
	"Road.line": columnsOf("line"), "Wind.name": columnsOf("name"), "Survey.title": columnsOf("title"),
	"Survey.line": columnsOf("line"), "Shape.name": columnsOf("name"),
	"Level.level": between(1, stages.MaxLevels), "Step.level": between(1, stages.MaxLevels), "Strength.level": between(1, stages.MaxLevels),
	"Option.level": between(0, stages.MaxLevels), "Question.tells": between(1, stages.MaxLevels-1),
	"Step.weeks": between(1, 52), "Road.weeks": between(1, 52),
	"Strand.at":        {"minItems": stages.MinLevels, "maxItems": stages.MaxLevels},
	"Question.options": {"minItems": 1, "maxItems": maxOptions}, "Serves.options": {"minItems": 2, "maxItems": maxOptions},
	"Aims.options":  {"minItems": 2, "maxItems": maxOptions},
	"Question.kind": {"enum": stages.Kinds()}, "Step.purpose": {"enum": []stages.Purpose{stages.Keep, stages.Widen}},
	"Move.pull": {"enum": stages.Forces()}, "Move.push": {"enum": stages.Forces()},
	"Question.counts_in": keys(stages.Works()), "Level.evidence_in": keys(stages.Works()), "Step.first_in": keys(stages.Works()),
	"Road.from": keys(stages.Works()), "Strength.shows": keys(stages.Readers()),
	"Option.weights":   {"additionalProperties": map[string]any{"type": "number", "minimum": -2, "maximum": 2}},
	"Road.strands":     {"additionalProperties": map[string]any{"type": "number", "minimum": 1, "maximum": stages.MaxLevels}},
	"Pattern.work":     {"items": map[string]any{"enum": stages.Works()}},
	"Person.work":      {"enum": stages.Works()},
	"Judge.kind":       {"enum": calibrate.Kinds()},
	"Reader.kind":      {"enum": calibrate.Kinds()},
	"settings.extends": {"const": extendsBuiltin},
}

func id() map[string]any {
	return map[string]any{"pattern": idPattern().String(), "maxLength": columns["id"]}
}

func columnsOf(field string) map[string]any { return map[string]any{"maxLength": columns[field]} }

func between(low, high int) map[string]any { return map[string]any{"minimum": low, "maximum": high} }

func keys(known []string) map[string]any {
	return map[string]any{"propertyNames": map[string]any{"enum": known}}
}
