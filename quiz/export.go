package quiz

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"waymark/quiz/journal"
)

// exportOptions are the flags of export.
type exportOptions struct {
	format, file string
	force        bool
}

// The formats of an export.
const (
	formatMarkdown = "md"
	formatJSON     = "json"
)

func (a *app) exportCommand() *cobra.Command {
	var o exportOptions
	cmd := &cobra.Command{
		Use: "export", Short: "Take your result along, as Markdown or JSON",
		Long: `Writes everything of your last result: where you stand, why, what to work on
next, your plan, the crossroads and the surroundings where you took them, your
strengths in the words of others, and your answers with your own examples.

Markdown (md) is for people, JSON for programs. A file is readable by you
alone, and one that is there already is left as it is unless you add --force.`,
		Example: "  waymark export\n  waymark export -o result.md\n  waymark export --format json -o result.json --force",
		Args:    takes(0, 0), ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error { return a.export(o) },
	}
	cmd.Flags().StringVar(&o.format, "format", "", "write md or json; without it FILE's name decides")
	nameValue(cmd.Flags(), "format", "FORMAT")
	cmd.Flags().StringVarP(&o.file, "output", "o", "", "write to this file instead of standard output")
	nameValue(cmd.Flags(), "output", "FILE")
	cmd.Flags().BoolVar(&o.force, "force", false, "write over a file that is there already")
	completeFlag(cmd, "format", "md\tMarkdown, for people", "json\tJSON, for programs")
	return cmd
}

func (a *app) export(o exportOptions) error {
	switch {
	case o.format != "":
	case filepath.Ext(o.file) == "."+formatJSON:
		o.format = formatJSON
	default:
		o.format = formatMarkdown
	}
	if o.format != formatMarkdown && o.format != formatJSON {
		return usageError{fmt.Errorf("--format: there is no format %q; use md or json", o.format)}
	}
	whole, there, err := a.taken()
	if err != nil {
		return err
	}
	if !there {
		return errNoResult
	}
	var text bytes.Buffer
	if o.format == formatJSON {
		err = whole.JSON(&text)
	} else {
		catalog, fault := a.catalog()
		if fault != nil {
			return fault
		}
		err = whole.Markdown(&text, catalog)
	}
	if err != nil {
		return err
	}
	if o.file == "" || o.file == "-" {
		_, err = a.out.Write(text.Bytes())
		return err
	}
	return a.writeFile(o, text.Bytes())
}

// writeFile writes a file of the person's own, whole or not at all.
func (a *app) writeFile(o exportOptions, data []byte) error {
	info, err := os.Lstat(o.file)
	switch {
	case err == nil && info.IsDir():
		return fmt.Errorf("%s is a folder; name a file in it, such as %s", o.file, filepath.Join(o.file, "result."+o.format))
	case err == nil && !o.force:
		return fmt.Errorf("%s is there already; choose another name, or add --force to write over it", o.file)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	}
	if err := journal.Replace(o.file, data); err != nil {
		return fmt.Errorf("%s was not written: %w", o.file, err)
	}
	_, err = fmt.Fprintf(a.out, "%s is written; you alone can read it\n", o.file)
	return err
}
