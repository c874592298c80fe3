package journal

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"waymark/quiz/session"
	"waymark/stages"
)

func encoded(t *testing.T, v any) []byte {
	t.Helper()
	data, err := encode(v)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func eachFlip(data []byte, masks []byte, f func(flipped []byte, where string)) {
	for i := range data {
		for _, mask := range masks {
			flipped := bytes.Clone(data)
			flipped[i] ^= mask
			f(flipped, fmt.Sprintf("byte %d, mask %02x: %q", i, mask, flipped[max(0, i-12):min(len(data), i+12)]))
		}
	}
}

// Whichever bit of an interview changes on the disk: all of it is read, or the person is told and the bytes
// are kept.
func TestFlippedBitsAreNoticed(t *testing.T) {
	dir := t.TempDir()
	j := opened(t, dir)
	now := noon
	j.now = func() time.Time { now = now.Add(time.Millisecond); return now }
	want := session.Attempt{Schema: schema, Assessment: stages.Stages, Started: noon, Interview: attempt(2).Interview}
	path, told := filepath.Join(dir, "interview.json"), map[string]string{}
	eachFlip(encoded(t, want), []byte{0x01, 0x04, 0x10, 0x20, 0x80}, func(flipped []byte, where string) {
		_ = os.Remove(path) // file systems make haste to write over a file
		check(t, os.WriteFile(path, flipped, 0o600))
		saved, err := j.Load()
		check(t, err)
		switch notices := strings.Join(j.Notices, " "); {
		case notices == "" && len(saved.Attempts) == 1 && reflect.DeepEqual(saved.Attempts[0], want):
		case strings.Contains(notices, "newer version") && j.Save(want) != nil && get(t, path) == string(flipped):
		case notices == "":
			t.Errorf("%s: nothing is said, and what is read is %+v", where, saved.Attempts)
		default:
			told[string(flipped)] = where
		}
	})
	for _, kept := range aside(t, dir) {
		delete(told, kept)
	}
	for _, where := range told {
		t.Errorf("%s: no copy is kept", where)
	}
}

func TestFlippedBitsOfOtherFiles(t *testing.T) {
	masks := []byte{0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80}
	plan := session.Plan{Schema: schema, Mentor: "Ruth", Items: []session.Item{{Step: stages.Step{ID: "a"}, Added: noon}}}
	eachFlip(encoded(t, plan), masks, func(flipped []byte, where string) {
		var got storedPlan
		if err := decode(flipped, &got); err == nil && !reflect.DeepEqual(got.Plan, plan) {
			t.Errorf("plan, %s: read as %+v", where, got.Plan)
		}
	})
	// Without a checksum, as in earlier versions, no answer is lost.
	want := attempt(3)
	want.Schema = schema
	old, err := json.MarshalIndent(want, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	eachFlip(old, masks, func(flipped []byte, where string) {
		got := storedAttempt{expected: stages.Stages}
		if err := decode(flipped, &got); err == nil && len(got.attempt().Interview.Answers) != 3 {
			t.Errorf("without a checksum, %s: read as %+v", where, got.attempt())
		}
	})
}

// steers finds, in one pass over the bytes, what a walk over the texts finds.
func TestSteersFindsWhatTheTextsHold(t *testing.T) {
	for _, text := range []string{"", "a", "\n", "\t", "\r", "\b", "\f", "\x1b[2J", "\x7f", "\u009b", "é", "工場", "\u202e", "\u2066", "\u200f", "\u2028", "a\\", `\u001b`, `\\u001b`, "\"", "/", "😀", "<b>", "\xff"} {
		for _, value := range []any{text, map[string]any{text: 1}, []string{"x", text, "y"}} {
			for _, indent := range []string{"", "\t"} {
				data, err := json.MarshalIndent(value, "\r", indent)
				if err != nil {
					t.Fatal(err)
				}
				if got, want := steers(data), someTextSteers(t, data); got != want {
					t.Errorf("steers(%q) = %v, want %v", data, got, want)
				}
			}
		}
	}
	for data, want := range map[string]bool{`"\u001B"`: true, `"\u009b"`: true, `"\u202E"`: true, `"\u0041"`: false, `"\u000a"`: false, `"\ud83d\ude00"`: false,
		`"\\u001b"`: false, `"\\\u001b"`: true, `"\/\b"`: true, `"\f"`: true, `"\r"`: true, `"\t"`: true, `"\n"`: false, "{\t\r\n}": false} {
		if got := steers([]byte(data)); got != want {
			t.Errorf("steers(%s) = %v", data, got)
		}
	}
}

func someTextSteers(t *testing.T, data []byte) bool {
	t.Helper()
	dec := json.NewDecoder(bytes.NewReader(data))
	for dec.More() {
		token, err := dec.Token()
		if err != nil {
			t.Fatal(err)
		}
		if text, ok := token.(string); ok && strings.ContainsFunc(text, stages.Steers) {
			return true
		}
	}
	return false
}

// The schema is found without reading on, and before anything else counts.
func TestSchemaComesFirst(t *testing.T) {
	for text, want := range map[string]error{
		`{"schema": 1, "interview": {"asked": null, "answers": {}}, "assessment": "stages"}`: nil,
		`{"interview": {"asked": null, "schema": 9}, "assessment": "stages", "schema": 1}`:   nil,
		`{"interview": {"schema": 9}}`: errDamaged,
		`{"schema": 2, `:               errNewer,
		`{"assessment": {"schema": 1}, "schema": 2, "\u001b": "\u001b"}`: errNewer,
		`{"schema": 1.5}`:   errDamaged,
		`{"schema": -1}`:    errDamaged,
		`{"x" "schema": 2}`: errDamaged,
		`[{"schema": 2}]`:   errDamaged,
	} {
		if err := decode([]byte(text), &storedAttempt{expected: stages.Stages}); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", text, err, want)
		}
	}
}
