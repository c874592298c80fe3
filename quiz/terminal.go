package quiz

import (
	"os"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"waymark/quiz/locale"
	"waymark/quiz/tui"
)

// atTerminal reports whether a person types what is read and sees what is written.
func (a *app) atTerminal() bool { return term.IsTerminal(a.in.Fd()) && term.IsTerminal(a.out.Fd()) }

// look is how the program draws on this terminal.
func (a *app) look() (tui.Look, error) {
	theme, err := a.chosenTheme()
	return tui.Look{Mouse: a.mouse, Colour: os.Getenv("NO_COLOR") == "", Theme: theme,
		Dark: darkBackground(os.Getenv("COLORFGBG")), ASCII: !utf8Locale(), Still: a.still}, err
}

// screenFlags adds the flags for how the full-screen program looks and moves.
func (a *app) screenFlags(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&a.mouse, "mouse", false, "click rows; to copy text, you may then need Shift")
	cmd.Flags().BoolVar(&a.still, "no-motion", false, "turn animation off")
	a.themeFlag(cmd)
}

// themeFlag adds the flag for the inks to a command that draws.
func (a *app) themeFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&a.theme, "theme", "", "colours: auto, dark, light, mono or contrast")
	nameValue(cmd.Flags(), "theme", "THEME")
	completeFlag(cmd, "theme", "auto\tas your terminal's background is", "dark\tfor a dark background", "light\tfor a light background",
		"mono\tno colour, bold only", "contrast\thigh contrast")
}

// chosenTheme is the theme of --theme, else of $WAYMARK_THEME, else the one that asks the terminal.
func (a *app) chosenTheme() (tui.Theme, error) {
	name, from := a.theme, "--theme"
	if name == "" {
		name, from = os.Getenv("WAYMARK_THEME"), "WAYMARK_THEME"
	}
	if name == "" {
		return tui.ThemeAuto, nil
	}
	var known []string
	for _, t := range tui.Themes {
		known = append(known, string(t))
	}
	if !slices.Contains(known, name) {
		return "", noSuch(from, name, known)
	}
	return tui.Theme(name), nil
}

// noSuch is the error of a flag that was given a name which isn't among those it takes.
func noSuch(flag, name string, known []string) error {
	if near := nearest(name, known); near != "" {
		return usageError{locale.Errorf("%s: there's no %q; did you mean %s? Use %s", flag, name, near, oneOf(known))}
	}
	return usageError{locale.Errorf("%s: there's no %q; use %s", flag, name, oneOf(known))}
}

// oneOf lists names as a sentence does: a, b or c.
func oneOf(names []string) string {
	last := len(names) - 1
	return locale.Sprintf("%s or %s", strings.Join(names[:last], ", "), names[last])
}

// nearest is the one of some names that is nearest to a misspelt one; empty where none is near.
func nearest(name string, known []string) string {
	best, distance := "", min(len(name)/2+1, 4)
	for _, k := range known {
		if d := levenshtein.ComputeDistance(strings.ToLower(name), k); len(name) <= 64 && d < distance {
			best, distance = k, d
		}
	}
	return best
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
