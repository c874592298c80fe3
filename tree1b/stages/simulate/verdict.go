package simulate

import (
	"math"
	"slices"
)

// The figures that the verdict goes by.
const (
	placedExactly  = "as shipped: exact, stopping early"
	questionsAsked = "as shipped: questions asked, stopping early"
	randomFlagged  = "random answers flagged inconsistent"
)

// What a bank is held to. docs/measurement.md gives the grounds.
const (
	// placesWell is the share that's placed at its level where questions place people well.
	placesWell = 0.78
	// matters is from where on two shares of people placed at their level differ.
	matters = 0.02
	// tellsApart is the least share of people near a boundary who are placed on their side of it.
	tellsApart = 0.65
	// spanning is how many questions of a strand must have answers on both sides of a boundary.
	spanning = 2
	// catchesRandom is the least share of random answers that are flagged.
	catchesRandom = 0.75
	// errors is how many standard errors so few people may be off by chance.
	errors = 2
)

// Verdict says whether a bank places people well.
type Verdict struct {
	// Exact is the share of people who are placed at their level, and Standard that of the questions the bank is
	// compared with; 0 where it's compared with none. Both are of honest people, stopping early.
	Exact, Standard float64
	Asked           float64 // questions, on average
	Worse, Better   bool    // than the standard; without one, Worse is badly
	Blurred         []Blur
	Caught          float64 // share of random answers that are flagged
	Uncaught        bool    // too few are
}

// Blur is a boundary that a strand doesn't tell: from Level to the next.
type Blur struct {
	Strand string
	Level  int
	Before bool // the standard tells it
}

// Bad reports whether people had better not be asked these questions.
func (v Verdict) Bad() bool { return v.Worse || v.Uncaught || len(v.Blurred) > 0 }

// Assess compares what was found of a bank with what was found of the standard, nil for none.
func Assess(r Report, standard *Report) Verdict {
	v := Verdict{Exact: r.figure(placedExactly), Asked: r.figure(questionsAsked), Caught: r.figure(randomFlagged)}
	if standard == nil {
		v.Worse = v.Exact < placesWell-errors*deviation(placesWell, r.Honest)
	} else {
		v.Standard = standard.figure(placedExactly)
		slack := matters + errors*math.Sqrt2*deviation(v.Standard, r.Honest) // of a difference
		v.Worse, v.Better = v.Exact < v.Standard-slack, v.Exact > v.Standard+slack
	}
	v.Uncaught = v.Caught < catchesRandom-errors*deviation(catchesRandom, r.Respondents)
	for _, s := range r.Strands {
		for b := range s.Apart {
			if !s.Tells(b) {
				v.Blurred = append(v.Blurred, Blur{s.Strand, b + 1, standard.tells(s.Strand, b)})
			}
		}
	}
	return v
}

// deviation is the standard error of a share of so many people.
func deviation(share float64, people int) float64 {
	return math.Sqrt(share * (1 - share) / float64(max(people, 1)))
}

// Tells reports whether the strand tells level b+1 from the next.
func (f StrandFigures) Tells(b int) bool {
	return f.Spanning[b] >= spanning && f.Apart[b] >= tellsApart-errors*deviation(tellsApart, f.Near[b])
}

// tells reports whether the strand of a standard with an id tells a boundary. The standard may have fewer levels.
func (r *Report) tells(strand string, b int) bool {
	return r != nil && slices.ContainsFunc(r.Strands, func(f StrandFigures) bool {
		return f.Strand == strand && b < len(f.Apart) && f.Tells(b)
	})
}

// figure is the value of a quantity.
func (r Report) figure(quantity string) float64 {
	i := slices.IndexFunc(r.Figures, func(f Figure) bool { return f.Quantity == quantity })
	if i < 0 {
		return 0
	}
	return r.Figures[i].Value
}
