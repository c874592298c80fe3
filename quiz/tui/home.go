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
	brief := slices.Concat(hello, short)
	if held := report.Held(last); held != "" {
		short = append(short, paint(m.palette.quiet, wrap(held, m.layout.text))...)
	}
	heads := [][]line{slices.Concat(hello, short, air, path, names), slices.Concat(brief, air, path, names), slices.Concat(brief, air, path),
		slices.Concat(brief, path), brief, brief[len(hello):]}
	if m.layout.wide { // the pane says the rest
		return heads
	}
	whole, week := heads[0], m.homeWeek(last)
	both := append([]report.Part{{Label: locale.Text("Strands"), Text: report.StrandLevels(last)}}, week...)
	for _, parts := range [][]report.Part{week, both} {
		if told := m.labelled(onlyParts(parts, nil), m.layout.text); len(told) > 0 {
			heads = append([][]line{slices.Concat(whole, air, told)}, heads...)
		}
	}
	return heads
}

// homeWeek is what to do this week, unless a check-in will ask about it; else what comes next in the plan or, where
// nothing is in it, the first step.
func (m Model) homeWeek(last session.Result) []report.Part {
	due, next, advised := m.session.Plan.NextDue(m.cfg.Now()), m.session.Plan.First(), last.Advised()
	switch {
	case m.session.Plan.CheckInDue(m.cfg.Now()):
	case due != nil:
		return []report.Part{{Label: locale.Text("This week"), Text: due.Step.First}}
	case next != nil:
		return []report.Part{{Label: locale.Text("Next step"), Text: next.Step.Title}}
	case len(advised) > 0:
		return []report.Part{{Label: locale.Text("First step"), Text: advised[0].Words.Title}}
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
