package tui

import (
	"strings"
	"testing"

	"waymark/stages"
)

// An answer to a checklist says how many boxes have no room in two columns, and has the others in full where they have it.
func TestBoxesOfAnAnswer(t *testing.T) {
	q := &stages.Question{Kind: stages.Checklist}
	for width, want := range map[int]string{
		17: "a fix; a note; me",
		16: "a fix; a note +1",
		15: "a fix +2",
		7:  "a… +2",
	} {
		if got := several(q, "a fix; a note; me", width); got != want {
			t.Errorf("in %d columns %q, want %q", width, got, want)
		}
	}
}

// The head of the answers says what the number after one is, where one stands there; else the columns have no heads.
func TestReviewSaysWhatANumberIs(t *testing.T) {
	const legend = "Strand    Question                       Answer (+1: one more ticked)"
	m, _ := openAt(80, 24)
	m = finished(t, m).openReview("")
	if text := plain(m); !strings.Contains(text, " +1\n") || !strings.Contains(text, "\n\n    "+legend+"\n\n  › craft     a design") {
		t.Errorf("no legend:\n%s", text)
	}
	m.review.attempt.Interview.Answers = nil
	if text := plain(m); strings.Contains(text, legend) {
		t.Errorf("a legend for nothing:\n%s", text)
	}
}
