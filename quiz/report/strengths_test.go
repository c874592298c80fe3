package report_test

import (
	"strings"
	"testing"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// proven is a result with levels along craft, customer and design, in a kind of work.
func proven(work string, levels ...int) session.Result {
	r := session.Result{Placement: strandsAt(levels...), Snapshot: *catalog()}
	r.Profile.Work = work
	return r
}

func TestStrengthsFromLevelTwo(t *testing.T) {
	c := catalog()
	c.Strengths = append(c.Strengths, stages.Strength{Strand: "craft", Work: "engineering", Proves: map[string]string{"product": "You build."}})
	for _, row := range []struct {
		work  string
		words string
	}{
		{"support", "customer, level 2: You find the need. / design, level 4: You find the need."},
		{"consulting", ""}, // the content has no words for it
		{"", ""},           // no kind of work counts as engineering, and craft is at level 1
	} {
		var got []string
		for _, s := range report.Strengths(proven(row.work, 1, 2, 4, 0)) {
			got = append(got, s.Strand+", "+s.Standing+": "+s.Proves["product"])
		}
		if said := strings.Join(got, " / "); said != row.words {
			t.Errorf("%q: %s\nwant %s", row.work, said, row.words)
		}
	}
	if got := report.Strengths(proven("", 3)); len(got) != 1 || got[0].Proves["product"] != "You build." {
		t.Errorf("no kind of work: %v", got)
	}
}

// A line for a CV is filled with the example, else with the answer to a question about events that speaks loudest.
func TestLineForACV(t *testing.T) {
	picked := func(option, example string) stages.Answer {
		return stages.Answer{Options: []string{option}, Evidence: example}
	}
	for _, row := range []struct {
		when    string
		answers stages.Answers
		filled  string
	}{
		{"an example", stages.Answers{"craft-1": picked("at-3", "Storage for Lyon,\n last June")}, "Storage for Lyon, last June"},
		{"an example of a claim", stages.Answers{"craft-1": picked("at-3", ""), "craft-2": picked("at-2", "Lyon")}, "Lyon"},
		{"the first of two", stages.Answers{"craft-1": picked("at-3", "Lyon"), "craft-2": picked("at-5", "Oslo")}, "Lyon"},
		{"an example of white space", stages.Answers{"craft-1": picked("at-3", " \n ")}, `[your example of "a design expected to fail, 1"]`},
		{"no example", stages.Answers{"craft-1": picked("at-3", ""), "craft-boxes": picked("box-4", "")}, `[your example of "what you left behind"]`},
		{"alike loud: the first", stages.Answers{"craft-1": picked("at-3", ""), "craft-boxes": picked("box-3", "")}, `[your example of "a design expected to fail, 1"]`},
		{"a claim is no event", stages.Answers{"craft-2": picked("at-5", "")}, "[your example]"},
		{"along another strand", stages.Answers{"trust-1": picked("at-5", "Oslo")}, "[your example]"},
		{"skipped, with an example", stages.Answers{"craft-1": {Skip: stages.Unsure, Evidence: "Lyon"}}, "[your example]"},
		{"an option that is gone", stages.Answers{"craft-1": picked("renamed", "")}, "[your example]"},
	} {
		r := proven("support", 3)
		r.Interview.Answers = row.answers
		if got := report.Strengths(catalog(), r)[0].CV["architect"]; got != "Weighed designs: "+row.filled {
			t.Errorf("%s: %s", row.when, got)
		}
	}
}

func TestStrengthsText(t *testing.T) {
	e := report.Export{Result: proven("support", 3)}
	for _, row := range []struct {
		reader report.Reader
		want   string
	}{
		{report.Readers[0], "What your work proves to a product manager\n\n  Craft, level 3\n  - It proves: You find the need.\n  - For a CV: Turned requests into needs: [your example]\n"},
		{report.Readers[1], "What your work proves to an architect\n\n  Craft, level 3\n  - It proves: You weigh the cost.\n  - For a CV: Weighed designs: [your example]\n"},
		{report.Readers[2], "What your work proves to an engineering manager\n\n  Craft, level 3\n  - It proves: You carry it through.\n  - For a CV: Carried it through: [your example]\n"},
	} {
		var out strings.Builder
		if err := e.StrengthsText(&out, 80, catalog(), row.reader); err != nil || out.String() != row.want {
			t.Errorf("%v:\n%s\nwant\n%s", err, out.String(), row.want)
		}
	}
}

// Where nothing is proven yet, the export has no heading for it.
func TestNoStrengths(t *testing.T) {
	var out strings.Builder
	if err := (report.Export{Result: proven("support", 1)}).Markdown(&out, catalog()); err != nil || strings.Contains(out.String(), "Strengths") {
		t.Errorf("%v:\n%s", err, out.String())
	}
}
