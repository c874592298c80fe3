package stages

import "testing"

func TestOneLine(t *testing.T) {
	for text, want := range map[string]string{
		"":                               "",
		"  as it is ":                    "as it is",
		"a\r\nb\tc\u2028d\u0085e\u00a0f": "a b c d e f",
		"a \x07 b":                       "a b", // what is left out leaves no gap
		"a\x1b[31mb\x00\u202ec\x9bd":     "a[31mbcd",
		"a\xffb":                         "ab",
		"設計 \u3000 工場":                   "設計 工場",
	} {
		if got := OneLine(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// An old file may hold a score outside of 0 to 1.
func TestAxisIsFromZeroToOne(t *testing.T) {
	for score, want := range map[float64]float64{-1: 0, -.01: 0, 0: 0, .5: .5, 1: 1, 1.2: 1} {
		r := SurveyScores{Axes: []AxisScore{{ID: "other"}, {ID: "pull", Score: &score}}}
		if got, known := r.Axis("pull"); got != want || !known {
			t.Errorf("%.2f is read as %.2f, %v", score, got, known)
		}
	}
	if _, known := (SurveyScores{Axes: []AxisScore{{ID: "pull"}}}).Axis("pull"); known {
		t.Error("an axis with too few answers has a score")
	}
}
