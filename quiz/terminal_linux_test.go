package quiz_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// drawn opens the full screen in an environment, and returns all that it wrote.
func drawn(t *testing.T, env []string, args ...string) string {
	t.Helper()
	p := onTerminal(t, env, args...)
	p.sees("quit")
	return p.leaves()
}

var coloured = regexp.MustCompile(`\x1b\[[0-9;]*[34]8[;:]`)

func TestColoursSuitTheBackground(t *testing.T) {
	dark, light := drawn(t, []string{"COLORFGBG=15;0"}), drawn(t, []string{"COLORFGBG=0;15"})
	if d, l := coloured.FindString(dark), coloured.FindString(light); d == "" || l == "" {
		t.Fatalf("no colours: %q, %q", d, l)
	}
	colours := regexp.MustCompile(`[34]8[;:][0-9;:]+m`)
	if d, l := colours.FindString(dark), colours.FindString(light); d == l {
		t.Errorf("the first colour is %q on dark and on light", d)
	}
	for _, env := range [][]string{{"COLORFGBG=15;0", "NO_COLOR=yes"}, {"COLORFGBG=15;0", "NO_COLOR=0"}, nil} {
		if found := coloured.FindString(drawn(t, env)); found != "" {
			t.Errorf("%v: coloured with %q", env, found)
		}
	}
	if !coloured.MatchString(drawn(t, []string{"COLORFGBG=15;0", "NO_COLOR="})) {
		t.Error("an empty NO_COLOR takes the colours away")
	}
}

// A terminal that does not tell its background gets the one ink that both bear, a moment later.
func TestColourWithoutAnAnswer(t *testing.T) {
	p := onTerminal(t, nil)
	p.sees("quit")
	p.sees(`\x1b\[33m`)
	p.leaves()
	for _, env := range [][]string{{"NO_COLOR=1"}, {"WAYMARK_THEME=mono"}, {"WAYMARK_THEME=contrast"}} {
		p := onTerminal(t, env)
		p.sees("quit")
		time.Sleep(500 * time.Millisecond) // for what must not come, there is nothing to wait for
		if out := p.leaves(); strings.Contains(out, "\x1b[33m") {
			t.Errorf("%v: coloured", env)
		}
	}
}

// A theme that is named asks nobody.
func TestThemeByName(t *testing.T) {
	const ask = "\x1b]11;?"
	for _, row := range []struct {
		env  []string
		args []string
		asks bool
		ink  string
	}{
		{[]string{"COLORFGBG=15;0"}, nil, true, "38;5;215"},
		{[]string{"COLORFGBG=15;0"}, []string{"--theme", "light"}, false, "38;5;94"},
		{[]string{"COLORFGBG=15;0", "WAYMARK_THEME=light"}, nil, false, "38;5;94"},
		{[]string{"WAYMARK_THEME=light"}, []string{"--theme=dark"}, false, "38;5;215"},
		{[]string{"COLORFGBG=0;15"}, []string{"--theme=contrast"}, true, "38;5;18"},
	} {
		out := drawn(t, row.env, row.args...)
		if strings.Contains(out, ask) != row.asks || !strings.Contains(out, row.ink+"m") {
			t.Errorf("%v %v: asks %v, ink %s: %q", row.env, row.args, !row.asks, row.ink, out)
		}
	}
}

// On a terminal the result has its path in colour, unless that is unwanted; nothing is asked.
func TestResultOnATerminal(t *testing.T) {
	for _, row := range []struct {
		env  []string
		args []string
		want string
	}{
		{nil, nil, "\x1b[33m"},
		{[]string{"COLORFGBG=15;0"}, nil, "\x1b[38;5;215m"},
		{nil, []string{"--theme=light"}, "\x1b[38;5;94m"},
		{[]string{"NO_COLOR=1", "COLORFGBG=15;0"}, nil, ""},
		{nil, []string{"--theme=mono"}, ""},
	} {
		p := newProcess(t, append([]string{"result"}, row.args...)...)
		p.Env = append(p.Env, row.env...)
		if err := seedJournal(filepath.Join(p.home, ".local", "share", "waymark"), []string{"result"}); err != nil {
			t.Fatal(err)
		}
		if status := p.startOnTerminal().exitStatus(); status != 0 {
			t.Fatalf("exit status %d", status)
		}
		p.sees("◆")
		out := p.written()
		if row.want == "" && regexp.MustCompile(`\x1b\[3[0-9]`).MatchString(out) || !strings.Contains(out, row.want) || !strings.Contains(out, "\x1b[1m") {
			t.Errorf("%v %v: %q is not in %q", row.env, row.args, row.want, out[:min(len(out), 600)])
		}
		if strings.Contains(out, "\x1b]") {
			t.Errorf("%v %v: the terminal is asked", row.env, row.args)
		}
	}
}

func TestMarksSuitTheLocale(t *testing.T) {
	if ascii := drawn(t, []string{"LC_ALL=C"}); strings.ContainsFunc(ascii, func(c rune) bool { return c > 127 }) {
		t.Errorf("marks that LC_ALL=C cannot show: %q", ascii)
	}
	if utf8 := drawn(t, []string{"LC_ALL=C.UTF-8"}); !strings.Contains(utf8, "›") {
		t.Errorf("no marks: %q", utf8)
	}
}

func TestMouseOnlyWhenAskedFor(t *testing.T) {
	const on = "\x1b[?1006h"
	if strings.Contains(drawn(t, nil), on) {
		t.Error("the mouse is on without --mouse")
	}
	if !strings.Contains(drawn(t, nil, "--mouse"), on) {
		t.Error("the mouse is off with --mouse")
	}
}

// A terminal that cannot move its cursor gets lines, and nothing that steers.
func TestDumbTerminalGetsLines(t *testing.T) {
	p := onTerminal(t, []string{"TERM=dumb"})
	p.sees("q stop: $")
	p.types("1\n")
	p.sees("Your work")
	p.types("q\n")
	if status := p.exitStatus(); status != 0 {
		t.Errorf("exit status %d", status)
	}
	if strings.Contains(p.written(), "\x1b") || strings.Contains(p.written(), "stop: 1\r\n1\r\n") {
		t.Errorf("it steers, or repeats what was typed: %q", p.written())
	}
}

// Where nobody does anything, the program hardly wakes the processor; by itself, the library would do so more than 120
// times a second. A key is answered all the same.
func TestAtRest(t *testing.T) {
	p := onTerminal(t, nil)
	p.sees("quit")
	time.Sleep(700 * time.Millisecond) // it awaits the answers of a terminal
	_, before := p.work()
	time.Sleep(2 * time.Second)
	if _, after := p.work(); after-before > 60 {
		t.Errorf("it was woken %v times in two seconds", after-before)
	}
	for _, key := range []string{"\x1b[B", "\x1b[A", "\x1b[B"} { // each after a rest
		time.Sleep(2 * quiet)
		seen := len(p.written())
		p.types(key)
		waitFor(t, "no answer to a key", func() bool { return len(p.written()) > seen }, p.written)
	}
	p.leaves()
}

// Text is as wide as reads well, and narrower where the terminal is.
func TestTextIsNoWiderThanTheTerminal(t *testing.T) {
	for columns, widest := range map[uint16]int{40: 39, 60: 59, 120: 72} {
		p := newProcess(t, "--plain")
		p.columns = columns
		p.startOnTerminal().sees("q stop: $")
		if got := widestLine(p); got > widest || got < widest-10 {
			t.Errorf("plain mode at %d columns: a line of %d", columns, got)
		}
	}
	for columns, widest := range map[uint16]int{40: 40, 60: 60, 120: 70} {
		p := newProcess(t, "content", "preview", "trust-asked-by-name")
		p.columns = columns
		if status := p.startOnTerminal().exitStatus(); status != 0 {
			t.Fatalf("exit status %d", status)
		}
		p.sees("Wouldn't count: ")
		if got := widestLine(p); got > widest || got < widest-10 {
			t.Errorf("a preview at %d columns: a line of %d", columns, got)
		}
	}
}

func widestLine(p *process) (widest int) {
	for line := range strings.Lines(p.written()) {
		if strings.Contains(line, p.home) {
			continue // the name of a folder is not broken
		}
		widest = max(widest, len([]rune(strings.TrimRight(line, "\r\n"))))
	}
	return widest
}

// Both front ends tell what the journal has to say: what was damaged, and that another window writes.
func TestFrontEndsTellOfTheJournal(t *testing.T) {
	for name, args := range map[string][]string{"full screen": nil, "line by line": {"--plain"}} {
		t.Run(name, func(t *testing.T) {
			first := newProcess(t, args...)
			dir := filepath.Join(first.home, ".local", "share", "waymark")
			if err := os.MkdirAll(dir, 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, "interview.json"), []byte(`{"schema": 1, "inter`), 0o600); err != nil {
				t.Fatal(err)
			}
			first.startOnTerminal().sees("couldn't be read")
			second := newProcess(t, args...)
			second.home = first.home
			second.Env = append(second.Env, "HOME="+first.home)
			second.startOnTerminal().sees("Begin")
			second.types("1")
			second.sees("open in another window")
		})
	}
}
