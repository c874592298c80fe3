package content_test

import (
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"
)

// marks matches the marks that the content does without, and the spaces it has too many of.
var marks = regexp.MustCompile(`[!—–“”‘’…]|  |^\s|\s$|\n`)

func TestMarksArePlain(t *testing.T) {
	for _, p := range passages(builtin(t)) {
		if m := marks.FindString(p.text); m != "" {
			t.Errorf("%s has %q: %s", p.at, m, p.text)
		}
	}
}

// american matches the American forms of common words, with their endings.
var american = regexp.MustCompile(`(?i)\b(organiz|recogniz|realiz|prioritiz|summariz|specializ|emphasiz|apologiz|standardiz|analyz)\w*` +
	`|\b(behavi|col|fav|lab|hon|neighb|rum)or(s|ed|ing|able|ite|al)?\b|\b(center|theater|meter)s?\b` +
	`|\b((fulfil|enrol)ls?|skillful|defense|offense|gray|catalog|dialog|toward|afterward)\b|\b(travel|model|label|cancel)(ed|ing)\b|\bgotten\b`)

// Titles keep the spelling of the book, and authors that of the person.
func TestSpellingIsBritish(t *testing.T) {
	for _, p := range passages(builtin(t)) {
		if m := american.FindString(p.text); m != "" && !p.within(".read[") {
			t.Errorf("%s has the American %q: %s", p.at, m, p.text)
		}
	}
}

func TestSentencesAreFinished(t *testing.T) {
	for _, p := range passages(builtin(t)) {
		if prose.MatchString(p.at) && !finished.MatchString(p.text) {
			t.Errorf("%s ends without a full stop or a question mark: %s", p.at, p.text)
		}
	}
}

// prose matches where texts of whole sentences stand, and finished how they end.
var (
	prose    = regexp.MustCompile(`\.(why|ask|first|no_chance|in_the_way|tailwind|headwind|negotiate|leave|have|get|feels|trap|keep|relied_on)$`)
	finished = regexp.MustCompile(`[.?]"?$`)
)

var textFile = flag.String("text", "", "write all that people read into this `file`")

// TestWriteText gives the spelling checker its text. Without the flag it has nothing to do.
func TestWriteText(t *testing.T) {
	if *textFile == "" {
		return
	}
	var all strings.Builder
	for _, p := range append(passages(builtin(t)), exampleTexts(t)...) {
		if !strings.HasSuffix(p.at, ".author") {
			all.WriteString(p.text + "\n")
		}
	}
	if err := os.WriteFile(*textFile, []byte(all.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
