package report

import (
	"strings"
	"time"

	"waymark/quiz/locale"
	"waymark/quiz/session"
)

// CheckInLength is what a check-in takes.
const CheckInLength locale.Message = "about two minutes"

// CheckInFact says how far a check-in is.
func CheckInFact(c *session.Checking) string {
	if c.First() && c.Topic == session.TopicNext {
		return ""
	}
	return locale.Sprintf("question %d, at most %d", c.Asked+1, session.MostAsked)
}

// CheckInAsk is the question of the check-in, and what it is asked about: a step with its date, or the mentor.
func CheckInAsk(s session.Session, now time.Time) (ask, about string) {
	c := s.Checking
	switch c.Topic {
	case session.TopicMentor:
		return locale.Text("Have you and your mentor talked?"), locale.Sprintf("Mentor: %s.", s.Plan.Mentor)
	case session.TopicNext:
		return locale.Text("When's your next check-in?"), leftForNext(c.Left())
	}
	item := s.Plan.Items[s.Plan.Item(session.StepRow(c.Step))]
	went := locale.Text("How did it go?")
	if session.DaysTo(now, item.Due()) > 0 {
		went = locale.Text("How's it going?")
	}
	ask = map[session.Topic]string{session.TopicStep: went, session.TopicInTheWay: locale.Text("What's in the way?"),
		session.TopicEvidence: PlanAsk(session.StepRow(c.Step))}[c.Topic]
	return ask, item.Step.Title + ": " + PlanItemWhen(item, now) + "."
}

// leftForNext says how many steps a check-in had no room to ask about; "" where it asked about all.
func leftForNext(n int) string {
	if n == 0 {
		return ""
	}
	return locale.Plural(n, "One more step is due. It comes first next time.", "%s more steps are due. They come first next time.", Capital(Number(n)))
}

// ReplyText is what a reply says, and what the plan makes of it.
func ReplyText(s session.Session, r session.Reply, now time.Time) (name, detail string) {
	name = replyNames[r.Says].String()
	switch {
	case r.Says == session.NextOn && r.On == nil:
		return locale.Text("No date"), locale.Text("no reminder")
	case r.Says == session.NextOn:
		return Day(*r.On), Until(now, *r.On)
	case r.Says == session.NotNow:
		return locale.Text("Not now"), locale.Sprintf("ask again on %s", Day(*r.On))
	case s.Checking.Topic == session.TopicMentor && r.On != nil:
		return name, locale.Sprintf("next talk on %s", Day(*r.On))
	case s.Checking.Topic == session.TopicMentor:
		return name, locale.Text("no date for the next talk")
	case s.Checking.Topic == session.TopicInTheWay:
		return name, adjustment(r)
	}
	return name, whatFollows(s, r, now)
}

// whatFollows is what comes of saying how a step went: the question after it, the day it's moved to, or the plan without
// the step.
func whatFollows(s session.Session, r session.Reply, now time.Time) string {
	more := s.FollowsUp(1, now)
	adds := more && (r.Says == session.StepDone || r.Says == session.StepUnderWay)
	switch {
	case adds && r.On != nil:
		return locale.Sprintf("add what happened; moves to %s", Day(*r.On))
	case adds:
		return locale.Text("add what happened")
	case r.On != nil:
		return locale.Sprintf("moves to %s", Day(*r.On))
	case r.Says == session.StepUnwanted:
		return locale.Text("removed from your plan")
	case more:
		return locale.Text("say why")
	}
	return ""
}

var replyNames = map[session.Says]locale.Message{
	session.StepDone: "It's done", session.StepUnderWay: "It's under way", session.StepNotBegun: "I haven't started", session.StepUnwanted: "Drop it",
	session.NothingInWay: "Nothing, it takes time", session.NoTime: "No time", session.NoChanceYet: "No chance to do it",
	session.PlaceInWay: "The workplace", session.WrongStep: "It's not the right step",
	session.Talked: "Yes", session.NotTalked: "Not yet",
}

// adjustment is what the plan makes of an obstacle.
func adjustment(r session.Reply) string {
	switch {
	case r.Swap != nil:
		return locale.Sprintf("swaps it for \"%s\"", r.Swap.Title)
	case r.Says == session.WrongStep:
		return locale.Text("removed from your plan")
	case r.On != nil:
		return locale.Sprintf("moves to %s", Day(*r.On))
	}
	return locale.Text("keeps the same date")
}

// ReplyInBrief is what the plan makes of a reply, where there's no room for the words of [ReplyText]; "" where those have no short form.
func ReplyInBrief(r session.Reply) string {
	switch {
	case r.Swap != nil:
		return locale.Text("another step")
	case r.Says == session.WrongStep:
		return locale.Text("drops it")
	case r.Says == session.NothingInWay && r.On == nil:
		return locale.Text("same date")
	case r.On != nil && (r.Says == session.StepUnderWay || r.Says == session.StepNotBegun):
		return locale.Sprintf("now by %s", Day(*r.On))
	}
	return ""
}

// ReplyAdvice is what the step itself says of an obstacle: what to try where there is no chance yet, or where the
// workplace is in the way. It's empty where there is none.
func ReplyAdvice(s session.Session, r session.Reply) string {
	at := s.Plan.Item(session.StepRow(s.Checking.Step))
	if at < 0 {
		return ""
	}
	advice := map[session.Says]string{session.NoChanceYet: s.Plan.Items[at].Step.NoChance, session.PlaceInWay: s.Plan.Items[at].Step.InTheWay}[r.Says]
	if advice == "" {
		return ""
	}
	return locale.Sprintf("If you'd rather keep this step: %s", advice)
}

// CheckedIn says what came of a check-in, in a line.
func CheckedIn(c session.CheckedIn) string {
	var out []string
	for _, s := range c.Steps {
		out = append(out, s.Title+": "+stepCame(s))
	}
	switch {
	case c.Talked == nil:
	case *c.Talked:
		out = append(out, locale.Text("Talked with your mentor"))
	default:
		out = append(out, locale.Text("No talk with your mentor yet"))
	}
	return strings.Join(out, ". ") + "."
}

// stepCame says what came of a step at a check-in.
func stepCame(s session.CheckedStep) string {
	out := stepWent[s.Went].String()
	if why := wasInTheWay[s.InTheWay].String(); why != "" {
		out += ", " + why
	}
	switch {
	case s.SwappedFor != "":
		return locale.Sprintf("%s; now \"%s\"", out, s.SwappedFor)
	case s.Moved != nil:
		return locale.Sprintf("%s; moved to %s", out, Date(*s.Moved))
	}
	return out
}

var (
	stepWent = map[session.Says]locale.Message{session.StepDone: "done", session.StepUnderWay: "under way",
		session.StepNotBegun: "not started", session.StepUnwanted: "dropped"}
	wasInTheWay = map[session.Says]locale.Message{session.NoTime: "no time", session.NoChanceYet: "no chance to do it",
		session.PlaceInWay: "the workplace was in the way", session.WrongStep: "not the right step, so dropped"}
)

// CheckInOver says after a check-in when the next one is.
func CheckInOver(p session.Plan, now time.Time) string {
	if p.CheckIn == nil {
		return locale.Text("Saved. There's no date for your next check-in.")
	}
	return locale.Sprintf("Saved. Your next check-in is on %s, %s.", Day(*p.CheckIn), Until(now, *p.CheckIn))
}
