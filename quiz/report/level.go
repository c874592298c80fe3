package report

import (
	"fmt"
	"slices"

	"waymark/stages"
)

// LevelName returns the name of a level.
func LevelName(c *stages.Catalog, level int) string { return c.Levels[level-1].Name }

// LevelParts is the page of a level: what it is, what keeps people there, what the next one asks.
func LevelParts(l stages.Level) []Part {
	next := "What next"
	if l.Level < stages.Levels {
		next = fmt.Sprintf("Level %d asks", l.Level+1)
	}
	parts := []Part{{"What it is", l.About}, {"How it feels", l.Feels}, {"Relied on for", l.ReliedOn}, {"The trap", l.Trap},
		{next, l.Next}, {"Worth keeping", l.Keep}}
	return slices.DeleteFunc(parts, func(p Part) bool { return p.Text == "" })
}

// level is the page of the level, where there is one to name.
func (e Export) level(to renderer) {
	r := e.Result.Placement
	if r.Level == nil || r.Certainty() == stages.Unclear {
		return
	}
	l := e.Result.Snapshot.Levels[*r.Level-1]
	to.heading(2, fmt.Sprintf("Level %d, %s", *r.Level, l.Name))
	to.list(false, items(LevelParts(l))...)
}
