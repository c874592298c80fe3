package tui

import (
	"math/rand/v2"
	"strings"
	"testing"

	"waymark/quiz/session"
)

// TestGoTo types into "Go to", from the result of someone at level 2.
func TestGoTo(t *testing.T) {
	for _, test := range []struct{ keys, want, says string }{
		{"/", "go to row 1", "28 places"},
		{"/ down down", "go to row 3", "Result: why"},
		{"/ down x", "go to row 1", "16 places"},
		{"/ enter", "home row 2", "Focal Point"},
		{"/ down down enter", "why row 0", "What moved your result"},
		{"/ W H Y enter", "why row 0", "What moved your result"},
		{"/ p l a n enter", "plan row 1", "Nothing in your plan"},
		{"/ n e x t space s t e p space 2 enter", "next steps row 2, open 2", "Space to plan"},
		{"/ n e x t enter", "next steps row 1, open 0", ""},
		{"/ r e s u l t : space w h e r e enter", "where row 0", ""},
		{"/ s t r e n enter", "strengths for 1, open 0", ""},
		{"/ s u r r o enter", "surroundings row 1", ""},
		{"/ y o u r space a n s enter", "review row 1", ""},
		{"/ r e a c h : enter", "question", "looking again"},
		{"/ e x p o r t enter", "where row 0", "waymark export -o result.md"},
		{"/ k e y s enter", "keys", "the answers on that strand"},
		{"/ q q q", "go to row 1", "There's nothing by that name."},
		{"/ q q q enter", "go to row 1", "There's nothing by that name."},
		{"/ q q q esc", "where row 0", ""},
		{"/ / j ?", "go to row 1", "/j?"},
	} {
		m, _ := openAt(80, 24)
		m = press(finished(t, m), keys(test.keys)...)
		if got := where(m); !strings.HasPrefix(got, test.want) || !strings.Contains(plain(m), test.says) {
			t.Errorf("%q leads to %s, want %s and %q:\n%s", test.keys, got, test.want, test.says, plain(m))
		}
	}
}

// Before there is a result, only what there is can be gone to; while one types, "/" and the letters are letters.
func TestGoToBeforeAResult(t *testing.T) {
	m, _ := openAt(80, 24)
	if text := plain(press(m, "/")); strings.Contains(text, "Result") || strings.Contains(text, "Export") || strings.Contains(text, "answers") || !strings.Contains(text, "Crossroads") {
		t.Errorf("screen:\n%s", text)
	}
	if m = press(m, keys("1 4 j k g G h l / ? enter")...); m.session.Setup.Profile.Name != "jkgGhl/?" {
		t.Errorf("typed %q", m.session.Setup.Profile.Name)
	}
}

// Only where nothing has what is typed in one piece is it enough to have the letters; both show which of them fit.
func TestFoundShowsWhatFits(t *testing.T) {
	m, _ := openAt(80, 24)
	m = press(m.openSearch(), "p", "l")
	m.search.all = targets{{choice: choice{name: "Pale"}}, {choice: choice{"Home", "a PLAN, Planned"}}}
	got := m.found()
	if len(got) != 1 || got[0].name != "Home" {
		t.Fatalf("%+v", got)
	}
	marked := func(text string) string { return m.palette.focal.Render(m.palette.accent.Render(text)) }
	if l := m.targetLine(got[0], 20, 72, true); !strings.Contains(l.text, marked("PL")) || !strings.Contains(l.text, marked("Pl")) || l.gutter != markCursor {
		t.Errorf("%q isn't marked", l.text)
	}
	m = press(m, "e")
	letters := m.found()
	if len(letters) != 2 || letters[0].name != "Pale" {
		t.Fatalf("%+v", letters)
	}
	if l := m.targetLine(letters[0], 20, 72, false); !strings.Contains(l.text, marked("P")) || l.gutter != "" {
		t.Errorf("%q isn't marked", l.text)
	}
	if l := m.targetLine(got[0], 20, 14, false); strings.Contains(l.text, "PL") {
		t.Errorf("a stub is left: %q", l.text)
	}
	if inOnePiece("İx", "x") != nil { // which is longer in small letters
		t.Error("the wrong bytes")
	}
}

// A wide terminal has beside the list what the place under the cursor shows, without opening what does something.
func TestFoundShowsWhatIsThere(t *testing.T) {
	m, keep := openAt(120, 40)
	m = finished(t, m)
	before := len(keep.saved)
	for typed, want := range map[string]string{
		"trust: a design":    "The other answers",
		"next step 2":        "Ask the account lead",
		"your level":         "People bring you",
		"results over":       "what has moved, and why",
		"export":             "take your result with you",
		"surroundings":       "Whether it is heard",
		"keys":               "Everywhere, except",
		"voice: what you le": "Which of these did you leave",
	} {
		shown := press(m, "/")
		for _, letter := range typed {
			shown = shown.typed(keyPress(string(letter)))
		}
		beside := ""
		for _, l := range shown.page().margin {
			beside += l.text + "\n"
		}
		if !strings.Contains(beside, want) {
			t.Errorf("beside %q:\n%s", typed, plain(shown))
		}
	}
	if len(keep.saved) != before {
		t.Error("looking saved something")
	}
}

// From a question, Esc after "where you want to go" leads back to it; where nothing can be kept, the person stays there.
func TestGoToTheAimFromAQuestion(t *testing.T) {
	bank, keep := builtin(t), &shelf{}
	cfg := config(80, 24, keep)
	cfg.Session = session.New(bank, saved(bank, profiles[0], rand.New(rand.NewPCG(1, 1))))
	m := New(cfg).perform(session.Restart{At: today, Seed: 7}).perform(session.Begin{At: today, Seed: 7})
	asked := m.session.Asking.Question.ID
	m = press(m, keys("/ w h e r e space y o u space w enter")...)
	if m.on != onQuestion || m.session.Asking.Question.ID == asked {
		t.Fatalf("leads to %s", where(m))
	}
	if m = press(m, "esc"); m.on != onQuestion || m.session.Asking.Question.ID != asked {
		t.Errorf("Esc leads to %s", where(m))
	}
	keep.full = true
	if m = press(m, keys("/ w h e r e space y o u space w enter")...); m.on != onQuestion || m.session.Asking == nil {
		t.Errorf("a full disk leads to %s", where(m))
	}
}

// What fits is bold in every row and has the accent in the one under the cursor only, so that this one is seen first.
func TestOnlyTheRowUnderTheCursorHasTheAccent(t *testing.T) {
	m, _ := openAt(80, 24)
	m = m.told(true)
	k := m.palette
	m = press(m.openSearch(), "p", "l")
	m.search.all = targets{{choice: choice{name: "A plan"}}, {choice: choice{name: "A plate"}}}
	rows := m.searchPage().rows
	hit := k.accent.Render("pl")
	if !strings.Contains(rows[0].lines[0].text, k.focal.Render(hit)) || strings.Contains(rows[1].lines[0].text, hit) ||
		!strings.Contains(rows[1].lines[0].text, k.focal.Render("pl")) {
		t.Errorf("%q, then %q", rows[0].lines[0].text, rows[1].lines[0].text)
	}
}
