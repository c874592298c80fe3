package report_test

import (
	"encoding/json"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"waymark/quiz/report"
	"waymark/stages"
)

func markdown(t *testing.T, e interface{ Markdown(io.Writer) error }) string {
	t.Helper()
	var out strings.Builder
	if err := e.Markdown(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// aiming is all of a person who also said where they want to go.
func aiming() report.Export {
	e := exported(catalog(), example)
	e.Result.Snapshot.Aims.Options = []stages.Aim{{ID: "away", Text: "Somewhere else"}}
	e.Result.Profile.Aim = "away"
	return e
}

func TestMarkdownForOthers(t *testing.T) {
	golden.RequireEqual(t, []byte(markdown(t, aiming().With())))
}

// What each part adds is there where it is asked for, and nowhere else.
func TestParts(t *testing.T) {
	tells := map[string][]string{
		report.PartCrossroads:   {"## Crossroads", "expert road", "Somewhere else"},
		report.PartSurroundings: {"## Surroundings", "at your workplace", "given your workplace", "holding you back"},
		report.PartAnswers:      {"## Appendix", "What somebody at 4 would say, in full."},
		report.PartName:         {"Ruth"},
	}
	for _, asked := range [][]string{nil, {"crossroads"}, {"surroundings"}, {"answers"}, {"name"}, {"name", "surroundings"}, {"all"}} {
		e := aiming().With(asked...)
		text := markdown(t, e)
		for _, part := range report.AskedParts {
			wanted := slices.Contains(asked, part) || slices.Contains(asked, report.AllParts)
			for _, words := range tells[part] {
				if strings.Contains(text, words) != wanted {
					t.Errorf("with %v: %q is there: %v", asked, words, !wanted)
				}
			}
			if slices.Contains(e.LeftOut, part) == wanted {
				t.Errorf("with %v: left out are %v", asked, e.LeftOut)
			}
		}
		if told := strings.Contains(text, "Left out: "); told != (len(e.LeftOut) > 0) {
			t.Errorf("with %v: told what is left out: %v", asked, told)
		}
	}
	if e := aiming().With("all"); markdown(t, e) != markdown(t, aiming()) {
		t.Error("all is not all")
	}
}

// The answers to a survey are told only where both are asked for.
func TestAnswersOfASurveyThatIsLeftOut(t *testing.T) {
	text := markdown(t, aiming().With(report.PartAnswers))
	if strings.Contains(text, "forget the time") || strings.Contains(text, "you reported") {
		t.Errorf("answers to a survey that is left out:\n%s", text)
	}
}

// What is not there is not said to be left out.
func TestNothingToLeaveOut(t *testing.T) {
	e := exported(catalog(), "")
	e.Surveys, e.Result.Profile.Name = nil, " "
	if left := e.With().LeftOut; len(left) != 1 || left[0] != report.PartAnswers {
		t.Errorf("left out are %v", left)
	}
}

// Leaving out changes a copy.
func TestWithKeepsTheWhole(t *testing.T) {
	e := aiming()
	before := markdown(t, e)
	var out strings.Builder
	if err := e.With().JSON(&out); err != nil {
		t.Fatal(err)
	}
	if markdown(t, e) != before {
		t.Error("the whole has changed")
	}
}

// For programs, the fields stay and are empty.
func TestPartsOfJSON(t *testing.T) {
	decoded := func(asked ...string) (all map[string]any, text string) {
		var out strings.Builder
		if err := aiming().With(asked...).JSON(&out); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal([]byte(out.String()), &all); err != nil {
			t.Fatal(err)
		}
		return all, out.String()
	}
	bare, text := decoded()
	if surveys, ok := bare["surveys"].([]any); !ok || len(surveys) != 0 {
		t.Errorf("surveys are %v", bare["surveys"])
	}
	if answers, ok := field(bare, "result.interview.answers").(map[string]any); !ok || len(answers) != 0 {
		t.Errorf("answers are %v", answers)
	}
	for _, word := range []string{"Ruth", `"aim"`, "place-voice", "road-0"} {
		if strings.Contains(text, word) {
			t.Errorf("%s is not left out", word)
		}
	}
	if field(bare, "result.result.why") == nil || field(bare, "left_out.3") == nil {
		t.Error("why, or what is left out, is missing")
	}
	full, text := decoded("all")
	if field(full, "surveys.1.interview.answers") == nil || field(full, "left_out") != nil || !strings.Contains(text, "Ruth") {
		t.Error("all is not all")
	}
}

// A warning is said, and is no heading.
func TestWarningIsNoHeading(t *testing.T) {
	e := exported(catalog(), "")
	e.Result.Placement.Warnings = []stages.Warning{{Kind: stages.WarnHasty, Questions: []string{"craft-1"}}}
	text := markdown(t, e)
	if warning := report.WarningText(stages.WarnHasty); !strings.Contains(text, "\n"+warning+"\n") || strings.Contains(text, "# "+warning) {
		t.Errorf("the warning is a heading:\n%s", text)
	}
}
