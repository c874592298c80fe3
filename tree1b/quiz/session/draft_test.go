package session_test

import (
	"strings"
	"testing"

	"waymark/quiz/session"
)

// TestCleanText takes in texts with what they must not hold: of several lines at a question, of one in a plan
// and in a name.
func TestCleanText(t *testing.T) {
	letters := func(n int) string { return strings.Repeat("é", n) }
	for text, want := range map[string][2]string{
		"A mail":                           {"A mail", "A mail"},
		"  A \t mail ":                     {"A   mail", "A mail"},
		"one\ntwo\n":                       {"one\ntwo", "one two"},
		"one\r\ntwo":                       {"one\ntwo", "one two"},
		"\x1b[31mred\x07 \u202eevil\u2066": {"[31mred evil", "[31mred evil"},
		"a \x1b b":                         {"a  b", "a b"},
		"\xff\xfe工場":                       {"工場", "工場"},
		" \x1b\n ":                         {"", ""},
		letters(400):                       {letters(400), letters(400)},
		letters(600):                       {letters(600), letters(600)},
		letters(601):                       {letters(600), letters(600)},
		letters(599) + "  é":               {letters(599), letters(599)},
		letters(598) + "  é":               {letters(598), letters(598) + " é"},
	} {
		p := does(t, newPerson(), "begin")
		p.Session, _, _ = session.Perform(p.Session, session.Type{Text: text}, p.store)
		p.Session, _, _ = session.Perform(p.Session, session.WritePlan{Row: session.Mentor, Text: text}, p.store)
		p.Session, _, _ = session.Perform(p.Session, session.TypePlan{Row: session.Framework, Text: text}, p.store)
		p.Session, _, _ = session.Perform(p.Session, session.TypeName{Text: text}, p.store)
		if got := p.Input().Text; got != want[0] {
			t.Errorf("%q at a question is %q", text, got)
		}
		for where, got := range map[string]string{"plan": p.Plan.Mentor, "plan, typing": p.PlanText(session.Framework), "name, typing": p.Name()} {
			if got != want[1] {
				t.Errorf("%q in a %s is %q", text, where, got)
			}
		}
		p.Session, _, _ = session.Perform(p.Session, session.SetUp{Setup: session.Setup{Profile: session.Profile{Name: text}}}, p.store)
		if got := p.Setup.Profile.Name; got != want[1] || p.Name() != got {
			t.Errorf("%q as a name is %q", text, got)
		}
	}
}

// TestInput is what stands at a question: what was typed and ticked, else its answer.
func TestInput(t *testing.T) {
	for script, want := range map[string]string{
		half:                                   "=",
		half + "|tick a|type It":               `=a "It"`,
		half + "|note It|answer b a|back":      `=a+b "It"`,
		half + "|answer|back":                  "=none",
		half + "|answer|back|tick a":           "=a",
		half + "|skip unsure|back":             "=",
		half + "|answer a|back|type It":        `=a "It"`,
		half + "|answer a|back|tick b|type It": `=a+b "It"`,
		"begin|answer b|back":                  "=b",
		"begin|skip unsure|back":               "=",
	} {
		p := does(t, newPerson(), script)
		if got := drafts(session.Drafts{"": p.Input()}); got != want {
			t.Errorf("%s: %s, want %s", script, got, want)
		}
	}
}

// TestDraftsAreOfOneAttempt keeps apart what was typed in two attempts.
func TestDraftsAreOfOneAttempt(t *testing.T) {
	p := does(t, newPerson(), "begin|type It|in crossroads|begin|type Road|in stages")
	a := p.Attempt()
	b := a
	b.Started = b.Started.Add(1)
	if session.QuestionDraft(a, "craft-often") == session.QuestionDraft(b, "craft-often") || len(p.Drafts) != 2 {
		t.Errorf("%v", p.Drafts)
	}
	if does(t, p, "restart"); drafts(p.Drafts) != `road-one= "Road"` {
		t.Errorf("%v", p.Drafts)
	}
}
