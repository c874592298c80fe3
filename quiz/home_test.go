package quiz_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"waymark/content"
	"waymark/quiz/disk"
	"waymark/quiz/journal"
	"waymark/quiz/session"
	"waymark/quiz/tui"
	"waymark/stages"
)

// TestHomeIsTheSameFromAnOutline draws the home of people who come back from an outline of their results, and from the
// results: nothing on it moves or changes once these are read.
func TestHomeIsTheSameFromAnOutline(t *testing.T) {
	catalog, err := content.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	bank, bare, drawn := stages.NewBank(catalog), stages.Bare(catalog), 0
	for _, seeds := range []string{"result", "hasty", "nothing", "result again", "result nothing", "result surveys again plan", "year", "year surveys"} {
		dir := t.TempDir()
		for _, seeded := range []error{seedJournal(dir, strings.Fields(seeds)), rest(filepath.Join(dir, "results"))} {
			if seeded != nil {
				t.Fatal(seeded)
			}
		}
		j, err := journal.Open(disk.OS{}, dir, time.Now)
		if err != nil {
			t.Fatal(err)
		}
		whole, err := j.Load()
		outline, ok := j.Outline()
		if err != nil || !ok {
			t.Fatalf("%s: no outline, or %v", seeds, err)
		}
		for _, size := range [][2]int{{40, 12}, {60, 16}, {80, 24}, {100, 30}, {120, 40}, {200, 60}} {
			for _, days := range []int{0, 20, 45, 200, 400} {
				draw := func(bank *stages.Bank, saved session.Saved) string {
					now := func() time.Time { return taken.AddDate(0, 0, days) }
					return tui.New(tui.Config{Session: session.New(bank, saved), Store: j, Now: now, Screen: size}).View().Content
				}
				if from, want := draw(bare, outline), draw(bank, whole); from != want {
					t.Errorf("%s, %v, %d days later: from an outline\n%s\nand from the results\n%s", seeds, size, days, from, want)
				}
				drawn++
			}
		}
		if err := j.Close(); err != nil {
			t.Error(err)
		}
	}
	if drawn != 8*6*5 {
		t.Errorf("%d homes", drawn)
	}
}

// rest makes a folder and its files such as were changed last a minute ago.
func rest(dir string) error {
	then := time.Now().Add(-time.Minute)
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	for _, path := range append(files, dir) {
		if err == nil {
			err = os.Chtimes(path, then, then)
		}
	}
	if err == nil && len(files) == 0 {
		err = fmt.Errorf("nothing in %s", dir)
	}
	return err
}
