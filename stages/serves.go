package stages

import (
	"maps"
	"slices"
	"strings"
)

// Serves is the first question, scored by nobody: who the person does their work for. The answer gives the
// nouns that stand in the other questions where their texts have {customer} and {customers}. The nouns of the
// last answer that isn't inside stand there for a person who hasn't given one.
type Serves struct {
	Ask string `yaml:"ask" json:"ask"`
	Why string `yaml:"why" json:"why"`
	// Note says who else counts as a {customer}.
	Note    string   `yaml:"note,omitempty" json:"note,omitempty"`
	Options []Served `yaml:"options" json:"options"`
}

// Served is an answer to [Serves], and what to call one and many of those served.
type Served struct {
	ID   string `yaml:"id" json:"id"`
	Text string `yaml:"text" json:"text"`
	One  string `yaml:"one" json:"one"`
	Many string `yaml:"many" json:"many"`
	// Forms are the noun in other forms by name, where a language has cases: "dem" may be "dem Kunden", and stands
	// where texts have {dem}. All answers name the same forms.
	Forms map[string]string `yaml:"forms,omitempty" json:"forms,omitempty"`
	// Inside says that the note goes without saying.
	Inside bool `yaml:"inside,omitempty" json:"inside,omitempty"`
}

// servesID is the id of the first question. No question of the bank may have it.
const servesID = "serves"

// Question is the first question in the form of the others; nil where the catalog has none.
func (s *Serves) Question() *Question {
	return unscored(servesID, s.Ask, s.Why, s.Options, func(o Served) Option { return Option{ID: o.ID, Text: o.Text} })
}

// Worded returns a question in the words for those the person serves: the id of a [Served], or "" where
// that isn't known.
func (s *Serves) Worded(q *Question, serves string) *Question {
	put := s.served(serves).put()
	out := *q
	for _, text := range []*string{&out.Short, &out.Ask, &out.Observer, &out.Why, &out.Counts, &out.CountsNot} {
		*text = put(*text)
	}
	out.CountsIn = maps.Clone(q.CountsIn)
	for work, text := range out.CountsIn {
		out.CountsIn[work] = put(text)
	}
	out.Options = slices.Clone(q.Options)
	for i, o := range out.Options {
		out.Options[i].Text, out.Options[i].Short, out.Options[i].Did = put(o.Text), put(o.Short), put(o.Did)
		out.Options[i].Observer = put(o.Observer)
	}
	return &out
}

// Step returns a step in the words for a person's kind of work and those they serve.
func (s *Serves) Step(step *Step, work, serves string) *Step {
	put := s.served(serves).put()
	out := *step
	if first := step.FirstIn[work]; first != "" {
		out.First = first
	}
	for _, text := range []*string{&out.Title, &out.Why, &out.First, &out.With, &out.Leaves, &out.Worked, &out.NoChance, &out.InTheWay} {
		*text = put(*text)
	}
	return &out
}

// Strength returns a strength in the words for those the person serves.
func (s *Serves) Strength(of *Strength, serves string) *Strength {
	put := s.served(serves).put()
	out := *of
	out.Shows = maps.Clone(out.Shows)
	for reader, text := range out.Shows {
		out.Shows[reader] = put(text)
	}
	return &out
}

// Shape returns a shape in the words for those the person serves.
func (s *Serves) Shape(of *Shape, serves string) *Shape {
	put := s.served(serves).put()
	out := *of
	out.Name, out.Line, out.Text = put(of.Name), put(of.Line), put(of.Text)
	return &out
}

// Levels returns the levels in the words for those the person serves.
func (s *Serves) Levels(of []Level, serves string) []Level {
	put := s.served(serves).put()
	out := slices.Clone(of)
	for i := range out {
		l := &out[i]
		for _, text := range []*string{&l.Line, &l.About, &l.Feels, &l.ReliedOn, &l.Trap, &l.Next, &l.Keep, &l.Opens, &l.Week, &l.Scale} {
			*text = put(*text)
		}
		l.Others, l.NotYet = each(l.Others, put), each(l.NotYet, put)
	}
	return out
}

// Strands returns the strands, whose sentences for each level are in the words for those the person serves.
func (s *Serves) Strands(of []Strand, serves string) []Strand {
	put := s.served(serves).put()
	out := slices.Clone(of)
	for i := range out {
		out[i].At = each(out[i].At, put)
	}
	return out
}

func each(texts []string, put func(string) string) []string {
	out := slices.Clone(texts)
	for i, text := range out {
		out[i] = put(text)
	}
	return out
}

// NoteFor is who else counts as one of those served, for a person who serves them; empty where that goes
// without saying.
func (s *Serves) NoteFor(serves string) string {
	served := s.served(serves)
	if served.Inside {
		return ""
	}
	return served.put()(s.Note)
}

// served is an answer by its id, or the last one that isn't [Served.Inside].
func (s *Serves) served(id string) Served {
	if i := slices.IndexFunc(s.Options, func(o Served) bool { return o.ID == id }); i >= 0 {
		return s.Options[i]
	}
	for _, o := range slices.Backward(s.Options) {
		if !o.Inside {
			return o
		}
	}
	return Served{One: "customer", Many: "customers"}
}

// put returns what fills in the nouns.
func (s Served) put() func(text string) string {
	pairs := []string{"{customer}", s.One, "{customers}", s.Many}
	for name, form := range s.Forms {
		pairs = append(pairs, "{"+name+"}", form)
	}
	return strings.NewReplacer(pairs...).Replace
}
