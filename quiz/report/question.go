package report

import (
	"fmt"
	"strings"

	"waymark/quiz/locale"
	"waymark/stages"
)

// What is said before an interview; the short ones are for small screens.
const (
	profileTerms      locale.Message = "Your work picks the examples. None of this sets your level."
	profileTermsShort locale.Message = "None of this changes your level."
	customerTerms     locale.Message = "A customer is anyone you work for outside your team: a client, a user, or another team."
	customerShort     locale.Message = "Work sets the examples. A customer is anyone outside your team."
)

// ProfileTerms says what the profile is for and, where the content says that too, who counts as a customer; else that's empty.
func ProfileTerms(c *stages.Catalog, short bool) (terms, customer string) {
	switch {
	case c.Serves.Note == "":
		return profileTermsShort.String(), ""
	case short:
		return profileTermsShort.String(), customerShort.String()
	}
	return profileTerms.String(), customerTerms.String()
}

// NoName is said in place of a name that isn't given.
const NoName locale.Message = "not given"

// What is said on every question.
const (
	NoneOfThese     locale.Message = "None of these yet"
	SkipHeading     locale.Message = "Skip it because"
	skipHarmless    locale.Message = "None of these counts against you."
	SkipShort       locale.Message = "None counts for or against you."
	skipMeaning     locale.Message = "A skipped question can't raise your level either: it makes the result less certain and changes the advice."
	ExampleAsk      locale.Message = "Your example: what was it, when, and who saw it?"
	ExampleAskShort locale.Message = "Your example: what, when, who saw it?"
	AimsFor         locale.Message = "Sets your steps, never your level."
	TwoDisagree     locale.Message = "Two answers disagree. A second look makes the result more certain."
)

// ExampleFate says what becomes of an example, of one's own or of someone else's work; in short for a small screen.
func ExampleFate(observing, short bool) string {
	switch {
	case observing:
		return locale.Text("Saved in the sheet, with your answer.")
	case short:
		return locale.Text("Stays here unless you export it.")
	}
	return locale.Text("Kept with the answer you choose. It stays here unless you export it.")
}

// AddExample and PassOver name the rows after the options.
func AddExample(observing bool) string {
	if observing {
		return locale.Text("Add an example")
	}
	return locale.Text("Add your own example")
}

// PassOver names the skip. Who is asked about someone else has one reason for it, and need not say why.
func PassOver(observing bool) string {
	if observing {
		return SkipReason(stages.NotSeen)
	}
	return locale.Text("Skip, and say why")
}

// HowFar says where a question stands in an interview, and no more of what is to come than is true: all of a
// survey, the first questions of an interview that adapts, or why it goes on after those and for how many at most.
func HowFar(position int, o stages.Outlook) string {
	at := locale.Sprintf("question %[1]d of %[2]s", position+1, Length(position, o))
	if why := GoesOn(position, o); why != "" {
		at += ", " + why
	}
	return at
}

// Length is how many questions are certain, in words that follow "of"; empty where none is but the bound.
func Length(position int, o stages.Outlook) string {
	switch {
	case o.First == o.Most:
		return fmt.Sprint(o.Most)
	case position < o.First:
		return locale.Sprintf("%d or more", o.First)
	}
	return locale.Sprintf("%d at most", o.Most)
}

// GoesOn says in a few words why an interview asks more than the first questions.
func GoesOn(position int, o stages.Outlook) string {
	if position < o.First || o.First == o.Most {
		return ""
	}
	return map[stages.Reason]string{
		stages.OpenPair:    locale.Text("checking an answer"),
		stages.OpenNeed:    locale.Text("one strand unclear"),
		stages.OpenChance:  locale.Text("your answers vary"),
		stages.OpenProof:   locale.Text("examples needed"),
		stages.OpenDispute: locale.Text("two answers clash"),
		stages.OpenStrands: locale.Text("strands far apart"),
		stages.OpenLevel:   locale.Text("between two levels"),
	}[o.Open]
}

// SkipReason is a reason for a skip, as the person would say it.
func SkipReason(s stages.Skip) string {
	switch s {
	case stages.NoChance:
		return locale.Text("I never had the chance")
	case stages.NotMyRole:
		return locale.Text("It's not part of my role")
	case stages.NotSeen:
		return locale.Text("I haven't seen this")
	}
	return locale.Text("I'm not sure")
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
		return locale.Text("one last thing")
	}
	return locale.Text("to begin with")
}

// WhichAnswer says which of several true answers to choose, and who counts as a customer. It is said at the
// first questions, and wherever a question says why it is asked.
func WhichAnswer(q *stages.Question, note string) string {
	which := locale.Text("If several are true, choose the one that says most about your work.")
	if q.Several() {
		which = locale.Text("Tick all that are true.")
	}
	return strings.TrimSpace(which + " " + note)
}

// Served shows what an answer to the question of who one serves puts into the others: one of them in its words.
func Served(c *stages.Catalog, serves string) []Part {
	var parts []Part
	for i := range c.Questions {
		q := &c.Questions[i]
		if asked := c.Serves.Worded(q, serves).Ask; asked != q.Ask {
			parts = append(parts, Part{locale.Text("You'd then be asked"), asked})
			break
		}
	}
	return parts
}

// SkipSays says what a skip means and who else counts, before a question is skipped for want of a chance.
func SkipSays(whoCounts string) string {
	return strings.TrimSpace(skipHarmless.String() + " " + skipMeaning.String() + " " + whoCounts)
}
