// Package quiz is what the person sees and does: the commands, over the full-screen program (tui),
// the files (journal) and the words for results (report).
package quiz

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	tea "charm.land/bubbletea/v2"
	"charm.land/fang/v2"
	"github.com/spf13/cobra"

	"waymark/quiz/tui"
)

// Version is the program's.
const Version = "0.1.0"

// Exit statuses.
const (
	exitFine        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitInterrupted = 130
	exitSignal      = 128 // plus the signal's number
)

// usageError is an error in how the program was called.
type usageError struct{ error }

// app is one run of the program.
type app struct {
	in       *os.File
	out, err io.Writer
	content  string // the flag --content
	plain    bool   // the flag --plain
	mouse    bool   // the flag --mouse
	failed   error  // what the command ended with
}

// Run runs one command line and returns the exit status.
func Run(args []string, in, out, errs *os.File) int {
	a := &app{in: in, out: out, err: errs}
	root := a.root()
	root.SetArgs(args)
	root.SetOut(out)
	root.SetErr(errs)
	defer askNothing()()
	err := fang.Execute(context.Background(), root, fang.WithVersion(Version), fang.WithoutManpage(),
		fang.WithColorSchemeFunc(boldOnly), fang.WithErrorHandler(func(io.Writer, fang.Styles, error) {}))
	if err != nil {
		err = usageError{err} // of the command line; what commands end with is kept in failed
	} else {
		err = a.failed
	}
	return a.exit(err)
}

// exit says what went wrong, and turns it into a status. It is the one place that does.
func (a *app) exit(err error) int {
	var usage usageError
	var signal tui.SignalError
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, tea.ErrInterrupted):
		return exitInterrupted
	case errors.As(err, &signal):
		return exitSignal + int(signal.Signal)
	case errors.Is(err, tea.ErrProgramPanic):
		fmt.Fprintln(a.err, "waymark: the program broke down; what you answered is kept, and waymark goes on from there")
		return exitFailed
	case errors.As(err, &usage):
		fmt.Fprintf(a.err, "waymark: %v\n", err)
		return exitUsage
	}
	fmt.Fprintf(a.err, "waymark: %v\n", err)
	return exitFailed
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "waymark",
		Short: "Learn where you stand in your career, why, and what to work on next",
		Long: "Waymark asks about a dozen questions on the last two years, places you on one of five levels of a " +
			"technical expert, says why and how sure it is, and shows what to work on next. Everything stays on your computer.\n\n" +
			"Without a command it opens the full-screen program; with --plain, or where TERM is dumb, the same line by line.",
		Example: "  waymark\n  waymark --plain\n  waymark result\n  waymark export -o result.md\n  waymark --content my-questions",
		Args:    cobra.NoArgs,
		RunE:    a.run(func(*cobra.Command, []string) error { return a.interactive() }),
	}
	root.PersistentFlags().StringVar(&a.content, "content", "", "ask the questions in this folder of YAML files")
	root.Flags().BoolVar(&a.mouse, "mouse", false, "click rows; copying text then mostly needs Shift")
	root.Flags().BoolVar(&a.plain, "plain", false, "line by line, for screen readers and pipes")
	a.addCommands(root)
	return root
}

// run keeps what a command ends with for exit, past the decorations of errors on the way there: they
// would ask the terminal for its colours, and wait for an answer that may not come.
func (a *app) run(f func(*cobra.Command, []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		os.Stdin = a.in
		a.failed = f(cmd, args)
		return nil
	}
}

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "Print the version", Example: "  waymark version",
		Args: cobra.NoArgs, ValidArgsFunction: cobra.NoFileCompletions,
		RunE: a.run(func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(a.out, "waymark", Version)
			return err
		}),
	}
}
