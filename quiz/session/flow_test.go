package session_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"waymark/quiz/session"
	"waymark/stages"
)

// whole answers the interview from its first question to its result, and half its first two questions.
const (
	half  = "begin|answer b|answer b"
	whole = half + "|answer a b|answer b c"
)

// TestFlow tells of each script what came of its last action, and what is kept then.
func TestFlow(t *testing.T) {
	const one = "begin|answer b"
	for _, test := range []struct{ script, came, answers, drafts string }{
		{"begin", "question craft-often (save)", "", ""},
		{one, "question trust-often (save)", "craft-often=b", ""},
		{half + "|answer c a", "question craft-left (save)", "craft-often=b, trust-often=b, trust-left=a+c", ""},
		{half + "|answer", "question craft-left (save)", "craft-often=b, trust-often=b, trust-left=", ""},
		{half + "|answer gone a", "question craft-left (save)", "craft-often=b, trust-often=b, trust-left=a", ""},
		{whole, "result (save finish)", "", ""},
		{one + "|continue", "question trust-often", "craft-often=b", ""},
		{one + "|open|continue", "question trust-often", "craft-often=b", ""},
		{one + "|skip unsure", "question trust-left (save)", "craft-often=b, trust-often=unsure", ""},

		// The same answer is not saved again; another one is, and leads on.
		{one + "|back|answer b", "question trust-often", "craft-often=b", ""},
		{one + "|wait 9|back|wait 9|answer b", "question trust-often", "craft-often=b", ""},
		{one + "|back|answer c", "question trust-often (save)", "craft-often=c", ""},
		{one + "|back|skip unsure", "question trust-often (save)", "craft-often=unsure", ""},
		{half + "|answer a|back|answer b a", "question craft-left (save)", "craft-often=b, trust-often=b, trust-left=a+b", ""},

		// Back and forward. From a question without an answer there is no way forward.
		{"begin|back", "here FirstQuestion", "", ""},
		{"begin|forward", "here", "", ""},
		{one + "|back", "question craft-often", "craft-often=b", ""},
		{one + "|back|back", "here FirstQuestion", "craft-often=b", ""},
		{one + "|back|forward", "question trust-often", "craft-often=b", ""},
		{half + "|back|back|forward", "question trust-often", "craft-often=b, trust-often=b", ""},
		{half + "|forward", "here", "craft-often=b, trust-often=b", ""},
		{one + "|leave", "start Kept", "craft-often=b", ""},
		{"in crossroads|begin|leave", "start Kept", "", ""},

		// Boxes are ticked, and answered with; none of these unticks the others, and they untick it.
		{half + "|tick b", "here (drafts)", "craft-often=b, trust-often=b", "trust-left=b"},
		{half + "|tick b|tick a|submit", "question craft-left (save drafts)", "craft-often=b, trust-often=b, trust-left=a+b", ""},
		{half + "|tick b|tick b", "here (drafts)", "craft-often=b, trust-often=b", "trust-left="},
		{half + "|tick b|tick", "here (drafts)", "craft-often=b, trust-often=b", "trust-left=none"},
		{half + "|tick|tick b", "here (drafts)", "craft-often=b, trust-often=b", "trust-left=b"},
		{half + "|tick|tick", "here (drafts)", "craft-often=b, trust-often=b", "trust-left="},
		{half + "|tick|submit", "question craft-left (save drafts)", "craft-often=b, trust-often=b, trust-left=", ""},
		{half + "|submit", "here NothingTicked", "craft-often=b, trust-often=b", ""},
		{half + "|tick b|tick b|submit", "here NothingTicked", "craft-often=b, trust-often=b", "trust-left="},
		{half + "|answer a|back|submit", "question craft-left", "craft-often=b, trust-often=b, trust-left=a", ""},
		{half + "|answer a|back|tick c|submit", "question craft-left (save drafts)", "craft-often=b, trust-often=b, trust-left=a+c", ""},
		{half + "|answer|back|submit", "question craft-left", "craft-often=b, trust-often=b, trust-left=", ""},
		{half + "|skip unsure|back|submit", "here NothingTicked", "craft-often=b, trust-often=b, trust-left=unsure", ""},

		// An example waits for its answer, goes with it or with a skip, and is kept at once after it.
		{one + "|type A mail", "here (drafts)", "craft-often=b", `trust-often= "A mail"`},
		{one + "|type A mail|keep", "here NoteDrafted", "craft-often=b", `trust-often= "A mail"`},
		{one + "|note A mail", "here NoteDrafted (drafts)", "craft-often=b", `trust-often= "A mail"`},
		{one + "|keep", "here", "craft-often=b", ""},
		{one + "|note A mail|answer c", "question craft-left (save drafts)", `craft-often=b, trust-often=c "A mail"`, ""},
		{one + "|note A mail|skip unsure", "question trust-left (save drafts)", `craft-often=b, trust-often=unsure "A mail"`, ""},
		{one + "|back|note A mail", "here NoteSaved (drafts save drafts)", `craft-often=b "A mail"`, ""},
		{one + "|back|type A mail|keep", "here NoteSaved (save drafts)", `craft-often=b "A mail"`, ""},
		{one + "|back|note A mail|keep", "here", `craft-often=b "A mail"`, ""},
		{one + "|back|note A mail|note", "here NoteSaved (drafts save drafts)", "craft-often=b", ""},
		{one + "|back|note A mail|skip unsure", "question trust-often (save)", `craft-often=unsure "A mail"`, ""},
		{half + "|answer a|back|tick b|note A mail", "here NoteSaved (drafts save)", `craft-often=b, trust-often=b, trust-left=a "A mail"`, `trust-left=a+b "A mail"`},
		{one + "|back|type A mail|answer b", "question trust-often (save drafts)", `craft-often=b "A mail"`, ""},

		// What is typed or ticked outlives back, forward, leaving, another survey and the program.
		{half + "|tick b|type A mail|back|back", "question craft-often", "craft-often=b, trust-often=b", `trust-left=b "A mail"`},
		{half + "|tick b|back|forward|submit", "question craft-left (save drafts)", "craft-often=b, trust-often=b, trust-left=b", ""},
		{half + "|tick b|leave|in crossroads|in stages|continue|submit", "question craft-left (save drafts)", "craft-often=b, trust-often=b, trust-left=b", ""},
		{half + "|tick b|open|continue|submit", "question craft-left (save drafts)", "craft-often=b, trust-often=b, trust-left=b", ""},

		// It is gone once it is answered, finished or replaced.
		{half + "|tick b|answer a", "question craft-left (save drafts)", "craft-often=b, trust-often=b, trust-left=a", ""},
		{half + "|tick b|skip unsure", "question craft-left (save drafts)", "craft-often=b, trust-often=b, trust-left=unsure", ""},
		{half + "|answer a|back|tick b|forward|answer c", "result (save finish drafts)", "", ""},
		{half + "|tick b|restart", "setup (abandon drafts)", "", ""},
		{half + "|tick b|begin", "question craft-often (save drafts)", "", ""},

		// Looking again leads back to the review, at the question, whichever way one leaves it.
		{half + "|look craft-often", "question craft-often", "craft-often=b, trust-often=b", ""},
		{half + "|look craft-often|answer c", "review craft-often (save)", "craft-often=c, trust-often=b", ""},
		{half + "|look craft-often|answer b", "review craft-often", "craft-often=b, trust-often=b", ""},
		{half + "|look trust-often|back", "review trust-often", "craft-often=b, trust-often=b", ""},
		{half + "|look trust-often|leave", "review trust-often", "craft-often=b, trust-often=b", ""},
		{half + "|look craft-often|forward", "here", "craft-often=b, trust-often=b", ""},
		{half + "|look gone", "here NoLongerAsked", "craft-often=b, trust-often=b", ""},
		{whole + "|look craft-often|answer c", "review craft-often (save)", "craft-often=c, trust-often=b, trust-left=a+b, craft-left=b+c", ""},
		{whole + "|look craft-often|answer c|continue", "result (finish)", "", ""},

		// Starting afresh: the setup comes before the stages assessment, a survey begins at once.
		{half + "|restart", "setup (abandon)", "", ""},
		{half + "|restart|begin", "question craft-often (save)", "", ""},
		{"in crossroads|begin|answer yes|restart", "question road-one (abandon save)", "", ""},
		{"in crossroads|begin|answer yes|answer no", "result (save finish)", "", ""},
		{"in crossroads|begin|answer yes|answer no|begin", "question road-one (save)", "", ""},
	} {
		t.Run(test.script, func(t *testing.T) {
			p := does(t, newPerson(), test.script)
			if got := p.came(); got != test.came {
				t.Errorf("came %q, want %q", got, test.came)
			}
			if got := answers(p.store.saved[p.Assessment]); got != test.answers {
				t.Errorf("answers %q, want %q", got, test.answers)
			}
			if got := drafts(p.store.Drafts); got != test.drafts {
				t.Errorf("drafts %q, want %q", got, test.drafts)
			}
			if !reflect.DeepEqual(p.Attempts, p.store.saved) || drafts(p.Drafts) != drafts(p.store.Drafts) {
				t.Error("the session is another than what is kept")
			}
			if saved := len(p.store.calls) > 0; p.event.Saved != saved {
				t.Errorf("saved %v, want %v", p.event.Saved, saved)
			}
		})
	}
}

// TestBegin begins with what was chosen, the content in force and the clock of the action.
func TestBegin(t *testing.T) {
	for script, want := range map[string]session.Attempt{
		"begin":                                             {},
		"work support|name Ada|begin":                       {Profile: session.Profile{Name: "Ada", Work: "support"}},
		"name Ada|work support|begin":                       {Profile: session.Profile{Name: "Ada", Work: "support"}},
		"name  Ada \x1b[31m  B|begin":                       {Profile: session.Profile{Name: "Ada [31m B"}},
		"quick|begin":                                       {Interview: stages.Interview{Quick: true}},
		"work support|quick|begin":                          {Profile: session.Profile{Work: "support"}, Interview: stages.Interview{Quick: true}},
		"work support|begin|restart|open|begin":             {},
		"work support|" + whole + "|open|begin":             {Profile: session.Profile{Work: "support"}},
		"name Ada|begin|leave|name|restart|begin":           {},
		"work support|quick|begin|in crossroads|begin":      {Assessment: stages.Crossroads, Profile: session.Profile{Work: "support"}},
		"in crossroads|begin|answer yes|in stages|begin":    {},
		"name Ada|in crossroads|begin|open|in stages|begin": {Profile: session.Profile{Name: "Ada"}},
		"wait 60|begin|wait 60|leave":                       {Started: today.Add(time.Minute)},
	} {
		p := does(t, newPerson(), script)
		want.Content = stages.ContentRef{ID: "test", Version: "1", SHA256: "0"}
		want.Interview.Seed, want.Interview.Answers = 7, stages.Answers{}
		if want.Assessment == "" {
			want.Assessment = stages.Stages
		}
		if want.Started.IsZero() {
			want.Started = today
		}
		want.Saved = want.Started
		if got := p.store.saved[want.Assessment]; !reflect.DeepEqual(got, want) {
			t.Errorf("%s: begun\n%+v, want\n%+v", script, got, want)
		}
	}
}

// TestSeconds measures an answer from when its question was shown, to tenths, the first time only.
func TestSeconds(t *testing.T) {
	for script, want := range map[string]float64{
		"begin|wait 4|answer b":                               4,
		"begin|wait 4.26|answer b":                            4.3,
		"begin|wait 4.24|answer b":                            4.2,
		"begin|wait 4|skip unsure":                            4,
		"begin|wait 4|answer b|wait 9|back|wait 9|answer c":   4,
		"begin|wait 4|answer b|back|wait 9|skip unsure":       4,
		"begin|wait 4|leave|wait 60|continue|wait 5|answer b": 5,
		"begin|wait 4|type It|wait 4|answer b":                8,
		"begin|wait 4|answer b|back|wait 9|note A mail":       4,
		"untimed|begin|wait 4|answer b":                       0,
		"begin|wait 4|answer b|untimed|back|wait 9|answer c":  4,
	} {
		p := does(t, newPerson(), script)
		if got := p.store.saved[stages.Stages].Interview.Answers["craft-often"].Seconds; got != want {
			t.Errorf("%s: %v seconds, want %v", script, got, want)
		}
	}
}

// TestSaved is the time of the last answer.
func TestSaved(t *testing.T) {
	p := does(t, newPerson(), "begin|wait 7|answer b|wait 7|forward")
	if a := p.Attempt(); !a.Started.Equal(today) || !a.Saved.Equal(today.Add(7*time.Second)) {
		t.Errorf("started %v, saved %v", a.Started, a.Saved)
	}
	p = does(t, newPerson(), whole+"|wait 7|look craft-often|answer c|wait 7|continue")
	if r := p.Results[stages.Stages]; !r.Started.Equal(today) || !r.Saved.Equal(today.Add(14*time.Second)) || len(p.store.Saved.Results) != 2 {
		t.Errorf("started %v, saved %v", r.Started, r.Saved)
	}
}

// TestAsking is what the front ends know of the question before the person.
func TestAsking(t *testing.T) {
	for script, want := range map[string]session.Asking{
		"begin":                           {Position: 0},
		half:                              {Position: 2},
		half + "|answer a":                {Position: 3},
		half + "|answer a|back":           {Position: 2},
		half + "|back|back":               {Position: 0},
		half + "|look trust-often":        {Position: 1, Again: true},
		whole + "|look craft-left":        {Position: 3, Again: true},
		"wait 5|begin":                    {Position: 0, Since: today.Add(5 * time.Second)},
		"begin|wait 5|answer b|back":      {Position: 0, Since: today.Add(5 * time.Second)},
		half + "|wait 5|look trust-often": {Position: 1, Again: true, Since: today.Add(5 * time.Second)},
	} {
		p := does(t, newPerson(), script)
		got := *p.Asking
		if want.Since.IsZero() {
			want.Since = today
		}
		want.Outlook = stages.Outlook{First: 4, Most: 4}
		if !slices.Equal(got.Order, p.Bank.OptionOrder(got.Question, 7)) {
			t.Errorf("%s: options in the order %v", script, got.Order)
		}
		if got.Question, got.Order = nil, nil; !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, want %+v", script, got, want)
		}
	}
	for _, script := range []string{"in stages", half + "|leave", half + "|in stages", whole, half + "|restart"} {
		if p := does(t, newPerson(), script); p.Asking != nil {
			t.Errorf("%s: still at a question", script)
		}
	}
}

// TestProgress never goes back within an interview, and begins anew with it.
func TestProgress(t *testing.T) {
	for script, want := range map[string]float64{
		"begin": 0, half: 0.5, half + "|back|back": 0.5, half + "|answer a": 0.75, half + "|leave": 0, half + "|in stages": 0,
		half + "|leave|continue": 0.5, half + "|restart|begin": 0, whole: 0, half + "|look craft-often": 0.5,
	} {
		if got := does(t, newPerson(), script).Progress; got != want {
			t.Errorf("%s: %v, want %v", script, got, want)
		}
	}
}

// TestLostQuestions goes through an interview of which the content has lost questions.
func TestLostQuestions(t *testing.T) {
	for _, test := range []struct{ lost, script, came string }{
		{"trust-often", "continue|back", "question craft-often"},
		{"craft-often", "continue|back|back", "here FirstQuestion"},
		{"craft-often trust-often", "continue|back", "here FirstQuestion"},
		{"trust-often", "continue|back|forward", "question trust-left"},
		{"trust-often", "look trust-often", "here NoLongerAsked"},
		{"trust-often", "continue|answer a|answer b", "result (save finish)"},
		{"trust-left craft-left", "continue", "result (finish)"},
	} {
		p := does(t, newPerson(), half)
		c := catalog()
		c.Questions = slices.DeleteFunc(c.Questions, func(q stages.Question) bool { return strings.Contains(test.lost, q.ID) })
		if got := does(t, p.open(c), test.script).came(); got != test.came {
			t.Errorf("without %s: %s: %q, want %q", test.lost, test.script, got, test.came)
		}
	}
}

// TestLostOptions asks a question again of whose answer the content has lost options: they are neither
// ticked nor answered with.
func TestLostOptions(t *testing.T) {
	for _, test := range []struct{ before, script, input, came, answer string }{
		{half + "|answer a b", "continue|back", "b", "question trust-left", "a+b"},
		{half + "|answer a b", "continue|back|submit", "", "question craft-left (save)", "b"},
		{half + "|answer a", "continue", "", "question trust-left", "a"},
		{half + "|answer a", "continue|submit", "", "here NothingTicked", "a"},
		{half + "|answer a", "continue|forward", "", "question trust-left", "a"},
		{half + "|answer a", "continue|answer c", "", "question craft-left (save)", "c"},
		{half + "|answer a", "continue|back", "", "question trust-often", "a"},
		{half + "|answer a|fail finish|skip unsure|fail", "continue|answer c", "", "question craft-left (save)", "c"},
		{half + "|tick a", "continue", "", "question trust-left", ""},
		{half + "|tick a", "continue|submit", "", "here NothingTicked", ""},
		{half + "|tick a|tick b", "continue|submit", "", "question craft-left (save drafts)", "b"},
		{half + "|tick a", "continue|tick c", "c", "here (drafts)", ""},
	} {
		p := does(t, newPerson(), test.before)
		c := catalog()
		c.Questions[3].Options[0].ID = "new"
		does(t, p.open(c), test.script)
		if got := p.came(); got != test.came {
			t.Errorf("%s, then %s: %q, want %q", test.before, test.script, got, test.came)
		}
		if got := p.store.saved[stages.Stages].Interview.Answers["trust-left"]; strings.Join(got.Options, "+") != test.answer {
			t.Errorf("%s, then %s: answered %v, want %s", test.before, test.script, got.Options, test.answer)
		}
		if p.Asking.Question.ID == "trust-left" {
			if in := p.Input(); strings.Join(in.Ticked, "+") != test.input || in.None {
				t.Errorf("%s, then %s: marked %+v, want %s", test.before, test.script, in, test.input)
			}
		}
	}
}

// TestLostOptionsOfASurvey asks a survey again where the content has other options, and comes to a result.
func TestLostOptionsOfASurvey(t *testing.T) {
	p := does(t, newPerson(), "in crossroads|begin|answer yes|leave")
	c := catalog()
	for i := range c.Crossroads.Questions {
		c.Crossroads.Questions[i].Options[1].ID = "sure"
	}
	does(t, p.open(c), "in crossroads|continue")
	if got := p.came(); got != "question road-one" {
		t.Errorf("asks %q", got)
	}
	does(t, p, "answer sure|answer no")
	if got := answers(p.Results[stages.Crossroads].Attempt); got != "road-one=sure, road-two=no" {
		t.Errorf("%q", got)
	}
}

// TestLookAgainOfAnotherAttempt does not change the attempt under way from an answer of the one before.
func TestLookAgainOfAnotherAttempt(t *testing.T) {
	p := does(t, newPerson(), whole+"|wait 60|begin|answer c")
	result := p.Results[stages.Stages]
	for _, test := range []struct {
		of   time.Time
		want session.Message
	}{{result.Started, session.BegunAnew}, {p.Attempt().Started, session.Nothing}, {time.Time{}, session.Nothing}} {
		next, event := session.Do(p.Session, session.LookAgain{Question: "craft-often", Of: test.of})
		if event.Say != test.want || (event.Show == session.Here) == (test.want == session.Nothing) {
			t.Errorf("of %v: %+v", test.of, event)
		}
		if test.want == session.BegunAnew && !reflect.DeepEqual(next, p.Session) {
			t.Error("the session is another")
		}
	}
}

// TestSurveyReadsTheResult hands the last placement to the score of a survey.
func TestSurveyReadsTheResult(t *testing.T) {
	ready := func(script string) float64 {
		score, _ := does(t, newPerson(), script).Results[stages.Crossroads].Scores.Axis("expert-ready")
		return score
	}
	const taken = "in crossroads|begin|answer yes|answer yes"
	level := *does(t, newPerson(), whole).Results[stages.Stages].Placement.Strands[0].Level
	want := (1 + min(1, float64(level)/5)) / 2
	if without, with := ready(taken), ready(whole+"|"+taken); without != 1 || with != want || want == 1 {
		t.Errorf("ready %v without a result and %v with one, want 1 and %v", without, with, want)
	}
}
