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

// The head of the answers says what the number after one is, where one stands there.
func TestReviewSaysWhatANumberIs(t *testing.T) {
	const legend = "Strand    Question                       Answer (+1: one not shown)"
	m, _ := openAt(80, 24)
	m = finished(t, m).openReview("")
	for height, air := range map[int]string{16: "\n", 24: "", 28: "\n"} { // a list that just fits has none
		if text := plain(resize(m, 80, height)); height > 20 && !strings.Contains(text, " +1\n") || !strings.Contains(text, "\n    "+legend+"\n"+air+"  › craft     a design") || height > 20 && strings.Contains(text, "─\n    Strand") {
			t.Errorf("%d rows, no legend:\n%s", height, text)
		}
	}
	m.review.attempt.Interview.Answers = nil
	if text := plain(m); strings.Contains(text, "+1: one not") || !strings.Contains(text, "Strand    Question                       Answer\n") {
		t.Errorf("a legend for nothing:\n%s", text)
	}
}

// Beside an answer, the name of its strand doesn't lead, and what the strand shows is in one paragraph with how it stands, or it would
// read as said of the answer. Beside the strands it leads.
func TestStrandDoesNotLeadBesideAnAnswer(t *testing.T) {
	m, _ := openAt(120, 40)
	m = finished(t, m)
	r := m.session.Results[stages.Stages]
	s := r.Placement.Strands[0]
	own, below := m.strandBeside(r, s, false, true), m.strandBeside(r, s, false, false)
	if own[0].text != m.palette.focal.Render("Craft") || below[0].text != m.palette.quiet.Render("Craft") || len(below) != len(own)-1 || below[2].text == "" {
		t.Errorf("%q, and below other things %q", own[0].text, below[0].text)
	}
}
