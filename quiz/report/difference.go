package report

import (
	"fmt"
	"strings"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// Of 100 people who haven't changed, so many get another level the second time: if they give the same
// answers in another order, and if they answer everything from scratch; the latter also of 100 whose results were clear both
// times, while in another order none of these moves. waymark content simulate --again measures it.
const (
	MovedInAnotherOrder = 4
	MovedAfresh         = 22
	MovedThoughClear    = 9
)

// From these odds on, a move is hardly chance, or probably none. They are where a result is called clear and likely.
const (
	hardlyChance   = 0.85
	probablyChance = 0.65
)

// DifferenceParts are what lies between two results: what moved, how much of it may be chance, and what came in
// between. The answers that changed come apart: see [AnswerMoves].
func DifferenceParts(d session.Difference) []Part {
	parts := []Part{{LevelMoved.String(), levelMove(d)}, {StrandsMoved.String(), strandMoves(d)}, {locale.Text("How sure"), chance(d)}, {ByChance.String(), byChance()}, {locale.Text("Asked again"), askedAgain(d)},
		{locale.Text("In between"), InBetween(d)}}
	if d.Content {
		parts = append(parts, Part{locale.Text("Versions"), contentMove(d)})
	}
	return parts
}

// NoneMoved and NoneAssessed are said of the strands where none of them has moved, or can have.
const (
	NoneMoved    locale.Message = "No strand has moved."
	NoneAssessed locale.Message = "No strand was assessed both times."
)

// LevelMoved and StrandsMoved head what they did.
const (
	LevelMoved   locale.Message = "Level"
	StrandsMoved locale.Message = "Strands"
)

// ByChance heads how often two results of someone who hasn't changed differ.
const ByChance locale.Message = "By chance"

// Days names the two days that a difference lies between.
func Days(d session.Difference) string { return Date(d.Before.Saved) + " – " + Date(d.Now.Saved) }

func levelMove(d session.Difference) string {
	switch {
	case d.Level == nil:
		return locale.Text("There's no level to compare: one of the results has none.")
	case d.Level.By() == 0:
		return levelBothTimes(d) + "."
	}
	return mayBeChance(locale.Sprintf("From level %[1]d to %[2]d", d.Level.Before, d.Level.Now), levelByChance(d)) + "."
}

// levelBothTimes is the level that both results have, without a full stop.
func levelBothTimes(d session.Difference) string {
	return locale.Sprintf("Level %d both times", d.Level.Now)
}

// strandMoved says each move of a strand: those that aren't chance, and those that may be.
func strandMoved(d session.Difference, say func(session.StrandMove) string) (firm, perhaps []string) {
	for _, s := range d.Strands {
		switch {
		case s.By() == 0:
		case s.Odds < probablyChance:
			perhaps = append(perhaps, say(s))
		default:
			firm = append(firm, say(s))
		}
	}
	return firm, perhaps
}

// strandChanges are [strandMoved] in words: craft up two.
func strandChanges(d session.Difference) (firm, perhaps []string) {
	return strandMoved(d, func(s session.StrandMove) string { return strandChange(StrandName(&d.Now.Snapshot, s.ID), s.By()) })
}

// strandMoves names the strands that moved, and which of these moves may be chance.
func strandMoves(d session.Difference) string {
	moved, perhaps := strandChanges(d)
	firm, may := Capital(strings.Join(moved, ", "))+".", locale.Sprintf("This may be chance: %s.", strings.Join(perhaps, ", "))
	switch {
	case len(d.Strands) == 0:
		return NoneAssessed.String()
	case len(moved)+len(perhaps) == 0:
		return NoneMoved.String()
	case len(perhaps) == 0:
		return firm
	case len(moved) == 0:
		return may
	}
	return firm + " " + may
}

// chance says how much of a move of the level may be none, by the certainties of both results. It's no surer than either of them
// says of itself.
func chance(d session.Difference) string {
	m, least := d.Level, min(d.Before.Placement.Certainty(), d.Now.Placement.Certainty())
	switch {
	case m == nil:
		return locale.Text("Without two levels to compare, there's nothing to say here.")
	case m.By() != 0 && sameAnswers(d):
		return locale.Text("None of the answers you gave both times has changed, so don't count this as a move.")
	case m.By() == 0 && m.Odds >= probablyChance && least >= stages.Likely:
		return locale.Text("Both results are certain enough to say that you're still at the same level.")
	case m.By() == 0:
		return locale.Text("The results aren't certain enough to rule out a small move.")
	case least < stages.Likely:
		return locale.Text("Not sure: at least one of the two results isn't sure of its own level.")
	case m.Odds >= hardlyChance && least < stages.Clear:
		return locale.Text("Fairly sure: the two levels stand apart, but not both results are clear.")
	case m.Odds >= hardlyChance:
		return locale.Text("Very sure: both results are clear, and the two levels stand apart.")
	case m.Odds >= probablyChance:
		return locale.Text("Fairly sure, but the two results overlap.")
	}
	return locale.Text("Not sure: neither result rules out the other's level.")
}

// sameAnswers reports whether no answer has changed, of enough that were given both times.
func sameAnswers(d session.Difference) bool {
	return len(d.Answers) == 0 && 2*d.Same >= d.Asked && !d.Content
}

// levelByChance reports whether a move of the level may be none, as [chance] says.
func levelByChance(d session.Difference) bool {
	return d.Level != nil && (sameAnswers(d) || levelOverlaps(d))
}

// levelOverlaps reports whether the certainties of both results leave open that the level is the same.
func levelOverlaps(d session.Difference) bool {
	return d.Level != nil && (d.Level.Odds < probablyChance || min(d.Before.Placement.Certainty(), d.Now.Placement.Certainty()) < stages.Likely)
}

func byChance() string {
	return locale.Sprintf("A level can move though you haven't changed. In simulations of such people, %[1]d in 100 got another level when the questions came in another order. Of those who answered again, %[2]d in 100 did, and only %[3]d in 100 if both their results were clear.",
		MovedInAnotherOrder, MovedAfresh, MovedThoughClear)
}

func askedAgain(d session.Difference) string {
	both := d.Same + len(d.Answers)
	if both == 0 {
		return locale.Text("None of the questions was asked both times, so no answer can be compared.")
	}
	switch n := len(d.Answers); n {
	case 0:
		return locale.Plural(d.Asked, "%[1]d of %[2]d question was asked both times, each with the same answer.",
			"%[1]d of %[2]d questions were asked both times, each with the same answer.", both, d.Asked)
	case both:
		return locale.Plural(d.Asked, "%[1]d of %[2]d question was asked both times, each with a different answer.",
			"%[1]d of %[2]d questions were asked both times, each with a different answer.", both, d.Asked)
	default:
		return locale.Plural(d.Asked, "%[1]d of %[2]d question was asked both times; %[3]s of the answers changed.",
			"%[1]d of %[2]d questions were asked both times; %[3]s of the answers changed.", both, d.Asked, Number(n))
	}
}

// InBetween names the steps of the plan that were done between two results.
func InBetween(d session.Difference) string {
	if len(d.Steps) == 0 {
		return locale.Text("No step of your plan was finished in this time.")
	}
	return locale.Sprintf("You finished %s.", finishedBetween(d))
}

func finishedBetween(d session.Difference) string {
	var done []string
	for _, i := range d.Steps {
		done = append(done, fmt.Sprintf("%s (%s)", quote(stages.OneLine(i.Step.Title)), Day(*i.Done)))
	}
	return List(done)
}

func contentMove(d session.Difference) string {
	from, to := d.Before.Content, d.Now.Content
	said := locale.Text("The questions have changed in between, so part of the difference may come from that.")
	switch {
	case from.ID != to.ID:
		said = locale.Sprintf("The first result is from \"%s\", the second from \"%s\", so part of the difference may come from that.", stages.OneLine(from.ID), stages.OneLine(to.ID))
	case from.Version != to.Version:
		said = locale.Sprintf("The questions have changed in between (version %s, then %s), so part of the difference may come from that.", stages.OneLine(from.Version), stages.OneLine(to.Version))
	}
	return said + " " + locale.Text("Each saved result keeps the wording of its questions.")
}

// AnswersChanged heads them.
const AnswersChanged locale.Message = "The answers that changed"

// AnswerMoves are the answers that changed: the question, what was answered then, and what now.
func AnswerMoves(d session.Difference) []Part {
	var out []Part
	for _, a := range d.Answers {
		out = append(out, Part{stages.OneLine(a.Question.Name()), answerMove(a)})
	}
	return out
}

// answerMove tells what was answered then and what now; of several ticked, only those that are new or gone, where nothing else changed.
func answerMove(a session.AnswerMove) string {
	before, now := a.Before.Options, a.Now.Options
	added, gone := without(now, before), without(before, now)
	switch was := quote(Answer(a.Was, a.Before)); {
	case len(before) > 0 && len(gone) == 0 && len(added) > 0:
		return locale.Sprintf("%s, then also %s", was, quote(Answer(a.Question, stages.Answer{Options: added})))
	case len(now) > 0 && len(added) == 0 && len(gone) > 0:
		return locale.Sprintf("%s, then no longer %s", was, quote(Answer(a.Was, stages.Answer{Options: gone})))
	default:
		return locale.Sprintf("%s, then %s", was, quote(Answer(a.Question, a.Now)))
	}
}
