package tui

import (
	"slices"
	"strings"
	"time"

	"charm.land/lipgloss/v2"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
)

// timeline is the scale on which the days of a plan are drawn, one under the other.
type timeline struct {
	from, last time.Time // its first day and the last that is drawn
	today      int       // the column of today
	week       float64   // columns a week
	width      int
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
	if p.CheckIn != nil && p.CheckIn.After(last) {
		last = *p.CheckIn
	}
	if earliest := now.AddDate(0, 0, -7*mostPast); from.Before(earliest) {
		from = earliest
	}
	t := timeline{from: from, last: last, width: width}
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

// ownTime draws a step by itself, on a scale of its own, in so many columns.
func (m Model) ownTime(i session.Item, width int) string {
	now := m.cfg.Now()
	return m.timeOf(newTimeline(session.Plan{Items: []session.Item{i}}, now, width), i, now)
}

// timeLines puts the line of time under each step that's open, where there is room: under all, or only under the one that the
// cursor is on.
func (m Model) timeLines(p *page) {
	items, now := m.session.Plan.Items, m.cfg.Now()
	first := slices.IndexFunc(items, func(i session.Item) bool { return i.Done == nil })
	if !m.layout.roomy || first < 0 {
		return
	}
	t := newTimeline(m.session.Plan, now, m.layout.text-4)
	lines, folded := len(p.head)+1, m
	folded.plan.whole = false // what stands stays as a step unfolds
	for i, r := range p.rows {
		if i < len(items) {
			r = folded.planItem(i, items[i], i == p.at.cursor)
		}
		lines += len(r.lines)
	}
	free := m.layout.room(page{}) - lines - len(items) - 3
	all := free >= 0
	for i, item := range items {
		if item.Done != nil || !all && i != p.at.cursor {
			continue
		}
		l := line{text: "    " + m.timeOf(t, item, now)}
		r, at := &p.rows[i], []line{l}
		if i == first && all {
			at = append(at, line{text: m.palette.quiet.Render(m.timeScale(t))})
		}
		r.lines = slices.Insert(r.lines, 1, at...)
	}
	if c := m.session.Plan.CheckIn; c != nil && all {
		r := &p.rows[len(items)+2]
		r.lines = append(r.lines, line{text: "    " + m.timeOf(t, session.Item{Added: now, By: c}, now)})
	}
}

// timeScale names today and the last day of the scale, under their columns in the first line: over it, today would stand by the date
// that the step is due.
func (m Model) timeScale(t timeline) string {
	today, end := locale.Text("today"), report.Day(t.last)
	out := strings.Repeat(" ", 4+min(t.today, t.width-lipgloss.Width(today))) + today
	if gap := 4 + t.at(t.last) + 1 - lipgloss.Width(out) - lipgloss.Width(end); gap > 1 {
		out += strings.Repeat(" ", gap) + end
	}
	return out
}
