package content_test

import (
	"regexp"
	"testing"

	"waymark/stages"
)

// bookish matches words that nobody says at work.
var bookish = regexp.MustCompile(`(?i)\b(whom|whoever|whomever|somebody|oneself|mend(s|ed|ing)?|rang|beneath|seldom|whilst|set down|another's word)\b`)

func TestQuestionsUseTheWordsOfAWorkingDay(t *testing.T) {
	for _, p := range passages(builtin(t)) {
		if m := bookish.FindString(p.text); m != "" && onThePath.MatchString(p.at) {
			t.Errorf("%s has the bookish %q: %s", p.at, m, p.text)
		}
	}
}

var onThePath = regexp.MustCompile(`^questions\[`)

func TestQuestionsFitOnAPage(t *testing.T) {
	const average = 80
	questions, all := builtin(t).Questions, 0
	for _, q := range questions {
		all += words(q.Ask)
		for _, o := range q.Options {
			all += words(o.Text)
		}
	}
	mean := float64(all) / float64(len(questions))
	t.Logf("%.1f words a question, with its options", mean)
	if mean > average {
		t.Errorf("a question has %.1f words on average, with its options, and %d are enough", mean, average)
	}
}

func TestQuestionsHaveAnExampleFromEveryKindOfWork(t *testing.T) {
	for _, q := range builtin(t).Questions {
		for _, work := range stages.Works() {
			if words(q.CountsIn[work]) < 4 {
				t.Errorf("%s has no example from %s", q.ID, work)
			}
		}
	}
}
