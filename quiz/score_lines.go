package quiz

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
)

// maxLine is the longest line that --jsonl reads, in bytes.
const maxLine = 1 << 20

// lineError is what is wrong with one line, and with none of the others.
type lineError struct{ error }

// Lines are handed to the cores some at a time: a batch ends at so many lines or bytes, and before the program would
// wait for more to read.
const (
	batchLines = 32
	batchBytes = 64 << 10
)

// line is a line as it was read, or what is wrong with it.
type line struct {
	number int
	text   []byte
	err    error
}

// batch are lines on their way to results, in memory that is used again and again.
type batch struct {
	lines   []line
	text    []byte // of the lines
	results []byte
	bad     int // lines that give an error
	memory  *memory
	err     error // of this program's own
	done    chan struct{}
}

// moreGarbage is how much memory may be freed at once, in percent of what is in use: with so little in use, the
// default would be busy freeing.
const moreGarbage = 400

// scoreLines reads a respondent a line, and writes results in the order of the lines. A bad line gives
// an error in its place, and the run goes on. Every core works; how many lines are on their way at once
// is bounded, and so is the memory.
func (s scorer) scoreLines(in io.Reader, out *bufio.Writer) error {
	defer debug.SetGCPercent(debug.SetGCPercent(moreGarbage))
	cores := runtime.GOMAXPROCS(0)
	most := 4 * cores
	free, work, ordered := make(chan *batch, most), make(chan *batch, most), make(chan *batch, most)
	for range most {
		free <- &batch{memory: newMemory(), done: make(chan struct{}, 1)}
	}
	stop := make(chan struct{})
	defer close(stop)
	var unread error // set before ordered is closed
	go func() {
		unread = readBatches(in, free, work, ordered, stop)
		close(work)
		close(ordered)
	}()
	for range cores {
		go func() {
			for b := range work {
				s.scoreBatch(b)
				b.done <- struct{}{}
			}
		}()
	}
	bad, err := writeResults(ordered, free, out)
	if err != nil {
		return err
	}
	if bad > 0 {
		err = fmt.Errorf("%d of the lines couldn't be scored; each has an error in place of its result", bad)
	}
	return errors.Join(unread, err)
}

// readBatches hands all lines to the workers and, in order, to the writer.
func readBatches(in io.Reader, free <-chan *batch, work, ordered chan<- *batch, stop <-chan struct{}) error {
	lines := bufio.NewReaderSize(in, maxLine)
	for number := 1; ; {
		var b *batch
		select {
		case b = <-free:
		case <-stop:
			return nil
		}
		err := b.read(lines, &number)
		if len(b.lines) > 0 {
			work <- b
			ordered <- b
		}
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
	}
}

// read waits for a line, and takes those that come with it. Number is that of the line to come.
func (b *batch) read(lines *bufio.Reader, number *int) error {
	b.lines, b.text = b.lines[:0], b.text[:0]
	for first := true; first || len(b.lines) < batchLines && len(b.text) < batchBytes && lineWaits(lines); first = false {
		text, err := readLine(lines)
		if err != nil && !errors.As(err, new(lineError)) {
			return err
		}
		if err != nil || len(text) > 0 {
			from := len(b.text)
			b.text = append(b.text, text...)
			b.lines = append(b.lines, line{*number, b.text[from:], err})
		}
		*number++
	}
	return nil
}

// lineWaits reports whether a whole line has been read already.
func lineWaits(lines *bufio.Reader) bool {
	waiting, _ := lines.Peek(lines.Buffered())
	return bytes.IndexByte(waiting, '\n') >= 0
}

// writeResults writes what the lines give, in their order, and counts the bad ones. Before it waits it
// hands on what it has, for a program that waits for one result before it sends the next line.
func writeResults(ordered <-chan *batch, free chan<- *batch, out *bufio.Writer) (bad int, err error) {
	for {
		b, more, err := next(ordered, out)
		if err != nil || !more {
			return bad, err
		}
		if _, _, err := next(b.done, out); err != nil {
			return bad, err
		}
		bad += b.bad
		if _, err := out.Write(b.results); err != nil || b.err != nil {
			return bad, errors.Join(b.err, err)
		}
		free <- b
	}
}

func next[T any](from <-chan T, out *bufio.Writer) (v T, more bool, err error) {
	select {
	case v, more = <-from:
		return v, more, nil
	default:
	}
	if err := out.Flush(); err != nil {
		return v, false, err
	}
	v, more = <-from
	return v, more, nil
}

func (s scorer) scoreBatch(b *batch) {
	b.results, b.bad, b.err = b.results[:0], 0, nil
	for _, l := range b.lines {
		result, bad, err := s.reply(l, b.memory)
		if bad {
			b.bad++
		}
		b.err = errors.Join(b.err, err)
		b.results = append(append(b.results, result...), '\n')
	}
}

// reply is what a line gives, as JSON: a result, or what is wrong with it. It lasts until the memory is used again.
func (s scorer) reply(l line, m *memory) (result []byte, bad bool, err error) {
	fault := l.err
	if fault == nil {
		result, fault = s.scoreLine(l.text, m)
	}
	if fault != nil {
		result, err = json.Marshal(struct {
			Line  int             `json:"line"`
			ID    json.RawMessage `json:"id,omitempty"`
			Error string          `json:"error"`
		}{l.number, givenBack(idIn(l.text)), fault.Error()})
	}
	return result, fault != nil, err
}

func (s scorer) scoreLine(text []byte, m *memory) ([]byte, error) {
	r, err := parseJSON(text, m)
	if err != nil {
		return nil, err
	}
	answers, err := r.check(s.bank)
	if err != nil {
		return nil, err
	}
	return s.result(answers, s.explain)
}

// readLine returns the next line, trimmed, or io.EOF. A line that is too long is passed over whole.
func readLine(r *bufio.Reader) ([]byte, error) {
	line, err := r.ReadSlice('\n')
	if errors.Is(err, bufio.ErrBufferFull) {
		for errors.Is(err, bufio.ErrBufferFull) {
			_, err = r.ReadSlice('\n')
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
		return nil, lineError{fmt.Errorf("the line is longer than %d bytes", maxLine)}
	}
	if errors.Is(err, io.EOF) && len(line) > 0 {
		err = nil
	}
	return bytes.TrimSpace(line), err
}
