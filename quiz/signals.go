package quiz

import (
	"bytes"
	"errors"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"github.com/charmbracelet/x/term"

	"waymark/quiz/locale"
	"waymark/quiz/tui"
)

// lastWords is how long plain mode may write after a signal: enough to say that it stopped.
const lastWords = time.Second

// stoppable is what plain mode reads and writes. A signal ends it, the reading at once and the writing
// after the last words, so that the program is never stopped in the middle of a save and never waits for
// a person who neither types nor reads. A second signal kills the program, as it would any other.
type stoppable struct {
	in, out                 *os.File
	inTerminal, outTerminal bool

	once        sync.Once
	got         syscall.Signal // read after readingEnds is closed
	readingEnds chan struct{}
	writingEnds chan struct{}
}

// newStoppable catches signals until the first has come, or the program ends.
func newStoppable(in, out *os.File) *stoppable {
	s := &stoppable{in: in, out: out, inTerminal: term.IsTerminal(in.Fd()), outTerminal: term.IsTerminal(out.Fd()),
		readingEnds: make(chan struct{}), writingEnds: make(chan struct{})}
	signals := make(chan os.Signal, 1)
	for _, sig := range []os.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT} {
		if !signal.Ignored(sig) { // as nohup has it
			signal.Notify(signals, sig)
		}
	}
	go func() {
		sig, _ := (<-signals).(syscall.Signal)
		signal.Stop(signals) // the next one does what it does by default
		s.end(sig)
	}()
	return s
}

// end stops reading now and writing soon.
func (s *stoppable) end(sig syscall.Signal) {
	s.once.Do(func() {
		s.got = sig
		close(s.readingEnds)
		time.AfterFunc(lastWords, func() { close(s.writingEnds) })
	})
}

// stopped returns the signal that came, as an error, or nil.
func (s *stoppable) stopped() error {
	select {
	case <-s.readingEnds:
		return tui.SignalError{Signal: s.got}
	default:
		return nil
	}
}

// errStopped is what is read after a signal. It is no end of input: a line half typed is no line.
var errStopped error = locale.Error("stopped by a signal")

// Read reads what is there, or until a signal comes.
func (s *stoppable) Read(p []byte) (int, error) {
	if s.stopped() != nil {
		return 0, errStopped
	}
	own := make([]byte, len(p)) // the read may outlive this call
	n, err := s.await(s.in.Read, own, s.inTerminal, s.readingEnds)
	return copy(p, own[:n]), err
}

// Write writes, or gives up a moment after a signal.
func (s *stoppable) Write(p []byte) (int, error) {
	return s.await(s.out.Write, bytes.Clone(p), s.outTerminal, s.writingEnds)
}

// await calls what may never return, until that ends. An error of input or output on a terminal says that
// it was closed, whose signal may come a moment later.
func (s *stoppable) await(call func([]byte) (int, error), p []byte, terminal bool, ends <-chan struct{}) (int, error) {
	type result struct {
		n   int
		err error
	}
	done := make(chan result, 1)
	go func() {
		n, err := call(p)
		done <- result{n, err}
	}()
	select {
	case r := <-done:
		if terminal && errors.Is(r.err, syscall.EIO) {
			s.end(syscall.SIGHUP)
		}
		return r.n, r.err
	case <-ends:
		return 0, errStopped
	}
}
