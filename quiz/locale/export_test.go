package locale

import "strings"

// Verbs are the places for values of a format.
var Verbs = verbs

// Of is [Catalog.Words] of these texts, as the body of a catalog has them.
func (c *Catalog) Of(texts, language string) string {
	entries, _ := read([]byte(texts))
	return c.words(entries, language)
}

// Entry is an entry without a translation as a file has it.
func Entry(comments []string, id, plural string) string {
	var out strings.Builder
	entry{comments: comments, id: id, plural: plural}.write(&out)
	return out.String()
}
