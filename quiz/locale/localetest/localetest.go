// Package localetest shows in tests what a program says that isn't translated. Its language has a letter with an accent for
// every Latin one and words a third longer, and its content is in Cyrillic letters, so that whatever is left of English
// is in plain ASCII.
package localetest

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"waymark/quiz/locale"
	"waymark/stages"
)

// Use says the program's words in that language for one test, which can't run beside others.
func Use(t *testing.T) {
	t.Helper()
	Translate(t, catalog())
}

// Translate says the program's words by a catalog, as its file has it, for one test.
func Translate(t *testing.T, po string) {
	t.Helper()
	c, faults := locale.Parse([]byte(po))
	for _, f := range faults {
		t.Fatalf("line %d: %s; %s", f.Line, f.What, f.Fix)
	}
	Put(t, c)
}

// Put says the program's words by a catalog for one test.
func Put(t *testing.T, c *locale.Catalog) {
	t.Helper()
	c.Use()
	t.Cleanup(locale.Builtin("").Use)
}

// catalog translates every text of the program.
func catalog() string {
	var out strings.Builder
	one := ""
	var none *locale.Catalog
	for line := range strings.Lines(none.Words("")) {
		key, text, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch {
		case key == "msgid":
			one = text
			out.WriteString(line)
		case key == "msgid_plural":
			out.WriteString(line + "msgstr[0] " + accented(one) + "\nmsgstr[1] " + accented(text) + "\n")
		case key == "msgstr" && one != `""`:
			out.WriteString("msgstr " + accented(one) + "\n")
		case strings.HasPrefix(key, "msgstr["):
		default:
			out.WriteString(line)
		}
	}
	return out.String()
}

// kept is what a translator leaves as it is: places for values, commands, and what a backslash stands before.
var kept = regexp.MustCompile(`%(\[\d\])?[-\d.]*[a-z%]|\\.|waymark( (--?)?[a-z]+(=[A-Za-z]+|\.[a-z]+)?)*|--[a-z-]+|[a-z-]+\.(yaml|json|md|html|svg|txt|po|ics)\b`)

var word = regexp.MustCompile(`[A-Za-z]+`)

var (
	latin    = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	accents  = []rune("ÅƁČĎĒƑĞĤĬĴĶĹṀŇŐṖɊŘŠŤŰṼŴẊÝŽåƀčďēƒğĥĭĵķĺṁňőṗɋřšťűṽŵẋýž")
	cyrillic = []rune("АБЦДЕФГХИЙКЛМНОПЩРСТУВШЖЫЗабцдефгхийклмнопщрстувшжыз")
)

// accented is a text in the language.
func accented(text string) string {
	return outside(kept, text, func(part string) string {
		return word.ReplaceAllStringFunc(part, func(w string) string {
			const a, third = 3, 3
			out := to(accents, w)
			if len(w) >= a {
				last := []rune(out)
				out += strings.Repeat(string(unicode.ToLower(last[len(last)-1])), len(w)/third)
			}
			return out
		})
	})
}

// to writes a text in other letters.
func to(letters []rune, text string) string {
	return strings.Map(func(c rune) rune {
		if i := strings.IndexRune(latin, c); i >= 0 {
			return letters[i]
		}
		return c
	}, text)
}

// outside changes a text but for what matches.
func outside(keep *regexp.Regexp, text string, change func(string) string) string {
	var out strings.Builder
	last := 0
	for _, at := range keep.FindAllStringIndex(text, -1) {
		out.WriteString(change(text[last:at[0]]) + text[at[0]:at[1]])
		last = at[1]
	}
	return out.String() + change(text[last:])
}

var placeholder = regexp.MustCompile(`\{[^}]*\}`)

// Cyrillic writes what people read of content in Cyrillic letters.
func Cyrillic(c *stages.Catalog) *stages.Catalog {
	written(reflect.ValueOf(c).Elem())
	return c
}

// inCyrillic is a text in Cyrillic letters.
func inCyrillic(text string) string {
	return outside(placeholder, text, func(part string) string { return to(cyrillic, part) })
}

// named are fields that name something, rather than say it.
var named = []string{"ID", "Version", "SHA256", "Language", "Strand", "Pair", "Sisters", "Needs", "Moves", "Roads", "Strands", "On", "When"}

func written(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			lists := v.Field(i).Kind() == reflect.Slice && v.Field(i).Type().Elem().Kind() == reflect.Struct
			if v.Type().Field(i).IsExported() && (lists || !slices.Contains(named, v.Type().Field(i).Name)) {
				written(v.Field(i))
			}
		}
	case reflect.Slice:
		made := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(made, v)
		for i := range made.Len() {
			written(made.Index(i))
		}
		if v.Len() > 0 {
			v.Set(made)
		}
	case reflect.Map:
		made := reflect.MakeMap(v.Type())
		for key, value := range v.Seq2() {
			at := reflect.New(value.Type()).Elem()
			at.Set(value)
			written(at)
			made.SetMapIndex(key, at)
		}
		if v.Len() > 0 {
			v.Set(made)
		}
	case reflect.String:
		if v.Type() == reflect.TypeFor[string]() {
			v.SetString(inCyrillic(v.String()))
		}
	}
}

// left is a word that's left of English.
var left = regexp.MustCompile(`[A-Za-z]{2,}`)

// English are the words of a text that are left of English, but for those that are allowed.
func English(text string, allowed ...string) []string {
	var out []string
	outside(kept, text, func(part string) string {
		for _, w := range left.FindAllString(part, -1) {
			if !slices.Contains(allowed, w) && !slices.Contains(out, w) {
				out = append(out, w)
			}
		}
		return ""
	})
	return out
}
