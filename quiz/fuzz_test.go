package quiz

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"waymark/stages"
)

// FuzzScore scores anything as a line of --jsonl, and as a file. What comes out is one line of JSON that steers no
// terminal: a result, or an error.
func FuzzScore(f *testing.F) {
	s := newScorer(f)
	f.Add(bytes.TrimSpace(everyone(s.bank.Catalog(), 3)))
	for _, line := range []string{
		`{"id": "anna", "answers": {"craft-hard-problem": "led"}}`, `{"answers": {"trust-witnesses": ["a", "b"]}}`, `{"id": 1e400, "answers": {}}`,
		`{"answers": {"craft-hard-problem": {"option": "led", "evidence": "\u001b[2J", "seconds": -1}}}`, `{"answers": {"craft-hard-problem": {"skip": "unsure"}}}`,
		`{"assessment": "crossroads", "answers": {"\u009b": null}}`, `{"answers": {"a": 1, "a": 2}}`, `[`, "answers: {craft-hard-problem: led}", "a: &a [*a]",
	} {
		f.Add([]byte(line))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		result, bad, fault := s.reply(line{number: 1, text: text}, newMemory())
		var out struct {
			Error  *string
			Schema *int
		}
		switch err := json.Unmarshal(result, &out); {
		case err != nil || fault != nil:
			t.Errorf("%q gives %q, %v, %v", text, result, err, fault)
		case (out.Error == nil) == (out.Schema == nil) || bad != (out.Error != nil):
			t.Errorf("%q gives %q, bad: %v", text, result, bad)
		case strings.ContainsFunc(string(result), stages.Steers) || !utf8.Valid(result):
			t.Errorf("%q gives what could steer a terminal: %q", text, result)
		}
		if _, err := parseYAML(text); err != nil && !utf8.ValidString(stages.Visible(err.Error())) {
			t.Errorf("%q as YAML: %q", text, err)
		}
	})
}
