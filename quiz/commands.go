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
	root.AddGroup(&cobra.Group{ID: groupTake, Title: "Your result:"},
		&cobra.Group{ID: groupQuestions, Title: "The questions:"}, &cobra.Group{ID: groupOther, Title: "Other:"})
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
			c.Args, c.ValidArgsFunction = knownCommand, cobra.NoFileCompletions
			c.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
		}
	}
	if err := root.MarkPersistentFlagDirname("content"); err != nil {
		panic(err) // the flag is not there: a slip in this program
	}
}

// knownCommand refuses a name that a group of commands does not have, and names those that are near.
func knownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	cmd.SuggestionsMinimumDistance = 2
	near := cmd.SuggestionsFor(args[0])
	if len(near) == 0 {
		for _, c := range cmd.Commands() {
			near = append(near, c.Name())
		}
	}
	if len(near) == 0 {
		near = []string{"none"}
	}
	return fmt.Errorf("unknown command %q for %q; there is %s", args[0], cmd.CommandPath(), strings.Join(near, ", "))
}

// takes accepts from least to most arguments.
func takes(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if n := len(args); n < least || n > most {
			return fmt.Errorf("wrong number of arguments: %d; write: %s", n, cmd.UseLine())
		}
		return nil
	}
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
			c.Args = func(_ *cobra.Command, args []string) error {
				found, rest, err := root.Find(args)
				if err != nil {
					return err
				}
				return knownCommand(found, rest)
			}
		case "completion":
			c.Short = "Print a script that completes on Tab"
			c.Long = "Prints a script for your shell, with which Tab completes commands, flags, files\nof answers and the ids of questions."
			c.Example = "  source <(waymark completion bash)\n  waymark completion fish | source"
			for _, shell := range c.Commands() {
				shell.Short = "Print the script for " + shell.Name()
				shell.Long = shell.Short + ".\nThe first example loads it for this shell, the second for every new one."
				shell.Example = install[shell.Name()]
			}
		}
	}
}
