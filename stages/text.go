package stages

import "unicode"

// Steers reports whether a character could move, colour or reorder what a terminal shows. Text from
// a file or a person that holds one is refused or cleaned where it comes in.
func Steers(c rune) bool {
	return c != '\n' && (unicode.IsControl(c) || unicode.Is(unicode.Bidi_Control, c))
}
