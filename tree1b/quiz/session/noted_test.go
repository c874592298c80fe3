package session_test

import (
	"fmt"
	"strings"
	"testing"

	"waymark/quiz/session"
)

// TestFitting offers the notes with the most words of the question first, then the latest, five at most.
func TestFitting(t *testing.T) {
	for _, test := range []struct{ notes, about, want string }{
		{"", "anything", ""},
		{"one|two|three", "", "three|two|one"},
		{"The customers signed|Tuned a query|Wrote a runbook", "How often did a customer ask for you?", "The customers signed|Wrote a runbook|Tuned a query"},
		{"A customer|A customer's design|A design", "Design, customers", "A customer's design|A design|A customer"},
		{"customer customer|design review", "customer design review", "design review|customer customer"}, // a word counts once
		{"With the lead|Lyon", "the lead with", "Lyon|With the lead"},                                    // short words say nothing
		{"ÜBERGABE Lyon|Paris", "übergaben", "ÜBERGABE Lyon|Paris"},
		{"a|b|c|d|e|f", "", "f|e|d|c|b"},
	} {
		var notes []session.Noted
		for i, text := range strings.Split(test.notes, "|") {
			if text != "" {
				notes = append(notes, session.Noted{At: today.AddDate(0, 0, i), Text: text})
			}
		}
		before := fmt.Sprint(notes)
		var got []string
		for _, n := range session.Fitting(notes, test.about) {
			got = append(got, n.Text)
		}
		if got := strings.Join(got, "|"); got != test.want || fmt.Sprint(notes) != before {
			t.Errorf("%q for %q: %q, want %q", test.notes, test.about, got, test.want)
		}
	}
}
