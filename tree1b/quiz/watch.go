package quiz

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"
	"github.com/fsnotify/fsnotify"

	"waymark/stages"
)

const (
	// settle is how long a folder is left alone after a change: an editor may write a file in several steps, or
	// put another one in its place.
	settle = 60 * time.Millisecond
	// mostWatched is how many folders are watched. The content of most people is in four.
	mostWatched = 1000
	// besides are the lines on a screen beside a question: an empty one, the last one, and the cursor's.
	besides = 3
	// mostFaultsWatched is how many faults are shown in the place of a question: as many as fit on a screen.
	mostFaultsWatched = 4
)

// watchPreview shows a question, or all of them, whenever a file is saved, until the person stops it.
func (a *app) watchPreview(args []string) error {
	dir, where := a.contentDir()
	if dir == "" {
		return usageError{errors.New("the built-in questions don't change; name your own folder, as in --content my-questions")}
	}
	if !isDir(dir) && !isFile(dir) {
		_, err := a.catalog()
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	last := ""
	err := watch(ctx, dir, func() {
		if text := a.watched(dir, args); text != last {
			a.redraw(text, "Watching "+stages.VisibleName(where)+". Ctrl+C stops.\n", last == "")
			last = text
		}
	})
	if err == nil {
		err = tea.ErrInterrupted
	}
	return err
}

// watched is what there's to see of a folder: the questions, or the faults for which they can't be asked.
func (a *app) watched(dir string, args []string) string {
	c, _ := readContent(dir)
	if c.Faults.Err() == nil {
		text, err := a.previewed(c.Catalog, args)
		if err == nil {
			return text
		}
		return err.Error() + "\n"
	}
	var out strings.Builder
	for i, f := range c.Faults {
		if i == mostFaultsWatched {
			fmt.Fprintf(&out, "and %d more; waymark content check lists them\n", len(c.Faults)-i)
			break
		}
		out.WriteString(f.Text(a.columns()) + "\n")
	}
	return out.String()
}

// redraw shows a text, and a last line, in the place of those before: on a terminal from its top, as much as fits;
// else below a line.
func (a *app) redraw(text, last string, first bool) {
	if _, height, err := term.GetSize(a.out.Fd()); err == nil && os.Getenv("TERM") != "dumb" {
		fmt.Fprint(a.out, "\x1b[H\x1b[2J\x1b[3J"+fitted(text, height-besides)+"\n"+last)
		return
	}
	if !first {
		fmt.Fprintln(a.out, strings.Repeat("-", 70))
	}
	fmt.Fprint(a.out, text+"\n"+last)
}

// fitted is as much of a text as fits into some lines, the last of which says that there's more.
func fitted(text string, height int) string {
	lines := strings.SplitAfter(text, "\n")
	if len(lines) <= height+1 || height < 2 { // the last is empty
		return text
	}
	return strings.Join(lines[:height-1], "") + "…\n"
}

// watch calls a function now and after every change in a folder, or of a file, until the context ends.
func watch(ctx context.Context, dir string, changed func()) error {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("can't watch for changes: %w", err)
	}
	defer func() { _ = w.Close() }()
	if isFile(dir) {
		if err := w.Add(filepath.Dir(dir)); err != nil { // see watchFolders
			return fmt.Errorf("can't watch %s: %w", stages.VisibleName(dir), err)
		}
	} else if err := watchFolders(w, dir); err != nil {
		return err
	}
	changed()
	soon := time.NewTimer(time.Hour)
	defer soon.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case e := <-w.Events:
			if e.Has(fsnotify.Create) && isDir(e.Name) {
				_ = watchFolders(w, e.Name) // gone again, or not ours to look into: the check says so
			}
			soon.Reset(settle)
		case <-w.Errors: // such as too many changes at once: look again
			soon.Reset(settle)
		case <-soon.C:
			changed()
		}
	}
}

// watchFolders watches folders, not files: a file that an editor puts in the place of another is a new one.
func watchFolders(w *fsnotify.Watcher, dir string) error {
	n := 0
	return filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fmt.Errorf("can't watch %s: %w", stages.VisibleName(path), err)
		case !d.IsDir():
			return nil
		case strings.HasPrefix(d.Name(), ".") && path != dir:
			return fs.SkipDir
		case n == mostWatched:
			return fs.SkipAll
		}
		n++
		if err := w.Add(path); err != nil {
			return fmt.Errorf("can't watch %s: %w", stages.VisibleName(path), err)
		}
		return nil
	})
}
