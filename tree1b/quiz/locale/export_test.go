package locale

import "strings"

// Verbs are the places for values of a format.
var Verbs = verbs

// Entry is an entry of the template as its file has it.
func Entry(comments []string, id, plural string) string {
	var out strings.Builder
	entry{comments: comments, id: id, plural: plural}.write(&out)
	return out.String()
}
