package quiz

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/adrg/xdg"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"waymark/quiz/journal"
	"waymark/quiz/report"
)

// errNoResult is what there is to say where nothing was finished yet.
var errNoResult = errors.New("no result yet; the first takes about ten minutes: run waymark")

func (a *app) resultCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "result", Short: "Read your last result: where, why, what next",
		Long: "Prints your last result as text: the level and how sure it is, the six strands, the answers that " +
			"lifted you and held you back, and what to work on next.\n\n" +
			"With --json it is the same object that waymark score gives.",
		Example: "  waymark result\n  waymark result --json",
		Args:    cobra.NoArgs, ValidArgsFunction: cobra.NoFileCompletions,
		RunE: a.run(func(*cobra.Command, []string) error { return a.result(asJSON) }),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print it as JSON, for programs")
	return cmd
}

func (a *app) result(asJSON bool) error {
	whole, there, err := a.taken()
	switch {
	case err != nil:
		return err
	case !there:
		return errNoResult
	case asJSON:
		return printJSON(a.out, whole.Result.Placement)
	}
	return whole.Text(a.out, a.measure())
}

func (a *app) planCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "plan", Short: "Read your plan, and what came of it",
		Long: "Prints your plan as text: the steps you took on, done or open, with what came of them; your mentor, " +
			"your framework, and the day you check in.\n\nTo change it, run waymark and choose Plan.",
		Example: "  waymark plan\n  waymark plan --json",
		Args:    cobra.NoArgs, ValidArgsFunction: cobra.NoFileCompletions,
		RunE: a.run(func(*cobra.Command, []string) error { return a.plan(asJSON) }),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print it as JSON, for programs")
	return cmd
}

func (a *app) plan(asJSON bool) error {
	whole, there, err := a.taken()
	switch {
	case err != nil:
		return err
	case !there && whole.NoPlan():
		return errNoResult
	case asJSON:
		return printJSON(a.out, whole.Plan)
	}
	return whole.PlanText(a.out, a.measure(), time.Now())
}

// taken reads what the journal holds, beside any program that may be writing to it.
func (a *app) taken() (whole report.Export, there bool, err error) {
	j := journal.Read(filepath.Join(xdg.DataHome, "waymark"))
	saved, err := j.Load()
	if err != nil {
		return whole, false, err
	}
	for _, notice := range j.Notices {
		fmt.Fprintln(a.err, "waymark:", notice)
	}
	whole, there = report.NewExport(saved.Results, saved.Plan)
	return whole, there, nil
}

// measure is how wide text is written: as wide as reads well, and no wider than the terminal.
func (a *app) measure() int {
	const readsWell = 70
	if f, ok := a.out.(*os.File); ok {
		if width, _, err := term.GetSize(f.Fd()); err == nil && width > 0 {
			return min(width, readsWell)
		}
	}
	return readsWell
}
