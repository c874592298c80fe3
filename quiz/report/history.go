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
const HistoryTitle = "Results over time"

// Results over time, in a sentence, where there are none to compare.
const (
	NoHistory   = "No result yet. The first takes ten to fifteen minutes; from the second on, you see here what has moved."
	FirstResult = "One result so far. After about three months, take it again: then you see here what has moved."
)

// What the results are compared with.
const (
	ComparedWithThis = "The others are compared with this result now."
	ComparedByTurns  = "Each result is compared with the one before it."
)

// HistoryLine says what there is to see: nothing yet, one result, or what the last one moved.
func HistoryLine(h session.History) string {
	switch len(h.Results) {
	case 0:
		return NoHistory
	case 1:
		return FirstResult
	}
	if moved := Moved(h.Results[1], h.Results[0]); moved != "" {
		return moved
	}
	return locale.Text("There's no level to compare: one of the last two results has none.")
}

// HistoryBrief is what the last result moved in one short line; empty where there is nothing to compare.
func HistoryBrief(h session.History) string {
	if len(h.Results) < 2 {
		return ""
	}
	d := session.Between(h.Results[1], h.Results[0], session.Plan{})
	switch day := d.Before.Saved.Format("2 Jan 2006"); {
	case d.Level == nil:
		return ""
	case d.Level.By() == 0:
		return locale.Sprintf("Level %d, as on %s.", d.Level.Now, day)
	default:
		return locale.Sprintf("%s %s since %s.", Capital(direction(d.Level.By())), levels(d.Level.By()), day)
	}
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
	return fmt.Sprintf("%s %s", Number(n), plural(n, "result", "results"))
}

// ResultLine is a result of a history in a line.
func ResultLine(r session.Result) string {
	p := r.Placement
	switch {
	case p.Level == nil:
		return locale.Text("no level")
	case p.Certainty() == stages.Unclear:
		return locale.Sprintf("about level %d, unclear", *p.Level)
	case Between(p) != 0:
		return locale.Sprintf("between level %d and %d", min(*p.Level, Between(p)), max(*p.Level, Between(p)))
	case p.Certainty() == stages.Clear:
		return locale.Sprintf("level %d, %s, clear", *p.Level, LevelName(&r.Snapshot, *p.Level))
	case p.Certainty() == stages.Likely:
		return locale.Sprintf("level %d, %s, likely", *p.Level, LevelName(&r.Snapshot, *p.Level))
	}
	return locale.Sprintf("about level %d", *p.Level)
}

// ResultBrief is [ResultLine] for small screens.
func ResultBrief(r session.Result) string {
	switch p := r.Placement; {
	case p.Level == nil || p.Certainty() == stages.Unclear || Between(p) != 0:
		return ResultLine(r)
	case p.Certainty() == stages.Clear:
		return locale.Sprintf("level %d, clear", *p.Level)
	default:
		return locale.Sprintf("level %d, likely", *p.Level)
	}
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
	t.heading(1, HistoryTitle)
	t.para(HistoryLine(h))
	if len(h.Results) > 1 {
		t.history(h)
	}
	t.heading(2, locale.Text("Every result, the latest first"))
	if h.More {
		t.para(locale.Sprintf("The last %d. All of them: waymark history --json", len(h.Results)))
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
		t.heading(2, locale.Text("Where you want to go"))
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
	t.heading(2, locale.Sprintf("What moved from %s to %s", Date(d.Before.Saved), Date(d.Now.Saved)))
	t.list(false, items(DifferenceParts(d))...)
	if moves := AnswerMoves(d); len(moves) > 0 {
		t.heading(3, AnswersChanged)
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
	said := locale.Sprintf("Welcome back. Your last result is %s old", age(now, s.Results[stages.Stages].Saved))
	if late := s.Plan.Overdue(now); late > 0 {
		return locale.Sprintf("%s, and %s %s overdue.", said, Number(late), plural(late, "step of your plan is", "steps of your plan are"))
	}
	return said + "."
}

// age says how long ago a day was, in weeks, or from a season on in months.
func age(now, then time.Time) string {
	const season, month = 91, 30.4
	if d := days(then, now); d >= season {
		return Number(int(float64(d)/month)) + locale.Text(" months")
	}
	weeks := days(then, now) / 7
	return fmt.Sprintf("%s %s", Number(weeks), plural(weeks, "week", "weeks"))
}

// Moved says what has moved since the result before, and which steps were done in between; empty where there is
// none before it, or no level to compare.
func (e Export) Moved() string {
	if p := e.moved(); p.Text != "" {
		return p.Label + ": " + lower(p.Text)
	}
	return ""
}

// moved is [Export.Moved] under the day of the result before.
func (e Export) moved() Part {
	if e.Before == nil {
		return Part{}
	}
	p := Part{sinceDay(*e.Before), Capital(moves(*e.Before, e.Result))}
	if d := session.Between(*e.Before, e.Result, e.Plan); p.Text != "" && len(d.Steps) > 0 {
		p.Text += locale.Text(" In between, ") + lower(InBetween(d))
	}
	return p
}
