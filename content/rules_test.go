package content_test

import (
	"fmt"
	"reflect"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"waymark/content"
	"waymark/stages"
)

// TestMain lets garbage lie longer: these tests make much of it, and there is memory enough.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	m.Run()
}

// The tests in the files *_rules_test.go hold the built-in content to the rules it is written by.
// They say nothing about the content of others, who may have rules of their own.

func builtin(t *testing.T) *stages.Catalog {
	t.Helper()
	c, err := content.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// allQuestions returns the questions of all three assessments.
func allQuestions(c *stages.Catalog) []stages.Question {
	return slices.Concat(c.Questions, c.Crossroads.Questions, c.Surroundings.Questions)
}

func strandIDs(c *stages.Catalog) []string {
	ids := make([]string, len(c.Strands))
	for i := range c.Strands {
		ids[i] = c.Strands[i].ID
	}
	return ids
}

func words(text string) int { return len(strings.Fields(text)) }

func atMost(t *testing.T, limit int, at, text string) {
	t.Helper()
	if n := words(text); n > limit {
		t.Errorf("%s has %d words, and %d at most are allowed: %q", at, n, limit, text)
	}
}

// passage is a text that people read, and where it stands: questions[trust-unchecked].ask.
type passage struct{ at, text string }

func (p passage) within(part string) bool { return strings.Contains(p.at, part) }

// passages returns every text of a catalog that people read.
func passages(c *stages.Catalog) []passage { return gather(nil, reflect.ValueOf(*c), "") }

// notRead are the fields that only the program reads.
var notRead = []string{"-", "id", "version", "kind", "strand", "needs", "pair", "sisters", "purpose", "work", "moves", "done", "roads", "on", "when"}

func gather(found []passage, v reflect.Value, at string) []passage {
	switch v.Kind() {
	case reflect.String:
		if v.String() != "" {
			found = append(found, passage{strings.TrimPrefix(at, "."), v.String()})
		}
	case reflect.Slice:
		for i := range v.Len() {
			found = gather(found, v.Index(i), fmt.Sprintf("%s[%s]", at, label(v.Index(i), i)))
		}
	case reflect.Map:
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
		for _, key := range keys {
			found = gather(found, v.MapIndex(key), at+"."+key.String())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ",")
			deep := at != "" && name == "strands" // names of strands; at the top, their texts
			if !deep && !slices.Contains(notRead, name) {
				found = gather(found, v.Field(i), at+"."+name)
			}
		}
	default: // numbers say nothing
	}
	return found
}

// label names an element by its id, where it has one.
func label(v reflect.Value, i int) string {
	if v.Kind() == reflect.Struct {
		if id := v.FieldByName("ID"); id.IsValid() {
			return id.String()
		}
	}
	return fmt.Sprint(i)
}
