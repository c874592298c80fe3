// Package locale holds the program's own words in other languages, in the manner of gettext: the
// English text in the code is the key, and a catalog (de.po) says it in another language.
//
// A test holds the catalogs that are built in to the texts in the code. po.go reads catalogs, built in or brought along by
// content, and takes from them only what can do no harm.
package locale

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed *.po
var builtin embed.FS

// current is nil for English. It's one for the whole process, like the terminal that shows it, and
// set when the content has said its language, before anything of it is shown.
var current *Catalog

// Use says the program's words in the language of a catalog from now on, or in English where there's none.
func (c *Catalog) Use() { current = c }

// Builtin is the catalog that the program has for a language ("de", or "de-AT"), or for the one it's a form of; nil, which
// is English, where there's none.
func Builtin(language string) *Catalog {
	for language != "" {
		if text, err := builtin.ReadFile(strings.ToLower(language) + ".po"); err == nil {
			c, _ := Parse(text) // a test finds its faults
			return c
		}
		language = language[:max(0, strings.LastIndexByte(language, '-'))]
	}
	return nil
}

// English reports whether a language is the one that the program's words are written in.
func English(language string) bool {
	base, _, _ := strings.Cut(strings.ToLower(language), "-")
	return base == "" || base == "en"
}

// Message is a text that stands in a table or a constant, where it's written down before the language
// is known. It's translated when it's printed.
type Message string

func (m Message) String() string { return Text(string(m)) }

// Text says a text in the language in use.
func Text(english string) string {
	if forms := current.forms(english); len(forms) > 0 {
		return forms[0]
	}
	return english
}

// Sprintf says a format in the language in use, and fills it in. A translation may take the arguments
// in another order: %[2]s.
func Sprintf(format string, args ...any) string { return fmt.Sprintf(Text(format), args...) }

// Plural says the format that fits n in the language in use, and fills it in with the arguments, among
// which n may be, or its word. The one of one may say it itself: "one week", "%s weeks".
func Plural(n int, one, many string, args ...any) string {
	format := many
	if n == 1 {
		format = one
	}
	if c := current.holder(one); c != nil {
		format = c.texts[one][min(c.plural(n), len(c.texts[one])-1)]
	}
	return fill(format, args)
}

// fill fills in a format, which may do without its arguments: "one week".
func fill(format string, args []any) string {
	if !strings.Contains(format, "%") {
		return format
	}
	return fmt.Sprintf(format, args...)
}
