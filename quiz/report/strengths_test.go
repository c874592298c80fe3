package report_test

import (
	"strings"
	"testing"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// answering is a result in which some questions were answered.
func answering(answers stages.Answers) session.Result {
	r := session.Result{Placement: strandsAt(1, 1), Snapshot: *catalog()}
	r.Interview.Answers = answers
	return r
}

func picked(option, example string) stages.Answer {
	return stages.Answer{Options: []string{option}, Evidence: example}
}

// What is told rests on an answer, whatever the level: two strengths a strand at most, the highest first.
func TestStrengths(t *testing.T) {
	for _, row := range []struct {
		when    string
		answers stages.Answers
		words   string
	}{
		{"nothing", nil, ""},
		{"the lowest answer", stages.Answers{"craft-1": picked("at-1", "")}, ""},
		{"an answer", stages.Answers{"craft-1": picked("at-2", "")}, "craft, level 2: You found the need."},
		{"a higher one", stages.Answers{"craft-1": picked("at-5", "")}, "craft, level 4: You changed the plan. / craft, level 2: You found the need."},
		{"along two strands", stages.Answers{"trust-2": picked("at-3", ""), "customer-1": picked("at-2", "")},
			"customer, level 2: You found the need. / trust, level 2: You found the need."},
		{"skipped", stages.Answers{"craft-1": {Skip: stages.NoChance}}, ""},
	} {
		var got []string
		for _, s := range report.Strengths(answering(row.answers)) {
			got = append(got, s.Strand+", "+s.Standing+": "+s.You)
		}
		if said := strings.Join(got, " / "); said != row.words {
			t.Errorf("%s: %s\nwant %s", row.when, said, row.words)
		}
	}
	r := answering(stages.Answers{"craft-1": picked("at-5", "")})
	r.Snapshot.Strengths = append(r.Snapshot.Strengths, stages.Strength{Strand: "craft", Level: 1, On: map[string][]string{"craft-1": {"at-5"}}})
	if got := report.Strengths(r); len(got) != 2 {
		t.Errorf("%d strengths of one strand", len(got))
	}
}

// It says what it rests on, and of a claim that an event would make it stronger.
func TestWhatAStrengthRestsOn(t *testing.T) {
	for question, want := range map[string]string{
		"craft-1": "\"answer at 2\", your answer to \"a design expected to fail, 1\".",
		"craft-2": "\"answer at 2\", your answer to \"a design expected to fail, 2\". That's what you say about yourself; something that happened would make it stronger.",
	} {
		if got := report.Strengths(answering(stages.Answers{question: picked("at-2", "")}))[0].Rests; got != want {
			t.Errorf("%s: %s", question, got)
		}
	}
}

// A line for a CV is filled with the example of the answer it rests on, else with another of the strand, else
// with what to write there.
func TestLineForACV(t *testing.T) {
	const blank = "[what, when, how many, who saw it]"
	for _, row := range []struct {
		when    string
		answers stages.Answers
		filled  string
	}{
		{"its own example", stages.Answers{"craft-1": picked("at-3", "Storage for Lyon,\n last June"), "craft-2": picked("at-1", "Oslo")}, "Storage for Lyon, last June"},
		{"another of the strand", stages.Answers{"craft-1": picked("at-3", ""), "craft-2": picked("at-1", "Oslo")}, "Oslo"},
		{"an example of white space", stages.Answers{"craft-1": picked("at-3", " \n ")}, blank},
		{"none", stages.Answers{"craft-1": picked("at-3", "")}, blank},
		{"of another strand", stages.Answers{"craft-1": picked("at-3", ""), "trust-1": picked("at-1", "Oslo")}, blank},
		{"of a skip", stages.Answers{"craft-1": picked("at-3", ""), "craft-2": {Skip: stages.Unsure, Evidence: "Oslo"}}, blank},
	} {
		if got := report.Strengths(answering(row.answers))[0].CV["architect"]; got != "Weighed designs: "+row.filled {
			t.Errorf("%s: %s", row.when, got)
		}
	}
}

func TestStrengthsText(t *testing.T) {
	e := report.Export{Result: answering(stages.Answers{"craft-1": picked("at-3", "")})}
	for i, want := range []string{
		"a product manager\n\n  Craft, level 2\n  - It shows: You find the need.\n  - For a CV: Turned requests into needs: ",
		"an architect\n\n  Craft, level 2\n  - It shows: You weigh the cost.\n  - For a CV: Weighed designs: ",
		"an engineering manager\n\n  Craft, level 2\n  - It shows: You carry it through.\n  - For a CV: Carried it through: ",
		"a head of support or customer success\n\n  Craft, level 2\n  - It shows: You calm them.\n  - For a CV: Kept customers: ",
	} {
		want = "What your answers show " + want + "[what, when, how many, who saw it]\n" +
			"  - Based on: \"answer at 3\", your answer to \"a design expected to fail, 1\".\n"
		var out strings.Builder
		if err := e.StrengthsText(&out, 200, report.Readers[i]); err != nil || out.String() != want {
			t.Errorf("%v:\n%s\nwant\n%s", err, out.String(), want)
		}
	}
}

// Where nothing is shown yet, the export has no heading for it.
func TestNoStrengths(t *testing.T) {
	var out strings.Builder
	if err := (report.Export{Result: answering(nil)}).Markdown(&out); err != nil || strings.Contains(out.String(), "Strengths") {
		t.Errorf("%v:\n%s", err, out.String())
	}
}
