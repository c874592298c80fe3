package quiz_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"regexp"
	"sync"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// process is the program under test, with a home of its own.
type process struct {
	*exec.Cmd
	t    testing.TB
	home string
	done chan struct{} // closed when the process has ended
	pty  *os.File      // the other side of its terminal, where it has one

	columns uint16 // of its terminal

	// answer is what the terminal says to what the program wrote; nil for a terminal that says nothing.
	answer func(written []byte) string

	mu     sync.Mutex
	out    []byte // all that it wrote to the terminal
	pieces []piece
}

// piece is when the program had written so many bytes.
type piece struct {
	at   time.Time
	upTo int
}

// newProcess is a command line of the program under test, in a plain environment.
func newProcess(t testing.TB, args ...string) *process {
	t.Helper()
	exe, err := exec.LookPath("waymark") // testscript puts this test binary under the name
	if err != nil {
		t.Fatal(err)
	}
	return processOf(t, exe, args...)
}

// processOf is a command line of any program, in a plain environment.
func processOf(t testing.TB, exe string, args ...string) *process {
	p := &process{t: t, Cmd: exec.Command(exe, args...), home: t.TempDir(), done: make(chan struct{}), columns: 80}
	p.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + p.home, "TERM=xterm-256color", "LC_ALL=C.UTF-8", "GORACE=" + os.Getenv("GORACE")}
	return p
}

func (p *process) start() {
	p.t.Helper()
	caught := make(chan os.Signal, 1)
	signal.Notify(caught, syscall.SIGINT, syscall.SIGQUIT) // what is ignored here would be ignored there
	defer signal.Stop(caught)
	if err := p.Start(); err != nil {
		p.t.Fatal(err)
	}
	go func() {
		_ = p.Wait()
		close(p.done)
	}()
	p.t.Cleanup(func() {
		_ = p.Process.Kill()
		<-p.done
	})
}

// startOnTerminal starts it on a terminal of 24 lines.
func (p *process) startOnTerminal() *process {
	p.t.Helper()
	var tty *os.File
	p.pty, tty = openPty(p.t, p.columns)
	p.Stdin, p.Stdout, p.Stderr = tty, tty, tty
	p.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	p.start()
	_ = tty.Close()
	go p.read()
	p.t.Cleanup(func() { _ = p.pty.Close() })
	return p
}

// onTerminal starts waymark on a terminal, with these variables in its environment.
func onTerminal(t testing.TB, env []string, args ...string) *process {
	t.Helper()
	p := newProcess(t, args...)
	p.Env = append(p.Env, env...)
	return p.startOnTerminal()
}

func openPty(t testing.TB, columns uint16) (pty, tty *os.File) {
	t.Helper()
	pty, err := os.OpenFile("/dev/ptmx", os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	conn, err := pty.SyscallConn() // Fd would make reading impossible to end
	if err != nil {
		t.Fatal(err)
	}
	var number int
	if outer := conn.Control(func(fd uintptr) {
		number, err = unix.IoctlGetInt(int(fd), unix.TIOCGPTN)
		err = errors.Join(err, unix.IoctlSetPointerInt(int(fd), unix.TIOCSPTLCK, 0),
			unix.IoctlSetWinsize(int(fd), unix.TIOCSWINSZ, &unix.Winsize{Row: 24, Col: columns}))
	}); outer != nil || err != nil {
		t.Fatal(outer, err)
	}
	tty, err = os.OpenFile(fmt.Sprint("/dev/pts/", number), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	return pty, tty
}

func (p *process) read() {
	chunk := make([]byte, 1<<16)
	for {
		n, err := p.pty.Read(chunk)
		p.mu.Lock()
		p.out = append(p.out, chunk[:n]...)
		p.pieces = append(p.pieces, piece{time.Now(), len(p.out)})
		p.mu.Unlock()
		if p.answer != nil {
			_, _ = p.pty.WriteString(p.answer(chunk[:n]))
		}
		if err != nil {
			return
		}
	}
}

func (p *process) written() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return string(p.out)
}

// sees waits until something was written that fits a pattern.
func (p *process) sees(pattern string) {
	p.t.Helper()
	want := regexp.MustCompile(pattern)
	waitFor(p.t, fmt.Sprintf("never saw %q", pattern), func() bool { return want.MatchString(p.written()) }, p.written)
}

func waitFor(t testing.TB, never string, ready func() bool, state func() string) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); !ready(); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("%s:\n%q", never, state())
		}
	}
}

func (p *process) types(text string) {
	p.t.Helper()
	if _, err := p.pty.WriteString(text); err != nil {
		p.t.Fatal(err)
	}
}

func (p *process) signal(s syscall.Signal) {
	p.t.Helper()
	if err := p.Process.Signal(s); err != nil {
		p.t.Fatal(err)
	}
}

// ended reports whether the process has ended by itself.
func (p *process) ended() bool {
	select {
	case <-p.done:
		return true
	default:
		return false
	}
}

// leaves presses Esc and returns all that was drawn.
func (p *process) leaves() string {
	p.t.Helper()
	p.types("\x1b")
	if status := p.exitStatus(); status != 0 {
		p.t.Errorf("exit status %d", status)
	}
	p.sees(`\x1b\[\?1049l`)
	return p.written()
}

// exitStatus waits for the end of the process.
func (p *process) exitStatus() int {
	p.t.Helper()
	waitFor(p.t, "does not end", p.ended, p.written)
	return p.ProcessState.ExitCode()
}

// kept reports whether there is an interview on disk.
func (p *process) kept() bool {
	_, err := os.Stat(filepath.Join(p.home, ".local", "share", "waymark", "interview.json"))
	return err == nil
}

// work is what all of its threads have worked so far, in ms, and how often they were woken.
func (p *process) work() (work, wakes float64) {
	threads, err := os.ReadDir(fmt.Sprintf("/proc/%d/task", p.Process.Pid))
	if err != nil {
		p.t.Fatal(err)
	}
	for _, t := range threads {
		work += p.number("task/"+t.Name()+"/schedstat", `^(\d+)`) / 1e6
		wakes += p.number("task/"+t.Name()+"/status", `\nvoluntary_ctxt_switches:\s+(\d+)`)
	}
	return work, wakes
}

// number is the one that a pattern finds in a file that the system keeps about the process.
func (p *process) number(file, pattern string) (n float64) {
	p.t.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/%s", p.Process.Pid, file))
	if err != nil {
		p.t.Fatal(err)
	}
	found := regexp.MustCompile(pattern).FindSubmatch(text)
	if found == nil {
		p.t.Fatalf("no %s in %s", pattern, file)
	}
	if _, err := fmt.Sscan(string(found[1]), &n); err != nil {
		p.t.Fatal(err)
	}
	return n
}
