package content_test

import (
	"errors"
	"flag"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"waymark/content"
	"waymark/stages"
)

var update = flag.Bool("update", false, "write what was found into the golden files")

var whole = flag.Bool("whole", false, "hold the figures of many simulated people, and check ten times as many questions")

// TestFaults reads each case of testdata/faults, added to the content of valid.txtar.
func TestFaults(t *testing.T) {
	eachCase(t, "testdata/faults", func(t *testing.T, added fstest.MapFS) content.Faults {
		files := valid(t)
		maps.Copy(files, added)
		_, faults := content.Load(files)
		return faults
	})
}

// eachCase compares what is said about each case of a folder with its section want, which -update writes.
func eachCase(t *testing.T, folder string, load func(*testing.T, fstest.MapFS) content.Faults) {
	cases, err := filepath.Glob(folder + "/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive := parse(t, name)
			want := ""
			for i, f := range archive.Files {
				if f.Name == "want" {
					want = string(f.Data)
					archive.Files = append(archive.Files[:i], archive.Files[i+1:]...)
					break
				}
			}
			got := strings.TrimLeft(load(t, asFS(archive)).Error()+"\n", "\n")
			if *update {
				archive.Files = append(archive.Files, txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != want {
				t.Errorf("faults:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

func TestSoundContentHasNoFault(t *testing.T) {
	catalog, faults := content.Load(valid(t))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	if q := catalog.Questions[1]; q.ID != "craft-b" || !q.Evidence || !q.Several() || q.Options[0].Level != 5 {
		t.Errorf("question read as %+v", q)
	}
	if need := catalog.Levels[1].Needs; len(need) != 1 || need[0] != "craft" {
		t.Errorf("needs read as %v", need)
	}
}

func TestWarningsAreNoError(t *testing.T) {
	faults := content.Faults{{What: "odd", Warning: true}}
	if err := faults.Err(); err != nil {
		t.Errorf("a warning alone gives the error %v", err)
	}
	faults = append(faults, content.Fault{What: "wrong"})
	var errs content.Faults
	if !errors.As(faults.Err(), &errs) || len(errs) != 1 || errs[0].What != "wrong" {
		t.Errorf("error beside a warning gives %v", faults.Err())
	}
}

// The whole of a text is one paragraph, so that no list or screen grows a line that nobody counted.
func TestLineBreaksInTextAreSpaces(t *testing.T) {
	files := valid(t)
	files["guidance.yaml"] = &fstest.MapFile{Data: []byte(`guidance:
  - id: mentor
    why: |
      a
        b

      c
    have: >-
      a
      b

      c
    get: "a\u2028b\u2029 c"
    first: "a  b c"
`)}
	catalog, faults := content.Load(files)
	want := stages.Guide{ID: "mentor", Why: "a b c", Have: "a b c", Get: "a b c", First: "a  b c"}
	if got := catalog.Guidance[0]; got != want || len(faults) > 0 {
		t.Errorf("read as %+v, want %+v; faults %v", got, want, faults)
	}
}

func TestSurveysAreJoinedFromSeveralFiles(t *testing.T) {
	files := valid(t)
	files["more.yaml"] = &fstest.MapFile{Data: []byte("crossroads:\n  questions:\n    - {id: road-b, kind: ladder, ask: a, why: w, " +
		"options: [{id: a, weights: {push: 1}, text: t}, {id: b, text: t}]}\n")}
	catalog, faults := content.Load(files)
	if s := catalog.Crossroads; len(faults) > 0 || s.Title != "Crossroads" || len(s.Roads) != 1 || len(s.Questions) != 2 || s.Questions[1].ID != "road-b" {
		t.Errorf("joined to %+v; faults %v", s, faults)
	}
}

func TestLevelsAreSorted(t *testing.T) {
	files := valid(t)
	lines := strings.SplitAfter(string(files["levels.yaml"].Data), "\n")
	slices.Reverse(lines[1:6])
	files["levels.yaml"] = &fstest.MapFile{Data: []byte(strings.Join(lines, ""))}
	catalog, faults := content.Load(files)
	if len(faults) > 0 || catalog.Levels[0].ID != "one" || catalog.Levels[4].ID != "five" {
		t.Errorf("levels %+v; faults %v", catalog.Levels, faults)
	}
}

func TestBuiltin(t *testing.T) {
	if _, faults := content.Load(content.FS()); len(faults) > 0 {
		t.Fatal(faults)
	}
}

func valid(t testing.TB) fstest.MapFS { return asFS(parse(t, "testdata/valid.txtar")) }

func parse(t testing.TB, name string) *txtar.Archive {
	t.Helper()
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return archive
}

func asFS(archive *txtar.Archive) fstest.MapFS {
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data, Mode: fs.ModePerm}
	}
	return files
}
