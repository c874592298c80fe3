package report

import (
	"fmt"
	"io"

	"waymark/stages"
)

// Wrapped writes a text in lines of at most a width, broken at words, the first behind first and the
// others behind rest. Whatever could steer a terminal is left out.
func Wrapped(first, rest, text string, width int) string {
	p := &plain{width: width}
	p.wrapped(first, rest, text)
	return p.String()
}

// SurveyText writes the result of a survey for a terminal of a width: a part for each road or wind.
func (w Export) SurveyText(out io.Writer, width int, assessment string) error {
	p := &plain{width: width}
	r, taken := w.survey(assessment)
	switch {
	case !taken:
	case assessment == stages.Surroundings:
		w.surroundings(p)
	default:
		p.heading(2, r.Snapshot.Crossroads.Title)
		p.para(SurveyHeadline(r), Push(r), fmt.Sprintf("Taken on %s.", Date(r.Saved)))
		for _, road := range Roads(r) {
			score, asked := r.Survey.Axis(road.PullAxis())
			p.heading(3, fmt.Sprintf("%s: %s", road.Name, Pull(score, asked)))
			p.list(false, w.roadParts(r, road)...)
		}
	}
	_, err := io.WriteString(out, p.String())
	return err
}

// StrengthsText writes what the answers prove to one reader.
func (w Export) StrengthsText(out io.Writer, width int, c *stages.Catalog, reader Reader) error {
	p := &plain{width: width}
	p.heading(2, "What your work proves to "+reader.Name)
	for _, s := range Strengths(c, w.Result) {
		p.heading(3, fmt.Sprintf("%s, %s", capital(s.Strand), s.Standing))
		p.list(false, listItem{label: "It proves", text: s.Proves[reader.ID]}, listItem{label: "For a CV", text: s.CV[reader.ID]})
	}
	_, err := io.WriteString(out, p.String())
	return err
}

// StepText writes all that a step holds: one advised says why, one in a plan has the zero NextStep.
func (w Export) StepText(out io.Writer, width int, n stages.NextStep, s *stages.Step) error {
	p := &plain{width: width}
	p.heading(2, s.Title)
	p.list(false, w.stepParts(n, s)...)
	_, err := io.WriteString(out, p.String())
	return err
}

// What is said of strengths.
const (
	NoStrengths  = "Nothing to translate yet. It comes from what a result says you do at level 2 or beyond."
	StrengthsAsk = "An example you note on a question fills its line for a CV."
)
