package quiz

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"gopkg.in/yaml.v3"

	"waymark/stages"
)

// respondent is one person's answers as a file gives them. Answers are decoded one by one, so that
// an error names the question.
type respondent struct {
	Assessment string                     `json:"assessment"`
	Answers    map[string]json.RawMessage `json:"answers"`
}

func parseJSON(data []byte) (respondent, error) {
	var r respondent
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&r); err != nil {
		return r, jsonFault(err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return r, errors.New("there is more after the closing brace; one respondent at a time")
	}
	return r, nil
}

// jsonFault says in the file's terms what the JSON package says in Go's.
func jsonFault(err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("not valid JSON at byte %d: %w", syntax.Offset, err)
	case errors.As(err, &kind) && kind.Field == "":
		return fmt.Errorf("a respondent is an object with answers; this is a JSON %s", kind.Value)
	case errors.As(err, &kind):
		return fmt.Errorf("%s is a JSON %s; answers is an object of question ids, assessment a text", kind.Field, kind.Value)
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return errors.New("not valid JSON: it ends too soon")
	}
	return err
}

// parseYAML reads a respondent from YAML, of which JSON is a part.
func parseYAML(data []byte) (respondent, error) {
	var v any
	dec := yaml.NewDecoder(bytes.NewReader(data))
	if err := dec.Decode(&v); errors.Is(err, io.EOF) {
		return respondent{}, errors.New("it is empty; write answers, as in: answers: {question-id: option-id}")
	} else if err != nil {
		return respondent{}, fmt.Errorf("not valid YAML: %w", err)
	}
	if err := dec.Decode(new(any)); !errors.Is(err, io.EOF) {
		return respondent{}, errors.New("a second document follows; one respondent at a time, or use --jsonl")
	}
	data, err := json.Marshal(v)
	if err != nil {
		return respondent{}, errors.New("a name that is not text stands where an id is wanted; put it in quotes")
	}
	return parseJSON(data)
}

// check returns the answers, each of which fits its question, or what is wrong with them.
func (r respondent) check(bank *stages.Bank) (stages.Answers, error) {
	if r.Assessment != "" && r.Assessment != "stages" {
		return nil, fmt.Errorf("assessment: there is no assessment %q; use stages", r.Assessment)
	}
	if r.Answers == nil {
		return nil, errors.New("there are no answers; write them as in: answers: {question-id: option-id}")
	}
	answers := make(stages.Answers, len(r.Answers))
	var faults []error
	for id, raw := range r.Answers {
		a, err := answer(bank, id, raw)
		if err != nil {
			faults = append(faults, err)
		}
		answers[id] = a
	}
	slices.SortFunc(faults, func(a, b error) int { return bytes.Compare([]byte(a.Error()), []byte(b.Error())) })
	return answers, errors.Join(faults...)
}

func answer(bank *stages.Bank, id string, raw json.RawMessage) (stages.Answer, error) {
	var a stages.Answer
	q := bank.Question(id)
	if q == nil {
		return a, fmt.Errorf("answers: there is no question %q; waymark score --questions lists them", id)
	}
	if err := a.UnmarshalJSON(raw); err != nil {
		return a, fmt.Errorf("answers.%s: %w", id, err)
	}
	if err := a.Check(q); err != nil {
		return a, fmt.Errorf("answers.%s: %w", id, err)
	}
	return a, nil
}

// readLine returns the next line, trimmed, or io.EOF. A line that is too long is passed over whole.
func readLine(r *bufio.Reader) ([]byte, error) {
	line, err := r.ReadSlice('\n')
	if errors.Is(err, bufio.ErrBufferFull) {
		for errors.Is(err, bufio.ErrBufferFull) {
			_, err = r.ReadSlice('\n')
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
		return nil, lineError{fmt.Errorf("the line is longer than %d bytes", maxLine)}
	}
	if errors.Is(err, io.EOF) && len(line) > 0 {
		err = nil
	}
	return bytes.TrimSpace(line), err
}
