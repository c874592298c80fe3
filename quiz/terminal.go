package quiz

import (
	"os"
	"slices"
	"strings"

	"waymark/quiz/tui"

	"github.com/charmbracelet/x/term"
)

// atTerminal reports whether a person types what is read and sees what is written.
func (a *app) atTerminal() bool { return term.IsTerminal(a.in.Fd()) && term.IsTerminal(a.out.Fd()) }

// look is how the full screen draws on this terminal.
func (a *app) look() tui.Look {
	return tui.Look{Mouse: a.mouse, Colour: os.Getenv("NO_COLOR") == "", Dark: darkBackground(os.Getenv("COLORFGBG")), ASCII: !utf8Locale()}
}

// darkBackground reads $COLORFGBG, which some terminals set: the background is its last number, and those
// from 0 to 6 and 8 are dark. The terminal's own answer, when it comes, is preferred.
func darkBackground(colorfgbg string) *bool {
	_, bg, ok := strings.Cut(colorfgbg, ";")
	if !ok {
		return nil
	}
	bg = bg[strings.LastIndexByte(bg, ';')+1:]
	dark := slices.Contains([]string{"0", "1", "2", "3", "4", "5", "6", "8"}, bg)
	return &dark
}

// utf8Locale reports whether the locale can show the marks. An unset locale is given the benefit of
// the doubt: most terminals of today can.
func utf8Locale() bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := strings.ToLower(os.Getenv(name)); v != "" {
			return strings.Contains(v, "utf-8") || strings.Contains(v, "utf8")
		}
	}
	return true
}

// dumb reports whether a person sits at a terminal that cannot move its cursor.
func (a *app) dumb() bool { return os.Getenv("TERM") == "dumb" && a.atTerminal() }

// columns is the width of the terminal that is written to; 0 where there is none, or it does not say.
func (a *app) columns() int {
	width, _, err := term.GetSize(a.out.Fd())
	if err != nil {
		return 0
	}
	return width
}

// textWidth is how wide text is written: as wide as reads well, and no wider than the terminal.
func (a *app) textWidth() int {
	const readsWell = 70
	if width := a.columns(); width > 0 {
		return min(width, readsWell)
	}
	return readsWell
}
