package locale

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/leonelquinteros/gotext/plurals"
)

// verb is a place for a value, or a percent sign: %d, %-8s, %[2]s, %%. A percent sign before a space is one too.
// Like the other patterns here, it is compiled when it is first needed: at the start of the program it would take as
// long as all of the content.
var verb = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`%(?:\[(\d)\])?([-+#0]*(?:\d{1,3})?(?:\.\d{1,3})?)(.?)`)
})

// known are the verbs that texts use.
var known = strings.Split("cdefgqstvwxT", "")

// verbs are the places for values of a format, each with the number of its value, in their order: a translation
// must have the same. A percent sign that stands for itself is none in a text that has no places at all.
func verbs(format string) string {
	next, found, strange := 1, map[int]string{}, ""
	for _, m := range verb().FindAllStringSubmatch(format, -1) {
		switch {
		case m[3] == "%" && m[1]+m[2] == "":
			continue
		case m[3] == "" || !slices.Contains(known, m[3]):
			strange = "%"
			continue
		case m[1] != "":
			next, _ = strconv.Atoi(m[1])
		}
		if is := m[2] + m[3]; found[next] == "" || found[next] == is {
			found[next] = is
		} else {
			strange = "%" // one value, shown in two ways
		}
		next++
	}
	var out strings.Builder
	for _, n := range slices.Sorted(maps.Keys(found)) {
		fmt.Fprintf(&out, "%%[%d]%s ", n, found[n])
	}
	if len(found) == 0 {
		return ""
	}
	return out.String() + strange
}

// likeEnglish is the rule of languages with a form for one and a form for every other number.
func likeEnglish(n int) int {
	if n == 1 {
		return 0
	}
	return 1
}

// pluralsLikeEnglish is that rule as a file writes it.
const pluralsLikeEnglish = "nplurals=2; plural=(n != 1);"

// pluralHeader is the rule of a language in the first entry of its catalog.
var pluralHeader = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?m)^Plural-Forms:\s*(nplurals\s*=\s*([1-9])\s*;\s*plural\s*=\s*([n0-9 ()?:|&=!<>%]{1,300}?)\s*;?)\s*$`)
})

// plurals takes over the rule by which a language has plurals, from the first entry of its file, and returns how many
// forms it has.
func (c *Catalog) plurals(e entry) (forms int, fault *Fault) {
	header := strings.Join(e.forms, "")
	if !strings.Contains(header, "Plural-Forms:") {
		return 2, nil
	}
	fault = &Fault{Line: e.line, What: "the Plural-Forms of the first entry can't be used",
		Fix: "copy those of your language from another program, such as: " + pluralsLikeEnglish}
	m := pluralHeader().FindStringSubmatch(header)
	if m == nil {
		return 2, fault
	}
	forms, _ = strconv.Atoi(m[2])
	table := tried(m[3], forms)
	if table == nil {
		return forms, fault
	}
	c.rule, c.plural = m[1], func(n int) int {
		if n = max(n, -n); n >= len(table) {
			n = len(table) - 100 + n%100 // rules go by the last two digits
		}
		return table[n]
	}
	return forms, nil
}

// tried is the form of each number below 1000, or nil where an expression doesn't have one: the library takes some
// expressions that it then can't work out.
func tried(expression string, forms int) (table []int) {
	defer func() {
		if recover() != nil {
			table = nil
		}
	}()
	expression = strings.ReplaceAll(expression, " ", "")
	if strings.Contains(expression, "()") { // of which the library prints that there's nothing in it
		return nil
	}
	compiled, err := plurals.Compile(expression)
	if err != nil {
		return nil
	}
	for n := range uint32(1000) {
		form := compiled.Eval(n)
		if form < 0 || form >= forms {
			return nil
		}
		table = append(table, form)
	}
	return table
}
