package report

import (
	"io"
	"slices"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// SurveyHeadline is the result of a survey in one or two sentences.
func SurveyHeadline(r session.Result) string {
	switch r.Assessment {
	case stages.Crossroads:
		return crossroadsHeadline(r)
	case stages.Opinion:
		return locale.Sprintf("All %d questions are done. %s", len(r.Interview.Asked), r.Snapshot.Opinion.Line)
	}
	return surroundingsHeadline(r)
}

// SurveyText writes the result of a survey for a terminal of a width: a part for each road or
// side of the workplace.
func (e Export) SurveyText(out io.Writer, width int, assessment string) error {
	t := &textRenderer{width: width}
	r, taken := e.survey(assessment)
	switch {
	case !taken:
	case assessment == stages.Surroundings:
		e.surroundings(t)
	default:
		e.surveyHead(t, r)
		for _, road := range Roads(r) {
			e.road(t, r, road)
		}
	}
	_, err := io.WriteString(out, t.String())
	return err
}

// headlines are the surveys in a sentence each.
func (e Export) headlines(to renderer) {
	for _, r := range e.Surveys {
		e.surveyHead(to, r)
	}
}

// surveyHead is the result of a survey in words, with what to do next.
func (e Export) surveyHead(to renderer, r session.Result) {
	to.heading(2, r.Survey().Title)
	to.para(SurveyHeadline(r), Move(r), e.Leaving(r), locale.Sprintf("Taken on %s.", Date(r.Saved)))
}

// survey is the last result of a survey, and whether there is one.
func (e Export) survey(assessment string) (session.Result, bool) {
	i := slices.IndexFunc(e.Surveys, func(r session.Result) bool { return r.Assessment == assessment })
	if i < 0 {
		return session.Result{}, false
	}
	return e.Surveys[i], true
}
