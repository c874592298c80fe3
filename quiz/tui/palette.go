package tui

import (
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"waymark/quiz/report"
)

// Theme names a set of inks.
type Theme string

// The themes. The empty one is ThemeAuto.
const (
	ThemeAuto     Theme = "auto"     // asks the terminal for its background
	ThemeDark     Theme = "dark"     // inks for a dark background
	ThemeLight    Theme = "light"    // and for a light one
	ThemeMono     Theme = "mono"     // bold only
	ThemeContrast Theme = "contrast" // asks too; every ink at least 7:1
)

// Themes are all of them, in the order they are offered.
var Themes = []Theme{ThemeAuto, ThemeDark, ThemeLight, ThemeMono, ThemeContrast}

// background is what is known of the terminal's background.
type background int

const (
	unknown    background = iota // it was not told yet
	unanswered                   // the terminal does not tell
	dark
	light
)

// palette is the roles that text and lines are drawn in.
type palette struct {
	plain, focal, quiet, accent, against, failure, rule lipgloss.Style

	key, chosen lipgloss.Style // the key and the name of the row under the cursor
	bar         lipgloss.Style // what is behind that row; the only background
	foreground  color.Color    // what the terminal's own ink is to be; nil: as it is
}

// shade is an ink where there are 16 colours, 256, and all of them. Without a colour it is the terminal's
// own ink.
type shade struct{ of16, of256, hex string }

// inks are the shades of a theme on one background. The text ones are quiet, accent and failure; against, rule and
// line draw marks and lines, the last where the accent is too faint for text. The bar is behind them all, and none of
// the first sixteen colours is soft enough for it.
type inks struct {
	foreground, quiet, accent, against, failure, rule shade
	line, bar                                         shade
}

// The inks by background. By the WCAG formula text has at least 4.5:1 and lines 3:1; TestContrast has the
// backgrounds that this is true of.
var (
	onDark = inks{quiet: shade{"7", "247", "#9a9ab0"}, accent: shade{"11", "215", "#e8a45c"},
		against: shade{"14", "110", "#7fb0e0"}, failure: shade{"9", "210", "#f08a84"}, rule: shade{"7", "245", "#7a7a92"},
		bar: shade{"", "236", "#2a2a38"}}
	onLight = inks{quiet: shade{"8", "241", "#5f5f70"}, accent: shade{"4", "94", "#9a5200"},
		against: shade{"5", "25", "#2a5f9e"}, failure: shade{"1", "124", "#b3261e"}, rule: shade{"8", "243", "#7c7c92"},
		bar: shade{"", "254", "#e1e1ec"}}
	contrastOnDark = inks{foreground: shade{hex: "#ffffff"}, quiet: shade{"15", "252", "#d4d4e0"}, accent: shade{"11", "221", "#ffd166"},
		against: shade{"14", "153", "#a8d4ff"}, failure: shade{"15", "217", "#ffb3ad"}, rule: shade{"7", "250", "#b4b4c8"},
		bar: shade{"", "234", "#1c1c28"}}
	contrastOnLight = inks{foreground: shade{hex: "#000000"}, quiet: shade{"0", "238", "#3c3c4a"}, accent: shade{"4", "18", "#6e3800"},
		against: shade{"4", "18", "#123a78"}, failure: shade{"1", "88", "#8c1410"}, rule: shade{"8", "238", "#44444f"},
		bar: shade{"", "254", "#e0e0ea"}}
	// onEither is for terminals that do not tell their background, such as the Linux console. None of the
	// first sixteen colours is text on both black and white, so that only marks and lines are coloured.
	onEither = inks{line: shade{"3", "3", "3"}}
)

// inksFor chooses the inks of a theme on a background; nil is bold only.
func inksFor(theme Theme, bg background) *inks {
	contrast := theme == ThemeContrast
	switch {
	case theme == ThemeMono:
		return nil
	case bg == dark && contrast:
		return &contrastOnDark
	case bg == light && contrast:
		return &contrastOnLight
	case bg == dark:
		return &onDark
	case bg == light:
		return &onLight
	case bg == unanswered && !contrast: // nothing is 7:1 on both black and white
		return &onEither
	}
	return nil
}

// newPalette returns the palette. Until the background is known, and without colour, only bold is
// used, since no colour is right on both black and white.
func newPalette(theme Theme, bg background, profile colorprofile.Profile) *palette {
	plain := lipgloss.NewStyle()
	bold := plain.Bold(true)
	k := &palette{plain: plain, focal: bold, quiet: plain, accent: plain, against: plain, failure: plain, rule: plain, key: plain, chosen: bold, bar: plain}
	of := inksFor(theme, bg)
	if of == nil || profile <= colorprofile.ASCII {
		return k
	}
	complete := lipgloss.Complete(profile)
	colour := func(s shade) lipgloss.Style {
		if s == (shade{}) {
			return plain
		}
		return plain.Foreground(complete(lipgloss.Color(s.of16), lipgloss.Color(s.of256), lipgloss.Color(s.hex)))
	}
	k.quiet, k.accent, k.failure, k.rule, k.key = colour(of.quiet), colour(of.accent), colour(of.failure), colour(of.rule), colour(of.accent)
	k.against = colour(of.against)
	if of.line != (shade{}) {
		k.accent, k.against = colour(of.line), colour(of.line)
	}
	switch bar := complete(lipgloss.NoColor{}, lipgloss.Color(of.bar.of256), lipgloss.Color(of.bar.hex)); {
	case profile == colorprofile.ANSI:
		k.chosen = k.key.Bold(true)
	case of.bar != (shade{}):
		k.bar = plain.Background(bar)
	}
	if of.foreground.hex != "" {
		k.foreground = lipgloss.Color(of.foreground.hex)
	}
	return k
}

// bars reports whether there's a bar.
func (k palette) bars() bool { return k.barred("-") != "-" }

// barred puts the bar behind a text, whatever inks are in it.
func (k palette) barred(text string) string {
	const ends = "\x1b[m"
	begins, _, _ := strings.Cut(k.bar.Render("-"), "-")
	if begins == "" {
		return text
	}
	return begins + strings.ReplaceAll(text, ends, ends+begins) + ends
}

// Inks are those for text that is printed rather than drawn. The terminal is not asked.
func (l Look) Inks(profile colorprofile.Profile) report.Inks {
	return newPalette(l.theme(), l.background(unanswered), profile).inks()
}

// inks are those of a drawing that a report makes.
func (k palette) inks() report.Inks {
	return report.Inks{Focal: k.focal.Render, Travelled: k.accent.Render, Ahead: k.rule.Render}
}

// theme is the theme that is drawn in.
func (l Look) theme() Theme {
	if !l.Colour {
		return ThemeMono
	}
	return l.Theme
}

// background is what is known of the background before the terminal tells it; else what is given.
func (l Look) background(otherwise background) background {
	switch {
	case l.Theme == ThemeDark:
		return dark
	case l.Theme == ThemeLight:
		return light
	case l.Dark == nil:
		return otherwise
	case *l.Dark:
		return dark
	}
	return light
}

// asks reports whether the terminal is to tell its background.
func (l Look) asks() bool {
	theme := l.theme()
	return theme != ThemeMono && theme != ThemeDark && theme != ThemeLight
}
