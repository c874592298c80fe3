package quiz

import (
	"image/color"
	"os"

	"charm.land/fang/v2"
	"charm.land/lipgloss/v2"
)

// askNothing takes standard input away until a command runs, and returns what gives it back. To choose
// its colours, the help would ask the terminal for its background there, and where no answer comes it
// would wait for four seconds.
func askNothing() (restore func()) {
	in := os.Stdin
	nobody, err := os.Open(os.DevNull)
	if err != nil {
		return func() {}
	}
	os.Stdin = nobody
	return func() {
		os.Stdin = in
		_ = nobody.Close()
	}
}

// boldOnly is the help in the terminal's own colours. While the background is unknown no other is
// right: what reads well on black is lost on white.
func boldOnly(lipgloss.LightDarkFunc) fang.ColorScheme {
	own := lipgloss.NoColor{}
	return fang.ColorScheme{Base: own, Title: own, Description: own, Codeblock: own, Program: own, DimmedArgument: own,
		Comment: own, Flag: own, FlagDefault: own, Command: own, QuotedString: own, Argument: own, Help: own, Dash: own,
		ErrorHeader: [2]color.Color{own, own}, ErrorDetails: own}
}
