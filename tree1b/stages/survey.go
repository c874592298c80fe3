package stages

import "slices"

// Survey is an assessment without levels. Its options carry weights on named axes. The crossroads is
// about roads a person could take, with an axis <road>-pull and an axis <road>-ready for each, and one,
// push, for the wish to leave; the surroundings are about a workplace and its winds, an axis each.
type Survey struct {
	Title     string     `yaml:"title" json:"title"`
	Line      string     `yaml:"line" json:"line"`   // on home, beside the title
	About     string     `yaml:"about" json:"about"` // before the first question
	Questions []Question `yaml:"questions" json:"questions"`
	Roads     []Road     `yaml:"roads,omitempty" json:"roads,omitempty"`
	Winds     []Wind     `yaml:"winds,omitempty" json:"winds,omitempty"`
	// PushText says what it means that the push out of the present workplace is strong. It's told where
	// there are no moves.
	PushText string `yaml:"push,omitempty" json:"push,omitempty"`
	// Moves say what to do next: one for each of the four pairs of pull and push, or none at all.
	Moves []Move `yaml:"moves,omitempty" json:"moves,omitempty"`
}

// Move is what to do next from a crossroads, by how strongly its first road pulls and how strong the push is.
type Move struct {
	Pull Force  `yaml:"pull" json:"pull"`
	Push Force  `yaml:"push" json:"push"`
	Text string `yaml:"text" json:"text"`
	// Near is said instead where that road is one the person is on already.
	Near string `yaml:"near,omitempty" json:"near,omitempty"`
}

// Force is how strong a pull or a push is.
type Force string

// The forces there are.
const (
	Strong Force = "strong"
	Little Force = "little"
)

// Forces returns them, the stronger first.
func Forces() []Force { return []Force{Strong, Little} }

// Axes returns the names that the weights of the survey's options may carry.
func (s *Survey) Axes() []string {
	var axes []string
	for i := range s.Roads {
		axes = append(axes, s.Roads[i].PullAxis(), s.Roads[i].ReadyAxis())
	}
	if len(s.Roads) > 0 {
		axes = append(axes, PushAxis)
	}
	for i := range s.Winds {
		axes = append(axes, s.Winds[i].ID)
	}
	return axes
}

// PushAxis is the axis of the wish to leave the present workplace.
const PushAxis = "push"

// Road is one of the ways on from a crossroads.
type Road struct {
	ID        string `yaml:"id" json:"id"`
	Name      string `yaml:"name" json:"name"`
	Line      string `yaml:"line" json:"line"`           // the road in one line
	Pull      string `yaml:"pull" json:"pull"`           // what draws people to it
	Transfers string `yaml:"transfers" json:"transfers"` // what carries over from where one is
	Missing   string `yaml:"missing" json:"missing"`     // what is mostly missing at first
	Costs     string `yaml:"costs" json:"costs"`         // what one gives up, and bets on
	// Try is one cheap experiment, and Tells how to read it.
	Try   string `yaml:"try" json:"try"`
	Tells string `yaml:"tells" json:"tells"`
	Weeks int    `yaml:"weeks" json:"weeks"`
	// Done are answers that say the experiment is nothing new to the person, options by question; Beyond is theirs.
	Done   map[string][]string `yaml:"done,omitempty" json:"done,omitempty"`
	Beyond string              `yaml:"beyond,omitempty" json:"beyond,omitempty"`
	// Stays marks the road of those who stay where they are. People it pulls are advised to grow there.
	Stays bool `yaml:"stays,omitempty" json:"stays,omitempty"`
	// From says what transfers from one kind of work: support, engineering, consulting.
	From map[string]string `yaml:"from" json:"from"`
	// Strands are the levels along strands at which a stages result shows full readiness.
	Strands map[string]float64 `yaml:"strands" json:"strands"`
}

// Trial is the experiment for a person, by their answers to the crossroads.
func (r *Road) Trial(answers Answers) string {
	if r.Beyond != "" && saysDone(r.Done, answers) {
		return r.Beyond
	}
	return r.Try
}

// saysDone reports whether an answer to the crossroads is one of those that say a thing has been done.
func saysDone(done map[string][]string, answers Answers) bool {
	return len(done) > 0 && answeredOneOf(done, answers)
}

// PullAxis is the axis of the road's motive.
func (r *Road) PullAxis() string { return r.ID + "-pull" }

// ReadyAxis is the axis of what the road asks and the person has.
func (r *Road) ReadyAxis() string { return r.ID + "-ready" }

// Wind is one side of a workplace: it helps people on, or holds them up.
type Wind struct {
	ID       string `yaml:"id" json:"id"`
	Name     string `yaml:"name" json:"name"`
	About    string `yaml:"about" json:"about"`
	Tailwind string `yaml:"tailwind" json:"tailwind"` // what it means where it helps
	Headwind string `yaml:"headwind" json:"headwind"` // what it means where it holds up
	// Negotiate is what to ask for, and who to ask; Leave when leaving is the honest answer.
	Negotiate string `yaml:"negotiate" json:"negotiate"`
	Leave     string `yaml:"leave" json:"leave"`
	// Strands are those whose gaps may be about the workplace where the wind is against one.
	Strands []string `yaml:"strands" json:"strands"`
	// Tires marks the side that leaves no room for steps where it holds the person back: then a short one comes first.
	Tires bool `yaml:"tires,omitempty" json:"tires,omitempty"`
}

// What the ids of a road's experiment and of a talk about a side of the workplace begin with, where they are taken
// on as steps. No step of the content may begin like this.
const (
	RoadStep = "road-"
	TalkStep = "talk-"
)

// Move returns what to do next where a pull and a push are as strong as this, along a road that the person may be
// on already: "" where the survey doesn't say.
func (s *Survey) Move(pull, push Force, near bool) string {
	for _, m := range s.Moves {
		if m.Pull == pull && m.Push == push {
			if near && m.Near != "" {
				return m.Near
			}
			return m.Text
		}
	}
	return ""
}

// Road returns the road with an id, or nil.
func (s *Survey) Road(id string) *Road {
	if i := slices.IndexFunc(s.Roads, func(r Road) bool { return r.ID == id }); i >= 0 {
		return &s.Roads[i]
	}
	return nil
}

// Question returns the question with an id, or nil.
func (s *Survey) Question(id string) *Question {
	for i := range s.Questions {
		if s.Questions[i].ID == id {
			return &s.Questions[i]
		}
	}
	return nil
}

// Next returns the first question that is neither answered nor skipped. One whose answer names an
// option that the content no longer has is asked again.
func (s *Survey) Next(iv Interview) (*Question, bool) {
	for i := range s.Questions {
		if q := &s.Questions[i]; q.open(iv.Answers) {
			return q, true
		}
	}
	return nil, false
}

// Remaining is how many questions are still to come.
func (s *Survey) Remaining(iv Interview) int {
	n := 0
	for i := range s.Questions {
		if s.Questions[i].open(iv.Answers) {
			n++
		}
	}
	return n
}

// open reports whether a question is neither answered nor skipped.
func (q *Question) open(answers Answers) bool {
	a, asked := answers[q.ID]
	_, answered := q.chosen(a)
	return !asked || !answered && a.Skip == ""
}

// Outlook is that every question is asked.
func (s *Survey) Outlook(iv Interview) Outlook {
	n := len(iv.Asked)
	for i := range s.Questions {
		if q := &s.Questions[i]; q.open(iv.Answers) && !slices.Contains(iv.Asked, q.ID) {
			n++
		}
	}
	return Outlook{First: n, Most: n}
}

// OptionOrder is the order in which the options are shown.
func (s *Survey) OptionOrder(q *Question, seed uint64) []int { return optionOrder(q, seed) }
