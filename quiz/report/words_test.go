package report_test

import (
	"strings"
	"testing"
	"time"

	"waymark/quiz/report"
	"waymark/stages"
)

func TestUntil(t *testing.T) {
	now := time.Date(2026, 4, 6, 23, 30, 0, 0, time.UTC)
	for days, words := range map[int]string{
		-1: "past", 0: "today", 1: "tomorrow", 2: "in two days", 13: "in 13 days", 14: "in two weeks",
		27: "in three weeks", 28: "in four weeks", 84: "in twelve weeks",
	} {
		then := time.Date(2026, 4, 6+days, 0, 30, 0, 0, time.UTC)
		if got := report.Until(now, then); got != words {
			t.Errorf("%d days on: %q, want %q", days, got, words)
		}
	}
}

func TestWordsForNumbers(t *testing.T) {
	for n, words := range map[int]string{-1: "-1", 0: "none", 1: "one", 2: "two", 11: "eleven", 12: "twelve", 13: "13"} {
		if got := report.Number(n); got != words {
			t.Errorf("%d is %q, want %q", n, got, words)
		}
	}
	for n, words := range map[int]string{0: "0 weeks", 1: "1 week", 2: "2 weeks"} {
		if got := report.Weeks(n); got != words {
			t.Errorf("%q, want %q", got, words)
		}
	}
	for _, row := range []struct {
		position int
		stages.Outlook
		words string
	}{
		{2, stages.Outlook{First: 14, Most: 14}, "question 3 of 14"},
		{0, stages.Outlook{First: 12, Most: 30}, "question 1 of 12 or more"},
		{11, stages.Outlook{First: 12, Most: 30}, "question 12 of 12 or more"},
		{4, stages.Outlook{First: 12, Most: 30, Open: stages.OpenPair}, "question 5 of 12 or more"}, // looked at again
		{12, stages.Outlook{First: 12, Most: 30, Open: stages.OpenPair}, "question 13 of 30 at most, checking an answer"},
		{12, stages.Outlook{First: 12, Most: 30}, "question 13 of 30 at most"},
	} {
		if got := report.HowFar(row.position, row.Outlook); got != row.words {
			t.Errorf("%+v: %q", row, got)
		}
	}
	for _, why := range []stages.Reason{stages.OpenPair, stages.OpenNeed, stages.OpenChance, stages.OpenProof, stages.OpenDispute, stages.OpenStrands, stages.OpenLevel} {
		if words := report.GoesOn(12, stages.Outlook{First: 12, Most: 30, Open: why}); words == "" || len(words) > 18 { // beside "14 of 30 at most" at 40 columns
			t.Errorf("%s: %q does not fit a narrow header", why, words)
		}
	}
	for weeks, words := range map[int]string{0: "steps of any length", 2: "only steps of two weeks or less"} {
		if got := report.Within(weeks); got != words {
			t.Errorf("%d weeks: %q, want %q", weeks, got, words)
		}
	}
}

func TestList(t *testing.T) {
	for names, words := range map[string]string{"": "", "a": "a", "a b": "a and b", "a b c": "a, b and c"} {
		if got := report.List(strings.Fields(names)); got != words {
			t.Errorf("%q, want %q", got, words)
		}
	}
}

func TestCapital(t *testing.T) {
	for text, want := range map[string]string{"": "", "craft": "Craft", "überblick": "Überblick", "обзор": "Обзор", "設計": "設計", "Ü": "Ü"} {
		if got := report.Capital(text); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestDates(t *testing.T) {
	if got := report.Date(day) + ", " + report.Day(day); got != "12 March 2026, 12 March" {
		t.Error(got)
	}
}

func TestFirstSentence(t *testing.T) {
	for text, want := range map[string]string{
		"":                            "",
		"Ask for one answer":          "Ask for one answer",
		"Ask. Then wait.":             "Ask.",
		"That's 90.5 a year. Ask.":    "That's 90.5 a year.",
		`Ask: "What now?" Then wait.`: `Ask: "What now?"`,
		"Which one? Ask.":             "Which one?",
		"工場。 Ask. Wait.":              "工場。 Ask.",
	} {
		if got := report.FirstSentence(text); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
