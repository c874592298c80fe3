package session_test

import (
	"fmt"
	"strings"
	"testing"

	"waymark/quiz/session"
	"waymark/stages"
)

// TestChoices are what home and the lobby of a survey offer, by what was done before.
func TestChoices(t *testing.T) {
	const crossroads = "in crossroads|begin|answer yes|answer yes"
	for _, test := range []struct{ script, choices string }{
		{"", "begin, crossroads, surroundings"},
		{"toggle a", "begin, plan, crossroads, surroundings"},
		{"write mentor Ruth", "begin, crossroads, surroundings"},
		{"begin", "go on, review, restart, crossroads, surroundings"},
		{"toggle road-product|begin", "go on, review, restart, plan, crossroads, surroundings"},
		{"begin|restart", "begin, crossroads, surroundings"},
		{whole, "plan, result, again, crossroads, surroundings, strengths"},
		{whole + "|toggle a|wait 1296000", "overdue, plan, result, again, crossroads, surroundings, strengths"},
		{whole + "|toggle a|wait 1209600", "due, plan, result, again, crossroads, surroundings, strengths"},
		{whole + "|toggle a|checkin|wait 1296000", "check in, plan, result, again, crossroads, surroundings, strengths"},
		{whole + "|checkin|wait 1296000", "check in, plan, result, again, crossroads, surroundings, strengths"},
		{whole + "|write mentor Ruth|talk|wait 172800", "plan, result, again, crossroads, surroundings, strengths"},
		{whole + "|write mentor Ruth|talk|wait 259200", "talk, plan, result, again, crossroads, surroundings, strengths"},
		{whole + "|write mentor Ruth|talk|toggle a|wait 1296000", "overdue, talk, plan, result, again, crossroads, surroundings, strengths"},
		{whole + "|write mentor Ruth|talk|checkin|wait 1296000", "check in, plan, result, again, crossroads, surroundings, strengths"},
		{whole + "|write mentor Ruth|talk|wait 1296000|begin", "go on, talk, review, restart, result, plan, crossroads, surroundings, strengths"},
		{whole + "|begin", "go on, review, restart, result, plan, crossroads, surroundings, strengths"},
		{whole + "|wait 60|begin|finish|begin", "go on, review, restart, result, plan, history, crossroads, surroundings, strengths"},
		{whole + "|toggle a|wait 1296000|begin", "go on, overdue, review, restart, result, plan, crossroads, surroundings, strengths"},
		{whole + "|toggle a|checkin|wait 1296000|begin", "go on, check in, review, restart, result, plan, crossroads, surroundings, strengths"},
		{"in crossroads", "begin"},
		{"in crossroads|begin", "go on, restart"},
		{"in crossroads|begin|answer yes", "go on, review, restart"},
		{crossroads, "result, review, again"},
		{crossroads + "|begin", "go on, result, restart"},
		{crossroads + "|begin|answer no", "go on, result, review, restart"},
		{crossroads + "|in surroundings", "begin"},
		{whole + "|in crossroads", "begin"},
	} {
		var out []string
		for _, c := range does(t, newPerson(), test.script).choices() {
			out = append(out, string(c))
		}
		if got := strings.Join(out, ", "); got != test.choices {
			t.Errorf("%s: %s, want %s", test.script, got, test.choices)
		}
	}
}

func (p *person) choices() []session.Choice { return p.Choices(p.clock) }

// TestFirstIsTheCheckIn puts the cursor on home where one is due, or a talk.
func TestFirstIsTheCheckIn(t *testing.T) {
	if p := does(t, newPerson(), whole+"|toggle a|write mentor Ruth|talk|wait 259200"); p.First(p.clock) != session.ChooseTalk {
		t.Error(p.First(p.clock))
	}
	if p := does(t, newPerson(), whole+"|checkin|wait 1296000"); p.First(p.clock) != session.ChooseCheckIn {
		t.Error(p.First(p.clock))
	}
}

// TestChoicesOfSmallerContent are without what the content does not have.
func TestChoicesOfSmallerContent(t *testing.T) {
	c := catalog()
	c.Crossroads, c.Strengths = stages.Survey{}, nil
	p := does(t, newPerson(), whole).open(c)
	if got := fmt.Sprint(p.Choices(today)); got != "[plan result again surroundings]" {
		t.Errorf("%s", got)
	}
}

// TestWrites are the choices that lead to what a read-only session refuses.
func TestWrites(t *testing.T) {
	for c, want := range map[session.Choice]bool{session.ChooseBegin: true, session.ChooseAgain: true, session.ChooseGoOn: true, session.ChooseRestart: true, session.ChooseCheckIn: true, session.ChooseOverdue: true,
		session.ChooseReview: false, session.ChooseResult: false, session.ChoosePlan: false, session.ChooseStrengths: false, session.Choice(stages.Crossroads): false} {
		if c.Writes() != want {
			t.Errorf("%s writes: %v", c, c.Writes())
		}
	}
}

// TestMore tells whether an interview has questions left.
func TestMore(t *testing.T) {
	for script, want := range map[string]bool{"": true, half: true, half + "|answer a": true, half + "|answer a b|fail finish|answer b c": false, whole: false,
		"in crossroads": true, "in crossroads|begin|answer yes": true, "in crossroads|begin|answer yes|fail finish|answer no": false} {
		if got := does(t, newPerson(), script).More(); got != want {
			t.Errorf("%s: %v", script, got)
		}
	}
}
