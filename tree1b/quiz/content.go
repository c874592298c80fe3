package quiz

import (
	"fmt"
	"os"
	"path/filepath"

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
	c, _, err := a.inForce()
	return c, err
}

// spoken reads the content that is in force, and says the program's words in its language from now on. Commands for
// those who write content don't: what they print is in English.
func (a *app) spoken() (*stages.Catalog, error) {
	c, words, err := a.inForce()
	words.Use()
	return c, err
}

// speak says the program's words in the language of the content in force from now on, also where that content has
// faults: what's kept on disk can be read without it.
func (a *app) speak() {
	if dir, _ := a.contentDir(); dir != "" {
		_, words := readContent(dir)
		words.Use()
	}
}

// inForce is the content that is in force, and the program's words in its language: nil for English.
func (a *app) inForce() (*stages.Catalog, *locale.Catalog, error) {
	dir, where := a.contentDir()
	if dir == "" {
		c, err := content.Builtin()
		return c, nil, err
	}
	c, words := readContent(dir)
	if err := c.Faults.Err(); err != nil {
		return nil, words, fmt.Errorf("the content in %s can't be used:\n%w", stages.VisibleName(where), err)
	}
	return c.Catalog, words, nil
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
