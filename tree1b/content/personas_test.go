package content_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"waymark/quiz/session"
	"waymark/stages"
)

// A persona is an invented person with the answers they would give, and what the program should tell
// them. testdata/personas.yaml is written to be read: its head says what its words mean.
type persona struct {
	Name    string
	Who     string
	Work    string
	Serves  string
	Answers map[string]reply // by question; in the file, under the strands
	Roads   map[string]reply
	Place   map[string]reply
	Should  expectation
}

// expectation is what a persona should get.
type expectation struct {
	Held        span
	SpeaksFor   span `yaml:"speaks_for"`
	Cap         some
	Spikes      some
	NotAssessed some `yaml:"not_assessed"`
	Gap         oneOf
	Variant     string // of the first next step
	Warnings    some
	Road        oneOf
	Push        bool
	Ready       map[string]string
	Headwinds   some
	AboutPlace  span `yaml:"about_the_place"`
}

// personaRuns are the seeds of the interviews. After them comes one in which everything is asked.
const personaRuns = 6

func TestPersonas(t *testing.T) {
	c := builtin(t)
	b := stages.NewBank(c)
	for _, p := range personas(t) {
		t.Run(p.Name, func(t *testing.T) {
			t.Parallel()
			p.mustKnow(t, c)
			var came []string
			for seed := range uint64(personaRuns) {
				came = append(came, p.compare(t, fmt.Sprintf("interview %d", seed), b, p.interview(t, b, seed))...)
			}
			came = append(came, p.compare(t, "asked everything", b, p.everything(t, c))...)
			for _, word := range p.Should.nowAndThen() {
				if !slices.Contains(came, word) {
					t.Errorf("%s should have %q now and then, and it never came", p.Name, word)
				}
			}
		})
	}
}

func TestThereAreFourteenPersonasFromEveryKindOfWork(t *testing.T) {
	all := personas(t)
	if len(all) < 14 {
		t.Errorf("%d personas, and fourteen at least are wanted", len(all))
	}
	for _, work := range stages.Works() {
		if !slices.ContainsFunc(all, func(p persona) bool { return p.Work == work }) {
			t.Errorf("none of the personas works in %s", work)
		}
	}
}

// interview asks as the program does.
func (p persona) interview(t *testing.T, b *stages.Bank, seed uint64) stages.Interview {
	iv := stages.Interview{Seed: seed}
	for {
		q, ok := b.Next(iv)
		if !ok {
			return iv
		}
		iv = iv.With(q.ID, p.answer(t, q.ID))
	}
}

// everything is an interview in which each question was asked.
func (p persona) everything(t *testing.T, c *stages.Catalog) stages.Interview {
	iv := stages.Interview{}
	for i := range c.Questions {
		iv = iv.With(c.Questions[i].ID, p.answer(t, c.Questions[i].ID))
	}
	return iv
}

func (p persona) answer(t *testing.T, id string) stages.Answer {
	a, ok := p.Answers[id]
	if !ok {
		t.Fatalf("%s was not asked %s while this was written", p.Name, id)
	}
	return a.Answer
}

// mustKnow checks that the answers are to questions that exist, with options that exist, and that a
// survey is answered throughout or not at all.
func (p persona) mustKnow(t *testing.T, c *stages.Catalog) {
	t.Helper()
	for _, part := range []struct {
		questions []stages.Question
		given     map[string]reply
		optional  bool
	}{
		{c.Questions, p.Answers, false},
		{c.Crossroads.Questions, p.Roads, false},
		{c.Surroundings.Questions, p.Place, true},
	} {
		known := map[string]bool{}
		notTaken := part.optional && len(part.given) == 0
		for i := range part.questions {
			q := &part.questions[i]
			known[q.ID] = true
			a, ok := part.given[q.ID]
			switch {
			case !ok && !notTaken:
				t.Errorf("%s has no answer to %s: %s", p.Name, q.ID, q.Ask)
			case ok && a.Check(q) != nil:
				t.Errorf("%s on %s: %v", p.Name, q.ID, a.Check(q))
			}
		}
		for id := range part.given {
			if !known[id] {
				t.Errorf("%s answers %s, and there is no such question", p.Name, id)
			}
		}
	}
	if t.Failed() {
		t.FailNow()
	}
}

// sitting is an assessment filled in by hand.
func sitting(assessment string, given map[string]reply) session.Attempt {
	iv := stages.Interview{}
	for id, a := range given {
		iv = iv.With(id, a.Answer)
	}
	return session.Attempt{Assessment: assessment, Interview: iv}
}

// reply is an answer as it stands in the file: an option, a reason for a skip, or a list of boxes.
type reply struct{ stages.Answer }

func (r *reply) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.SequenceNode {
		r.Options = []string{}
		return n.Decode(&r.Options)
	}
	if skip := stages.Skip(n.Value); slices.Contains(stages.Skips(), skip) {
		r.Skip = skip
		return nil
	}
	r.Options = []string{n.Value}
	return nil
}

// personas reads the table.
func personas(t *testing.T) []persona {
	t.Helper()
	data, err := os.ReadFile("testdata/personas.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Personas []personaFields }
	dec := yaml.NewDecoder(strings.NewReader(string(data)))
	dec.KnownFields(true)
	if err := dec.Decode(&file); err != nil {
		t.Fatal(err)
	}
	var out []persona
	for _, f := range file.Personas {
		out = append(out, f.persona())
	}
	return out
}

// personaFields is a persona as the file has it: answers under strands, ids without their first word.
type personaFields struct {
	Name, Who, Work, Serves                                    string
	Craft, Customer, Design, Voice, Trust, Reach, Roads, Place map[string]reply
	Should                                                     expectation
}

func (f personaFields) persona() persona {
	p := persona{Name: f.Name, Who: f.Who, Work: f.Work, Serves: f.Serves, Should: f.Should, Answers: map[string]reply{},
		Roads: named("road", f.Roads), Place: named("place", f.Place)}
	for strand, given := range map[string]map[string]reply{"craft": f.Craft, "customer": f.Customer,
		"design": f.Design, "voice": f.Voice, "trust": f.Trust, "reach": f.Reach} {
		for id, a := range named(strand, given) {
			p.Answers[id] = a
		}
	}
	return p
}

func named(first string, given map[string]reply) map[string]reply {
	out := map[string]reply{}
	for id, a := range given {
		out[first+"-"+id] = a
	}
	return out
}
