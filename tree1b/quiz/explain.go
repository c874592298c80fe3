package quiz

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"waymark/quiz/report"
	"waymark/stages"
)

func (a *app) explainCommand() *cobra.Command {
	return &cobra.Command{
		Use: "explain ID", Short: "Say what a question adds, and what its answers do",
		Long: `Says of a question where it is, what it adds, when it's asked, and what each of
its answers does: the level it shows, the questions it makes needless, and the
next steps it calls for. Made-up people play some interviews for it.`,
		Example: "  waymark content explain trust-asked-by-name\n  waymark content explain --content my-questions craft-alternatives",
		Args:    takes(1, 1), ValidArgsFunction: a.completeQuestion,
		RunE: func(_ *cobra.Command, args []string) error { return a.explain(args[0]) },
	}
}

func (a *app) explain(id string) error {
	dir, where := a.contentDir()
	c, _ := readContent(dir)
	if err := c.Faults.Err(); err != nil {
		return fmt.Errorf("the content in %s can't be used:\n%w", stages.VisibleName(where), err)
	}
	q, err := questionNamed(c.Catalog, id)
	if err != nil {
		return err
	}
	e := explanation{bank: stages.NewBank(c.Catalog), question: q, width: a.textWidth()}
	fmt.Fprintf(&e.out, "%s\n%s\n\n", q.ID, c.Where(q.ID))
	e.put(c.Serves.Worded(q, "").Ask)
	if s := surveyOf(c.Catalog, q); s != "" {
		e.survey(s)
	} else {
		e.stages()
	}
	_, err = fmt.Fprint(a.out, e.out.String())
	return err
}

// surveyOf names the survey that a question belongs to, or nothing.
func surveyOf(c *stages.Catalog, q *stages.Question) string {
	for _, name := range []string{stages.Crossroads, stages.Surroundings} {
		if s := c.Survey(name); s != nil && s.Question(q.ID) == q {
			return name
		}
	}
	return ""
}

// explanation is what is said of a question.
type explanation struct {
	bank     *stages.Bank
	question *stages.Question
	width    int
	out      strings.Builder
}

func (e *explanation) head(text string) { fmt.Fprintf(&e.out, "\n%s\n", text) }

func (e *explanation) put(sentences ...string) {
	hang(&e.out, e.width, "  ", strings.Join(sentences, " "))
}

// survey explains a question of the crossroads or the surroundings.
func (e *explanation) survey(name string) {
	e.head("What it adds")
	s := e.bank.Catalog().Survey(name)
	e.put(fmt.Sprintf("It's one of %d questions of the %s, which are all asked, in the order of the files.", len(s.Questions), name))
	e.head("What each answer does")
	for i := range e.question.Options {
		o := &e.question.Options[i]
		var weights []string
		for _, axis := range s.Axes() {
			if w := o.Weights[axis]; w != 0 {
				weights = append(weights, fmt.Sprintf("%s %+g", axis, w))
			}
		}
		does := "Changes nothing."
		if len(weights) > 0 {
			does = report.List(weights) + "."
		}
		e.answer(o, does)
	}
}

// answer says what one answer does.
func (e *explanation) answer(o *stages.Option, does ...string) {
	fmt.Fprintf(&e.out, "  %s\n", o.ID)
	hang(&e.out, e.width, "    ", "“"+e.bank.Catalog().Serves.Worded(e.question, "").Option(o.ID).Text+"”")
	hang(&e.out, e.width, "    ", strings.Join(does, " "))
}

// stages explains a question of the levels.
func (e *explanation) stages() {
	e.head("What it adds")
	e.adds()
	e.head("When it's asked")
	e.asked()
	e.head("What each answer does")
	for i := range e.question.Options {
		o := &e.question.Options[i]
		e.answer(o, e.does(o)...)
	}
	if e.question.Several() {
		e.put("Any number of these can be ticked. With none, it shows that there's nothing of this yet.")
	}
}

// adds says what the answers can tell.
func (e *explanation) adds() {
	q := e.question
	same := 0
	for i := range e.bank.Catalog().Questions {
		if e.bank.Catalog().Questions[i].Strand == q.Strand {
			same++
		}
	}
	first := fmt.Sprintf("It's one of %d questions on %s, and takes the person's word for it.", same, q.Strand)
	if q.Evidence {
		first = fmt.Sprintf("It's one of %d questions on %s, and asks about something that others could confirm.", same, q.Strand)
	}
	low, high := q.Reach()
	if !q.Scored() {
		e.put(first, fmt.Sprintf("All its answers show level %g, so it isn't scored.", low))
		return
	}
	var apart []string
	for b := 1; b < len(e.bank.Catalog().Levels); b++ {
		if q.Spans(b) {
			apart = append(apart, fmt.Sprintf("%d from %d", b, b+1))
		}
	}
	second := "It tells no two levels apart by itself."
	if len(apart) > 0 {
		second = "It can tell level " + report.List(apart) + "."
	}
	e.put(first, fmt.Sprintf("Its answers reach from level %g to %g.", low, high), second)
}

// does says what an answer shows, spares and calls for.
func (e *explanation) does(o *stages.Option) []string {
	out := []string{fmt.Sprintf("Shows level %g.", o.Level)}
	if expects, ok := e.alone(o); ok && !e.question.Several() {
		out = append(out, fmt.Sprintf("Alone, it makes level %.1f likely.", expects))
	}
	if len(e.question.Sisters) > 0 && !e.question.Several() && o == e.lowest() {
		out = append(out, "Makes needless: "+report.List(e.question.Sisters)+".")
	}
	var steps []string
	for i := range e.bank.Catalog().Steps {
		s := &e.bank.Catalog().Steps[i]
		if to := e.question.Option(s.Moves[e.question.ID]); to != nil && o.Level < to.Level {
			steps = append(steps, s.ID)
		}
	}
	if len(steps) > 0 {
		out = append(out, "Calls for: "+report.List(steps)+".")
	}
	return out
}

func (e *explanation) lowest() *stages.Option {
	lowest := &e.question.Options[0]
	for i := range e.question.Options {
		if o := &e.question.Options[i]; o.Level < lowest.Level {
			lowest = o
		}
	}
	return lowest
}

// alone is the level to expect of a person when only this answer is known.
func (e *explanation) alone(o *stages.Option) (level float64, ok bool) {
	p := e.bank.Place(stages.Interview{}.With(e.question.ID, stages.Answer{Options: []string{o.ID}}))
	for i, chance := range p.Posterior {
		level += float64(i+1) * chance
	}
	return level, p.SpeaksFor != nil
}
