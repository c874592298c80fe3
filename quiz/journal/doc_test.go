package journal

import (
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// jsonFields are the names of a type's own fields in JSON, those of what it embeds among them.
func jsonFields(of reflect.Type) (names []string) {
	for f := range of.Fields() {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous && name == "":
			names = append(names, jsonFields(f.Type)...)
		case f.IsExported() && name != "-":
			names = append(names, name)
		}
	}
	return names
}

var inBackticks = regexp.MustCompile("`([a-z_0-9]+)`")

// TestFormatIsDocumented holds docs/journal.md to the program: the first column of the tables under a heading names
// the fields of what they are about, all of them and no others.
func TestFormatIsDocumented(t *testing.T) {
	text, err := os.ReadFile("../../docs/journal.md")
	check(t, err)
	documented := map[string][]string{}
	heading := ""
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "## ") {
			heading = strings.TrimSpace(line[3:])
		}
		if cell, isRow := strings.CutPrefix(line, "| `"); isRow {
			first, _, _ := strings.Cut("`"+cell, " |")
			for _, name := range inBackticks.FindAllStringSubmatch(first, -1) {
				documented[heading] = append(documented[heading], name[1])
			}
		}
	}
	shared := []string{"sha256", "schema"}
	attempt := jsonFields(reflect.TypeFor[session.Attempt]())
	for heading, types := range map[string][]reflect.Type{
		"An interview": {reflect.TypeFor[session.Attempt](), reflect.TypeFor[stages.Interview](), reflect.TypeFor[stages.Answer]()},
		"A result":     {reflect.TypeFor[session.Result]()},
		"The plan": {reflect.TypeFor[session.Plan](), reflect.TypeFor[session.Item](),
			reflect.TypeFor[session.CheckedIn](), reflect.TypeFor[session.CheckedStep]()},
		"Notes":                    {reflect.TypeFor[session.Noted]()},
		"The key":                  {reflect.TypeFor[storedKey]()},
		"Drafts":                   {reflect.TypeFor[storedDrafts](), reflect.TypeFor[session.Draft]()},
		"The newest results":       {reflect.TypeFor[storedIndex](), reflect.TypeFor[storedOutline]()},
		"`waymark history --json`": {reflect.TypeFor[report.HistoryRecord](), reflect.TypeFor[report.ResultRecord](), reflect.TypeFor[report.MoveRecord]()},
	} {
		var want []string
		for _, of := range types {
			names := jsonFields(of)
			if heading == "A result" {
				names = slices.DeleteFunc(names, func(name string) bool { return slices.Contains(attempt, name) })
			}
			if heading != "`waymark history --json`" {
				names = slices.DeleteFunc(names, func(name string) bool { return slices.Contains(shared, name) })
			}
			want = append(want, names...)
		}
		got := slices.Clone(documented[heading])
		slices.Sort(got)
		if slices.Sort(want); !slices.Equal(got, want) {
			t.Errorf("%s: the tables have %q, the program %q", heading, got, want)
		}
	}
	// What is told in a sentence rather than in a table.
	for _, of := range []reflect.Type{reflect.TypeFor[session.Profile](), reflect.TypeFor[stages.ContentRef](), reflect.TypeFor[stages.SurveyScores](),
		reflect.TypeFor[stages.AxisScore](), reflect.TypeFor[session.Aim](), reflect.TypeFor[session.Move](), reflect.TypeFor[report.AnswersRecord]()} {
		for _, name := range jsonFields(of) {
			if !strings.Contains(string(text), "`"+name+"`") {
				t.Errorf("%v: `%s` is not there", of, name)
			}
		}
	}
	for _, file := range []string{interviewFile(stages.Stages), interviewFile(stages.Crossroads), interviewFile(stages.Surroundings), planFile, draftsFile, resultsDir + "/",
		indexFile, asideDir + "/", lockFile, notesFile, notesLock, keyFile} {
		if !strings.Contains(string(text), "`"+file+"`") {
			t.Errorf("%s is not there", file)
		}
	}
}

// The name of a result is as the document shows it, and so is how a checksum is checked: see
// TestChecksumIsOfTheOtherLines.
func TestNameIsDocumented(t *testing.T) {
	r := of(stages.Stages, 1, 0)
	r.Saved = noon.Add(5*60*60*1e9 + 30*60*1e9)
	text, err := os.ReadFile("../../docs/journal.md")
	check(t, err)
	if want := "`results/" + resultName(12, r) + "`"; !strings.Contains(string(text), want) {
		t.Errorf("no %s", want)
	}
}
