package report_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/apognu/gocal"

	"waymark/quiz/report"
	"waymark/quiz/session"
)

// calendar is the file of a plan.
func calendar(t *testing.T, p session.Plan, now time.Time) (string, bool) {
	t.Helper()
	var out strings.Builder
	dated, err := report.Export{Plan: p}.PlanCalendar(&out, now)
	if err != nil {
		t.Fatal(err)
	}
	return out.String(), dated
}

// TestPlanCalendar reads the file back by another library: what is open and has a day is an event of that day, by the
// calendar where the person is.
func TestPlanCalendar(t *testing.T) {
	p := planned(1, 1)
	p.Items[1].Step.Title = "Show one; then, with \\ a \"note\"\u202e\nin 工場, the next"
	talk, check := day.AddDate(0, 0, 50), time.Date(2026, 6, 30, 23, 0, 0, 0, time.UTC) // the day after in Sydney
	p.Talk, p.CheckIn, p.Mentor = &talk, &check, "Ruth, Lyon"
	sydney := time.FixedZone("Sydney", 10*3600)
	text, dated := calendar(t, p, day.In(sydney))
	from, to := day.AddDate(-1, 0, 0), day.AddDate(1, 0, 0)
	c := gocal.NewParser(strings.NewReader(text))
	c.Start, c.End = &from, &to
	if err := c.Parse(); err != nil || !dated {
		t.Fatal(err, dated)
	}
	var got []string
	for _, e := range c.Events {
		if e.RawStart.Params["VALUE"] != "DATE" || e.RawEnd.Params["VALUE"] != "DATE" || !e.Stamp.Equal(day) {
			t.Errorf("event %+v", e)
		}
		got = append(got, fmt.Sprintf("%s %s-%s %s", e.Uid, e.RawStart.Value, e.RawEnd.Value, e.Summary))
	}
	want := "step-craft-to-2@waymark 20260410-20260411 Waymark: due: Show one; then, with \\ a \"note\" in 工場, the next\n" +
		"mentor@waymark 20260502-20260503 Waymark: talk with your mentor\n" +
		"check-in@waymark 20260701-20260702 Waymark: check in on your plan"
	if got := strings.Join(got, "\n"); got != want {
		t.Errorf("events\n%s\nwant\n%s", got, want)
	}
	if about := c.Events[0].Description; !strings.Contains(about, "This week: Ask for ten minutes in the next review.") || c.Events[1].Description != "Ruth, Lyon" {
		t.Errorf("about %q", about)
	}
}

// TestPlanCalendarForm holds the file to RFC 5545: lines end in CRLF and have at most 75 octets, no character is cut
// in two, and nothing rings.
func TestPlanCalendarForm(t *testing.T) {
	p := planned(0, 1)
	p.Items[0].Step.First = strings.Repeat("Fragen Sie nach 工場 und é; dann, bitte, weiter. ", 12)
	text, _ := calendar(t, p, day)
	if strings.Count(text, "\n") != strings.Count(text, "\r\n") || !strings.HasSuffix(text, "END:VCALENDAR\r\n") {
		t.Errorf("line ends:\n%q", text)
	}
	for line := range strings.SplitSeq(text, "\r\n") {
		if len(line) > 75 || strings.ToValidUTF8(line, "") != line {
			t.Errorf("%d octets: %q", len(line), line)
		}
	}
	unfolded := strings.ReplaceAll(text, "\r\n ", "")
	for _, want := range []string{"DTSTAMP:20260312T", "UID:step-craft-to-2@waymark\r\n", `Fragen Sie nach 工場 und é\; dann\, bitte\, weiter.`, `weiter.\nWith:`, "METHOD:PUBLISH", "TRANSP:TRANSPARENT", "VERSION:2.0"} {
		if !strings.Contains(unfolded, want) {
			t.Errorf("no %q in\n%s", want, unfolded)
		}
	}
	if strings.Contains(text, "VALARM") {
		t.Error("it rings")
	}
	if again, _ := calendar(t, p, day); again != text {
		t.Error("the same plan makes another file")
	}
}

// TestPlanCalendarMoves keeps the id of an event whose day moves.
func TestPlanCalendarMoves(t *testing.T) {
	p := planned(0, 1)
	before, _ := calendar(t, p, day)
	later := day.AddDate(0, 0, 70)
	p.Items[0].By = &later
	after, _ := calendar(t, p, day)
	if !strings.Contains(before, "DATE:20260409") || strings.Contains(after, "DATE:20260409") || !strings.Contains(after, "DATE:20260521") || !strings.Contains(after, "UID:step-craft-to-2@waymark") {
		t.Errorf("before\n%s\nafter\n%s", before, after)
	}
	if _, dated := calendar(t, session.Plan{Mentor: "Ruth", Items: planned(1, 0).Items}, day); dated {
		t.Error("a plan without a day has one")
	}
}
