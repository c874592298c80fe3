package session_test

import (
	"testing"

	"waymark/stages"
)

// opening is the catalog with a first question of who one serves, whose nouns stand in another.
func opening() *stages.Catalog {
	c := catalog()
	c.Serves = stages.Serves{Ask: "Who for?", Note: "A team counts as a {customer}.", Options: []stages.Served{
		{ID: "clients", One: "client", Many: "clients"}, {ID: "teams", One: "team", Many: "teams", Inside: true}}}
	c.Questions[0].Ask, c.Questions[0].Options[0].Text = "What did a {customer} say?", "The {customers} left"
	return c
}

// TestOpening tells what comes of actions where the first question is who one serves.
func TestOpening(t *testing.T) {
	const first = "begin|answer teams"
	for _, test := range []struct{ script, came, serves, answers string }{
		{"begin", "question serves (save)", "", ""},
		{first, "question craft-often (save)", "teams", ""},
		{first + "|answer b", "question trust-often (save)", "teams", "craft-often=b"},
		{first + "|back", "question serves", "teams", ""},
		{first + "|back|back", "here FirstQuestion", "teams", ""},
		{first + "|back|forward", "question craft-often", "teams", ""},
		{first + "|back|answer teams", "question craft-often", "teams", ""},
		{first + "|back|submit", "question craft-often", "teams", ""},
		{first + "|answer b|back|back|answer clients", "question craft-often (save)", "clients", "craft-often=b"},
		{first + "|leave|continue", "question craft-often", "teams", ""},
		{first + "|open|continue", "question craft-often", "teams", ""},
		{"begin|forward", "here", "", ""},
		{"begin|submit", "here NothingTicked", "", ""},
		{"begin|skip unsure", "here", "", ""},
		{"begin|type Lyon", "here", "", ""},
		{"begin|fail save|answer teams", "here Answer failed", "", ""},
		{"begin|open|continue", "question serves", "", ""},
		{"in crossroads|begin", "question road-one (save)", "", ""},
		// It is asked anew every time, and begins on the answer given last.
		{first + "|skip unsure|skip unsure|skip unsure|skip unsure|begin", "question serves (save)", "", ""},
		{first + "|skip unsure|skip unsure|skip unsure|skip unsure|begin|submit", "question craft-often (save)", "teams", ""},
	} {
		p := does(t, newPerson().open(opening()), test.script)
		if came := p.came(); came != test.came {
			t.Errorf("%s: %s, want %s", test.script, came, test.came)
		}
		if a := p.Attempt(); a.Profile.Serves != test.serves || answers(a) != test.answers {
			t.Errorf("%s: serves %q, answers %s; want %q, %s", test.script, a.Profile.Serves, answers(a), test.serves, test.answers)
		}
	}
}

// The nouns stand in the question, in the review, and in the result, which keeps them.
func TestNounsOfWhoIsServed(t *testing.T) {
	for serves, want := range map[string][2]string{"teams": {"What did a team say?", "The teams left"}, "clients": {"What did a client say?", "The clients left"}} {
		p := does(t, newPerson().open(opening()), "begin|answer "+serves)
		is := func(where string, q *stages.Question) {
			t.Helper()
			if q == nil || q.Ask != want[0] || q.Options[0].Text != want[1] {
				t.Errorf("%s, %s: %+v", serves, where, q)
			}
		}
		is("asked", p.Asking.Question)
		p = does(t, p, "answer a")
		asked, _ := p.Review()
		is("review", asked[0])
		p = does(t, p, "back")
		is("asked again", p.Asking.Question)
		p = does(t, p, "forward|skip unsure|skip unsure|skip unsure")
		is("result", p.Results[stages.Stages].Question("craft-often"))
	}
	if q := opening().Serves.Worded(&opening().Questions[0], "gone"); q.Ask != "What did a client say?" {
		t.Errorf("without an answer: %s", q.Ask)
	}
	if (&stages.Serves{}).Question() != nil {
		t.Error("content without the first question has one")
	}
}

// Who else counts is said in the noun of those served, and not where it goes without saying.
func TestWhoCounts(t *testing.T) {
	for script, want := range map[string]string{
		"begin": "A team counts as a client.", "begin|answer clients": "A team counts as a client.", "begin|answer teams": "",
	} {
		if got := does(t, newPerson().open(opening()), script).WhoCounts(); got != want {
			t.Errorf("%s: %q, want %q", script, got, want)
		}
	}
}
