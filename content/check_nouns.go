package content

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"waymark/stages"
)

// braced is a text that has a brace, and where.
type braced struct{ path, text string }

// placeholder is a noun of those served, or what looks like one.
var placeholder = pattern(`\{[^{}]*\}`)

// serves checks the first question, whose answers give the nouns of the other texts.
func (k *checker) serves(s *stages.Serves) {
	if k.at("serves") == nil {
		return
	}
	if n := len(s.Options); n < 2 || n > maxOptions {
		k.wrong("serves.options", CodeNumber, fmt.Sprintf("the first question has %s", count(n, "option")), fmt.Sprintf("give it 2 to %d", maxOptions))
	}
	for i := range s.Options {
		at := fmt.Sprintf("serves.options[%d]", i)
		k.id("answer of serves", s.Options[i].ID, at+".id")
		k.forms(s.Options[0].Forms, s.Options[i].Forms, at+".forms", at)
	}
}

var formName = pattern(`^[a-z][a-z_]*$`)

// forms checks that an answer has the forms of the first one, by the same names.
func (k *checker) forms(first, own map[string]string, path, answer string) {
	for _, name := range slices.Sorted(maps.Keys(own)) {
		switch _, known := first[name]; {
		case !formName().MatchString(name) || slices.Contains([]string{"name", "customer", "customers"}, name):
			k.wrong(path+"."+name, CodePlaceholder, sprintf("a form can't be called %q", name), "use small letters, and no name that has a meaning already")
		case !known:
			k.wrong(path+"."+name, CodeUnknown, sprintf("the first answer has no form %q", name), "give every answer the same forms")
		}
	}
	for _, name := range slices.Sorted(maps.Keys(first)) {
		if own[name] == "" {
			at := path
			if k.at(path) == nil {
				at = answer
			}
			k.wrong(at, CodeFieldMissing, sprintf("the form %q is missing", name), "give every answer the same forms")
		}
	}
}

// filled are the parts of the content in which nouns stand in place of placeholders.
var filled = pattern(`^(questions|steps|strengths|shapes|(crossroads|surroundings)\.questions)\[|` +
	`^levels\[\d+\]\.(line|about|feels|relied_on|trap|next|keep|opens|week|others|not_yet|scale)\b|^strands\[\d+\]\.at\[|^serves\.note$`)

// placeholders checks that texts ask for no word but the nouns of those served, and the person's name where an
// observer is asked.
func (k *checker) placeholders(s *stages.Serves) {
	nouns := []string{"{customer}", "{customers}"}
	if len(s.Options) > 0 {
		for _, name := range slices.Sorted(maps.Keys(s.Options[0].Forms)) {
			nouns = append(nouns, "{"+name+"}")
		}
	}
	for _, b := range k.braced {
		known := filled().MatchString(b.path)
		for _, p := range placeholder().FindAllString(b.text, -1) {
			switch noun := slices.Contains(nouns, p); {
			case known && (noun || p == "{name}" && strings.HasSuffix(b.path, ".observer")):
			case known:
				k.wrong(b.path, CodePlaceholder, fmt.Sprintf("%q isn't a placeholder", p), "write "+strings.Join(nouns, " or ")+", or remove the braces")
			case noun:
				k.wrong(b.path, CodePlaceholder, fmt.Sprintf("%q isn't filled in here", p), "write the word itself")
			}
		}
	}
}
