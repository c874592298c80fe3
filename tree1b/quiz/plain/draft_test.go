package plain

import (
	"slices"
	"strings"
	"testing"

	"waymark/quiz/session"
	"waymark/stages"
)

// act does actions over a store as another front end would.
func (m *memory) act(t *testing.T, actions ...session.Action) {
	t.Helper()
	s := m.session()
	for _, a := range actions {
		var err error
		if s, _, err = session.Perform(s, a, m); err != nil {
			t.Fatal(err)
		}
	}
}

// says checks what a conversation holds, wherever its lines break; what begins with ! it must not hold.
func says(t *testing.T, conversation string, wants ...string) {
	t.Helper()
	unbroken := strings.Join(strings.Fields(conversation), " ")
	for _, want := range wants {
		text, unwanted := strings.CutPrefix(want, "!")
		found := strings.Contains(unbroken, text)
		if strings.Contains(text, "\n") {
			found = strings.Contains(conversation, text)
		}
		if found == unwanted {
			t.Errorf("want %q in:\n%s", want, conversation)
		}
	}
}

// answer is the answer that a store has to a question of the interview under way.
func (m *memory) answer(question string) stages.Answer {
	return m.attempts[stages.Stages].Interview.Answers[question]
}

// checklist is the third question of the interview; two lines after it answer the first two.
const checklist = "trust-left"

// TestDrafts stops in the middle of a question in another front end, or in a run before, and goes on.
func TestDrafts(t *testing.T) {
	for name, test := range map[string]struct {
		before  string // lines of an earlier run
		actions []session.Action
		lines   string
		says    []string
		options []string // the answer to the checklist, nil where there is none yet
		example string
	}{
		"ticked": {before: "1|1|2|2", actions: []session.Action{session.Continue{}, session.Tick{Option: "c"}}, lines: "1|",
			says:    []string{"A road in steps (ticked)", "0 none, Enter answer as ticked,", "!(chosen)", "!A picture (ticked)", "!Now "},
			options: []string{"c"}},
		"none ticked": {before: "1|1|2|2", actions: []session.Action{session.Continue{}, session.Tick{}}, lines: "1|",
			says: []string{"0. None of these yet (ticked)"}, options: []string{}},
		"ticked, answered otherwise": {before: "1|1|2|2", actions: []session.Action{session.Continue{}, session.Tick{Option: "c"}}, lines: "1|0|b",
			says: []string{"0. None of these yet (chosen)", "0 none, Enter keep as it is,"}, options: []string{}},
		"ticked and unticked": {before: "1|1|2|2", actions: []session.Action{session.Continue{}, session.Tick{Option: "c"}, session.Tick{Option: "c"}}, lines: "1|",
			says: []string{"!ticked", "!Enter leave", "Type a number"}},
		"ticked anew over an answer": {before: "1|1|2|2|3", actions: []session.Action{session.Continue{}, session.Back{}, session.Tick{Option: "b"}}, lines: "1|b|",
			says:    []string{"A road in steps (ticked)", "A choice, written (ticked)", "Your answer now: A road in steps.", "Enter answer as ticked"},
			options: []string{"b", "c"}},
		"an answer unticked": {before: "1|1|2|2|3", actions: []session.Action{session.Continue{}, session.Back{}, session.Tick{Option: "c"}}, lines: "1|b",
			says: []string{"Your answer now: A road in steps.", "!(ticked)", "!Enter "}, options: []string{"c"}},
		"none ticked over an answer": {before: "1|1|2|2|3", actions: []session.Action{session.Continue{}, session.Back{}, session.Tick{}}, lines: "1|b",
			says: []string{"None of these yet (ticked)", "Your answer now: A road in steps.", "Enter answer as ticked"}, options: []string{"c"}},
		"none unticked over none": {before: "1|1|2|2|0", actions: []session.Action{session.Continue{}, session.Back{}, session.Tick{}}, lines: "1|b",
			says: []string{"Your answer now: none of these yet.", "!(ticked)", "!(chosen)", "!Enter "}, options: []string{}},
		"ticked over a skip": {before: "1|1|2|2|s|1", actions: []session.Action{session.Continue{}, session.Back{}, session.Tick{Option: "c"}}, lines: "1|b|",
			says: []string{"A road in steps (ticked)", "Your answer now: skipped (no chance yet).", "Enter answer as ticked"}, options: []string{"c"}},
		"ticked in another order": {before: "1|1|2|2|2 3",
			actions: []session.Action{session.Continue{}, session.Back{}, session.Tick{Option: "b"}, session.Tick{Option: "b"}}, lines: "1|b",
			says: []string{"(chosen)", "!(ticked)", "Enter keep as it is"}, options: []string{"b", "c"}},
		"an example of an open question": {before: "1|1|2|2", actions: []session.Action{session.Continue{}, session.Type{Text: "A mail"}}, lines: "1|3",
			says: []string{`Your example: "A mail"`, "!Now "}, options: []string{"c"}, example: "A mail"},
		"an example before a kill": {before: "1|1|2|2|e|A call", lines: "1|e||3",
			says: []string{`Your example: "A call"`, `So far: "A call"`, "Noted. It'll be saved with your answer."}, options: []string{"c"}, example: "A call"},
		"an example taken out": {before: "1|1|2|2|e|A call", lines: "1|e|-|3", says: []string{`So far: "A call"`, "!Noted"}, options: []string{"c"}},
		"an example of a skip": {before: "1|1|2|2|e|A call", lines: "1|s|2|b||b", says: []string{"Your answer now: skipped (not my role)."}, example: "A call"},
		"an example over an answer, left so": {before: "1|1|2|2|3", actions: []session.Action{session.Continue{}, session.Back{}, session.Type{Text: "A mail"}}, lines: "1|b|",
			says: []string{`Your example: "A mail"`, "A road in steps (chosen)", "Enter keep as it is"}, options: []string{"c"}, example: "A mail"},
		"an example of an answer": {before: "1|1|2|2|3|b|e|A mail", says: []string{"Stopped. All your answers are saved."}, options: []string{"c"}, example: "A mail"},
	} {
		t.Run(name, func(t *testing.T) {
			store := newMemory()
			before := store.talk(t, test.before)
			says(t, before, "Stopped. All your answers are saved. To continue, type:", "!could not")
			store.act(t, test.actions...)
			says(t, store.talk(t, test.lines), test.says...)
			if got := store.answer(checklist); !slices.Equal(got.Options, test.options) || (got.Options == nil) != (test.options == nil) || got.Evidence != test.example {
				t.Errorf("kept %q with %q, want %q with %q", got.Options, got.Evidence, test.options, test.example)
			}
		})
	}
}

// TestNameBeforeTheFirstQuestion begins with a name that was typed in another front end and not yet kept.
func TestNameBeforeTheFirstQuestion(t *testing.T) {
	store := newMemory()
	store.act(t, session.TypeName{Text: "Ada"})
	says(t, store.talk(t, "1|2|1|1|q"), "Your name: Ada", "Your work: support")
	if got := store.attempts[stages.Stages].Profile; got != (session.Profile{Name: "Ada", Work: "support"}) {
		t.Errorf("begins with %+v", got)
	}
}

// TestPlanDraft goes on with what was being typed into a row of the plan.
func TestPlanDraft(t *testing.T) {
	store := newMemory()
	store.talk(t, interview+"|1")
	store.act(t, session.TypePlan{Row: session.Mentor, Text: "Ruth"})
	says(t, store.talk(t, "1|2|"), `So far: "Ruth"`, "2. Mentor: Ruth")
	if store.plan.Mentor != "Ruth" {
		t.Errorf("kept %q", store.plan.Mentor)
	}
}
