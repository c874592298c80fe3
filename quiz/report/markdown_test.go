package report_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"waymark/quiz/report"
	"waymark/stages"
)

// hostile are texts that would be something else than text, if they were let.
var hostile = []string{
	"# a heading", "#", "## two ##", "- an entry", "+ another", "* a third", "1. one", "12) twelve", "=====", "-----", "***", "> quoted",
	"| a | b |", "|---|---|", "a | b", `a \| b`, `\`, `\\`, "`code`", "``", "```\nfence\n```", "~~~\nfence", "    indented", "\tindented",
	"<b>bold</b>", "<script>alert(1)</script>", "<!-- ", "<!-- a -->", "<https://a.example>", "&lt;", "&#35; x", "&copy;", "R&D",
	"[link](https://a.example)", "![image](x.png)", "[x] ticked", "[^1]", "[a]: https://a.example", "**bold**", "*", "**", "_a_", "__", "~~gone~~",
	"a  \nb", "a\\\nb", "a\r\n# b", "a\r# b", "a\u2028# b", "a\u0085# b", "\x1b[31mred\x1b[0m", "\x07", "\u202eright to left", "\x00", "\xff\xfe",
	"設計 | 工場", "מימין לשמאל", "👩‍🔧", "\n\n\n", " ", "", "---\ntitle: x\n---", "$x$", "{#id .class}", "{{ template }}", ": definition", "a\n: b", "Hello\n====",
	"ipt>alert(1)</scriptscripcript>alert(1)</scrip",     // too long for a sentence of the summary
	"ss<cripcript>aleriprt(1)</sc\xd34\x83\x91\x83ript>", // too long only with what isn't shown
}

func FuzzNothingBreaksOut(f *testing.F) {
	for _, words := range hostile {
		f.Add(words)
	}
	f.Fuzz(func(t *testing.T, words string) { heldIn(t, words) })
}

// heldIn puts words where a person, or an author of questions, can put them. The shape of the Markdown must
// be that of the same in words that mean nothing to any reader of Markdown, and the words must be seen.
func heldIn(t *testing.T, words string) {
	t.Helper()
	got := written(t, words)
	for _, c := range got {
		if stages.Steers(c) {
			t.Fatalf("%q: %q reaches the reader", words, c)
		}
	}
	shape, said := read(got)
	wantShape, wantSaid := read(written(t, harmless(words)))
	if shape != wantShape {
		t.Fatalf("%q changes the shape of the Markdown:\n%s", words, differ(shape, wantShape))
	}
	lines := strings.Split(harmless(words), "\n")
	places := strings.Count(wantSaid, strings.Join(lines, " ")) // where all of it stands in one line
	if line := strings.Join(strings.Fields(shown(words)), " "); line != "" && len(lines) == 1 && strings.Count(said, line) < places {
		t.Fatalf("%q stands in %d places, and a reader sees it in %d", words, places, strings.Count(said, line))
	}
}

// base is an export without words of anybody's own, as JSON: placing a person again for every text would take
// most of the time.
var base = sync.OnceValue(func() []byte {
	data, err := json.Marshal(exported(catalog(), ""))
	if err != nil {
		panic(err)
	}
	return data
})

// written is the Markdown of a person whose words, and whose content's words, these are.
func written(t *testing.T, words string) string {
	t.Helper()
	return markdown(t, withWords(t, words))
}

func withWords(t *testing.T, words string) report.Export {
	t.Helper()
	var w report.Export
	if err := json.Unmarshal(base(), &w); err != nil {
		t.Fatal(err)
	}
	said := &w.Result.Snapshot
	said.Levels[1].Name, said.Levels[1].About, said.Strands[0].Name, said.Strands[1].At[1] = words, words, words, words
	said.Questions[0].Ask, said.Questions[0].Short, said.Questions[3].Options[1].Text = words, words, words
	for i := range said.Steps {
		said.Steps[i].Title, said.Steps[i].First = "Do "+words, words
	}
	w.Result.Profile.Name, w.Plan.Mentor, w.Plan.Items[0].Evidence = words, words, words
	w.Surveys[0].Snapshot.Crossroads.Title, w.Surveys[1].Snapshot.Surroundings.Winds[0].Name = words, words
	for _, r := range append(w.Surveys, w.Result) {
		for id, a := range r.Interview.Answers {
			a.Evidence = words
			r.Interview.Answers[id] = a
		}
	}
	return w
}

// harmless has a word for each line of words that a reader can see, as wide as the line: a title too long
// for its sentence is left out of it, whatever it is made of.
func harmless(words string) string {
	var out []string
	for line := range strings.FieldsFuncSeq(shown(words), func(c rune) bool { return c == '\n' }) {
		if said := strings.Join(strings.Fields(line), " "); said != "" {
			out = append(out, "q"+strings.Repeat("w", max(ansi.StringWidth(said)-3, 1))+"rt")
		}
	}
	return strings.Join(out, "\n")
}

// shown is what a reader is to see of words: no character that steers, each end of a line as a newline.
func shown(words string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case strings.ContainsRune("\n\v\f\r\u0085\u2028\u2029", c):
			return '\n'
		case c == '\t':
			return ' '
		case stages.Steers(c):
			return -1
		}
		return c
	}, strings.ToValidUTF8(words, ""))
}

var reader = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, extension.Footnote, extension.DefinitionList),
	goldmark.WithParserOptions(parser.WithAttribute()))

// read parses Markdown and returns the shape of it, a kind of part a line, and the text that is seen.
func read(markdown string) (shape, said string) {
	source := []byte(markdown)
	var parts, seen strings.Builder
	depth := 0
	err := ast.Walk(reader.Parser().Parse(text.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Text:
			if entering {
				seen.Write(unescaped(n.Segment.Value(source)))
			}
		case *ast.String:
			if entering {
				seen.Write(n.Value)
			}
		default:
			if entering {
				seen.WriteByte(' ')
				fmt.Fprintln(&parts, strings.Repeat(" ", depth), n.Kind(), len(n.Attributes()))
				depth++
			} else {
				depth--
			}
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		panic(err)
	}
	return parts.String(), seen.String()
}

// unescaped takes the backslashes out that only kept a character from meaning something.
func unescaped(b []byte) []byte {
	var out []byte
	for i := 0; i < len(b); i++ {
		if b[i] == '\\' && i+1 < len(b) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", b[i+1]) >= 0 {
			i++
		}
		out = append(out, b[i])
	}
	return out
}

// differ shows where two shapes part.
func differ(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range a {
		if i >= len(b) || a[i] != b[i] {
			return fmt.Sprintf("line %d: got\n%s\nwant\n%s", i, strings.Join(a[max(0, i-2):min(len(a), i+4)], "\n"),
				strings.Join(slices.Clone(b[min(len(b), max(0, i-2)):min(len(b), i+4)]), "\n"))
		}
	}
	return "it ends too soon"
}
