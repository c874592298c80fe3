package content

import (
	"fmt"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
)

const (
	maxListed  = 20 // names in a hint
	maxAway    = 4  // edits between a name and the one that was meant
	lettersPer = 3  // of a name, for each edit after the first
	shortName  = 3  // letters, in which a second edit makes another word
)

// nearest finds the name that was probably meant by a misspelt one, or "", and says what to write instead.
// Both are empty once the fault would only be counted, since the comparison takes time.
func (n *notes) nearest(name string, known []string) (meant, fix string) {
	if len(n.faults) == maxFaults {
		return "", ""
	}
	if meant = closest(name, known); meant != "" {
		return meant, fmt.Sprintf("did you mean %q?", meant)
	}
	switch {
	case len(known) == 0:
		return "", "none is defined"
	case len(known) > maxListed:
		return "", fmt.Sprintf("use one of the %d there are", len(known))
	}
	list := make([]string, len(known))
	for i, k := range known {
		list[i] = cut(k)
	}
	return "", "use one of: " + strings.Join(list, ", ")
}

// closest is the known name with the fewest edits from a name, if they're few for its length. Of two, it's
// the one that begins with the name, or that the name begins with. Capitals, underscores and blanks count
// for nothing.
func closest(name string, known []string) string {
	if len(name) > maxQuoted {
		return ""
	}
	plain := plainName(name)
	away := min(1+len(plain)/lettersPer, maxAway)
	if len(plain) <= shortName {
		away = 1
	}
	best, least := "", 2*away+2
	for _, k := range known {
		if len(k) > maxQuoted {
			continue
		}
		other := plainName(k)
		score := 2 * distance(plain, other)
		if !strings.HasPrefix(plain, other) && !strings.HasPrefix(other, plain) {
			score++
		}
		if score < least {
			best, least = k, score
		}
	}
	return best
}

// distance counts the edits between two names; two letters that changed places are one.
func distance(a, b string) int {
	for i := 0; len(a) == len(b) && i+1 < len(a); i++ {
		if a[i] == b[i+1] && a[i+1] == b[i] && a[:i] == b[:i] && a[i+2:] == b[i+2:] && a != b {
			return 1
		}
	}
	return levenshtein.ComputeDistance(a, b)
}

func plainName(name string) string {
	return strings.Map(func(c rune) rune {
		if c == '_' || c == ' ' {
			return '-'
		}
		return c
	}, strings.ToLower(name))
}

// otherWords are names by which people know a field from elsewhere.
var otherWords = map[string][]string{
	"question": {"ask"}, "label": {"ask", "text"}, "prompt": {"ask"}, "answer": {"text"}, "answers": {"options", "on"},
	"choices": {"options"}, "type": {"kind"}, "score": {"level"}, "value": {"level", "id"}, "reason": {"why"}, "help": {"why"},
	"key": {"id"}, "category": {"strand"}, "skill": {"strand"}, "area": {"strand"}, "example": {"counts"}, "duration": {"weeks"},
	"description": {"about"}, "summary": {"line"},
}

// nearestField is [notes.nearest] for fields: it prefers those that aren't given yet, and knows other words
// for them.
func (n *notes) nearestField(name string, known []string, given func(string) bool) (meant, fix string) {
	open := slices.DeleteFunc(slices.Clone(known), given)
	for _, word := range otherWords[strings.ToLower(name)] {
		if slices.Contains(open, word) {
			return word, fmt.Sprintf("did you mean %q?", word)
		}
	}
	if meant = closest(name, open); meant != "" {
		return meant, fmt.Sprintf("did you mean %q?", meant)
	}
	return n.nearest(name, known)
}
