package plain

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"waymark/quiz/session"
	"waymark/stages"
)

// TestWords types everything that can be typed at a question and in a menu, and says what follows.
func TestWords(t *testing.T) {
	const question, first, second, review = "1|", "Question 1 of", "Question 2 of", "Your answers:"
	for _, test := range []struct {
		at    string   // what is typed before it
		lines []string // each has the same effect
		says  string   // only after it
		ends  bool     // the program ends there
	}{
		{at: question, lines: []string{"s", "skip", "S", "Skip", " s "}, says: "Skip it because:"},
		{at: question, lines: []string{"b", "back", "BACK"}, says: first},
		{at: question, lines: []string{"?", "why", "why?", "help", "Why?"}, says: "Why this question: It shows who they rely on."},
		{at: question, lines: []string{"e", "example", "Example"}, says: "Your example: what was it, when, and who saw it?"},
		{at: question, lines: []string{"q", "stop", "quit", "exit", "QUIT"}, says: "To continue, type:", ends: true},
		{at: question, lines: []string{"9"}, says: "Stop here; your answers are saved"},
		{at: question, lines: []string{"1", "1.", " 1 ", "1,", "01"}, says: "Question 3 of"},
		{at: question, lines: []string{"", "x", "hello", "-1", "4", "1x", "?!", "१"}, says: "Type a number, 1 to 3, or one of the letters below."},
		{at: question, lines: []string{"0", "1 2", "1,2", "1 1"}, says: "This question takes one number, 1 to 3."},
		{at: "1|2|", lines: []string{"1 2 9", "4", "any"}, says: "Type a number, 1 to 3, or one of the letters below."},
		{at: "1|2|", lines: []string{"0 1", "1,0"}, says: "0 means none of these yet, so type it on its own."},
		{at: "1|2|", lines: []string{"0", "1 3", "3;1", "3, 1.", "2 2"}, says: "Question 4 of"},
		{at: question + "s|", lines: []string{"4", "b", "back", "4."}, says: second},
		{at: question + "s|", lines: []string{"1", "2", "3"}, says: "Question 3 of"},
		{at: question + "s|", lines: []string{"q", "stop"}, says: "To continue, type:", ends: true},
		{at: question + "s|", lines: []string{"0", "5", "s", "?", "", "1 2"}, says: "Type a number, 1 to 4, or one of the letters below."},
		{at: question + "9|", lines: []string{"1"}, says: "Skip it because:"},
		{at: question + "9|", lines: []string{"2"}, says: first},
		{at: question + "9|", lines: []string{"3"}, says: "Why this question:"},
		{at: question + "9|", lines: []string{"4"}, says: "Your example: what"},
		{at: question + "9|", lines: []string{"5"}, says: "To continue, type:", ends: true},
		{at: question + "9|", lines: []string{"6", "b"}, says: second},
		{at: question + "b|", lines: []string{"b", "back"}, says: "This is the first question."},
		{at: question + "b|", lines: []string{"", "2"}, says: second},
		{at: question + "b|9|", lines: []string{"4"}, says: "To continue, type:", ends: true},
		{at: "2|1|", lines: []string{"b", "back"}, says: review},
		{at: "2|1|9|", lines: []string{"2"}, says: review},
		{at: "2|1|9|", lines: []string{"1"}, says: "Skip it because:"},
		{at: "2|1|", lines: []string{"", "2"}, says: review},
		{at: "2|", lines: []string{"2"}, says: second},
		{at: "2|", lines: []string{"3", "b"}, says: "You stopped today"},
		{at: "", lines: []string{"6", "q", "exit"}, says: "To continue, type:", ends: true},
		{at: "", lines: []string{"b", "7", "0", ""}, says: "Type a number, 1 to 6, or one of the letters below."},
	} {
		for _, line := range test.lines {
			t.Run(fmt.Sprintf("%s%q", test.at, line), func(t *testing.T) {
				store := newMemory()
				store.talk(t, "1|1|2")
				before := *store
				before.attempts = map[string]session.Attempt{stages.Stages: store.attempts[stages.Stages]}
				short := before.talk(t, test.at+"q")
				long, ok := strings.CutPrefix(store.talk(t, test.at+line+"|q"), ended(short))
				if !ok {
					t.Fatalf("%q goes another way:\n%s", test.at, long)
				}
				says(t, long, test.says)
				if ends := !strings.Contains(long, "Type "); ends != test.ends {
					t.Errorf("ends: %v\n%s", ends, long)
				}
			})
		}
	}
}

// ended is a conversation up to the prompt at which q was typed.
func ended(conversation string) string {
	before, _, _ := strings.Cut(conversation, ": q\n\n")
	return before
}

// TestWhy says what would count, for the person's work, where the question says so.
func TestWhy(t *testing.T) {
	store := newMemory()
	says(t, store.talk(t, "1|2|1|1|?"), "Would count: A call for you.", "Wouldn't count: A ticket that fell to you.")
	says(t, store.talk(t, "1|2|2|?"), "Why this question: Things that stay behind speak.", "!Would")
}

// TestPromptsSayWhatCanBeTyped compares the prompts of a question with what fits it.
func TestPromptsSayWhatCanBeTyped(t *testing.T) {
	for lines, want := range map[string]string{
		"1":          "Type 1 to 3, s skip, b back, ? why, e example, q stop, 9 these by number: ",
		"1|b":        "Type 1 to 3, Enter keep as it is, s skip, ? why, e example, q stop, 9 these by number: ",
		"1|2":        "Type any of 1 to 3 such as 1 3, 0 none, s skip, b back, ? why, e example, q stop, 9 these by number: ",
		"1|2|0|b":    "Type any of 1 to 3 such as 1 3, 0 none, Enter keep as it is, s skip, b back, ? why, e example, q stop, 9 these by number: ",
		"1|s|1|b":    "Type 1 to 3, Enter keep as it is, s skip, b back, ? why, e example, q stop, 9 these by number: ",
		"2|1":        "Type 1 to 3, Enter keep as it is, s skip, b back, ? why, e example, q stop, 9 these by number: ",
		"1|e":        "Type one line, Enter for none: ",
		"1|b|e|It|e": "Type one line, Enter to keep it, a hyphen to delete it: ",
		"1|s":        "Type 1 to 4, b back, q stop: ",
		"3":          "Type 1 or 2, b back, q stop: ",
		"2|":         "Type 1 to 3, b back, q stop: ",
	} {
		store := newMemory()
		store.talk(t, "1|1|2")
		got := strings.Join(strings.Fields(store.talk(t, lines)), " ")
		if at := strings.LastIndex(got, "Type "); !strings.HasPrefix(got[at:], want) {
			t.Errorf("after %q: %q, want %q", lines, got[at:], want)
		}
	}
}

func TestNumbers(t *testing.T) {
	for line, want := range map[string][]int{
		"1": {1}, "3 1": {3, 1}, "1,2;3.": {1, 2, 3}, "0": {0}, "3": {3}, "4": nil, "-1": nil, "": nil, " ,": nil, "1 x": nil, "99999999999999999999": nil,
	} {
		if got, ok := numbersOf(line, 3); !slices.Equal(got, want) || ok != (want != nil) {
			t.Errorf("%q is %v, %v", line, got, ok)
		}
	}
	for line, want := range map[string]int{"1": 1, "3": 3, "3.": 3, "0": 0, "4": 0, "": 0, "1..": 0, "1 2": 0} {
		if got := numberOf(line, 3); got != want {
			t.Errorf("%q is %d", line, got)
		}
	}
}

func TestWidth(t *testing.T) {
	for columns, want := range map[int]int{-1: 72, 0: 72, 1: 30, 30: 30, 31: 30, 32: 31, 72: 71, 73: 72, 74: 72, 500: 72} {
		if got := lineWidth(columns); got != want {
			t.Errorf("%d columns give lines of %d, want %d", columns, got, want)
		}
	}
}

// TestLongText says that a text was cut, where it was.
func TestLongText(t *testing.T) {
	const cut = "That was too long; the first 600 characters are saved."
	for text, want := range map[string]string{
		strings.Repeat("é", 600):                   "!" + cut,
		strings.Repeat("é", 601):                   cut,
		strings.Repeat("é", 599) + "    \t  é":     cut, // 601 with one space
		strings.Repeat("é", 598) + "   \x07 \t  é": "!" + cut,
	} {
		for _, where := range []string{"1|1|e|", "1|4|", interview + "|7|1|"} {
			store := newMemory()
			says(t, store.talk(t, where+text), want)
			kept := store.plan.Mentor
			for _, d := range store.drafts {
				kept += d.Text
			}
			if n := len([]rune(kept)); n > session.TextLimit || where != "1|4|" && n < session.TextLimit-1 {
				t.Errorf("%d characters kept", n)
			}
		}
	}
}
