package quiz

import (
	"fmt"
	"io"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"waymark/stages"
	"waymark/stages/simulate"
)

func (a *app) simulateCommand() *cobra.Command {
	opt := simulate.Options{Respondents: 1000, Seed: 1}
	var steps, again bool
	cmd := &cobra.Command{
		Use: "simulate [DIR]", Short: "See how well the questions place made-up people",
		Long: `Simulates careful and careless people of known level answering the questions in
DIR, or the ones in use, and prints how often they're placed correctly, next to
what a good set of questions reaches. Run it before and after an edit. With
--steps, it prints how often each step is recommended; with --again, how often
someone who hasn't changed gets another level the second time.`,
		Example: "  waymark content simulate\n  waymark content simulate my-questions --respondents 200\n" +
			"  waymark content simulate --steps --respondents 300\n  waymark content simulate --again --respondents 300",
		Args: takes(0, 1), ValidArgsFunction: completeDir,
		RunE: func(_ *cobra.Command, args []string) error {
			if opt.Respondents < 1 {
				return usageError{fmt.Errorf("--respondents %d: ask for at least one", opt.Respondents)}
			}
			switch {
			case again:
				return a.simulateWith(args, &opt, func(b *stages.Bank) { printRetakes(a.out, simulate.Retakes(b, opt)) })
			case steps:
				return a.simulateWith(args, &opt, func(b *stages.Bank) { printSpreads(a.out, simulate.Steps(b, opt)) })
			}
			return a.simulateWith(args, &opt, func(b *stages.Bank) { printReport(a.out, simulate.Run(b, opt)) })
		},
	}
	cmd.Flags().IntVar(&opt.Respondents, "respondents", opt.Respondents, "how many people of each kind answer")
	cmd.Flags().Uint64Var(&opt.Seed, "seed", opt.Seed, "the seed for making up the people")
	cmd.Flags().BoolVar(&steps, "steps", false, "print how often each step is recommended instead")
	cmd.Flags().BoolVar(&again, "again", false, "print what a second interview gives instead")
	cmd.MarkFlagsMutuallyExclusive("steps", "again")
	nameValue(cmd.Flags(), "respondents", "NUMBER")
	nameValue(cmd.Flags(), "seed", "NUMBER")
	return cmd
}

// simulateWith runs a simulation of the content in a folder, or of the content in force.
func (a *app) simulateWith(args []string, opt *simulate.Options, run func(*stages.Bank)) error {
	if len(args) > 0 {
		a.content = args[0]
	}
	c, err := a.catalog()
	if err != nil {
		return err
	}
	opt.Progress = a.progress("interviews")
	run(stages.NewBank(c))
	return nil
}

// mostListed is how many steps a spread lists by name: those recommended most.
const mostListed = 5

// printSpreads says for each kind of work how many steps are recommended at all, and which most.
func printSpreads(out io.Writer, spreads []simulate.Spread) {
	for _, s := range spreads {
		fmt.Fprintf(out, "%s: %d people are given %d of %d steps. Most often:\n", s.Work, s.People, len(s.Given), s.Steps)
		for _, g := range s.Given[:min(len(s.Given), mostListed)] {
			fmt.Fprintf(out, "  %4.1f %%  %s\n", 100*g.Share, g.Step)
		}
	}
}

// printRetakes says what a second interview comes to of people who are as they were.
func printRetakes(out io.Writer, r simulate.Retaken) {
	fmt.Fprintf(out, "%d people take it again: with the same answers in another order; answering from\n", r.Same.People)
	fmt.Fprint(out, "scratch, though nothing about them has changed; and when they're one level up.\n\n")
	fmt.Fprintf(out, "%-44s %9s %12s %9s\n", "", "same", "from scratch", "level up")
	for _, row := range []struct {
		what string
		of   func(simulate.Retake) float64
	}{
		{"another level the second time", func(r simulate.Retake) float64 { return r.Moved }},
		{"another level, if both results are clear", func(r simulate.Retake) float64 { return r.ClearAndMoved }},
		{"both results are clear", func(r simulate.Retake) float64 { return r.Clear }},
		{"questions of the second asked in the first", func(r simulate.Retake) float64 { return r.Again }},
	} {
		fmt.Fprintf(out, "%-44s %9.3f %12.3f %9.3f\n", row.what, row.of(r.Same), row.of(r.Afresh), row.of(r.Grown))
	}
}

// progress says on a terminal how much of long work is done; nil where nobody would see it.
func (a *app) progress(things string) func(done, total int) {
	if !term.IsTerminal(a.err.Fd()) {
		return nil
	}
	return func(done, total int) {
		fmt.Fprintf(a.err, "\r%d of %d %s", done, total, things)
		if done == total {
			fmt.Fprint(a.err, "\r\x1b[K")
		}
	}
}

// printReport writes the figures beside their goals, then each kind of respondent.
func printReport(out io.Writer, r simulate.Report) {
	fmt.Fprintf(out, "%s: %d questions, %d respondents of each kind, seed %d\n\n", r.Catalog, r.Questions, r.Respondents, r.Seed)
	fmt.Fprintf(out, "%-58s %8s  %-9s %-9s\n", "", "measured", "reach", "best")
	for _, f := range r.Figures {
		fmt.Fprintf(out, "%-58s %8.3f  %-9s %-9s%s\n", f.Quantity, f.Value, goal(f.Reach), goal(f.Best), verdict(f))
	}
	fmt.Fprintf(out, "\n%-40s %7s %7s %7s %7s %7s %7s\n", "", "exact", "early", "asked", "ECE", "early", "flagged")
	for _, k := range r.Kinds {
		fmt.Fprintf(out, "%-40s %7.3f %7.3f %7.1f %7.3f %7.3f %7.3f\n",
			k.Kind, k.ExactFull, k.ExactEarly, k.Asked, k.ECEFull, k.ECEEarly, k.Inconsistent)
	}
}

// goal is a goal as the table shows it, "≥ 0.8"; empty where there is none.
func goal(g simulate.Goal) string {
	switch {
	case g == simulate.Goal{}:
		return ""
	case g.AtMost && g.Bound == 0:
		return "never"
	case g.AtMost:
		return fmt.Sprintf("≤ %.3g", g.Bound)
	}
	return fmt.Sprintf("≥ %.3g", g.Bound)
}

// verdict says which of its goals a figure keeps.
func verdict(f simulate.Figure) string {
	none := simulate.Goal{}
	switch {
	case f.Reach == none && f.Best == none:
		return ""
	case !f.Reach.Met(f.Value):
		return " missed"
	case f.Best == none || !f.Best.Met(f.Value):
		return " reached"
	}
	return " best"
}
