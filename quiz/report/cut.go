package report

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Cut is a text in so many columns: all of it or, where they don't hold that, as many whole words as they do and the mark that it
// goes on. Only a word that's longer is cut inside.
func Cut(text string, width int) string {
	if ansi.StringWidth(text) <= width {
		return text
	}
	return ansi.Truncate(text, min(width, WholeWords(text, width-1)+1), "…")
}

// WholeWords is how many columns those words of a text take that so many hold, without the comma after the last of them.
func WholeWords(text string, width int) int {
	plain := ansi.Strip(text)
	if width > 0 && ansi.StringWidth(plain) > width {
		plain, _, _ = strings.Cut(Loosened(ansi.Wrap(plain, width, "")), "\n")
	}
	if n := ansi.StringWidth(strings.TrimRight(plain, " ,:;")); n > 0 {
		return min(n, width)
	}
	return width
}
