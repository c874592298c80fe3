package quiz

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"

	"waymark/content"
	"waymark/stages"
)

func (a *app) contentCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "content", Short: "Make the questions your own",
		Long: `The questions, levels and steps are YAML. Copy them, edit them, check them,
look at them, and see whether they still place people well.`,
		Example: "  waymark content init my-questions\n  waymark content check my-questions\n  waymark content preview --content my-questions",
	}
	showHelp(cmd)
	cmd.AddCommand(a.initCommand(), a.checkCommand(), a.previewCommand(), a.simulateCommand(), a.calibrateCommand())
	return cmd
}

func (a *app) initCommand() *cobra.Command {
	return &cobra.Command{
		Use: "init DIR", Short: "Copy the built-in ones into a new folder",
		Long: `Copies the built-in levels, strands, questions and steps into DIR, as YAML
files to edit. DIR must be new or empty.`,
		Example: "  waymark content init my-questions", Args: takes(1, 1), ValidArgsFunction: completeDir,
		RunE: func(_ *cobra.Command, args []string) error { return a.initContent(args[0]) },
	}
}

func (a *app) initContent(dir string) error {
	if err := content.Init(dir); err != nil {
		return err
	}
	_, err := fmt.Fprintf(a.out, `The built-in content is in %[1]s. Edit any of its files, then:

  waymark content check %[1]s              finds faults: file, line, how to fix them
  waymark content preview --content %[1]s  shows the questions as people will see them
  waymark content simulate %[1]s           shows whether it still places people well
  waymark --content %[1]s                  asks your questions
`, stages.VisibleName(dir))
	return err
}

// catalog reads the content that is in force: of --content, else $WAYMARK_CONTENT, else the user's
// configuration folder where there is one, else the built-in.
func (a *app) catalog() (*stages.Catalog, error) {
	dir, where := a.contentDir()
	if dir == "" {
		return content.Builtin()
	}
	c, faults := content.LoadDir(dir)
	if err := faults.Err(); err != nil {
		return nil, fmt.Errorf("the content in %s can't be used:\n%w", stages.VisibleName(where), err)
	}
	return c, nil
}

// contentDir returns the folder of the content in force, empty for the built-in, and what to call its place.
func (a *app) contentDir() (dir, where string) {
	mine := filepath.Join(xdg.ConfigHome, "waymark", "content")
	switch set := os.Getenv("WAYMARK_CONTENT"); {
	case a.content != "":
		return a.content, a.content
	case set != "":
		return set, set
	case placed("XDG_CONFIG_HOME") && isDir(mine):
		return mine, mine
	}
	return "", "the program itself"
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
