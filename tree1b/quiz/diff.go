package quiz

import (
	"fmt"
	"iter"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

func (a *app) diffCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "diff [OLD] NEW", Short: "Say what changed between two contents, and for your results",
		Long: `Compares the content in OLD, or the content in use, with that in NEW: which
questions, answers and steps were changed, added, dropped or given another id.
Then it places your stored results again, by the questions that NEW still has,
and says which would come out at another level. It changes nothing.

With --json, it prints one object: "questions", "answers" and "steps", each
with "changed", "added", "dropped" and "renamed", then "other" and "results".`,
		Example: "  waymark content diff my-questions\n  waymark content diff old-questions my-questions --json",
		Args:    takes(1, 2), ValidArgsFunction: completeDirs(2),
		RunE: func(_ *cobra.Command, args []string) error { return a.diff(args, asJSON) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON, for programs")
	return cmd
}

// contentDifference is what differs between two contents, and what it does to results.
type contentDifference struct {
	stages.Difference
	Results []placedAgain `json:"results"` // the latest first
}

// placedAgain is a stored result, and where new content would place the same answers.
type placedAgain struct {
	Saved    time.Time `json:"saved"`
	Before   *int      `json:"before"`   // the level that's stored; null for none
	After    *int      `json:"after"`    // the level by the new content; null for none
	Answers  int       `json:"answers"`  // that are stored
	Answered int       `json:"answered"` // of them, those to questions that the new content has
}

func (p placedAgain) moved() bool {
	return (p.Before == nil) != (p.After == nil) || p.Before != nil && *p.Before != *p.After
}

func (a *app) diff(args []string, asJSON bool) error {
	if len(args) == 2 {
		a.content = args[0]
	}
	before, err := a.catalog()
	if err != nil {
		return err
	}
	a.content = args[len(args)-1]
	after, err := a.catalog()
	if err != nil {
		return err
	}
	j, _, err := a.stored()
	if err != nil {
		return err
	}
	results, notices := placeAgain(stages.NewBank(after), j.Results(stages.Stages))
	a.tell(notices)
	d := contentDifference{stages.Differ(before, after), results}
	if asJSON {
		return printJSON(a.out, d)
	}
	_, err = fmt.Fprint(a.out, differenceText(d, a.textWidth()))
	return err
}

// placeAgain places the answers of stored results by other content. Of an attempt only the last result counts.
func placeAgain(bank *stages.Bank, results iter.Seq2[session.Result, error]) (out []placedAgain, notices []string) {
	out = []placedAgain{}
	seen := map[time.Time]bool{}
	for r, err := range results {
		switch {
		case err != nil:
			notices = append(notices, err.Error())
			continue
		case seen[r.Started.UTC()]:
			continue
		}
		seen[r.Started.UTC()] = true
		known := r.Known(bank)
		out = append(out, placedAgain{r.Saved, r.Placement.Level, bank.Place(known).Level, len(r.Interview.Asked), len(known.Asked)})
	}
	return out, notices
}

// differenceText is a difference for a person to read.
func differenceText(d contentDifference, width int) string {
	var out strings.Builder
	if d.None() {
		out.WriteString("The two are alike: no question, answer or step differs.\n")
	}
	for _, kind := range []struct {
		name string
		of   stages.Edits
	}{{"Questions", d.Questions}, {"Answers", d.Answers}, {"Steps", d.Steps}} {
		editsText(&out, width, kind.name, kind.of)
	}
	if len(d.Other) > 0 {
		hang(&out, width, "", "Also changed: "+report.List(d.Other)+".")
	}
	out.WriteString("\nYour results\n")
	for _, line := range resultLines(d.Results) {
		hang(&out, width, "  ", line)
	}
	return out.String()
}

func editsText(out *strings.Builder, width int, name string, e stages.Edits) {
	if n := len(e.Changed) + len(e.Added) + len(e.Dropped) + len(e.Renamed); n == 0 {
		return
	}
	out.WriteString(name + "\n")
	for _, c := range e.Changed {
		hang(out, width, "  changed  ", c.ID+": "+strings.Join(c.Fields, ", "))
	}
	if len(e.Added) > 0 {
		hang(out, width, "  added    ", strings.Join(e.Added, ", "))
	}
	if len(e.Dropped) > 0 {
		hang(out, width, "  dropped  ", strings.Join(e.Dropped, ", "))
	}
	for _, r := range e.Renamed {
		hang(out, width, "  renamed  ", fmt.Sprintf("%s, now %s; what was answered or planned under the old id doesn't count for it", r.From, r.To))
	}
}

// resultLines say which results would come out at another level.
func resultLines(results []placedAgain) []string {
	if len(results) == 0 {
		return []string{"There's none yet, so none would change."}
	}
	var out []string
	for _, r := range results {
		if !r.moved() {
			continue
		}
		line := fmt.Sprintf("%s: %s before, %s with the new content", report.Date(r.Saved), levelOrNone(r.Before), levelOrNone(r.After))
		if lost := r.Answers - r.Answered; lost > 0 {
			line += fmt.Sprintf(", which has %d of its %d questions", r.Answered, r.Answers)
		}
		out = append(out, line+".")
	}
	if same := len(results) - len(out); same > 0 {
		out = append(out, fmt.Sprintf("At the same level as before: %s.", number(same, "result")))
	}
	return out
}

func levelOrNone(level *int) string {
	if level == nil {
		return "no level"
	}
	return fmt.Sprintf("level %d", *level)
}
