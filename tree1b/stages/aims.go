package stages

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

// The aims that are no road. Those who are unsure are advised as those who were not asked.
const (
	Stay   = "stay"   // stay, and do it well
	Onward = "onward" // the next level
	Open   = "open"   // not sure yet
)

// aimsID is the id of the last question. No question of the bank may have it.
const aimsID = "aim"

// Question is the last question in the form of the others; nil where the catalog has none.
func (a *Aims) Question() *Question {
	return unscored(aimsID, a.Ask, a.Why, a.Options, func(o Aim) Option { return Option{ID: o.ID, Text: o.Text} })
}
