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
		name := q.Name()
		if !slices.Contains(e.Result.Placement.Asked, q.ID) {
			name = locale.Sprintf("%s (not asked)", name)
		}
		lines = append(lines, fmt.Sprintf("%s: %s", name, Answer(q, stages.Answer{Options: []string{a.Option}})))
	}
	label := locale.Sprintf("Level %d if this were true", up.Level)
	if len(lines) > 1 {
		label = locale.Sprintf("Level %d if both were true", up.Level)
	}
	return Part{label, strings.Join(lines, "\n")}
}
