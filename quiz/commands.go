package quiz

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// The headings under which --help lists the commands.
const (
	groupTake      = "take"
	groupQuestions = "questions"
	groupOther     = "other"
)

func (a *app) addCommands(root *cobra.Command) {
	root.AddGroup(&cobra.Group{ID: groupTake, Title: "your result"},
		&cobra.Group{ID: groupQuestions, Title: "the questions"}, &cobra.Group{ID: groupOther, Title: "other"})
	for _, c := range []*cobra.Command{a.resultCommand(), a.planCommand(), a.exportCommand()} {
		c.GroupID = groupTake
		root.AddCommand(c)
	}
	for _, c := range []*cobra.Command{a.contentCommand(), a.scoreCommand()} {
		c.GroupID = groupQuestions
		root.AddCommand(c)
	}
	for _, c := range []*cobra.Command{a.manCommand(), a.versionCommand()} {
		c.GroupID = groupOther
		root.AddCommand(c)
	}
	root.SetHelpCommandGroupID(groupOther)
	root.SetCompletionCommandGroupID(groupOther)
	root.PersistentFlags().BoolP("help", "h", false, "show this help")
	root.Flags().BoolP("version", "v", false, "print the version")
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	describe(root)
	for _, c := range root.Commands() {
		if c.HasSubCommands() {
			a.leadsOn(c)
		}
	}
	if err := root.MarkPersistentFlagDirname("content"); err != nil {
		panic(err) // the flag is not there: a slip in this program
	}
}

// leadsOn makes a command that only has others beneath it show its help, and refuse a name it does not have.
func (a *app) leadsOn(cmd *cobra.Command) {
	cmd.Args, cmd.ValidArgsFunction = cobra.ArbitraryArgs, cobra.NoFileCompletions
	cmd.SuggestionsMinimumDistance = 2
	cmd.RunE = a.run(func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return cmd.Help()
		}
		near := cmd.SuggestionsFor(args[0])
		if len(near) == 0 {
			for _, c := range cmd.Commands() {
				near = append(near, c.Name())
			}
		}
		return usageError{fmt.Errorf("unknown command %q for %q; there is %s", args[0], cmd.CommandPath(), strings.Join(near, ", "))}
	})
}

// install says how a completion script is loaded, once and for every new shell.
var install = map[string]string{
	"bash":       "  source <(waymark completion bash)\n  waymark completion bash > ~/.local/share/bash-completion/completions/waymark",
	"zsh":        "  source <(waymark completion zsh)\n  waymark completion zsh > \"${fpath[1]}/_waymark\"",
	"fish":       "  waymark completion fish | source\n  waymark completion fish > ~/.config/fish/completions/waymark.fish",
	"powershell": "  waymark completion powershell | Out-String | Invoke-Expression\n  waymark completion powershell >> $PROFILE",
}

// describe puts the texts of the ready-made commands into the words of the others.
func describe(root *cobra.Command) {
	for _, c := range root.Commands() {
		switch c.Name() {
		case "help":
			c.Short, c.Long = "Show the help of a command", "Shows the help of a command, as --help does."
			c.Example = "  waymark help export"
		case "completion":
			c.Short = "Print a script that completes on Tab"
			c.Long = "Prints a script for your shell, with which Tab completes commands, flags, files of answers and the ids of questions."
			c.Example = "  source <(waymark completion bash)\n  waymark completion fish | source"
			for _, shell := range c.Commands() {
				shell.Short = "Print the script for " + shell.Name()
				shell.Long = shell.Short + ". The first example loads it for this shell, the second for every new one."
				shell.Example = install[shell.Name()]
			}
		}
	}
}
