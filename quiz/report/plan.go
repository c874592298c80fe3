package report

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"waymark/quiz/session"
	"waymark/stages"
)

// NothingPlanned is said where nothing was taken on yet.
const NothingPlanned = "Nothing in your plan yet. Steps come from a result; Space puts one here."

// PlanFact says how far a plan is: one done, two open.
func PlanFact(p session.Plan) string {
	done, open := p.Count()
	switch {
	case done+open == 0:
		return "empty"
	case done == 0:
		return Number(open) + " open"
	case open == 0:
		return Number(done) + " done"
	}
	return fmt.Sprintf("%s done, %s open", Number(done), Number(open))
}

// Weeks writes a number of weeks.
func Weeks(n int) string { return fmt.Sprintf("%d %s", n, plural(n, "week", "weeks")) }

// Day writes a day of this or the next year as 12 March.
func Day(t time.Time) string { return t.Format("2 January") }

// Until says how far off a day is.
func Until(now, then time.Time) string {
	day := func(t time.Time) time.Time { y, m, d := t.Date(); return time.Date(y, m, d, 12, 0, 0, 0, time.UTC) }
	switch days := int(day(then).Sub(day(now)).Hours() / 24); {
	case days < 0:
		return "past"
	case days == 0:
		return "today"
	case days == 1:
		return "tomorrow"
	case days < 14:
		return fmt.Sprintf("in %s days", Number(days))
	default:
		return fmt.Sprintf("in %s weeks", strings.TrimSpace(Number(days/7)))
	}
}

// NoPlan reports whether nothing was planned yet.
func (e Export) NoPlan() bool {
	return len(e.Plan.Items) == 0 && e.Plan.Mentor == "" && e.Plan.Framework == "" && e.Plan.CheckIn == nil
}

// plan tells what was taken on. Days are told from now, unless the text is to be kept, when now is zero.
func (e Export) plan(p renderer, level int, now time.Time) {
	if e.NoPlan() {
		if level == 1 {
			p.para("Nothing in your plan yet. Steps come from a result: run waymark, and put one in with Space.")
		}
		return
	}
	p.heading(level, "Your plan: "+PlanFact(e.Plan))
	var items []listItem
	for _, i := range e.Plan.Items {
		items = append(items, planItem(i))
	}
	p.list(false, items...)
	p.heading(level+1, "What carries it")
	p.list(false, planExtras(e.Plan, now)...)
}

func planItem(i session.Item) listItem {
	out := listItem{box: openBox, label: i.Step.Title, quote: i.Evidence,
		text: fmt.Sprintf("by %s. This week: %s", Date(i.Due()), i.Step.First)}
	if i.Done != nil {
		out.box, out.text = tickedBox, fmt.Sprintf("done on %s.", Date(*i.Done))
	}
	return out
}

func planExtras(p session.Plan, now time.Time) []listItem {
	var out []listItem
	for _, row := range []session.PlanRow{session.Mentor, session.Framework, session.CheckIn} {
		name, text := PlanExtra(p, row, now)
		out = append(out, listItem{label: name, text: text})
	}
	return out
}

// PlanExtra is what carries a plan: the name of a row, and what stands in it. Days are told from now, unless
// the text is to be kept, when now is zero.
func PlanExtra(p session.Plan, row session.PlanRow, now time.Time) (name, text string) {
	switch row {
	case session.Mentor:
		return "Mentor", or(p.Mentor, "none yet: who, and when do you next talk?")
	case session.Framework:
		return "Framework", or(p.Framework, "none yet: which ladder do you two talk about?")
	}
	text = "none yet"
	if p.CheckIn != nil {
		text = Date(*p.CheckIn)
		if !now.IsZero() {
			text += ", " + Until(now, *p.CheckIn)
		}
	}
	return "Check in", text
}

// PlanAsk is what is asked where one writes into a row of the plan.
func PlanAsk(row session.PlanRow) string {
	switch row {
	case session.Mentor:
		return "Your mentor, and when you next talk"
	case session.Framework:
		return "The ladder or framework you use"
	}
	return "What came of it, and who saw it?"
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
		return "done on " + Day(*i.Done)
	}
	return "by " + Day(i.Due())
}

func or(text, otherwise string) string {
	if clean(text) == "" {
		return otherwise
	}
	return text
}
