package quiz

import (
	"fmt"
	"io/fs"
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
		Use: "init DIR", Short: "Copy the built-in questions into a new folder",
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

func (a *app) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use: "check [DIR]", Short: "Find faults: where they are and how to fix them",
		Long: `Reads the content in DIR, or the content in use, and lists every fault at
once: the file, the line, the column, what's wrong and how to fix it.
The exit status is 1 if there's a fault; warnings leave it at 0.`,
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
		return fmt.Errorf("the content in %s can't be used", stages.VisibleName(where))
	}
	_, err := fmt.Fprintf(a.out, "%s: %d questions on %d strands, %d next steps; ready to use\n",
		stages.VisibleName(where), len(c.Questions), len(c.Strands), len(c.Steps))
	return err
}

// catalog reads the content that is in force: of --content, else $WAYMARK_CONTENT, else the user's
// configuration folder where there is one, else the built-in.
func (a *app) catalog() (*stages.Catalog, error) {
	fsys, where := a.contentFS()
	if fsys == content.FS() {
		return content.Builtin()
	}
	c, faults := content.Load(fsys)
	if err := faults.Err(); err != nil {
		return nil, fmt.Errorf("the content in %s can't be used:\n%w", stages.VisibleName(where), err)
	}
	return c, nil
}

// contentFS returns the files in force, and what to call their place.
func (a *app) contentFS() (fs.FS, string) {
	mine := filepath.Join(xdg.ConfigHome, "waymark", "content")
	switch dir := os.Getenv("WAYMARK_CONTENT"); {
	case a.content != "":
		return os.DirFS(a.content), a.content
	case dir != "":
		return os.DirFS(dir), dir
	case placed("XDG_CONFIG_HOME") && isDir(mine):
		return os.DirFS(mine), mine
	}
	return content.FS(), "the program itself"
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
