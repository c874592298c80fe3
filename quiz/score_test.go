package quiz

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/go-json-experiment/json/jsontext"

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
		got := ""
		if _, err := parseJSON([]byte(`{"id": `+data+`}`), newMemory()); err != nil {
			got = err.Error()
		}
		if want != "" {
			want = fmt.Sprintf("%q is given twice; leave one of them out", want)
		}
		if got != want {
			t.Errorf("%s: %q, want %q", data, got, want)
		}
	}
}

// What can be wrong with a line, each with what is said of it.
func TestFaultsOfALine(t *testing.T) {
	for text, want := range map[string]string{
		`{`:                        "not valid JSON: it ends too soon",
		``:                         "not valid JSON: it ends too soon",
		`{"answers": {"a": `:       "not valid JSON: it ends too soon",
		`{"answers": {"a" "b"}}`:   `not valid JSON at byte 18: invalid character '"' after object name (expecting ':')`,
		`{"answers": {"a": "b",}}`: "not valid JSON at byte 22: invalid character ',' at start of value",
		`{"answers": {"a": led}}`:  "not valid JSON at byte 19: invalid character 'l' at start of value",
		`nope`:                     "not valid JSON at byte 2: invalid character 'o' in literal null (expecting 'u')",
		`{"answers": {}} {}`:       "there's more after the closing brace; one respondent at a time",
		`{"answers": {}} x`:        "there's more after the closing brace; one respondent at a time",
		`[]`:                       "a respondent is an object with answers; this is a JSON array",
		`"x"`:                      "a respondent is an object with answers; this is a JSON string",
		`3`:                        "a respondent is an object with answers; this is a JSON number",
		`true`:                     "a respondent is an object with answers; this is a JSON bool",
		`{"answers": 3}`:           "answers is a JSON number; answers is an object of question ids, assessment a text",
		`{"answers": []}`:          "answers is a JSON array; answers is an object of question ids, assessment a text",
		`{"assessment": {}}`:       "assessment is a JSON object; answers is an object of question ids, assessment a text",
		`{"assessment": false}`:    "assessment is a JSON bool; answers is an object of question ids, assessment a text",
		`{"answer": {}}`:           `unknown field "answer"; a respondent has an id, an assessment and answers`,
		`{"answers": null}`:        "",
		`null`:                     "",
		`{"Answers": {"a": "b"}, "ASSESSMENT": null, "Id": "x"}`: "",
		"{\"id\": \"\xff\"}": "",
	} {
		got := ""
		if _, err := parseJSON([]byte(text), newMemory()); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// A line that can't be scored has its id given back, unless it isn't clear that it has one.
func TestIDOfABadLine(t *testing.T) {
	for text, want := range map[string]string{
		`{"id": "anna", "answer": {}}`: `"anna"`,
		`{"Id": 7, "answers": 3}`:      `7`,
		`{"answers": {}}`:              "",
		`{"id": {"a": 1}}`:             "",
		`{"id": 7, "answers": {}`:      "",
		`{"id": 7} {"id": 8}`:          "",
	} {
		if got := string(idIn([]byte(text))); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// An id comes back as the same text, and steers no terminal.
func TestIDsThatSteer(t *testing.T) {
	for id, want := range map[string]string{
		`"anna-é"`: `"anna-é"`, `-1.50e1`: `-1.50e1`, "\"a\u009b2J\"": `"a\u009b2J"`, "\"\xff\"": "\"\ufffd\"", "\"\u202e\"": `"\u202e"`, `"\u001b"`: `"\u001b"`,
	} {
		if got := string(givenBack(jsontext.Value(id))); got != want {
			t.Errorf("%q comes back as %q, want %q", id, got, want)
		}
	}
}

// The parts of a respondent are what stands in the line, to the byte, once all of it has been read.
func TestPartsOfALine(t *testing.T) {
	r, err := parseJSON([]byte(`{"id": -1.50e1, "answers": {"a\u0062" : "x", "c": {"option" : "y"} , "d":[ ]}, "assessment": "st\u0061ges"}`), newMemory())
	if err != nil || string(r.ID) != "-1.50e1" || r.Assessment != "stages" {
		t.Errorf("%s, %q, %v", r.ID, r.Assessment, err)
	}
	got := ""
	for _, g := range r.Answers {
		got += string(g.question) + " " + string(g.answer) + "\n"
	}
	if want := "ab \"x\"\nc {\"option\" : \"y\"}\nd [ ]\n"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// Answers that only name options are read as all others are.
func TestNamedAnswers(t *testing.T) {
	c := newScorer(t).bank.Catalog()
	one, several := &c.Questions[0], &c.Questions[slices.IndexFunc(c.Questions, func(q stages.Question) bool { return q.Several() })]
	x, a, b := one.Options[0].ID, several.Options[0].ID, several.Options[1].ID
	for _, so := range []struct {
		q    *stages.Question
		raw  string
		want bool
	}{
		{one, fmt.Sprintf("%q", x), true}, {one, fmt.Sprintf("[%q]", x), true}, {several, fmt.Sprintf("[%q,%q]", a, b), true}, {several, fmt.Sprintf("[ %q , %q\t]", b, a), true},
		{several, fmt.Sprintf("%q", a), true}, {several, fmt.Sprintf("[%q, %q]", a, a), false}, {one, fmt.Sprintf("[%q, %q]", x, one.Options[1].ID), false},
		{several, "[]", false}, {several, fmt.Sprintf("[%q, \"nope\"]", a), false}, {several, fmt.Sprintf("[%q, 7]", a), false}, {one, "7", false}, {one, "null", false}, {one, `{"skip": "unsure"}`, false},
		{several, fmt.Sprintf(`"%s,%s"`, a, b), false}, {several, fmt.Sprintf(`["%s\",\"%s"]`, a, b), false},
	} {
		m := newMemory()
		got, ok := m.named(so.q, jsontext.Value(so.raw))
		if ok != so.want {
			t.Errorf("%s is named: %v", so.raw, ok)
		}
		if want, err := answerTo(so.q, jsontext.Value(so.raw)); ok && (err != nil || !reflect.DeepEqual(got, want)) {
			t.Errorf("%s: %v, want %v, %v", so.raw, got, want, err)
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
