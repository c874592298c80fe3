package stages

import (
	"maps"
	"slices"
	"strings"
)

// MaxLevels is the most levels that a path can have; the least is two. A catalog has as many as it lists.
const (
	MinLevels = 2
	MaxLevels = 9
)

// Catalog is all that one assessment may ask, say and advise. It is read from YAML, and written by
// hand: a field whose tag lacks omitempty must be given.
type Catalog struct {
	ID        string     `yaml:"id" json:"id"`
	Version   string     `yaml:"version" json:"version"`
	Title     string     `yaml:"title" json:"title"`
	Levels    []Level    `yaml:"levels" json:"levels"`
	Strands   []Strand   `yaml:"strands" json:"strands"`
	Questions []Question `yaml:"questions" json:"questions"`
	Steps     []Step     `yaml:"steps" json:"steps"`

	Serves       Serves     `yaml:"serves,omitempty" json:"serves"`
	Aims         Aims       `yaml:"aims,omitempty" json:"aims,omitzero"`
	Crossroads   Survey     `yaml:"crossroads,omitempty" json:"crossroads"`
	Surroundings Survey     `yaml:"surroundings,omitempty" json:"surroundings"`
	Strengths    []Strength `yaml:"strengths,omitempty" json:"strengths,omitempty"`
	Shapes       []Shape    `yaml:"shapes,omitempty" json:"shapes,omitempty"`
	Guidance     []Guide    `yaml:"guidance,omitempty" json:"guidance,omitempty"`

	// Opinion asks who has seen a person at work: the questions of the stages assessment, worded about that person.
	// No file has it; the one who asks makes it.
	Opinion Survey `yaml:"-" json:"-"`

	// SHA256 identifies the files the catalog was read from, in hexadecimal.
	SHA256 string `yaml:"-" json:"sha256"`
}

// Ref names the catalog as results do.
func (c *Catalog) Ref() ContentRef { return ContentRef{ID: c.ID, Version: c.Version, SHA256: c.SHA256} }

// Survey returns the crossroads, the surroundings or the opinion, or nil where the catalog does not have that survey.
func (c *Catalog) Survey(assessment string) *Survey {
	var s *Survey
	switch assessment {
	case Crossroads:
		s = &c.Crossroads
	case Surroundings:
		s = &c.Surroundings
	case Opinion:
		s = &c.Opinion
	}
	if s == nil || len(s.Questions) == 0 {
		return nil
	}
	return s
}

// Serves is the first question, scored by nobody: who the person does their work for. The answer gives the
// nouns that stand in the other questions where their texts have {customer} and {customers}.
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
	// Inside says that the note goes without saying.
	Inside bool `yaml:"inside,omitempty" json:"inside,omitempty"`
}

// servesID is the id of the first question. No question of the bank may have it.
const servesID = "serves"

// Question is the first question in the form of the others; nil where the catalog has none.
func (s *Serves) Question() *Question {
	if len(s.Options) == 0 {
		return nil
	}
	q := &Question{ID: servesID, Kind: Frequency, Ask: s.Ask, Why: s.Why}
	for _, o := range s.Options {
		q.Options = append(q.Options, Option{ID: o.ID, Text: o.Text})
	}
	return q
}

// Worded returns a question in the words for those the person serves: the id of a [Served], or "" for
// customers.
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
	out := *of
	put := s.served(serves).put()
	out.Line, out.Text = put(of.Line), put(of.Text)
	return &out
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

// served is an answer by its id, or customers.
func (s *Serves) served(id string) Served {
	if i := slices.IndexFunc(s.Options, func(o Served) bool { return o.ID == id }); i >= 0 {
		return s.Options[i]
	}
	return Served{One: "customer", Many: "customers"}
}

// put returns what fills in the nouns.
func (s Served) put() func(text string) string {
	return strings.NewReplacer("{customer}", s.One, "{customers}", s.Many).Replace
}

// Level is one stage of the career path, from 1 to as many as the catalog has. Levels are cumulative: each builds on
// the one before.
type Level struct {
	Level int    `yaml:"level" json:"level"`
	ID    string `yaml:"id" json:"id"`
	Name  string `yaml:"name" json:"name"`
	Line  string `yaml:"line" json:"line"` // the level in one line

	About    string `yaml:"about" json:"about"`         // what it is
	Feels    string `yaml:"feels" json:"feels"`         // what it feels like from inside
	ReliedOn string `yaml:"relied_on" json:"relied_on"` // what others rely on you for
	Trap     string `yaml:"trap" json:"trap"`           // what keeps people here
	Next     string `yaml:"next" json:"next"`           // what the next level asks
	Keep     string `yaml:"keep" json:"keep"`           // what one may be glad to keep

	// Needs are the strands without which the level cannot be held.
	Needs []string `yaml:"needs,omitempty" json:"needs,omitempty"`
	// Opens says what gives a person the first chance at the needs of this level.
	Opens string `yaml:"opens,omitempty" json:"opens,omitempty"`

	// What makes the level easier to recognise.
	Titles     []string          `yaml:"titles,omitempty" json:"titles,omitempty"`           // that often sit here
	Week       string            `yaml:"week,omitempty" json:"week,omitempty"`               // a typical one
	Others     []string          `yaml:"others,omitempty" json:"others,omitempty"`           // what colleagues and customers say about you
	NotYet     []string          `yaml:"not_yet,omitempty" json:"not_yet,omitempty"`         // what looks like this level and isn't
	EvidenceIn map[string]string `yaml:"evidence_in,omitempty" json:"evidence_in,omitempty"` // what shows it, by kind of work
	Scale      string            `yaml:"scale,omitempty" json:"scale,omitempty"`             // its orders of magnitude
	Read       []Reference       `yaml:"read,omitempty" json:"read,omitempty"`
}

// Strand is one of the lines along which a person grows.
type Strand struct {
	ID    string   `yaml:"id" json:"id"`
	Name  string   `yaml:"name" json:"name"`
	About string   `yaml:"about" json:"about"`
	At    []string `yaml:"at" json:"at"` // a sentence for each level, lowest first
}

// Aims is the last question, scored by nobody: where the person wants to go from here. Advice depends on it.
type Aims struct {
	Ask     string `yaml:"ask" json:"ask"`
	Why     string `yaml:"why" json:"why"`
	Options []Aim  `yaml:"options" json:"options"`
}

// Aim is a direction. It is [Stay], [Onward], [Open] or the id of a road of the crossroads.
type Aim struct {
	ID   string `yaml:"id" json:"id"`
	Text string `yaml:"text" json:"text"`
}

// The aims that are no road. Whoever is unsure is advised as those who were not asked.
const (
	Stay   = "stay"   // stay, and do it well
	Onward = "onward" // the next level
	Open   = "open"   // not sure yet
)

// aimsID is the id of the last question. No question of the bank may have it.
const aimsID = "aim"

// Question is the last question in the form of the others; nil where the catalog has none.
func (a *Aims) Question() *Question {
	if len(a.Options) == 0 {
		return nil
	}
	q := &Question{ID: aimsID, Kind: Frequency, Ask: a.Ask, Why: a.Why}
	for _, o := range a.Options {
		q.Options = append(q.Options, Option{ID: o.ID, Text: o.Text})
	}
	return q
}

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

// Works lists every kind of work a person can name, and content can have words of its own for.
func Works() []string { return []string{"support", "engineering", "consulting"} }

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

// Ordered reports whether the options have a natural order, which the screen keeps.
func (q *Question) Ordered() bool { return q.Kind == Frequency || q.Kind == Autonomy }

// Option returns the option with the given id, or nil.
func (q *Question) Option(id string) *Option {
	for i := range q.Options {
		if q.Options[i].ID == id {
			return &q.Options[i]
		}
	}
	return nil
}

// Option is one answer to a question.
type Option struct {
	ID string `yaml:"id" json:"id"`
	// Level is the anchor: the level the answer speaks for, from 0 (none of this yet) to the highest.
	Level float64 `yaml:"level,omitempty" json:"level"`
	// Weights say what an answer of a [Survey] gives to each axis, from −2 to 2.
	Weights map[string]float64 `yaml:"weights,omitempty" json:"weights,omitempty"`
	Text    string             `yaml:"text" json:"text"`
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

// Step is one thing to work on.
type Step struct {
	ID     string `yaml:"id" json:"id"`
	Strand string `yaml:"strand" json:"strand"`
	// Level is the level the step leads to; for [Keep] and [Widen], the level the person is at.
	Level   int     `yaml:"level" json:"level"`
	Purpose Purpose `yaml:"purpose,omitempty" json:"purpose,omitempty"`
	Title   string  `yaml:"title" json:"title"`
	Why     string  `yaml:"why" json:"why"`
	First   string  `yaml:"first" json:"first"`   // the first action, this week
	With    string  `yaml:"with" json:"with"`     // who to involve
	Leaves  string  `yaml:"leaves" json:"leaves"` // the artefact
	Worked  string  `yaml:"worked" json:"worked"` // how one knows: something another person sees
	Weeks   int     `yaml:"weeks" json:"weeks"`
	// NoChance replaces First where the person never had the chance: how to make one.
	NoChance string `yaml:"no_chance" json:"no_chance"`
	// InTheWay replaces First where the workplace is in the way: what to negotiate, or to leave.
	InTheWay string `yaml:"in_the_way" json:"in_the_way"`
	// FirstIn replaces First for people of one kind of work.
	FirstIn map[string]string `yaml:"first_in,omitempty" json:"first_in,omitempty"`
	// Moves are the answers that are true once the step is done: an option by question. A lower answer to
	// one of them calls for the step, and that answer or a higher one rules it out.
	Moves map[string]string `yaml:"moves,omitempty" json:"moves,omitempty"`
	// Roads are the roads of the crossroads that the step leads along as well.
	Roads []string    `yaml:"roads,omitempty" json:"roads,omitempty"`
	Read  []Reference `yaml:"read,omitempty" json:"read,omitempty"`
}

// Purpose says what a step is for.
type Purpose string

// The purposes of a step. A step without one leads to its level.
const (
	Reach Purpose = ""
	Keep  Purpose = "keep"  // keeping the highest level, and giving to others
	Widen Purpose = "widen" // growing wider at the level where one is, whichever it is
)

// Reference is a book, paper or talk that truly exists.
type Reference struct {
	Title  string `yaml:"title" json:"title"`
	Author string `yaml:"author" json:"author"`
	Year   int    `yaml:"year" json:"year"`
}

// Strength is what answers show along a strand, in the eyes of others.
type Strength struct {
	Strand string `yaml:"strand" json:"strand"`
	Level  int    `yaml:"level" json:"level"` // of what it says
	// On are the options that each say as much, by question. Whoever chose none of them has not shown it.
	On map[string][]string `yaml:"on" json:"on"`
	// Shows is by reader, one of [Readers].
	Shows map[string]string `yaml:"shows" json:"shows"`
}

// Readers lists everybody a [Strength] is put into words for.
func Readers() []string { return []string{"product", "architect", "manager", "service"} }

// Shape is a way of being uneven that many people share, and what it is like. It is told to the first
// person that it fits.
type Shape struct {
	ID   string `yaml:"id" json:"id"`
	Name string `yaml:"name" json:"name"`
	// Line is what is said of the level, in place of the level's own line; mostly empty.
	Line string  `yaml:"line,omitempty" json:"line,omitempty"`
	Text string  `yaml:"text" json:"text"`
	When Pattern `yaml:"when" json:"when"`
}

// Pattern says who a [Shape] fits: everyone all of it is true of.
type Pattern struct {
	Levels  []int            `yaml:"levels,omitempty" json:"levels,omitempty"`   // one of these is held
	Work    []string         `yaml:"work,omitempty" json:"work,omitempty"`       // one of these is the kind of work
	Strands map[string][]int `yaml:"strands,omitempty" json:"strands,omitempty"` // each strand is at one of its levels
	// Ahead and Behind: every strand of the first is at least one level above every one of the second.
	Ahead  []string `yaml:"ahead,omitempty" json:"ahead,omitempty"`
	Behind []string `yaml:"behind,omitempty" json:"behind,omitempty"`
	// Skipped are the strands whose questions were mostly skipped for want of a chance.
	Skipped []string `yaml:"skipped,omitempty" json:"skipped,omitempty"`
	// Answered are options by question. To one of the questions, one of them was the answer.
	Answered map[string][]string `yaml:"answered,omitempty" json:"answered,omitempty"`
	// Against are sides of the workplace that hold the person back.
	Against []string `yaml:"against,omitempty" json:"against,omitempty"`
	// Drawn are roads that pull the person more than the others.
	Drawn []string `yaml:"drawn,omitempty" json:"drawn,omitempty"`
}

// Guide is one of the things that carry a plan: a mentor, a framework, a next date.
type Guide struct {
	ID string `yaml:"id" json:"id"` // mentor, framework or date
	// Have is said to whoever has one. The others are told Why one helps, how to Get one, and what to do
	// First.
	Have  string `yaml:"have" json:"have"`
	Why   string `yaml:"why" json:"why"`
	Get   string `yaml:"get" json:"get"`
	First string `yaml:"first" json:"first"`
}
