package stages

import "strings"

// Kind is the form of a question.
type Kind string

// The kinds of question. Frequency and autonomy scales have a natural order; the options of the
// others are shown in an order drawn from the interview's seed.
const (
	Ladder    Kind = "ladder"    // graded situations, one of them true
	Frequency Kind = "frequency" // how often
	Autonomy  Kind = "autonomy"  // how independently
	Situation Kind = "situation" // what happened the last time
	Checklist Kind = "checklist" // evidence: any number of boxes, each true or not
)

// Kinds lists every kind of question.
func Kinds() []Kind { return []Kind{Ladder, Frequency, Autonomy, Situation, Checklist} }

// Question is one item of the bank.
type Question struct {
	ID string `yaml:"id" json:"id"`
	// Strand is the one the question belongs to; a survey's questions have none.
	Strand string `yaml:"strand,omitempty" json:"strand"`
	Kind   Kind   `yaml:"kind" json:"kind"`
	// Evidence marks a question about a verifiable event, artefact or witness; others are claims.
	Evidence bool   `yaml:"evidence,omitempty" json:"evidence"`
	Short    string `yaml:"short,omitempty" json:"short"` // its name in lists
	Ask      string `yaml:"ask" json:"ask"`
	// Observer asks the same of one who has seen the person at work. It calls them {name}. Without it, Ask is turned.
	Observer string `yaml:"observer,omitempty" json:"observer,omitempty"`
	Why      string `yaml:"why" json:"why"`
	// Counts and CountsNot are examples of an answer that would count and one that would not.
	Counts    string `yaml:"counts,omitempty" json:"counts"`
	CountsNot string `yaml:"counts_not,omitempty" json:"counts_not"`
	// CountsIn replaces Counts for people of one kind of work: support, engineering, consulting.
	CountsIn map[string]string `yaml:"counts_in,omitempty" json:"counts_in,omitempty"`
	// Tells names the boundary k|k+1, by its lower level k, that the question was written to tell.
	Tells int `yaml:"tells,omitempty" json:"tells,omitempty"`
	// Pair is the question that a careful person answers alike.
	Pair string `yaml:"pair,omitempty" json:"pair,omitempty"`
	// Sisters are the questions that need no asking once this one is answered "not so far": with its
	// lowest option.
	Sisters []string `yaml:"sisters,omitempty" json:"sisters,omitempty"`
	Options []Option `yaml:"options" json:"options"`
}

// Name returns the question's name in lists; without a short one, what its id says after the strand.
func (q *Question) Name() string {
	if q.Short != "" {
		return q.Short
	}
	return strings.ReplaceAll(strings.TrimPrefix(q.ID, q.Strand+"-"), "-", " ")
}

// Several reports whether the question takes more than one option.
func (q *Question) Several() bool { return q.Kind == Checklist }

// Reach returns the lowest and the highest level that the answers speak for. A checklist also has "none of
// these", which speaks for none.
func (q *Question) Reach() (low, high float64) {
	low, high = q.Options[0].Level, q.Options[0].Level
	for _, o := range q.Options {
		low, high = min(low, o.Level), max(high, o.Level)
	}
	if q.Several() {
		low = 0
	}
	return low, high
}

// Spans reports whether the question has answers on both sides of the boundary between a level and the next.
func (q *Question) Spans(level int) bool {
	low, high := q.Reach()
	return low <= float64(level) && high >= float64(level+1)
}

// Scored reports whether the answers tell where a person stands: those of a checklist always do, others unless all of
// them speak for the same level.
func (q *Question) Scored() bool {
	if q.Several() {
		return true
	}
	low, high := q.Reach()
	return low < high
}

// Ordered reports whether the options have a natural order, which the screen keeps.
func (q *Question) Ordered() bool { return q.Kind == Frequency || q.Kind == Autonomy }

// Option returns the option with the given id, or nil.
func (q *Question) Option(id string) *Option {
	if i := q.index(id); i >= 0 {
		return &q.Options[i]
	}
	return nil
}

// index is that of the option with the given id, or −1.
func (q *Question) index(id string) int {
	for i := range q.Options {
		if q.Options[i].ID == id {
			return i
		}
	}
	return -1
}

// Option is one answer to a question.
type Option struct {
	ID string `yaml:"id" json:"id"`
	// Level is the anchor: the level the answer speaks for, from 0 (none of this yet) to the highest.
	Level float64 `yaml:"level,omitempty" json:"level"`
	// Weights say what an answer of a [Survey] gives to each axis, from −2 to 2.
	Weights map[string]float64 `yaml:"weights,omitempty" json:"weights,omitempty"`
	Text    string             `yaml:"text" json:"text"`
	// Delegated says that people they lead did it. It's no way up for someone who leads nobody.
	Delegated bool `yaml:"delegated,omitempty" json:"delegated,omitempty"`
	// Observer says the same of someone else, called {name}. Without it, Text is turned.
	Observer string `yaml:"observer,omitempty" json:"observer,omitempty"`
	Short    string `yaml:"short,omitempty" json:"short,omitempty"` // the answer in lists
	// Did is what the answer says the person did, as a line of a CV begins: "Led the review of a design". The
	// lowest answers say of nothing that it was done, and have none.
	Did string `yaml:"did,omitempty" json:"did,omitempty"`
}

// Name returns the answer as lists show it.
func (o *Option) Name() string {
	if o.Short != "" {
		return o.Short
	}
	return o.Text
}

// SpeaksFor reports whether the answer speaks for a level, or a higher one.
func (o *Option) SpeaksFor(level int) bool { return o.Level >= float64(level)-supportSlack }

// LevelUp reports whether the answer is a level up from another: it speaks for a higher level, and is anchored half a level higher
// at least. Those that differ by less say much the same.
func (o *Option) LevelUp(from *Option) bool {
	return o.highest() > from.highest() && o.Level >= from.Level+supportSlack
}

// highest is the highest level that the answer speaks for.
func (o *Option) highest() int {
	level := 0
	for level < MaxLevels && o.SpeaksFor(level+1) {
		level++
	}
	return level
}

// unscored is a question that nobody scores, in the form of the others; nil where it has no answers.
func unscored[A any](id, ask, why string, answers []A, option func(A) Option) *Question {
	if len(answers) == 0 {
		return nil
	}
	q := &Question{ID: id, Kind: Frequency, Ask: ask, Why: why}
	for _, a := range answers {
		q.Options = append(q.Options, option(a))
	}
	return q
}
