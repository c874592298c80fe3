package quiz

import (
	"time"

	"github.com/spf13/cobra"
)

func (a *app) planCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "plan", Short: "Read your plan, and how it's going",
		Long: `Prints your plan as text: the steps you took on, done or open, with what
happened; your mentor, your framework, and your check-in date.

To change it, run waymark and choose Plan.`,
		Example: "  waymark plan\n  waymark plan --json",
		Args:    takes(0, 0), ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error { return a.plan(asJSON) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print it as JSON, for programs")
	return cmd
}

func (a *app) plan(asJSON bool) error {
	whole, there, err := a.load()
	switch {
	case err != nil:
		return err
	case !there && whole.NoPlan():
		return errNoResult
	case asJSON:
		return printJSON(a.out, whole.Plan)
	}
	return whole.PlanText(a.out, a.textWidth(), time.Now())
}
