package report_test

import (
	"testing"

	"waymark/quiz/report"
)

// A digit that ends a clause doesn't begin a line, where it would look like a row to choose.
func TestBound(t *testing.T) {
	for text, want := range map[string]string{
		"reach level 3. Level 3 needs": "reach level\u00a03. Level 3 needs",
		"at 2, or at 12, in 2026.":     "at\u00a02, or at 12, in 2026.",
		"3. It":                        "3. It", // nothing is before it
		"no digit. At all":             "no digit. At all",
	} {
		got := report.Bound(text)
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
		if report.Loosened(got) != text {
			t.Errorf("%q isn't loosened: %q", got, report.Loosened(got))
		}
	}
}
