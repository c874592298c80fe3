package quiz

import (
	"fmt"
	"io"

	"waymark/stages"
)

// printQuestions writes the questions of an assessment as machines read them.
func (s scorer) printQuestions(out io.Writer) error {
	if survey := s.bank.Catalog().Survey(s.assessment); survey != nil {
		return printJSON(out, listing{1, s.assessment, surveyQuestions(survey.Questions)})
	}
	if s.assessment != "" && s.assessment != stages.Stages {
		return usageError{fmt.Errorf("--assessment: there's no assessment %q; use %s", s.assessment, assessments(s.bank.Catalog()))}
	}
	return printJSON(out, listing{1, stages.Stages, bankQuestions(s.bank.Catalog().Questions)})
}

type listing struct {
	Schema     int    `json:"schema"`
	Assessment string `json:"assessment"`
	Questions  any    `json:"questions"`
}

func bankQuestions(questions []stages.Question) any {
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
	out := make([]question, len(questions))
	for i, q := range questions {
		out[i] = question{q.ID, q.Strand, q.Kind, q.Several(), q.Evidence, nil}
		for _, o := range q.Options {
			out[i].Options = append(out[i].Options, option{o.ID, o.Level})
		}
	}
	return out
}

func surveyQuestions(questions []stages.Question) any {
	type option struct {
		ID      string             `json:"id"`
		Weights map[string]float64 `json:"weights"`
	}
	type question struct {
		ID      string      `json:"id"`
		Kind    stages.Kind `json:"kind"`
		Several bool        `json:"several"`
		Options []option    `json:"options"`
	}
	out := make([]question, len(questions))
	for i, q := range questions {
		out[i] = question{q.ID, q.Kind, q.Several(), nil}
		for _, o := range q.Options {
			weights := o.Weights
			if weights == nil {
				weights = map[string]float64{}
			}
			out[i].Options = append(out[i].Options, option{o.ID, weights})
		}
	}
	return out
}
