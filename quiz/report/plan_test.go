package report_test

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// planned is a plan with steps that are done, and steps that are open.
func planned(done, open int) session.Plan {
	p := session.Plan{}
	for i := range done + open {
		item := session.Item{Step: advice("craft", 2), Added: day}
		if i < done {
			at := day.AddDate(0, 0, 22)
			item.Done = &at
		}
		p.Items = append(p.Items, item)
	}
	return p
}

func TestPlanText(t *testing.T) {
	var out strings.Builder
	if err := exported(catalog(), example).PlanText(&out, 70, day.AddDate(0, 0, 25)); err != nil {
		t.Fatal(err)
	}
	golden.RequireEqual(t, []byte(out.String()))
}

func TestPlanFact(t *testing.T) {
	for _, row := range []struct {
		done, open int
		words      string
	}{
		{0, 0, "empty"}, {0, 2, "two open"}, {1, 0, "one done"}, {1, 2, "one done, two open"}, {13, 1, "13 done, one open"},
	} {
		if got := report.PlanFact(planned(row.done, row.open)); got != row.words {
			t.Errorf("%q, want %q", got, row.words)
		}
	}
	p := planned(1, 1)
	if got := report.PlanItemFact(p.Items[0]) + ", " + report.PlanItemFact(p.Items[1]); got != "done on 3 April, by 9 April" {
		t.Error(got)
	}
}

// What is said of a step and of a plan on a day goes by the date that a step was moved to.
func TestPlanOnADay(t *testing.T) {
	p := planned(1, 2)
	later := day.AddDate(0, 0, 35)
	p.Items[1].By = &later
	for _, row := range []struct {
		after      int // days
		moved, own string
		fact, next string
	}{
		{0, "by 16 April, in five weeks", "by 9 April, in four weeks", "one done, two open", "by 9 April, in four weeks"},
		{27, "by 16 April, in eight days", "by 9 April, tomorrow", "one done, two open", "by 9 April, tomorrow"},
		{28, "by 16 April, in seven days", "due today", "one done, two open", "due today"},
		{29, "by 16 April, in six days", "overdue since 9 April", "one done, two open, one overdue", "overdue since 9 April"},
		{40, "overdue since 16 April", "overdue since 9 April", "one done, two open, two overdue", "overdue since 9 April"},
	} {
		now := day.AddDate(0, 0, row.after)
		if moved, own := report.PlanItemWhen(p.Items[1], now), report.PlanItemWhen(p.Items[2], now); moved != row.moved || own != row.own {
			t.Errorf("after %d days %q and %q", row.after, moved, own)
		}
		if fact := report.PlanFactOn(p, now); fact != row.fact {
			t.Errorf("after %d days %q", row.after, fact)
		}
		reached, next := report.PlanReached(p, now)
		if want := "Next comes \"Show your next design yourself\", " + row.next + "."; reached != "One done." || next != want {
			t.Errorf("after %d days %q %q", row.after, reached, next)
		}
	}
	if when := report.PlanItemWhen(p.Items[0], day); when != "done on 3 April" {
		t.Error(when)
	}
	if reached, next := report.PlanReached(planned(2, 0), day); reached+" "+next != "Two done. That's everything in your plan." {
		t.Error(reached, next)
	}
	p.CheckIn = &later
	for row, want := range map[session.PlanRow]string{session.CheckIn: "check in on 16 April, in five weeks", session.Mentor: "", "step/gone": ""} {
		if got := report.PlanRowWhen(p, row, day); got != want {
			t.Errorf("%s: %q", row, got)
		}
	}
	var out strings.Builder
	if err := (report.Export{Plan: p}).PlanText(&out, 120, day.AddDate(0, 0, 29)); err != nil || !strings.Contains(out.String(), "yourself: overdue since 9 April 2026. This week:") ||
		!strings.Contains(out.String(), "yourself: by 16 April 2026. This week:") {
		t.Errorf("%v:\n%s", err, out.String())
	}
}

// A plan is there as soon as anything stands in it.
func TestEmptyPlan(t *testing.T) {
	for _, row := range []struct {
		plan session.Plan
		text string
	}{
		{session.Plan{}, "  Nothing in your plan yet. You add steps from a result. Run waymark, and press Space on a step to add it.\n"},
		{planned(0, 1), "Your plan: one open\n\n  [ ] Show your next design yourself: by 9 April 2026. This week: Ask for ten minutes in the next review.\n"},
		{session.Plan{Mentor: "Ruth"}, "Your plan: empty\n\nHow to stay on track\n\n  - Mentor: Ruth\n  - Framework: none yet: which career ladder do you use?\n  - Next check-in: no date yet\n"},
		{session.Plan{Framework: "SFIA"}, "Your plan: empty\n\nHow to stay on track\n\n  - Mentor: none yet: who is it, and when's your next talk?\n  - Framework: SFIA\n"},
		{session.Plan{CheckIn: &day}, "Your plan: empty\n"},
	} {
		e := report.Export{Plan: row.plan}
		var out strings.Builder
		if err := e.PlanText(&out, 120, day); err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(out.String(), row.text) || e.NoPlan() != strings.HasPrefix(row.text, "  Nothing") {
			t.Errorf("%s\nwant\n%s", out.String(), row.text)
		}
		out.Reset()
		e.Result.Snapshot = *catalog()
		if err := e.Markdown(&out); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(out.String(), "## Your plan"); got == e.NoPlan() {
			t.Errorf("in the export: %v", got)
		}
	}
}

func TestPlanRows(t *testing.T) {
	p := planned(0, 1)
	p.CheckIn = &day
	for _, row := range []struct {
		row       session.PlanRow
		now       time.Time
		name, ask string
		text      string
	}{
		{session.Mentor, day, "Mentor", "Your mentor, and when you next talk", "none yet: who is it, and when's your next talk?"},
		{session.Framework, day, "Framework", "The ladder or framework you use", "none yet: which career ladder do you use?"},
		{session.CheckIn, day.AddDate(0, 0, -1), "Next check-in", "", "12 March 2026, tomorrow"},
		{session.CheckIn, time.Time{}, "Next check-in", "", "12 March 2026"}, // in what is kept, nothing is near
	} {
		name, text := report.PlanExtra(p, row.row, row.now)
		if name != row.name || text != row.text {
			t.Errorf("%q: %q, want %q: %q", name, text, row.name, row.text)
		}
		if ask := report.PlanAsk(row.row); row.ask != "" && ask != row.ask {
			t.Errorf("asks %q, want %q", ask, row.ask)
		}
	}
	if ask := report.PlanAsk(p.Rows()[0]); ask != "What happened, and who noticed?" {
		t.Errorf("asks %q of a step", ask)
	}
}

func TestGuidance(t *testing.T) {
	c := &stages.Catalog{}
	for _, id := range []string{"mentor", "framework", "date"} {
		c.Guidance = append(c.Guidance, stages.Guide{ID: id, Have: "Have a " + id + ".", Get: "Get a " + id + ".", First: "First."})
	}
	none, all := session.Plan{}, session.Plan{Mentor: "Ruth", Framework: "SFIA", CheckIn: &day}
	for row, id := range map[session.PlanRow]string{session.Mentor: "mentor", session.Framework: "framework", session.CheckIn: "date"} {
		if got := report.Guidance(c, none, row); got != "Get a "+id+". First." {
			t.Errorf("without a %s: %s", id, got)
		}
		if got := report.Guidance(c, all, row); got != "Have a "+id+"." {
			t.Errorf("with a %s: %s", id, got)
		}
		if got := report.Guidance(&stages.Catalog{}, all, row); got != "" {
			t.Errorf("content without guidance: %s", got)
		}
	}
}

// A day that was set in another place is told by the calendar where the person is now, as whether it's due is.
func TestDaysAreToldWhereThePersonIs(t *testing.T) {
	east := time.FixedZone("east", 9*60*60)
	now := time.Date(2026, 4, 6, 20, 0, 0, 0, time.UTC)
	for set, want := range map[time.Time][]string{
		time.Date(2026, 4, 7, 0, 0, 0, 0, east): {"due today", "none yet: who is it, and when's your next talk?; talk on 6 April, today"},
		time.Date(2026, 4, 6, 0, 0, 0, 0, east): {"due since 5 April 2026", "none yet: who is it, and when's your next talk?; talk due since 5 April 2026"},
		time.Date(2026, 4, 8, 0, 0, 0, 0, east): {"7 April 2026, tomorrow", "none yet: who is it, and when's your next talk?; talk on 7 April, tomorrow"},
	} {
		p := session.Plan{CheckIn: &set, Talk: &set}
		for i, row := range []session.PlanRow{session.CheckIn, session.Mentor} {
			if _, text := report.PlanExtra(p, row, now); text != want[i] {
				t.Errorf("%s: %q, want %q", set, text, want[i])
			}
		}
	}
}
