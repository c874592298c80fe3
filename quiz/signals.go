package quiz

import (
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"

	"waymark/quiz/tui"
)

// stoppable is an input that a signal ends. Whoever reads it is thus never stopped in the middle of a
// save, and can say a last word. A second signal ends the program at once.
type stoppable struct {
	in      io.Reader
	signals chan os.Signal
	got     os.Signal
}

func newStoppable(in io.Reader) *stoppable {
	s := &stoppable{in: in, signals: make(chan os.Signal, 1)}
	signal.Notify(s.signals, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	return s
}

func (s *stoppable) close() { signal.Stop(s.signals) }

// errStopped is what is read after a signal. It is no end of input: a line half typed is no line.
var errStopped = errors.New("stopped by a signal")

// Read reads what is there, or until a signal comes.
func (s *stoppable) Read(p []byte) (int, error) {
	if s.stopped() != nil {
		return 0, errStopped
	}
	type chunk struct {
		n   int
		err error
	}
	own, read := make([]byte, len(p)), make(chan chunk, 1) // own, since the read may outlive this call
	go func() {
		n, err := s.in.Read(own)
		read <- chunk{n, err}
	}()
	select {
	case s.got = <-s.signals:
		signal.Stop(s.signals)
		return 0, errStopped
	case c := <-read:
		return copy(p, own[:c.n]), c.err
	}
}

// stopped is the signal that came, as an error, or nil.
func (s *stoppable) stopped() error {
	if s.got == nil {
		select {
		case s.got = <-s.signals:
		default:
			return nil
		}
	}
	number, _ := s.got.(syscall.Signal)
	return tui.SignalError{Signal: number}
}
