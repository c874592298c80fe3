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

// In the column of the answers stands what the number after one is, where one stands there: below them, or beside the count of those
// that are hidden. A list that just fits has it in the header.
func TestReviewSaysWhatANumberIs(t *testing.T) {
	const legend = "+1: one more ticked"
	m, _ := openAt(80, 24)
	m = finished(t, m).openReview("")
	for height, want := range map[int]string{
		28: strings.Repeat(" ", 45) + legend, // under the answers, whose column that is
		24: "    Your answers" + strings.Repeat(" ", 28) + "12 answers · " + legend,
		16: "    ↓ 3 more rows" + strings.Repeat(" ", 28) + legend,
	} {
		of := resize(m, 80, height)
		if text := plain(of); !strings.Contains(text, " +1\n") || !strings.Contains("\n"+text, "\n"+want+"\n") {
			t.Errorf("%d rows, no %q:\n%s", height, want, text)
		}
	}
	m.review.attempt.Interview.Answers = nil
	if text := plain(m); strings.Contains(text, legend) {
		t.Errorf("a legend for nothing:\n%s", text)
	}
}
