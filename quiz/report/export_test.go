package report_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

const example = "Storage for the Lyon site, last June.\nTheir operations lead was there. 工場"

func TestMarkdown(t *testing.T) {
	c := catalog()
	var out strings.Builder
	if err := exported(c, example).Markdown(&out, c); err != nil {
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

func TestPlanText(t *testing.T) {
	var out strings.Builder
	if err := exported(catalog(), example).PlanText(&out, 70, day.AddDate(0, 0, 25)); err != nil {
		t.Fatal(err)
	}
	golden.RequireEqual(t, []byte(out.String()))
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
	if err := w.Markdown(&markdown, c); err != nil {
		t.Fatal(err)
	}
	for _, out := range []string{text.String(), markdown.String()} {
		if !strings.Contains(out, "No level this time: everything was skipped.") || strings.Contains(out, "next") {
			t.Errorf("nothing was placed, and it says\n%s", out)
		}
	}
}

func TestTextKeepsToItsWidth(t *testing.T) {
	for width := 30; width <= 70; width += 4 {
		var out strings.Builder
		w := exported(catalog(), strings.Repeat("設計は一緒に描き直しました", 20)+" "+strings.Repeat("x", 200))
		if err := w.Text(&out, width); err != nil {
			t.Fatal(err)
		}
		if err := w.PlanText(&out, width, day); err != nil {
			t.Fatal(err)
		}
		for l := range strings.Lines(out.String()) {
			if l = strings.TrimSuffix(l, "\n"); ansi.StringWidth(l) > width || strings.HasSuffix(l, " ") {
				t.Errorf("at %d: %q", width, l)
			}
		}
	}
}

// What is said once is said once.
func TestSaidOnce(t *testing.T) {
	c := catalog()
	var out strings.Builder
	if err := exported(c, example).Markdown(&out, c); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(out.String(), "It decides nothing about a promotion."); n != 1 {
		t.Errorf("what it is not is said %d times", n)
	}
}
