package quiz

import (
	"fmt"

	"github.com/spf13/cobra"

	"waymark/content"
	"waymark/stages"
)

func (a *app) initCommand() *cobra.Command {
	var extend bool
	cmd := &cobra.Command{
		Use: "init DIR", Short: "Copy the built-in ones into a new folder",
		Long: `Copies the built-in levels, strands, questions and steps into DIR, as YAML
files to edit, with a schema by which an editor helps. DIR must be new or
empty. With --extend, DIR will hold only what differs from the built-in
content, so improvements of the rest keep arriving.`,
		Example: "  waymark content init my-questions\n  waymark content init --extend our-team",
		Args:    takes(1, 1), ValidArgsFunction: completeDirs(1),
		RunE: func(_ *cobra.Command, args []string) error { return a.initContent(args[0], extend) },
	}
	cmd.Flags().BoolVar(&extend, "extend", false, "begin a folder for what differs from the built-in content")
	return cmd
}

func (a *app) initContent(dir string, extend bool) error {
	begin, holds := content.Init, "The built-in content is in %[1]s. Edit any of its files, then:"
	if extend {
		begin, holds = content.InitExtending, "%[1]s/about.yaml says how to change the built-in content. Add to it, then:"
	}
	if err := begin(dir); err != nil {
		return err
	}
	_, err := fmt.Fprintf(a.out, holds+`

  waymark content check %[1]s              finds faults: file, line, how to fix them
  waymark content preview --content %[1]s  shows the questions as people will see them
  waymark content simulate %[1]s           shows whether it still places people well
  waymark --content %[1]s                  asks your questions
`, stages.VisibleName(dir))
	return err
}
