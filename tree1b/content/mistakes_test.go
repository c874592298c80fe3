package content_test

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"waymark/content"
)

var characters = strings.NewReplacer("«TAB»", "\t", "«NBSP»", "\u00a0", "«ESC»", "\x1b", "«E9»", "\xe9", "«BOM»", "\ufeff", "«CR»", "\r")

// TestMistakes makes each mistake of testdata/mistakes.txtar in the content that is there, and compares all that
// is said about it, word for word. The tests' flag -update writes what was found.
func TestMistakes(t *testing.T) {
	const name = "testdata/mistakes.txtar"
	archive := parse(t, name)
	base, mistakes := fstest.MapFS{}, 0
	for i, f := range archive.Files {
		title, isMistake := strings.CutPrefix(f.Name, "mistake: ")
		if !isMistake {
			base[f.Name] = &fstest.MapFile{Data: f.Data}
			continue
		}
		mistakes++
		edit, want, _ := strings.Cut(string(f.Data), "\n=\n")
		files := maps.Clone(base)
		mistake(t, files, strings.Split(edit, "\n"))
		_, faults := content.Load(files)
		var got strings.Builder
		for _, fault := range faults {
			got.WriteString(fault.Text(0))
		}
		archive.Files[i].Data = []byte(edit + "\n=\n" + got.String())
		if got.String() != want && !*update {
			t.Errorf("%s:\n%s\nwant:\n%s", title, got.String(), want)
		}
		for line := range strings.Lines(got.String()) {
			if len(line) > 140 || strings.ContainsRune(line, '\x1b') {
				t.Errorf("%s: this line is too long, or steers the terminal: %q", title, line)
			}
		}
	}
	if mistakes < 60 {
		t.Errorf("%d mistakes only", mistakes)
	}
	if *update {
		if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// mistake edits files: lines that begin with a minus are replaced by those with a plus.
func mistake(t *testing.T, files fstest.MapFS, edit []string) {
	t.Helper()
	var old, made strings.Builder
	name := ""
	for _, line := range edit {
		words := strings.Fields(line)
		switch {
		case strings.HasPrefix(line, "-"):
			old.WriteString(line[1:] + "\n")
		case strings.HasPrefix(line, "+"):
			made.WriteString(characters.Replace(line[1:]) + "\n")
		case words[0] == "file":
			name = words[1]
		case words[0] == "remove":
			delete(files, words[1])
		case words[0] == "rename":
			files[words[2]] = files[words[1]]
			delete(files, words[1])
		}
	}
	switch {
	case name == "":
	case old.Len() == 0:
		files[name] = &fstest.MapFile{Data: []byte(made.String())}
	default:
		before := string(files[name].Data)
		if !strings.Contains(before, old.String()) {
			t.Fatalf("%s doesn't have %q, to be changed by %q", name, old.String(), slices.Compact(edit))
		}
		files[name] = &fstest.MapFile{Data: []byte(strings.Replace(before, old.String(), made.String(), 1))}
	}
}
