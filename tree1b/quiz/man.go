package quiz

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func (a *app) manCommand() *cobra.Command {
	return &cobra.Command{
		Use: "man", Short: "Print the manual page",
		Long:    "Prints the manual page, to read with man or to install.",
		Example: "  waymark man | man -l -\n  waymark man > ~/.local/share/man/man1/waymark.1",
		Args:    takes(0, 0), ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, _ []string) error {
			var page strings.Builder
			writeManual(&page, cmd.Root())
			_, err := io.WriteString(a.out, page.String())
			return err
		},
	}
}

// writeManual writes the manual page in man's own language, from the texts that --help shows. The
// libraries for it leave out the long texts, the examples and what a flag takes, or write a page for
// each command.
func writeManual(page io.Writer, root *cobra.Command) {
	fmt.Fprintf(page, `.TH WAYMARK 1 "" "waymark %s" "User commands"
.nh
.ad l
.SH NAME
waymark \- %s
.SH SYNOPSIS
.B waymark
[command] [flags]
.SH DESCRIPTION
`, version(), roff(strings.ToLower(root.Short[:1])+root.Short[1:]))
	writeCommand(page, root)
	fmt.Fprintln(page, ".SH COMMANDS")
	writeCommands(page, root)
	fmt.Fprint(page, manualEnd)
}

// writeCommands writes a part for every command of a group, and of the groups in it.
func writeCommands(page io.Writer, group *cobra.Command) {
	for _, cmd := range group.Commands() {
		switch {
		case cmd.Hidden || cmd.Name() == "help":
		case cmd.Name() == "content" || cmd.Name() == "data":
			writeCommands(page, cmd)
		default:
			fmt.Fprintf(page, ".SS %s\n", roff(synopsis(cmd)))
			writeCommand(page, cmd)
		}
	}
}

// writeCommand writes what a command does, its flags and its examples.
func writeCommand(page io.Writer, cmd *cobra.Command) {
	for _, paragraph := range strings.Split(cmd.Long, "\n\n") {
		if strings.HasPrefix(paragraph, "  ") { // a list
			fmt.Fprintf(page, ".PP\n.nf\n%s\n.fi\n", roff(paragraph))
			continue
		}
		fmt.Fprintf(page, ".PP\n%s\n", roff(strings.ReplaceAll(paragraph, "\n", " ")))
	}
	cmd.NonInheritedFlags().VisitAll(func(f *pflag.Flag) {
		if f.Name == "help" {
			return
		}
		name := "--" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", " + name
		}
		value, usage := pflag.UnquoteUsage(f)
		fmt.Fprintf(page, ".TP\n\\fB%s\\fR %s\n%s\n", roff(name), value, roff(usage))
	})
	fmt.Fprintf(page, ".PP\n.nf\n%s\n.fi\n", roff(cmd.Example))
}

// roff makes text that the formatter shows as it is.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`, "~", `\(ti`, "^", `\(ha`, "'", `\(aq`).Replace(text)
	return strings.ReplaceAll("\n"+text, "\n.", "\n\\&.")[1:]
}

// manualEnd is what a command line needs to know beside its commands.
const manualEnd = `.SH FILES
.TP
.I $XDG_DATA_HOME/waymark
Your answers, results and plan; only you can read them. If the variable isn\(aqt set, it\(aqs
\(ti/.local/share/waymark on Linux, and the system\(aqs own folder elsewhere. Nothing in it is deleted unless
you say so: waymark data delete.
.TP
.I $XDG_CONFIG_HOME/waymark/content
Your own questions, if this folder exists. If the variable isn\(aqt set, it\(aqs under \(ti/.config on Linux.
.SH ENVIRONMENT
.TP
.B WAYMARK_CONTENT
A folder of YAML files to read the questions from, if \-\-content isn\(aqt given.
.TP
.B WAYMARK_THEME
The colours, if \-\-theme isn\(aqt given: auto, dark, light, mono or contrast.
.TP
.B NO_COLOR
If it isn\(aqt empty, there\(aqs no colour, whatever the theme.
.SH EXIT STATUS
.TP
.B 0
Everything went well.
.TP
.B 1
Something failed; a line on standard error says what, where and what to do.
.TP
.B 2
The command line was wrong.
.TP
.B 130
Interrupted.
.TP
.B 128 + n
Ended by signal n, with your answers saved.
`
