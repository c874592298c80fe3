package plain

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"waymark/quiz/locale"
)

// word is what one can type beside numbers.
type word string

const (
	none    word = ""
	skip    word = "skip"
	back    word = "back"
	why     word = "why"
	example word = "example"
	stop    word = "stop"
	others  word = "others" // all of these by number, for who types digits only
)

// prompts say what to type for a word, and what that does. Both can be typed: a translation begins with what to
// type in its language. What's typed in English goes on working, where a language has no other meaning for it.
var prompts = map[word]locale.Message{
	skip: "s skip", back: "b back", why: "? why", example: "e example", stop: "q stop", others: "9 these by number",
}

// notSeen is what to type for a skip where one speaks of someone else.
const notSeen = locale.Message("s not seen")

// english are the ways to type each word in English.
var english = map[word][]string{
	skip:    {"s", "skip"},
	back:    {"b", "back"},
	why:     {"?", "why", "why?", "help"},
	example: {"e", "example"},
	stop:    {"q", "stop", "quit", "exit"},
	others:  {"9"},
}

// wordOf is the word that a line is, or none.
func wordOf(line string) word {
	line = strings.ToLower(line)
	for _, w := range slices.Sorted(maps.Keys(prompts)) { // a translation may give one key to two of them
		if w.typedBy(line, prompts[w]) {
			return w
		}
	}
	if skip.typedBy(line, notSeen) {
		return skip
	}
	for w, ways := range english {
		if slices.Contains(ways, line) {
			return w
		}
	}
	return none
}

// typedBy reports whether a line is what a prompt says to type, or what it says that this does. Numbers stay answers.
func (w word) typedBy(line string, prompt locale.Message) bool {
	key, does, _ := strings.Cut(strings.ToLower(prompt.String()), " ")
	return line != "" && (line == key || line == does) && (w == others || !unicode.IsDigit([]rune(line)[0]))
}

// numberOf is the number typed, where it is one from 1 to last, else 0. A full stop after it does no harm.
func numberOf(line string, last int) int {
	n, err := strconv.Atoi(strings.TrimSuffix(line, "."))
	if err != nil || n < 1 || n > last {
		return 0
	}
	return n
}

// numbersOf reads numbers from 0 to last, apart by spaces or commas. It reports false where there are
// none, or something else.
func numbersOf(line string, last int) ([]int, bool) {
	fields := strings.FieldsFunc(line, func(c rune) bool { return strings.ContainsRune(" ,;.", c) })
	var out []int
	for _, f := range fields {
		n, err := strconv.Atoi(f)
		if err != nil || n < 0 || n > last {
			return nil, false
		}
		out = append(out, n)
	}
	return out, len(out) > 0
}

// upTo says which numbers can be typed.
func upTo(last int) string {
	switch last {
	case 1:
		return "1"
	case 2:
		return locale.Text("1 or 2")
	}
	return locale.Sprintf("1 to %d", last)
}
