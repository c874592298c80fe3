package session_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"waymark/quiz/session"
	"waymark/stages"
)

// plan is a plan in a line: its steps, what carries it, and the day.
func plan(p session.Plan) string {
	var out []string
	for _, i := range p.Items {
		text := i.Step.ID
		if i.Done != nil {
			text += " done"
		}
		if i.Begun != nil {
			text += " begun"
		}
		if i.By != nil {
			text += " by " + i.By.Format(time.DateOnly)
		}
		if i.Evidence != "" {
			text += fmt.Sprintf(" %q", i.Evidence)
		}
		out = append(out, text)
	}
	for _, text := range []string{p.Mentor, p.Framework} {
		if text != "" {
			out = append(out, text)
		}
	}
	if p.Talk != nil {
		out = append(out, "talk "+p.Talk.Format(time.DateOnly))
	}
	if p.CheckIn != nil {
		out = append(out, p.CheckIn.Format(time.DateOnly))
	}
	for _, i := range p.Dropped {
		out = append(out, "without "+i.Step.ID)
	}
	return strings.Join(out, ", ")
}

// TestPlan tells of each script what came of its last action, and the plan that is kept then.
func TestPlan(t *testing.T) {
	for _, test := range []struct{ script, came, plan string }{
		{"toggle a", "here StepTaken (plan)", "a"},
		{"toggle a|toggle b", "here StepTaken (plan)", "a, b"},
		{"toggle a|toggle b|toggle a", "here StepDropped (plan)", "b"},
		{"toggle a|done a", "here ItemDone (plan)", "a done"},
		{"toggle a|toggle b|done b", "here ItemDone (plan)", "a, b done"},
		{"toggle a|done a|done a", "here (plan)", "a"},
		{"toggle a|done a|toggle a", "here StepFinished", "a done"},
		{"toggle a|write step/a Lyon|toggle a", "here StepNoted", `a "Lyon"`},
		{"toggle a|typing step/a Ly|toggle a", "here StepNoted", "a"},
		{"toggle a|done b", "here", "a"},
		{"toggle a|toggle b|out a", "here StepDropped (plan)", "b"},
		{"toggle a|write step/a Lyon|done a|out a", "here StepDropped (plan)", ""},
		{"toggle a|typing step/a Ly|out a", "here StepDropped (plan drafts)", ""},
		{"toggle a|out b", "here", "a"},
		{"toggle a|move step/a 1", "here DateMoved (plan)", "a by 2026-04-27"},
		{"toggle a|move step/a 1|move step/a -1", "here DateMoved (plan)", "a by 2026-04-20"},
		{"toggle a|move step/a -1|move step/a -1", "here DateMoved (plan)", "a by 2026-04-06"},
		{"toggle a|move step/a -1|move step/a -1|move step/a -1", "here DateStays", "a by 2026-04-06"},
		{"toggle a|wait 1036800|move step/a -1", "here DateMoved (plan)", "a by 2026-04-18"}, // two days before: to today
		{"toggle a|wait 1728000|move step/a -1", "here DateStays", "a"},                      // over: it can't go back
		{"toggle a|wait 1728000|move step/a 1", "here DateMoved (plan)", "a by 2026-05-03"},  // a week from today
		{"toggle a|move step/a 51", "here DateMoved (plan)", "a by 2027-04-05"},              // a year at most
		{"toggle a|move step/a 51|move step/a 1", "here DateStays", "a by 2027-04-05"},
		{"toggle a|move step/a 1|done a|move step/a 1", "here", "a done by 2026-04-27"},
		{"toggle a|move step/b 1", "here", "a"},
		{"move mentor 1", "here", ""},
		{"move check-in 1", "here DateMoved (plan)", "2026-04-13"},
		{"move check-in 1|move check-in 2", "here DateMoved (plan)", "2026-04-27"},
		{"move check-in -1", "here DateStays", ""},
		{"toggle road-product|toggle talk-voice|toggle road-product", "here StepDropped (plan)", "talk-voice"},
		{"write mentor Ruth, in May", "here (plan)", "Ruth, in May"},
		{"write framework SFIA", "here (plan)", "SFIA"},
		{"write mentor Ruth|move mentor 1", "here DateMoved (plan)", "Ruth, talk 2026-04-13"},
		{"write mentor Ruth|move mentor 1|move mentor 1", "here DateMoved (plan)", "Ruth, talk 2026-04-20"},
		{"write mentor Ruth|talk", "here (plan)", "Ruth, talk 2026-04-09"},
		{"write mentor Ruth|talk|write mentor", "here (plan)", ""}, // no talk with nobody
		{"write mentor Ruth|talk|write mentor Ada", "here (plan)", "Ada, talk 2026-04-09"},
		{"toggle a|write step/a Lyon", "here (plan)", `a "Lyon"`},
		{"toggle a|toggle b|write step/b Lyon", "here (plan)", `a, b "Lyon"`},
		{"write mentor Ruth|write mentor", "here (plan)", ""},
		{"write mentor Ruth|write mentor  Ruth ", "here", "Ruth"},
		{"write step/gone Lyon", "here (plan)", ""},
		{"typing mentor Ruth", "here (drafts)", ""},
		{"typing mentor Ruth|write mentor Ruth", "here (plan drafts)", "Ruth"},
		{"write mentor Ruth|typing mentor Rut|write mentor Ruth", "here (drafts)", "Ruth"},
	} {
		t.Run(test.script, func(t *testing.T) {
			p := does(t, newPerson(), test.script)
			if got := p.came(); got != test.came {
				t.Errorf("came %q, want %q", got, test.came)
			}
			if got := plan(p.store.Plan); got != test.plan || plan(p.Plan) != got {
				t.Errorf("plan %q, want %q", got, test.plan)
			}
			if saved := len(p.store.calls) > 0; p.event.Saved != saved {
				t.Errorf("saved %v, want %v", p.event.Saved, saved)
			}
		})
	}
}

// TestPlanItem keeps the words of a step and the clock of the actions.
func TestPlanItem(t *testing.T) {
	p := does(t, newPerson(), "wait 60|toggle a|wait 60|done a")
	item := p.Plan.Items[0]
	if item.Step.Weeks != 2 || !item.Added.Equal(today.Add(time.Minute)) || !item.Done.Equal(today.Add(2*time.Minute)) || !item.Due().Equal(item.Added.AddDate(0, 0, 14)) {
		t.Errorf("%+v", item)
	}
}

// TestOverdue goes by the calendar where the person is, and by the day moved to.
func TestOverdue(t *testing.T) {
	sydney := time.FixedZone("Sydney", 10*3600)
	added := time.Date(2026, 4, 6, 20, 0, 0, 0, time.UTC) // the 7th in Sydney
	later := added.AddDate(0, 0, 21)
	for _, test := range []struct {
		by, done *time.Time
		now      time.Time
		over     bool
	}{
		{nil, nil, time.Date(2026, 4, 21, 23, 0, 0, 0, sydney), false},
		{nil, nil, time.Date(2026, 4, 22, 0, 0, 0, 0, sydney), true},
		{nil, nil, time.Date(2026, 4, 20, 23, 0, 0, 0, time.UTC), false},
		{nil, &added, time.Date(2026, 5, 22, 0, 0, 0, 0, sydney), false},
		{&later, nil, time.Date(2026, 4, 22, 0, 0, 0, 0, sydney), false},
		{&later, nil, time.Date(2026, 4, 29, 0, 0, 0, 0, sydney), true},
	} {
		i := session.Item{Step: stages.Step{Weeks: 2}, Added: added, By: test.by, Done: test.done}
		if got := i.Overdue(test.now); got != test.over {
			t.Errorf("due %v, done %v: overdue %v on %v", i.Due(), i.Done, got, test.now)
		}
	}
}

// TestPlanRows names what can be written into: the steps in their order, then what carries the plan.
func TestPlanRows(t *testing.T) {
	p := does(t, newPerson(), "toggle a|toggle b|done b|write step/b Lyon|write mentor Ruth|write framework SFIA|checkin|typing step/a Paris|typing mentor Ru")
	want := []session.PlanRow{"step/a", "step/b", session.Mentor, session.Framework, session.CheckIn}
	if got := p.Plan.Rows(); !slices.Equal(got, want) {
		t.Errorf("rows %v", got)
	}
	var kept, typed []string
	for _, row := range want {
		kept, typed = append(kept, p.Plan.Text(row)), append(typed, p.PlanText(row))
	}
	if !slices.Equal(kept, []string{"", "Lyon", "Ruth", "SFIA", ""}) || !slices.Equal(typed, []string{"Paris", "Lyon", "Ru", "SFIA", ""}) {
		t.Errorf("kept %q, typed %q", kept, typed)
	}
	if done, open := p.Plan.Count(); done != 1 || open != 1 || p.Plan.Item("step/b") != 1 || p.Plan.Item(session.Mentor) != -1 || p.Plan.Has("gone") {
		t.Errorf("%d done, %d open", done, open)
	}
}

// TestCheckInDates are two, four, eight and twelve weeks ahead, at the same time of day.
func TestCheckInDates(t *testing.T) {
	var got []string
	for _, day := range session.CheckInDates(time.Date(2026, 3, 20, 9, 30, 0, 0, time.UTC)) {
		got = append(got, day.Format("2 Jan 15:04"))
	}
	if want := []string{"3 Apr 09:30", "17 Apr 09:30", "15 May 09:30", "12 Jun 09:30"}; !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
}

// advised makes steps in their order: a number of weeks each, with a star those that the result gave.
func advised(weeks string) []session.Advised {
	var out []session.Advised
	for i, w := range strings.Fields(weeks) {
		number, given := strings.CutSuffix(w, "*")
		var n int
		_, _ = fmt.Sscan(number, &n)
		out = append(out, session.Advised{NextStep: stages.NextStep{Step: fmt.Sprint(i)}, Words: &stages.Step{Weeks: n}, Given: given})
	}
	return out
}

// TestOffer shows as many steps as the result gave, then one more at a time, of those that take few enough weeks.
func TestOffer(t *testing.T) {
	another := func(times int) (o session.Offer) {
		for range times {
			o = o.Another()
		}
		return o
	}
	within := session.Offer{}.Within()
	for _, test := range []struct {
		ranked string
		offer  session.Offer
		shown  string
		more   bool
	}{
		{"6* 4* 2* 6 2", session.Offer{}, "012", true},
		{"6* 4* 2* 6 2", another(1), "0123", true},
		{"6* 4* 2* 6 2", another(2), "01234", false},
		{"6* 4* 2* 6 2", another(9), "01234", false},
		{"6* 4* 6 2", session.Offer{}, "01", true},
		{"6* 4* 2*", session.Offer{}, "012", false},
		{"6 4", session.Offer{}, "", true},
		{"", session.Offer{}, "", false},
		{"6* 4* 2* 6 2", within, "124", false},
		{"6* 4* 2* 6 2 2 2", within, "124", true},
		{"6* 5* 5* 6 4 4", within.Another(), "45", false},
		{"6* 4* 2* 6 2", within.Within(), "24", false},
		{"6* 6* 6*", within.Within(), "", false},
		{"6* 4* 2* 6 2", within.Within().Within(), "012", true},
		{"2* 2 2 2", within.Another().Within(), "0", true},
	} {
		steps, more := test.offer.Steps(advised(test.ranked))
		shown := ""
		for _, s := range steps {
			shown += s.Step
		}
		if shown != test.shown || more != test.more {
			t.Errorf("of %q, %+v shows %q, more %v", test.ranked, test.offer, shown, more)
		}
	}
	if weeks := []int{within.Weeks, within.Within().Weeks, within.Within().Within().Weeks}; !slices.Equal(weeks, []int{4, 2, 0}) {
		t.Errorf("limits %v", weeks)
	}
}

// TestRanked lists the steps of a result first, in the words it was given them, then others of the content.
func TestRanked(t *testing.T) {
	p := does(t, newPerson(), half+"|answer a b|answer a b")
	r := p.Results[stages.Stages]
	ids := func(list []session.Advised) string {
		var out []string
		for _, a := range list {
			text := a.Words.ID
			if a.Given {
				text += "*"
			}
			out = append(out, text+" "+a.Words.Title)
		}
		return strings.Join(out, ",")
	}
	c := catalog()
	for i := range c.Steps {
		c.Steps[i].Title = "new"
	}
	next := r.Placement.Next
	want := fmt.Sprintf("%s* ,%s* ,%s* ,trust-4-2 new", next[0].Step, next[1].Step, next[2].Step)
	if got := ids(r.Ranked(stages.NewBank(c), nil, session.Plan{})); got != want {
		t.Errorf("ranked %s, want %s", got, want)
	}
	if got := ids(r.Advised()); got != strings.Join(strings.Split(want, ",")[:3], ",") {
		t.Errorf("advised %s", got)
	}
	c.Steps, r.Snapshot.Steps = nil, r.Snapshot.Steps[:1]
	if got := ids(r.Ranked(stages.NewBank(c), nil, session.Plan{})); got != r.Snapshot.Steps[0].ID+"* " || len(r.Advised()) != 1 {
		t.Errorf("without words %s", got)
	}
}

// TestUndone advises what is still to be done: where a step is done, the next one that fits takes its place, as long as
// the content is the one that was answered; and a step done before isn't advised anew for the same answers.
func TestUndone(t *testing.T) {
	c := catalog()
	for i, s := range c.Steps[:len(c.Steps):len(c.Steps)] {
		s.ID += fmt.Sprint("-", i)
		c.Steps = append(c.Steps, s)
	}
	p := does(t, newPerson().open(c), half+"|answer a b|answer a b")
	advised := func(p *person) (ids []string) {
		for _, a := range p.Last()[stages.Stages].Advised() {
			ids = append(ids, a.Step)
		}
		return ids
	}
	first := advised(p)
	if len(first) != 3 {
		t.Fatalf("at first %v", first)
	}
	does(t, p, "toggle "+first[0])
	if got := advised(p); !slices.Equal(got, first) {
		t.Errorf("taken on: %v, want %v", got, first)
	}
	does(t, p, "done "+first[0])
	got := advised(p)
	if len(got) != 3 || slices.Contains(got, first[0]) {
		t.Errorf("done: %v, at first %v", got, first)
	}
	for _, a := range p.Last()[stages.Stages].Ranked(p.Bank, p.Results, p.Plan) {
		if a.Step == first[0] {
			t.Errorf("%s, which is done, is offered as another", a.Step)
		}
	}
	if again := advised(does(t, p, "done "+first[0])); !slices.Equal(again, first) {
		t.Errorf("not done after all: %v, want %v", again, first)
	}
	does(t, p, "done "+first[0])

	other := catalog()
	other.Version = "2"
	moved := &person{store: p.store, clock: p.clock}
	if got := advised(moved.open(other)); !slices.Equal(got, first[1:]) {
		t.Errorf("with other content: %v, want %v", got, first[1:])
	}
	left := session.Undone(p.Results, p.Plan, func() *stages.Bank { return nil })[stages.Stages]
	if got := len(left.Placement.Next); got != 2 || left.AllDone() {
		t.Errorf("without content: %d steps, all done %v", got, left.AllDone())
	}

	does(t, p, half+"|answer a b|answer a b")
	if kept := p.store.Saved.Results[1].Advised(); len(kept) != 3 || slices.ContainsFunc(kept, func(a session.Advised) bool { return a.Step == first[0] }) {
		t.Errorf("the same answers again: %v", kept)
	}
	for range len(c.Steps) {
		for _, id := range advised(p) {
			does(t, p, "toggle "+id+"|done "+id)
		}
	}
	if !p.Last()[stages.Stages].AllDone() || p.Results[stages.Stages].AllDone() {
		t.Errorf("all done: %v", advised(p))
	}
}

// TestAdded is what was written on a step with more added to it. Nothing of it is lost.
func TestAdded(t *testing.T) {
	for _, test := range []struct{ before, more, want string }{
		{"", "Lyon", "Lyon"}, {"Lyon", "Ruth saw it", "Lyon; Ruth saw it"}, {"Lyon.", "Ruth saw it", "Lyon. Ruth saw it"},
		{"Lyon!", "Ruth", "Lyon! Ruth"}, {"Lyon?", "Ruth", "Lyon? Ruth"}, {"Lyon; Ruth saw it", "Ruth saw it", "Lyon; Ruth saw it"},
	} {
		if got := session.Added(test.before, test.more); got != test.want {
			t.Errorf("%q and %q: %q, want %q", test.before, test.more, got, test.want)
		}
	}
	long := strings.Repeat("é", session.StepTextLimit+1)
	p := does(t, newPerson(), "toggle a|typing step/a "+long)
	if got := len([]rune(p.PlanText("step/a"))); got != session.StepTextLimit {
		t.Errorf("%d characters are typed", got)
	}
	does(t, p, "write step/a "+long+"|write mentor "+long)
	if a, ruth := len([]rune(p.Plan.Items[0].Evidence)), len([]rune(p.Plan.Mentor)); a != session.StepTextLimit || ruth != session.TextLimit {
		t.Errorf("%d characters on a step, %d of the mentor", a, ruth)
	}
	does(t, p, "write step/a Lyon|wait 1296000|check|reply done|evidence "+long)
	if got := len([]rune(p.Plan.Items[0].Evidence)); got != session.StepTextLimit {
		t.Errorf("%d characters at a check-in", got)
	}
}
