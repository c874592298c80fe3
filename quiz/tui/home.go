package tui

import (
	"slices"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// homeResult is the dashboard of someone who comes back: where they are, what moved, and what is due; and what it
// comes down to where there is less room.
func (m Model) homeResult(last session.Result) [][]line {
	short := paint(m.palette.focal, wrap(report.Short(&last.Snapshot, last.Placement), m.layout.text))
	path, now, air := m.path(last.Placement), m.cfg.Now(), []line{{}}
	if !m.layout.roomy {
		hello := welcomed(report.WelcomeBackShort(m.session, now), m.layout.text)
		if last.Placement.Certainty() == stages.Unclear { // the words are long, and the rows need the room
			path = nil
		}
		return [][]line{slices.Concat(hello, short, path)}
	}
	hello, names := welcomed(report.WelcomeBack(m.session, now), m.layout.text), m.pathNames(&last.Snapshot, last.Placement)
	var told []line
	if !m.layout.wide { // else it stands beside the path
		told = paint(m.palette.quiet, wrap(locale.Sprintf("Taken on %s.", report.Date(last.Saved))+" "+m.result.shown.Moved(), m.layout.text))
		told = slices.Concat(air, told)
	}
	heads := [][]line{slices.Concat(hello, short, air, path, names, told), slices.Concat(hello, short, air, path, told),
		slices.Concat(hello, short, air, path), slices.Concat(hello, short, path), slices.Concat(hello, short), short}
	if week := m.homeWeek(last); len(week) > 0 && !m.layout.wide {
		heads = append([][]line{slices.Concat(heads[0], air, week), slices.Concat(heads[1], air, week)}, heads...)
	}
	return heads
}

// homeWeek is what to do this week, unless a check-in will ask about it; else what comes next in the plan or, where
// nothing is in it, the first step.
func (m Model) homeWeek(last session.Result) []line {
	due, next, advised := m.session.Plan.NextDue(m.cfg.Now()), m.session.Plan.First(), last.Advised()
	switch {
	case m.session.Plan.CheckInDue(m.cfg.Now()):
	case due != nil:
		return m.labelled([]report.Part{{Label: locale.Text("This week"), Text: due.Step.First}}, m.layout.text)
	case next != nil:
		return m.labelled([]report.Part{{Label: locale.Text("Next step"), Text: next.Step.Title}}, m.layout.text)
	case len(advised) > 0:
		return m.labelled([]report.Part{{Label: locale.Text("First step"), Text: advised[0].Words.Title}}, m.layout.text)
	}
	return nil
}

// welcomed is a greeting as lines; none where there is no greeting.
func welcomed(hello string, width int) []line {
	if hello == "" {
		return nil
	}
	return lines(wrap(hello, width)...)
}
