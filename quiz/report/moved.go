package report

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// Moved says what has changed since the result before: the level, then the strands that both assess, and which of that may be
// chance. It is empty where one of them has no level.
func Moved(before, now session.Result) string {
	if moved := moves(before, now); moved != "" {
		return fmt.Sprintf("%s: %s", sinceDay(before), moved)
	}
	return ""
}

func sinceDay(r session.Result) string { return locale.Sprintf("Since %s", Date(r.Saved)) }

// moves is [Moved] without the day.
func moves(before, now session.Result) string {
	d := session.Between(before, now, session.Plan{})
	return movesIn(d, levelByChance(d))
}

// movesIn is [moves] of a difference, with whether that of the level may be chance.
func movesIn(d session.Difference, chance bool) string {
	switch {
	case d.Level == nil:
		return ""
	case d.Level.By() != 0:
		return movesWith(levelChange(d.Level.By()), d, chance)
	case len(eachMove(d, chance)) > 0:
		return movesWith("", d, chance)
	case sameStrands(d.Before, d.Now):
		return locale.Text("level and strands are as they were.")
	}
	return locale.Text("the level is as it was.")
}

// movesWith is what the level did, in words that are given, and each strand that moved, with what of that may be chance.
func movesWith(level string, d session.Difference, chance bool) string {
	chance = chance && d.Level.By() != 0
	moved, perhaps := strandChanges(d)
	firm, may := strings.Join(moved, ", "), strings.Join(perhaps, ", ")
	switch {
	case chance && firm == "" && may != "":
		return locale.Sprintf("%[1]s; %[2]s; all may be chance.", level, may)
	case chance:
		level = locale.Sprintf("%s, which may be chance", level)
	}
	switch {
	case may == "":
	case firm == "":
		firm = locale.Sprintf("%s, which may be chance", may)
	default:
		firm = locale.Sprintf("%[1]s; perhaps by chance %[2]s", firm, may)
	}
	return strings.Trim(level+"; "+firm, "; ") + "."
}

// eachMove is what has moved between two results that have a level, each thing on its own: the level first, then the strands, those
// that may have moved by chance last.
func eachMove(d session.Difference, chance bool) []string {
	var moved []string
	if by := d.Level.By(); by != 0 {
		moved = append(moved, mayBeChance(levelChange(by), chance))
	}
	firm, perhaps := strandChanges(d)
	for _, strand := range perhaps {
		firm = append(firm, mayBeChance(strand, true))
	}
	return append(moved, firm...)
}

// mayBeChance says of a move that it may be none, where it may.
func mayBeChance(move string, chance bool) string {
	if chance {
		return locale.Sprintf("%s (may be chance)", move)
	}
	return move
}

// sameStrands reports whether the same strands have a level in two results: where they don't, there's more to tell than what moved.
func sameStrands(before, now session.Result) bool {
	assessed := func(r stages.Placement) (ids []string) {
		for _, s := range r.Strands {
			if s.Level != nil {
				ids = append(ids, s.ID)
			}
		}
		return ids
	}
	return slices.Equal(assessed(before.Placement), assessed(now.Placement))
}

// levelChange says by how many levels someone moved: up two levels.
func levelChange(by int) string {
	if by > 0 {
		return locale.Plural(by, "up one level", "up %s levels", Number(by))
	}
	return locale.Plural(-by, "down one level", "down %s levels", Number(-by))
}

// strandChange is [levelChange] along a strand: craft up two.
func strandChange(name string, by int) string {
	if by > 0 {
		return locale.Plural(by, "%[1]s up one", "%[1]s up %[2]s", name, Number(by))
	}
	return locale.Plural(-by, "%[1]s down one", "%[1]s down %[2]s", name, Number(-by))
}

// Due says when a step is due: overdue by 3 days, due today, due in two days.
func Due(i session.Item, now time.Time) string {
	due := i.Due()
	if late := session.DaysTo(now, due); late < 0 {
		return locale.Plural(-late, "overdue by %d day", "overdue by %d days", -late)
	}
	return locale.Sprintf("due %s", Until(now, due))
}

// SurveyLine is the result of a survey in a few words: the road that pulls most, or how many sides of the
// workplace do what.
func SurveyLine(r session.Result) string {
	if r.Assessment == stages.Crossroads {
		return topRoad(r)
	}
	against, helps := windCounts(r)
	switch {
	case helps+against == 0:
		return locale.Text("neither helps nor holds you back")
	case against == 0:
		return locale.Plural(helps, "one thing helps you", "%s things help you", Number(helps))
	case helps == 0:
		return locale.Plural(against, "one thing holds you back", "%s things hold you back", Number(against))
	}
	return locale.Plural(helps, "one thing helps", "%s things help", Number(helps)) + ", " + holdBack(against)
}

func holdBack(n int) string {
	return locale.Plural(n, "one holds you back", "%s hold you back", Number(n))
}

func topRoad(r session.Result) string {
	name := appealing(r)
	if name == "" {
		return locale.Text("no road appeals much right now")
	}
	if n := roadsAlike(r); n > 1 {
		return alikeLine(n)
	}
	switch score, _ := r.Scores.Axis(Roads(r)[0].PullAxis()); {
	case score < pulls:
		return locale.Sprintf("%s appeals a bit", name)
	case score < pullsALot:
		return locale.Sprintf("%s appeals most", name)
	}
	return locale.Sprintf("%s appeals a lot", name)
}

// appealing is the name of the road that appeals most; empty where none does.
func appealing(r session.Result) string {
	roads := Roads(r)
	if len(roads) == 0 {
		return ""
	}
	if score, known := r.Scores.Axis(roads[0].PullAxis()); !known || score < pullsALittle {
		return ""
	}
	return roads[0].Name
}
