package quiz

import (
	"fmt"

	"github.com/spf13/cobra"

	"waymark/content"
	"waymark/quiz/report"
	"waymark/stages"
)

func (a *app) checkCommand() *cobra.Command {
	var asJSON, strict bool
	cmd := &cobra.Command{
		Use: "check [DIR]", Short: "Find faults: where they are and how to fix them",
		Long: `Reads the content in DIR, or the content in use, and lists every fault at
once: the file, the line, the column, what's wrong, the line with a mark under
the place, and what to do. Warnings are about content that works, but serves
people badly.

The exit status is 1 if there's an error, and with --strict if there's a
warning. With --json it prints one object: "errors", "warnings", and "faults",
a list of objects with "file", "line", "column", "severity" (error or warning),
"code", "message", "hint" and "did_you_mean".`,
		Example: "  waymark content check my-questions\n  waymark content check my-questions --strict\n" +
			"  waymark content check my-questions --json",
		Args: takes(0, 1), ValidArgsFunction: completeDirs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				a.content = args[0]
			}
			return a.check(asJSON, strict)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON, for programs")
	cmd.Flags().BoolVar(&strict, "strict", false, "fail if there's a warning, too")
	return cmd
}

// check reads the content in force and lists its faults.
func (a *app) check(asJSON, strict bool) error {
	dir, where := a.contentDir()
	c, words := readContent(dir)
	c.Faults = withWords(c.Faults, missingWords(c, words))
	show := a.showFaults
	if asJSON {
		show = a.faultsJSON
	}
	if err := show(c.Faults); err != nil {
		return err
	}
	where = stages.VisibleName(where)
	switch errors, warnings := c.Faults.Count(); {
	case errors > 0:
		return fmt.Errorf("the content in %s can't be used: %s", where, tally(errors, warnings))
	case warnings > 0 && strict:
		return fmt.Errorf("the content in %s can be used, but has %s", where, tally(0, warnings))
	case asJSON:
		return nil
	}
	_, err := fmt.Fprintf(a.out, "%s: %s on %s, %s%s; ready to use\n", where, number(len(c.Questions), "question"),
		number(len(c.Strands), "strand"), number(len(c.Steps), "next step"), absent(c.Catalog))
	if c.Extension != nil && err == nil {
		_, err = fmt.Fprintln(a.out, extension(*c.Extension))
	}
	return err
}

// extension says how content differs from the built-in content.
func extension(e content.Extension) string {
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{{e.Changed, "changed"}, {e.Added, "added"}, {e.Dropped, "dropped"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.what))
		}
	}
	if len(parts) == 0 {
		return "It extends the built-in content, and changes nothing yet."
	}
	text := "It extends the built-in content: " + report.List(parts) + "."
	if e.LeftOut > 0 {
		text += fmt.Sprintf(" Built-in mentions of what's gone are left out: %d.", e.LeftOut)
	}
	return text
}

// mostShown is how many faults a person is shown at once. One slip often makes many.
const mostShown = 20

// showFaults writes the faults for a person to read.
func (a *app) showFaults(faults content.Faults) error {
	for i, f := range faults {
		if i == mostShown {
			more := fmt.Sprint(len(faults) - i)
			if faults[len(faults)-1].Code == content.CodeMore { // which stands for others
				more = fmt.Sprintf("over %d", len(faults)-i-1)
			}
			_, err := fmt.Fprintf(a.out, "and %s more; fix these first%s\n\n", more, copies(faults))
			return err
		}
		if _, err := fmt.Fprintf(a.out, "%s\n", f.Text(a.columns())); err != nil {
			return err
		}
	}
	return nil
}

// copies guesses why most ids are taken.
func copies(faults content.Faults) string {
	taken := 0
	for _, f := range faults {
		if f.Code == content.CodeIDTaken {
			taken++
		}
	}
	if 2*taken < len(faults) {
		return ""
	}
	return ". Are there two copies of the content in this folder?"
}

// faultsJSON writes the faults for a program.
func (a *app) faultsJSON(faults content.Faults) error {
	errors, warnings := faults.Count()
	return printJSON(a.out, struct {
		Errors   int            `json:"errors"`
		Warnings int            `json:"warnings"`
		Faults   content.Faults `json:"faults"`
	}{errors, warnings, append(content.Faults{}, faults...)})
}

// tally says how many errors and warnings there are.
func tally(errors, warnings int) string {
	e, w := number(errors, "error"), number(warnings, "warning")
	switch {
	case warnings == 0:
		return e
	case errors == 0:
		return w
	}
	return e + ", " + w
}

// number says how many there are of a thing.
func number(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// absent names the assessments that content can do without, and does.
func absent(c *stages.Catalog) string {
	var without string
	for _, name := range []string{stages.Crossroads, stages.Surroundings} {
		if c.Survey(name) == nil {
			if without != "" {
				without += ","
			}
			without += " no " + name
		}
	}
	if without == "" {
		return ""
	}
	return "," + without
}
