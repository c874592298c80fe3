package report

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// MostResults is how many results a history shows.
const MostResults = 100

// HistoryTitle is what the results over time are called.
const HistoryTitle locale.Message = "Results over time"

// Results over time, in a sentence, where there are none to compare.
const (
	NoHistory   locale.Message = "No result yet. The first takes ten to fifteen minutes; after the second, you'll see here what has moved."
	FirstResult locale.Message = "One result so far. Answer the questions again after about three months, and you'll see here what has moved."
)

// What the results are compared with.
const (
	ComparedWithThis locale.Message = "The others are compared with this result now."
	ComparedByTurns  locale.Message = "Each result is compared with the one before it."
)

// HistoryLine says what there is to see: nothing yet, one result, or what the last one moved.
func HistoryLine(h session.History) string {
	switch len(h.Results) {
	case 0:
		return NoHistory.String()
	case 1:
		return FirstResult.String()
	}
	d := session.Between(h.Results[1], h.Results[0], session.Plan{})
	if d.Level == nil {
		return locale.Text("There's no level to compare: one of the last two results has none.")
	}
	if d.Level.By() == 0 && len(eachMove(d, false)) == 0 {
		return Moved(d.Before, d.Now)
	}
	return movesWith(levelSince(h, d), d, levelByChance(d))
}

// levelSince is what the level did since the result before, without a full stop.
func levelSince(h session.History, d session.Difference) string {
	if d.Level.By() == 0 {
		return levelStill(h, d)
	}
	return Capital(locale.Sprintf("%[1]s since %[2]s", levelChange(d.Level.By()), Date(d.Before.Saved)))
}

// levelStill is the level that the last two results have, without a full stop.
func levelStill(h session.History, d session.Difference) string {
	if len(h.Results) > 2 {
		return locale.Sprintf("Level %d the last two times", d.Level.Now)
	}
	return levelBothTimes(d)
}

// HistoryBrief is what the last result moved in one short line; empty where there is nothing to compare.
func HistoryBrief(h session.History) string {
	if len(h.Results) < 2 {
		return ""
	}
	d := session.Between(h.Results[1], h.Results[0], session.Plan{})
	switch day := ShortDate(d.Before.Saved); {
	case d.Level == nil:
		return ""
	case d.Level.By() == 0:
		return levelStill(h, d) + "."
	case levelByChance(d):
		return Capital(mayBeChance(levelChange(d.Level.By()), true)) + "."
	default:
		return Capital(locale.Sprintf("%[1]s since %[2]s.", levelChange(d.Level.By()), day))
	}
}

// StrandsBrief is what the last result moved along the strands in a few words, where the level stayed: craft 3 → 2; else empty.
func StrandsBrief(h session.History) string {
	if len(h.Results) < 2 {
		return ""
	}
	d := session.Between(h.Results[1], h.Results[0], session.Plan{})
	if d.Level == nil || d.Level.By() != 0 {
		return ""
	}
	firm, perhaps := strandMoved(d, func(s session.StrandMove) string {
		return fmt.Sprintf("%s %d → %d", StrandName(&d.Now.Snapshot, s.ID), s.Before, s.Now)
	})
	out := strings.Join(firm, ", ")
	if len(perhaps) > 0 {
		out = strings.TrimPrefix(out+"; "+locale.Sprintf("%s, may be chance", strings.Join(perhaps, ", ")), "; ")
	}
	return out
}

// Unmoved says that no level of a history has ever moved, neither of a result nor of a strand; empty where one has.
func Unmoved(h session.History) string {
	strands := StrandsOver(h)
	for i := range h.Results {
		if a, b := h.Results[i].Placement.Level, h.Results[0].Placement.Level; a == nil || b == nil || *a != *b {
			return ""
		}
	}
	for _, s := range strands {
		for _, l := range s.Levels {
			if first := s.Levels[0]; (l == nil) != (first == nil) || l != nil && *l != *first {
				return ""
			}
		}
	}
	return locale.Plural(len(strands), "The only strand is unchanged.", "All %s strands are unchanged.", Number(len(strands)))
}

// HistoryFact says how many results there are.
func HistoryFact(h session.History) string {
	n := len(h.Results)
	switch {
	case n == 0:
		return ""
	case h.More:
		return locale.Sprintf("the last %d results", n)
	}
	return locale.Plural(n, "one result", "%s results", Number(n))
}

// ResultLine is a result of a history in a line.
func ResultLine(r session.Result) string {
	p := r.Placement
	switch {
	case p.Level == nil:
		return locale.Text("no level")
	case p.Certainty() == stages.Unclear:
		if low, high := p.Span(); low != high {
			return locale.Sprintf("between levels %d and %d, unclear", low, high)
		}
		return locale.Sprintf("about level %d, unclear", *p.Level)
	case Between(p) != 0:
		return locale.Sprintf("between levels %d and %d", min(*p.Level, Between(p)), max(*p.Level, Between(p)))
	case p.Certainty() == stages.Between:
		return locale.Sprintf("about level %d", *p.Level)
	}
	return locale.Sprintf("level %[1]d, %[2]s, %[3]s", *p.Level, LevelName(&r.Snapshot, *p.Level), howSure(p))
}

// ResultBrief is [ResultLine] for small screens.
func ResultBrief(r session.Result) string {
	p := r.Placement
	if sure := p.Certainty(); sure != stages.Clear && sure != stages.Likely {
		return ResultLine(r)
	}
	return locale.Sprintf("level %[1]d, %[2]s", *p.Level, howSure(p))
}

// AimsOver says where the person wants to go, since when, and where before that; empty where they never said.
func AimsOver(aims []session.Aim) []string {
	var out []string
	for _, a := range aims {
		out = append(out, locale.Sprintf("%s Since %s.", sentence(or(a.Text, a.ID)), Date(a.Since)))
	}
	return out
}

// HistoryText writes results over time for a reader of text of a width: the chart where it may be drawn, the
// strands, each result in a line, what the last one moved and why, and where the person wanted to go.
func HistoryText(out io.Writer, h session.History, plan session.Plan, width int, drawn bool, inks Inks) error {
	t := &textRenderer{width: width, drawn: drawn, inks: inks}
	t.heading(1, HistoryTitle.String())
	t.para(HistoryLine(h))
	if len(h.Results) > 1 {
		t.history(h)
	}
	t.heading(2, locale.Text("Every result, the latest first"))
	if h.More {
		t.para(locale.Sprintf("These are the last %d. To see them all: waymark history --json", len(h.Results)))
	}
	var list []listItem
	for _, r := range h.Results {
		list = append(list, listItem{label: Date(r.Saved), text: ResultLine(r)})
	}
	t.list(true, list...)
	if len(h.Results) > 1 {
		t.difference(session.Between(h.Results[1], h.Results[0], plan))
	}
	if aims := AimsOver(h.Aims); len(aims) > 0 {
		t.heading(2, locale.Text("Your aim"))
		t.list(false, textItems(aims)...)
	}
	_, err := io.WriteString(out, t.String())
	return err
}

// DifferenceText writes what lies between two results.
func DifferenceText(out io.Writer, d session.Difference, width int, inks Inks) error {
	t := &textRenderer{width: width, inks: inks}
	t.difference(d)
	_, err := io.WriteString(out, t.String())
	return err
}

func textItems(texts []string) []listItem {
	var out []listItem
	for _, text := range texts {
		out = append(out, listItem{text: text})
	}
	return out
}

// history draws the levels and the strands, or tells them where nothing is drawn.
func (t *textRenderer) history(h session.History) {
	chart := LevelChart(h, min(t.width-len(indent), widestChart), t.inks)
	if t.drawn && chart != nil {
		t.apart()
		t.rows(chart)
	}
	t.heading(3, locale.Text("The strands over time"))
	column := 0
	strands := StrandsOver(h)
	for _, s := range strands {
		column = max(column, ansi.StringWidth(s.Name))
	}
	t.apart()
	for _, s := range strands {
		told := s.Words()
		if t.drawn {
			told = inked(t.inks.Travelled, s.Heights()) + "  " + told
		}
		t.rows([]string{s.Name + strings.Repeat(" ", column-ansi.StringWidth(s.Name)) + "  " + told})
	}
}

// rows writes lines as they are.
func (t *textRenderer) rows(lines []string) {
	for _, l := range lines {
		t.out.WriteString(indent + l + "\n")
	}
}

func (t *textRenderer) difference(d session.Difference) {
	t.heading(2, locale.Sprintf("What changed from %s to %s", Date(d.Before.Saved), Date(d.Now.Saved)))
	t.list(false, items(DifferenceParts(d))...)
	if moves := AnswerMoves(d); len(moves) > 0 {
		t.heading(3, AnswersChanged.String())
		t.list(false, items(moves)...)
	}
}

// WelcomeBackShort is [WelcomeBack] for small screens.
func WelcomeBackShort(s session.Session, now time.Time) string {
	if !s.LongAgo(now) {
		return ""
	}
	return locale.Sprintf("Welcome back after %s.", age(now, s.Results[stages.Stages].Saved))
}

// WelcomeBack greets someone whose last result is long ago: how long, and what of the plan is overdue. It is empty
// for others.
func WelcomeBack(s session.Session, now time.Time) string {
	if !s.LongAgo(now) {
		return ""
	}
	age, late := age(now, s.Results[stages.Stages].Saved), s.Plan.Overdue(now)
	if late > 0 {
		return locale.Plural(late, "Welcome back. Your last result is %[1]s old, and one step of your plan is overdue.",
			"Welcome back. Your last result is %[1]s old, and %[2]s steps of your plan are overdue.", age, Number(late))
	}
	return locale.Sprintf("Welcome back. Your last result is %s old.", age)
}

// age says how long ago a day was, in weeks, or from a season on in months.
func age(now, then time.Time) string {
	const season, month = 91, 30.4
	if d := -session.DaysTo(now, then); d >= season {
		return locale.Sprintf("%s months", Number(int(float64(d)/month)))
	}
	weeks := -session.DaysTo(now, then) / 7
	return locale.Plural(weeks, "one week", "%s weeks", Number(weeks))
}

// Moved says what has moved since the result before, and which steps were done in between; empty where there is
// none before it, or no level to compare.
func (e Export) Moved() string {
	if e.Before == nil {
		return ""
	}
	if moved := e.moves(); moved != "" {
		return sinceDay(*e.Before) + ": " + moved
	}
	return ""
}

// moved is [Export.Moved] under the day of the result before.
func (e Export) moved() Part {
	if e.Before == nil {
		return Part{}
	}
	return Part{sinceDay(*e.Before), Capital(e.moves())}
}

func (e Export) moves() string {
	moved := moves(*e.Before, e.Result)
	if d := session.Between(*e.Before, e.Result, e.Plan); moved != "" && len(d.Steps) > 0 {
		return moved + " " + locale.Sprintf("In between, you finished %s.", finishedBetween(d))
	}
	return moved
}
