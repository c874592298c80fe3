package quiz

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"waymark/stages"
)

// scoreOptions are the flags of score.
type scoreOptions struct {
	lines, adaptive, questions, quick, explain bool
	seed                                       uint64
}

func (a *app) scoreCommand() *cobra.Command {
	var o scoreOptions
	cmd := &cobra.Command{
		Use:   "score [FILE|-]",
		Short: "Place answers from a file: answers in, result out, no terminal needed",
		Long: "Reads one respondent, as YAML or JSON, from FILE or standard input, and prints the result as JSON.\n" +
			"With --jsonl, reads one JSON object a line from standard input and prints a result a line, in order.",
		Example: "  waymark score answers.yaml\n  waymark score --questions\n  waymark score --jsonl --explain < many.jsonl",
		Args:    cobra.MaximumNArgs(1),
		RunE: a.run(func(_ *cobra.Command, args []string) error {
			return a.score(o, args)
		}),
	}
	f := cmd.Flags()
	f.BoolVar(&o.lines, "jsonl", false, "one JSON object a line in, one result a line out")
	f.BoolVar(&o.adaptive, "adaptive", false, "play the interview: ask in the program's order, stop when it would stop")
	f.BoolVar(&o.questions, "questions", false, "print the questions and their options instead")
	f.BoolVar(&o.quick, "quick", false, "with --adaptive, stop at less certainty")
	f.BoolVar(&o.explain, "explain", false, "with --jsonl, add why and would_change")
	f.Uint64Var(&o.seed, "seed", 1, "with --adaptive, the `number` that draws ties and the order of options")
	return cmd
}

func (a *app) score(o scoreOptions, args []string) error {
	catalog, err := a.catalog()
	if err != nil {
		return err
	}
	out := bufio.NewWriter(a.out)
	s := scorer{stages.NewBank(catalog), o, json.NewEncoder(out)}
	switch {
	case o.questions:
		err = s.printQuestions()
	case o.lines && len(args) > 0 && args[0] != "-":
		err = usageError{errors.New("--jsonl reads standard input; write: waymark score --jsonl < " + args[0])}
	case o.lines:
		err = s.scoreLines(a.in)
	default:
		err = s.scoreOne(a.in, args)
	}
	return errors.Join(err, out.Flush())
}

// scorer turns respondents into results.
type scorer struct {
	bank *stages.Bank
	scoreOptions
	out *json.Encoder
}

// scoreOne reads one respondent from a file, or from standard input.
func (s scorer) scoreOne(in io.Reader, args []string) error {
	name := "standard input"
	if len(args) > 0 && args[0] != "-" {
		f, err := os.Open(args[0])
		if err != nil {
			return err
		}
		defer f.Close()
		in, name = f, args[0]
	}
	data, err := io.ReadAll(in)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	r, err := parseYAML(data)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	answers, err := r.check(s.bank)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	s.out.SetIndent("", "  ")
	return s.out.Encode(s.place(answers, true))
}

// maxLine is the longest line that --jsonl reads, in bytes.
const maxLine = 1 << 20

// scoreLines reads a respondent a line. A bad line gives an error in its place, and the run goes on.
func (s scorer) scoreLines(in io.Reader) error {
	lines := bufio.NewReaderSize(in, maxLine)
	bad := 0
	for n := 1; ; n++ {
		line, err := readLine(lines)
		if errors.Is(err, io.EOF) {
			break
		}
		var result any
		if err == nil {
			if len(line) == 0 {
				continue
			}
			result, err = s.scoreLine(line)
		}
		if err != nil && !errors.As(err, new(lineError)) {
			return err
		}
		if err != nil {
			bad++
			result = struct {
				Line  int    `json:"line"`
				Error string `json:"error"`
			}{n, err.Error()}
		}
		if err := s.out.Encode(result); err != nil {
			return err
		}
	}
	if bad > 0 {
		return fmt.Errorf("%d of the lines could not be scored; each has its error in its place", bad)
	}
	return nil
}

// lineError is what is wrong with one line, and with none of the others.
type lineError struct{ error }

func (s scorer) scoreLine(line []byte) (any, error) {
	r, err := parseJSON(line)
	if err != nil {
		return nil, lineError{err}
	}
	answers, err := r.check(s.bank)
	if err != nil {
		return nil, lineError{err}
	}
	return s.place(answers, s.explain), nil
}

// place gives the result of answers, as they are or as the interview would have asked for them.
func (s scorer) place(answers stages.Answers, explain bool) stages.Result {
	iv := stages.Interview{Seed: s.seed, Quick: s.quick, Answers: answers}
	if s.adaptive {
		iv = s.play(answers)
	} else {
		for _, q := range s.bank.Catalog().Questions {
			if _, ok := answers[q.ID]; ok {
				iv.Asked = append(iv.Asked, q.ID)
			}
		}
	}
	r := s.bank.Place(iv)
	if explain {
		s.bank.Explain(iv, &r)
	}
	return r
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

// printQuestions writes the bank as machines read it.
func (s scorer) printQuestions() error {
	type option struct {
		ID    string  `json:"id"`
		Level float64 `json:"level"`
	}
	type question struct {
		ID       string      `json:"id"`
		Strand   string      `json:"strand"`
		Kind     stages.Kind `json:"kind"`
		Several  bool        `json:"several"`
		Evidence bool        `json:"evidence"`
		Options  []option    `json:"options"`
	}
	var questions []question
	for _, q := range s.bank.Catalog().Questions {
		out := question{q.ID, q.Strand, q.Kind, q.Several(), q.Evidence, nil}
		for _, o := range q.Options {
			out.Options = append(out.Options, option{o.ID, o.Level})
		}
		questions = append(questions, out)
	}
	s.out.SetIndent("", "  ")
	return s.out.Encode(struct {
		Schema     int        `json:"schema"`
		Assessment string     `json:"assessment"`
		Questions  []question `json:"questions"`
	}{1, "stages", questions})
}
