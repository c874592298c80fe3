package quiz

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"waymark/quiz/disk"
	"waymark/quiz/journal"
	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// target is where a command writes to: a file, or standard output where none is named.
type target struct {
	command string // that writes
	file    string
	example string // what one might call the file
	force   bool
}

func (t *target) flags(cmd *cobra.Command) {
	cmd.Flags().StringVarP(&t.file, "output", "o", "", "write to this file instead of standard output")
	nameValue(cmd.Flags(), "output", "FILE")
	cmd.Flags().BoolVar(&t.force, "force", false, "write over a file that is there already")
}

// format is the one that a flag names, else that of the file's name, else the first of those there are.
func (t *target) format(flag string, formats ...string) (string, error) {
	format := flag
	if flag == "" {
		format = formats[0]
		if ext := strings.TrimPrefix(filepath.Ext(t.file), "."); slices.Contains(formats, ext) {
			format = ext
		}
	}
	if !slices.Contains(formats, format) {
		return "", noSuch("--format", format, formats)
	}
	t.example += "." + format
	return format, nil
}

// toFile reports whether it is a file that is written to.
func (t *target) toFile() bool { return t.file != "" && t.file != "-" }

// The formats of an export, and what can be exported.
const (
	formatMarkdown = "md"
	formatHTML     = "html"
	formatJSON     = "json"

	whatResult   = "result"
	whatEvidence = "evidence"
)

// exported is what the flags of an export ask for.
type exported struct {
	what, format string
	with         []string
}

func (a *app) exportCommand() *cobra.Command {
	to := target{command: "waymark export"}
	var asked exported
	cmd := &cobra.Command{
		Use: "export", Short: "Save your result or your evidence as Markdown, HTML or JSON",
		Long: `Writes your last result: a summary, where you stand, why, your results over
time, what to work on next, your plan, your strengths in other people's words,
and the page about your level.

Private parts are left out unless you ask for them with --with:

  crossroads     the crossroads, and where you want to go
  surroundings   what you said about your workplace, in check-ins too, and what
                 follows from it
  answers        every question and answer, with your own examples, and your
                 notes
  name           your name
  all            all of these

Your strengths quote examples you noted, and your plan what happened on your
steps: read those before you share it.

With --what evidence it writes those examples instead, by strand and question,
with the answers they belong to, and what happened on the steps you finished:
for a review, a CV or an interview. Your name is on it only with --with name.

Markdown (md) is for people; HTML is one page with pictures, to read in a
browser or print, and needs no network; JSON is for programs. In JSON, the
fields of what's left out are empty, and left_out names it. Only you can read
the file, and an existing file is left alone unless you add --force.`,
		Example: "  waymark export\n  waymark export -o result.html\n  waymark export --with name,answers -o for-my-mentor.md\n" +
			"  waymark export --what evidence -o review.md\n  waymark export --with all --format json -o result.json --force",
		Args: takes(0, 0), ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error { return a.export(&to, asked) },
	}
	cmd.Flags().StringVar(&asked.what, "what", whatResult, "result, or evidence: the examples you noted")
	cmd.Flags().Lookup("what").DefValue = ""
	nameValue(cmd.Flags(), "what", "WHAT")
	completeFlag(cmd, "what", "result\tyour last result, and your plan", "evidence\tthe examples you noted, by strand")
	cmd.Flags().StringVar(&asked.format, "format", "", "md, html or json; without it FILE's name decides")
	nameValue(cmd.Flags(), "format", "FORMAT")
	completeFlag(cmd, "format", "md\tMarkdown, for people", "html\ta page with pictures", "json\tJSON, for programs")
	withFlag(cmd, &asked.with, "add what's left out: crossroads, surroundings,\nanswers, name, or all", report.AskedParts)
	to.flags(cmd)
	return cmd
}

// withFlag adds the flag --with, which may be repeated and takes names with commas between them.
func withFlag(cmd *cobra.Command, with *[]string, usage string, parts []string) {
	cmd.Flags().StringArrayVar(with, "with", nil, usage)
	cmd.Flags().Lookup("with").DefValue = ""
	nameValue(cmd.Flags(), "with", "PARTS")
	completeList(cmd, "with", slices.Concat(parts, []string{report.AllParts}))
}

// partsOf reads the values of --with, and refuses a part that there is not.
func partsOf(with, parts []string) ([]string, error) {
	known := slices.Concat(parts, []string{report.AllParts})
	var asked []string
	for _, name := range strings.Split(strings.Join(with, ","), ",") {
		name = strings.ToLower(strings.TrimSpace(name))
		switch {
		case name == "":
		case !slices.Contains(known, name):
			return nil, noSuch("--with", name, known)
		default:
			asked = append(asked, name)
		}
	}
	return asked, nil
}

func (a *app) export(to *target, asked exported) error {
	parts := report.AskedParts
	switch asked.what {
	case whatResult:
	case whatEvidence:
		parts = []string{report.PartName}
	default:
		return noSuch("--what", asked.what, []string{whatResult, whatEvidence})
	}
	to.example = asked.what
	format, err := to.format(asked.format, formatMarkdown, formatHTML, formatJSON)
	if err != nil {
		return err
	}
	with, err := partsOf(asked.with, parts)
	if err != nil {
		return err
	}
	whole, there, err := a.load()
	switch {
	case err != nil:
		return err
	case !there:
		return errNoResult
	}
	if whole.Earlier, err = a.earlier(); err != nil {
		return err
	}
	notes := whole.Notes
	whole = whole.With(with...)
	var out writable = whole
	if asked.what == whatEvidence {
		out = report.NewEvidence(whole, notes)
	}
	write := map[string]func(io.Writer) error{formatMarkdown: out.Markdown, formatHTML: out.HTML, formatJSON: out.JSON}[format]
	var text bytes.Buffer
	if err := write(&text); err != nil {
		return err
	}
	return a.writeTo(to, text.Bytes())
}

// earlier are the results of the stages assessment before the last, the oldest first.
func (a *app) earlier() ([]session.Result, error) {
	dir, err := dataFolder()
	if err != nil {
		return nil, err
	}
	h := session.ReadHistory(journal.Read(dir).Results(stages.Stages), report.MostResults)
	a.tell(h.Notices)
	slices.Reverse(h.Results)
	return h.Results[:max(0, len(h.Results)-1)], nil
}

// writable is what can be exported.
type writable interface {
	Markdown(io.Writer) error
	HTML(io.Writer) error
	JSON(io.Writer) error
}

// writeTo writes to a file, or to standard output where none is named.
func (a *app) writeTo(to *target, text []byte) error {
	if to.toFile() {
		return a.writeFile(to, text)
	}
	_, err := a.out.Write(text)
	return err
}

// writeFile writes a file of the person's own, whole or not at all.
func (a *app) writeFile(to *target, data []byte) error {
	if err := to.check(); err != nil {
		return err
	}
	name, d := stages.VisibleName(to.file), disk.OS{}
	var err error
	if to.force {
		err = disk.Replace(d, to.file, data, true)
	} else {
		err = disk.New(d, to.file, data)
	}
	switch {
	case errors.Is(err, fs.ErrExist):
		return locale.Errorf("%s already exists; choose another name, or add --force to overwrite it", name)
	case err != nil:
		return locale.Errorf("%s couldn't be written: %s", name, withoutPath(err))
	}
	_, err = fmt.Fprintln(a.out, locale.Sprintf("%s is saved; only you can read it", name))
	return err
}

// check refuses whatever is there and is not a regular file: nothing else is ever replaced.
func (t *target) check() error {
	info, _ := os.Lstat(t.file) // what else is wrong shows when it is written
	if info == nil || info.Mode().IsRegular() {
		return nil
	}
	name := stages.VisibleName(t.file)
	switch {
	case info.IsDir():
		return locale.Errorf("%s is a folder; name a file in it, such as %s", name, filepath.Join(name, t.example))
	case info.Mode()&fs.ModeSymlink != 0:
		return locale.Errorf("%s is a link; name the file it points to, or another one", name)
	}
	return locale.Errorf("%s isn't a regular file; name another one, or write to this one with: %[2]s > %[1]s", name, t.command)
}

// withoutPath is what is wrong, without the name of the file, which may be one that nobody has seen.
func withoutPath(err error) error {
	var inPath *fs.PathError
	if errors.As(err, &inPath) {
		return inPath.Err
	}
	return err
}
