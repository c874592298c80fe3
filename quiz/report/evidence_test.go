package report_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// noting is the result of [returning] with notes: one in both of the earlier results, one that was changed since, one on a
// question that was not asked again, and a note of white space.
func noting() report.Export {
	e := returning()
	note := func(i int, notes map[string]string) {
		r := &e.Result
		if i < len(e.Earlier) {
			r = &e.Earlier[i]
		}
		answers := stages.Answers{}
		for id, a := range r.Interview.Answers {
			a.Evidence = notes[id]
			answers[id] = a
		}
		r.Interview.Answers = answers
	}
	note(0, map[string]string{"craft-1": "Lyon, first", "craft-2": "Only then", "trust-1": "Kept"})
	note(1, map[string]string{"craft-1": "Lyon, first", "trust-1": "Kept"})
	note(2, map[string]string{"craft-1": "Basel, since", "trust-1": "Kept", "voice-1": " \n"})
	e.Plan.Items[0].Evidence, e.Plan.Items[0].Step.Strand = "Shown twice", "craft"
	return e
}

func along(t *testing.T, e report.Evidence, strand string) report.StrandEvidence {
	t.Helper()
	i := slices.IndexFunc(e.Strands, func(s report.StrandEvidence) bool { return s.ID == strand })
	if i < 0 {
		t.Fatalf("no %s", strand)
	}
	return e.Strands[i]
}

// Notes are gathered by question, the newest first; one that didn't change is told once, as of the last result.
func TestEvidence(t *testing.T) {
	e := report.NewEvidence(noting(), nil)
	var got []string
	for _, ex := range along(t, e, "craft").Examples {
		got = append(got, ex.Question+" "+report.Date(ex.Saved)+" "+ex.Note)
	}
	want := []string{"craft-1 12 March 2026 Basel, since", "craft-1 12 November 2025 Lyon, first", "craft-2 12 June 2025 Only then"}
	if !slices.Equal(got, want) {
		t.Errorf("craft: %q, want %q", got, want)
	}
	if kept := along(t, e, "trust").Examples; len(kept) != 1 || !kept[0].Saved.Equal(day) {
		t.Errorf("trust: %+v", kept)
	}
	if voice := along(t, e, "voice"); len(voice.Examples) != 0 {
		t.Errorf("white space is an example: %+v", voice)
	}
	first := along(t, e, "craft").Examples[0]
	if first.Short != "a design expected to fail, 1" || first.Answer != "What somebody at 4 would say, in full." {
		t.Errorf("the question and its answer: %+v", first)
	}
}

// Finished steps stand under their strand. Open ones, and talks and experiments, which have none, stay out.
func TestEvidenceOfSteps(t *testing.T) {
	e := noting()
	done := day
	talk := e.Plan.Items[0]
	talk.Step.ID, talk.Step.Strand, talk.Evidence = stages.TalkStep+"voice", "", "Told my manager"
	bare := e.Plan.Items[0]
	bare.Step.Title, bare.Evidence, bare.Done = "Without a note", "", &done
	e.Plan.Items = append(e.Plan.Items, talk, bare)
	text := markdown(t, report.NewEvidence(e, nil))
	for _, words := range []string{"### Steps you finished\n", "- [x] **Show your next design yourself:** done on 3 April 2026.", "> Shown twice",
		"**Without a note:** done on 12 March 2026. Nothing noted about what happened."} {
		if !strings.Contains(text, words) {
			t.Errorf("%q is missing in\n%s", words, text)
		}
	}
	if strings.Contains(text, "Told my manager") || strings.Count(text, "[x]") != 2 || strings.Contains(text, "[ ]") {
		t.Errorf("more than finished steps of a strand:\n%s", text)
	}
}

// Where there's none, it says so, which answers could have one, and how to add it.
func TestNoEvidence(t *testing.T) {
	e := returning()
	e.Plan.Items = nil
	text := markdown(t, report.NewEvidence(stripped(e), nil))
	for words, times := range map[string]int{"No examples, as of 12 March 2026.": 1, "\n" + report.NoExample.String() + "\n": 6, "add an example": 1,
		"Answers without an example: a design expected to fail, 1 and what you left behind.": 1, "Steps you finished": 0} {
		if n := strings.Count(text, words); n != times {
			t.Errorf("%q is said %d times, want %d:\n%s", words, n, times, text)
		}
	}
}

// stripped is an export without a note.
func stripped(e report.Export) report.Export {
	e.Earlier = nil
	answers := stages.Answers{}
	for id, a := range e.Result.Interview.Answers {
		a.Evidence = ""
		answers[id] = a
	}
	e.Result.Interview.Answers = answers
	return e
}

// A name is on it where the export has one, and nothing of the surveys in any case.
func TestEvidenceKeepsToItself(t *testing.T) {
	for _, asked := range [][]string{nil, {report.PartName}, {report.AllParts}} {
		e := report.NewEvidence(returning().With(asked...), nil)
		for _, text := range []string{markdown(t, e), page(t, e)} {
			if strings.Contains(text, "Ruth") != (asked != nil) {
				t.Errorf("with %v: named\n%s", asked, text)
			}
			for _, secret := range []string{"road", "forget the time", "you reported", "Somewhere else"} {
				if strings.Contains(text, secret) {
					t.Errorf("with %v: %q is in the evidence", asked, secret)
				}
			}
		}
	}
}

// For programs, the fields are there and a list is never null.
func TestEvidenceJSON(t *testing.T) {
	var out strings.Builder
	if err := report.NewEvidence(stripped(returning()), nil).JSON(&out); err != nil {
		t.Fatal(err)
	}
	var all map[string]any
	if err := json.Unmarshal([]byte(out.String()), &all); err != nil {
		t.Fatal(err)
	}
	for _, list := range []string{"strands", "strands.2.examples", "strands.2.steps", "strands.2.without"} {
		if _, ok := field(all, list).([]any); !ok {
			t.Errorf("%s is %v", list, field(all, list))
		}
	}
}

// Notes from the shell come last, unless one is an example already, or what happened on a step.
func TestEvidenceOfNotes(t *testing.T) {
	e := noting()
	for i := range e.Plan.Items {
		if item := &e.Plan.Items[i]; item.Evidence == "Shown twice" {
			item.Evidence = session.Added(item.Evidence, "then in Graz")
		}
	}
	notes := []session.Noted{{At: day, Text: "Storage review in Lyon"}, {At: day, Text: "Basel, since"}, {At: day, Text: "Shown twice"}, {At: day, Text: "then in Graz"}}
	text := markdown(t, report.NewEvidence(e, notes))
	if !strings.Contains(text, "## Your other notes\n\n- **12 March 2026:** Storage review in Lyon\n") || strings.Count(text, "Basel, since") != 1 || strings.Count(text, "Shown twice") != 1 || strings.Count(text, "then in Graz") != 1 {
		t.Errorf("the notes:\n%s", text)
	}
	if strings.Contains(markdown(t, report.NewEvidence(e, nil)), "other notes") {
		t.Error("there are notes without any")
	}
}
