package plain

import (
	"io"
	"maps"
	"slices"

	"waymark/quiz/report"
	"waymark/stages"
)

// finish places the person, or reads the survey, and keeps the result.
func (t *talk) finish() place {
	desk, err := t.desk.Finish(t.assessment)
	if err != nil {
		t.gap()
		t.fail("The result was not saved", err, "choose it again")
		return t.menu(entry{name: "Save the result again", to: (*talk).finish}, entry{name: "Home", to: (*talk).home})
	}
	t.desk, t.unsaved = desk, false
	return (*talk).result
}

// whole is all that is known of the person, as reports tell it.
func (t *talk) whole() report.Export {
	w, _ := report.NewExport(slices.Collect(maps.Values(t.desk.Last)), t.desk.Plan)
	return w
}

// result tells the last result of the assessment that the person is in.
func (t *talk) result() place {
	if t.assessment != stages.Stages {
		t.report(func(out io.Writer, width int) error { return t.whole().SurveyText(out, width, t.assessment) })
		return (*talk).surveyMenu
	}
	t.report(t.whole().Text)
	return advice{shown: len(t.desk.Last[stages.Stages].Placement.Next)}.menu
}
