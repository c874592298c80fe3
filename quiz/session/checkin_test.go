package session_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"waymark/quiz/session"
	"waymark/stages"
)

// TestCheckIn tells of each script what came of its last action, and the plan that is kept then. A step takes two
// weeks, and 1296000 seconds are fifteen days: it is overdue then, on 21 April.
func TestCheckIn(t *testing.T) {
	const (
		due    = "toggle a|wait 1296000|check"
		twoDue = "toggle a|toggle b|wait 1296000|check"
		ruth   = "write mentor Ruth|"
	)
	for _, test := range []struct{ script, came, plan string }{
		// a step that is done
		{due, "check-in step a", "a"},
		{due + "|reply done", "check-in evidence a (plan)", "a done"},
		{due + "|reply done|evidence Lyon", "check-in next (plan)", `a done "Lyon"`},
		{due + "|reply done|evidence", "check-in next (plan)", "a done"},
		{"toggle a|write step/a Lyon|wait 1296000|check|reply done|evidence", "check-in next (plan)", `a done "Lyon"`},
		{due + "|reply done|evidence|reply next-on 1", "plan HaveCheckedIn (plan)", "a done, 2026-05-19"},
		{due + "|reply done|evidence|reply next-on 4", "plan HaveCheckedIn (plan)", "a done"},
		{"checkin|" + due + "|reply done|evidence|reply next-on 4", "plan HaveCheckedIn (plan)", "a done"},
		// one that isn't, and what is in its way
		{due + "|reply under-way", "check-in evidence a (plan)", "a begun"},
		{due + "|reply under-way|evidence Half", "check-in in the way a (plan)", `a begun "Half"`},
		{due + "|reply not-begun", "check-in in the way a (plan)", "a"},
		{due + "|reply not-begun|reply nothing", "check-in next (plan)", "a by 2026-05-05"},
		{due + "|reply not-begun|reply no-time", "check-in next (plan)", "a by 2026-05-19"},
		{due + "|reply not-begun|reply no-chance", "check-in next (plan)", "a by 2026-05-05"}, // there's no other step
		{due + "|reply not-begun|reply place", "check-in next (plan)", "a by 2026-05-05"},
		{due + "|reply not-begun|reply wrong-step", "check-in next (plan)", "without a"},
		{due + "|reply dropped", "check-in next (plan)", "without a"},
		{"toggle a|wait 604800|check|reply not-begun|reply nothing", "check-in next (plan)", "a"}, // it has a week yet
		{"toggle a|wait 604800|check|reply not-begun|reply no-time", "check-in next (plan)", "a by 2026-05-18"},
		{"toggle a|wait 1209600|check|reply not-begun|reply nothing", "check-in next (plan)", "a by 2026-05-04"}, // due today
		// the mentor
		{ruth + "check", "check-in mentor", "Ruth"},
		{ruth + "check|reply talked", "check-in next (plan)", "Ruth, talk 2026-04-20"},
		{ruth + "check|reply talked 1", "check-in next (plan)", "Ruth, talk 2026-05-04"},
		{ruth + "check|reply talked 2", "check-in next (plan)", "Ruth"},
		{ruth + "check|reply not-talked", "check-in next (plan)", "Ruth, talk 2026-04-13"},
		{ruth + "check|reply not-talked 1", "check-in next (plan)", "Ruth"},
		{ruth + "talk|check", "check-in next", "Ruth, talk 2026-04-09"}, // it lies ahead
		{ruth + "talk|wait 259200|check", "check-in mentor", "Ruth, talk 2026-04-09"},
		{ruth + "talk|wait 259200|check|reply talked 2", "check-in next (plan)", "Ruth"},
		// which steps
		{"check", "check-in next", ""},
		{"toggle a|done a|wait 1296000|check", "check-in next", "a done"},
		{"toggle a|check", "check-in next", "a"}, // not due
		{"toggle a|toggle b|move step/a 9|move step/b 7|move check-in 1|wait 604800|check", "check-in step b", "a by 2026-06-22, b by 2026-06-08, 2026-04-13"},
		{"toggle a|toggle b|move step/a 9|move step/b 7|move check-in 1|wait 604800|check|reply done|evidence", "check-in next (plan)", "a by 2026-06-22, b done by 2026-06-08, 2026-04-13"},
		{"toggle a|toggle b|move step/a 3|wait 604800|check|reply done|evidence", "check-in next (plan)", "a by 2026-05-11, b done"},
		{twoDue + "|reply done|evidence", "check-in step b (plan)", "a done, b"},
		{"toggle a|toggle b|move step/b -1|wait 1296000|check", "check-in step b", "a, b by 2026-04-13"}, // due first
		{"toggle a|toggle b|toggle c|toggle d|wait 1296000|check|reply done|reply done|reply under-way|reply not-begun", "check-in next (plan)", "a done, b done, c begun by 2026-05-05, d by 2026-05-05"},
		// at most five questions: without room to ask why, a step that is due gets two weeks more
		{twoDue + "|reply not-begun|reply nothing|reply not-begun", "check-in in the way b (plan)", "a by 2026-05-05, b"},
		{ruth + twoDue + "|reply not-begun|reply nothing|reply not-begun", "check-in mentor (plan)", "a by 2026-05-05, b by 2026-05-05, Ruth"},
		{ruth + "toggle a|wait 1296000|toggle b|move step/b -1|check|reply not-begun|reply nothing|reply under-way", "check-in mentor (plan)", "a by 2026-05-05, b begun by 2026-04-28, Ruth"},
		{ruth + twoDue + "|reply under-way|evidence Half", "check-in step b (plan)", `a begun by 2026-05-05 "Half", b, Ruth`},
		{"toggle a|toggle b|toggle c|wait 1296000|check|reply not-begun|reply nothing|reply not-begun|reply not-begun", "check-in next (plan)", "a by 2026-05-05, b by 2026-05-05, c by 2026-05-05"},
		{ruth + "toggle a|toggle b|toggle c|toggle d|wait 1296000|check|reply done|reply done|reply done", "check-in mentor (plan)", "a done, b done, c done, d, Ruth"},
		// back, later, and broken off
		{due + "|reconsider", "here FirstQuestion", "a"},
		{due + "|reply done|reconsider", "check-in step a (plan)", "a"},
		{due + "|reply done|evidence Lyon|reconsider", "check-in evidence a (plan)", "a done"},
		{due + "|reply not-begun|reply wrong-step|reconsider|reply nothing", "check-in next (plan)", "a by 2026-05-05"},
		{due + "|reply not-now", "before CheckInMoved (plan)", "a, 2026-04-28"},
		{due + "|reply done|break-off", "before", "a done"},
		{due + "|reply done|break-off|evidence Lyon", "here", "a done"},
		{due + "|break-off|reconsider", "here FirstQuestion", "a"},
		{due + "|reply done|write mentor Ruth|evidence Lyon", "here", "a done, Ruth"}, // another change of the plan ends it
		{due + "|reply done|typing step/a Ly|evidence Lyon", "check-in next (plan drafts)", `a done "Lyon"`},
		{due + "|fail plan|reply done", "here ReplyTo failed", "a"},
	} {
		t.Run(test.script, func(t *testing.T) {
			p := does(t, newPerson(), test.script)
			if got := p.came(); got != test.came {
				t.Errorf("came %q, want %q", got, test.came)
			}
			if got := plan(p.store.Plan); got != test.plan || plan(p.Plan) != got {
				t.Errorf("plan %q, want %q", got, test.plan)
			}
			if c := p.Checking; c != nil && c.Asked >= session.MostAsked {
				t.Errorf("%d questions before this one", c.Asked)
			}
		})
	}
}

// TestCheckInAsksFive counts the questions, those for a line of evidence too.
func TestCheckInAsksFive(t *testing.T) {
	p := does(t, newPerson(), "write mentor Ruth|toggle a|toggle b|wait 1296000|check")
	var asked []string
	for _, reply := range []string{"done", "", "not-begun", "talked", "next-on"} {
		later := slices.ContainsFunc(p.Replies(p.clock), func(r session.Reply) bool { return r.Says == session.NotNow })
		if later != p.Checking.First() {
			t.Errorf("at question %d it can wait: %v", p.Checking.Asked+1, later)
		}
		asked = append(asked, fmt.Sprintf("%d %s%s", p.Checking.Asked, p.Checking.Topic, p.Checking.Step))
		if reply == "" {
			does(t, p, "evidence")
			continue
		}
		does(t, p, "reply "+reply)
	}
	if got := strings.Join(asked, ", "); got != "0 stepa, 1 evidencea, 2 stepb, 3 mentor, 4 next" || p.Checking != nil {
		t.Errorf("asked %s; then %+v", got, p.Checking)
	}
}

// TestCheckInHistory keeps what was said, once for each check-in.
func TestCheckInHistory(t *testing.T) {
	p := does(t, newPerson(), "write mentor Ruth|toggle a|toggle b|wait 1296000|check|reply not-begun|reconsider|reply not-begun|reply no-time|reply done|reply talked 1|reply next-on")
	later, talked := p.clock.AddDate(0, 0, 28), true
	want := []session.CheckedIn{{At: p.clock, Talked: &talked, Steps: []session.CheckedStep{
		{Step: "a", Went: session.StepNotBegun, InTheWay: session.NoTime, Moved: &later}, {Step: "b", Went: session.StepDone}}}}
	if !reflect.DeepEqual(p.store.Plan.CheckIns, want) {
		t.Errorf("%+v", p.store.Plan.CheckIns)
	}
	does(t, p, "wait 2419200|check|reply dropped|reply talked|reply next-on")
	if all := p.store.Plan.CheckIns; len(all) != 2 || !reflect.DeepEqual(all[0], want[0]) || all[1].Steps[0].Went != session.StepUnwanted || !*all[1].Talked {
		t.Errorf("%+v", all)
	}
}

// TestCheckInLogsWhatItMoves where there's no room to ask why, too.
func TestCheckInLogsWhatItMoves(t *testing.T) {
	p := does(t, newPerson(), "write mentor Ruth|toggle a|toggle b|wait 1296000|check|reply not-begun|reply nothing|reply under-way")
	steps := p.store.Plan.CheckIns[0].Steps
	if by := p.store.Plan.Items[1].By; by == nil || steps[1].Moved == nil || !steps[1].Moved.Equal(*by) {
		t.Errorf("moved to %v, and the check-in says %+v", by, steps[1])
	}
}

// TestSwap puts another step of the same strand in the place of one that there is no chance for, or that the place
// is in the way of. What was noted of the other stays.
func TestSwap(t *testing.T) {
	c := catalog()
	for i, s := range c.Steps[:len(c.Steps):len(c.Steps)] {
		s.ID += fmt.Sprint("-", i)
		c.Steps = append(c.Steps, s)
	}
	p := does(t, newPerson().open(c), half+"|answer a|answer a") // which ranks steps of both strands in turn
	r := p.Results[stages.Stages]
	var ofTrust []*stages.Step
	for _, a := range r.Ranked(p.Bank, p.Results, session.Plan{}) {
		if a.Strand == "trust" {
			ofTrust = append(ofTrust, a.Words)
		}
	}
	if len(ofTrust) < 3 {
		t.Fatalf("%d steps of trust", len(ofTrust))
	}
	take := func(s *stages.Step) {
		p.Session, p.event, p.err = session.Perform(p.Session, session.ToggleStep{Step: *s, At: p.clock}, p.store)
	}
	take(ofTrust[0])
	does(t, p, "write step/"+ofTrust[0].ID+" Asked Ruth|wait 5184000|check|reply not-begun")
	replies := map[session.Says]string{}
	for _, r := range p.Replies(p.clock) {
		if r.Swap != nil {
			replies[r.Says] = r.Swap.ID
		}
	}
	if want := map[session.Says]string{session.NoChanceYet: ofTrust[1].ID, session.PlaceInWay: ofTrust[2].ID}; !reflect.DeepEqual(replies, want) {
		t.Errorf("swaps %v, want %v", replies, want)
	}
	does(t, p, "reply no-chance")
	if got, want := plan(p.store.Plan), ofTrust[1].ID+", without "+ofTrust[0].ID; got != want || p.store.Plan.Dropped[0].Evidence != "Asked Ruth" || !p.store.Plan.Items[0].Added.Equal(p.clock) {
		t.Errorf("plan %q, want %q", got, want)
	}
	does(t, p, "reconsider|break-off|check|reply dropped|reply next-on")
	take(ofTrust[1])
	does(t, p, "wait 5184000|check|reply not-begun")
	for _, r := range p.Replies(p.clock) { // of those that were dropped, none comes back
		if r.Swap != nil && r.Swap.ID == ofTrust[0].ID {
			t.Errorf("%s swaps for a step that was dropped", r.Says)
		}
	}
}

// TestBegun is the day on which a step was first under way.
func TestBegun(t *testing.T) {
	p := does(t, newPerson(), "toggle a|wait 1296000|check|reply under-way|break-off|wait 86400|check|reply under-way")
	if got := p.store.Plan.Items[0].Begun; !got.Equal(p.clock.AddDate(0, 0, -1)) {
		t.Errorf("begun %v", got)
	}
}

// TestCheckInDue goes by the calendar where the person is, and stands first on home.
func TestCheckInDue(t *testing.T) {
	sydney := time.FixedZone("Sydney", 10*3600)
	set := time.Date(2026, 4, 6, 20, 0, 0, 0, time.UTC) // the 7th in Sydney
	for now, want := range map[time.Time]bool{
		time.Date(2026, 4, 6, 23, 0, 0, 0, sydney): false, time.Date(2026, 4, 7, 0, 0, 0, 0, sydney): true, time.Date(2026, 5, 7, 0, 0, 0, 0, sydney): true,
		time.Date(2026, 4, 6, 1, 0, 0, 0, time.UTC): true, time.Date(2026, 4, 5, 23, 0, 0, 0, time.UTC): false,
	} {
		if got := (session.Plan{CheckIn: &set}).CheckInDue(now); got != want {
			t.Errorf("%v: %v", now, got)
		}
	}
	if (session.Plan{}).CheckInDue(today) {
		t.Error("due without a day")
	}
}

// TestCheckInReadOnly refuses all that changes the plan.
func TestCheckInReadOnly(t *testing.T) {
	p := does(t, newPerson(), "toggle a|wait 1296000|check")
	p.ReadOnly = true
	for _, script := range []string{"check", "reply done", "evidence Lyon", "reconsider", "talk"} {
		if came := does(t, p, script).came(); came != "here OtherWindow" {
			t.Errorf("%s: %s", script, came)
		}
	}
	if came := does(t, p, "break-off").came(); came != "before" {
		t.Error(came)
	}
}

// TestPlanJSON has names that stay: an earlier file opens, and a later one says what it holds.
func TestPlanJSON(t *testing.T) {
	p := does(t, newPerson(), "write mentor Ruth|toggle a|wait 1296000|check|reply under-way|evidence|reply wrong-step|reply talked|reply next-on")
	data, err := json.Marshal(p.store.Plan)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"talk":"2026-05-05T12:00:00Z"`, `"begun":"2026-04-21T12:00:00Z"`, `"dropped":[{"step":`, `"check_ins":[{"at":"2026-04-21T12:00:00Z","steps":[{"step":"a","title":"","went":"under-way","in_the_way":"wrong-step"}],"talked":true}]`} {
		if !strings.Contains(string(data), want) {
			t.Errorf("no %s in %s", want, data)
		}
	}
}
