package content_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestQuestionsAreShort(t *testing.T) {
	for _, q := range allQuestions(builtin(t)) {
		atMost(t, 25, q.ID, q.Ask)
		option := 30
		if q.Strand != "" {
			option = 20
		}
		for _, o := range q.Options {
			atMost(t, option, q.ID+", "+o.ID, o.Text)
		}
	}
}

func TestNamesInListsFitTheirColumn(t *testing.T) {
	const columns = 30
	for _, q := range allQuestions(builtin(t)) {
		if n := utf8.RuneCountInString(q.Name()); n > columns {
			t.Errorf("%s: the name %q takes %d columns of %d", q.ID, q.Name(), n, columns)
		}
		for _, o := range q.Options {
			if n := utf8.RuneCountInString(o.Name()); n > columns {
				t.Errorf("%s, %s: the name %q takes %d columns of %d", q.ID, o.ID, o.Name(), n, columns)
			}
		}
	}
}

// trait matches questions about what a person is or is able to do, in place of what happened.
var trait = regexp.MustCompile(`(?i)\b(can|could) you\b|\bare you\b|\bable to\b|\bdo you (feel|think|believe|tend)\b` +
	`|\bhow (good|well|confident|comfortable|skilled|likely)\b|\bgood at\b|\bas a person\b`)

// rating matches scales of agreement and of degree.
var rating = regexp.MustCompile(`(?i)\b(dis)?agree (that|with|or)\b|\b(strongly|somewhat)\b|\bto what (extent|degree)\b|\bon a scale\b|\brate (your|the|how)\b`)

func TestQuestionsAskForEventsNotForTraitsOrAgreement(t *testing.T) {
	for _, q := range allQuestions(builtin(t)) {
		if m := trait.FindString(q.Ask); m != "" {
			t.Errorf("%s asks for a trait with %q: %s", q.ID, m, q.Ask)
		}
		if m := rating.FindString(q.Ask); m != "" {
			t.Errorf("%s asks for agreement with %q: %s", q.ID, m, q.Ask)
		}
		for _, o := range q.Options {
			if m := rating.FindString(o.Text); m != "" {
				t.Errorf("%s, %s answers with agreement, %q: %s", q.ID, o.ID, m, o.Text)
			}
		}
	}
}

// oneThing gives the questions whose "and" does not join two behaviours, with the reason.
var oneThing = map[string]string{
	"design-who-decided":   "names the two sides of one difference",
	"voice-present":        "names those who listened together",
	"voice-mixed-audience": "names those who listened together",
}

func TestQuestionsAskForOneBehaviour(t *testing.T) {
	for _, q := range allQuestions(builtin(t)) {
		joined, reason := strings.Contains(q.Ask, " and "), oneThing[q.ID]
		switch {
		case joined && reason == "":
			t.Errorf("%s joins two things with and; ask for one, or excuse it with a reason: %s", q.ID, q.Ask)
		case !joined && reason != "":
			t.Errorf("%s is excused and has no and: take it off the list", q.ID)
		}
	}
}

func TestQuestionsSayWhyTheyAreAsked(t *testing.T) {
	for _, q := range allQuestions(builtin(t)) {
		if words(q.Why) < 5 {
			t.Errorf("%s hardly says why it is asked: %q", q.ID, q.Why)
		}
	}
}

func TestQuestionsOnThePathShowWhatCountsAndWhatDoesNot(t *testing.T) {
	for _, q := range builtin(t).Questions {
		if words(q.Counts) < 4 || words(q.CountsNot) < 4 {
			t.Errorf("%s lacks an example that counts, or one that does not: %q, %q", q.ID, q.Counts, q.CountsNot)
		}
	}
}

var speaking = regexp.MustCompile(`^[a-z]{2,}(-[a-z]+)*$`)

func TestIDsSpeak(t *testing.T) {
	c := builtin(t)
	for _, q := range c.Questions {
		speaks(t, q, q.Strand+"-")
	}
	for _, q := range c.Crossroads.Questions {
		speaks(t, q, "road-")
	}
	for _, q := range c.Surroundings.Questions {
		speaks(t, q, "place-")
	}
}

func speaks(t *testing.T, q question, prefix string) {
	t.Helper()
	rest, ok := strings.CutPrefix(q.ID, prefix)
	if !ok || !speaking.MatchString(rest) {
		t.Errorf("the id %q is not %q and words", q.ID, prefix)
	}
	for _, o := range q.Options {
		if !speaking.MatchString(o.ID) {
			t.Errorf("%s: the option's id %q is no word", q.ID, o.ID)
		}
	}
}

func TestNoTwoQuestionsShareAnIDOrAWording(t *testing.T) {
	ids, asks := map[string]bool{}, map[string]string{}
	for _, q := range allQuestions(builtin(t)) {
		if ids[q.ID] {
			t.Errorf("the id %q is given twice", q.ID)
		}
		if other := asks[q.Ask]; other != "" {
			t.Errorf("%s asks the same as %s: %s", q.ID, other, q.Ask)
		}
		ids[q.ID], asks[q.Ask] = true, q.ID
	}
}

// shown matches what would give away the level an answer speaks for.
var shown = regexp.MustCompile(`(?i:\blevels? (\d|one\b|two\b|three\b|four\b|five\b)|\bstage \d|problem solver|focal point|design partner|trusted advis[eo]r)|\bPartners?\b`)

func TestQuestionsDoNotShowTheLevel(t *testing.T) {
	for _, p := range passages(builtin(t)) {
		if m := shown.FindString(p.text); m != "" && p.within("questions[") {
			t.Errorf("%s names a level with %q: %s", p.at, m, p.text)
		}
	}
}
