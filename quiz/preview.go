package quiz

import (
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"waymark/stages"
)

func (a *app) previewCommand() *cobra.Command {
	var watched bool
	cmd := &cobra.Command{
		Use: "preview [ID]", Short: "Show the questions as people will see them",
		Long: `Prints the question with this id, its answers in the order of the screen, why
it's asked, and what would count. Without an id, it prints every question in
the three assessments. The levels of the answers are left out, as they are on
the screen; waymark content explain shows them.

Tab completes ids. With --content, it shows your own questions. With --watch,
it shows them again whenever you save a file, or the faults in their place,
until you press Ctrl+C.`,
		Example: "  waymark content preview trust-asked-by-name\n  waymark content preview --content my-questions --watch craft-alternatives",
		Args:    takes(0, 1), ValidArgsFunction: a.completeQuestion,
		RunE: func(_ *cobra.Command, args []string) error {
			if watched {
				return a.watchPreview(args)
			}
			return a.preview(args)
		},
	}
	cmd.Flags().BoolVar(&watched, "watch", false, "show them again whenever a file is saved")
	return cmd
}

func (a *app) preview(args []string) error {
	catalog, err := a.catalog()
	if err != nil {
		return err
	}
	text, err := a.previewed(catalog, args)
	if err != nil {
		return err
	}
	_, err = fmt.Fprint(a.out, text)
	return err
}

// previewed is the question that was named as text, or all of them.
func (a *app) previewed(c *stages.Catalog, args []string) (string, error) {
	if len(args) > 0 {
		q, err := questionNamed(c, args[0])
		if err != nil {
			return "", err
		}
		return a.question(c, q), nil
	}
	var shown []string
	for _, q := range allQuestions(c) {
		shown = append(shown, a.question(c, q))
	}
	return strings.Join(shown, "\n\n"), nil
}

// questionNamed returns the question with an id, of any assessment.
func questionNamed(c *stages.Catalog, id string) (*stages.Question, error) {
	var ids []string
	for _, q := range allQuestions(c) {
		if q.ID == id {
			return q, nil
		}
		ids = append(ids, q.ID)
	}
	meant := ""
	if near := nearest(id, ids); near != "" {
		meant = fmt.Sprintf(" did you mean %s?", near)
	}
	return nil, fmt.Errorf("there's no question %q;%s waymark content preview shows them all, and Tab completes ids", id, meant)
}

// question is a question as text: what is asked, the answers, and what Tab unfolds.
func (a *app) question(c *stages.Catalog, q *stages.Question) string {
	q = c.Serves.Worded(q, "")
	var out strings.Builder
	put := func(lead, text string) { hang(&out, a.textWidth(), lead, text) }
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

// hang writes text in lines of a width, after a lead that the further lines are indented by.
func hang(out io.Writer, width int, lead, text string) {
	const whole = "\u2011" // a hyphen at which no line ends, so that an id stays whole
	text = ansi.Wrap(strings.ReplaceAll(text, "-", whole), width-len(lead), "")
	for i, l := range strings.Split(strings.ReplaceAll(text, whole, "-"), "\n") {
		if i == 1 {
			lead = strings.Repeat(" ", len(lead))
		}
		fmt.Fprintln(out, strings.TrimRight(lead+strings.TrimSpace(l), " "))
	}
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
