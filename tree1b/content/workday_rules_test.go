package content_test

import (
	"testing"

	"waymark/stages"
)

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
