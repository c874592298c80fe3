package quiz

import (
	"bytes"

	"github.com/spf13/cobra"

	"waymark/quiz/locale"
)

func (a *app) planCommand() *cobra.Command {
	to := target{command: "waymark plan", example: "plan.txt"}
	var asJSON, asCalendar bool
	cmd := &cobra.Command{
		Use: "plan", Short: "Read your plan, or put its dates into your calendar",
		Long: `Prints your plan as text: the steps you took on, done or open, with what
happened; your mentor, your framework, your check-ins, and your latest notes.

With --ics, it's a file for your own calendar: when each open step is due, the
next talk with your mentor and your next check-in, as all-day events without
alarms. Bring it in again after a change, and the events move.

To change your plan, run waymark and choose Plan.`,
		Example: "  waymark plan\n  waymark plan --json\n  waymark plan --ics -o plan.ics",
		Args:    takes(0, 0), ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error { return a.plan(&to, asJSON, asCalendar) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print it as JSON, for programs")
	cmd.Flags().BoolVar(&asCalendar, "ics", false, "write its dates for a calendar")
	to.flags(cmd)
	return cmd
}

func (a *app) plan(to *target, asJSON, asCalendar bool) error {
	if asJSON && asCalendar {
		return usageError{locale.Error("--json and --ics: choose one")}
	}
	whole, there, err := a.load()
	switch {
	case err != nil:
		return err
	case !there && whole.NoPlan() && !asJSON:
		return errNoResult
	}
	var text bytes.Buffer
	switch {
	case asCalendar:
		to.example = "plan.ics"
		var dated bool
		if dated, err = whole.PlanCalendar(&text, clock()); err == nil && !dated {
			err = locale.Error("nothing in your plan has a date yet; run waymark and choose Plan")
		}
	case asJSON:
		err = printJSON(&text, whole.Plan)
	default:
		err = whole.PlanText(&text, a.textWidth(), clock())
	}
	if err != nil {
		return err
	}
	return a.writeTo(to, text.Bytes())
}
