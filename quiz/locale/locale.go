// Package locale holds the program's own words in other languages, in the manner of gettext: the
// English text in the code is the key, and a catalog (de.po) says it in another language.
package locale

import (
	"embed"
	"fmt"
	"strings"

	"github.com/leonelquinteros/gotext"
)

//go:embed *.po
var catalogs embed.FS

// current is nil for English. It's one for the whole process, like the terminal that shows it, and
// set once, when the content has said its language.
var current gotext.Translator

// Use says the program's words in a language ("de") from now on. It says them in English for "", "en"
// and any language without a catalog.
func Use(language string) {
	current = nil
	text, err := catalogs.ReadFile(language + ".po")
	if err != nil {
		return
	}
	po := gotext.NewPo()
	po.Parse(text)
	current = po
}

// Message is a text that stands in a table or a constant, where it's written down before the language
// is known. It's translated when it's printed.
type Message string

func (m Message) String() string { return Text(string(m)) }

// Text says a text in the language in use.
func Text(english string) string {
	if current == nil {
		return english
	}
	return current.Get(english)
}

// Sprintf says a format in the language in use, and fills it in. A translation may take the arguments
// in another order: %[2]s.
func Sprintf(format string, args ...any) string { return fmt.Sprintf(Text(format), args...) }

// Plural says the format that fits n in the language in use, and fills it in with the arguments, among
// which n may be, or its word. The one of one may say it itself: "one week", "%s weeks".
func Plural(n int, one, many string, args ...any) string {
	format := many
	switch {
	case current != nil:
		format = current.GetN(one, many, n)
	case n == 1:
		format = one
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
