package quiz

import (
	"github.com/spf13/cobra"

	"waymark/stages"
)

// completeFlag makes the values of a flag complete on Tab. A value may carry a tab and what it means.
func completeFlag(cmd *cobra.Command, flag string, values ...cobra.Completion) {
	err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
	if err != nil {
		panic(err) // the flag is not there: a slip in this program
	}
}

// completeDir completes one argument to folders.
func completeDir(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return nil, cobra.ShellCompDirectiveFilterDirs
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
		return cobra.AppendActiveHelp(nil, "the content cannot be used; waymark content check says why"), cobra.ShellCompDirectiveNoFileComp
	}
	var ids []cobra.Completion
	for _, q := range everyQuestion(catalog) {
		ids = append(ids, cobra.CompletionWithDesc(q.ID, q.Name()))
	}
	return ids, cobra.ShellCompDirectiveNoFileComp
}

// everyQuestion lists the questions of all three assessments.
func everyQuestion(c *stages.Catalog) []*stages.Question {
	var out []*stages.Question
	for _, list := range [][]stages.Question{c.Questions, c.Crossroads.Questions, c.Surroundings.Questions} {
		for i := range list {
			out = append(out, &list[i])
		}
	}
	return out
}
