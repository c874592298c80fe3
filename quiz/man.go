package quiz

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func (a *app) manCommand() *cobra.Command {
	return &cobra.Command{
		Use: "man", Short: "Print the manual page",
		Long:    "Prints the manual page, for man to read or to be installed beside the others.",
		Example: "  waymark man | man -l -\n  waymark man > ~/.local/share/man/man1/waymark.1",
		Args:    cobra.NoArgs, ValidArgsFunction: cobra.NoFileCompletions,
		RunE: a.run(func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprint(a.out, manual(cmd.Root()))
			return err
		}),
	}
}

// page writes a manual page from the texts that --help shows, so that the two never differ.
type page struct{ out strings.Builder }

// manual is the manual page of a program and all its commands.
func manual(root *cobra.Command) string {
	var p page
	fmt.Fprintf(&p.out, ".TH %s 1 \"\" \"%s %s\" \"User commands\"\n.nh\n.ad l\n", strings.ToUpper(root.Name()), root.Name(), Version)
	p.section("NAME", root.Name()+" - "+lowerFirst(root.Short))
	p.section("SYNOPSIS")
	p.synopsis(root)
	p.section("DESCRIPTION", strings.Split(root.Long, "\n\n")...)
	p.examples(root)
	p.section("OPTIONS")
	p.flags(root.PersistentFlags())
	p.flags(root.LocalNonPersistentFlags())
	p.section("COMMANDS")
	p.commands(root)
	for _, s := range manualEnd {
		p.section(s.name)
		for _, entry := range s.entries {
			p.tagged(entry[0], entry[1])
		}
	}
	return p.out.String()
}

// manualEnd is what a command line needs to know beside its commands.
var manualEnd = []struct {
	name    string
	entries [][2]string
}{
	{"FILES", [][2]string{
		{"$XDG_DATA_HOME/waymark", "Your answers, results and plan, readable by you alone. Without the variable it is " +
			"~/.local/share/waymark on Linux, and the system's own folder elsewhere. Nothing in it is ever deleted."},
		{"$XDG_CONFIG_HOME/waymark/content", "Your own questions, where this folder is there. Without the variable it is under ~/.config on Linux."},
	}},
	{"ENVIRONMENT", [][2]string{
		{"WAYMARK_CONTENT", "A folder of YAML files to read the questions from, where --content is not given."},
		{"NO_COLOR", "Where it is not empty, nothing is coloured."},
	}},
	{"EXIT STATUS", [][2]string{
		{"0", "All went well."}, {"1", "Something failed; a line on standard error says what, where and what to do."},
		{"2", "The command line was wrong."}, {"130", "Interrupted."}, {"128 + n", "Ended by signal n, with your answers kept."},
	}},
}

func (p *page) section(name string, paragraphs ...string) {
	fmt.Fprintf(&p.out, ".SH %s\n", name)
	for i, text := range paragraphs {
		if i > 0 {
			p.out.WriteString(".PP\n")
		}
		p.out.WriteString(roff(text) + "\n")
	}
}

func (p *page) synopsis(cmd *cobra.Command) {
	use := cmd.CommandPath() + strings.TrimPrefix(cmd.Use, cmd.Name())
	if cmd.HasAvailableSubCommands() {
		use += " [command]"
	}
	fmt.Fprintf(&p.out, "\\fB%s\\fR\n", roff(use))
}

// commands lists every command beneath one, each with its own text, options and examples.
func (p *page) commands(parent *cobra.Command) {
	for _, cmd := range parent.Commands() {
		if cmd.Hidden || cmd.Name() == "help" {
			continue
		}
		if cmd.HasAvailableSubCommands() && cmd.Name() != "completion" {
			p.commands(cmd)
			continue
		}
		p.out.WriteString(".SS ")
		p.synopsis(cmd)
		for i, text := range strings.Split(longOf(cmd), "\n\n") {
			if i > 0 {
				p.out.WriteString(".PP\n")
			}
			p.out.WriteString(roff(strings.Join(strings.Fields(text), " ")) + "\n")
		}
		p.flags(cmd.LocalNonPersistentFlags())
		p.examples(cmd)
	}
}

func longOf(cmd *cobra.Command) string {
	if cmd.Long != "" {
		return cmd.Long
	}
	return cmd.Short + "."
}

func (p *page) flags(flags *pflag.FlagSet) {
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden || f.Name == "help" {
			return
		}
		name := "--" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", " + name
		}
		if kind := f.Value.Type(); kind != "bool" {
			name += " " + valueName(f.Name)
		}
		p.tagged(name, strings.ToUpper(f.Usage[:1])+f.Usage[1:]+".")
	})
}

// valueName says what a flag takes.
func valueName(flag string) string {
	switch flag {
	case "content":
		return "FOLDER"
	case "output":
		return "FILE"
	case "format", "assessment":
		return strings.ToUpper(flag)
	}
	return "NUMBER"
}

func (p *page) tagged(name, text string) {
	fmt.Fprintf(&p.out, ".TP\n\\fB%s\\fR\n%s\n", roff(name), roff(text))
}

func (p *page) examples(cmd *cobra.Command) {
	if cmd.Example != "" {
		fmt.Fprintf(&p.out, ".PP\n.nf\n%s\n.fi\n", roff(cmd.Example))
	}
}

// roff makes text that the formatter shows as it is.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`, "~", `\(ti`, "^", `\(ha`, "'", `\(aq`).Replace(text)
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, ".") {
			lines[i] = `\&` + l
		}
	}
	return strings.Join(lines, "\n")
}

func lowerFirst(s string) string { return strings.ToLower(s[:1]) + s[1:] }
