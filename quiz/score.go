package quiz

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"waymark/quiz/report"
	"waymark/stages"
)

// scoreOptions are the flags of score.
type scoreOptions struct {
	lines, adaptive, questions, quick, explain bool
	seed                                       uint64
	assessment                                 string
}

func (a *app) scoreCommand() *cobra.Command {
	var o scoreOptions
	cmd := &cobra.Command{
		Use:   "score [FILE|-]",
		Short: "Score answers from a file, as JSON",
		Long: `Reads one respondent, as YAML or JSON, from FILE or standard input, and prints
the result as JSON. With --jsonl, it reads one JSON object per line from
standard input and prints one result per line, in order; a line that can't be
read gives an error in its place.

Answers give an option id for each question id. With "assessment: crossroads"
or "assessment: surroundings" in the record, you get scores on axes instead of
a level. You can add answers from the stages assessment to those of a survey;
readiness is worked out from them. An "id" in the record, a text or a number,
comes back in its result or its error.`,
		Example: "  waymark score answers.yaml\n  waymark score --adaptive --seed 3 answers.yaml\n" +
			"  waymark score --jsonl --explain < many.jsonl\n  waymark score --questions --assessment crossroads",
		Args: takes(0, 1), ValidArgsFunction: completeAnswers,
		RunE: func(_ *cobra.Command, args []string) error {
			return a.score(o, args)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&o.lines, "jsonl", false, "one JSON object per line in, one result per line out")
	f.BoolVar(&o.adaptive, "adaptive", false, "ask in the interview's order, and stop when it would")
	f.BoolVar(&o.questions, "questions", false, "print the questions and their options instead")
	f.StringVar(&o.assessment, "assessment", "", "with --questions: stages, crossroads or surroundings")
	f.BoolVar(&o.quick, "quick", false, "with --adaptive, nine questions at most")
	f.BoolVar(&o.explain, "explain", false, "with --jsonl, add why and would_change")
	f.Uint64Var(&o.seed, "seed", 1, "with --adaptive, the seed for the order")
	nameValue(f, "assessment", "NAME")
	nameValue(f, "seed", "NUMBER")
	completeFlag(cmd, "assessment", stages.Stages, stages.Crossroads, stages.Surroundings)
	return cmd
}

func (a *app) score(o scoreOptions, args []string) error {
	if o.assessment != "" && !o.questions {
		return usageError{errors.New("--assessment only works with --questions; for answers, write it in their file, as in: assessment: " + o.assessment)}
	}
	catalog, err := a.catalog()
	if err != nil {
		return err
	}
	out := bufio.NewWriter(a.out)
	s := scorer{stages.NewBank(catalog), o}
	switch {
	case o.questions:
		err = s.printQuestions(out)
	case o.lines && len(args) > 0 && args[0] != "-":
		err = usageError{errors.New("--jsonl reads standard input; use: waymark score --jsonl < " + args[0])}
	case o.lines:
		err = s.scoreLines(a.in, out)
	default:
		err = s.scoreOne(a.in, out, args)
	}
	if unwritten := out.Flush(); !errors.Is(err, unwritten) { // what failed once fails again at the end
		err = errors.Join(err, unwritten)
	}
	return err
}

// scorer turns respondents into results. It is safe for concurrent use.
type scorer struct {
	bank *stages.Bank
	scoreOptions
}

// scoreOne reads one respondent from a file, or from standard input.
func (s scorer) scoreOne(in io.Reader, out io.Writer, args []string) error {
	name := "standard input"
	if len(args) > 0 && args[0] != "-" {
		name = stages.VisibleName(args[0])
		f, err := os.Open(args[0])
		if err != nil {
			return fmt.Errorf("%s: %w", name, withoutPath(err))
		}
		defer f.Close()
		in = f
	}
	answers, err := s.readOne(in)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	result, err := s.result(answers, true)
	if err != nil {
		return err
	}
	return printJSON(out, json.RawMessage(result))
}

// maxRecord is how much of one respondent is read, in bytes: far more than a person's answers, and no
// more than memory holds where a device never ends.
const maxRecord = 64 << 20

func (s scorer) readOne(in io.Reader) (checked, error) {
	data, err := io.ReadAll(io.LimitReader(in, maxRecord+1))
	if err != nil {
		return checked{}, withoutPath(err)
	}
	if len(data) > maxRecord {
		return checked{}, fmt.Errorf("it's larger than %d MiB; one respondent at a time, or use --jsonl", maxRecord>>20)
	}
	r, err := parseYAML(data)
	if err != nil {
		return checked{}, err
	}
	return r.check(s.bank)
}

func printJSON(out io.Writer, v any) error {
	enc := json.NewEncoder(out)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// result is what the answers give, a level or a survey's axes, as JSON, with the id of the respondent where there is
// one. It lasts until the memory is used again.
func (s scorer) result(answers checked, explain bool) ([]byte, error) {
	var result any
	if answers.survey != nil {
		result = s.scoreSurvey(answers)
	} else {
		result = s.place(answers.ofStages, explain)
	}
	out := &answers.memory.result
	out.Reset()
	if err := json.NewEncoder(out).Encode(result); err != nil {
		return nil, err
	}
	data := bytes.TrimSuffix(out.Bytes(), []byte("\n"))
	if len(answers.id) == 0 {
		return data, nil
	}
	id, err := json.Marshal(givenBack(answers.id))
	return slices.Concat([]byte(`{"id":`), id, []byte{','}, data[1:]), err
}

// scoreSurvey reads the answers on the axes of a survey. Playing the interview asks all of it.
func (s scorer) scoreSurvey(answers checked) stages.SurveyScores {
	questions := answers.survey.Questions
	for i := range questions {
		if _, ok := answers.ofSurvey[questions[i].ID]; s.adaptive && !ok {
			answers.ofSurvey[questions[i].ID] = stages.Answer{Skip: stages.Unsure}
		}
	}
	var placed *stages.Placement
	if len(answers.ofStages) > 0 {
		r := s.bank.Place(asked(s.bank.Catalog().Questions, answers.ofStages))
		placed = &r
	}
	r := answers.survey.Score(answers.assessment, asked(questions, answers.ofSurvey), placed)
	r.Content = s.bank.Catalog().Ref()
	return r
}

// asked is the interview in which the answers were given in the order of the questions.
func asked(questions []stages.Question, answers stages.Answers) stages.Interview {
	iv := stages.Interview{Answers: answers, Asked: make([]string, 0, len(answers))}
	for i := range questions {
		if _, ok := answers[questions[i].ID]; ok {
			iv.Asked = append(iv.Asked, questions[i].ID)
		}
	}
	return iv
}

// place gives the result of answers, as they are or as the interview would have asked for them.
func (s scorer) place(answers stages.Answers, explain bool) stages.Placement {
	iv := asked(s.bank.Catalog().Questions, answers)
	iv.Seed, iv.Quick = s.seed, s.quick
	if s.adaptive {
		iv = s.play(answers)
	}
	r := s.bank.Place(iv)
	if explain {
		s.bank.Explain(iv, &r)
	}
	return report.WithWarningTexts(r)
}

// play asks as the program would, and takes each answer from those given; a missing one is unsure.
func (s scorer) play(answers stages.Answers) stages.Interview {
	iv := stages.Interview{Seed: s.seed, Quick: s.quick}
	for {
		q, more := s.bank.Next(iv)
		if !more {
			return iv
		}
		a, ok := answers[q.ID]
		if !ok {
			a = stages.Answer{Skip: stages.Unsure}
		}
		iv = iv.With(q.ID, a)
	}
}
