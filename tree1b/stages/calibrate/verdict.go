package calibrate

import (
	"cmp"
	"math"
	"slices"
)

// What questions are held to by people of known level. docs/measurement.md gives the grounds.
const (
	// acceptsMost is the share of interviews that end at a level the judges accept, where people are placed well.
	acceptsMost = 0.80
	// matters is from where on two such shares differ.
	matters = 0.05
	// leans is how far people come out too low or too high on average, in levels, before it's told; along one
	// strand, whose level fewer answers give, twice as far.
	leans = 0.25
	// spread is the standard deviation of placed less judged levels.
	spread = 0.5
	// errors is how many standard errors so few people may be off by chance.
	errors = 2
)

// Verdict says whether people are placed where they're judged to be: those held out where there are any, by
// the interview as it's shipped.
type Verdict struct {
	People        int // that it's about; 0 where there's nobody to place
	Accepted      float64
	Standard      *float64 // what the questions compared with reach; nil where there are none
	Worse, Better bool     // than the standard; without one, Worse is badly
	TooFew        bool     // people to tell whether they're placed well
	Bias          float64  // levels; 0 where it's no matter
	Leaning       []StrandBias
}

// Bad reports whether people had better not be asked these questions.
func (v Verdict) Bad() bool { return v.People == 0 || v.Worse || v.Bias != 0 || len(v.Leaning) > 0 }

// Assess compares what a study says of a bank with what it says of the standard, nil for none.
func Assess(r Report, standard *Report) Verdict {
	g := r.judged()
	v := Verdict{People: g.Full.People, Accepted: g.Adaptive.Accepted}
	if v.People == 0 {
		return v
	}
	if standard == nil {
		v.Worse = v.Accepted < acceptsMost-errors*math.Sqrt(acceptsMost*(1-acceptsMost)/float64(v.People))
		v.TooFew = !v.Worse && v.Accepted < acceptsMost
	} else {
		theirs := standard.judged().Adaptive.Accepted
		v.Standard = &theirs // of the same people, so that chance hardly comes in
		v.Worse, v.Better = v.Accepted < theirs-matters, v.Accepted > theirs+matters
	}
	far := max(leans, errors*spread/math.Sqrt(float64(v.People)))
	if math.Abs(g.Adaptive.Bias) > far {
		v.Bias = g.Adaptive.Bias
	}
	for _, s := range g.ByStrand {
		if math.Abs(s.Adaptive) > 2*far {
			v.Leaning = append(v.Leaning, s)
		}
	}
	return v
}

// judged are the people that a verdict goes by.
func (r Report) judged() Group {
	if r.HeldOut.Full.People > 0 {
		return r.HeldOut
	}
	return r.Calibration
}

// unfitting is the share of a question's answers from which it's worth a look that no option fits.
const unfitting = 0.05

// Unfitting reports whether too many answers say that no option fits.
func (q QuestionReport) Unfitting() bool { return q.NoneFits > unfitting }

// problems counts what is wrong with a question.
func (q QuestionReport) problems() int {
	n := count(!q.Separating()) + count(q.Unfitting()) + len(q.Reversed)
	for _, o := range q.Options {
		n += count(o.Backwards) + count(o.Nobody) + count(o.Everybody)
	}
	return n
}

// Weakest returns the questions that someone answered: those with most wrong first, and of those alike the one
// whose answers go least with the judged level.
func (r Report) Weakest() []QuestionReport {
	out := slices.DeleteFunc(slices.Clone(r.Questions), func(q QuestionReport) bool { return q.People == 0 })
	slices.SortStableFunc(out, func(a, b QuestionReport) int {
		return cmp.Or(cmp.Compare(b.problems(), a.problems()), cmp.Compare(a.Correlation, b.Correlation))
	})
	return out
}
