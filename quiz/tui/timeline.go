package tui

import (
	"strings"
	"time"

	"charm.land/lipgloss/v2"

	"waymark/quiz/report"
	"waymark/quiz/session"
)

// timeline is the scale on which the days of a plan are drawn, one under the other.
type timeline struct {
	from  time.Time // its first day
	today int       // the column of today
	week  float64   // columns a week
	width int
}

const (
	mostPast   = 8 // weeks before today that are drawn
	widestWeek = 16
)

// newTimeline fits the days of a plan into a width: a week is as wide as goes.
func newTimeline(p session.Plan, now time.Time, width int) timeline {
	from, last := now, now
	for _, i := range p.Items {
		switch {
		case i.Done != nil:
			continue
		case i.Added.Before(from):
			from = i.Added.In(now.Location())
		}
		if i.Due().After(last) {
			last = i.Due()
		}
	}
	if earliest := now.AddDate(0, 0, -7*mostPast); from.Before(earliest) {
		from = earliest
	}
	t := timeline{from: from, width: width}
	t.week = min(widestWeek, float64(width-1)/(float64(session.DaysTo(from, last))/7))
	t.today = t.at(now)
	return t
}

// at is the column of a day; one off the scale is at its end.
func (t timeline) at(day time.Time) int {
	days := float64(session.DaysTo(t.from, day))
	return max(0, min(t.width-1, int(days*t.week/7+.5)))
}

// timeOf draws a step that's open: heavy from the day it was taken on to today, light to the day it is due; where that is over,
// heavy to it and dotted from there to today.
func (m Model) timeOf(t timeline, i session.Item, now time.Time) string {
	heavy := func(n int, mark string) string {
		return m.palette.accent.Render(strings.Repeat(lineHeavy, max(0, n)) + mark)
	}
	added, due := min(t.at(i.Added), t.today), t.at(i.Due())
	lead := strings.Repeat(" ", added)
	switch {
	case i.Overdue(now):
		due = max(added, min(due, t.today-1))
		over := markAhead + strings.Repeat(lineDotted, max(0, t.today-due-1))
		if t.today == 0 {
			over = ""
		}
		return lead + heavy(due-added, "") + m.palette.rule.Render(over) + heavy(0, markYou)
	case due <= t.today:
		return lead + heavy(t.today-added, markYou)
	}
	return lead + heavy(t.today-added, markYou) + m.palette.rule.Render(strings.Repeat(lineLight, due-t.today-1)+markAhead)
}

// timed draws a step that's open with the day it is due at its end.
func (m Model) timed(t timeline, i session.Item) line {
	now := m.cfg.Now()
	when := report.PlanItemWhen(i, now)
	if !i.Overdue(now) {
		when = m.palette.quiet.Render(when)
	}
	return line{text: m.timeOf(t, i, now) + "  " + when}
}

// ownTime draws a step by itself, on a scale of its own, in so many columns.
func (m Model) ownTime(i session.Item, width int) line {
	now := m.cfg.Now()
	width -= len("  ") + lipgloss.Width(report.PlanItemWhen(i, now))
	return m.timed(newTimeline(session.Plan{Items: []session.Item{i}}, now, width), i)
}

// timing is how a plan draws its steps in time.
type timing struct {
	scale timeline
	all   bool // each that's open, with its day; else only the one under the cursor, whose day is beside its title
	below bool // with a blank line there, where a text follows
}

// timing draws as much as there is room for, wherever the cursor is, so that no line comes or goes as it moves. What stands stays as
// a step unfolds.
func (m Model) timing() timing {
	now := m.cfg.Now()
	const indent = 4
	bare := timing{scale: newTimeline(m.session.Plan, now, m.layout.text-indent)}
	dated := timing{scale: newTimeline(m.session.Plan, now, m.layout.text-indent-m.datesWidth()), all: true}
	parted := dated
	parted.below = true
	m.plan.whole = false
	for _, t := range []timing{parted, dated} {
		if m.layout.roomy && m.timingFits(t, true) {
			return t
		}
	}
	if m.layout.roomy && m.timingFits(dated, false) {
		return dated
	}
	return bare
}

// timingFits reports whether the plan has room for it with the cursor on each of its steps, with blank lines between these or without.
func (m Model) timingFits(t timing, loose bool) bool {
	for on := range m.session.Plan.Items {
		if rows := m.planPageRows(on, t); !m.layout.holds(page{rows: rows}, loose) {
			return false
		}
	}
	return true
}

// datesWidth is how wide the days of the steps that are open are, with what parts them from the lines of time.
func (m Model) datesWidth() int {
	wide := 0
	for _, i := range m.session.Plan.Items {
		if i.Done == nil {
			wide = max(wide, lipgloss.Width("  "+report.PlanItemWhen(i, m.cfg.Now())))
		}
	}
	return wide
}

// planTime is the line of time of a step, between the title and a text, if one follows.
func (m Model) planTime(item session.Item, t timing, on, follows bool) []line {
	const indent = "    "
	switch {
	case !m.layout.roomy || item.Done != nil || !t.all && !on:
		return nil
	case !t.all:
		return []line{{on: on, text: indent + m.timeOf(t.scale, item, m.cfg.Now())}}
	}
	out := []line{{on: on, text: indent + m.timed(t.scale, item).text}}
	if (t.below || m.plan.whole && on) && follows {
		out = append(out, line{})
	}
	return out
}
