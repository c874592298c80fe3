package journal

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"waymark/quiz/session"
	"waymark/stages"
)

var noon = time.Date(2026, 3, 12, 12, 0, 0, 0, time.UTC)

func twoAnswers() session.Attempt {
	return session.Attempt{Schema: schema, Assessment: stages.Stages, Started: noon, Interview: stages.Interview{Asked: []string{"a", "b"},
		Answers: stages.Answers{"a": {Options: []string{"led"}, Evidence: "Lyon"}, "b": {Skip: stages.Unsure}}}}
}

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
	j, err := open(dir, func() time.Time { return noon }, &faultyDisk{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = j.Close() }()
	want := twoAnswers()
	path := filepath.Join(dir, "interview.json")
	eachFlip(encoded(t, want), []byte{0x01, 0x04, 0x10, 0x20, 0x80}, func(flipped []byte, where string) {
		_ = os.Remove(path) // file systems make haste to write over a file
		if err := os.WriteFile(path, flipped, 0o600); err != nil {
			t.Fatal(err)
		}
		saved, err := j.Load()
		if err != nil {
			t.Fatalf("%s: %v", where, err)
		}
		if len(j.Notices) == 0 {
			if len(saved.Attempts) != 1 || !reflect.DeepEqual(saved.Attempts[0], want) {
				t.Errorf("%s: nothing is said, and what is read is %+v", where, saved.Attempts)
			}
			return
		}
		kept, _ := filepath.Glob(filepath.Join(dir, asideDir, "*"))
		if len(kept) == 0 && j.Save(want) != nil { // a schema that became higher: nothing may replace the file
			kept = append(kept, path)
		}
		if len(kept) != 1 {
			t.Fatalf("%s: %d files kept, told %q", where, len(kept), j.Notices)
		}
		if got, err := os.ReadFile(kept[0]); err != nil || !bytes.Equal(got, flipped) {
			t.Errorf("%s: kept %q, %v", where, got, err)
		}
		if err := os.RemoveAll(filepath.Join(dir, asideDir)); err != nil {
			t.Fatal(err)
		}
	})
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
	old, err := json.Marshal(twoAnswers())
	if err != nil {
		t.Fatal(err)
	}
	eachFlip(old, masks, func(flipped []byte, where string) {
		got := storedAttempt{expected: stages.Stages}
		if err := decode(flipped, &got); err == nil && len(slices.Collect(maps.Keys(got.attempt().Interview.Answers))) != 2 {
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
