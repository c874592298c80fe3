package stages

// Survey is an assessment without levels. Its options carry weights on named axes. The crossroads
// reads a person against roads, with an axis <road>-pull and an axis <road>-ready for each, and one,
// push, for the wish to leave; the surroundings reads a place along winds, an axis each.
type Survey struct {
	Title     string     `yaml:"title" json:"title"`
	Line      string     `yaml:"line" json:"line"`   // on home, beside the title
	About     string     `yaml:"about" json:"about"` // before the first question
	Questions []Question `yaml:"questions" json:"questions"`
	Roads     []Road     `yaml:"roads,omitempty" json:"roads,omitempty"`
	Winds     []Wind     `yaml:"winds,omitempty" json:"winds,omitempty"`
	// PushText says what it means that the push out of the present place is strong.
	PushText string `yaml:"push,omitempty" json:"push,omitempty"`
}

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

// PushAxis is the axis of the wish to leave the present place.
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
	// From says what transfers from one kind of work: support, engineering, consulting.
	From map[string]string `yaml:"from" json:"from"`
	// Strands are the levels along strands at which a stages result shows full readiness.
	Strands map[string]float64 `yaml:"strands" json:"strands"`
}

// PullAxis is the axis of the road's motive.
func (r *Road) PullAxis() string { return r.ID + "-pull" }

// ReadyAxis is the axis of what the road asks and the person has.
func (r *Road) ReadyAxis() string { return r.ID + "-ready" }

// Wind is one side of a place of work: it helps a person on, or holds them up.
type Wind struct {
	ID       string `yaml:"id" json:"id"`
	Name     string `yaml:"name" json:"name"`
	About    string `yaml:"about" json:"about"`
	Tailwind string `yaml:"tailwind" json:"tailwind"` // what it means where it helps
	Headwind string `yaml:"headwind" json:"headwind"` // what it means where it holds up
	// Negotiate is what to ask for, of whom; Leave when leaving is the honest answer.
	Negotiate string `yaml:"negotiate" json:"negotiate"`
	Leave     string `yaml:"leave" json:"leave"`
	// Strands are those whose gaps may be about the place where the wind is against one.
	Strands []string `yaml:"strands" json:"strands"`
}

// Strength says what evidence along one strand, from one kind of work, proves to others.
type Strength struct {
	Strand string `yaml:"strand" json:"strand"`
	Work   string `yaml:"work" json:"work"` // one of [Works]
	// Proves and CV are by reader, one of [Readers]. In a CV line, {evidence} stands for
	// the person's own example.
	Proves map[string]string `yaml:"proves" json:"proves"`
	CV     map[string]string `yaml:"cv" json:"cv"`
}

// Readers lists everybody a [Strength] is put into words for.
func Readers() []string { return []string{"product", "architect", "manager"} }

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
