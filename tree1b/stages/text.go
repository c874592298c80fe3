package stages

import (
	"strconv"
	"strings"
	"unicode"
)

// Steers reports whether a character could move, colour or reorder what a terminal shows. Text from
// a file or a person that holds one is refused or cleaned where it comes in.
func Steers(c rune) bool {
	return c != '\n' && (unicode.IsControl(c) || unicode.Is(unicode.Bidi_Control, c))
}

// OneLine returns a text as one line of valid UTF-8 that steers no terminal: white space, the ends of
// lines among it, becomes single spaces, and what [Steers] is left out.
func OneLine(text string) string {
	text = strings.Map(func(c rune) rune {
		switch {
		case unicode.IsSpace(c):
			return ' '
		case Steers(c):
			return -1
		}
		return c
	}, strings.ToValidUTF8(text, ""))
	return strings.Join(strings.Fields(text), " ")
}

// Visible writes out, as Go does in quotes, what could steer a terminal, so that names of files and errors can
// be shown. Line breaks stay.
func Visible(text string) string {
	var out strings.Builder
	for _, c := range text {
		if Steers(c) {
			quoted := strconv.QuoteRuneToASCII(c)
			out.WriteString(quoted[1 : len(quoted)-1])
		} else {
			out.WriteRune(c) // a byte that is no character comes as U+FFFD
		}
	}
	return out.String()
}

// VisibleName is [Visible] in one line.
func VisibleName(name string) string { return strings.ReplaceAll(Visible(name), "\n", `\n`) }
