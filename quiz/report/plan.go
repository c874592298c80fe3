package report

import (
	"fmt"
	"strings"
	"time"

	"waymark/quiz/session"
)

// PlanFact says how far a plan is: one done, two open.
func PlanFact(p session.Plan) string {
	done, open := p.Open()
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
