package session_test

import (
	"reflect"
	"testing"
	"time"

	"waymark/quiz/session"
	"waymark/stages"
)

// TestStoreFails tells of each script what came of its last action where the store fails, and what is kept then.
// What could not be kept did not happen, but for a draft.
func TestStoreFails(t *testing.T) {
	for _, test := range []struct{ script, came, answers, drafts string }{
		{"fail save|begin", "here Begin failed", "", ""},
		{"begin|fail save|answer b", "here Answer failed", "", ""},
		{"begin|fail save|skip unsure", "here Skip failed", "", ""},
		{half + "|tick a|fail save|submit", "here Submit failed", "craft-often=b, trust-often=b", "trust-left=a"},
		{"begin|answer b|back|fail save|note A mail", "here KeepNote failed (drafts)", "craft-often=b", `craft-often=b "A mail"`},
		{"begin|answer b|back|fail save drafts|note A mail", "here KeepNote failed", "craft-often=b", `craft-often=b "A mail"`},
		{"begin|fail abandon|restart", "here Restart failed", "", ""},
		{half + "|answer a b|fail finish|answer b c", "here Finish failed (save)", "craft-often=b, trust-often=b, trust-left=a+b, craft-left=b+c", ""},
		{half + "|answer a b|fail finish|answer b c|answer b c", "here Finish failed", "craft-often=b, trust-often=b, trust-left=a+b, craft-left=b+c", ""},
		{half + "|answer a b|fail finish|answer b c|fail|answer b c", "result (finish)", "", ""},
		{half + "|answer a b|fail finish|answer b c|leave|continue", "here Finish failed", "craft-often=b, trust-often=b, trust-left=a+b, craft-left=b+c", ""},
		{half + "|answer a b|fail finish|answer b c|leave|fail|continue", "result (finish)", "", ""},

		// A survey that was set aside and could not be begun is set aside: it begins at the next try.
		{"in crossroads|begin|answer yes|fail save|restart", "here Begin failed (abandon)", "", ""},
		{"in crossroads|begin|answer yes|fail save|restart|fail|begin", "question road-one (save)", "", ""},
		{"in crossroads|begin|answer yes|fail abandon|restart", "here Restart failed", "road-one=yes", ""},
		{"begin|restart|fail save|begin", "here Begin failed", "", ""},

		// A draft that cannot be kept stays before the person, and each action that writes tries again.
		{half + "|fail drafts|tick a", "here Tick failed", "craft-often=b, trust-often=b", "trust-left=a"},
		{half + "|fail drafts|type A mail", "here Type failed", "craft-often=b, trust-often=b", `trust-left= "A mail"`},
		{half + "|fail drafts|type A mail|type A mail", "here Type failed", "craft-often=b, trust-often=b", `trust-left= "A mail"`},
		{half + "|fail drafts|type A mail|fail|type A mail", "here (drafts)", "craft-often=b, trust-often=b", `trust-left= "A mail"`},
		{half + "|fail drafts|note A mail", "here NoteDrafted KeepNote failed", "craft-often=b, trust-often=b", `trust-left= "A mail"`},
		{half + "|fail drafts|type A mail|fail|keep", "here NoteDrafted (drafts)", "craft-often=b, trust-often=b", `trust-left= "A mail"`},
		{half + "|fail drafts|type A mail|fail|back", "question trust-often", "craft-often=b, trust-often=b", `trust-left= "A mail"`},
		{half + "|fail drafts|type A mail|answer a", "question craft-left (save)", `craft-often=b, trust-often=b, trust-left=a "A mail"`, ""},
		{half + "|tick a|fail drafts|submit", "question craft-left (save)", "craft-often=b, trust-often=b, trust-left=a", ""},
		{half + "|tick a|fail drafts|submit|fail|note A mail", "here NoteDrafted (drafts)", "craft-often=b, trust-often=b, trust-left=a", `craft-left= "A mail"`},
		{half + "|answer a|back|tick b|fail drafts|answer a", "question craft-left Continue failed", "craft-often=b, trust-often=b, trust-left=a", ""},
		{"fail drafts|name Ada", "here TypeName failed", "", `name= "Ada"`},
		{"name Ada|fail drafts|work support", "here SetUp failed", "", ""},
		{"fail drafts|typing mentor Ruth", "here TypePlan failed", "", `mentor= "Ruth"`},
		{"fail plan|write mentor Ruth", "here WritePlan failed", "", ""},
		{"typing mentor Ruth|fail plan|write mentor Ruth", "here WritePlan failed", "", `mentor= "Ruth"`},
		{"typing mentor Ruth|fail drafts|write mentor Ruth", "here (plan)", "", ""},
		{"fail plan|toggle a", "here ToggleStep failed", "", ""},
		{"toggle a|fail plan|done a", "here TickItem failed", "", ""},
		{"fail plan|checkin", "here MoveDate failed", "", ""},
	} {
		t.Run(test.script, func(t *testing.T) {
			p := does(t, newPerson(), test.script)
			if got := p.came(); got != test.came {
				t.Errorf("came %q, want %q", got, test.came)
			}
			if got := answers(p.store.saved[p.Assessment]); got != test.answers {
				t.Errorf("answers %q, want %q", got, test.answers)
			}
			if got := drafts(p.Drafts); got != test.drafts {
				t.Errorf("drafts %q, want %q", got, test.drafts)
			}
			if !reflect.DeepEqual(p.Attempts, p.store.saved) || len(p.Results) != len(p.store.Saved.Results) || !reflect.DeepEqual(p.Plan, p.store.Plan) {
				t.Error("the session is another than what is kept")
			}
		})
	}
}

// TestUndoneActionChangesNothing compares the session after a save that failed with the one before.
func TestUndoneActionChangesNothing(t *testing.T) {
	for _, script := range []string{"begin", "restart", "answer a", "skip unsure", "submit", "finish", "toggle a", "write mentor Ruth", "checkin", "keep"} {
		p := does(t, newPerson(), half+"|answer a|back|type A mail|fail save finish abandon plan drafts")
		before := p.Session
		does(t, p, script)
		if p.err == nil || !reflect.DeepEqual(p.Session, before) || !reflect.DeepEqual(p.event, session.Event{}) {
			t.Errorf("%s: error %v, event %+v, or the session is another", script, p.err, p.event)
		}
	}
}

// TestReadOnly refuses what writes, keeps nothing, and lets the person look around.
func TestReadOnly(t *testing.T) {
	const before = whole + "|toggle a|wait 60|begin|answer b|answer b|type A mail|name Ada"
	for _, script := range []string{"begin", "restart", "continue", "answer a", "submit", "skip unsure", "tick a", "type A call", "note A call", "keep", "finish",
		"look craft-often", "work support", "name Eve", "toggle b", "toggle a", "done a", "write mentor Ruth", "typing mentor Ruth", "checkin"} {
		p := does(t, newPerson(), before)
		p.ReadOnly = true
		was := p.Session
		if does(t, p, script); p.came() != "here OtherWindow" || p.err != nil || !reflect.DeepEqual(p.Session, was) {
			t.Errorf("%s: %s, error %v", script, p.came(), p.err)
		}
	}
	for script, want := range map[string]string{"back": "question trust-often", "back|back|forward": "question trust-often", "leave": "start Kept"} {
		p := does(t, newPerson(), before)
		p.ReadOnly = true
		if does(t, p, script); p.came() != want {
			t.Errorf("%s: %s, want %s", script, p.came(), want)
		}
	}
}

// TestNew takes what a store holds, of each assessment the last result.
func TestNew(t *testing.T) {
	p := does(t, newPerson(), "work support|name Ada|"+whole+"|wait 9|begin|answer c|in crossroads|begin|toggle a|type It|open")
	if answers(p.Attempts[stages.Stages]) != "craft-often=c" || len(p.Attempts) != 2 || len(p.Results) != 1 || len(p.Plan.Items) != 1 || len(p.Drafts) != 1 {
		t.Errorf("opened %+v", p.Session)
	}
	if p.Assessment != stages.Stages || p.Setup.Profile != (session.Profile{Name: "Ada", Work: "support"}) || p.Asking != nil {
		t.Errorf("in %s, with %+v", p.Assessment, p.Setup)
	}
	first, last := p.Results[stages.Stages], p.Results[stages.Stages]
	last.Saved = last.Saved.Add(time.Hour)
	s := session.New(p.Bank, session.Saved{Results: []session.Result{first, last}})
	if got := s.Results[stages.Stages]; !got.Saved.Equal(last.Saved) {
		t.Errorf("the last result is of %v", got.Saved)
	}
}

// TestActionsLeaveTheSessionAsItWas does actions over one session, which is a value.
func TestActionsLeaveTheSessionAsItWas(t *testing.T) {
	for _, script := range []string{"answer a", "submit", "tick a", "tick b", "type A call", "keep", "restart", "begin", "finish", "skip unsure", "toggle a", "toggle b", "done a",
		"write mentor Ruth", "write step/a Lyon", "checkin", "leave", "name Eve", "typing mentor Ruth"} {
		p := does(t, newPerson(), half+"|tick a|tick c|toggle a|toggle c|name Ada")
		before := p.Session
		again := does(t, newPerson(), half+"|tick a|tick c|toggle a|toggle c|name Ada").Session
		does(t, p, script)
		for name, pair := range map[string][2]any{"attempts": {before.Attempts, again.Attempts}, "results": {before.Results, again.Results},
			"plan": {before.Plan, again.Plan}, "drafts": {before.Drafts, again.Drafts}} {
			if !reflect.DeepEqual(pair[0], pair[1]) {
				t.Errorf("%s changes the %s of the session before it", script, name)
			}
		}
	}
}
