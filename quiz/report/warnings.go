package report

import (
	"slices"

	"waymark/quiz/locale"
	"waymark/stages"
)

// WarningText says in a sentence why some answers deserve a second look; empty for a kind this program
// does not know.
func WarningText(kind stages.WarningKind) string {
	switch kind {
	case stages.WarnInconsistent:
		return locale.Text("Your answers point in different directions: a second look may help.")
	case stages.WarnClaims:
		return locale.Text("These answers go further than what others could confirm so far. Do you have an example for one of them?")
	case stages.WarnContradiction:
		return locale.Text("These two ask about much the same thing, and your answers are far apart. One of them may need another look.")
	case stages.WarnStraightLine:
		return locale.Text("Many answers in a row were in the same place on the screen. If that wasn't by chance, go through these again when you have time.")
	case stages.WarnHasty:
		return locale.Text("Most answers took less than two seconds: read them again.")
	case stages.WarnManySkips:
		return locale.Text("You were unsure about many questions. Answering even a few of them would make the result more certain.")
	}
	return ""
}

// warningBrief is [WarningText] beside others in a line: without what to do about it, which a row says.
func warningBrief(kind stages.WarningKind) string {
	switch kind {
	case stages.WarnInconsistent:
		return locale.Text("Your answers point different ways.")
	case stages.WarnHasty:
		return locale.Text("Most answers took under two seconds.")
	}
	return WarningText(kind)
}

// restsOnClaims reports whether what the person says about themselves goes further than what others could confirm.
func restsOnClaims(r stages.Placement) bool {
	return slices.ContainsFunc(r.Warnings, func(w stages.Warning) bool { return w.Kind == stages.WarnClaims })
}

// WithWarningTexts returns the placement with a sentence for every warning, as programs read it. A
// sentence that was stored with it stays.
func WithWarningTexts(p stages.Placement) stages.Placement {
	p.Warnings = slices.Clone(p.Warnings)
	for i := range p.Warnings {
		if w := &p.Warnings[i]; w.Text == "" {
			w.Text = WarningText(w.Kind)
		}
	}
	return p
}
