package calibrate

import (
	"cmp"
	"math"
	"slices"

	"waymark/stages"
)

// QuestionReport is how one question did, with calibration people.
type QuestionReport struct {
	ID     string `json:"id"`
	Strand string `json:"strand"`
	// People is how many answered it, those whose readers disagree in part.
	People   float64  `json:"people"`
	Skipped  float64  `json:"skipped"`         // share of answers that are skips with a reason
	NoneFits float64  `json:"none_fits"`       // share of answers that say that no option fits
	Notes    []string `json:"notes,omitempty"` // what was missing, in the readers' words
	// Correlation is between the judged level and the anchor of the answer; of a checklist, the number of
	// ticked boxes.
	Correlation float64 `json:"correlation"`
	// Reversed are neighbours that stand in the wrong order: those who choose the lower are at a higher level
	// on average, or, of a checklist, fewer tick the box that should be the easier one; by more than the
	// standard error of the difference.
	Reversed [][2]string    `json:"reversed,omitempty"`
	Options  []OptionReport `json:"options"`
}

// OptionReport is who chose an option: how many, and at which level they are judged to be.
type OptionReport struct {
	ID        string  `json:"id"`
	Anchor    float64 `json:"anchor"`
	People    float64 `json:"people"`
	Mean      float64 `json:"mean"`   // judged level, 0 where nobody chose it
	Spread    float64 `json:"spread"` // its standard deviation
	Suggested float64 `json:"suggested"`
	// Error is the standard error of Suggested, in levels.
	Error float64 `json:"error"`
	// Nobody and Everybody say that it tells nothing.
	Nobody    bool `json:"nobody,omitempty"`
	Everybody bool `json:"everybody,omitempty"`
	// Backwards says that people at higher levels leave a box which those at lower ones tick. No anchor puts
	// that right, so the present one is suggested.
	Backwards bool `json:"backwards,omitempty"`
}

// chosen counts the answers to one question by the judged level of the person. A person counts once,
// divided among the readings.
type chosen struct {
	question             *stages.Question
	levels               int                         // how many the path has
	options              [][stages.MaxLevels]float64 // who chose it, by option and level
	all                  [stages.MaxLevels]float64   // who answered
	points               []point
	asked, skipped, none float64
	notes                []string
	fitted               fitted
}

// point is one answer for the correlation.
type point struct{ level, value, weight float64 }

func tallyQuestion(q *stages.Question, levels int, people []*subject) *chosen {
	c := &chosen{question: q, levels: levels, options: make([][stages.MaxLevels]float64, len(q.Options))}
	c.fitted = newFitted(c)
	for _, p := range people {
		for _, answers := range p.readings {
			if a, ok := answers[q.ID]; ok {
				c.add(p.judged.Level, 1/float64(len(p.readings)), a)
			}
		}
	}
	return c
}

func (c *chosen) add(level int, weight float64, a Answer) {
	c.asked += weight
	switch {
	case a.NoneFits:
		c.none += weight
		if a.Note != "" {
			c.notes = append(c.notes, a.Note)
		}
		return
	case a.Skip != "":
		c.skipped += weight
		return
	}
	c.all[level-1] += weight
	for i := range c.question.Options {
		if slices.Contains(a.Options, c.question.Options[i].ID) {
			c.options[i][level-1] += weight
		}
	}
	value := highest(c.question, a)
	if c.question.Several() {
		value = float64(len(a.Options))
	}
	c.points = append(c.points, point{float64(level), value, weight})
}

// moments are how many there are of those counted by level, their mean level and its spread.
func moments(byLevel [stages.MaxLevels]float64) (n, mean, spread float64) {
	for l, w := range byLevel {
		n += w
		mean += w * float64(l+1)
	}
	mean = ratio(mean, n)
	for l, w := range byLevel {
		spread += w * (float64(l+1) - mean) * (float64(l+1) - mean)
	}
	return n, mean, math.Sqrt(ratio(spread, n))
}

// report says how the question did, after [fitAll].
func (c *chosen) report() QuestionReport {
	q := c.question
	r := QuestionReport{
		ID: q.ID, Strand: q.Strand, Skipped: ratio(c.skipped, c.asked), NoneFits: ratio(c.none, c.asked),
		Notes: c.notes, Options: []OptionReport{}, Correlation: correlation(c.points),
	}
	r.People, _, _ = moments(c.all)
	for i, o := range q.Options {
		x := OptionReport{ID: o.ID, Anchor: o.Level, Suggested: c.fitted.Options[i].Level, Error: c.fitted.error(i)}
		x.Backwards = c.backwards(i)
		x.People, x.Mean, x.Spread = moments(c.options[i])
		x.Nobody = r.People > 0 && x.People == 0
		x.Everybody = r.People > 0 && x.People >= r.People // summed up in the same order
		r.Options = append(r.Options, x)
	}
	r.Reversed = reversed(q, r.People, r.Options)
	return r
}

// rounding is less than any part of a person, and more than sums of parts are off by.
const rounding = 1e-9

// backwards reports whether those who tick a box are at a lower level, on average, than those who leave it.
func (c *chosen) backwards(o int) bool {
	if !c.question.Several() {
		return false
	}
	var left [stages.MaxLevels]float64
	for l := range left {
		left[l] = c.all[l] - c.options[o][l]
	}
	ticked, at, _ := moments(c.options[o])
	_, above, _ := moments(left) // 0 where nobody left it
	return ticked > rounding && at < above-rounding
}

// leastChoosers is how many people must have chosen each of two options before their order is told.
const leastChoosers = 2

// reversed compares each option with the next one up.
func reversed(q *stages.Question, people float64, options []OptionReport) [][2]string {
	byAnchor := slices.Clone(options)
	slices.SortStableFunc(byAnchor, func(a, b OptionReport) int { return cmp.Compare(a.Anchor, b.Anchor) })
	var out [][2]string
	for i := 1; i < len(byAnchor); i++ {
		low, high := byAnchor[i-1], byAnchor[i]
		wrong := low.People >= leastChoosers && high.People >= leastChoosers && above(low, high)
		if q.Several() {
			wrong = rarer(low, high, people)
		}
		if wrong && low.Anchor < high.Anchor {
			out = append(out, [2]string{low.ID, high.ID})
		}
	}
	return out
}

// above reports whether those who chose a are at a higher level than those who chose b, by more than the
// standard error √(s_a²/n_a + s_b²/n_b). To each s² comes 1/12, the variance lost in whole levels.
func above(a, b OptionReport) bool {
	const rounded = 1. / 12
	return a.Mean-b.Mean > math.Sqrt((a.Spread*a.Spread+rounded)/a.People+(b.Spread*b.Spread+rounded)/b.People)
}

// rarer reports whether box a is ticked less often than b, of n people, by more than the standard error
// √((p_a(1−p_a) + p_b(1−p_b))/n).
func rarer(a, b OptionReport, n float64) bool {
	p, q := ratio(a.People, n), ratio(b.People, n)
	return q-p > math.Sqrt(ratio(p*(1-p)+q*(1-q), n))+rounding
}

// correlation is Pearson's, weighted; 0 where nothing varies.
func correlation(points []point) float64 {
	var n, x, y float64
	for _, p := range points {
		n, x, y = n+p.weight, x+p.weight*p.level, y+p.weight*p.value
	}
	x, y = ratio(x, n), ratio(y, n)
	var xx, yy, xy float64
	for _, p := range points {
		xx += p.weight * (p.level - x) * (p.level - x)
		yy += p.weight * (p.value - y) * (p.value - y)
		xy += p.weight * (p.level - x) * (p.value - y)
	}
	if xx < rounding || yy < rounding {
		return 0
	}
	return xy / math.Sqrt(xx*yy)
}
