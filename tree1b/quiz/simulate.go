package quiz

import (
	"fmt"
	"io"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"waymark/content"
	"waymark/stages"
	"waymark/stages/simulate"
)

func (a *app) simulateCommand() *cobra.Command {
	opt := simulate.Options{Respondents: 300, Seed: 1}
	var steps, again, verbose, strict bool
	cmd := &cobra.Command{
		Use: "simulate [DIR]", Short: "See how well the questions place made-up people",
		Long: `Simulates careful and careless people of known level answering the questions in
DIR, or the ones in use, and says whether they're placed as well as by the
built-in questions, which strands tell the levels apart, and which questions
are the weakest. Run it before and after an edit. With --verbose, it prints
every figure, next to what a good set of questions reaches; with --strict, the
exit status is 1 if people are placed badly. With --steps, it prints how often
each step is recommended; with --again, how often someone who hasn't changed
gets another level the second time.`,
		Example: "  waymark content simulate\n  waymark content simulate my-questions --respondents 100 --strict\n" +
			"  waymark content simulate --steps --respondents 300\n  waymark content simulate --again --respondents 300",
		Args: takes(0, 1), ValidArgsFunction: completeDirs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if opt.Respondents < 1 {
				return usageError{fmt.Errorf("--respondents %d: ask for at least one", opt.Respondents)}
			}
			c, err := a.simulated(args)
			if err != nil {
				return err
			}
			opt.Progress = a.progress("interviews")
			switch bank := stages.NewBank(c); {
			case again:
				printRetakes(a.out, simulate.Retakes(bank, opt))
			case steps:
				printSpreads(a.out, simulate.Steps(bank, opt))
			default:
				return a.simulate(bank, opt, verbose, strict)
			}
			return nil
		},
	}
	cmd.Flags().IntVar(&opt.Respondents, "respondents", opt.Respondents, "how many people of each kind answer")
	cmd.Flags().Uint64Var(&opt.Seed, "seed", opt.Seed, "the seed for making up the people")
	cmd.Flags().BoolVar(&steps, "steps", false, "print how often each step is recommended instead")
	cmd.Flags().BoolVar(&again, "again", false, "print what a second interview gives instead")
	cmd.Flags().BoolVar(&verbose, "verbose", false, "print every figure, too")
	cmd.Flags().BoolVar(&strict, "strict", false, "fail if people are placed badly")
	cmd.MarkFlagsMutuallyExclusive("steps", "again", "verbose")
	cmd.MarkFlagsMutuallyExclusive("steps", "again", "strict")
	nameValue(cmd.Flags(), "respondents", "NUMBER")
	nameValue(cmd.Flags(), "seed", "NUMBER")
	return cmd
}

// simulated reads the content to simulate: of the folder that is named, or the content in force.
func (a *app) simulated(args []string) (*stages.Catalog, error) {
	if len(args) > 0 {
		a.content = args[0]
	}
	return a.catalog()
}

// simulate says how well a bank places people, beside the built-in questions unless it holds those.
func (a *app) simulate(bank *stages.Bank, opt simulate.Options, verbose, strict bool) error {
	builtin, err := content.Builtin()
	if err != nil {
		return err
	}
	r := simulate.Run(bank, opt)
	var standard *simulate.Report
	if bank.Catalog().SHA256 != builtin.SHA256 {
		s := simulate.Run(stages.NewBank(builtin), opt)
		standard = &s
	}
	v := simulate.Assess(r, standard)
	if err := printVerdict(a.out, bank, r, v); err != nil {
		return err
	}
	if verbose {
		fmt.Fprintln(a.out)
		printReport(a.out, r)
	} else {
		fmt.Fprintf(a.out, "\n%d people of each of %d kinds, seed %d. --verbose prints every figure.\n", r.Respondents, len(r.Kinds), r.Seed)
	}
	if strict && v.Bad() {
		return a.placesBadly()
	}
	return nil
}

// placesBadly is what --strict says of the questions in force.
func (a *app) placesBadly() error {
	_, where := a.contentDir()
	return fmt.Errorf("the questions in %s place people badly", stages.VisibleName(where))
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
