package quiz

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"waymark/content"
	"waymark/stages"
)

func newScorer(t testing.TB) scorer {
	t.Helper()
	c, err := content.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return scorer{bank: stages.NewBank(c), scoreOptions: scoreOptions{seed: 1}}
}

// everyone answers all questions, each respondent a little differently.
func everyone(c *stages.Catalog, n int) []byte {
	answers := map[string]any{}
	for i, q := range c.Questions {
		id := q.Options[(n+i)%len(q.Options)].ID
		answers[q.ID] = id
		if q.Several() {
			answers[q.ID] = []string{id}
		}
	}
	data, err := json.Marshal(map[string]any{"answers": answers})
	if err != nil {
		panic(err)
	}
	return append(data, '\n')
}

// generator makes lines as they are read.
type generator struct {
	left int
	line func(left int) []byte
	rest []byte
}

func (g *generator) Read(p []byte) (int, error) {
	if len(g.rest) == 0 {
		if g.left == 0 {
			return 0, io.EOF
		}
		g.left--
		g.rest = g.line(g.left)
	}
	n := copy(p, g.rest)
	g.rest = g.rest[n:]
	return n, nil
}

// watcher counts the lines written to it, and looks at the memory in use at two of them.
type watcher struct {
	lines, early, late  int
	heapEarly, heapLate uint64
}

func (w *watcher) Write(p []byte) (int, error) {
	for range bytes.Count(p, []byte("\n")) {
		w.lines++
		switch w.lines {
		case w.early:
			w.heapEarly = heap()
		case w.late:
			w.heapLate = heap()
		}
	}
	return len(p), nil
}

func heap() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// TestLinesTakeConstantMemory streams many people through, and compares the memory in use early and late:
// ten bytes kept of each line would be seen.
func TestLinesTakeConstantMemory(t *testing.T) {
	const many, noise = 30_000, 1 << 18
	people := [][]byte{[]byte(`{"answers": {"craft-hard-problem": "led"}}` + "\n"), []byte("{\"answers\": {\"x\": 1}}\n")}
	in := &generator{left: many, line: func(left int) []byte { return people[left%len(people)] }}
	out := &watcher{early: many / 20, late: many - many/20}
	err := newScorer(t).scoreLines(in, bufio.NewWriter(out))
	if err == nil || !strings.HasPrefix(err.Error(), fmt.Sprint(many/2, " of the lines couldn't be scored")) {
		t.Errorf("error %v", err)
	}
	t.Logf("%d lines: %d KB early, %d KB late", out.lines, out.heapEarly>>10, out.heapLate>>10)
	if out.heapLate > out.heapEarly+noise {
		t.Errorf("memory grows from %d to %d bytes", out.heapEarly, out.heapLate)
	}
}

// TestLinesKeepTheirOrder holds that results come in the order of the lines, whoever worked them out.
func TestLinesKeepTheirOrder(t *testing.T) {
	s := newScorer(t)
	in, want := bytes.Buffer{}, bytes.Buffer{}
	for n := range 500 {
		text := everyone(s.bank.Catalog(), n)
		if n%3 == 0 {
			text = []byte(fmt.Sprintf("{\"answers\": {\"no-%d\": \"x\"}}\n", n)) // quickly done
		}
		in.Write(text)
		result, _, err := s.reply(line{number: n + 1, text: bytes.TrimSpace(text)}, newMemory())
		if err != nil {
			t.Fatal(err)
		}
		want.Write(append(result, '\n'))
	}
	var got bytes.Buffer
	out := bufio.NewWriter(&got)
	if err := s.scoreLines(&in, out); err == nil {
		t.Error("bad lines give no error")
	}
	if err := out.Flush(); err != nil || !bytes.Equal(got.Bytes(), want.Bytes()) {
		t.Errorf("the results are others, or in another order; %v", err)
	}
}

// TestLinesShareNothing holds that a line gets nothing of those before it, in whose memory it is scored.
func TestLinesShareNothing(t *testing.T) {
	s := newScorer(t)
	few := []byte(`{"id": 7, "answers": {"craft-hard-problem": "led"}}`)
	want, _, err := s.reply(line{number: 1, text: few}, newMemory())
	if err != nil {
		t.Fatal(err)
	}
	want = bytes.Clone(want)
	m := newMemory()
	for n := range 20 {
		if _, _, err := s.reply(line{number: 1, text: everyone(s.bank.Catalog(), n)}, m); err != nil {
			t.Fatal(err)
		}
		if got, _, err := s.reply(line{number: 1, text: few}, m); err != nil || !bytes.Equal(got, want) {
			t.Fatalf("%s, %v, want %s", got, err, want)
		}
	}
}

// TestLinesAnswerAtOnce holds that a program may send a line and wait for its result before the next.
func TestLinesAnswerAtOnce(t *testing.T) {
	s := newScorer(t)
	lines, in := io.Pipe()
	results, out := io.Pipe()
	go func() {
		w := bufio.NewWriter(out)
		_ = out.CloseWithError(errors.Join(s.scoreLines(lines, w), w.Flush(), io.EOF))
	}()
	read := bufio.NewReader(results)
	for n := range 3 {
		if _, err := in.Write(everyone(s.bank.Catalog(), n)); err != nil {
			t.Fatal(err)
		}
		if line, err := read.ReadString('\n'); err != nil || !strings.HasPrefix(line, `{"schema":1`) {
			t.Fatalf("line %d gives %q, %v", n, line, err)
		}
	}
	if err := in.Close(); err != nil {
		t.Error(err)
	}
}

// full is a disk with no room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no room") }

func TestLinesStopWhereNothingCanBeWritten(t *testing.T) {
	s := newScorer(t)
	in := &generator{left: 1 << 40, line: func(int) []byte { return []byte("{}\n") }}
	if err := s.scoreLines(in, bufio.NewWriter(full{})); err == nil || err.Error() != "no room" {
		t.Errorf("error %v", err)
	}
}

// broken is a file that cannot be read to its end.
type broken struct{ io.Reader }

func (b broken) Read(p []byte) (int, error) {
	n, err := b.Reader.Read(p)
	if errors.Is(err, io.EOF) {
		err = errors.New("the disk is gone")
	}
	return n, err
}

func TestLinesTellWhereReadingFails(t *testing.T) {
	s := newScorer(t)
	var out bytes.Buffer
	w := bufio.NewWriter(&out)
	err := errors.Join(s.scoreLines(broken{bytes.NewReader(everyone(s.bank.Catalog(), 1))}, w), w.Flush())
	if err == nil || err.Error() != "the disk is gone" || bytes.Count(out.Bytes(), []byte("\n")) != 1 {
		t.Errorf("error %v after\n%s", err, out.Bytes())
	}
}
