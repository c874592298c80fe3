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
	switch {
	case len(names) > 0:
		return strings.Join(names, "; ")
	case len(a.Options) > 0 || !q.Several():
		return "an answer that is no longer there"
	}
	return "none of these yet"
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

// answers is the appendix: what was asked and said, in full.
func (e Export) answers(p renderer) {
	p.heading(2, "Appendix: your answers")
	for _, strand := range e.Result.Snapshot.Strands {
		items := answered(e.Result.Snapshot.Questions, e.Result.Interview.Answers, strand.ID)
		if len(items) > 0 {
			p.heading(3, Capital(strand.Name))
			p.list(false, items...)
		}
	}
	for _, r := range e.Surveys {
		p.heading(3, r.Survey().Title)
		p.list(false, answered(r.Survey().Questions, r.Interview.Answers, "")...)
	}
}

func answered(questions []stages.Question, answers stages.Answers, strand string) []listItem {
	var out []listItem
	for i := range questions {
		q := &questions[i]
		if a, ok := answers[q.ID]; ok && q.Strand == strand {
			out = append(out, listItem{label: q.Ask, text: inFull(q, a), quote: a.Evidence})
		}
	}
	return out
}

// inFull is an answer in the words that were on the screen.
func inFull(q *stages.Question, a stages.Answer) string {
	if a.Skip != "" || len(a.Options) == 0 {
		return sentence(Capital(Answer(q, a)))
	}
	text := ""
	for _, id := range a.Options {
		if o := q.Option(id); o != nil {
			text += " " + sentence(o.Text)
		}
	}
	return text
}
