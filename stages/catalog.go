package stages

import "slices"

// MaxLevels is the most levels that a path can have; the least is two. A catalog has as many as it lists.
const (
	MinLevels = 2
	MaxLevels = 9
)

// MaxStrands is the most strands that a catalog can have; the least is one.
const MaxStrands = 12

// Catalog is all that one assessment may ask, say and advise. It is read from YAML, and written by
// hand: a field whose tag lacks omitempty must be given.
type Catalog struct {
	ID        string     `yaml:"id" json:"id"`
	Version   string     `yaml:"version" json:"version"`
	Title     string     `yaml:"title" json:"title"`
	Language  string     `yaml:"language,omitempty" json:"language,omitempty"`
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

// Works lists every kind of work a person can name, and content can have words of its own for.
func Works() []string { return []string{"support", "engineering", "consulting"} }

// ByWork reports whether the content says anything in words of its own for a kind of work, so that it's worth asking
// for.
func (c *Catalog) ByWork() bool {
	return slices.ContainsFunc(c.Questions, func(q Question) bool { return len(q.CountsIn) > 0 }) ||
		slices.ContainsFunc(c.Levels, func(l Level) bool { return len(l.EvidenceIn) > 0 }) ||
		slices.ContainsFunc(c.Steps, func(s Step) bool { return len(s.FirstIn) > 0 }) ||
		slices.ContainsFunc(c.Shapes, func(s Shape) bool { return len(s.When.Work) > 0 }) ||
		slices.ContainsFunc(c.Crossroads.Roads, func(r Road) bool { return len(r.From) > 0 })
}

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
	// BlockedBy are the sides of the workplace that InTheWay is about. It comes first where one of them holds the
	// person back.
	BlockedBy []string `yaml:"blocked_by,omitempty" json:"blocked_by,omitempty"`
	// FirstIn replaces First for people of one kind of work.
	FirstIn map[string]string `yaml:"first_in,omitempty" json:"first_in,omitempty"`
	// Moves are the answers that are true once the step is done: an option by question. A lower answer to
	// one of them calls for the step, and that answer or a higher one rules it out.
	Moves map[string]string `yaml:"moves,omitempty" json:"moves,omitempty"`
	// Done are other answers that say the step has been done, to questions or to the crossroads: options by question. One of
	// them rules it out as well.
	Done map[string][]string `yaml:"done,omitempty" json:"done,omitempty"`
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
	ID     string `yaml:"id,omitempty" json:"-"` // for content that extends another; "" where it has none
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
