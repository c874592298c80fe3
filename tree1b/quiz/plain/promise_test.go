package plain

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"waymark/stages"
)

// oneByOne hands out lines, and looks at what was written before each.
type oneByOne struct {
	lines []string
	look  func()
}

func (o *oneByOne) Read(p []byte) (int, error) {
	o.look()
	if len(o.lines) == 0 {
		return 0, io.EOF
	}
	n := copy(p, o.lines[0]+"\n")
	o.lines = o.lines[1:]
	return n, nil
}

var asked = regexp.MustCompile(`Question (\d+) of `)

func TestEveryAnswerIsKeptBeforeTheNextQuestion(t *testing.T) {
	store, out, seen := newMemory(), &bytes.Buffer{}, 0
	in := &oneByOne{lines: strings.Split(interview, "|"), look: func() {
		all := asked.FindAllStringSubmatch(out.String(), -1)
		if len(all) == 0 || len(store.results) > 0 {
			return
		}
		seen++
		if kept := len(store.attempts[stages.Stages].Interview.Asked); all[len(all)-1][1] != fmt.Sprint(kept+1) {
			t.Errorf("question %s is asked with %d answers kept", all[len(all)-1][1], kept)
		}
	}}
	if err := Run(store.config(), in, out); err != nil {
		t.Fatal(err)
	}
	if seen != 4 || len(store.results) != 1 {
		t.Errorf("%d questions seen, %d results", seen, len(store.results))
	}
}

// TestEndOfInputLosesNothing stops after every line, goes on in a new run, and wants the result of an
// interview in one go.
func TestEndOfInputLosesNothing(t *testing.T) {
	whole := newMemory()
	whole.talk(t, interview)
	lines := strings.Split(interview, "|")
	for stop := 2; stop < len(lines); stop++ {
		t.Run(fmt.Sprint("after line ", stop), func(t *testing.T) {
			store := newMemory()
			first := store.talk(t, strings.Join(lines[:stop], "|"))
			if !strings.Contains(first, "Stopped. All your answers are saved.") {
				t.Errorf("no last word:\n%s", first)
			}
			if kept := len(store.attempts[stages.Stages].Interview.Asked); kept != stop-2 {
				t.Errorf("%d answers kept", kept)
			}
			store.talk(t, strings.Join(append([]string{"1"}, lines[stop:]...), "|"))
			if len(store.results) != 1 || !reflect.DeepEqual(store.results[0].Placement, whole.results[0].Placement) {
				t.Errorf("another result than in one go: %+v", store.results)
			}
		})
	}
}

// TestLastLineNeedsNoEnd types an answer without a line end before the end of input.
func TestLastLineNeedsNoEnd(t *testing.T) {
	store := newMemory()
	if err := Run(store.config(), strings.NewReader("1\r\n1\r\n2"), io.Discard); err != nil {
		t.Fatal(err)
	}
	if kept := len(store.attempts[stages.Stages].Interview.Asked); kept != 1 {
		t.Errorf("%d answers kept", kept)
	}
}

// broken fails in the middle of a line, as an input does that a signal ends.
type broken struct{ strings.Reader }

func (b *broken) Read(p []byte) (int, error) {
	n, err := b.Reader.Read(p)
	if errors.Is(err, io.EOF) {
		err = errors.New("gone")
	}
	return n, err
}

func TestLineThatBreaksOffIsNoAnswer(t *testing.T) {
	store := newMemory()
	if err := Run(store.config(), &broken{*strings.NewReader("1\n1\n2")}, io.Discard); err != nil {
		t.Fatal(err)
	}
	if kept := len(store.attempts[stages.Stages].Interview.Asked); kept != 0 {
		t.Errorf("%d answers kept", kept)
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errFull }

func TestOutputThatFailsEndsIt(t *testing.T) {
	if err := Run(newMemory().config(), strings.NewReader(typed(interview)), brokenPipe{}); !errors.Is(err, errFull) {
		t.Errorf("error %v", err)
	}
}

// TestLongLineIsCut types more than anybody would.
func TestLongLineIsCut(t *testing.T) {
	store := newMemory()
	story := strings.Repeat("工場 ", 1<<16)
	store.talk(t, "1|1|e|"+story+"|2")
	evidence := ""
	for _, a := range store.attempts[stages.Stages].Interview.Answers {
		evidence = a.Evidence
	}
	if n := len([]rune(evidence)); n == 0 || n > 600 {
		t.Errorf("%d characters kept", n)
	}
}

// FuzzAnyInput types anything, anywhere, on a terminal of any width. Nothing may panic, steer the
// terminal or run wide.
func FuzzAnyInput(f *testing.F) {
	for _, lines := range []string{interview, interview + "|1|3|1|b|4|1|1", "2|1|2|1|1|1", "1|1|9|1|2|s|3|e|x|q", "1|4|\x1b[2J|1|?|\xff"} {
		f.Add(lines, 40)
	}
	f.Fuzz(func(t *testing.T, lines string, width int) {
		store, out := newMemory(), &bytes.Buffer{}
		cfg := store.config()
		cfg.Width, cfg.Piped = width, false
		typing := &oneByOne{lines: strings.Split(strings.ReplaceAll(lines, "\n", "|"), "|"), look: func() { out.WriteByte('\n') }} // the terminal's own echo of Enter
		if err := Run(cfg, typing, out); err != nil {
			t.Fatal(err)
		}
		for l := range strings.SplitSeq(out.String(), "\n") {
			if strings.ContainsFunc(l, unicode.IsControl) || strings.ContainsFunc(l, stages.Steers) {
				t.Fatalf("a line steers the terminal: %q", l)
			}
			if got := ansi.StringWidth(l); got > lineWidth(width) {
				t.Fatalf("a line of %d columns, want at most %d: %q", got, lineWidth(width), l)
			}
		}
	})
}
