package session_test

import (
	"fmt"
	"testing"

	"waymark/quiz/session"
	"waymark/stages"
)

// closing is a catalog whose last question is where one wants to go, with a step along a road.
func closing() *stages.Catalog {
	c := catalog()
	c.Aims = stages.Aims{Ask: "Where to?", Options: []stages.Aim{{ID: "onward"}, {ID: "stay"}, {ID: "product"}}}
	for i := range c.Steps {
		if c.Steps[i].Strand == "trust" {
			c.Steps[i].Roads = []string{"product"}
		}
	}
	return c
}

// TestClosing tells what comes of actions where the last question is where one wants to go.
func TestClosing(t *testing.T) {
	const answered, ended = half + "|answer a b|answer b c", whole + "|answer onward"
	for _, test := range []struct{ script, came, aim string }{
		{answered, "question aim (save)", ""},
		{answered + "|answer product", "result (save finish)", "product"},
		{answered + "|answer gone", "here", ""},
		{answered + "|skip unsure", "here", ""},
		{answered + "|type words", "here", ""},
		{answered + "|forward", "here", ""},
		{answered + "|back", "question craft-left", ""},
		{answered + "|back|forward", "question aim", ""},
		{answered + "|leave|continue", "question aim", ""},
		{answered + "|open|continue", "question aim", ""},
		// What comes of the last is empty where the aim could not be kept: the question stays.
		{answered + "|fail save|answer product", "", ""},

		// It is asked in every interview, with the last answer marked; a survey has none.
		{ended + "|begin|answer b|answer b|answer a b|answer b c", "question aim (save)", ""},
		{"in crossroads|begin|answer yes|answer no", "result (save finish)", ""},

		// From the result it may be asked again, and leads back there.
		{"aim", "here", ""},
		{ended + "|aim", "question aim", "onward"},
		{ended + "|aim|answer product", "result (finish)", "product"},
		{ended + "|aim|answer onward", "result", "onward"},
		{ended + "|aim|back", "result", "onward"},
		{ended + "|aim|leave", "result", "onward"},
		{ended + "|begin|aim", "question aim", ""},
	} {
		p := does(t, newPerson().open(closing()), test.script)
		if came := p.came(); came != test.came && test.came != "" {
			t.Errorf("%s: %s, want %s", test.script, came, test.came)
		}
		if test.came == "" && (p.err == nil || !p.Asking.Closing()) {
			t.Errorf("%s: %v, at %+v", test.script, p.err, p.Asking)
		}
		if aim := p.Attempt().Profile.Aim; aim != test.aim {
			t.Errorf("%s: the aim is %q, want %q", test.script, aim, test.aim)
		}
	}
	if p := does(t, newPerson().open(closing()), ended+"|begin|answer b|answer b|answer a b|answer b c"); fmt.Sprint(p.Input().Ticked) != "[onward]" {
		t.Errorf("the last aim is not marked: %v", p.Input())
	}
	for script, want := range map[string]float64{half + "|answer b c|answer a": 1, ended + "|aim": 0} { // all is answered; it's of no interview
		if got := does(t, newPerson().open(closing()), script).Progress; got != want {
			t.Errorf("%s: progress %v, want %v", script, got, want)
		}
	}
	if p := does(t, newPerson(), "aim"); p.came() != "here" || p.HasClosing() {
		t.Errorf("content without the last question asks it: %s", p.came())
	}
}

// The aim decides which step comes first; what else the result says stays.
func TestAimSteersAdvice(t *testing.T) {
	first := func(p *person) string { return p.Results[stages.Stages].Placement.Next[0].Strand }
	p := does(t, newPerson().open(closing()), half+"|answer b c|answer a|answer onward")
	before := p.Results[stages.Stages]
	if first(p) != "craft" {
		t.Fatalf("the first step is along %s: the test tells nothing", first(p))
	}
	p = does(t, p, "wait 60|aim|answer product")
	after := p.Results[stages.Stages]
	if first(p) != "trust" || *after.Placement.Level != *before.Placement.Level || !after.Started.Equal(before.Started) || !after.Saved.Equal(before.Saved) || after.Aimed == nil || !after.Aimed.Equal(p.clock) {
		t.Errorf("aiming elsewhere: first %s, %+v", first(p), after)
	}
	if len(after.Advised()) == 0 || after.Advised()[0].Words.Strand != "trust" {
		t.Errorf("the words of the steps: %+v", after.Advised())
	}

	// Under other content the steps stay, and the aim is kept all the same.
	other := closing()
	other.SHA256 = "other"
	p = does(t, p.open(other), "aim|answer onward")
	if first(p) != "trust" || p.Results[stages.Stages].Profile.Aim != "onward" {
		t.Errorf("under other content: first %s, aim %s", first(p), p.Results[stages.Stages].Profile.Aim)
	}
}

// While it's asked, each aim says which step it leads to, at the end of an interview as later.
func TestFirstSteps(t *testing.T) {
	for _, script := range []string{half + "|answer b c|answer a", half + "|answer b c|answer a|answer product|wait 60|aim"} {
		p := does(t, newPerson().open(closing()), script)
		steps := p.FirstSteps(p.clock)
		if steps["onward"].Strand != "craft" || steps["product"].Strand != "trust" {
			t.Errorf("%s: %+v", script, steps)
		}
	}
}

// Where the aim is open, the road that pulls most counts.
func TestRoadThatPullsSteersAdvice(t *testing.T) {
	c := closing()
	c.Aims = stages.Aims{}
	p := newPerson().open(c)
	pull := 0.9
	roads := session.Result{Snapshot: stages.Catalog{Crossroads: stages.Survey{Roads: []stages.Road{{ID: "product"}}}},
		Scores: &stages.SurveyScores{Axes: []stages.AxisScore{{ID: "product-pull", Score: &pull}}}}
	p.Results[stages.Crossroads] = roads
	p = does(t, p, half+"|answer b c|answer a")
	if got := p.Results[stages.Stages].Placement.Next[0].Strand; got != "trust" {
		t.Errorf("the first step is along %s", got)
	}
}
