package content_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	"waymark/content"
	"waymark/stages"
)

// samples are files of content: of the built-in one, of each faulty case, and some that are odd in other ways.
func samples(f *testing.F) {
	for _, file := range valid(f) {
		f.Add(file.Data)
	}
	for _, name := range []string{"aims.yaml", "guidance.yaml", "questions/craft.yaml"} {
		data, err := fs.ReadFile(content.FS(), name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	cases, err := filepath.Glob("testdata/faults/*.txtar")
	if err != nil || len(cases) == 0 {
		f.Fatalf("no cases: %v", err)
	}
	for _, name := range cases {
		for _, file := range parse(f, name).Files {
			if file.Name == "questions.yaml" || strings.Contains(name, "yaml_") {
				f.Add(file.Data)
			}
		}
	}
	for _, odd := range []string{"a: &a [*a]\n", "extends: builtin\ndrop: {questions: [craft-unowned]}\n", "questions:\n  - id: \"a\n    ask: 'b\n\t{c\n"} {
		f.Add([]byte(odd))
	}
}

// FuzzLoad holds that no file of content, however odd, panics the reader, takes long, steers a terminal by what is
// said of it, or passes the check and panics an interview.
func FuzzLoad(f *testing.F) {
	samples(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		files := valid(t)
		files["questions.yaml"] = &fstest.MapFile{Data: data}
		catalog, faults := frugally(t, func() (*stages.Catalog, content.Faults) { return content.Load(files) })
		if clean(t, faults); faults.Err() == nil {
			askedAll(t, catalog)
		}
	})
}

// FuzzExtend is [FuzzLoad] for a folder that extends the built-in content.
func FuzzExtend(f *testing.F) {
	for _, name := range []string{"about.yaml", "words.yaml"} {
		data, err := os.ReadFile("testdata/extend/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte("drop: {questions: [craft-unowned], strands: [reach], roads: [accounts], winds: [path], shapes: [a]}\n"))
	f.Add([]byte("questions: [{id: craft-unowned, ask: null}, {id: craft-unowned, options: []}]\nsteps: {}\nlevels: [{level: 6}]\n"))
	f.Add([]byte("surroundings: {title: a, winds: [{id: voice, name: b}], questions: []}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		catalog, faults := frugally(t, func() (*stages.Catalog, content.Faults) { return content.Load(extended(string(data))) })
		if clean(t, faults); faults.Err() == nil {
			askedAll(t, catalog)
		}
	})
}

// FuzzStudy holds the same of a study's files.
func FuzzStudy(f *testing.F) {
	for _, name := range []string{"testdata/study/judgements.txtar", "testdata/study/readings.txtar", "testdata/study/held_out.txtar", "testdata/study/unknown.txtar"} {
		for _, file := range parse(f, name).Files {
			f.Add(file.Data)
		}
	}
	catalog, _ := content.Load(valid(f))
	f.Fuzz(func(t *testing.T, data []byte) {
		_, faults := content.LoadStudy(fstest.MapFS{"study.yaml": {Data: data}}, catalog)
		clean(t, faults)
	})
}

// frugally holds reading to bounds that no file of this size comes near.
func frugally(t *testing.T, load func() (*stages.Catalog, content.Faults)) (*stages.Catalog, content.Faults) {
	t.Helper()
	const most, long = 1 << 30, 20 * time.Second
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	begun := time.Now()
	catalog, faults := load()
	runtime.ReadMemStats(&after)
	if took := time.Since(begun); took > long || after.TotalAlloc-before.TotalAlloc > most {
		t.Errorf("reading takes %v and %d bytes", took, after.TotalAlloc-before.TotalAlloc)
	}
	return catalog, faults
}

// clean holds that what is said of a file is text, and names the file.
func clean(t *testing.T, faults content.Faults) {
	t.Helper()
	for _, fault := range faults {
		if text := fault.Text(0); strings.ContainsFunc(text, stages.Steers) || !utf8.ValidString(text) {
			t.Errorf("the fault could steer a terminal: %q", text)
		}
	}
}

// askedAll asks someone all there is to ask, who gives the first answer each time.
func askedAll(t *testing.T, c *stages.Catalog) {
	t.Helper()
	for _, q := range c.Questions {
		if q.ID == "" || q.Ask == "" || len(q.Options) == 0 {
			t.Fatalf("accepted question %+v", q)
		}
	}
	bank, iv := stages.NewBank(c), stages.Interview{Seed: 1}
	for q, more := bank.Next(iv); more; q, more = bank.Next(iv) {
		iv = iv.With(q.ID, stages.Answer{Options: []string{q.Options[0].ID}})
	}
	if p := bank.Place(iv); p.Level != nil && (*p.Level < 1 || *p.Level > len(c.Levels)) {
		t.Errorf("placed at level %d of %d", *p.Level, len(c.Levels))
	}
}
