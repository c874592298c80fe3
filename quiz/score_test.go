package quiz

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"

	"waymark/stages"
)

// atLevel are the answers of a person who is at one level in all.
func atLevel(c *stages.Catalog, level float64) stages.Answers {
	answers := stages.Answers{}
	for _, q := range c.Questions {
		near := q.Options[0]
		for _, o := range q.Options {
			if math.Abs(o.Level-level) < math.Abs(near.Level-level) {
				near = o
			}
		}
		answers[q.ID] = stages.Answer{Options: []string{near.ID}}
	}
	return answers
}

func TestQuickAsksLess(t *testing.T) {
	s, quick := newScorer(t), newScorer(t)
	s.adaptive, quick.adaptive, quick.quick = true, true, true
	long, short := 0, 0
	for level := range 5 {
		answers := atLevel(s.bank.Catalog(), float64(level+1))
		long += len(s.place(answers, false).Asked)
		short += len(quick.place(answers, false).Asked)
	}
	if short >= long {
		t.Errorf("quick asks %d questions, the whole interview %d", short, long)
	}
}

// What the interview asks and nobody answered counts as not sure.
func TestPlayingSkipsWhatIsNotGiven(t *testing.T) {
	s := newScorer(t)
	iv := s.play(stages.Answers{})
	if len(iv.Asked) < 10 {
		t.Fatalf("%d questions asked", len(iv.Asked))
	}
	for _, id := range iv.Asked {
		if iv.Answers[id].Skip != stages.Unsure {
			t.Errorf("%s: %+v", id, iv.Answers[id])
		}
	}
}

func TestOneRespondentIsBounded(t *testing.T) {
	s := newScorer(t)
	const answers = "answers: {craft-hard-problem: led}\n#"
	for size, fits := range map[int]bool{maxRecord: true, maxRecord + 1: false} {
		_, err := s.readOne(io.LimitReader(io.MultiReader(strings.NewReader(answers), zeros{}), int64(size)))
		if tooLarge := err != nil && strings.Contains(err.Error(), "larger than 64 MiB"); tooLarge == fits {
			t.Errorf("%d bytes: %v", size, err)
		}
	}
	if _, err := s.readOne(strings.NewReader(answers + strings.Repeat("x", 1<<20))); err != nil {
		t.Errorf("1 MiB: %v", err)
	}
	if _, err := s.readOne(broken{strings.NewReader(answers)}); err == nil || err.Error() != "the disk is gone" {
		t.Errorf("a file that breaks off: %v", err)
	}
}

// zeros is a device that never ends.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

func TestRepeatedKey(t *testing.T) {
	for data, want := range map[string]string{
		`{}`: "", `[]`: "", `"a"`: "", `1`: "",
		`{"a": 1, "b": 2}`:                          "",
		`{"a": 1, "a": 2}`:                          "a",
		`{"a" : 1, "b": [], "a"	: 2}`:               "a",
		`{"a": {"a": 1}, "b": {"a": 1}}`:            "",
		`{"a": {"b": 1, "b": 1}}`:                   "b",
		`{"x": [{"b": 1}, {"b": 1}, "b", "b"]}`:     "",
		`{"a": "a", "b": "a"}`:                      "",
		`{"a": "{\"a\":1,\"a\":1}"}`:                "",
		`{"a\"": 1, "a": 1}`:                        "",
		`{"a\\": 1, "b": 1, "a\\": 1}`:              `a\`,
		`{"\u0061": 1, "a": 1}`:                     "a",
		`{"x": {"a": 1}, "a": 1, "y": {}, "a": []}`: "a",
	} {
		if !json.Valid([]byte(data)) {
			t.Fatalf("%s is no JSON", data)
		}
		if got := repeatedKey([]byte(data)); got != want {
			t.Errorf("%s: %q, want %q", data, got, want)
		}
	}
}

// A line of the longest length is read; one byte more makes a line error, and the next line is read.
func TestLongestLine(t *testing.T) {
	s := newScorer(t)
	const answers = `{"answers": {}}`
	for length, fits := range map[int]bool{maxLine - 1: true, maxLine: false} {
		in := answers + strings.Repeat(" ", length-len(answers)) + "\n" + answers + "\n"
		var out strings.Builder
		w := bufio.NewWriter(&out)
		err := s.scoreLines(strings.NewReader(in), w)
		if unwritten := w.Flush(); unwritten != nil {
			t.Fatal(unwritten)
		}
		lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
		if len(lines) != 2 || !strings.HasPrefix(lines[1], `{"schema":1`) {
			t.Fatalf("%d bytes: %q", length, lines)
		}
		if strings.HasPrefix(lines[0], `{"schema":1`) != fits || (err == nil) != fits {
			t.Errorf("%d bytes: %v, %s", length, err, lines[0])
		}
		if want := fmt.Sprintf(`{"line":1,"error":"the line is longer than %d bytes"}`, maxLine); !fits && lines[0] != want {
			t.Errorf("%d bytes: %s", length, lines[0])
		}
	}
}
