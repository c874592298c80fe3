package quiz

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/dustin/go-humanize"
	"github.com/spf13/cobra"

	"waymark/quiz/backup"
	"waymark/quiz/disk"
	"waymark/quiz/journal"
	"waymark/quiz/locale"
	"waymark/stages"
)

func (a *app) dataCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "data", Short: "See, back up, restore or delete what Waymark keeps",
		Long: `Everything Waymark keeps of you is in one folder on this computer. These
commands show it, make one file of it, bring that back, here or on another
computer, and delete it.`,
		Example: "  waymark data where\n  waymark data export -o waymark.zip\n  waymark data import waymark.zip",
	}
	showHelp(cmd)
	cmd.AddCommand(a.dataWhereCommand(), a.dataExportCommand(), a.dataImportCommand(), a.dataDeleteCommand())
	return cmd
}

func (a *app) dataWhereCommand() *cobra.Command {
	return &cobra.Command{
		Use: "where", Short: "Show the folder, and what is in it",
		Long:    "Shows the folder with your answers, results and plan: its files, how large they\nare, and what each is.",
		Example: "  waymark data where",
		Args:    takes(0, 0), ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error { return a.dataWhere() },
	}
}

func (a *app) dataExportCommand() *cobra.Command {
	to := target{command: "waymark data export", example: "waymark.zip"}
	cmd := &cobra.Command{
		Use: "export", Short: "Make one file of everything, as a backup",
		Long: `Writes everything in the folder into one zip file, with checksums: results,
plan, notes, and an interview that's under way. waymark data import restores
it exactly. Only you can read the file; it isn't encrypted.`,
		Example: "  waymark data export -o waymark.zip",
		Args:    takes(0, 0), ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error { return a.dataExport(&to) },
	}
	to.flags(cmd)
	return cmd
}

func (a *app) dataImportCommand() *cobra.Command {
	var replace bool
	cmd := &cobra.Command{
		Use: "import FILE", Short: "Restore a backup",
		Long: `Restores what waymark data export wrote. Every file is checked first; if
anything is wrong, nothing changes.

If there are answers on this computer already, nothing is overwritten: it
refuses, unless you add --replace. Then what was there is kept, in a folder
beside with today's date in its name.`,
		Example: "  waymark data import waymark.zip\n  waymark data import --replace waymark.zip",
		Args:    takes(1, 1),
		RunE:    func(_ *cobra.Command, args []string) error { return a.dataImport(args[0], replace) },
	}
	cmd.Flags().BoolVar(&replace, "replace", false, "replace what's there, and keep that beside it")
	return cmd
}

func (a *app) dataDeleteCommand() *cobra.Command {
	var yes bool
	cmd := &cobra.Command{
		Use: "delete", Short: "Delete everything Waymark keeps of you",
		Long: `Deletes everything Waymark keeps of you on this computer, for good: the folder
with your answers, and what was kept beside it when you imported a backup. It
says what that is, and asks you to type a word first. Files that you exported
elsewhere stay.`,
		Example: "  waymark data delete\n  waymark data delete --yes",
		Args:    takes(0, 0), ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error { return a.dataDelete(yes) },
	}
	cmd.Flags().BoolVar(&yes, "yes", false, "don't ask")
	return cmd
}

func (a *app) dataWhere() error {
	dir, files, err := dataFiles()
	if err != nil {
		return err
	}
	fmt.Fprintln(a.out, stages.VisibleName(dir))
	if len(files) == 0 {
		fmt.Fprintln(a.out, "  "+locale.Text("There's nothing there yet."))
	}
	a.listFiles(files)
	a.listReplaced(dir)
	return nil
}

// listReplaced tells what earlier imports left beside the folder.
func (a *app) listReplaced(dir string) {
	for _, old := range backup.Replaced(dir) {
		fmt.Fprintln(a.out, locale.Sprintf("From before an import: %s", stages.VisibleName(old)))
	}
}

// listFiles says what files of the folder there are: each by itself, those of a folder in it together.
func (a *app) listFiles(files []backup.File) {
	var names []string
	sizes, counts := map[string]int64{}, map[string]int{}
	for _, f := range files {
		name, _, inside := strings.Cut(f.Name, "/")
		if inside {
			name += "/"
		}
		if counts[name] == 0 {
			names = append(names, name)
		}
		sizes[name] += f.Size
		counts[name]++
	}
	const column = len("surroundings.json")
	for _, name := range names {
		about := humanize.Bytes(uint64(sizes[name])) //nolint:gosec // a size isn't negative
		folder, inside := strings.CutSuffix(name, "/")
		if inside {
			about = filesCounted(counts[name]) + ", " + about
		}
		if called := journal.Called(folder); called != "" {
			about = called + ": " + about
		}
		fmt.Fprintf(a.out, "  %-*s  %s\n", column, stages.VisibleName(name), about)
	}
}

// inFolder says that something in the data folder is wrong.
func inFolder(err error) error { return locale.Errorf("in the folder for your answers, %s", err) }

// locked opens the journal, and refuses where another program has it open. A folder that isn't there is made.
func (a *app) locked() (*journal.Journal, error) {
	dir, err := dataFolder()
	if err != nil {
		return nil, err
	}
	j, err := journal.Open(disk.OS{}, dir, clock)
	switch {
	case err != nil:
		return nil, err
	case errors.Is(j.ReadOnly, journal.ErrOtherWindow):
		return nil, locale.Error("this is open in another window; close it there first")
	case j.ReadOnly != nil:
		return nil, errors.Join(j.ReadOnly, j.Close())
	}
	return j, nil
}

// dataFiles is the data folder, and the files in it.
func dataFiles() (dir string, files []backup.File, err error) {
	if dir, err = dataFolder(); err != nil {
		return "", nil, err
	}
	if files, err = backup.Files(dir); err != nil {
		return "", nil, inFolder(err)
	}
	return dir, files, nil
}

func nothingIn(dir string) error {
	return locale.Errorf("there's nothing in %s yet", stages.VisibleName(dir))
}

func (a *app) dataExport(to *target) (err error) {
	if !to.toFile() && to.file == "" && term.IsTerminal(a.out.Fd()) {
		return usageError{locale.Error("a backup isn't text; name a file: waymark data export -o waymark.zip")}
	}
	switch dir, files, err := dataFiles(); {
	case err != nil:
		return err
	case len(files) == 0:
		return nothingIn(dir)
	}
	j, err := a.locked()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, j.Close()) }()
	var archive bytes.Buffer
	if err := backup.Write(&archive, j.Dir()); err != nil {
		return inFolder(err)
	}
	return a.writeTo(to, archive.Bytes())
}

func (a *app) dataImport(file string, replace bool) (err error) {
	j, err := a.locked()
	if err != nil {
		return err
	}
	closed := false
	release := func() error { closed = true; return j.Close() }
	defer func() {
		if !closed {
			err = errors.Join(err, j.Close())
		}
	}()
	held, err := backup.Files(j.Dir())
	switch dir := stages.VisibleName(j.Dir()); {
	case err != nil:
		return inFolder(err)
	case len(held) > 0 && !replace:
		return locale.Errorf("there are answers in %s already, so nothing was restored; with --replace the backup takes their place, and they're kept beside it", dir)
	}
	atSwap := release
	if runtime.GOOS != "windows" { // which moves no folder with an open file; elsewhere the lock is held throughout
		atSwap = func() error { return nil }
	}
	files, aside, err := backup.Place(disk.OS{}, file, j.Dir(), clock(), atSwap)
	if err != nil {
		return locale.Errorf("%s can't be restored: %s", stages.VisibleName(file), withoutPath(err))
	}
	fmt.Fprintln(a.out, locale.Sprintf("Restored %s into %s", filesCounted(len(files)), stages.VisibleName(j.Dir())))
	if aside != "" {
		fmt.Fprintln(a.out, locale.Sprintf("What was there before is in %s", stages.VisibleName(aside)))
	}
	return nil
}

func filesCounted(n int) string { return locale.Plural(n, "%d file", "%d files", n) }

// deleteWord is what one types before everything is deleted.
const deleteWord locale.Message = "delete"

func (a *app) dataDelete(yes bool) error {
	dir, files, err := dataFiles()
	switch {
	case err != nil:
		return err
	case len(files)+len(backup.Replaced(dir)) == 0:
		return nothingIn(dir)
	}
	if info, err := os.Lstat(dir); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return locale.Errorf("%s is a link to another folder; delete that one yourself", stages.VisibleName(dir))
	}
	j, err := a.locked()
	if err != nil {
		return err
	}
	fmt.Fprintln(a.out, locale.Sprintf("This deletes for good, in %s:", stages.VisibleName(dir)))
	a.listFiles(files)
	a.listReplaced(dir)
	if !yes && !a.confirms() {
		return errors.Join(locale.Error("nothing was deleted"), j.Close())
	}
	if runtime.GOOS == "windows" { // which deletes no file that is open
		err = j.Close()
	}
	if err = errors.Join(err, backup.Delete(disk.OS{}, dir)); err != nil {
		return locale.Errorf("not all could be deleted: %s", err)
	}
	fmt.Fprintln(a.out, locale.Text("Deleted. Files that you exported elsewhere are still there."))
	return nil
}

// confirms asks for the word, and reports whether it was typed.
func (a *app) confirms() bool {
	fmt.Fprint(a.out, locale.Sprintf("Type %s to go on, or Enter to keep it:", deleteWord)+" ")
	line, _ := bufio.NewReader(a.in).ReadString('\n')
	return strings.EqualFold(strings.TrimSpace(line), deleteWord.String())
}
