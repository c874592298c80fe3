package locale

import (
	"fmt"
	"strings"
	"sync"
)

// template is every text of the program in the order of its code. A catalog that's built in has them all, which a test sees to.
var template = sync.OnceValue(func() []entry {
	text, _ := builtin.ReadFile("de.po")
	entries, _ := read(text) // a test finds its faults
	return entries[1:]
})

// Words is a catalog as a file: every text of the program in its order, and what the catalog makes of it. It has
// nothing of what the program no longer says. A catalog that's nil translates none: what a translator begins with.
func (c *Catalog) Words(language string) string { return c.words(template(), language) }

func (c *Catalog) words(texts []entry, language string) string {
	rule := pluralsLikeEnglish
	if c != nil {
		rule = c.rule
	}
	var out strings.Builder
	fmt.Fprintf(&out, "msgid \"\"\nmsgstr \"\"\n\"Language: %s\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Plural-Forms: %s\\n\"\n", language, rule)
	for _, e := range texts {
		out.WriteString("\n")
		e.forms = c.forms(e.id)
		e.write(&out)
	}
	return out.String()
}

// write writes an entry as a catalog has it.
func (e entry) write(out *strings.Builder) {
	for _, comment := range e.comments {
		out.WriteString(comment + "\n")
	}
	fmt.Fprintf(out, "msgid %s\n", quoted(e.id))
	switch {
	case e.plural == "" && len(e.forms) == 0:
		out.WriteString("msgstr \"\"\n")
		return
	case e.plural == "":
		fmt.Fprintf(out, "msgstr %s\n", quoted(e.forms[0]))
		return
	case len(e.forms) == 0:
		e.forms = []string{"", ""}
	}
	fmt.Fprintf(out, "msgid_plural %s\n", quoted(e.plural))
	for i, form := range e.forms {
		fmt.Fprintf(out, "msgstr[%d] %s\n", i, quoted(form))
	}
}

var escapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`)

func quoted(text string) string { return `"` + escapes.Replace(text) + `"` }
