package report

import (
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// What home says to a new person; the short one is for small screens.
const (
	Promise      locale.Message = "Find out where you stand, why, and what to work on next."
	PromiseShort locale.Message = "Where you stand, and what comes next."
	Cost         locale.Message = "12 to 30 questions, ten to fifteen minutes"
	Terms        locale.Message = "Stop any time. Nothing leaves this computer."
	CostShort    locale.Message = "12 to 30 questions, 10–15 min"
	TermsShort   locale.Message = "Stop any time. Nothing is sent."
	AnExample    locale.Message = "an example"
	// YouForExample is the same, where there's more room.
	YouForExample locale.Message = "you, for example"
)

// Prize is what a person gets for the questions.
func Prize() []Part {
	return []Part{{locale.Text("Where"), locale.Text("Your level, and how certain it is")},
		{locale.Text("Why"), locale.Text("Your best evidence, and the nearest way up")},
		{locale.Text("Next steps"), locale.Text("Three steps, each with an action for this week")}}
}

// YouGet is [Prize] under one heading.
func YouGet() Part {
	var texts []string
	for _, p := range Prize() {
		texts = append(texts, p.Text)
	}
	return Part{locale.Text("You'll get"), strings.Join(texts, "\n")}
}

// Example is a result as home shows it to someone who has none, on a path of so many levels.
func Example(levels int) stages.Placement {
	at, held := 2, make([]float64, max(levels, 3))
	held[1], held[2] = exampleConfidence, 1-exampleConfidence
	return stages.Placement{Level: &at, SpeaksFor: &at, Confidence: exampleConfidence, Held: held[:levels]}
}

const exampleConfidence = .9 // so that none but their level may be theirs

// ChoiceText is what a choice is called where the assessment starts, and what is said of it.
func ChoiceText(s session.Session, c session.Choice, now time.Time) (name, detail string) {
	last, survey := s.Results[s.Assessment], s.Bank.Catalog().Survey(s.Assessment)
	switch c {
	case session.ChooseGoOn:
		return locale.Text("Continue"), continueDetail(s)
	case session.ChooseReview:
		return locale.Text("Review"), Taken(s.Attempt().Interview.Answers)
	case session.ChooseRestart:
		return locale.Text("Start over"), restartDetail(s.Attempt())
	case session.ChooseAgain:
		if survey != nil {
			return locale.Text("Take it again"), ""
		}
		if s.LongAgo(now) {
			return locale.Text("Take it again"), locale.Text("see what has moved")
		}
		return locale.Text("Take it again"), locale.Text("worth it after about three months")
	case session.ChooseBegin:
		if survey != nil {
			const each = 2 // questions a minute, told in fives of minutes
			detail = locale.Sprintf("about %s minutes", Number(max(1, (len(survey.Questions)/each+2)/5)*5))
		}
		return locale.Text("Begin"), detail
	case session.ChooseCheckIn:
		if first := s.Plan.First(); first != nil {
			return locale.Text("Check-in due"), first.Step.Title
		}
		return locale.Text("Check-in due"), CheckInLength.String()
	case session.ChooseTalk:
		return locale.Text("Talk with your mentor"), dueSince(*s.Plan.Talk, now)
	case session.ChooseDue, session.ChooseOverdue:
		if due := s.Plan.NextDue(now); due != nil {
			return due.Step.Title, Due(*due, now)
		}
		return locale.Text("Plan"), planDetail(s.Plan, now)
	case session.ChoosePlan:
		return locale.Text("Plan"), planNext(s, now)
	case session.ChooseHistory:
		return HistoryTitle.String(), historyDetail(s)
	case session.ChooseStrengths:
		return locale.Text("Strengths"), locale.Text("your answers, worded for other readers")
	case session.ChooseResult:
		return locale.Text("Result"), resultDetail(s, last)
	}
	return surveyChoice(s, string(c))
}

// ChoiceBrief is what a small screen says of a choice, as far as there's anything to say in a few words.
func ChoiceBrief(s session.Session, c session.Choice, now time.Time) string {
	switch c {
	case session.ChooseRestart, session.ChooseAgain, session.ChooseHistory, session.ChooseStrengths:
		return ""
	case session.ChooseResult:
		return ShortDate(s.Results[s.Assessment].Saved)
	case session.ChoosePlan:
		if len(s.Plan.Items) == 0 {
			return ""
		}
		return PlanFact(s.Plan)
	case session.ChooseBegin, session.ChooseReview, session.ChooseTalk:
		_, detail := ChoiceText(s, c, now)
		return detail
	}
	return surveyBrief(s, string(c))
}

// surveyBrief is what has come of a survey in a few words; nothing of one that wasn't begun.
func surveyBrief(s session.Session, assessment string) string {
	if a, underway := s.Attempts[assessment]; underway {
		return locale.Sprintf("question %d", len(a.Interview.Asked)+1)
	}
	r, taken := s.Results[assessment]
	if !taken {
		return ""
	}
	if assessment == stages.Crossroads {
		if n := roadsAlike(r); n > 1 {
			return locale.Plural(n, "one road appeals", "%s roads appeal", Number(n))
		}
		return appealing(r)
	}
	if against, _ := windCounts(r); against > 0 {
		return holdBack(against)
	}
	return SurveyLine(r)
}

// continueDetail is what the question is about that an attempt under way goes on with.
func continueDetail(s session.Session) string {
	switch next := s.Next(); {
	case next == nil:
		return locale.Text("see your result")
	case len(s.Attempt().Interview.Asked) == 0: // another may come before it
		return locale.Text("with the first question")
	default:
		return locale.Sprintf("next: %s", next.Name())
	}
}

func resultDetail(s session.Session, last session.Result) string {
	if s.Assessment == stages.Stages && s.Underway(stages.Stages) {
		return locale.Sprintf("the last one, from %s", Date(last.Saved))
	}
	return locale.Sprintf("from %s", Date(last.Saved))
}

// historyDetail is what has moved since the result before, the level first, and how much more where there's no room for all.
func historyDetail(s session.Session) string {
	const room = 49 // columns
	if s.Previous == nil {
		return locale.Text("what has moved, and why")
	}
	d := session.Between(*s.Previous, s.Results[s.Assessment], session.Plan{})
	chance := levelOverlaps(d) // an outline has no answers to compare
	moved := strings.TrimSuffix(movesIn(d, chance), ".")
	if moved == "" {
		return locale.Text("what has moved, and why")
	}
	each := eachMove(d, chance)
	for n := len(each) - 1; n > 0 && ansi.StringWidth(moved) > room; n-- {
		moved = strings.Join(each[:n], ", ") + " " + locale.Sprintf("+%d more", len(each)-n)
	}
	return moved
}

func surveyChoice(s session.Session, assessment string) (name, detail string) {
	survey := s.Bank.Catalog().Survey(assessment)
	if a, underway := s.Attempts[assessment]; underway {
		if survey.Remaining(a.Interview) == 0 {
			return survey.Title, locale.Text("the result is ready")
		}
		return survey.Title, locale.Sprintf("stopped at question %d", len(a.Interview.Asked)+1)
	}
	if r, taken := s.Results[assessment]; taken {
		return survey.Title, SurveyLine(r)
	}
	return survey.Title, survey.Line
}

func restartDetail(a session.Attempt) string {
	if len(a.Interview.Asked) == 0 {
		return locale.Text("nothing answered yet")
	}
	return locale.Text("your answers are archived, not deleted")
}

// RestartAsk asks for a second yes before an attempt is set aside.
func RestartAsk(a session.Attempt) string {
	if len(a.Interview.Asked) == 0 {
		return locale.Text("You haven't answered anything yet.")
	}
	return locale.Text("Your answers are archived, not deleted.")
}

// planNext is the step to do next, unless a row of its own says that or there's a day to check in; else what is in the plan.
func planNext(s session.Session, now time.Time) string {
	advised, next := s.Last()[stages.Stages].Advised(), s.Plan.First()
	switch {
	case s.Plan.CheckIn != nil:
	case next != nil && s.Plan.NextDue(now) == nil:
		return locale.Sprintf("next: %s", next.Step.Title)
	case len(s.Plan.Items) == 0 && len(advised) > 0:
		return locale.Sprintf("first: %s", advised[0].Words.Title)
	}
	return planDetail(s.Plan, now)
}

func planDetail(p session.Plan, now time.Time) string {
	detail := locale.Text("steps to take on and tick off")
	if len(p.Items) > 0 {
		detail = PlanFact(p)
	}
	if p.CheckIn != nil && !p.CheckInDue(now) {
		detail += "; " + locale.Sprintf("check in on %s", Day(*p.CheckIn))
	}
	return detail
}

// StoppedAtBrief is [StoppedAt] without what is to come.
func StoppedAtBrief(s session.Session, now time.Time) string {
	a := s.Attempt()
	if !s.More() {
		return StoppedAt(s.Bank, a, now)
	}
	return locale.Sprintf("You stopped %s at question %d.", lastTime(a.Saved, now), len(a.Interview.Asked)+1)
}

// StoppedAt says where and when an interview was left, and what is true of how many are to come.
func StoppedAt(bank *stages.Bank, s session.Attempt, now time.Time) string {
	when, asker := lastTime(s.Saved, now), s.Asker(bank)
	if _, more := asker.Next(s.Known(bank)); !more {
		return locale.Sprintf("You answered the last question %s. Your result is ready.", when)
	}
	at := len(s.Interview.Asked)
	o := asker.Outlook(s.Interview)
	text := locale.Sprintf("You stopped %s at question %d of %s.", when, at+1, Length(at, o))
	if why := GoesOn(at, o); why != "" {
		text += " " + Capital(why) + "."
	}
	return text
}
