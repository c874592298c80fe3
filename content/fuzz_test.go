package content_test

import (
	"io/fs"
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

// FuzzExtend is [FuzzLoad] for a folder that extends other content: here a small one, since to read the built-in one and
// to ask it all would take most of the time.
func FuzzExtend(f *testing.F) {
	content.Extend(f, valid(f))
	for _, sample := range []string{
		"id: our-team\ndrop: {questions: [craft-a], roads: [lead]}\nsurroundings: {title: Our place}\n",
		"questions: [{id: craft-a, ask: What?, counts: null}, {id: craft-c, strand: craft, kind: frequency, short: c, ask: a, why: w, counts: c, counts_not: n, options: [{id: low, level: 1, text: t}, {id: high, level: 4, text: t}]}]\n",
		"drop: {questions: [craft-b], strands: [craft], roads: [lead], winds: [time], shapes: [even], steps: [go-on]}\n",
		"questions: [{id: craft-a, ask: null}, {id: craft-a, options: []}]\nsteps: {}\nlevels: [{level: 6}]\n",
		"surroundings: {title: a, winds: [{id: time, name: b}], questions: []}\n",
	} {
		f.Add([]byte(sample))
	}
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
