package tui

import (
	"strings"

	"waymark/quiz/report"
)

// The marks, each one column wide, and so is its fallback.
const (
	markCursor    = "›"
	markBack      = "‹"
	markAnswer    = string(report.MarkPassed) // passed; the answer given
	markAhead     = string(report.MarkAhead)
	markYou       = string(report.MarkYou)
	markNeighbour = string(report.MarkNeighbour)
	markShared    = "◉"
	markLook      = "!"
	markFailed    = "×"
	markOpen      = "□"
	markTicked    = "■"

	lineHeavy    = string(report.WayTravelled)
	lineLight    = string(report.WayAhead)
	lineDotted   = string(report.WayOpen)
	lineAgainst  = "╍"
	lineUpright  = "│"
	crossReached = "┿"
	crossAhead   = "┼"
	tick         = "┴"
	tickApart    = "┷"
	separator    = " · "
	ellipsis     = "…"
)

// asciiMarks turns a finished sheet into one for terminals that cannot show the marks. Nothing moves:
// each fallback is as wide as what it stands for.
var asciiMarks = strings.NewReplacer(
	markCursor, ">", markBack, "<", markAnswer, "*", markAhead, "o", markYou, "@", markNeighbour, "?", markShared, "&", markFailed, "X",
	markOpen, "_", markTicked, "x", lineHeavy, "=", lineLight, "-", lineDotted, ".", lineAgainst, "#",
	crossReached, "+", crossAhead, "+", tick, "+", tickApart, "+", "·", "|", ellipsis, "~",
	"↑", "^", "↓", "v", "←", "<", "→", ">",
	"┃", "|", "┛", "+", "┓", "+", "▁", "1", "▂", "2", "▄", "3", "▆", "4", "█", "5",
	"╭", "+", "╮", "+", "╰", "+", "╯", "+", lineUpright, "|",
	"“", `"`, "”", `"`, "‘", "'", "’", "'", "–", "-", "—", "-",
)

// ASCII turns a text that is printed into one for terminals that cannot show the marks.
func ASCII(text string) string { return asciiMarks.Replace(text) }
