package content

import (
	"reflect"

	"waymark/stages"
	"waymark/stages/calibrate"
)

// StudySchema returns the JSON Schema of a file of a study, as [Schema] does of content.
func StudySchema() []byte {
	s := schemaMaker{defs: map[string]any{}}
	return s.whole(s.object(reflect.TypeFor[calibrate.Study](), ""), "Waymark calibration", "A file of a study of Waymark questions.")
}

// studyForms are the values that may be written in several forms.
var studyForms = map[reflect.Type]map[string]any{
	reflect.TypeFor[calibrate.Judgement](): {"anyOf": []any{level(), map[string]any{
		"type": "object", "additionalProperties": false, "required": []string{"level"},
		"properties": map[string]any{"level": level(), "low": level(), "high": level(), "why": text()},
	}}},
	reflect.TypeFor[calibrate.Answer](): {"anyOf": []any{
		map[string]any{"type": "string", "description": "An option id, or none-fits."}, options(),
		map[string]any{"type": "object", "additionalProperties": false, "required": []string{noneFits}, "properties": map[string]any{noneFits: text()}},
		map[string]any{"type": "object", "additionalProperties": false, "minProperties": 1, "properties": map[string]any{
			"option": text(), "options": options(), "skip": map[string]any{"enum": stages.Skips()}, "evidence": text(), "seconds": map[string]any{"type": "number"},
		}},
	}},
}

func level() map[string]any {
	return map[string]any{"type": "integer", "minimum": 1, "maximum": stages.MaxLevels}
}
func text() map[string]any    { return map[string]any{"type": "string"} }
func options() map[string]any { return map[string]any{"type": "array", "items": text()} }
