package quiz

import (
	"bytes"
	"io"

	"github.com/spf13/cobra"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/quiz/tui"
	"waymark/stages"
)

// errNoResult is what there is to say where nothing was finished yet.
var errNoResult error = locale.Error("no result yet; the first takes ten to fifteen minutes: run waymark")

func (a *app) resultCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "result", Short: "Read your last result: where you stand, why, what's next",
		Long: `Prints your last result as text: a summary, then the level and how certain it
is, the strands, the answers that moved you up or held you back, and what to
work on next. On a terminal it's in colour.

With --json, it's the same object that waymark score prints.`,
		Example: "  waymark result\n  waymark result --json",
		Args:    takes(0, 0), ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error { return a.result(asJSON) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print it as JSON, for programs")
	a.themeFlag(cmd)
	return cmd
}

func (a *app) result(asJSON bool) error {
	look, err := a.look()
	if err != nil {
		return err
	}
	whole, there, err := a.load()
	switch {
	case err != nil:
		return err
	case !there:
		return errNoResult
	case asJSON:
		return printJSON(a.out, report.WithWarningTexts(whole.Result.Placement))
	}
	var text bytes.Buffer
	if err := whole.DrawnText(&text, a.textWidth(), a.printInks(look)); err != nil {
		return err
	}
	return a.print(look, text.String())
}

// print writes a text with marks, as the locale can show them.
func (a *app) print(look tui.Look, text string) error {
	if look.ASCII {
		text = tui.ASCII(text)
	}
	_, err := io.WriteString(a.out, text)
	return err
}

// undone are the last results with advice on what's still to be done. What's kept is readable without the content in force,
// which may have faults: then nothing takes the place of a step that is done.
func (a *app) undone(saved session.Saved) map[string]session.Result {
	return session.Undone(saved.Last(), saved.Plan, func() *stages.Bank {
		if catalog, err := a.catalog(); err == nil {
			return stages.NewBank(catalog)
		}
		return nil
	})
}

// load reads the last results and the plan.
func (a *app) load() (whole report.Export, there bool, err error) {
	_, saved, err := a.stored()
	if err != nil {
		return whole, false, err
	}
	whole, there = report.NewExport(a.undone(saved), saved.Plan)
	whole.Notes = saved.Notes
	whole.Before = saved.Previous()
	return whole, there, nil
}
