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
	"waymark/stages"
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
		Use: "export", Short: "Save your result as Markdown or JSON",
		Long: `Writes everything from your last result: where you stand, why, what to work on
next, your plan, the crossroads and the surroundings if you took them, your
strengths in other people's words, and your answers with your own examples.

Markdown (md) is for people, JSON for programs. Only you can read the file, and
an existing file is left alone unless you add --force.`,
		Example: "  waymark export\n  waymark export -o result.md\n  waymark export --format json -o result.json --force",
		Args:    takes(0, 0), ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error { return a.export(o) },
	}
	cmd.Flags().StringVar(&o.format, "format", "", "md or json; if you leave it out, FILE's name decides")
	nameValue(cmd.Flags(), "format", "FORMAT")
	cmd.Flags().StringVarP(&o.file, "output", "o", "", "write to this file instead of standard output")
	nameValue(cmd.Flags(), "output", "FILE")
	cmd.Flags().BoolVar(&o.force, "force", false, "overwrite an existing file")
	completeFlag(cmd, "format", "md\tMarkdown, for people", "json\tJSON, for programs")
	return cmd
}

func (a *app) export(o exportOptions) error {
	if o.format == "" {
		o.format = formatMarkdown
		if filepath.Ext(o.file) == "."+formatJSON {
			o.format = formatJSON
		}
	}
	if o.format != formatMarkdown && o.format != formatJSON {
		return usageError{fmt.Errorf("--format: there's no format %q; use md or json", o.format)}
	}
	text, err := a.exportText(o.format)
	if err != nil {
		return err
	}
	if o.file == "" || o.file == "-" {
		_, err = a.out.Write(text)
		return err
	}
	return a.writeFile(o, text)
}

func (a *app) exportText(format string) ([]byte, error) {
	whole, there, err := a.load()
	if err != nil {
		return nil, err
	}
	if !there {
		return nil, errNoResult
	}
	var text bytes.Buffer
	if format == formatJSON {
		err = whole.JSON(&text)
		return text.Bytes(), err
	}
	err = whole.Markdown(&text)
	return text.Bytes(), err
}

// writeFile writes a file of the person's own, whole or not at all.
func (a *app) writeFile(o exportOptions, data []byte) error {
	if err := o.checkTarget(); err != nil {
		return err
	}
	write, name := createFile, stages.VisibleName(o.file)
	if o.force {
		write = journal.Replace
	}
	err := write(o.file, data)
	switch {
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("%s already exists; choose another name, or add --force to overwrite it", name)
	case err != nil:
		return fmt.Errorf("%s couldn't be written: %w", name, withoutPath(err))
	}
	_, err = fmt.Fprintf(a.out, "%s is saved; only you can read it\n", name)
	return err
}

// checkTarget refuses whatever is there and is not a regular file: nothing else is ever replaced.
func (o exportOptions) checkTarget() error {
	info, _ := os.Lstat(o.file) // what else is wrong shows when it is written
	if info == nil || info.Mode().IsRegular() {
		return nil
	}
	name := stages.VisibleName(o.file)
	switch {
	case info.IsDir():
		return fmt.Errorf("%s is a folder; name a file in it, such as %s", name, filepath.Join(name, "result."+o.format))
	case info.Mode()&fs.ModeSymlink != 0:
		return fmt.Errorf("%s is a link; name the file it points to, or another one", name)
	}
	return fmt.Errorf("%s isn't a regular file; name another one, or write to this one with: waymark export > %[1]s", name)
}

// link is replaced in tests, as it is missing on some file systems.
var link = os.Link

// createFile writes a file of mode 0600 under a name that must be free; if not, it returns [fs.ErrExist].
// The text is written under another name and then linked, so that the file is there whole or not at all,
// and of two programs at once only one succeeds.
func createFile(path string, data []byte) error {
	temp, err := os.CreateTemp(filepath.Dir(path), ".waymark-*") // mode 0600
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(temp.Name()) }()
	if err := writeAndClose(temp, data); err != nil {
		return err
	}
	if err := link(temp.Name(), path); err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600) // no links here: as safe, but not at once
	if err != nil {
		return err
	}
	if err := writeAndClose(f, data); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

func writeAndClose(f *os.File, data []byte) error {
	_, err := f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}

// withoutPath is what is wrong, without the name of the file, which may be one that nobody has seen.
func withoutPath(err error) error {
	var inPath *fs.PathError
	if errors.As(err, &inPath) {
		return inPath.Err
	}
	return err
}
