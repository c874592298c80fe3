//go:build unix

package tui

import (
	"io"
	"os"

	"golang.org/x/sys/unix"
)

// keyboard is the terminal's input, in which a lone Esc is told at once. The library waits 50 ms to
// see whether Esc begins a longer sequence, and takes a key that comes meanwhile for Alt with it; but
// a terminal writes a sequence in one piece.
type keyboard struct{ *os.File }

const (
	escWait = 2 // milliseconds that the rest of a sequence may take
	// loneEsc is the key Esc as the kitty keyboard protocol writes it, which leaves no doubt.
	loneEsc = "\x1b[27u"
)

func newKeyboard(f *os.File) io.Reader { return keyboard{f} }

// Read reads what is there.
func (k keyboard) Read(p []byte) (int, error) {
	n, err := k.File.Read(p)
	if err == nil && n == 1 && p[0] == '\x1b' && len(p) >= len(loneEsc) && !k.more() {
		n = copy(p, loneEsc)
	}
	return n, err
}

// more reports whether more input comes soon.
func (k keyboard) more() bool {
	ready, err := unix.Poll([]unix.PollFd{{Fd: int32(k.Fd()), Events: unix.POLLIN}}, escWait)
	return err == nil && ready > 0
}
