package report

import (
	"io"
	"slices"
	"strings"
	"time"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// PlanFact says how far a plan is: one done, two open.
func PlanFact(p session.Plan) string {
	done, open := p.Count()
	still := locale.Plural(open, "one open", "%s open", Number(open))
	switch {
	case done+open == 0:
		return locale.Text("empty")
	case done == 0:
		return still
	case open == 0:
		return stepsDone(done)
	}
	return stepsDone(done) + ", " + still
}

func stepsDone(n int) string { return locale.Plural(n, "one done", "%s done", Number(n)) }

// PlanFactOn is [PlanFact] on a day, with what is overdue then.
func PlanFactOn(p session.Plan, now time.Time) string {
	if late := PlanOverdue(p, now); late != "" {
		return PlanFact(p) + ", " + late
	}
	return PlanFact(p)
}

// PlanOverdue is what is overdue on a day; empty where nothing is.
func PlanOverdue(p session.Plan, now time.Time) string {
	if late := p.Overdue(now); late > 0 {
		return locale.Plural(late, "one overdue", "%s overdue", Number(late))
	}
	return ""
}

// PlanReached says what of a plan is done, and what comes next.
func PlanReached(p session.Plan, now time.Time) (reached, next string) {
	done, _ := p.Count()
	reached = Capital(stepsDone(done)) + "."
	first := p.First()
	if first == nil {
		return reached, locale.Text("That's everything in your plan.")
	}
	return reached, locale.Sprintf("Next comes \"%s\", %s.", first.Step.Title, PlanItemWhen(*first, now))
}

// EmptyPlan is said of a plan without a step.
const EmptyPlan locale.Message = "Nothing in your plan yet. You add steps from a result."

// NoPlan reports whether nothing was planned yet.
func (e Export) NoPlan() bool {
	return len(e.Plan.Items) == 0 && e.Plan.Mentor == "" && e.Plan.Framework == "" && e.Plan.CheckIn == nil
}

// PlanText writes the plan for a terminal of a width, as of a day.
func (e Export) PlanText(out io.Writer, width int, now time.Time) error {
	t := &textRenderer{width: width}
	if e.NoPlan() {
		t.para(EmptyPlan.String(), locale.Text("Run waymark, and press Space on a step to add it."))
	}
	e.plan(t, 1, now)
	e.notes(t, 2)
	_, err := io.WriteString(out, t.String())
	return err
}

// plan tells what was taken on. Days are told from now, unless the text is to be kept, when now is zero.
func (e Export) plan(to renderer, level int, now time.Time) {
	if e.NoPlan() {
		return
	}
	to.heading(level, locale.Sprintf("Your plan: %s", PlanFact(e.Plan)))
	var steps, extras []listItem
	for _, i := range e.Plan.Items {
		steps = append(steps, planItem(i, now))
	}
	to.list(false, steps...)
	for _, row := range []session.PlanRow{session.Mentor, session.Framework, session.CheckIn} {
		name, text := PlanExtra(e.Plan, row, now)
		extras = append(extras, listItem{label: name, text: text})
	}
	to.heading(level+1, locale.Text("How to stay on track"))
	to.list(false, extras...)
	e.planPast(to, level+1)
}

// mostPastShown is how many of the last check-ins the plan tells.
const mostPastShown = 3

// planPast tells what was dropped, and the last check-ins, the latest first.
func (e Export) planPast(to renderer, level int) {
	var dropped, checked []listItem
	for _, i := range e.Plan.Dropped {
		dropped = append(dropped, listItem{text: i.Step.Title, quote: i.Evidence})
	}
	for _, c := range slices.Backward(e.Plan.CheckIns) {
		if len(checked) < mostPastShown {
			checked = append(checked, listItem{label: Date(c.At), text: CheckedIn(c)})
		}
	}
	if len(dropped) > 0 {
		to.heading(level, locale.Text("Dropped"))
		to.list(false, dropped...)
	}
	if len(checked) > 0 {
		to.heading(level, locale.Text("Check-ins"))
		to.list(false, checked...)
	}
}

// LastCheckIns are what came of the last check-ins, the latest first, a line each.
func LastCheckIns(p session.Plan) Part {
	var told []string
	for _, c := range slices.Backward(p.CheckIns[max(0, len(p.CheckIns)-mostPastShown):]) {
		told = append(told, Date(c.At)+": "+CheckedIn(c))
	}
	return Part{locale.Text("Check-ins"), strings.Join(told, "\n")}
}

func planItem(i session.Item, now time.Time) listItem {
	out := listItem{box: openBox, label: i.Step.Title, quote: i.Evidence}
	switch {
	case i.Done != nil:
		out.box, out.text = tickedBox, locale.Sprintf("done on %s.", Date(*i.Done))
		return out
	case !now.IsZero() && i.Overdue(now):
		out.text = locale.Sprintf("overdue since %s", Date(i.Due()))
	default:
		out.text = locale.Sprintf("by %s", Date(i.Due()))
	}
	out.text += ". " + thisWeek(i)
	return out
}

// thisWeek says what to do about an open step, and since when it's under way.
func thisWeek(i session.Item) string {
	out := locale.Sprintf("This week: %s", i.Step.First)
	if i.Begun != nil {
		return locale.Sprintf("Under way since %s.", Day(*i.Begun)) + " " + out
	}
	return out
}

// PlanExtra is what carries a plan: the name of a row, and what stands in it. Days are told from now, unless
// the text is to be kept, when now is zero.
func PlanExtra(p session.Plan, row session.PlanRow, now time.Time) (name, text string) {
	switch row {
	case session.Mentor:
		return locale.Text("Mentor"), or(p.Mentor, locale.Text("none yet: who is it, and when's your next talk?")) + talkOn(p, now)
	case session.Framework:
		return locale.Text("Framework"), or(p.Framework, locale.Text("none yet: which career ladder do you use?"))
	}
	switch {
	case p.CheckIn == nil && !now.IsZero() && p.Overdue(now) > 0: // which a check-in asks about
		text = locale.Text("due now")
	case p.CheckIn == nil:
		text = locale.Text("no date yet")
	case now.IsZero():
		text = Date(*p.CheckIn)
	case p.CheckInDue(now):
		text = dueSince(*p.CheckIn, now)
	default:
		text = Date(p.CheckIn.In(now.Location())) + ", " + Until(now, *p.CheckIn)
	}
	return locale.Text("Next check-in"), text
}

// dueSince says since when a day that has come is due.
func dueSince(day, now time.Time) string {
	if session.DaysTo(now, day) == 0 {
		return locale.Text("due today")
	}
	return locale.Sprintf("due since %s", Date(day.In(now.Location())))
}

// talkOn says when the next talk with the mentor is, behind who that is.
func talkOn(p session.Plan, now time.Time) string {
	switch {
	case p.Talk == nil:
		return ""
	case now.IsZero():
		return "; " + locale.Sprintf("talk on %s", Date(*p.Talk))
	}
	return "; " + talkWhen(p, now)
}

// talkWhen is the day of the next talk with the mentor, on a day.
func talkWhen(p session.Plan, now time.Time) string {
	day := p.Talk.In(now.Location())
	if session.DaysTo(now, day) < 0 {
		return locale.Sprintf("talk due since %s", Date(day))
	}
	return locale.Sprintf("talk on %s, %s", Day(day), Until(now, day))
}

// PlanAsk is what is asked where one writes into a row of the plan.
func PlanAsk(row session.PlanRow) string {
	switch row {
	case session.Mentor:
		return locale.Text("Your mentor, and when you next talk")
	case session.Framework:
		return locale.Text("The ladder or framework you use")
	}
	return locale.Text("What happened, and who noticed?")
}

// Guidance is what the content says of a row of the plan to a person who has filled it in, or not.
func Guidance(c *stages.Catalog, p session.Plan, row session.PlanRow) string {
	id, has := string(row), p.Text(row) != ""
	if row == session.CheckIn {
		id, has = "date", p.CheckIn != nil
	}
	i := slices.IndexFunc(c.Guidance, func(g stages.Guide) bool { return g.ID == id })
	switch {
	case i < 0:
		return ""
	case has:
		return c.Guidance[i].Have
	}
	g := c.Guidance[i]
	return strings.TrimSpace(g.Why + " " + g.Get + " " + g.First)
}

// PlanItemFact says by when a step of the plan is to be done, or when it was.
func PlanItemFact(i session.Item) string {
	if i.Done != nil {
		return locale.Sprintf("done on %s", Day(*i.Done))
	}
	return locale.Sprintf("by %s", Day(i.Due()))
}

// PlanItemWhen is [PlanItemFact] on a day: how far off the date is, or that it is over.
func PlanItemWhen(i session.Item, now time.Time) string {
	due := i.Due().In(now.Location())
	switch {
	case i.Done != nil:
		return PlanItemFact(i)
	case i.Overdue(now):
		return locale.Sprintf("overdue since %s", Day(due))
	case session.DaysTo(now, due) == 0:
		return locale.Text("due today")
	}
	return locale.Sprintf("by %s, %s", Day(due), Until(now, due))
}

// PlanRowWhen is the day of a row that has one, in words; else empty.
func PlanRowWhen(p session.Plan, row session.PlanRow, now time.Time) string {
	switch i := p.Item(row); {
	case i >= 0:
		return PlanItemWhen(p.Items[i], now)
	case row == session.CheckIn && p.CheckIn != nil:
		return locale.Sprintf("check in on %s, %s", Day(*p.CheckIn), Until(now, *p.CheckIn))
	case row == session.Mentor && p.Talk != nil:
		return talkWhen(p, now)
	}
	return ""
}

// TakeOutAsk is said before a step is removed that holds something of the person's.
const TakeOutAsk locale.Message = "This removes your notes on it too."
