package locale_test

import (
	"cmp"
	"flag"
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"

	"waymark/quiz/locale"
)

var update = flag.Bool("update", false, "write what was found")

// word is a text that the program says, at one place of the code.
type word struct {
	id, plural string
	format     bool
	file       string
	at         token.Pos
}

const ours = "waymark/quiz/locale"

// TestTexts holds the catalogs that are built in to what the code says, in its order. The tests' flag -update writes them, with
// nothing for what isn't translated yet.
func TestTexts(t *testing.T) {
	said := texts(spoken(t))
	for _, name := range catalogs(t) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		c, _ := locale.Parse(data)
		want := c.Of(said, strings.TrimSuffix(name, ".po"))
		if *update {
			if err := os.WriteFile(name, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		for line := range strings.Lines(want) {
			if strings.HasPrefix(line, "msgid") && !strings.Contains(string(data), line) {
				t.Errorf("%s doesn't have %s", name, line)
			}
		}
		if want != string(data) {
			t.Errorf("%s isn't what the code says; run: go test ./quiz/locale -update", name)
		}
	}
}

// spoken returns every text of the program, in the order of its code.
func spoken(t *testing.T) []word {
	t.Helper()
	loaded := load(t)
	var found []word
	for _, p := range loaded {
		for _, file := range p.Syntax {
			name, err := filepath.Rel(root(t), p.Fset.Position(file.Pos()).Filename)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(file, func(n ast.Node) bool {
				e, ok := n.(ast.Expr)
				if !ok {
					return true
				}
				w, fault := said(p.TypesInfo, e)
				if fault != "" {
					t.Errorf("%s: %s", p.Fset.Position(e.Pos()), fault)
				}
				if w.id != "" {
					w.file, w.at = filepath.ToSlash(name), e.Pos()
					found = append(found, w)
				}
				return true
			})
		}
	}
	if len(found) < 300 {
		t.Fatalf("%d texts only", len(found))
	}
	slices.SortStableFunc(found, func(a, b word) int { return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.at, b.at)) })
	return found
}

// load reads the program's packages, with the types of their expressions.
func load(t *testing.T) []*packages.Package {
	t.Helper()
	loaded, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax, Dir: root(t)}, "waymark/quiz/...")
	if err != nil {
		t.Fatal(err)
	}
	if packages.PrintErrors(loaded) > 0 {
		t.Fatal("the code can't be read")
	}
	return loaded
}

func root(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// said is what an expression says: a message, or a call of this package. It says what is wrong with a call whose text
// can't be found in the code.
func said(info *types.Info, e ast.Expr) (w word, fault string) {
	if value := info.Types[e].Value; value != nil && isMessage(info.TypeOf(e)) {
		text := constant.StringVal(value)
		return word{id: text, format: strings.Contains(text, "%")}, ""
	}
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return w, ""
	}
	var name string
	if fun, ok := call.Fun.(*ast.SelectorExpr); ok {
		if f, ok := info.Uses[fun.Sel].(*types.Func); ok && f.Pkg() != nil && f.Pkg().Path() == ours && f.Signature().Recv() == nil {
			name = f.Name()
		}
	}
	switch name {
	case "Text", "Sprintf", "Errorf":
		w.id, fault = keyOf(info, call.Args[0])
		w.format = name != "Text"
		if w.format && w.id != "" && fault == "" {
			fault = fits(call.Args[1:], w.id)
		}
	case "Plural":
		w.id, fault = keyOf(info, call.Args[1])
		w.plural, _ = keyOf(info, call.Args[2])
		w.format = true
		if w.plural == "" {
			fault = "both texts must be constants, so that they can be translated"
		} else if fault == "" {
			fault = fits(call.Args[3:], w.plural)
		}
	}
	return w, fault
}

// fits says what is wrong with the arguments for a format: vet can't see that these calls are like fmt's.
func fits(args []ast.Expr, format string) (fault string) {
	if places := len(strings.Fields(locale.Verbs(format))); places != len(args) {
		return fmt.Sprintf("%q has places for %d values, and is given %d", format, places, len(args))
	}
	return ""
}

// keyOf is the key that an argument gives: a constant. A message, of which it's made, is found where it's written.
func keyOf(info *types.Info, arg ast.Expr) (key, fault string) {
	if value := info.Types[arg].Value; value != nil {
		return constant.StringVal(value), ""
	}
	if made, ok := arg.(*ast.CallExpr); ok && len(made.Args) == 1 && isMessage(info.TypeOf(made.Args[0])) {
		return "", ""
	}
	return "", "the text must be a constant or a locale.Message, so that it can be translated"
}

func isMessage(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && slices.Contains([]string{"Message", "Error"}, named.Obj().Name()) && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == ours
}

// texts is the body of a catalog with these texts, each once.
func texts(found []word) string {
	var out strings.Builder
	files, formats, plurals := map[string][]string{}, map[string]bool{}, map[string]string{}
	for _, w := range found {
		if !slices.Contains(files[w.id], w.file) {
			files[w.id] = append(files[w.id], w.file)
		}
		formats[w.id] = formats[w.id] || w.format && strings.Contains(w.id+w.plural, "%")
		plurals[w.id] = cmp.Or(plurals[w.id], w.plural)
	}
	written := map[string]bool{}
	for _, w := range found {
		if written[w.id] {
			continue
		}
		written[w.id] = true
		comments := []string{"#: " + strings.Join(files[w.id], " ")}
		if formats[w.id] {
			comments = append(comments, "#, go-format")
		}
		out.WriteString("\n" + locale.Entry(comments, w.id, plurals[w.id]))
	}
	return out.String()
}
