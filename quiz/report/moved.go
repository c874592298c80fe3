package report

import (
	"fmt"
	"strings"
	"time"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// Moved says what has changed since the result before: the level, then the strands that both assess. It is empty
// where one of them has no level.
func Moved(before, now session.Result) string {
	if moved := moves(before, now); moved != "" {
		return fmt.Sprintf("%s: %s", sinceDay(before), moved)
	}
	return ""
}

func sinceDay(r session.Result) string { return locale.Text("Since ") + Date(r.Saved) }

func moves(before, now session.Result) string {
	b, n := before.Placement, now.Placement
	if b.Level == nil || n.Level == nil {
		return ""
	}
	var moved []string
	if by := *n.Level - *b.Level; by != 0 {
		moved = append(moved, direction(by)+" "+levels(by))
	}
	old := map[string]*int{}
	for _, s := range b.Strands {
		old[s.ID] = s.Level
	}
	for _, s := range n.Strands {
		if was := old[s.ID]; was != nil && s.Level != nil && *was != *s.Level {
			by := *s.Level - *was
			moved = append(moved, fmt.Sprintf("%s %s %s", StrandName(&now.Snapshot, s.ID), direction(by), Number(max(by, -by))))
		}
	}
	if len(moved) == 0 {
		return locale.Text("nothing has changed.")
	}
	return strings.Join(moved, ", ") + "."
}

func direction(by int) string {
	if by > 0 {
		return "up"
	}
	return "down"
}

func levels(by int) string {
	by = max(by, -by)
	return Number(by) + " " + plural(by, "level", "levels")
}

// Due says when a step is due: overdue by 3 days, due today, due in two days.
func Due(i session.Item, now time.Time) string {
	due := i.Due().In(now.Location())
	if late := days(now, due); late < 0 {
		return locale.Sprintf("overdue by %d %s", -late, plural(-late, "day", "days"))
	}
	return locale.Text("due ") + Until(now, due)
}

// SurveyLine is the result of a survey in a few words: the road that pulls most, or how many sides of the
// workplace do what.
func SurveyLine(r session.Result) string {
	if r.Assessment == stages.Crossroads {
		return topRoad(r)
	}
	helps, against := 0, 0
	for _, w := range r.Snapshot.Surroundings.Winds {
		switch score, known := r.Scores.Axis(w.ID); {
		case known && score >= stages.TailwindFrom:
			helps++
		case known && score <= stages.HeadwindTo:
			against++
		}
	}
	switch {
	case helps+against == 0:
		return locale.Text("neither helps nor holds you back")
	case against == 0:
		return Number(helps) + " " + plural(helps, "thing helps you", "things help you")
	case helps == 0:
		return Number(against) + " " + plural(against, "thing holds you back", "things hold you back")
	}
	return locale.Sprintf("%s %s, %s %s you back", Number(helps), plural(helps, "thing helps", "things help"), Number(against), plural(against, "holds", "hold"))
}

func topRoad(r session.Result) string {
	roads := Roads(r)
	if len(roads) == 0 {
		return locale.Text("no road appeals to you")
	}
	switch score, known := r.Scores.Axis(roads[0].PullAxis()); {
	case !known || score < pullsALittle:
		return locale.Text("no road appeals to you")
	case score < pulls:
		return roads[0].Name + locale.Text(" appeals a bit")
	case score < pullsClearly:
		return roads[0].Name + locale.Text(" appeals most")
	}
	return roads[0].Name + locale.Text(" appeals a lot")
}
