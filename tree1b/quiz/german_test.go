package quiz

import (
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"waymark/content"
)

// TestGermanIsTheBuiltInContent holds docs/examples/german to the built-in content: the same questions, answers, levels,
// steps and rules under the same ids, with a German text for each English one, and what an observer reads for each
// question that says du.
func TestGermanIsTheBuiltInContent(t *testing.T) {
	german, faults := content.Load(os.DirFS("../docs/examples/german"))
	if faults != nil {
		t.Fatal(faults)
	}
	english, err := content.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	german.ID, german.Language, german.SHA256 = english.ID, "", english.SHA256
	sameButWords(t, "", "", reflect.ValueOf(*english), reflect.ValueOf(*german))
	for _, q := range german.Questions {
		if q.Observer == "" {
			t.Errorf("%s says nothing to an observer", q.ID)
		}
		for _, o := range q.Options {
			if personal(o.Text) && o.Observer == "" {
				t.Errorf("%s, %s says nothing to an observer: %s", q.ID, o.ID, o.Text)
			}
		}
	}
}

// named are the fields that name things, and so are the same in every language.
var named = []string{"ID", "Version", "Strand", "Kind", "Pair", "Sisters", "Needs", "Purpose", "Roads", "Strands", "Work", "Ahead", "Behind", "Skipped", "Against", "Drawn",
	"On", "Answered", "Moves", "Done", "Weights", "Author"}

// sameButWords tells where two values differ in more than the words of a language.
func sameButWords(t *testing.T, path, field string, english, german reflect.Value) {
	t.Helper()
	switch english.Kind() {
	case reflect.Struct:
		for i := range english.NumField() {
			if f := english.Type().Field(i); f.IsExported() && f.Name != "Observer" && f.Name != "Forms" {
				sameButWords(t, path+"."+f.Name, f.Name, english.Field(i), german.Field(i))
			}
		}
	case reflect.Slice:
		if english.Len() != german.Len() {
			t.Errorf("%s has %d entries, and %d in German", path, english.Len(), german.Len())
			return
		}
		for i := range english.Len() {
			sameButWords(t, fmt.Sprintf("%s[%d]", path, i), field, english.Index(i), german.Index(i))
		}
	case reflect.Map:
		for _, key := range append(english.MapKeys(), german.MapKeys()...) {
			e, g := english.MapIndex(key), german.MapIndex(key)
			if !e.IsValid() || !g.IsValid() {
				t.Errorf("%s.%v is in one of the two", path, key)
				continue
			}
			sameButWords(t, fmt.Sprintf("%s.%v", path, key), field, e, g)
		}
	case reflect.String:
		if (english.String() == "") != (german.String() == "") {
			t.Errorf("%s is given in one of the two: %q, %q", path, english, german)
			return
		}
		if strings.Count(english.String(), " ") > 2 && english.String() == german.String() && !ownTitle(path) {
			t.Errorf("%s is still English: %s", path, english)
		}
		fallthrough
	default:
		if text := english.Kind() == reflect.String && !slices.Contains(named, field); !text && !reflect.DeepEqual(english.Interface(), german.Interface()) {
			t.Errorf("%s is %v, and %v in German", path, english, german)
		}
	}
}

// ownTitle reports whether what is there may stay as it is: the titles of books and of jobs.
func ownTitle(path string) bool {
	return strings.Contains(path, ".Read[") || strings.Contains(path, ".Titles[")
}

// personal reports whether a German text speaks of the reader.
func personal(text string) bool {
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(" .,:;!?", r) }) {
		switch word {
		case "ich", "mich", "mir", "mein", "meine", "meinem", "meinen", "meiner", "du", "dich", "dir", "dein", "deine", "deinem", "deinen", "deiner":
			return true
		}
	}
	return false
}
