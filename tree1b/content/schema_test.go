package content_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"waymark/content"
)

// validator compiles a schema of the program's with a validator that knows nothing of it.
func validator(t *testing.T, schema []byte) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("waymark.json", doc); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("waymark.json")
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

func validate(t *testing.T, s *jsonschema.Schema, data []byte) error {
	t.Helper()
	var v any
	if err := yaml.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	return s.Validate(v)
}

func TestBuiltinFilesKeepToTheSchema(t *testing.T) {
	full, extending := validator(t, content.Schema(false)), validator(t, content.Schema(true))
	files := 0
	err := fs.WalkDir(content.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(content.FS(), name)
		for _, s := range []*jsonschema.Schema{full, extending} {
			if err := validate(t, s, data); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		files++
		return err
	})
	if err != nil || files < 20 {
		t.Errorf("%d files, error %v", files, err)
	}
}

// The files of the study keep to its schema, in every form that they may have; and what the check would refuse in one
// place, the schema refuses.
func TestStudiesKeepToTheSchema(t *testing.T) {
	schema := validator(t, content.StudySchema())
	names, err := filepath.Glob("calibration/*.yaml")
	if err != nil || len(names) < 6 {
		t.Fatalf("%q, %v", names, err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := validate(t, schema, data); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for data, sound := range map[string]bool{
		"people: [{id: anna, work: support, tags: [a], source: s, about: of her}]":                                                                                                    true,
		"held_out: {seed: 18446744073709551615, people: [ben]}":                                                                                                                       true,
		"judges: [{id: a, kind: person, who: w, levels: {anna: 3, ben: {level: 2, low: 1, high: 4, why: so}}}]":                                                                       true,
		"readers: [{id: a, kind: model, who: w, answers: {anna: {q: led, r: [a, b], s: {skip: unsure}, t: none-fits, u: {none-fits: no}, v: {option: a, evidence: e, seconds: 2}}}}]": true,
		"people: [{id: anna, work: gardening}]":                                                                                                                                       false,
		"people: [{id: Anna, work: support}]":                                                                                                                                         false,
		"persons: []":                                                                                                                                                                 false,
		"judges: [{id: a, kind: robot, who: w, levels: {}}]":                                                                                                                          false,
		"judges: [{id: a, kind: person, who: w, levels: {anna: high}}]":                                                                                                               false,
		"judges: [{id: a, kind: person, who: w, levels: {anna: {low: 2}}}]":                                                                                                           false,
		"readers: [{id: a, kind: person, who: w, answers: {anna: {q: {skip: no}}}}]":                                                                                                  false,
		"readers: [{id: a, kind: person, who: w, answers: {anna: {q: 4}}}]":                                                                                                           false,
		"held_out: {seed: -1, people: []}":                                                                                                                                            false,
	} {
		if err := validate(t, schema, []byte(data)); (err == nil) != sound {
			t.Errorf("%s: %v", data, err)
		}
	}
	if n := bytes.Count(content.StudySchema(), []byte(`"description": ""`)); n > 0 {
		t.Errorf("%d fields have no description: see schema_text.go", n)
	}
}

func TestTheSchemaInTheRepositoryIsCurrent(t *testing.T) {
	if kept, err := os.ReadFile(content.SchemaFile); err != nil || !bytes.Equal(kept, content.Schema(false)) {
		t.Errorf("content/%s is older than the types: go generate ./content (%v)", content.SchemaFile, err)
	}
}

func TestSchemaDescribesEveryField(t *testing.T) {
	if n := bytes.Count(content.Schema(false), []byte(`"description": ""`)); n > 0 {
		t.Errorf("%d fields have no description: see schema_text.go", n)
	}
}

// The schema refuses, while someone types, what the check would refuse later in one place.
func TestSchemaRefusesTypicalMistakes(t *testing.T) {
	archive := parse(t, "testdata/mistakes.txtar")
	base := fstest.MapFS{}
	for _, f := range archive.Files {
		if !strings.HasPrefix(f.Name, "mistake: ") {
			base[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	schema := validator(t, content.Schema(false))
	for name, f := range base {
		if err := validate(t, schema, f.Data); err != nil {
			t.Errorf("%s, which is sound: %v", name, err)
		}
	}
	refused := 0
	for _, f := range archive.Files {
		title, isMistake := strings.CutPrefix(f.Name, "mistake: ")
		if !isMistake || !refusable[title] {
			continue
		}
		edit, _, _ := strings.Cut(string(f.Data), "\n=\n")
		files := fstest.MapFS{}
		for name, f := range base {
			files[name] = f
		}
		mistake(t, files, strings.Split(edit, "\n"))
		wrong := false
		for _, f := range files {
			wrong = wrong || validate(t, schema, f.Data) != nil
		}
		if !wrong {
			t.Errorf("the schema lets pass: %s", title)
		}
		refused++
	}
	if refused != len(refusable) {
		t.Errorf("%d of %d mistakes are tried", refused, len(refusable))
	}
}

// refusable are the mistakes that show in one place.
var refusable = map[string]bool{
	"a field misspelt": true, "options misspelt": true, "level misspelt in an answer": true, "a field with a capital": true,
	"questions misspelt": true, "a field that there is not": true, "a question without why": true, "an answer without a level": true,
	"a question without an id": true, "a level without a name": true, "a number in words": true, "a decimal comma": true,
	"yess for true": true, "yes for true": true, "a version without quotes": true, "a text that is no": true,
	"an answer as plain text": true, "a list where a text is wanted": true, "needs as text": true,
	"a year of weeks and more": true, "an id with blanks": true,
	"a kind in another form": true, "a kind of work that there is not": true, "too long a short name": true,
}
