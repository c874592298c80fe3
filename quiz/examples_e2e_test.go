//go:build e2e

package quiz_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"waymark/content"
	"waymark/stages"
)

// exampleWay goes from the start to the first action of a next step, with the content of an example: a ladder of other
// levels and strands, or another language. Its keys are those of the built-in one.
func exampleWay(t *testing.T, folder string) {
	folder, err := filepath.Abs(filepath.Join("../docs/examples", folder))
	if err != nil {
		t.Fatal(err)
	}
	c, faults := content.Load(os.DirFS(folder))
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	x := open(t, 80, 24)
	x.waymark("WAYMARK_CONTENT=" + folder)
	x.sees("› 1")
	for i := 0; len(x.results()) == 0; i++ {
		if i == 60 {
			t.Fatalf("no result after %d rows chosen:\n%s", i, x.screen())
		}
		x.chooseFirst()
	}
	x.chooseFirst() // all of the result
	for i := 0; !strings.Contains(x.screen(), "□"); i++ {
		if i == 6 {
			t.Fatalf("no next step on any page of the result:\n%s", x.screen())
		}
		x.turn("Right")
	}
	x.turn("Enter")
	screen := x.screen()
	if !slices.ContainsFunc(c.Steps, func(s stages.Step) bool {
		return strings.Contains(screen, words(s.Title, 3)) && strings.Contains(screen, words(s.First, 3))
	}) {
		t.Errorf("no step is open at how to begin:\n%s", screen)
	}
}

// chooseFirst chooses the first row, and goes on where that ticks it.
func (x *terminal) chooseFirst() {
	x.t.Helper()
	x.turn("1")
	if strings.Contains(x.screen(), "■") {
		x.turn("Enter")
	}
}

func (x *terminal) results() []string {
	found, _ := filepath.Glob(filepath.Join(x.home, "waymark", "results", "*.json"))
	return found
}

// words are the first n of a text, which no screen wraps.
func words(text string, n int) string {
	all := strings.Fields(text)
	return strings.Join(all[:min(n, len(all))], " ")
}
