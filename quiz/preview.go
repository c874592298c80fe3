package quiz

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"waymark/stages"
)

func (a *app) previewCommand() *cobra.Command {
	return &cobra.Command{
		Use: "preview [ID]", Short: "Show the questions as people will see them",
		Long: `Prints the question with this id, its answers in the order of the screen, why
it's asked, and what would count. Without an id, it prints every question in
the three assessments. The levels of the answers are left out, as they are on
the screen.

Tab completes ids. With --content, it shows your own questions.`,
		Example: "  waymark content preview trust-asked-by-name\n  waymark content preview --content my-questions",
		Args:    takes(0, 1), ValidArgsFunction: a.completeQuestion,
		RunE: func(_ *cobra.Command, args []string) error { return a.preview(args) },
	}
}

func (a *app) preview(args []string) error {
	catalog, err := a.catalog()
	if err != nil {
		return err
	}
	var shown []string
	for _, q := range allQuestions(catalog) {
		if len(args) == 0 || args[0] == q.ID {
			shown = append(shown, a.question(catalog, q))
		}
	}
	if len(shown) == 0 {
		return fmt.Errorf("there's no question %q; waymark content preview shows them all, and Tab completes ids", args[0])
	}
	_, err = fmt.Fprint(a.out, strings.Join(shown, "\n\n"))
	return err
}

// question is a question as text: what is asked, the answers, and what Tab unfolds.
func (a *app) question(c *stages.Catalog, q *stages.Question) string {
	var out strings.Builder
	put := func(lead, text string) {
		hang := strings.Repeat(" ", len(lead))
		for i, l := range strings.Split(ansi.Wrap(text, a.textWidth()-len(lead), ""), "\n") {
			if i > 0 {
				lead = hang
			}
			out.WriteString(strings.TrimRight(lead+strings.TrimSpace(l), " ") + "\n")
		}
	}
	put("", q.ID)
	out.WriteByte('\n')
	put("  ", q.Ask)
	out.WriteByte('\n')
	for shown, option := range stages.NewBank(c).OptionOrder(q, 1) {
		mark := "  "
		if q.Several() {
			mark = " [ ] "
		}
		put(fmt.Sprintf("  %d%s", shown+1, mark), q.Options[option].Text)
	}
	if q.Several() {
		out.WriteString("    [ ] None of these yet\n")
	}
	out.WriteByte('\n')
	put("  ", "Why this question: "+q.Why)
	if q.Counts != "" {
		put("  ", "Would count: "+q.Counts)
	}
	for _, work := range stages.Works() {
		if text := q.CountsIn[work]; text != "" {
			put("  ", "Would count, in "+work+": "+text)
		}
	}
	if q.CountsNot != "" {
		put("  ", "Wouldn't count: "+q.CountsNot)
	}
	return out.String()
}

// allQuestions lists the questions of all three assessments.
func allQuestions(c *stages.Catalog) []*stages.Question {
	var out []*stages.Question
	for _, list := range [][]stages.Question{c.Questions, c.Crossroads.Questions, c.Surroundings.Questions} {
		for i := range list {
			out = append(out, &list[i])
		}
	}
	return out
}
