package plain

import (
	"slices"
	"strings"
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

// spellings are the ways to type each word.
var spellings = map[word][]string{
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
	for w, ways := range spellings {
		if slices.Contains(ways, line) {
			return w
		}
	}
	return none
}
