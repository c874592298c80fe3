package quiz

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
)

// maxLine is the longest line that --jsonl reads, in bytes.
const maxLine = 1 << 20

// lineError is what is wrong with one line, and with none of the others.
type lineError struct{ error }

// job is a line on its way to a result.
type job struct {
	number int
	line   []byte
	err    error // where the line could not be read
	done   chan reply
}

// reply is what a line gives, as JSON: a result, or what is wrong with it.
type reply struct {
	json []byte
	bad  bool
	err  error // of this program's own
}

// scoreLines reads a respondent a line, and writes results in the order of the lines. A bad line gives
// an error in its place, and the run goes on. Every core works; how many lines are on their way at once
// is bounded, and so is the memory.
func (s scorer) scoreLines(in io.Reader, out *bufio.Writer) error {
	cores := runtime.GOMAXPROCS(0)
	work, ordered := make(chan *job, 4*cores), make(chan *job, 4*cores)
	stop := make(chan struct{})
	defer close(stop)
	var unread error // set before ordered is closed
	go func() {
		unread = readJobs(in, work, ordered, stop)
		close(work)
		close(ordered)
	}()
	for range cores {
		go func() {
			for j := range work {
				j.done <- s.reply(j)
			}
		}()
	}
	bad, err := writeReplies(ordered, out)
	if err != nil {
		return err
	}
	if bad > 0 {
		err = fmt.Errorf("%d of the lines couldn't be scored; each has an error in place of its result", bad)
	}
	return errors.Join(unread, err)
}

// readJobs hands every line to the workers and, in order, to the writer.
func readJobs(in io.Reader, work, ordered chan<- *job, stop <-chan struct{}) error {
	lines := bufio.NewReaderSize(in, maxLine)
	for n := 1; ; n++ {
		line, err := readLine(lines)
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil && !errors.As(err, new(lineError)):
			return err
		case err == nil && len(line) == 0:
			continue
		}
		j := &job{n, bytes.Clone(line), err, make(chan reply, 1)}
		for _, to := range []chan<- *job{work, ordered} {
			select {
			case to <- j:
			case <-stop:
				return nil
			}
		}
	}
}

// writeReplies writes what the lines give, in their order, and counts the bad ones. Before it waits it
// hands on what it has, for a program that waits for one result before it sends the next line.
func writeReplies(ordered <-chan *job, out *bufio.Writer) (bad int, err error) {
	for {
		j, more, err := next(ordered, out)
		if err != nil || !more {
			return bad, err
		}
		r, _, err := next(j.done, out)
		if err = errors.Join(err, r.err); err != nil {
			return bad, err
		}
		if r.bad {
			bad++
		}
		if _, err := out.Write(append(r.json, '\n')); err != nil {
			return bad, err
		}
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

// reply scores one line.
func (s scorer) reply(j *job) reply {
	result, err := any(nil), j.err
	if err == nil {
		result, err = s.scoreLine(j.line)
	}
	if err != nil {
		result = struct {
			Line  int             `json:"line"`
			ID    json.RawMessage `json:"id,omitempty"`
			Error string          `json:"error"`
		}{j.number, idIn(j.line), err.Error()}
	}
	data, fault := json.Marshal(result)
	return reply{data, err != nil, fault}
}

func (s scorer) scoreLine(line []byte) (any, error) {
	r, err := parseJSON(line)
	if err != nil {
		return nil, err
	}
	answers, err := r.check(s.bank)
	if err != nil {
		return nil, err
	}
	return s.result(answers, s.explain), nil
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
