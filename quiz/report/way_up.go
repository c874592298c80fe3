package report

import (
	"fmt"
	"slices"
	"strings"

	"waymark/quiz/locale"
	"waymark/stages"
)

// wayUpInLines is [Export.WayUp] for a screen: a line for each answer that would differ, where each is one choice; else the
// sentence. Quoted names within a sentence are hard to read in a narrow column.
func (e Export) wayUpInLines() Part {
	sentence := Part{locale.Text("Nearest way up"), e.WayUp()}
	if sentence.Text == "" {
		return sentence
	}
	up, _ := e.nearestUp()
	if up == nil {
		return sentence
	}
	var lines []string
	for _, a := range up.Answers {
		q := e.Result.Question(a.Question)
		if q == nil || q.Several() {
			return sentence
		}
		lines = append(lines, e.wouldHave(q, a.Option))
	}
	label := locale.Sprintf("Level %d if this were true", up.Level)
	if len(lines) > 1 {
		label = locale.Sprintf("Level %d if both were true", up.Level)
	}
	return Part{label, strings.Join(lines, "\n")}
}

// wouldHave is an answer as what the person would have done or, where the content doesn't say that, by the names of the question
// and of the answer.
func (e Export) wouldHave(q *stages.Question, option string) string {
	asked := func(said string) string {
		if slices.Contains(e.Result.Placement.Asked, q.ID) {
			return said
		}
		return locale.Sprintf("%s (not asked)", said)
	}
	if o := q.Option(option); o != nil && o.Did != "" {
		return sentence(asked(strings.TrimSuffix(you(&e.Result.Snapshot, stages.Shown{Question: q, Option: o}), ".")))
	}
	return fmt.Sprintf("%s: %s", asked(q.Name()), Answer(q, stages.Answer{Options: []string{option}}))
}
