package tui

import "strings"

// The marks, each one column wide, and so is its fallback.
const (
	markCursor    = "›"
	markAnswer    = "●" // passed; the answer given
	markAhead     = "○"
	markYou       = "◆"
	markNeighbour = "◇" // the neighbour, or what the answers speak for
	markLook      = "!"
	markFailed    = "×"
	markOpen      = "□"
	markTicked    = "■"

	lineHeavy    = "━" // travelled
	lineLight    = "─" // ahead
	lineDotted   = "┄" // open
	crossReached = "┿"
	crossAhead   = "┼"
	separator    = " · "
	ellipsis     = "…"
)

// asciiMarks turns a finished sheet into one for terminals that cannot show the marks. Nothing moves:
// each fallback is as wide as what it stands for.
var asciiMarks = strings.NewReplacer(
	markCursor, ">", markAnswer, "*", markAhead, "o", markYou, "@", markNeighbour, "?", markFailed, "X",
	markOpen, "_", markTicked, "x", lineHeavy, "=", lineLight, "-", lineDotted, ".",
	crossReached, "+", crossAhead, "+", "·", "|", ellipsis, "~",
	"↑", "^", "↓", "v", "←", "<", "→", ">",
	"“", `"`, "”", `"`, "‘", "'", "’", "'", "–", "-", "—", "-",
)
