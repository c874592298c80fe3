package locale_test

import (
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"waymark/quiz/locale"
	"waymark/quiz/locale/localetest"
	"waymark/stages"
)

const head = "msgid \"\"\nmsgstr \"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\\n\"\n\n"

func TestTranslations(t *testing.T) {
	localetest.Translate(t, head+`# a comment
msgid "Saved."
msgstr ""
"Gemt"
"."

msgid "%s, level %d"
msgstr "%[2]d: %[1]s"

#, fuzzy
msgid "Not trusted"
msgstr "Nope"

msgid "%d answer"
msgid_plural "%d answers"
msgstr[0] "%d odpověď"
msgstr[1] "%d odpovědi"
msgstr[2] "%d odpovědí"

#~ msgid "Gone"
#~ msgstr "Weg"
`)
	for got, want := range map[string]string{
		locale.Text("Saved."):                       "Gemt.",
		locale.Text("Other"):                        "Other",
		locale.Text("Not trusted"):                  "Not trusted",
		locale.Text("Gone"):                         "Gone",
		locale.Message("Saved.").String():           "Gemt.",
		locale.Sprintf("%s, level %d", "craft", 3):  "3: craft",
		locale.Sprintf("%s, part %d", "craft", 3):   "craft, part 3",
		locale.Plural(1, "one of it", "%d of them"): "one of it",
		locale.Plural(3, "Saved.", "All saved."):    "Gemt.", // for want of other forms
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for n, want := range map[int]string{-21: "-21 odpověď", 0: "0 odpovědí", 1: "1 odpověď", 3: "3 odpovědi", 12: "12 odpovědí", 21: "21 odpověď", 1001: "1001 odpověď", 2112: "2112 odpovědí"} {
		if got := locale.Plural(n, "%d answer", "%d answers", n); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestPluralsLikeEnglishByDefault(t *testing.T) {
	localetest.Translate(t, "msgid \"%d answer\"\nmsgid_plural \"%d answers\"\nmsgstr[0] \"%d svar\"\nmsgstr[1] \"%d svarene\"\n")
	for n, want := range map[int]string{0: "0 svarene", 1: "1 svar", 2: "2 svarene", 1001: "1001 svarene"} {
		if got := locale.Plural(n, "%d answer", "%d answers", n); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestLanguages(t *testing.T) {
	for language, there := range map[string]bool{"de": true, "de-AT": true, "de-DE-1996": true, "": false, "en": false, "en-GB": false, "vo": false, "../de": false, "d": false} {
		if got := locale.Builtin(language) != nil; got != there {
			t.Errorf("a catalog for %q: %v", language, got)
		}
	}
	for language, english := range map[string]bool{"": true, "en": true, "en-GB": true, "de": false, "eno": false} {
		if locale.English(language) != english {
			t.Errorf("%q is English: %v", language, !english)
		}
	}
}

// What a catalog doesn't say, the one below it does, and what neither says is English.
func TestOneCatalogOverAnother(t *testing.T) {
	above, _ := locale.Parse([]byte("msgid \"a\"\nmsgstr \"above\"\n"))
	below, _ := locale.Parse([]byte("msgid \"a\"\nmsgstr \"below\"\n\nmsgid \"b\"\nmsgstr \"below\"\n"))
	localetest.Put(t, above.Over(below))
	for key, want := range map[string]string{"a": "above", "b": "below", "c": "c"} {
		if got := locale.Text(key); got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
	if localetest.Put(t, above); locale.Text("b") != "b" {
		t.Error("a catalog that was put over another one has changed")
	}
}

// TestFaults makes each mistake alone: it's told with its line, and what's wrong is never said.
func TestFaults(t *testing.T) {
	for po, want := range map[string]string{
		"msgid \"a %s\"\nmsgstr \"b\"":                                      `1: the translation of "a %s" has other places for values; use %s; if`,
		"msgid \"a %s\"\nmsgstr \"b %d\"":                                   `1: the translation of "a %s" has other places`,
		"msgid \"a %s\"\nmsgstr \"b %s %s\"":                                `1: the translation of "a %s" has other places`,
		"msgid \"a %s %d\"\nmsgstr \"b %d %s\"":                             `1: the translation of "a %s %d" has other places for values; use %s, %d; if`,
		"msgid \"a %s\"\nmsgstr \"b %[3]s\"":                                `1: the translation of "a %s" has other places`,
		"msgid \"a %s\"\nmsgstr \"b %99s\"":                                 `1: the translation of "a %s" has other places`,
		"msgid \"a %d\"\nmsgstr \"b %[1]d %[1]x\"":                          `1: the translation of "a %d" has other places`,
		"msgid \"a %d %%\"\nmsgstr \"b %d % davon\"":                        `1: the translation of "a %d %%" has other places`,
		"msgid \"a\"\nmsgstr \"b %d\"":                                      `1: the translation of "a" has other places for values; use none; if`,
		"\nmsgid \"a\"\nmsgstr \"b\\x1b[31m\"":                              `2: the translation of "a" contains the control character U+001B; remove it`,
		"msgid \"a\"\nmsgstr \"b\u202ec\"":                                  `1: the translation of "a" contains the control character U+202E`,
		"msgid \"a\"\nmsgstr \"b\\nc\"":                                     `1: the translation of "a" has a line break, and the text has none`,
		"msgid \"a\"\nmsgstr \" \"":                                         `1: the translation of "a" has an empty form`,
		"msgid \"a\"\nmsgstr \"b":                                           `2: this isn't text in quotes: "b; write it as "text"`,
		"msgid a\nmsgstr \"b\"":                                             `1: this isn't text in quotes: a`,
		"msgid 'a'\nmsgstr \"b\"":                                           `1: this isn't text in quotes: 'a'`,
		"msgstr \"b\"":                                                      `1: a msgid is missing before "msgstr \"b\""; begin`,
		"msgid \"a\"\nmsgstr \"b\"\nnonsense":                               `3: "nonsense" isn't a line of a catalog`,
		"msgid \"a\"\nmsgctxt \"b\"\nmsgstr \"b\"":                          `2: "msgctxt \"b\"" isn't a line of a catalog`,
		"msgid \"a\"\nmsgstr \"\xe9\"":                                      `2: this line isn't text in UTF-8; save`,
		"msgid \"a\"\nmsgstr \"b\"\nmsgid \"a\"\nmsgstr \"c\"":              `3: "a" is translated twice; keep one`,
		"msgid \"a\"\nmsgid_plural \"as\"\nmsgstr[0] \"b\"":                 `1: the translation of "a" has 1 form; give it 2`,
		"msgid \"a\"\nmsgid_plural \"as\"\nmsgstr[1] \"b\"":                 `3: "msgstr[1] \"b\"" isn't a line`,
		"msgid \"a\"\nmsgid_plural \"as\"\nmsgstr[0] \"b\"\nmsgstr[1] \"\"": `1: the translation of "a" has an empty form; write each`,
		"msgid \"a\"\nmsgstr \"b\"\nmsgstr \"b\"":                           `1: the translation of "a" has 2 forms; give it 1`,
		rule("nplurals=2; plural=n/2;"):                                     "1: the Plural-Forms of the first entry can't be used; copy",
		rule("nplurals=2; plural=n%0;"):                                     "1: the Plural-Forms",
		rule("nplurals=2; plural=n==1?0:2;"):                                "1: the Plural-Forms",
		rule("nplurals=2; plural=n==1?0:n;"):                                "1: the Plural-Forms",
		rule("nplurals=2; plural=();"):                                      "1: the Plural-Forms",
		rule("nplurals=2; plural=((((;"):                                    "1: the Plural-Forms",
		rule("nplurals=x"):                                                  "1: the Plural-Forms",
	} {
		c, faults := locale.Parse([]byte(po))
		if len(faults) == 0 {
			t.Errorf("%q has no fault; want %s", po, want)
			continue
		}
		if got := told(faults[0]); len(faults) > 1 || !strings.HasPrefix(got, want) {
			t.Errorf("%q:\n%s\nand %d more, want\n%s", po, got, len(faults)-1, want)
		}
		localetest.Put(t, c)
		first := strings.Contains(want, "translated twice")
		for _, key := range []string{"a", "a %s", "a %d", "a %s %d", "a %d %%"} {
			if got := locale.Text(key); got != key && (got != "b" || !first) {
				t.Errorf("%q: %q is translated as %q", po, key, got)
			}
		}
	}
}

// A rule that can't be worked out prints nothing among what the program does: the library would, of ().
func ExampleParse_emptyParentheses() {
	_, faults := locale.Parse([]byte(rule("nplurals=2; plural=();")))
	fmt.Println(len(faults))
	// Output: 1
}

func rule(plurals string) string { return "msgid \"\"\nmsgstr \"Plural-Forms: " + plurals + "\\n\"\n" }

func told(f locale.Fault) string {
	return strings.Join([]string{string(rune('0' + f.Line)), ": ", f.What, "; ", f.Fix}, "")
}

// TestCatalogs finds the faults of the catalogs that are built in, and what they say in English.
func TestCatalogs(t *testing.T) {
	for _, name := range catalogs(t) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		c, faults := locale.Parse(data)
		for _, f := range faults {
			t.Errorf("%s:%d: %s; %s", name, f.Line, f.What, f.Fix)
		}
		if missing, all := c.Missing(); missing > 0 {
			t.Errorf("%s says %d of %d texts in English", name, missing, all)
		}
	}
}

func catalogs(t *testing.T) []string {
	t.Helper()
	names, err := fs.Glob(os.DirFS("."), "*.po")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	return names
}

// TestWords prints a catalog again, which loses nothing.
func TestWords(t *testing.T) {
	localetest.Translate(t, head+"msgid \"Saved.\"\nmsgstr \"Gemt, \\\"ja\\\" \\\\.\"\n")
	c, _ := locale.Parse([]byte(head + "msgid \"Noted.\"\nmsgstr \"Note \\\"1\\\" \\\\.\"\n\nmsgid \"no longer said\"\nmsgstr \"x\"\n"))
	again, faults := locale.Parse([]byte(c.Words("cs")))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	again.Use()
	if got := locale.Text("Noted."); got != `Note "1" \.` {
		t.Errorf("%q", got)
	}
	if missing, all := again.Missing(); missing != all-1 || strings.Contains(c.Words("cs"), "no longer said") {
		t.Errorf("%d of %d missing", missing, all)
	}
	if !strings.Contains(c.Words("cs"), "nplurals=3;") {
		t.Error("the plurals are lost")
	}
}

// FuzzParse takes any file: nothing in it steers a terminal or gets into a text that has no place for it.
func FuzzParse(f *testing.F) {
	f.Add([]byte(head + "msgid \"%s of %d\"\nmsgstr \"%[2]d: %[1]s\"\n"))
	f.Add([]byte("msgid \"a\"\nmsgid_plural \"as\"\nmsgstr[0] \"b\"\nmsgstr[1] \"c\"\n"))
	f.Fuzz(func(t *testing.T, po []byte) {
		c, _ := locale.Parse(po)
		localetest.Put(t, c)
		for _, key := range []string{"%s of %d", "a", "%d answer"} {
			text := locale.Sprintf(key, "x", 1)
			if !utf8.ValidString(text) || strings.ContainsFunc(text, stages.Steers) {
				t.Errorf("%q", text)
			}
		}
		if text := locale.Sprintf("%s of %d", "x", 1); strings.Contains(text, "%!") {
			t.Errorf("%q", text)
		}
		_ = locale.Plural(7, "a", "as")
		_ = c.Words("vo")
	})
}
