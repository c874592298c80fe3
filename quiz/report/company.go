package report

import (
	"slices"
	"strings"
	"time"

	"waymark/quiz/session"
	"waymark/stages"
)

// Company are the rows after the steps of a plan: the mentor, the framework and the date to check in,
// each with the id of what the content says of it.
func Company(p session.Plan, now time.Time) []Choice {
	items := planCompany(p, now)
	ids := []Deed{"mentor", "framework", "date"}
	out := make([]Choice, len(items))
	for i, it := range items {
		out[i] = Choice{Deed: ids[i], Name: it.label, Detail: it.text}
	}
	return out
}

// Guidance is what the content says of a mentor, a framework or a date to somebody who has one, or not.
func Guidance(c *stages.Catalog, id string, has bool) string {
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

// Toggled says what became of a step that was put into the plan, or taken out.
func Toggled(had, has bool) string {
	switch {
	case had && has:
		return "This step is done, and stays in your plan."
	case has:
		return "In your plan."
	}
	return "Out of your plan."
}
