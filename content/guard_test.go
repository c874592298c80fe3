package content_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"waymark/content"
)

// Whatever is in a file, reading it ends, and its fault names the file and what to do. What would take for ever fails
// by the timeout of go test.
func TestOddFilesAreTold(t *testing.T) {
	const size = 1 << 20
	bomb := "a: &a [x, x, x, x, x, x, x, x, x]\n"
	for i := 'b'; i < 'k'; i++ {
		bomb += fmt.Sprintf("%c: &%[1]c [*%c, *%[2]c, *%[2]c, *%[2]c, *%[2]c, *%[2]c, *%[2]c, *%[2]c, *%[2]c]\n", i, i-1)
	}
	for name, c := range map[string]struct{ data, want string }{
		"aliases of aliases":    {bomb, `odd.yaml:1:1: unknown field "a"`},
		"aliases in a list":     {bomb + "questions: [*j, *j]\n", `odd.yaml:11:13: "*j" is an alias; write the value out here`},
		"brackets":              {strings.Repeat("[", size), "odd.yaml:1:1: this [ isn't closed; put a ] where it ends"},
		"brackets on lines":     {strings.Repeat("[\n", size/2), "odd.yaml:10002:1: this [ isn't closed; put a ] where it ends"},
		"dashes":                {strings.Repeat("- ", size/2), "odd.yaml:1:1: this isn't YAML: exceeded max depth of 10000; "},
		"a quote that is open":  {"title: \"" + strings.Repeat("a\n  ", size/5), "odd.yaml:1:8: this quote isn't closed; "},
		"keys":                  {strings.Repeat("a:\n", size/3), `odd.yaml:1:1: unknown field "a"`},
		"no bytes but zeros":    {strings.Repeat("\x00", size), "odd.yaml:1:1: there's a control character, U+0000; remove it"},
		"a line without an end": {"title: " + strings.Repeat("a ", size/2-4), `odd.yaml:1:8: "title" takes 1048567 columns`},
		"a fault late":          {"# " + strings.Repeat("a\n# ", size/4) + "\n\ttitle: a\n", "odd.yaml: the file is larger than 1 MiB; split it into smaller files"},
		"a fault at the end":    {"guidance:\n" + strings.Repeat("  - {id: a}\n", 80000) + "  - {id: a\n", "odd.yaml:80002:5: this { isn't closed; put a } where it ends"},
		"values":                {strings.Repeat(",", size), "odd.yaml:1:1: "},
	} {
		files := valid(t)
		delete(files, "about.yaml")
		files["odd.yaml"] = &fstest.MapFile{Data: []byte(c.data)}
		_, faults := content.Load(files)
		if !strings.Contains(faults.Error(), c.want) {
			t.Errorf("%s: want %q in %.300q", name, c.want, faults.Error())
		}
		for _, f := range faults {
			if text := f.Text(0); strings.ContainsRune(text, 0) || len(text) > 1000 {
				t.Errorf("%s: the text is %.100q of %d bytes", name, text, len(text))
			}
		}
	}
}

func TestFoldersWithVeryMuchInThemAreRefused(t *testing.T) {
	for name, c := range map[string]struct {
		file func(i int) (string, string)
		n    int
		want string
	}{
		"entries": {func(i int) (string, string) { return fmt.Sprintf("d/%d.txt", i), "" }, 10_000,
			".: there are more than 10000 files and folders in here; name the folder that holds nothing but the content"},
		"values": {func(i int) (string, string) { return fmt.Sprintf("f%d.yaml", i), strings.Repeat("a: 1\n", 200_000) }, 6,
			"f5.yaml: the YAML files up to this one hold more than 2 million values; move out what isn't content"},
	} {
		files := fstest.MapFS{}
		for i := range c.n {
			at, data := c.file(i)
			files[at] = &fstest.MapFile{Data: []byte(data)}
		}
		if _, faults := content.Load(files); faults.Error() != c.want {
			t.Errorf("%s: %.300s", name, faults.Error())
		}
	}
}
