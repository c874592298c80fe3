package report

import (
	"fmt"
	"strings"

	"waymark/stages"
)

// Answer says what was answered, as lists show it.
func Answer(q *stages.Question, a stages.Answer) string {
	switch a.Skip {
	case stages.NoChance:
		return "skipped: no chance yet"
	case stages.NotMyRole:
		return "skipped: not my role"
	case stages.Unsure:
		return "skipped: not sure"
	}
	var names []string
	for _, id := range a.Options {
		if o := q.Option(id); o != nil {
			names = append(names, o.Name())
		}
	}
	if len(names) == 0 {
		return "none of these yet"
	}
	return strings.Join(names, "; ")
}

// Taken says how many questions were answered and how many skipped.
func Taken(a stages.Answers) string {
	skipped := 0
	for _, answer := range a {
		if answer.Skip != "" {
			skipped++
		}
	}
	answered := len(a) - skipped
	s := fmt.Sprintf("%d %s", answered, plural(answered, "answer", "answers"))
	if skipped > 0 {
		s += fmt.Sprintf(", %d skipped", skipped)
	}
	return s
}

// WouldChange says, for each smallest change, what other answers would have moved the level.
func WouldChange(r stages.Placement, find func(id string) *stages.Question) []string {
	var out []string
	for _, change := range r.WouldChange {
		var answers []string
		for _, a := range change.Answers {
			q := find(a.Question)
			if q == nil {
				continue
			}
			options := a.Options
			if a.Option != "" {
				options = []string{a.Option}
			}
			answers = append(answers, fmt.Sprintf("\"%s\" been \"%s\"", q.Name(), Answer(q, stages.Answer{Options: options})))
		}
		if len(answers) == len(change.Answers) {
			out = append(out, fmt.Sprintf("Had %s, you would be at level %d.", List(answers), change.Level))
		}
	}
	return out
}
