// Package quiz is the program: its commands, each in the file of its name, and what they share.
//
// [Run] takes a command line and returns an exit status. root.go lists the commands; open.go opens the
// program on a person's files, in the full screen (package tui) or line by line (package plain);
// terminal.go tells what the terminal can do, and signals.go how a signal ends plain mode. A command
// returns an error that says what, where and what to do; exit, in this file, is the one place that
// prints it and turns it into a status.
package quiz

import (
	"errors"
	"fmt"
	"os"

	tea "charm.land/bubbletea/v2"

	"waymark/content"
	"waymark/quiz/locale"
	"waymark/quiz/tui"
	"waymark/stages"
)

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
	in, out, err *os.File
	content      string           // the flag --content
	own          *content.Content // what it asks, once read; nil for the built-in
	plain        bool             // the flag --plain
	mouse        bool             // the flag --mouse
	theme        string           // the flag --theme
	still        bool             // the flag --no-motion
	sheet        string           // the flag --for
	as           string           // the flag --as
	ran          bool             // the command line was right, and its command ran
	command      string           // the command that was called, as it is written
}

// Run runs one command line and returns the exit status.
func Run(args []string, in, out, errs *os.File) int {
	a := &app{in: in, out: out, err: errs}
	root := a.root()
	root.SetArgs(args)
	root.SetOut(out)
	root.SetErr(errs)
	cmd, err := root.ExecuteC()
	if err != nil && !a.ran {
		a.speak(cmd)
		err = usageError{err}
	}
	a.command = cmd.CommandPath()
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
		fmt.Fprintln(a.err, locale.Text("Waymark crashed. Your answers are saved. Run waymark to continue."))
		return exitFailed
	}
	fmt.Fprintf(a.err, "waymark: %s\n", stages.Visible(locale.Reason(err)))
	if errors.As(err, &usage) {
		if a.command != "" {
			fmt.Fprintln(a.err, locale.Sprintf("For help: %s --help", a.command))
		}
		return exitUsage
	}
	return exitFailed
}
