package calibrate

import (
	"math"

	"waymark/stages"
)

// Report is what a study says of a bank. Its JSON is a machine interface: fields may be added, never
// renamed or removed. Where there is nobody to count, figures are 0.
type Report struct {
	Schema      int               `json:"schema"`
	Content     stages.ContentRef `json:"content"`
	People      int               `json:"people"`   // in the study
	Compared    int               `json:"compared"` // of them, judged and read
	Drawn       *Drawn            `json:"drawn"`    // nil where nobody is held out
	Seeds       int               `json:"seeds"`    // interviews of each reading
	Judges      Agreement         `json:"judges"`
	Readers     Agreement         `json:"readers"`
	Calibration Group             `json:"calibration"`
	HeldOut     Group             `json:"held_out"`
	Losses      Losses            `json:"losses"`
	Shift       float64           `json:"shift"` // what all suggested moves have in common, in levels
	Questions   []QuestionReport  `json:"questions"`
	Placed      []Placed          `json:"placed"`
}

// Drawn says by which seed how many people were set apart.
type Drawn struct {
	Seed   uint64 `json:"seed"`
	People int    `json:"people"`
}

// Losses say where calibration people are lost who are placed too low.
type Losses struct {
	Full     []Loss `json:"full"`
	Adaptive []Loss `json:"adaptive"`
}

// Placed is where one person is judged to be, and where they are placed on average; 0 where no answer was
// scored.
type Placed struct {
	Person   string  `json:"person"`
	Work     string  `json:"work"`
	HeldOut  bool    `json:"held_out"`
	Level    int     `json:"level"`
	Low      int     `json:"low"`
	High     int     `json:"high"`
	Full     float64 `json:"full"`
	Adaptive float64 `json:"adaptive"`
}

// Run compares where a bank places the people of a study with where they are judged to be.
func Run(b *stages.Bank, s *Study, opt Options) Report {
	c := b.Catalog()
	people := subjects(s)
	place(b, people, opt)
	calibration := those(people, func(p *subject) bool { return !p.heldOut })
	r := Report{
		Schema: 1, Content: c.Ref(), People: len(s.People), Compared: len(people), Seeds: opt.Seeds,
		Judges: s.judgesAgree(), Readers: s.readersAgree(c),
		Calibration: group(c, calibration),
		HeldOut:     group(c, those(people, func(p *subject) bool { return p.heldOut })),
		Losses:      Losses{losses(calibration, full), losses(calibration, adaptive)},
		Questions:   []QuestionReport{}, Placed: []Placed{},
	}
	if len(s.HeldOut.People) > 0 {
		r.Drawn = &Drawn{s.HeldOut.Seed, len(s.HeldOut.People)}
	}
	var questions []*chosen
	for i := range c.Questions {
		questions = append(questions, tallyQuestion(&c.Questions[i], len(c.Levels), calibration))
	}
	r.Shift = fitAll(questions)
	for _, q := range questions {
		r.Questions = append(r.Questions, q.report())
	}
	for _, p := range people {
		r.Placed = append(r.Placed, Placed{p.ID, p.Work, p.heldOut, p.judged.Level, p.judged.Low, p.judged.High,
			meanLevel(p.full), meanLevel(p.adaptive)})
	}
	return r
}

func meanLevel(placed []stages.Placement) float64 {
	sum, n := 0, 0
	for _, p := range placed {
		sum += level(p)
		n += count(p.Level != nil)
	}
	return ratio(float64(sum), float64(n))
}

// Move is a suggestion to move an anchor.
type Move struct {
	Question, Option string
	From, To         float64
}

// leastMove is the smallest move worth an edit, in levels.
const leastMove = 0.2

// Moves lists the anchors to move, rounded to tenths: those whose suggestion is at least .2 levels away.
func (r Report) Moves() []Move {
	var out []Move
	for _, q := range r.Questions {
		for _, o := range q.Options {
			to := math.Round(o.Suggested*10) / 10
			if math.Abs(to-o.Anchor) >= leastMove-rounding {
				out = append(out, Move{q.ID, o.ID, o.Anchor, to})
			}
		}
	}
	return out
}

// separates is the least correlation of a question's answers with the judged levels, below which it hardly
// tells people apart (Ebel and Frisbie, "Essentials of Educational Measurement", 5th ed., 1991).
const separates = 0.2

// Separating reports whether the question tells people apart.
func (q QuestionReport) Separating() bool { return q.Correlation >= separates }
