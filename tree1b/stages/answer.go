package stages

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
)

// Skip says why a question was passed over. None of the reasons counts against the person.
type Skip string

// The reasons for a skip.
const (
	NoChance  Skip = "no-chance"
	NotMyRole Skip = "not-my-role"
	Unsure    Skip = "unsure"
	// NotSeen is the one reason of an observer, who was not there to see it. Of oneself one can't say it.
	NotSeen Skip = "not-seen"
)

// Skips lists the reasons in the order the screens offer them.
func Skips() []Skip { return []Skip{NoChance, NotMyRole, Unsure} }

// Answer is what a person said to one question: options by id, or a reason for a skip. A checklist
// with no box ticked has an empty, non-nil Options: "none of these".
type Answer struct {
	Options []string `json:"options,omitempty"`
	Skip    Skip     `json:"skip,omitempty"`
	// Evidence is the person's own example, in their words.
	Evidence string `json:"evidence,omitempty"`
	// Seconds is the time spent on the question; 0 where it was not measured.
	Seconds float64 `json:"seconds,omitempty"`
}

// Answers holds answers by question id. A question without a key is unanswered.
type Answers map[string]Answer

// answerFields is the long form of an answer in YAML and JSON.
type answerFields struct {
	Option   *string   `json:"option"`
	Options  *[]string `json:"options"`
	Skip     *Skip     `json:"skip"`
	Evidence string    `json:"evidence"`
	Seconds  float64   `json:"seconds"`
}

// MarshalJSON writes the long form, with "options": [] for "none of these".
func (a Answer) MarshalJSON() ([]byte, error) {
	f := struct {
		Options  *[]string `json:"options,omitempty"`
		Skip     Skip      `json:"skip,omitempty"`
		Evidence string    `json:"evidence,omitempty"`
		Seconds  float64   `json:"seconds,omitempty"`
	}{nil, a.Skip, a.Evidence, a.Seconds}
	if a.Skip == "" {
		options := slices.Clone(a.Options)
		if options == nil {
			options = []string{}
		}
		f.Options = &options
	}
	return json.Marshal(f)
}

// UnmarshalJSON reads every form the machine interface allows: an option id, a list of them, or an
// object with option, options or skip, and evidence.
func (a *Answer) UnmarshalJSON(data []byte) error {
	data = bytes.TrimSpace(data)
	*a = Answer{}
	switch {
	case len(data) > 1 && data[0] == '"' && data[len(data)-1] == '"' && plain(data[1:len(data)-1]):
		a.Options = []string{string(data[1 : len(data)-1])}
		return nil
	case len(data) > 0 && data[0] == '"':
		a.Options = make([]string, 1)
		return json.Unmarshal(data, &a.Options[0])
	case len(data) > 0 && data[0] == '[':
		a.Options = []string{}
		if err := json.Unmarshal(data, &a.Options); err != nil {
			return fmt.Errorf("a list of answers holds option ids only, such as [led, advised]")
		}
		return nil
	case len(data) > 0 && data[0] == '{':
		return a.unmarshalFields(data)
	}
	return fmt.Errorf("%s isn't an answer; write an option id, a list of them, or {skip: unsure}", data)
}

// plain reports whether what is between the quotes stands for itself, as every id does. To find out takes a fraction
// of the time of reading it as JSON.
func plain(text []byte) bool {
	return !slices.ContainsFunc(text, func(c byte) bool { return c < ' ' || c > '~' || c == '"' || c == '\\' })
}

func (a *Answer) unmarshalFields(data []byte) error {
	var f answerFields
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&f); err != nil {
		return fmt.Errorf("an answer is {option: id}, {options: [id, …]} or {skip: reason}, with evidence: text if there is any: %w", err)
	}
	forms := 0
	if f.Option != nil {
		a.Options, forms = []string{*f.Option}, forms+1
	}
	if f.Options != nil {
		a.Options, forms = *f.Options, forms+1
	}
	if f.Skip != nil {
		a.Skip, forms = *f.Skip, forms+1
	}
	if forms != 1 {
		return fmt.Errorf("an answer holds exactly one of option, options and skip")
	}
	a.Evidence, a.Seconds = f.Evidence, f.Seconds
	return nil
}

// Check reports what is wrong with an answer to q, or nil.
func (a Answer) Check(q *Question) error {
	if a.Skip != "" {
		if !slices.Contains(Skips(), a.Skip) {
			return fmt.Errorf("skip reason %q is unknown; use no-chance, not-my-role or unsure", a.Skip)
		}
		if len(a.Options) > 0 {
			return fmt.Errorf("an answer is an option or a skip, not both")
		}
		return nil
	}
	if len(a.Options) != 1 && !q.Several() {
		return fmt.Errorf("takes one option, not %d", len(a.Options))
	}
	for i, id := range a.Options {
		if q.Option(id) == nil {
			return fmt.Errorf("has no option %q; it has %s", id, optionIDs(q))
		}
		if slices.Contains(a.Options[:i], id) {
			return fmt.Errorf("names option %q twice", id)
		}
	}
	return nil
}

func optionIDs(q *Question) string {
	var b bytes.Buffer
	for i := range q.Options {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(q.Options[i].ID)
	}
	return b.String()
}

// chosen lists the options that an answer takes, by index; false where the answer is a skip or names
// nothing that the question has. Options that the content no longer has are passed over.
func (q *Question) chosen(a Answer) ([]int, bool) {
	if a.Skip != "" {
		return nil, false
	}
	var chosen []int
	for i := range q.Options {
		if slices.Contains(a.Options, q.Options[i].ID) {
			chosen = append(chosen, i)
		}
	}
	if q.Several() {
		return chosen, len(chosen) > 0 || len(a.Options) == 0
	}
	return chosen, len(chosen) == 1
}
