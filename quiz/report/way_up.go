package report

import (
	"fmt"
	"slices"
	"strings"

	"waymark/quiz/locale"
	"waymark/stages"
)

// wayUpInLines is [Export.WayUp] with a line for each thing that the person would have done or, where the content doesn't say
// that, for each answer that would differ; where neither will do, it's the sentence. Where no way is known and nothing holds the
// person, it's what the next level adds.
func (e Export) wayUpInLines() Part {
	whole := Part{locale.Text("Nearest way up"), e.WayUp()}
	if whole.Text == "" {
		return e.nextAdds()
	}
	up, _ := e.nearestUp()
	if up == nil { // so it's what gives them a chance
		r := e.Result.Placement
		return Part{locale.Sprintf("Way to level %d", r.HeldBy.Level+1), Capital(sentence(opens(&e.Result.Snapshot, r)))}
	}
	var lines []string
	for _, a := range up.Answers {
		said := e.wouldHave(a)
		if len(said) == 0 {
			return whole
		}
		lines = append(lines, said...)
	}
	label := locale.Sprintf("Level %d if this were true", up.Level)
	switch {
	case len(lines) == 2:
		label = locale.Sprintf("Level %d if both were true", up.Level)
	case len(lines) > 2:
		label = locale.Sprintf("Level %d if all of this were true", up.Level)
	}
	return Part{label, strings.Join(lines, "\n")}
}

// nextAdds is what the level after the person's adds, in a sentence; empty where there is none, where something else holds them, or
// where they may be at it.
func (e Export) nextAdds() Part {
	r := e.Result.Placement
	if r.Certainty() == stages.Unclear || Between(r) > *r.Level || r.HeldBy != nil || *r.Level == r.Levels() {
		return Part{}
	}
	return Part{locale.Sprintf("Level %d adds", *r.Level+1), FirstSentence(e.Result.Snapshot.Levels[*r.Level-1].Next)}
}

// wayUpInALine is [Export.wayUpInLines] as running text.
func (e Export) wayUpInALine() Part {
	up := e.wayUpInLines()
	up.Text = strings.ReplaceAll(strings.ReplaceAll(up.Text, ".\n", ". "), "\n", "; ")
	return up
}

// wouldHave is an answer as what the person would have done: of a checklist, the boxes that would be ticked besides. Where the content
// doesn't say that of one choice, it's the names of the question and of the answer; of boxes, it's nothing.
func (e Export) wouldHave(a stages.ChangeAnswer) []string {
	q := e.Result.Question(a.Question)
	if q == nil {
		return nil
	}
	asked := func(said string) string {
		if slices.Contains(e.Result.Placement.Asked, q.ID) {
			return said
		}
		return locale.Sprintf("%s (not asked)", said)
	}
	if !q.Several() {
		if o := q.Option(a.Option); o == nil || o.Did == "" {
			return []string{fmt.Sprintf("%s: %s", asked(q.Name()), Answer(q, stages.Answer{Options: []string{a.Option}}))}
		}
		a.Options = []string{a.Option}
	}
	var out []string
	for _, id := range without(a.Options, e.Result.Interview.Answers[q.ID].Options) {
		o := q.Option(id)
		if o == nil || o.Did == "" {
			return nil
		}
		out = append(out, sentence(asked(strings.TrimSuffix(you(&e.Result.Snapshot, stages.Shown{Question: q, Option: o}), "."))))
	}
	return out
}
