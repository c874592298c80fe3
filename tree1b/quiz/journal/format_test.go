package journal

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

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
