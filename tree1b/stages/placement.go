package stages

// Placement is where a person stands, and why. Its JSON is the machine interface: fields may be
// added, never renamed or removed.
type Placement struct {
	Schema     int        `json:"schema"`
	Assessment string     `json:"assessment"`
	Content    ContentRef `json:"content"`

	// Level is the held level; nil where no answer was scored.
	Level   *int   `json:"level"`
	LevelID string `json:"level_id,omitempty"`
	// SpeaksFor is the level the answers speak for before the caps on holding it.
	SpeaksFor *int `json:"speaks_for"`
	// Quick says that the interview was the short one.
	Quick bool `json:"quick,omitempty"`
	// Confidence is the certainty of the held level, 0 to 1.
	Confidence float64 `json:"confidence"`
	// Settled says that the rule for stopping was met.
	Settled bool `json:"settled"`
	// Posterior is the tempered probability of each level, the lowest first.
	Posterior []float64 `json:"posterior"`
	// Held is the certainty of holding each level once every cap has spoken. It equals Posterior
	// where no cap is near.
	Held []float64 `json:"held"`
	// HeldBy is the cap that sets the level; Caps lists all that bind.
	HeldBy *Cap  `json:"held_by"`
	Caps   []Cap `json:"caps"`

	Asked       []string       `json:"asked"`
	Strands     []StrandResult `json:"strands"`
	Why         []Influence    `json:"why,omitempty"`
	Gains       []Gain         `json:"holds,omitempty"`
	WouldChange []Change       `json:"would_change,omitempty"`
	// OneAway says of a result that its confidence would call clear that a single believable answer would
	// move the level: a [Change] of one answer.
	OneAway  bool       `json:"one_away,omitempty"`
	Warnings []Warning  `json:"warnings"`
	Next     []NextStep `json:"next"`
}

// Levels is how many levels the path has.
func (r Placement) Levels() int { return len(r.Held) }

// NearestUp are the questions that the nearest change upward is about; none where no change is known, or the level
// is unclear.
func (r Placement) NearestUp() []string {
	if r.Certainty() == Unclear {
		return nil
	}
	var out []string
	for _, c := range r.WouldChange {
		for _, a := range c.Answers {
			if c.Level > *r.Level {
				out = append(out, a.Question)
			}
		}
	}
	return out
}

// The assessments.
const (
	Stages       = "stages"
	Crossroads   = "crossroads"
	Surroundings = "surroundings"
	Opinion      = "opinion" // of someone else: see [Catalog.Opinion]
)

// ContentRef names the content a result was reached with.
type ContentRef struct {
	ID      string `json:"id"`
	Version string `json:"version"`
	SHA256  string `json:"sha256"`
}

// CapKind names a rule that can hold a level below what the answers speak for.
type CapKind string

// The caps, in the order they are applied.
const (
	CapSupport    CapKind = "support"    // too few answers at the level
	CapCumulative CapKind = "cumulative" // strands too far apart
	CapNeeds      CapKind = "needs"      // a strand the level cannot be held without
	CapEvidence   CapKind = "evidence"   // claims without events behind them
)

// Cap is a rule that binds, the level it holds at, and the strands it names.
type Cap struct {
	Cap     CapKind  `json:"cap"`
	Level   int      `json:"level"`
	Strands []string `json:"strands,omitempty"`
}

// StrandResult is a person's standing along one strand. Level is nil where the strand was not
// assessed: fewer than two scored answers.
type StrandResult struct {
	ID        string    `json:"id"`
	Level     *int      `json:"level"`
	Posterior []float64 `json:"posterior"`
	Asked     int       `json:"asked"`
	Skipped   int       `json:"skipped"`
	// Spike is how many levels the strand stands above (+) or below (−) the held level, where that
	// is two or more and likely; else 0.
	Spike int `json:"spike,omitempty"`
	// NoChance says that the strand is not assessed for want of a chance.
	NoChance bool `json:"no_chance,omitempty"`
}

// Influence is what one answer did to the expected level.
type Influence struct {
	Question string   `json:"question"`
	Option   string   `json:"option"`
	Options  []string `json:"options,omitempty"` // a checklist's ticked boxes
	// Weight is E[level | all answers] − E[level | all but this], in levels.
	Weight float64 `json:"weight"`
	// Carries is how much the answer adds to the log odds of the level, in nats. It is given where no
	// answer moves the expected level by itself: then these are the ones that the level rests on most.
	Carries float64 `json:"carries,omitempty"`
}

// Gain is what one strand would give if its answers rose by one option.
type Gain struct {
	Strand string `json:"strand"`
	// Gain is the rise of the expected level, in levels.
	Gain float64 `json:"gain"`
}

// Change is a smallest set of believable answers that would move the held level: one rung from those that
// were given, or answers to questions that were not asked.
type Change struct {
	Level   int            `json:"level"`
	Answers []ChangeAnswer `json:"answers"`
}

// ChangeAnswer is one answer of a [Change].
type ChangeAnswer struct {
	Question string   `json:"question"`
	Option   string   `json:"option"`
	Options  []string `json:"options,omitempty"` // a checklist's ticked boxes
}

// WarningKind names a reason to look at the answers again.
type WarningKind string

// The kinds of warning.
const (
	WarnInconsistent  WarningKind = "inconsistent"
	WarnClaims        WarningKind = "claims-exceed-evidence"
	WarnContradiction WarningKind = "contradiction"
	WarnStraightLine  WarningKind = "straight-line"
	WarnHasty         WarningKind = "hasty"
	WarnManySkips     WarningKind = "many-skips"
)

// Warning names questions worth another look.
type Warning struct {
	Kind      WarningKind `json:"kind"`
	Questions []string    `json:"questions"`
	// Text is the kind in a sentence. A [Bank] leaves it empty: it is filled in where a placement is
	// printed for programs.
	Text string `json:"text"`
}

// NextStep is one thing to work on and the answers that led to it.
type NextStep struct {
	Step    string   `json:"step"`
	Strand  string   `json:"strand"`
	Purpose Purpose  `json:"purpose,omitempty"`
	Because []string `json:"because"`
	// Variant says which first action fits: "" the step's own, "no-chance" or "in-the-way".
	Variant string `json:"variant,omitempty"`
}
