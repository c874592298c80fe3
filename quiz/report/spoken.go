package report

import (
	"fmt"
	"io"

	"waymark/quiz/session"
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
func (e Export) SurveyText(out io.Writer, width int, assessment string) error {
	p := &plain{width: width}
	r, taken := e.survey(assessment)
	switch {
	case !taken:
	case assessment == stages.Surroundings:
		e.surroundings(p)
	default:
		p.heading(2, r.Snapshot.Crossroads.Title)
		p.para(SurveyHeadline(r), Push(r), fmt.Sprintf("Taken on %s.", Date(r.Saved)))
		for _, road := range Roads(r) {
			score, asked := r.Scores.Axis(road.PullAxis())
			p.heading(3, fmt.Sprintf("%s: %s", road.Name, Pull(score, asked)))
			p.list(false, items(e.RoadParts(r, road))...)
		}
	}
	_, err := io.WriteString(out, p.String())
	return err
}

// StrengthsText writes what the answers prove to one reader.
func (e Export) StrengthsText(out io.Writer, width int, c *stages.Catalog, reader Reader) error {
	p := &plain{width: width}
	p.heading(2, StrengthsFor(reader))
	for _, s := range Strengths(c, e.Result) {
		p.heading(3, fmt.Sprintf("%s, %s", Capital(s.Strand), s.Standing))
		p.list(false, items(StrengthParts(s, reader))...)
	}
	_, err := io.WriteString(out, p.String())
	return err
}

// WriteStep writes all that a step holds: one in a plan has no reason but its own.
func (e Export) WriteStep(out io.Writer, width int, a session.Advised) error {
	p := &plain{width: width}
	p.heading(2, a.Words.Title)
	p.list(false, items(e.StepText(a))...)
	_, err := io.WriteString(out, p.String())
	return err
}

// What is said of strengths.
const (
	NoStrengths  = "Nothing to translate yet. It comes from what a result says you do at level 2 or beyond."
	StrengthsAsk = "An example you note on a question fills its line for a CV."
)
