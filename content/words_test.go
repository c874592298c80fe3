package content_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"waymark/content"
	"waymark/stages"
)

// unwanted is a row of testdata/words.tsv: words that nobody says at work, what to say instead, and why.
type unwanted struct {
	*regexp.Regexp
	instead, why string
}

func wordList(t *testing.T) (list []unwanted) {
	t.Helper()
	data, err := os.ReadFile("testdata/words.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		row := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(row) != 3 || slices.Contains(row, "") {
			t.Fatalf("not a pattern, what to say instead and why: %q", line)
		}
		list = append(list, unwanted{regexp.MustCompile(`(?i)\b(?:` + row[0] + `)\b`), row[1], row[2]})
	}
	return list
}

// TestEverySentenceIsInPlainEnglish looks for the words of the list in all that people read: the built-in
// content and the example ladders, what the program says, and the documents.
func TestEverySentenceIsInPlainEnglish(t *testing.T) {
	list := wordList(t)
	var rows []string // in one pattern, which reads a text once for all of them
	for _, w := range list {
		rows = append(rows, strings.TrimPrefix(w.String(), `(?i)\b`))
	}
	whole := regexp.MustCompile(`(?i)\b(?:` + strings.Join(rows, "|") + ")")
	for _, p := range slices.Concat(passages(builtin(t)), exampleTexts(t), literals(t), documents(t)) {
		if !whole.MatchString(p.text) {
			continue
		}
		for _, w := range list {
			if found := w.FindString(p.text); found != "" {
				t.Errorf("%s says %q (%s): say %q", p.at, found, w.why, w.instead)
			}
		}
	}
}

// examples are the ladders in the documentation that are in English, by folder.
func examples(t *testing.T) map[string]*stages.Catalog {
	t.Helper()
	found := map[string]*stages.Catalog{}
	for _, name := range []string{"support", "product"} {
		c, faults := content.Load(os.DirFS("../docs/examples/" + name))
		if len(faults) > 0 {
			t.Fatal(name, faults)
		}
		found[name] = c
	}
	return found
}

// exampleTexts are all that people read in the example ladders.
func exampleTexts(t *testing.T) (found []passage) {
	for name, c := range examples(t) {
		for _, p := range passages(c) {
			found = append(found, passage{name + ", " + p.at, p.text})
		}
	}
	return found
}

// literals are the texts in the program's own code: every string with a space in it.
func literals(t *testing.T) (found []passage) {
	t.Helper()
	for _, name := range sources(t) {
		positions := token.NewFileSet()
		file, err := parser.ParseFile(positions, name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if text, ok := n.(*ast.BasicLit); ok && text.Kind == token.STRING {
				if said, err := strconv.Unquote(text.Value); err == nil && strings.Contains(said, " ") {
					found = append(found, passage{positions.Position(text.Pos()).String(), said})
				}
			}
			return true
		})
	}
	return found
}

// documents are the paragraphs of the files that people read beside the program.
func documents(t *testing.T) (found []passage) {
	t.Helper()
	names, err := filepath.Glob("../docs/*.md")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range append(names, "../README.md", "../CONTRIBUTING.md", "../CHANGELOG.md") {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for i, paragraph := range strings.Split(string(data), "\n\n") {
			found = append(found, passage{name + ", paragraph " + strconv.Itoa(i+1), strings.Join(strings.Fields(paragraph), " ")})
		}
	}
	return found
}

// sources are the files of the program, but for the snapshot, which has the words of the content.
func sources(t *testing.T) (names []string) {
	t.Helper()
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != ".." && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") && d.Name() != "snapshot.go":
			names = append(names, name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}
