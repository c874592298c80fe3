package quiz

import (
	"bytes"
	"fmt"
	"io"
	"strconv"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"waymark/quiz/journal"
	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/quiz/tui"
	"waymark/stages"
)

func (a *app) historyCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "history [RESULT [OTHER]]", Short: "Read your results over time: what moved, and why",
		Long: `Prints your results over time as text: your levels as a chart, the strands,
every result, and what the last one moved: answers that changed, steps you did
in between, questions that changed, and how much of it may be chance.

With a number, it prints that result in full, as waymark result does; the
latest is 1. With two, it prints what moved between them. With --json, it
prints all results and every move for programs.`,
		Example: "  waymark history\n  waymark history 2\n  waymark history 1 3\n  waymark history --json",
		Args:    takes(0, 2), ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(_ *cobra.Command, args []string) error { return a.history(args, asJSON) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print them as JSON, for programs")
	a.themeFlag(cmd)
	return cmd
}

func (a *app) history(args []string, asJSON bool) error {
	look, err := a.look()
	if err != nil {
		return err
	}
	numbers, err := resultNumbers(args)
	switch {
	case err != nil:
		return usageError{err}
	case asJSON && len(numbers) > 0:
		return usageError{locale.Errorf("--json prints every result; leave out %s", args[0])}
	}
	j, saved, err := a.stored()
	if err != nil {
		return err
	}
	if asJSON {
		record, notices := report.NewHistoryRecord(j.Results(stages.Stages), saved.Plan)
		a.tell(notices)
		return printJSON(a.out, record)
	}
	h := session.ReadHistory(j.Results(stages.Stages), max(report.MostResults, most(numbers)+1))
	a.tell(h.Notices)
	if len(h.Results) == 0 {
		return errNoResult
	}
	if last := most(numbers); last > len(h.Results) {
		return usageError{locale.Errorf("there's no result %d; there are %d, and the latest is 1", last, len(h.Results))}
	}
	var text bytes.Buffer
	if err := a.writeHistory(&text, h, saved, numbers, a.printInks(look)); err != nil {
		return err
	}
	return a.print(look, text.String())
}

// writeHistory writes all of a history, one result of it, or what moved between two.
func (a *app) writeHistory(out io.Writer, h session.History, saved session.Saved, numbers []int, inks report.Inks) error {
	switch width := a.textWidth(); len(numbers) {
	case 0:
		return report.HistoryText(out, h, saved.Plan, width, true, inks)
	case 1:
		e, _ := report.NewExport(map[string]session.Result{stages.Stages: h.Results[numbers[0]-1]}, saved.Plan)
		e.Before = h.Before(numbers[0] - 1)
		if numbers[0] == 1 {
			e.Result = a.undone(saved)[stages.Stages]
		}
		return e.DrawnText(out, width, inks)
	default:
		return report.DifferenceText(out, session.Between(h.Results[numbers[0]-1], h.Results[numbers[1]-1], saved.Plan), width, inks)
	}
}

// resultNumbers are the results asked for, by their place in the history: the latest is 1.
func resultNumbers(args []string) ([]int, error) {
	var out []int
	for _, arg := range args {
		n, err := strconv.Atoi(arg)
		if err != nil || n < 1 {
			return nil, locale.Errorf("%q isn't the number of a result; the latest is 1, the one before it 2", arg)
		}
		out = append(out, n)
	}
	if len(out) == 2 && out[0] == out[1] {
		return nil, locale.Errorf("result %d can't be compared with itself; name two", out[0])
	}
	return out, nil
}

func most(numbers []int) (n int) {
	for _, m := range numbers {
		n = max(n, m)
	}
	return n
}

// printInks are the inks for what is printed: none where it doesn't go to a terminal.
func (a *app) printInks(look tui.Look) report.Inks {
	if !term.IsTerminal(a.out.Fd()) {
		return report.Inks{}
	}
	return look.Inks(lipgloss.Writer.Profile)
}

// stored is what the journal holds, beside any program that may be writing to it.
func (a *app) stored() (*journal.Journal, session.Saved, error) {
	dir, err := dataFolder()
	if err != nil {
		return nil, session.Saved{}, err
	}
	j := journal.Read(dir)
	saved, err := j.Load()
	if err != nil {
		return nil, saved, err
	}
	a.tell(j.Notices)
	return j, saved, nil
}

// tell prints notices about files.
func (a *app) tell(notices []string) {
	for _, notice := range notices {
		fmt.Fprintln(a.err, "waymark:", notice)
	}
}
