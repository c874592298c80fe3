package quiz

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"waymark/stages"
)

// record is one person's answers as a file gives them. Answers are decoded one by one, so that an
// error names the question.
type record struct {
	// ID is the caller's name for the respondent, a text or a number. The result gives it back.
	ID         json.RawMessage            `json:"id"`
	Assessment string                     `json:"assessment"`
	Answers    map[string]json.RawMessage `json:"answers"`
}

// checkID says what is wrong with the id, where there is one.
func (r record) checkID() error {
	if len(r.ID) > 0 && !bytes.ContainsRune([]byte(`"-0123456789`), rune(r.ID[0])) {
		return fmt.Errorf("id: %s is neither a text nor a number", r.ID)
	}
	return nil
}

// idIn is the id in a line that could not be scored; nothing where it has none that can be given back.
func idIn(line []byte) json.RawMessage {
	var r struct {
		ID json.RawMessage `json:"id"`
	}
	if json.Unmarshal(line, &r) != nil || (record{ID: r.ID}).checkID() != nil {
		return nil
	}
	return r.ID
}

// identified is a result with the id of its respondent, where there is one.
type identified struct {
	id     json.RawMessage
	result any // becomes a JSON object
}

func (i identified) MarshalJSON() ([]byte, error) {
	data, err := json.Marshal(i.result)
	if err != nil || len(i.id) == 0 {
		return data, err
	}
	return fmt.Appendf(nil, `{"id":%s,%s`, i.id, data[1:]), nil
}

func parseJSON(data []byte) (record, error) {
	var r record
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&r); err != nil {
		return r, jsonFault(err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return r, errors.New("there's more after the closing brace; one respondent at a time")
	}
	if key := repeatedKey(data); key != "" {
		return r, fmt.Errorf("%q is given twice; leave one of them out", key)
	}
	return r, nil
}

// repeatedKey returns a key that an object in valid JSON has twice, or nothing. The JSON package takes
// the last one without a word, and its tokens would double the time that a line takes.
func repeatedKey(data []byte) string {
	var objects []map[string]bool // the keys so far of those that are open
	for i := 0; i < len(data); i++ {
		switch data[i] {
		case '{':
			objects = append(objects, map[string]bool{})
		case '}':
			objects = objects[:len(objects)-1]
		case '"':
			text := quoted(data[i:])
			i += len(text) - 1
			if after := bytes.TrimLeft(data[i+1:], " \t\r\n"); len(after) == 0 || after[0] != ':' {
				continue // not a key
			}
			key := string(text[1 : len(text)-1])
			if strings.Contains(key, `\`) {
				_ = json.Unmarshal(text, &key) // it is valid
			}
			keys := objects[len(objects)-1]
			if keys[key] {
				return key
			}
			keys[key] = true
		}
	}
	return ""
}

// quoted is the JSON string that data begins with, in its quotes.
func quoted(data []byte) []byte {
	for i := 1; ; i++ {
		switch data[i] {
		case '\\':
			i++
		case '"':
			return data[:i+1]
		}
	}
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
func parseYAML(data []byte) (record, error) {
	var v any
	dec := yaml.NewDecoder(bytes.NewReader(data))
	if err := dec.Decode(&v); errors.Is(err, io.EOF) {
		return record{}, errors.New("it's empty; write answers, as in: answers: {question-id: option-id}")
	} else if err != nil {
		return record{}, fmt.Errorf("not valid YAML: %w", err)
	}
	if err := dec.Decode(new(any)); !errors.Is(err, io.EOF) {
		return record{}, errors.New("a second document follows; one respondent at a time, or use --jsonl")
	}
	data, err := json.Marshal(v)
	switch {
	case errors.As(err, new(*json.UnsupportedValueError)):
		return record{}, errors.New("a number in it is .nan or .inf; write a plain number, as in: seconds: 12")
	case err != nil:
		return record{}, errors.New("a name that isn't text is used as an id; put it in quotes")
	}
	return parseJSON(data)
}

// checked are a record's answers, each of which fits its question.
type checked struct {
	id         json.RawMessage
	assessment string
	survey     *stages.Survey // nil for the stages assessment
	ofSurvey   stages.Answers
	ofStages   stages.Answers
}

// check returns the answers, or all that is wrong with them.
func (r record) check(bank *stages.Bank) (checked, error) {
	out := checked{id: r.ID, assessment: r.Assessment, ofSurvey: stages.Answers{}, ofStages: make(stages.Answers, len(r.Answers))}
	if out.survey = bank.Catalog().Survey(r.Assessment); out.survey == nil && r.Assessment != "" && r.Assessment != stages.Stages {
		return out, fmt.Errorf("assessment: there's no assessment %q; use %s", r.Assessment, assessments(bank.Catalog()))
	}
	if err := r.checkID(); err != nil {
		return out, err
	}
	if r.Answers == nil {
		return out, errors.New("there are no answers; write them as in: answers: {question-id: option-id}")
	}
	var faults []error
	for id, raw := range r.Answers {
		if err := out.add(bank, id, raw); err != nil {
			faults = append(faults, err)
		}
	}
	slices.SortFunc(faults, func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })
	return out, errors.Join(faults...)
}

// assessments lists what a content has to take, as a sentence does.
func assessments(c *stages.Catalog) string {
	names := []string{stages.Stages}
	for _, id := range []string{stages.Crossroads, stages.Surroundings} {
		if c.Survey(id) != nil {
			names = append(names, id)
		}
	}
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

// add puts an answer with those of its assessment. Beside a survey's own, answers of the stages
// assessment may stand: readiness is read from them.
func (c *checked) add(bank *stages.Bank, id string, raw json.RawMessage) error {
	to, q, list := c.ofStages, bank.Question(id), "waymark score --questions"
	if c.survey != nil {
		list += " --assessment " + c.assessment
		if own := c.survey.Question(id); own != nil {
			to, q = c.ofSurvey, own
		}
	}
	if q == nil {
		return fmt.Errorf("answers: there's no question %q; %s lists them", id, list)
	}
	var a stages.Answer
	if err := a.UnmarshalJSON(raw); err != nil {
		return fmt.Errorf("answers.%s: %w", id, err)
	}
	if err := a.Check(q); err != nil {
		return fmt.Errorf("answers.%s: %w", id, err)
	}
	to[id] = a
	return nil
}
