package locale

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"waymark/stages"
)

// Fault is what's wrong with a catalog.
type Fault struct {
	Line int // from 1
	What string
	Fix  string
}

// entry is an entry of a catalog or of the template.
type entry struct {
	line     int
	comments []string // as they're written
	id       string
	plural   string // empty where the text has one form
	forms    []string
	fuzzy    bool // a translation that its translator doesn't trust
}

// Parse reads a catalog in gettext's format (PO). It leaves out what is wrong, so that nothing in a file makes the
// program crash or steers a terminal, and says where that is.
func Parse(po []byte) (*Catalog, []Fault) {
	entries, faults := read(po)
	c := &Catalog{texts: map[string][]string{}, plural: likeEnglish, rule: pluralsLikeEnglish}
	forms := 2
	if len(entries) > 0 && entries[0].id == "" {
		var fault *Fault
		if forms, fault = c.plurals(entries[0]); fault != nil {
			faults = append(faults, *fault)
		}
	}
	for _, e := range entries {
		switch fault := e.check(forms); {
		case e.id == "" || e.fuzzy || e.untranslated():
		case c.texts[e.id] != nil:
			faults = append(faults, Fault{Line: e.line, What: fmt.Sprintf("%q is translated twice", short(e.id)), Fix: "keep one of the two"})
		case fault != nil:
			faults = append(faults, *fault)
		default:
			c.texts[e.id] = e.forms
		}
	}
	return c, faults
}

// untranslated reports whether an entry is still to be translated.
func (e entry) untranslated() bool { return strings.Join(e.forms, "") == "" }

// check says what is wrong with a translation, or nothing.
func (e entry) check(forms int) *Fault {
	fault := func(what, fix string) *Fault {
		return &Fault{Line: e.line, What: fmt.Sprintf(what, short(e.id)), Fix: fix}
	}
	if want := map[bool]int{false: 1, true: forms}[e.plural != ""]; len(e.forms) != want {
		return fault("the translation of %q has "+number(len(e.forms), "form"), fmt.Sprintf("give it %d: msgstr[0] and so on, as many as Plural-Forms says", want))
	}
	for i, form := range e.forms {
		if at := strings.IndexFunc(form, func(c rune) bool { return stages.Steers(c) && c != '\n' }); at >= 0 {
			c, _ := utf8.DecodeRuneInString(form[at:])
			return fault("the translation of %q contains the control character "+fmt.Sprintf("%U", c), "remove it")
		}
		if strings.Contains(form, "\n") && !strings.Contains(e.id+e.plural, "\n") {
			return fault("the translation of %q has a line break, and the text has none", "write it in one line, without \\n")
		}
		if strings.TrimSpace(form) == "" {
			return fault("the translation of %q has an empty form", "write each of its forms, or none of them")
		}
		same := verbs(form) == verbs(e.id) || e.plural != "" && verbs(form) == verbs(e.plural)
		if itself := e.plural != "" && i == 0 && !strings.Contains(form, "%"); !same && !itself { // "one week"
			return fault("the translation of %q has other places for values", "use "+places(e)+"; if their order changes, number them: %[2]s")
		}
	}
	return nil
}

// places lists the places for values of a text, as a translator is to write them.
func places(e entry) string {
	text := e.id
	if e.plural != "" {
		text = e.plural
	}
	if verbs(text) != "" {
		return strings.Join(verb().FindAllString(text, -1), ", ")
	}
	return "none"
}

// number says how many there are of a thing.
func number(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// short is a text that fits into a message.
func short(text string) string {
	const room = 40
	if runes := []rune(text); len(runes) > room {
		return string(runes[:room]) + "…"
	}
	return text
}

// poReader reads entries line by line.
type poReader struct {
	entries []entry
	faults  []Fault
	field   *string // what a line in quotes goes on with
	broken  bool    // the entry at hand has a fault, and is left out
}

// read returns the entries of a file that can be read, and what's wrong with the others.
func read(po []byte) ([]entry, []Fault) {
	r := &poReader{}
	var at entry
	begun := false // it has its msgid
	end := func() {
		if begun && !r.broken {
			r.entries = append(r.entries, at)
		}
		at, begun, r.broken, r.field = entry{}, false, false, nil
	}
	line := 0
	for text := range strings.Lines(strings.TrimPrefix(string(po), "\ufeff")) {
		line++
		text = strings.TrimSpace(text)
		key, value, _ := strings.Cut(text, " ")
		switch {
		case text == "":
		case !utf8.ValidString(text):
			r.fault(line, "this line isn't text in UTF-8", "save the file as UTF-8")
		case strings.HasPrefix(text, "#"):
			if begun {
				end()
			}
			at.comments = append(at.comments, text)
			at.fuzzy = at.fuzzy || strings.HasPrefix(text, "#,") && strings.Contains(text, "fuzzy")
		case key == "msgid":
			if begun {
				end()
			}
			begun, at.line = true, line
			r.begin(&at.id, value, line)
		case !begun:
			r.fault(line, fmt.Sprintf("a msgid is missing before %q", short(text)), "begin each entry with msgid")
		case key == "msgid_plural":
			r.begin(&at.plural, value, line)
		case key == "msgstr" || key == fmt.Sprintf("msgstr[%d]", len(at.forms)):
			at.forms = append(at.forms, "")
			r.begin(&at.forms[len(at.forms)-1], value, line)
		case text[0] == '"' && r.field != nil:
			r.join(text, line)
		default:
			r.fault(line, fmt.Sprintf("%q isn't a line of a catalog", short(text)), `write msgid "…", msgstr "…", or text in quotes`)
		}
	}
	end()
	return r.entries, r.faults
}

func (r *poReader) fault(line int, what, fix string) {
	r.broken = true
	r.faults = append(r.faults, Fault{Line: line, What: what, Fix: fix})
}

// begin reads the first line of a field.
func (r *poReader) begin(field *string, value string, line int) {
	r.field = field
	r.join(strings.TrimSpace(value), line)
}

// join adds a text in quotes to the field at hand.
func (r *poReader) join(quoted string, line int) {
	text, err := strconv.Unquote(quoted)
	if err != nil || quoted[0] != '"' {
		r.fault(line, fmt.Sprintf("this isn't text in quotes: %s", short(quoted)), `write it as "text", with \" for a quote in it`)
		return
	}
	*r.field += text
}
