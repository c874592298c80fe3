package session

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode"
)

// Noted is a line of the evidence log: something that happened, written down from the shell.
type Noted struct {
	At   time.Time `json:"at"`
	Text string    `json:"text"`
}

// MostFitting is how many notes are offered as an example.
const MostFitting = 5

// Fitting are the notes on offer as an example for what a text is about: those that share most words with it first,
// of as many words the latest.
func Fitting(notes []Noted, about string) []Noted {
	subject := stems(about)
	shared := func(n Noted) (count int) {
		for stem := range stems(n.Text) {
			if subject[stem] {
				count++
			}
		}
		return count
	}
	out := slices.Clone(notes)
	slices.Reverse(out)
	slices.SortStableFunc(out, func(a, b Noted) int { return cmp.Compare(shared(b), shared(a)) })
	return out[:min(MostFitting, len(out))]
}

// stems are how the longer words of a text begin, so that a customer and customers are the same.
func stems(text string) map[string]bool {
	const least, most = 5, 6 // letters
	out := map[string]bool{}
	for word := range strings.FieldsFuncSeq(strings.ToLower(text), func(c rune) bool { return !unicode.IsLetter(c) }) {
		if letters := []rune(word); len(letters) >= least {
			out[string(letters[:min(most, len(letters))])] = true
		}
	}
	return out
}
