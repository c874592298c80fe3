package quiz

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"waymark/quiz/locale"
)

// root is the program without a command, and all its commands.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "waymark",
		Short: "Find out where you stand in your career, why, and what to work on next",
		Long: `Waymark asks about 20 questions on the last two years, says which level you're
at, why and how sure it is, and shows what to work on next. Everything stays on
your computer.

Without a command, it opens the full-screen program. With --plain, or if TERM
is dumb, you get the same thing line by line.`,
		Example: "  waymark\n  waymark --plain\n  waymark result\n  waymark export -o result.md\n  waymark --content my-questions",
		Version: version(),
		Args:    knownCommand, ValidArgsFunction: cobra.NoFileCompletions,
		SilenceErrors: true, SilenceUsage: true,
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error {
			a.ran = true
			a.speak(cmd)
			return a.contentThere(cmd)
		},
		RunE: func(*cobra.Command, []string) error { return a.interactive() },
	}
	root.PersistentFlags().StringVar(&a.content, "content", "", "ask the questions in this folder or YAML file")
	nameValue(root.PersistentFlags(), "content", "PATH")
	if err := root.MarkPersistentFlagDirname("content"); err != nil {
		panic(err) // the flag is not there: a slip in this program
	}
	root.Flags().BoolVar(&a.plain, "plain", false, "line by line, for screen readers and pipes")
	root.Flags().StringVar(&a.sheet, "for", "", "answer the sheet of someone else, about them")
	nameValue(root.Flags(), "for", "FILE")
	root.Flags().StringVar(&a.as, "as", "", "with --for: put your name to your answers")
	nameValue(root.Flags(), "as", "NAME")
	a.screenFlags(root)
	a.addCommands(root)
	return root
}

// addCommands adds the commands, under the headings by which --help lists them.
func (a *app) addCommands(root *cobra.Command) {
	const other = "Other:"
	add := func(heading string, commands ...*cobra.Command) {
		root.AddGroup(&cobra.Group{ID: heading, Title: heading})
		for _, c := range commands {
			c.GroupID = heading
		}
		root.AddCommand(commands...)
	}
	add("Your result:", a.resultCommand(), a.historyCommand(), a.planCommand(), a.noteCommand(), a.exportCommand(), a.cardCommand())
	add("Second opinions:", a.askCommand(), a.compareCommand(), a.teamCommand())
	add("Your data:", a.dataCommand())
	add("The questions:", a.contentCommand(), a.scoreCommand())
	add(other, a.manCommand(), versionCommand())
	root.SetHelpCommandGroupID(other)
	root.SetCompletionCommandGroupID(other)
	root.PersistentFlags().BoolP("help", "h", false, "show this help")
	root.Flags().BoolP("version", "v", false, "print the version")
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		switch c.Name() {
		case "help":
			describeHelp(c)
		case "completion":
			describeCompletion(c)
		}
	}
}

// showHelp makes a command that only groups others show its help.
func showHelp(group *cobra.Command) {
	group.Args, group.ValidArgsFunction = knownCommand, cobra.NoFileCompletions
	group.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
}

// nameValue says in the help what a flag takes.
func nameValue(flags *pflag.FlagSet, flag, name string) {
	f := flags.Lookup(flag)
	f.Value = namedValue{f.Value, name}
}

type namedValue struct {
	pflag.Value
	name string
}

func (v namedValue) Type() string { return v.name }

// knownCommand refuses a name that a group of commands does not have, and names those that are near.
func knownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	cmd.SuggestionsMinimumDistance = 2
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		return locale.Errorf("unknown command %q for %q; did you mean %s?", args[0], cmd.CommandPath(), strings.Join(near, ", "))
	}
	var all []string
	for _, c := range cmd.Commands() {
		all = append(all, c.Name())
	}
	if len(all) == 0 {
		return locale.Errorf("unknown command %q: %q has none", args[0], cmd.CommandPath())
	}
	return locale.Errorf("unknown command %q for %q; available: %s", args[0], cmd.CommandPath(), strings.Join(all, ", "))
}

// synopsis is how a command is written, without flags.
func synopsis(cmd *cobra.Command) string {
	return cmd.CommandPath() + strings.TrimPrefix(cmd.Use, cmd.Name())
}

// takes accepts from least to most arguments.
func takes(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if n := len(args); n < least || n > most {
			return locale.Errorf("wrong number of arguments: %d; usage: %s", n, synopsis(cmd))
		}
		return nil
	}
}

// describeHelp puts cobra's command into the words of the others, and makes it refuse what is not there.
func describeHelp(c *cobra.Command) {
	c.Short, c.Long = "Show the help of a command", "Shows the help of a command, as --help does."
	c.Example = "  waymark help export"
	c.Args = func(cmd *cobra.Command, args []string) error {
		found, rest, err := cmd.Root().Find(args)
		if err != nil {
			return err
		}
		return knownCommand(found, rest)
	}
}
