package report

import (
	"slices"
	"strings"

	"waymark/quiz/locale"
	"waymark/stages"
)

// Answer says what was answered, as lists show it. Of a checklist's boxes it names those that the
// question still has.
func Answer(q *stages.Question, a stages.Answer) string {
	switch a.Skip {
	case "":
	case stages.NoChance:
		return locale.Text("skipped (no chance yet)")
	case stages.NotMyRole:
		return locale.Text("skipped (not my role)")
	case stages.NotSeen:
		return locale.Text("not seen")
	default:
		return locale.Text("skipped (not sure)")
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
		return locale.Text("an answer that's no longer offered")
	}
	return locale.Text("none of these yet")
}

// offers reports whether a question has these options.
func offers(q *stages.Question, options []string) bool {
	return !slices.ContainsFunc(options, func(id string) bool { return q.Option(id) == nil })
}

// Taken says how many questions were answered and how many skipped.
func Taken(a stages.Answers) string {
	skipped, notSeen := 0, false
	for _, answer := range a {
		if answer.Skip != "" {
			skipped++
		}
		notSeen = notSeen || answer.Skip == stages.NotSeen // which goes for all of them
	}
	answered := len(a) - skipped
	switch {
	case skipped == 0:
		return locale.Plural(answered, "%d answer", "%d answers", answered)
	case notSeen:
		return locale.Plural(answered, "%d answer, %d not seen", "%d answers, %d not seen", answered, skipped)
	}
	return locale.Plural(answered, "%d answer, %d skipped", "%d answers, %d skipped", answered, skipped)
}

// answers is the appendix: what was asked and said, in full, and what was noted.
func (e Export) answers(to renderer) {
	if slices.Contains(e.LeftOut, PartAnswers) {
		return
	}
	to.heading(2, locale.Text("Appendix: your answers"))
	for _, strand := range e.Result.Snapshot.Strands {
		items := answered(e.Result.Snapshot.Questions, e.Result.Interview.Answers, strand.ID)
		if len(items) > 0 {
			to.heading(3, Capital(strand.Name))
			to.list(false, items...)
		}
	}
	for _, r := range e.Surveys {
		to.heading(3, r.Survey().Title)
		to.list(false, answered(r.Survey().Questions, r.Interview.Answers, "")...)
	}
	if len(e.Notes) > 0 {
		to.heading(2, locale.Text("Appendix: your notes"))
		to.list(false, noteItems(e.Notes)...)
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
	if a.Skip != "" || len(a.Options) == 0 || !offers(q, a.Options) {
		return sentence(Capital(Answer(q, a)))
	}
	var texts []string
	for _, id := range a.Options {
		texts = append(texts, sentence(q.Option(id).Text))
	}
	return strings.Join(texts, " ")
}
