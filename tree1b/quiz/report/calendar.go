package report

import (
	"fmt"
	"io"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// PlanCalendar writes the days of a plan for a calendar, as all-day events without alarms (RFC 5545): when an open
// step is due, the next talk with the mentor, the next check-in. It reports whether there is any. An event keeps its
// id, so that a calendar that takes it in again moves it.
func (e Export) PlanCalendar(out io.Writer, now time.Time) (dated bool, err error) {
	c := ics.NewCalendar()
	primary, _, _ := strings.Cut(e.language(), "-")
	c.SetProductId("-//Waymark//Waymark//" + strings.ToUpper(primary))
	c.SetMethod(ics.MethodPublish)
	add := func(id string, day *time.Time, title, about string) {
		if day == nil {
			return
		}
		dated = true
		event := c.AddEvent(id + "@waymark")
		event.SetDtStampTime(now)
		y, m, d := day.In(now.Location()).Date()
		event.SetAllDayStartAt(time.Date(y, m, d, 0, 0, 0, 0, time.UTC))
		event.SetAllDayEndAt(time.Date(y, m, d+1, 0, 0, 0, 0, time.UTC))
		event.SetSummary("Waymark: " + stages.OneLine(title))
		event.SetTimeTransparency(ics.TransparencyTransparent) // the day stays free
		if about != "" {
			event.SetDescription(about)
		}
	}
	for _, i := range e.Plan.Items {
		if due := i.Due(); i.Done == nil {
			add("step-"+i.Step.ID, &due, locale.Sprintf("due: %s", i.Step.Title), stepAbout(i))
		}
	}
	add("mentor", e.Plan.Talk, locale.Text("talk with your mentor"), stages.OneLine(e.Plan.Mentor))
	add("check-in", e.Plan.CheckIn, locale.Text("check in on your plan"), locale.Text("Run waymark. It takes about two minutes."))
	_, err = io.WriteString(out, c.Serialize())
	return dated, err
}

// stepAbout is what a calendar tells of a step.
func stepAbout(i session.Item) string {
	var out []string
	for _, p := range StepBrief(i.Step) {
		if p.Text != "" {
			out = append(out, fmt.Sprintf("%s: %s", p.Label, stages.OneLine(p.Text)))
		}
	}
	return strings.Join(out, "\n")
}
