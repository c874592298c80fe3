package report

import "strings"

// Unbroken is a space at which no line breaks.
const Unbroken = "\u00a0"

// Bound has a digit that ends a clause in one line with the word before it: a line that began with "2." would look like a row
// that the key 2 chooses.
func Bound(text string) string {
	if !strings.ContainsAny(text, "0123456789") {
		return text
	}
	var out strings.Builder
	for i, word := range strings.Split(text, " ") {
		switch {
		case i == 0:
		case endsClause(word):
			out.WriteString(Unbroken)
		default:
			out.WriteByte(' ')
		}
		out.WriteString(word)
	}
	return out.String()
}

// endsClause reports whether a word is a digit, and what ends a clause.
func endsClause(word string) bool {
	digit := strings.TrimRight(word, ".,:;!?)")
	return len(digit) == 1 && digit != word && strings.Trim(digit, "0123456789") == ""
}

// Loosened has plain spaces again where [Bound] left none.
func Loosened(text string) string { return strings.ReplaceAll(text, Unbroken, " ") }
