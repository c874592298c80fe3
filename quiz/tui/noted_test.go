package tui

import (
	"slices"
	"strings"
	"testing"

	"waymark/quiz/session"
	"waymark/stages"
)

// withNotes has an evidence log, the last note the latest.
func withNotes(m Model, texts ...string) Model {
	m.cfg.Notes = func() (out []session.Noted) {
		for i, text := range texts {
			out = append(out, session.Noted{At: today.AddDate(0, 0, i-9), Text: text})
		}
		return out
	}
	return m
}

// ↑ takes a note over into an empty field, then the one after; ↓ goes back. What a person has typed stays.
func TestNotesAreTakenOver(t *testing.T) {
	for _, test := range []struct{ keys, example string }{
		{"9", ""},
		{"9 up", "A design of mine"},
		{"9 up up", "Paris"},
		{"9 up up up up", "Lyon"},
		{"9 up down", ""},
		{"9 up up down", "A design of mine"},
		{"9 down", ""},
		{"9 up x", "A design of minex"},
		{"9 up x up", "A design of minex"}, // it's the person's now
		{"9 x up", "x"},
		{"9 x backspace up", "A design of mine"},
		{"9 up esc", "A design of mine"},
		{"9 up esc 9 down", "A design of mine"},
	} {
		m, keep := openAt(80, 24)
		m = press(untilKind(withNotes(m, "Lyon", "A design of mine", "Paris"), stages.Ladder), keys(test.keys)...)
		if got := m.session.Input().Text; got != test.example {
			t.Errorf("%q leaves %q, want %q", test.keys, got, test.example)
		}
		draft := keep.drafts[session.QuestionDraft(m.session.Attempt(), m.session.Asking.Question.ID)]
		if draft.Text != test.example {
			t.Errorf("%q keeps the draft %q, want %q", test.keys, draft.Text, test.example)
		}
	}
}

// A note becomes the example of an answer, what came of a step, and the evidence of a check-in.
func TestNotesBecomeEvidence(t *testing.T) {
	m, _ := openAt(80, 24)
	m = press(untilKind(withNotes(m, "Lyon"), stages.Ladder), keys("9 up enter 3 left")...)
	if got := m.given().Evidence; got != "Lyon" {
		t.Errorf("the answer has %q", got)
	}
	m, keep := openAt(80, 24)
	m = press(planned(t, withNotes(m, "Lyon")), keys("2 up enter")...)
	if got := keep.plan.Items[1].Evidence; got != "Lyon" {
		t.Errorf("the step has %q", got)
	}
	if text := plain(press(m, keys("3 up")...)); strings.Contains(text, "Lyon\n\n") || strings.Contains(text, "your notes") {
		t.Errorf("a mentor is no evidence:\n%s", text)
	}
	m, keep = openAt(80, 24)
	press(checkInDue(t, withNotes(m, "Lyon")), keys("1 1 up enter")...)
	if got := keep.plan.Items[1].Evidence; got != "Lyon" {
		t.Errorf("the check-in has %q", got)
	}
}

// The notes are read where a field opens, so that one from the shell is there.
func TestNotesAreReadAnew(t *testing.T) {
	m, _ := openAt(80, 24)
	m = untilKind(withNotes(m), stages.Ladder)
	if text := plain(press(m, "9")); strings.Contains(text, "↑") {
		t.Errorf("without a note:\n%s", text)
	}
	if text := plain(m); !strings.Contains(text, "Add your own example\n") {
		t.Errorf("without a note:\n%s", text)
	}
	m = withNotes(m, "Lyon")
	if text := plain(press(m, "3")); !strings.Contains(text, "Add your own example, or a note") {
		t.Errorf("with one:\n%s", text)
	}
	if text := plain(press(m, "9")); !strings.Contains(text, "↑ \"Lyon\", 28 March") || !strings.Contains(text, "↑ your notes") {
		t.Errorf("with one:\n%s", text)
	}
}

// What becomes of an example stands under its field, and nothing below that moves as one types, though the note to take over goes.
func TestNothingMovesUnderAField(t *testing.T) {
	for _, height := range []int{16, 20, 23, 24} {
		m, _ := openAt(80, height)
		m = press(untilKind(withNotes(m, "Lyon"), stages.Ladder), "9")
		if height == 16 {
			if text := plain(m); !strings.Contains(text, "It stays here") {
				t.Errorf("%d rows:\n%s", height, text)
			}
			continue
		}
		typed := press(m, "x")
		before, after := strings.Split(plain(m), "\n"), strings.Split(plain(typed), "\n")
		for _, text := range []string{"It stays here", "Your answer"} {
			has := func(row string) bool { return strings.Contains(row, text) }
			if at := slices.IndexFunc(before, has); at < 0 || at != slices.IndexFunc(after, has) {
				t.Errorf("%d rows: %q moves or is missing:\n%s\n%s", height, text, plain(m), plain(typed))
			}
		}
		if fate, _, below := strings.Cut(plain(m), "Your answer"); !below || !strings.Contains(fate, "It stays here") {
			t.Errorf("%d rows:\n%s", height, plain(m))
		}
	}
}
