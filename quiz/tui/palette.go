package tui

import (
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// background is what is known of the terminal's background.
type background int

const (
	unknown background = iota
	dark
	light
)

// palette is the five roles that text and lines are drawn in. There are no backgrounds.
type palette struct {
	plain, focal, quiet, accent, failure, rule lipgloss.Style
}

// newPalette returns the palette. Until the background is known, and without colour, only bold is
// used, since no colour is right on both black and white.
func newPalette(bg background, profile colorprofile.Profile) palette {
	plain := lipgloss.NewStyle()
	k := palette{plain: plain, focal: plain.Bold(true), quiet: plain, accent: plain, failure: plain, rule: plain}
	if bg == unknown || profile <= colorprofile.ASCII {
		return k
	}
	complete := lipgloss.Complete(profile)
	colour := func(dark16, light16, dark256, light256, darkHex, lightHex string) lipgloss.Style {
		if bg == dark {
			return plain.Foreground(complete(lipgloss.Color(dark16), lipgloss.Color(dark256), lipgloss.Color(darkHex)))
		}
		return plain.Foreground(complete(lipgloss.Color(light16), lipgloss.Color(light256), lipgloss.Color(lightHex)))
	}
	k.quiet = colour("7", "8", "247", "241", "#9a9ab0", "#5f5f70")
	k.accent = colour("3", "4", "215", "130", "#e8a45c", "#9a5200")
	k.failure = colour("9", "1", "210", "124", "#f08a84", "#b3261e")
	k.rule = colour("8", "7", "243", "245", "#6e6e86", "#85859a")
	return k
}
