package content_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"waymark/content"
)

func TestPositionsAreSafeToPrint(t *testing.T) {
	for _, c := range []struct {
		at   content.Position
		want string
	}{
		{content.Position{}, ""},
		{content.Position{File: "a.yaml"}, "a.yaml"},
		{content.Position{File: "a.yaml", Line: 2, Column: 3}, "a.yaml:2:3"},
		{content.Position{File: "näh 工.yaml", Line: 1, Column: 1}, "näh 工.yaml:1:1"},
		{content.Position{File: "e\x1b[31m.yaml"}, `"e\x1b[31m.yaml"`},
		{content.Position{File: "d\u202e/a.yaml", Line: 1, Column: 1}, `"d\u202e/a.yaml":1:1`},
		{content.Position{File: "a\nb.yaml"}, `"a\nb.yaml"`},
		{content.Position{File: "a\xffb.yaml"}, `"a\xffb.yaml"`},
	} {
		if got := c.at.String(); got != c.want {
			t.Errorf("%#v is printed as %s, want %s", c.at, got, c.want)
		}
	}
}

func TestFileNamesInFaultsAreSafeToPrint(t *testing.T) {
	files := valid(t)
	files["e\x1b[2J.yaml"] = &fstest.MapFile{Data: []byte("titel: a\nsteps: [{id: go-on}]\n")}
	_, faults := content.Load(files)
	got := faults.Error()
	if strings.ContainsRune(got, '\x1b') || !strings.Contains(got, `"e\x1b[2J.yaml":1:1: unknown field`) {
		t.Errorf("faults: %q", got)
	}
}

// many returns content with n faults, one a line.
func many(t *testing.T, n int) fstest.MapFS {
	files := valid(t)
	files["many.yaml"] = &fstest.MapFile{Data: []byte(numbered("odd%d: 1\n", n))}
	return files
}

func TestFaultsAreToldUpToAHundred(t *testing.T) {
	for _, c := range []struct {
		faults, lines int
		last          string
	}{
		{100, 100, "many.yaml:100:1: unknown field"},
		{101, 101, "and 1 more; fix these first"},
		{10100, 101, "and 10000 more; fix these first"},
		{10101, 101, "and over 10000 more; fix these first"},
	} {
		_, faults := content.Load(many(t, c.faults))
		if got := faults[len(faults)-1].String(); len(faults) != c.lines || !strings.HasPrefix(got, c.last) {
			t.Errorf("%d faults give %d lines, the last %q; want %d and %q", c.faults, len(faults), got, c.lines, c.last)
		}
		if errs, warnings := faults.Count(); errs != min(c.faults, 100) || warnings != 0 {
			t.Errorf("of %d faults, %d errors and %d warnings are counted", c.faults, errs, warnings)
		}
		if errs, ok := faults.Err().(content.Faults); !ok || len(errs) != c.lines { //nolint:errorlint // as it is made
			t.Errorf("%d faults give the error %v", c.faults, faults.Err())
		}
	}
}

func TestWarningsBeyondAHundredAreNoError(t *testing.T) {
	files := valid(t)
	files["more.yaml"] = &fstest.MapFile{Data: []byte("questions:\n" + numbered("  - {id: q%d, strand: craft, kind: frequency, ask: a, why: w, options: [{id: a, level: 1, text: a}, {id: b, level: 1, text: b}]}\n", 101))}
	_, faults := content.Load(files)
	if got := faults[len(faults)-1].String(); faults.Err() != nil || got != "warning: and 102 more; fix these first" {
		t.Errorf("the last of %d faults is %q", len(faults), got)
	}
}

func TestAnErrorBeyondAHundredWarningsIsAnError(t *testing.T) {
	files := valid(t)
	files["more.yaml"] = &fstest.MapFile{Data: []byte("guidance:\n" + numbered("  - {id: g%d, name: a, why: w, have: h, get: g, first: f}\n", 100) + "titel: a\n")}
	_, faults := content.Load(files)
	if err := faults.Err(); err == nil || err.Error() != "and 1 more; fix these first" {
		t.Errorf("the error is %v", err)
	}
}

func TestReadingGivesUpOnListsFullOfFaults(t *testing.T) {
	files := valid(t)
	files["more.yaml"] = &fstest.MapFile{Data: []byte("questions:\n" + strings.Repeat("  - a\n", 20000))}
	catalog, faults := content.Load(files)
	if got := faults[len(faults)-1].What; len(catalog.Questions) > 11000 || got != "and over 10000 more" {
		t.Errorf("%d questions are read, and the last fault is %q", len(catalog.Questions), got)
	}
}

// Comparing every key with all before it would take longer than a test may.
func TestManyKeysAreCounted(t *testing.T) {
	files := valid(t)
	files["more.yaml"] = &fstest.MapFile{Data: []byte("crossroads: {roads: [{strands: {" + numbered("k%d: 1,", 60000) + "}}]}")}
	_, faults := content.Load(files)
	if got := faults[len(faults)-1].What; got != "and over 10000 more" {
		t.Errorf("the last fault is %q", got)
	}
}

// numbered repeats a line n times with its number.
func numbered(line string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, line, i)
	}
	return b.String()
}

func TestHintsListAFewNames(t *testing.T) {
	for n, want := range map[int]string{20: "use one of: craft, s0, s1, ", 21: "use one of the 21 there are"} {
		files := valid(t)
		more := "questions: [{strand: zzzzzzzz}]\nstrands:\n" + numbered("  - {id: s%d, name: n, about: a, at: [a, b, c, d, e]}\n", n-1)
		files["zz.yaml"] = &fstest.MapFile{Data: []byte(more)}
		_, faults := content.Load(files)
		if got := faults.Error(); !strings.Contains(got, `there's no strand "zzzzzzzz"; `+want) {
			t.Errorf("with %d strands: %s", n, got)
		}
	}
}
