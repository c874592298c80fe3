package report_test

import (
	"fmt"
	"maps"
	"slices"
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

// What is told rests on an answer, whatever the level: two deeds a strand at most, the highest first.
func TestStrengths(t *testing.T) {
	for _, row := range []struct {
		when    string
		answers stages.Answers
		words   string
	}{
		{"nothing", nil, ""},
		{"the lowest answer", stages.Answers{"craft-1": picked("at-1", "")}, ""},
		{"an answer", stages.Answers{"craft-1": picked("at-2", "")}, "craft: You did what is done at 2. You find the need, at 2."},
		{"boxes, of which two are told", stages.Answers{"craft-boxes": {Options: []string{"box-2", "box-5", "box-4"}}},
			"craft: You did what is done at 5. You find the need, at 4. / craft: You did what is done at 4. You find the need, at 4."},
		{"boxes, and another answer", stages.Answers{"craft-boxes": {Options: []string{"box-4", "box-5"}}, "craft-1": picked("at-3", "")},
			"craft: You did what is done at 5. You find the need, at 4. / craft: You did what is done at 3. You find the need, at 2."},
		{"along two strands", stages.Answers{"trust-2": picked("at-3", ""), "customer-1": picked("at-2", "")},
			"customer: You did what is done at 2. You find the need, at 2. / trust: You did what is done at 3. You find the need, at 2."},
		{"skipped", stages.Answers{"craft-1": {Skip: stages.NoChance}}, ""},
	} {
		var got []string
		for _, s := range report.Strengths(answering(row.answers)) {
			got = append(got, s.Strand+": "+s.You+" "+s.Shows["product"])
		}
		if said := strings.Join(got, " / "); said != row.words {
			t.Errorf("%s: %s\nwant %s", row.when, said, row.words)
		}
	}
}

// A claim that goes further than what others could confirm is no line for a CV until it has an example.
func TestNoStrengthFromAClaimThatNobodyCouldConfirm(t *testing.T) {
	for _, example := range []string{"", "Told the plant's manager, last June."} {
		r := answering(stages.Answers{"craft-2": picked("at-4", example), "voice-1": picked("at-3", "")})
		r.Placement.Warnings = []stages.Warning{{Kind: stages.WarnClaims, Questions: []string{"craft-2"}}}
		var got []string
		for _, s := range report.Strengths(r) {
			got = append(got, s.Strand)
		}
		if slices.Contains(got, "craft") != (example != "") || !slices.Contains(got, "voice") {
			t.Errorf("with the example %q: %v", example, got)
		}
	}
}

// What is well below the person's level is no line for their CV, where there is enough without it.
func TestNoStrengthWellBelowTheLevel(t *testing.T) {
	high := stages.Answers{"craft-1": picked("at-4", ""), "customer-1": picked("at-5", ""), "design-1": picked("at-3", ""), "voice-1": picked("at-2", "")}
	more := stages.Answers{"trust-1": picked("at-3", "")}
	for _, row := range []struct {
		level int
		more  bool
		want  string
	}{
		{4, true, "craft customer design trust"},
		{4, false, "craft customer design voice"}, // too few without it
		{3, true, "craft customer design voice trust"},
		{0, true, "craft customer design voice trust"},
	} {
		answers := maps.Clone(high)
		if row.more {
			maps.Copy(answers, more)
		}
		r := answering(answers)
		if row.level > 0 {
			r.Placement.Level = at(row.level)
		}
		var got []string
		for _, s := range report.Strengths(r) {
			got = append(got, s.Strand)
		}
		if said := strings.Join(got, " "); said != row.want {
			t.Errorf("at level %d: %s, want %s", row.level, said, row.want)
		}
	}
	capped := answering(high)
	capped.Placement.Level, capped.Placement.SpeaksFor = at(1), at(4)
	capped.Interview.Answers["trust-1"] = picked("at-3", "")
	if got := report.Strengths(capped); len(got) != 4 {
		t.Errorf("at level 1, where the answers speak for 4: %+v", got)
	}
	high["trust-1"], high["voice-1"] = picked("at-3", ""), picked("at-2", "Told the plant's manager, last June.")
	r := answering(high)
	r.Placement.Level = at(4)
	if got := report.Strengths(r); len(got) != 5 {
		t.Errorf("with an example: %+v", got)
	}
}

// Nothing is made of answers that contradict one another, until one of them is changed.
func TestNoStrengthOfAnswersThatDisagree(t *testing.T) {
	r := answering(stages.Answers{"craft-1": picked("at-5", ""), "craft-2": picked("at-2", ""), "craft-boxes": picked("box-3", "")})
	r.Interview.Asked = []string{"craft-1", "craft-2", "craft-boxes"}
	r.Placement.Warnings = []stages.Warning{{Kind: stages.WarnContradiction, Questions: []string{"craft-1", "craft-2"}}}
	if got := report.Strengths(r); len(got) != 1 || got[0].You != "You did what is done at 3." {
		t.Errorf("%+v", got)
	}
}

// What held the person back is no strength as well.
func TestNoStrengthThatHeldBack(t *testing.T) {
	r := answering(stages.Answers{"craft-1": picked("at-5", ""), "craft-2": picked("at-2", "")})
	r.Placement.Why = []stages.Influence{{Question: "craft-1", Weight: .2}, {Question: "craft-2", Weight: -.2}}
	if got := report.Strengths(r); len(got) != 1 || got[0].You != "You did what is done at 5." {
		t.Errorf("%+v", got)
	}
	r.Placement.Why[0].Weight = -.1
	if got := report.StrandShown(r, "craft"); got != "On \"a design expected to fail, 1\", you answered \"answer at 5\"." {
		t.Errorf("both held back: %s", got)
	}
}

// It says what it rests on, and of a claim that an example makes it stronger.
func TestWhatAStrengthRestsOn(t *testing.T) {
	for question, want := range map[string]string{
		"craft-1": "\"answer at 2\", your answer to \"a design expected to fail, 1\".",
		"craft-2": "\"answer at 2\", your answer to \"a design expected to fail, 2\". Only your answer says so; an example makes it stronger.",
	} {
		s := report.Strengths(answering(stages.Answers{question: picked("at-2", "")}))[0]
		parts := report.StrengthParts(s, report.Readers([]report.Strength{s})[0])
		if got := parts[len(parts)-1]; got.Label != "Based on" || got.Text != want || s.Confirmed != (question == "craft-1") {
			t.Errorf("%s: %+v", question, got)
		}
	}
}

// A line for a CV is filled with the example of the answer it rests on, else it asks for one.
func TestLineForACV(t *testing.T) {
	const blank = " (add your example)"
	for _, row := range []struct {
		when    string
		answers stages.Answers
		filled  string
	}{
		{"its own example", stages.Answers{"craft-1": picked("at-3", "Storage for Lyon,\n last June"), "craft-2": picked("at-1", "Oslo")}, ": Storage for Lyon, last June"},
		{"an example of white space", stages.Answers{"craft-1": picked("at-3", " \n ")}, blank},
		{"none", stages.Answers{"craft-1": picked("at-3", "")}, blank},
		{"of another answer", stages.Answers{"craft-1": picked("at-3", ""), "craft-2": picked("at-1", "Oslo")}, blank},
	} {
		s := report.Strengths(answering(row.answers))[0]
		parts := report.StrengthParts(s, report.Readers([]report.Strength{s})[0])
		if got := parts[len(parts)-2]; got.Label != "For a CV" || got.Text != "Did what is done at 3"+row.filled || s.Exemplified == (row.filled == blank) {
			t.Errorf("%s: %+v", row.when, got)
		}
	}
}

func TestStrengthsText(t *testing.T) {
	e := report.Export{Result: answering(stages.Answers{"craft-1": picked("at-3", "")})}
	for i, want := range []string{
		"a product manager\n\n  Craft\n  - You: You did what is done at 3.\n  - It shows: You find the need, at 2.\n",
		"an architect\n\n  Craft\n  - You: You did what is done at 3.\n  - It shows: You weigh the cost.\n",
		"an engineering manager\n\n  Craft\n  - You: You did what is done at 3.\n  - It shows: You carry it through.\n",
		"a head of support or customer success\n\n  Craft\n  - You: You did what is done at 3.\n  - It shows: You calm them.\n",
	} {
		want = "What your answers show " + want + "  - For a CV: Did what is done at 3 (add your example)\n" +
			"  - Based on: \"answer at 3\", your answer to \"a design expected to fail, 1\".\n"
		var out strings.Builder
		if err := e.StrengthsText(&out, 200, report.Readers(report.Strengths(e.Result))[i]); err != nil || out.String() != want {
			t.Errorf("%v:\n%s\nwant\n%s", err, out.String(), want)
		}
	}
}

// TestReadersAreThoseWithWords offers no reader that the content says nothing to, and anyone where it says nothing at all.
func TestReadersAreThoseWithWords(t *testing.T) {
	for _, tt := range []struct {
		shows map[string]string
		want  string
	}{
		{map[string]string{"manager": "You carry it through.", "product": "You find the need."}, "[a product manager an engineering manager]"},
		{map[string]string{"service": "You calm them."}, "[a head of support or customer success]"},
		{nil, "[others]"},
	} {
		var got []string
		for _, r := range report.Readers([]report.Strength{{}, {Shows: tt.shows}}) {
			got = append(got, r.Name.String())
		}
		if fmt.Sprint(got) != tt.want {
			t.Errorf("%v is told to %v, not %s", tt.shows, got, tt.want)
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
