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

// own is the English that the program is written in, and content that says no language of its own.
const own = "en-GB"

// spoken is the language of the content, which may have no catalog.
var spoken = own

// Use says the program's words in a language ("de") from now on. It says them in English for "", "en"
// and any language without a catalog.
func Use(language string) {
	current, spoken = nil, language
	if language == "" || language == "en" {
		spoken = own
	}
	text, err := catalogs.ReadFile(language + ".po")
	if err != nil {
		return
	}
	po := gotext.NewPo()
	po.Parse(text)
	current = po
}

// Language is that of the content, as a tag (BCP 47).
func Language() string { return spoken }

// English reports whether the content is in English, so that the grammar of English goes for its texts.
func English() bool { return spoken == "en" || strings.HasPrefix(spoken, "en-") }

// Message is a text that stands in a table or a constant, where it's written down before the language
// is known. It's translated when it's printed.
type Message string

func (m Message) String() string { return Text(string(m)) }

// Text says a text in the language in use.
func Text(english string) string {
	if current == nil || english == "" { // under which a catalog says of itself what it is
		return english
	}
	return current.Get(english)
}

// In says a text that one word of English stands for in several contexts, in the language in use.
func In(context, english string) string {
	if current == nil {
		return english
	}
	return current.GetC(english, context)
}

// Sprintf says a format in the language in use, and fills it in. A translation may take the arguments
// in another order: %[2]s.
func Sprintf(format string, args ...any) string { return fill(Text(format), args) }

// Plural says the format that fits n in the language in use, and fills it in with the arguments, among
// which n may be, or its word.
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

// fill fills in a format, which may leave out its arguments ("a week"), or name those it takes by their place.
func fill(format string, args []any) string {
	if !strings.Contains(format, "%") {
		return format
	}
	return fmt.Sprintf(format, args...)
}
