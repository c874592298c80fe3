package quiz

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"

	"waymark/content"
	"waymark/quiz/locale"
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
	cmd.AddCommand(a.initCommand(), a.checkCommand(), a.previewCommand(), a.explainCommand(), a.diffCommand(), a.packCommand(), a.schemaCommand(), a.wordsCommand(), a.simulateCommand(), a.calibrateCommand())
	return cmd
}

// catalog reads the content that is in force: of --content, else $WAYMARK_CONTENT, else the user's
// configuration folder where there is one, else the built-in.
func (a *app) catalog() (*stages.Catalog, error) {
	dir, where := a.contentDir()
	if dir == "" {
		return content.Builtin()
	}
	c := a.own
	if c == nil {
		c, _ = readContent(dir)
	}
	if err := c.Faults.Err(); err != nil {
		return nil, locale.Errorf("the content in %s can't be used:\n%s", stages.VisibleName(where), err)
	}
	return c.Catalog, nil
}

// contentThere refuses a --content that isn't there, also for a command that reads only what's kept on disk: the name is a slip.
// The commands in [english] say what's wrong with it themselves.
func (a *app) contentThere(cmd *cobra.Command) error {
	if _, err := os.Stat(a.content); a.content == "" || inEnglish(cmd) || !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	_, err := a.catalog()
	return err
}

// english are the commands that say everything in English: those for who writes content or scores answers by a program,
// and cobra's.
var english = []string{"content", "score", "man", "version", "help", "completion", cobra.ShellCompRequestCmd, cobra.ShellCompNoDescRequestCmd}

// speak says the program's words in the language of the content in force from now on, before a command says any. It
// does so where that content has faults, too: what's kept on disk can be read without it.
func (a *app) speak(cmd *cobra.Command) {
	if dir, _ := a.contentDir(); dir != "" && !inEnglish(cmd) {
		c, words := readContent(dir)
		a.own = c
		words.Use()
	}
}

func inEnglish(cmd *cobra.Command) bool {
	for cmd.HasParent() && cmd.Parent().HasParent() {
		cmd = cmd.Parent()
	}
	return slices.Contains(english, cmd.Name())
}

// readContent reads the content of a folder, or the built-in content from its YAML, with all that is known of it, and
// the program's words in its language.
func readContent(dir string) (*content.Content, *locale.Catalog) {
	var c *content.Content
	if dir == "" {
		c = content.Read(content.FS())
	} else {
		c = content.ReadPath(dir)
	}
	words, faults := wordsOf(c)
	c.Faults = withWords(c.Faults, faults)
	return c, words
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

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
