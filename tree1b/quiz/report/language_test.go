package report_test

import (
	"bytes"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"waymark/quiz/locale/localetest"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// notText is what a file has beside its words.
var notText = regexp.MustCompile(`(?s)<style>.*?</style>|<[^>]*>|&[a-z]+;|\.[a-z]+ \{[^}]*\}`)

// TestEveryWordIsTranslated writes every report in a language of letters with accents: nothing of it is in English, and no
// line of a text is too wide.
func TestEveryWordIsTranslated(t *testing.T) {
	localetest.Use(t)
	e := exported(localetest.Cyrillic(catalog()), "Лион")
	e = e.With(report.AllParts)
	h := session.History{Results: []session.Result{e.Result, e.Result}}
	h.Results[1].Saved = day.AddDate(0, -5, 0)
	answers := e.Result.Comparable(stages.NewBank(localetest.Cyrillic(catalog())))
	opinions := report.NewOpinions(stages.NewBank(localetest.Cyrillic(catalog())), e.Result, answers, "Ада", []report.Rated{{Name: "Рут", Interview: answers}})
	const width = 70
	for name, write := range map[string]func(io.Writer) error{
		"text":         func(out io.Writer) error { return e.Text(out, width) },
		"drawn text":   func(out io.Writer) error { return e.DrawnText(out, width, report.Inks{}) },
		"narrow text":  func(out io.Writer) error { return e.DrawnText(out, 40, report.Inks{}) },
		"Markdown":     e.Markdown,
		"page":         e.HTML,
		"card":         func(out io.Writer) error { return e.CardText(out, true) },
		"picture":      func(out io.Writer) error { return e.CardSVG(out, true) },
		"plan":         func(out io.Writer) error { return e.PlanText(out, width, day) },
		"crossroads":   func(out io.Writer) error { return e.SurveyText(out, width, stages.Crossroads) },
		"surroundings": func(out io.Writer) error { return e.SurveyText(out, width, stages.Surroundings) },
		"history":      func(out io.Writer) error { return report.HistoryText(out, h, e.Plan, width, true, report.Inks{}) },
		"history told": func(out io.Writer) error { return report.HistoryText(out, h, e.Plan, width, false, report.Inks{}) },
		"what moved": func(out io.Writer) error {
			return report.DifferenceText(out, session.Between(h.Results[0], h.Results[1], e.Plan), width, report.Inks{})
		},
		"evidence":         report.NewEvidence(e, nil).Markdown,
		"page of evidence": report.NewEvidence(e, nil).HTML,
		"opinions":         func(out io.Writer) error { return opinions.Text(out, width) },
	} {
		var out bytes.Buffer
		if err := write(&out); err != nil {
			t.Fatal(err)
		}
		text := notText.ReplaceAllString(out.String(), " ")
		if words := localetest.English(text, "Ruth", "customer", "customers", "Waymark", "svg", "DOCTYPE", "html", "text"); len(words) > 0 {
			t.Errorf("%s says in English: %s\n%s", name, strings.Join(words, " "), text)
		}
		most := width
		switch name {
		case "Markdown", "evidence", "page", "page of evidence", "picture": // whose reader breaks lines
			continue
		case "card":
			most = 72
		case "narrow text":
			most = 40
		}
		for line := range strings.Lines(out.String()) {
			if got := ansi.StringWidth(strings.TrimRight(line, "\n")); got > most {
				t.Errorf("%s has a line of %d columns: %s", name, got, line)
			}
		}
	}
}
