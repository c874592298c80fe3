package quiz

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// completeFlag makes the values of a flag complete on Tab. A value may carry a tab and what it means.
func completeFlag(cmd *cobra.Command, flag string, values ...cobra.Completion) {
	err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
	if err != nil {
		panic(err) // the flag is not there: a slip in this program
	}
}

// completeList makes a flag complete that takes names with commas between them, each of them once.
func completeList(cmd *cobra.Command, flag string, names []string) {
	err := cmd.RegisterFlagCompletionFunc(flag, func(_ *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		before := typed[:strings.LastIndexByte(typed, ',')+1]
		var out []cobra.Completion
		for _, name := range names {
			if !slices.Contains(strings.Split(before, ","), name) {
				out = append(out, before+name)
			}
		}
		return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveKeepOrder
	})
	if err != nil {
		panic(err) // the flag is not there: a slip in this program
	}
}

// completeDirs completes so many arguments at most to folders.
func completeDirs(most int) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args) >= most {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return nil, cobra.ShellCompDirectiveFilterDirs
	}
}

// completeSheets completes any number of answered sheets, and a result before them.
func completeSheets(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return []cobra.Completion{"yaml", "yml", "json"}, cobra.ShellCompDirectiveFilterFileExt
}

// completeAnswers completes one argument to files that may hold answers.
func completeAnswers(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return []cobra.Completion{"yaml", "yml", "json"}, cobra.ShellCompDirectiveFilterFileExt
}

// completeQuestion completes one argument to the ids of questions, each with its name in lists.
func (a *app) completeQuestion(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	catalog, err := a.catalog()
	if err != nil {
		return cobra.AppendActiveHelp(nil, "the content can't be used; run waymark content check to see why"), cobra.ShellCompDirectiveNoFileComp
	}
	var ids []cobra.Completion
	for _, q := range allQuestions(catalog) {
		ids = append(ids, cobra.CompletionWithDesc(q.ID, q.Name()))
	}
	return ids, cobra.ShellCompDirectiveNoFileComp
}

// install says how a completion script is loaded, once and for every new shell.
var install = map[string]string{
	"bash":       "  source <(waymark completion bash)\n  waymark completion bash > ~/.local/share/bash-completion/completions/waymark",
	"zsh":        "  source <(waymark completion zsh)\n  waymark completion zsh > \"${fpath[1]}/_waymark\"",
	"fish":       "  waymark completion fish | source\n  waymark completion fish > ~/.config/fish/completions/waymark.fish",
	"powershell": "  waymark completion powershell | Out-String | Invoke-Expression\n  waymark completion powershell >> $PROFILE",
}

// describeCompletion puts the texts of cobra's command into the words of the others.
func describeCompletion(c *cobra.Command) {
	c.Short = "Print a script for Tab completion"
	c.Long = `Prints a script for your shell. With it, Tab completes commands, flags, files
of answers and question ids.`
	c.Example = "  source <(waymark completion bash)\n  waymark completion fish | source"
	showHelp(c)
	for _, shell := range c.Commands() {
		shell.Short = "Print the script for " + shell.Name()
		shell.Long = shell.Short + ".\nThe first example loads it for this shell, the second for every new one."
		shell.Example = install[shell.Name()]
	}
}
