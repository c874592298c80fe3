package quiz

import (
	"errors"
	"fmt"
	"io"
	"os"
	"syscall"
	"testing"

	tea "charm.land/bubbletea/v2"

	"waymark/quiz/tui"
)

// What a command ends with becomes a status, and a line on standard error where there is something to say.
func TestExit(t *testing.T) {
	for _, c := range []struct {
		err    error
		status int
		says   string
	}{
		{nil, 0, ""},
		{errors.New("it failed"), 1, "waymark: it failed\n"},
		{usageError{errors.New("not so")}, 2, "waymark: not so\n"},
		{fmt.Errorf("at the end: %w", usageError{errors.New("not so")}), 2, "waymark: at the end: not so\n"},
		{errors.Join(tea.ErrInterrupted, errors.New("unlock")), 130, ""},
		{tui.SignalError{Signal: syscall.SIGTERM}, 143, ""},
		{errors.Join(tui.SignalError{Signal: syscall.SIGHUP}), 129, ""},
		{fmt.Errorf("%w: index", tea.ErrProgramPanic), 1, "Waymark crashed. Your answers are saved. Run waymark to continue.\n"},
		{errors.New("a\x1b[2J\nb"), 1, "waymark: a\\x1b[2J\nb\n"},
	} {
		read, write, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		status := (&app{err: write}).exit(c.err)
		_ = write.Close()
		if says, err := io.ReadAll(read); err != nil || status != c.status || string(says) != c.says {
			t.Errorf("%v gives %d and says %q; %v", c.err, status, says, err)
		}
	}
}

// What was called wrongly is told where the help of that command is.
func TestExitNamesTheHelp(t *testing.T) {
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	(&app{err: write, command: "waymark export"}).exit(usageError{errors.New("not so")})
	(&app{err: write, command: "waymark export"}).exit(errors.New("it failed"))
	_ = write.Close()
	if says, err := io.ReadAll(read); err != nil || string(says) != "waymark: not so\nFor help: waymark export --help\nwaymark: it failed\n" {
		t.Errorf("it says %q; %v", says, err)
	}
}

func TestNearest(t *testing.T) {
	known := []string{"crossroads", "surroundings", "answers", "name", "all"}
	for name, want := range map[string]string{"srroundings": "surroundings", "Naem": "name", "xyz": "", "answrs": "answers", "": ""} {
		if got := nearest(name, known); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
