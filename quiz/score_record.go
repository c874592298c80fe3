package quiz

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
	"gopkg.in/yaml.v3"

	"waymark/stages"
)

// record is one person's answers as a file gives them. Answers are decoded one by one, so that an
// error names the question.
type record struct {
	// ID is the caller's name for the respondent, a text or a number. The result gives it back.
	ID         jsontext.Value
	Assessment string
	Answers    []given // nil where there are none
	memory     *memory
}

// memory is what reading and scoring a respondent takes, used for one after the other.
type memory struct {
	given    []given
	options  []string // of the answers that only name some
	ofStages stages.Answers
	result   bytes.Buffer
}

// manyAnswers is room for as many as most give.
const manyAnswers = 64

func newMemory() *memory {
	return &memory{given: make([]given, 0, manyAnswers), options: make([]string, 0, manyAnswers), ofStages: make(stages.Answers, manyAnswers)}
}

// given is an answer to a question as a file gives it.
type given struct {
	question []byte
	answer   jsontext.Value
}

// checkID says what is wrong with the id, where there is one.
func (r record) checkID() error {
	if len(r.ID) > 0 && !bytes.ContainsRune([]byte(`"-0123456789`), rune(r.ID[0])) {
		return fmt.Errorf("id: %s is neither a text nor a number", r.ID)
	}
	return nil
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
	return parseJSON(data, newMemory())
}

// checked are a record's answers, each of which fits its question.
type checked struct {
	id         jsontext.Value
	assessment string
	survey     *stages.Survey // nil for the stages assessment
	ofSurvey   stages.Answers
	ofStages   stages.Answers
	memory     *memory
}

// check returns the answers, or all that is wrong with them.
func (r record) check(bank *stages.Bank) (checked, error) {
	clear(r.memory.ofStages)
	r.memory.options = r.memory.options[:0]
	out := checked{id: r.ID, assessment: r.Assessment, ofSurvey: stages.Answers{}, ofStages: r.memory.ofStages, memory: r.memory}
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
	for _, g := range r.Answers {
		if err := out.add(bank, g.question, g.answer); err != nil {
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
func (c *checked) add(bank *stages.Bank, id []byte, raw jsontext.Value) error {
	to, q, list := c.ofStages, bank.Question(string(id)), "waymark score --questions"
	if c.survey != nil {
		list += " --assessment " + c.assessment
		if own := c.survey.Question(string(id)); own != nil {
			to, q = c.ofSurvey, own
		}
	}
	if q == nil {
		return fmt.Errorf("answers: there's no question %q; %s lists them", id, list)
	}
	a, ok := c.memory.named(q, raw)
	if !ok {
		var err error
		if a, err = answerTo(q, raw); err != nil {
			return fmt.Errorf("answers.%s: %w", q.ID, err)
		}
	}
	to[q.ID] = a
	return nil
}

// named reads an answer that only names options of the question, one or a list, without taking more memory; false
// for one in another form or with a fault.
func (m *memory) named(q *stages.Question, raw jsontext.Value) (stages.Answer, bool) {
	from := len(m.options)
	if raw.Kind() == jsontext.KindBeginArray {
		raw = raw[1 : len(raw)-1]
	}
	for text := range bytes.SplitSeq(raw, []byte(",")) {
		text = bytes.TrimSpace(text)
		if len(text) < 2 || text[0] != '"' || text[len(text)-1] != '"' {
			return stages.Answer{}, false
		}
		o := q.Option(string(text[1 : len(text)-1])) // no id has a comma, or what JSON escapes
		if o == nil || slices.Contains(m.options[from:], o.ID) || len(m.options) > from && !q.Several() {
			return stages.Answer{}, false
		}
		m.options = append(m.options, o.ID)
	}
	return stages.Answer{Options: slices.Clip(m.options[from:])}, true
}

// answerTo reads an answer in any of its forms.
func answerTo(q *stages.Question, raw jsontext.Value) (stages.Answer, error) {
	var a stages.Answer
	if err := a.UnmarshalJSON(raw); err != nil {
		return a, err
	}
	return a, a.Check(q)
}
