package quiz_test

import (
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// Every signal that asks a program to end ends both front ends, with its own exit status, the terminal
// as it was and a last word where one can be read.
func TestSignalsEndBothFrontEnds(t *testing.T) {
	for sig, status := range map[syscall.Signal]int{
		syscall.SIGINT: 130, syscall.SIGTERM: 143, syscall.SIGHUP: 129, syscall.SIGQUIT: 131,
	} {
		if signal.Ignored(sig) { // under nohup, and so it would be by the program
			continue
		}
		t.Run(fmt.Sprint("full screen, ", sig), func(t *testing.T) {
			t.Parallel()
			p := onTerminal(t, nil)
			p.sees("Begin")
			p.signal(sig)
			if got := p.exitStatus(); got != status {
				t.Errorf("exit status %d", got)
			}
			p.sees(`\x1b\[\?1049l`) // it leaves the alternate screen
		})
		t.Run(fmt.Sprint("line by line, ", sig), func(t *testing.T) {
			t.Parallel()
			p := onTerminal(t, nil, "--plain")
			p.sees("Begin")
			p.types("1\n1\n2\n1\n")
			p.sees("Question 2")
			p.signal(sig)
			if got := p.exitStatus(); got != status {
				t.Errorf("exit status %d", got)
			}
			if p.sees("Stopped. All your answers are saved"); !p.kept() {
				t.Error("the answers are gone")
			}
		})
	}
}

func TestCtrlCInterrupts(t *testing.T) {
	t.Parallel()
	p := onTerminal(t, nil)
	p.sees("Begin")
	p.types("\x03")
	if got := p.exitStatus(); got != 130 {
		t.Errorf("exit status %d", got)
	}
}

// A terminal that is closed ends both front ends like its signal, also where that is ignored or late.
func TestClosedTerminal(t *testing.T) {
	for name, args := range map[string][]string{"full screen": nil, "line by line": {"--plain"}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := onTerminal(t, nil, args...)
			p.sees("Begin")
			_ = p.pty.Close()
			if got := p.exitStatus(); got != 129 {
				t.Errorf("exit status %d", got)
			}
		})
	}
	t.Run("line by line, hang-up ignored", func(t *testing.T) {
		t.Parallel()
		p := newProcess(t, "--plain")
		p.Path, p.Args = "/bin/sh", []string{"sh", "-c", `trap '' HUP; exec "$0" --plain`, p.Path}
		p.startOnTerminal()
		p.sees("Begin")
		p.signal(syscall.SIGHUP)
		p.types("1\n")
		p.sees("Your work")
		p.types("1\n2\n")
		p.sees("Question 1") // a program that's ending could still have read the first line
		_ = p.pty.Close()
		if got := p.exitStatus(); got != 129 {
			t.Errorf("exit status %d", got)
		}
	})
}

// toFullPipe starts plain mode with more to say than its reader, who sleeps, has room for.
func toFullPipe(t *testing.T) *process {
	t.Helper()
	p := newProcess(t, "--plain")
	reader, writer, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = reader.Close() })
	typed := filepath.Join(t.TempDir(), "typed")
	if err := os.WriteFile(typed, []byte(strings.Repeat("?\n", 10_000)), 0o600); err != nil {
		t.Fatal(err)
	}
	in, err := os.Open(typed)
	if err != nil {
		t.Fatal(err)
	}
	p.Stdin, p.Stdout = in, writer
	p.start()
	_, _ = in.Close(), writer.Close()
	full, since := 0, time.Now()
	waitFor(t, "never blocks", func() bool {
		waiting, err := unix.IoctlGetInt(int(reader.Fd()), unix.TIOCINQ)
		if waiting != full || err != nil {
			full, since = waiting, time.Now()
		}
		return full > 1<<15 && time.Since(since) > 50*time.Millisecond
	}, func() string { return fmt.Sprint(full) })
	return p
}

func TestSignalEndsBlockedWriting(t *testing.T) {
	t.Parallel()
	p := toFullPipe(t)
	p.signal(syscall.SIGTERM)
	if got := p.exitStatus(); got != 143 {
		t.Errorf("exit status %d", got)
	}
}

// The signals after the first do what they do by default.
func TestSecondSignalKills(t *testing.T) {
	t.Parallel()
	p := toFullPipe(t)
	for !p.ended() {
		_ = p.Process.Signal(syscall.SIGTERM)
		time.Sleep(5 * time.Millisecond)
	}
	if status, ok := p.ProcessState.Sys().(syscall.WaitStatus); !ok || !status.Signaled() {
		t.Errorf("it ended by itself: %v", p.ProcessState)
	}
}
