package content

import (
	"encoding/json"
	"io/fs"
	"reflect"
	"slices"

	"gopkg.in/yaml.v3"

	"waymark/stages"
	"waymark/stages/calibrate"
)

// StudyDir is where a content folder may keep its study. [Load] passes over it.
const StudyDir = "calibration"

// LoadStudy reads every YAML file of fsys into one study of a catalog's questions, as [Load] reads a
// catalog, and with the same limits. Every file may hold people, judges, readers, and who is held out. Two
// entries with one id are one judge or reader.
func LoadStudy(fsys fs.FS, c *stages.Catalog) (*calibrate.Study, Faults) {
	s := &calibrate.Study{}
	r := newReader()
	r.holds = "people, judges or readers"
	r.decoders = map[reflect.Type]func(*yaml.Node, reflect.Value, string){
		reflect.TypeFor[calibrate.Judgement](): r.judgement,
		reflect.TypeFor[calibrate.Answer]():    r.answer,
	}
	if r.folder(readFolder(fsys), s, "begin with a file of people, as docs/calibration.md shows") {
		checkStudy(s, c, r)
	}
	return s, r.tell()
}

// judgement decodes a level alone, or one with a range and a reason.
func (r *reader) judgement(n *yaml.Node, v reflect.Value, path string) {
	var j calibrate.Judgement
	if n.Kind == yaml.ScalarNode {
		r.scalar(n, reflect.ValueOf(&j.Level).Elem(), path)
	} else if r.is(n, yaml.MappingNode, path) {
		r.structure(n, reflect.ValueOf(&j).Elem(), path)
	}
	if level, _ := entry(n, "level"); n.Kind == yaml.MappingNode && (level == nil || r.told[path+".level"]) {
		r.told[path] = true
	}
	if low, _ := entry(n, "low"); low == nil {
		j.Low = j.Level
	}
	if high, _ := entry(n, "high"); high == nil {
		j.High = j.Level
	}
	v.Set(reflect.ValueOf(j))
}

// noneFits is the answer, or the field with a note, that says that no option fits.
const noneFits = "none-fits"

// answer decodes the forms that a respondent's record may have, and none-fits.
func (r *reader) answer(n *yaml.Node, v reflect.Value, path string) {
	var a calibrate.Answer
	switch {
	case n.Kind == yaml.ScalarNode && n.Value == noneFits:
		a.NoneFits = true
	case n.Kind == yaml.MappingNode && len(n.Content) == 2 && n.Content[0].Value == noneFits:
		a.NoneFits = true
		r.value(n.Content[1], reflect.ValueOf(&a.Note).Elem(), path)
	default:
		if !decodeAnswer(n, &a.Answer) {
			r.told[path] = true
			r.fault(n, CodeStudy, sprintf("%q isn't an answer", last(path)), "write an option id, a list of them, {skip: unsure} or none-fits")
			return
		}
	}
	if a.NoneFits {
		a.Skip = stages.Unsure
	}
	v.Set(reflect.ValueOf(a))
}

// decodeAnswer reads what a JSON record may have as well.
func decodeAnswer(n *yaml.Node, a *stages.Answer) bool {
	var v any
	if aliased(n) || n.Decode(&v) != nil {
		return false
	}
	data, err := json.Marshal(v)
	return err == nil && a.UnmarshalJSON(data) == nil
}

// aliased reports whether a value has an alias in it, which may stand for more than memory holds.
func aliased(n *yaml.Node) bool {
	return n.Kind == yaml.AliasNode || slices.ContainsFunc(n.Content, aliased)
}
