package report_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

const example = "Storage for the Lyon site, last June.\nTheir operations lead was there. 工場"

func TestMarkdown(t *testing.T) {
	c := catalog()
	var out strings.Builder
	if err := exported(c, example).Markdown(&out); err != nil {
		t.Fatal(err)
	}
	golden.RequireEqual(t, []byte(out.String()))
}

func TestText(t *testing.T) {
	var out strings.Builder
	if err := exported(catalog(), example).Text(&out, 70); err != nil {
		t.Fatal(err)
	}
	golden.RequireEqual(t, []byte(out.String()))
}

// The JSON is for programs of others: its fields stay.
func TestJSON(t *testing.T) {
	var out strings.Builder
	e, there := report.NewExport(map[string]session.Result{}, session.Plan{})
	if err := e.JSON(&out); err != nil || there {
		t.Fatal(err, there)
	}
	var bare, full map[string]any
	if err := json.Unmarshal([]byte(out.String()), &bare); err != nil {
		t.Fatal(err)
	}
	if fmt.Sprint(bare["schema"], bare["surveys"], bare["plan"]) != "1 [] map[items:[] schema:1]" {
		t.Errorf("without anything: %s", out.String())
	}
	out.Reset()
	if err := exported(catalog(), example).JSON(&out); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(out.String(), "{\n  \"schema\": 1,\n  \"result\": {\n") {
		t.Errorf("begins %q", out.String()[:40])
	}
	if err := json.Unmarshal([]byte(out.String()), &full); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"schema", "result.schema", "result.assessment", "result.content", "result.started", "result.saved", "result.profile",
		"result.interview.answers.craft-1.evidence", "result.result.level", "result.result.why", "result.said.questions", "surveys.0.survey.axes",
		"surveys.0.said.crossroads", "surveys.1.said.surroundings", "plan.items.0.step", "plan.items.0.done", "plan.mentor", "plan.framework", "plan.check_in"} {
		if field(full, path) == nil {
			t.Errorf("there is no %s", path)
		}
	}
}

// field walks into JSON by a path.
func field(v any, path string) any {
	for _, name := range strings.Split(path, ".") {
		switch in := v.(type) {
		case map[string]any:
			v = in[name]
		case []any:
			v = in[int(name[0]-'0')]
		default:
			return nil
		}
	}
	return v
}

// What everybody skipped leaves nothing to place, and nothing to advise.
func TestNothingPlaced(t *testing.T) {
	c := catalog()
	r := attempt(c, stages.Stages, "", levels(nil)).Score(stages.NewBank(c), nil, day)
	w, _ := report.NewExport(map[string]session.Result{r.Assessment: r}, session.Plan{})
	var text, markdown strings.Builder
	if err := w.Text(&text, 70); err != nil {
		t.Fatal(err)
	}
	if err := w.Markdown(&markdown); err != nil {
		t.Fatal(err)
	}
	for _, out := range []string{text.String(), markdown.String()} {
		if !strings.Contains(out, "No level this time: everything was skipped.") || strings.Contains(out, "next") {
			t.Errorf("nothing was placed, and it says\n%s", out)
		}
	}
}

// What is said once is said once.
func TestSaidOnce(t *testing.T) {
	c := catalog()
	var out strings.Builder
	if err := exported(c, example).Markdown(&out); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(out.String(), "It doesn't decide promotions."); n != 1 {
		t.Errorf("what it is not is said %d times", n)
	}
}
