package quiz

import (
	"fmt"

	"github.com/spf13/cobra"

	"waymark/content"
)

func (a *app) contentCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "content", Short: "Make the questions your own",
		Long: "All that Waymark asks and says is YAML. Copy it, edit it, check it, look at it, and learn whether it " +
			"still places people well.",
		Example: "  waymark content init my-questions\n  waymark content check my-questions\n  waymark content preview --content my-questions",
	}
	cmd.AddCommand(a.initCommand(), a.checkCommand(), a.previewCommand(), a.simulateCommand())
	return cmd
}

func (a *app) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use: "check [DIR]", Short: "Find faults, each with its place and its cure",
		Long: "Reads the content in DIR, or else the content in force, and lists every fault at once: the file, the " +
			"line, the column, what is wrong and how to mend it. With a fault the exit status is 1; a warning leaves it at 0.",
		Example: "  waymark content check my-questions\n  waymark content check",
		Args:    cobra.MaximumNArgs(1), ValidArgsFunction: completeDir,
		RunE: a.run(func(_ *cobra.Command, args []string) error { return a.check(args) }),
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
