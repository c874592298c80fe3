package locale_test

import (
	"go/ast"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
)

// heard are the packages whose texts people read, on screens, in notices and in errors.
var heard = []string{"waymark/quiz", "waymark/quiz/report", "waymark/quiz/tui", "waymark/quiz/plain", "waymark/quiz/journal", "waymark/quiz/backup", "waymark/quiz/sheet"}

// english are the files of the commands for those who write content, or score answers for a program: they say
// everything in English.
var english = regexp.MustCompile(`/quiz/(calibrate|check|completion|content|diff|explain|init|man|pack|preview|schema|score|simulate|version|watch|words)(_[a-z]+)?\.go$`)

// prose is a literal that a person would read as words: two letters or more that no other mark holds together.
var prose = regexp.MustCompile(`(^|[\s(])[A-Za-z]{2,}([\s.,:;!?)]|$)`)

// written are the calls that say their arguments, and so want them translated.
var written = []string{"Sprintf", "Sprint", "Fprintf", "Fprint", "Fprintln", "WriteString", "New", "Errorf", "say", "tell", "wrap", "lines", "paint", "pad", "Render"}

// markup is in literals of pages and pictures, which hold no words of their own.
const markup = "<>{}="

// TestNoProseIsSaidInEnglish holds that nothing that is printed or drawn is a literal which no catalog can translate.
func TestNoProseIsSaidInEnglish(t *testing.T) {
	calls := 0
	for _, p := range load(t) {
		if !slices.Contains(heard, p.PkgPath) {
			continue
		}
		for _, file := range p.Syntax {
			if english.MatchString(filepath.ToSlash(p.Fset.Position(file.Pos()).Filename)) {
				continue
			}
			ast.Inspect(file, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				name, of := called(p, call)
				if of == ours || !slices.Contains(written, name) {
					return true
				}
				calls++
				for _, arg := range call.Args {
					for _, text := range literals(p, arg) {
						text = strings.TrimPrefix(text, "waymark:") // its name, before what's wrong
						if prose.MatchString(text) && !strings.ContainsAny(text, markup) {
							t.Errorf("%s: %q is said in English; say it with locale.Text, locale.Sprintf or locale.Errorf", p.Fset.Position(arg.Pos()), text)
						}
					}
				}
				return true
			})
		}
	}
	if calls < 300 || !prose.MatchString("Taken on %s.") || prose.MatchString("%d × %s") {
		t.Errorf("%d calls, and words are taken for marks, or marks for words", calls)
	}
}

// called is the name of what a call calls, and its package.
func called(p *packages.Package, call *ast.CallExpr) (name, of string) {
	var id *ast.Ident
	switch fun := call.Fun.(type) {
	case *ast.Ident:
		id = fun
	case *ast.SelectorExpr:
		id = fun.Sel
	default:
		return "", ""
	}
	if used := p.TypesInfo.Uses[id]; used != nil && used.Pkg() != nil {
		of = used.Pkg().Path()
	}
	return id.Name, of
}

// literals are the texts in an argument, but for those within another call.
func literals(p *packages.Package, arg ast.Expr) (out []string) {
	ast.Inspect(arg, func(n ast.Node) bool {
		switch e := n.(type) {
		case *ast.CallExpr, *ast.FuncLit, *ast.IndexExpr:
			return false
		case *ast.BasicLit:
			if e.Kind == token.STRING && !isMessage(p.TypesInfo.TypeOf(e)) {
				text, _ := strconv.Unquote(e.Value)
				out = append(out, text)
			}
		}
		return true
	})
	return out
}
