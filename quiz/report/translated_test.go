package report_test

import (
	"strings"
	"testing"

	"waymark/quiz/locale/localetest"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// german is the catalog of the fixtures, said to be in another language.
func german() *stages.Catalog {
	c := catalog()
	c.Language = "de"
	return c
}

// inGerman says some of the program's words in another language for one test.
func inGerman(t *testing.T) {
	t.Helper()
	localetest.Translate(t, `msgid "%[1]d %[2]s %[3]d"
msgstr "%[1]d. %[2]s %[3]d"

msgid "%[1]d %[2]s"
msgstr "%[1]d. %[2]s"

msgid "March"
msgstr "März"

msgid "Mar"
msgstr "Mär."

msgid "Thursday"
msgstr "Donnerstag"

msgid "%[1]s and %[2]s"
msgstr "%[1]s und %[2]s"

msgid "one"
msgstr "eins"

msgid "%d week"
msgid_plural "%d weeks"
msgstr[0] "%d Woche"
msgstr[1] "%d Wochen"

msgid "up one level"
msgid_plural "up %s levels"
msgstr[0] "eine Stufe höher"
msgstr[1] "%s Stufen höher"

msgid "\"%s\""
msgstr "„%s“"
`)
}

// TestWordsInALanguage makes what's made of numbers, names and days in the way of another language.
func TestWordsInALanguage(t *testing.T) {
	inGerman(t)
	one, other := placed(2, 1, .95), placed(3, 1, .95)
	before, now := answering(nil), answering(nil)
	before.Placement, now.Placement, before.Saved, now.Saved = one, other, day, day
	now.Interview.Asked = []string{"one"} // which has no answer to compare
	moved := report.Moved(before, now)
	for got, want := range map[string]string{
		report.Date(day):                         "12. März 2026",
		report.Day(day):                          "12. März",
		report.ShortDate(day):                    "12. Mär. 2026",
		report.List([]string{"a", "b", "c"}):     "a, b und c",
		report.Number(1):                         "eins",
		report.Weeks(1) + ", " + report.Weeks(2): "1 Woche, 2 Wochen",
		moved:                                    "Since 12. März 2026: eine Stufe höher.",
		report.NoteText(session.Noted{At: day, Text: "Lyon"}, day):  "„Lyon“, 12. März",
		report.FirstSentence("„Warum jetzt?“ Frag nach. Dann geh."): "„Warum jetzt?“",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestEnglishGrammarIsForEnglish leaves texts in another language as they are, but for those that were written for an
// observer.
func TestEnglishGrammarIsForEnglish(t *testing.T) {
	q := &stages.Question{Ask: "What did you do?", Short: "your design", Observer: "Was hat {name} getan?", Options: []stages.Option{
		{ID: "a", Text: "I led it.", Observer: "{name} war es."}, {ID: "b", Text: "I led it."}}}
	seen := report.Observed(german(), q, "Ada")
	if seen.Ask != "Was hat Ada getan?" || seen.Short != q.Short || seen.Options[0].Text != "Ada war es." || seen.Options[1].Text != "I led it." {
		t.Errorf("%+v", seen)
	}
	q.Observer = ""
	if got := report.Observed(catalog(), q, "Ada").Ask; got != "What did Ada do?" {
		t.Error(got)
	}
	wind := scored(stages.Surroundings, map[string]float64{"voice": .9})
	wind.Snapshot.Language = "de"
	if got := report.SurveyHeadline(wind); got != "Your workplace is helping you with: The voice." {
		t.Error(got)
	}
	did := answering(stages.Answers{"craft-1": picked("at-3", "")})
	did.Snapshot.Language = "de"
	if got := report.Strengths(did)[0].You; got != "You Did what is done at 3." {
		t.Error(got)
	}
}

// TestLanguageOfADocument says it to browsers and calendars, which read a text aloud or break its words by it.
func TestLanguageOfADocument(t *testing.T) {
	for language, want := range map[string]string{"": "en-GB", "de": "de", "pt-BR": "pt-BR"} {
		c := catalog()
		c.Language = language
		e := exported(c, example)
		_, svg := cards(t, e, false)
		var plan strings.Builder
		if _, err := e.PlanCalendar(&plan, day); err != nil {
			t.Fatal(err)
		}
		primary, _, _ := strings.Cut(strings.ToUpper(want), "-")
		for _, found := range []struct{ in, what string }{{page(t, e), `<html lang="` + want + `">`}, {page(t, report.NewEvidence(e, nil)), `<html lang="` + want + `">`},
			{svg, ` lang="` + want + `" `}, {plan.String(), "PRODID:-//Waymark//Waymark//" + primary + "\r\n"}} {
			if !strings.Contains(found.in, found.what) {
				t.Errorf("%s isn't in %.200s", found.what, found.in)
			}
		}
	}
}
