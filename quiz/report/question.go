package report

import (
	"fmt"
	"strings"

	"waymark/stages"
)

// What is said before an interview; the short ones are for small screens.
const (
	ProfileTerms = "What you enter here sets the examples and the length, never your level. A customer " +
		"here is anyone outside your own team you work for: a client, a user, or another team."
	ProfileTermsShort = "A customer is anyone you work for outside your team: a client, a user, a team."
)

// What is said on every question.
const (
	NoneOfThese     = "None of these yet"
	SkipHeading     = "Skip it because"
	SkipMeaning     = "None of these counts against you. A skipped question can't raise your level either: it makes the result less certain and changes the advice."
	ExampleAsk      = "Your example: what was it, when, and who saw it?"
	ExampleAskShort = "Your example: what, when, who saw it?"
	ExampleFate     = "Saved with your answer. It leaves this computer only if you export it."
	TwoDisagree     = "Two answers disagree. A second look makes the result more certain."
)

// AboutMore says what is true of an interview that adapts.
func AboutMore(left int) string {
	if left <= 0 {
		return "perhaps the last"
	}
	return fmt.Sprintf("about %d more", left)
}

// SkipReason is a reason for a skip, as the person would say it.
func SkipReason(s stages.Skip) string {
	switch s {
	case stages.NoChance:
		return "I never had the chance"
	case stages.NotMyRole:
		return "It's not part of my role"
	}
	return "I'm not sure"
}

// WouldCount is the example of what would count that fits a kind of work.
func WouldCount(q *stages.Question, work string) string {
	if text, ok := q.CountsIn[work]; ok {
		return text
	}
	return q.Counts
}

// HintedQuestions is how many questions, the first, say [WhichAnswer] without being asked.
const HintedQuestions = 2

// Aside is what is said in place of the number of a question that nobody scores: the one of who one serves,
// or at the end that of where one wants to go.
func Aside(closing bool) string {
	if closing {
		return "one last thing"
	}
	return "to begin with"
}

// WhichAnswer says which of several true answers to choose, and who counts as a customer. It is said at the
// first questions, and wherever a question says why it is asked.
func WhichAnswer(q *stages.Question, note string) string {
	which := "If several are true, choose the one that says most about your part."
	if q.Several() {
		which = "Tick all that are true."
	}
	return strings.TrimSpace(which + " " + note)
}
