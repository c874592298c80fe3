package quiz

import (
	"fmt"
	"os"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"waymark/content"
	"waymark/stages"
)

func (a *app) contentCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "content", Short: "Make the questions your own",
		Long: `All that Waymark asks and says is YAML. Copy it, edit it, check it, look at
it, and learn whether it still places people well.`,
		Example: "  waymark content init my-questions\n  waymark content check my-questions\n  waymark content preview --content my-questions",
	}
	cmd.AddCommand(a.initCommand(), a.checkCommand(), a.previewCommand(), a.simulateCommand())
	return cmd
}

func (a *app) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use: "check [DIR]", Short: "Find faults, each with its place and its cure",
		Long: `Reads the content in DIR, or else the content in force, and lists every fault
at once: the file, the line, the column, what is wrong and how to mend it.
With a fault the exit status is 1; a warning leaves it at 0.`,
		Example: "  waymark content check my-questions\n  waymark content check",
		Args:    takes(0, 1), ValidArgsFunction: completeDir,
		RunE: func(_ *cobra.Command, args []string) error { return a.check(args) },
	}
}

// check reads the content of a folder, or what is in force, and lists faults and warnings.
func (a *app) check(args []string) error {
	if len(args) > 0 {
		a.content = args[0]
	}
	fsys, where := a.contentFS()
	c, faults := content.Load(fsys)
	for _, f := range faults {
		fmt.Fprintln(a.out, f)
	}
	if err := faults.Err(); err != nil {
		return fmt.Errorf("the content in %s cannot be used", where)
	}
	_, err := fmt.Fprintf(a.out, "%s: %d questions along %d strands, %d next steps; ready to use\n",
		where, len(c.Questions), len(c.Strands), len(c.Steps))
	return err
}

func (a *app) simulateCommand() *cobra.Command {
	opt := stages.SimOptions{Respondents: 1000, Seed: 1}
	cmd := &cobra.Command{
		Use: "simulate [DIR]", Short: "See how well they place made-up people",
		Long: `Draws people whose level is known, careful and careless ones, lets them answer
the questions in DIR, or else those in force, and prints how often they are
placed rightly beside what a good set of questions reaches. Run it before and
after an edit.`,
		Example: "  waymark content simulate\n  waymark content simulate my-questions --respondents 200",
		Args:    takes(0, 1), ValidArgsFunction: completeDir,
		RunE: func(_ *cobra.Command, args []string) error {
			if opt.Respondents < 1 {
				return usageError{fmt.Errorf("--respondents %d: ask for one at least", opt.Respondents)}
			}
			return a.simulate(opt, args)
		},
	}
	cmd.Flags().IntVar(&opt.Respondents, "respondents", opt.Respondents, "let this `NUMBER` of each kind answer")
	cmd.Flags().Uint64Var(&opt.Seed, "seed", opt.Seed, "draw the people from this `NUMBER`")
	return cmd
}

func (a *app) simulate(opt stages.SimOptions, args []string) error {
	if len(args) > 0 {
		a.content = args[0]
	}
	c, err := a.catalog()
	if err != nil {
		return err
	}
	if f, ok := a.err.(*os.File); ok && term.IsTerminal(f.Fd()) {
		opt.Progress = func(done, total int) {
			fmt.Fprintf(a.err, "\r%d of %d interviews", done, total)
			if done == total {
				fmt.Fprint(a.err, "\r\x1b[K")
			}
		}
	}
	_, err = fmt.Fprint(a.out, stages.Simulate(stages.NewBank(c), opt))
	return err
}
