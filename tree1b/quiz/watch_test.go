package quiz

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestWatchFollowsEveryWayOfSaving changes a file as editors do: written over, put in its place by a rename, and
// in a folder made later.
func TestWatchFollowsEveryWayOfSaving(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/small")); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "all.yaml")
	sound, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	a := &app{out: os.Stdout}
	seen, stopped := make(chan string, 100), make(chan error)
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	go func() { stopped <- watch(ctx, dir, func() { seen <- a.watched(dir, []string{"craft-boxes"}) }) }()
	until := func(what string) {
		t.Helper()
		for {
			select {
			case text := <-seen:
				if strings.Contains(text, what) {
					return
				}
			case <-time.After(20 * time.Second):
				t.Fatalf("never seen: %s", what)
			}
		}
	}
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	until("Which of these did you leave with a customer")
	write(file, strings.Replace(string(sound), "Which of these did you leave", "Which of these did you hand over", 1))
	until("Which of these did you hand over")
	write(file, strings.Replace(string(sound), "kind: checklist", "kind: checklst", 1))
	until("did you mean \"checklist\"?")
	write(file, strings.Replace(string(sound), "id: craft-boxes", "id: craft-boxen", 1))
	until("there's no question \"craft-boxes\"; did you mean craft-boxen?")
	write(filepath.Join(dir, ".swap"), string(sound))
	if err := os.Rename(filepath.Join(dir, ".swap"), file); err != nil {
		t.Fatal(err)
	}
	until("Which of these did you leave with a customer")
	if err := os.Mkdir(filepath.Join(dir, "more"), 0o700); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(10 * time.Second); time.Now().Before(deadline); { // the folder may not be watched yet
		write(filepath.Join(dir, "more", "a.yaml"), "titel: a\n")
		select {
		case text := <-seen:
			if strings.Contains(text, "more/a.yaml:1:1: error: unknown field \"titel\"") {
				stop()
				if err := <-stopped; err != nil {
					t.Error(err)
				}
				return
			}
		case <-time.After(time.Second):
		}
	}
	t.Error("a folder made later isn't watched")
}

// TestWatchFollowsOneFile does the same where all content is in one file, saved by a rename.
func TestWatchFollowsOneFile(t *testing.T) {
	sound, err := os.ReadFile("testdata/small/all.yaml")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "all.yaml")
	save := func(text string) {
		t.Helper()
		if err := os.WriteFile(file+"~", []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(file+"~", file); err != nil {
			t.Fatal(err)
		}
	}
	save(string(sound))
	a := &app{out: os.Stdout}
	seen := make(chan string, 100)
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	go func() { _ = watch(ctx, file, func() { seen <- a.watched(file, []string{"craft-boxes"}) }) }()
	for _, want := range []string{"Which of these did you leave", "Which of these did you hand over"} {
		select {
		case text := <-seen:
			if !strings.Contains(text, want) {
				t.Fatalf("%s\nhas no %q", text, want)
			}
		case <-time.After(20 * time.Second):
			t.Fatalf("never seen: %s", want)
		}
		save(strings.Replace(string(sound), "Which of these did you leave", "Which of these did you hand over", 1))
	}
}

func TestFittedKeepsTheTop(t *testing.T) {
	for _, c := range []struct {
		height int
		want   string
	}{{4, "a\nb\nc\nd\n"}, {3, "a\nb\n…\n"}, {2, "a\n…\n"}, {1, "a\nb\nc\nd\n"}} {
		if got := fitted("a\nb\nc\nd\n", c.height); got != c.want {
			t.Errorf("in %d lines: %q, want %q", c.height, got, c.want)
		}
	}
}
