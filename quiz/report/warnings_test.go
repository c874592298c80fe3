package report_test

import (
	"strings"
	"testing"

	"waymark/quiz/report"
	"waymark/stages"
)

// Every kind has a sentence of its own, which names no level.
func TestWarningTexts(t *testing.T) {
	seen := map[string]stages.WarningKind{}
	for _, kind := range []stages.WarningKind{stages.WarnInconsistent, stages.WarnClaims, stages.WarnContradiction,
		stages.WarnStraightLine, stages.WarnHasty, stages.WarnManySkips} {
		text := report.WarningText(kind)
		if text == "" || strings.Contains(strings.ToLower(text), "level") {
			t.Errorf("%s: %q", kind, text)
		}
		if other, ok := seen[text]; ok {
			t.Errorf("%s says what %s says", kind, other)
		}
		seen[text] = kind
	}
	if text := report.WarningText("of-tomorrow"); text != "" {
		t.Errorf("an unknown kind says %q", text)
	}
}

// Beside others a reason says in few words what it is, or all that's known of it.
func TestReasonsToLookInBrief(t *testing.T) {
	p := stages.Placement{}
	for _, w := range []stages.Warning{{Kind: stages.WarnInconsistent}, {Kind: stages.WarnHasty}, {Kind: stages.WarnManySkips}, {Kind: "of-tomorrow", Text: "New."}} {
		w.Questions = []string{"x"}
		p.Warnings = append(p.Warnings, w)
	}
	wants := []string{"Your answers point different ways.", "Most answers took under two seconds.", report.WarningText(stages.WarnManySkips), "New."}
	for i, g := range report.Looks(p) {
		if g.Brief != wants[i] {
			t.Errorf("%q is %q in brief, want %q", g.Heading, g.Brief, wants[i])
		}
	}
}

func TestWarningTextsForPrograms(t *testing.T) {
	p := stages.Placement{Warnings: []stages.Warning{
		{Kind: stages.WarnHasty}, {Kind: stages.WarnHasty, Text: "As it was stored."}, {Kind: "of-tomorrow", Text: "New."}}}
	got := report.WithWarningTexts(p).Warnings
	for i, want := range []string{report.WarningText(stages.WarnHasty), "As it was stored.", "New."} {
		if got[i].Text != want {
			t.Errorf("%+v, want the text %q", got[i], want)
		}
	}
	if p.Warnings[0].Text != "" {
		t.Error("the placement that was handed in has changed")
	}
	if none := report.WithWarningTexts(stages.Placement{Warnings: []stages.Warning{}}); none.Warnings == nil {
		t.Error("an empty list has become null")
	}
}
