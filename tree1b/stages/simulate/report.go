package simulate

import (
	"math"

	"waymark/stages"
)

// Report is what a simulation found.
type Report struct {
	Catalog     string // its id
	Questions   int    // in the bank
	Respondents int    // of each kind
	Honest      int    // of all kinds who are honest
	Seed        uint64
	Figures     []Figure
	Kinds       []KindFigures
	Strands     []StrandFigures
	Weakest     []QuestionFigures // all questions, the weakest first
}

// Figure is one measured quantity beside its goals.
type Figure struct {
	Quantity string
	Value    float64
	Reach    Goal // what the plain bank must reach
	Best     Goal // the best thinkable
}

// Goal is a bound on a figure: at least Bound, or at most. The zero Goal asks for nothing; at most 0
// asks that a thing never happens.
type Goal struct {
	Bound  float64
	AtMost bool
}

// Met reports whether a value keeps the goal.
func (g Goal) Met(value float64) bool {
	switch {
	case g == Goal{}:
		return true
	case g.AtMost:
		return value <= g.Bound
	}
	return value >= g.Bound
}

// KindFigures are the figures of one kind of respondent.
type KindFigures struct {
	Kind                  string
	ExactFull, ExactEarly float64 // share placed at their level
	Asked                 float64 // questions, stopping early
	ECEFull, ECEEarly     float64 // expected calibration error of the stated certainty
	Inconsistent          float64 // share flagged so, stopping early
}

// tally sums the outcomes of one kind of respondent.
type tally struct {
	kind
	n           int
	full, early totals
	moved       int // people that stopping early gives another level
	quick       totals
	shipped     shipped
}

// shipped sums up how the bank places with its needs, against the stated rule.
type shipped struct {
	full, early totals
	moved       int
}

func (t *tally) add(p placed) {
	t.n++
	t.full.add(p.full, p.truth)
	t.early.add(p.early, p.truth)
	t.moved += count(p.early.held != p.full.held)
	if t.group == honest {
		t.quick.add(p.quick, p.truth)
		t.shipped.full.add(p.fullShipped, p.ruled)
		t.shipped.early.add(p.earlyShipped, p.ruled)
		t.shipped.moved += count(p.earlyShipped.held != p.fullShipped.held)
	}
}

func (t *tally) share(n int) float64 { return float64(n) / float64(t.n) }

func (t *tally) figures() KindFigures {
	return KindFigures{
		Kind:         t.name,
		ExactFull:    t.share(t.full.exact),
		ExactEarly:   t.share(t.early.exact),
		Asked:        t.share(t.early.asked),
		ECEFull:      t.full.calibration.ece(),
		ECEEarly:     t.early.calibration.ece(),
		Inconsistent: t.share(t.early.inconsistent),
	}
}

// totals sums outcomes at one length of interview.
type totals struct {
	exact, within, atLeast, asked, inconsistent, straight int
	clear, clearAndExact                                  int
	calibration                                           calibration
}

func (s *totals) add(o outcome, truth int) {
	off := o.held - truth
	s.exact += count(off == 0)
	s.within += count(off >= -1 && off <= 1)
	s.atLeast += count(off >= 0)
	s.asked += o.asked
	s.clear += count(o.clear)
	s.clearAndExact += count(o.clear && off == 0)
	s.inconsistent += count(o.warned[stages.WarnInconsistent])
	s.straight += count(o.warned[stages.WarnStraightLine])
	s.calibration.add(o.certainty, off == 0)
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// calibration compares stated certainty with what came true, in ten bins.
type calibration struct {
	stated [10]float64
	right  [10]int
	n      int
}

func (c *calibration) add(certainty float64, right bool) {
	bin := min(int(certainty*10), 9)
	c.stated[bin] += certainty
	c.right[bin] += count(right)
	c.n++
}

// ece is the expected calibration error: Σ over bins of share · |mean certainty − share right|.
func (c *calibration) ece() float64 {
	sum := 0.0
	for i := range c.stated {
		sum += math.Abs(c.stated[i] - float64(c.right[i]))
	}
	return sum / float64(c.n)
}

// report fills in the figures.
func report(r Report, tallies []tally) Report {
	r.Figures = append(honestFigures(tallies), shippedFigures(tallies)...)
	for i := range tallies {
		r.Kinds = append(r.Kinds, tallies[i].figures())
		r.Figures = append(r.Figures, carelessFigures(&tallies[i])...)
	}
	bare := 0.0
	for i := range tallies {
		if t := &tallies[i]; t.group == levelBare {
			bare = t.share(t.full.exact)
		}
		r.Figures = append(r.Figures, needsFigures(&tallies[i], bare)...)
	}
	return r
}

// honestFigures average over the honest kinds.
func honestFigures(tallies []tally) []Figure {
	var k, exact, early, within, asked, ece, worst, eceEarly, worstEarly, flagged, moved, quick, quickAsked float64
	for i := range tallies {
		t := &tallies[i]
		if t.group != honest {
			continue
		}
		f := t.figures()
		k++
		exact += f.ExactFull
		early += f.ExactEarly
		within += t.share(t.full.within)
		asked += f.Asked
		ece += f.ECEFull
		worst = max(worst, f.ECEFull)
		eceEarly += f.ECEEarly
		worstEarly = max(worstEarly, f.ECEEarly)
		flagged += f.Inconsistent
		moved += t.share(t.moved)
		quick += t.share(t.quick.exact)
		quickAsked += t.share(t.quick.asked)
	}
	return []Figure{
		{"exact level, full length", exact / k, Goal{.80, false}, Goal{.83, false}},
		{"exact level, stopping early", early / k, Goal{exact/k - .008, false}, Goal{}},
		{"questions asked, stopping early", asked / k, Goal{16.5, true}, Goal{14.5, true}},
		{"within one level", within / k, Goal{.998, false}, Goal{}},
		{"calibration error, mean", ece / k, Goal{.085, true}, Goal{.065, true}},
		{"calibration error, worst kind", worst, Goal{.17, true}, Goal{.13, true}},
		{"calibration error, mean, stopping early", eceEarly / k, Goal{}, Goal{}},
		{"calibration error, worst kind, stopping early", worstEarly, Goal{}, Goal{}},
		{"honest people flagged inconsistent", flagged / k, Goal{.035, true}, Goal{.03, true}},
		{"stopping early gives another level", moved / k, Goal{.05, true}, Goal{}},
		{"short interview: exact level", quick / k, Goal{}, Goal{}},
		{"short interview: questions asked", quickAsked / k, Goal{stages.QuickQuestions, true}, Goal{}},
	}
}

// shippedFigures average over the honest kinds, who are placed with the needs of the levels and held against the
// level that the stated rule gives by their true strands.
func shippedFigures(tallies []tally) []Figure {
	var k, exact, early, within, asked, ece, eceEarly, moved float64
	var said, right [2]float64
	for i := range tallies {
		t := &tallies[i]
		if t.group != honest {
			continue
		}
		full, stopped := &t.shipped.full, &t.shipped.early
		k++
		exact += t.share(full.exact)
		early += t.share(stopped.exact)
		within += t.share(stopped.within)
		asked += t.share(stopped.asked)
		ece += full.calibration.ece()
		eceEarly += stopped.calibration.ece()
		moved += t.share(t.shipped.moved)
		for j, s := range []*totals{full, stopped} {
			said[j] += t.share(s.clear)
			right[j] += t.share(s.clearAndExact)
		}
	}
	return []Figure{
		{"as shipped: exact, full length", exact / k, Goal{}, Goal{}},
		{placedExactly, early / k, Goal{}, Goal{}},
		{"as shipped: within one level, stopping early", within / k, Goal{}, Goal{}},
		{questionsAsked, asked / k, Goal{}, Goal{}},
		{"as shipped: calibration error, mean", ece / k, Goal{}, Goal{}},
		{"as shipped: calibration error, mean, stopping early", eceEarly / k, Goal{}, Goal{}},
		{"as shipped: called clear", said[0] / k, Goal{}, Goal{}},
		{"as shipped: right where called clear", ratio(right[0], said[0]), Goal{}, Goal{}},
		{"as shipped: called clear, stopping early", said[1] / k, Goal{}, Goal{}},
		{"as shipped: right where called clear, stopping early", ratio(right[1], said[1]), Goal{}, Goal{}},
		{"as shipped: stopping early gives another level", moved / k, Goal{.05, true}, Goal{}},
	}
}

// ratio is a of b, or 0 where there is none of b.
func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

// carelessFigures are of those who exaggerate or do not read; none for another kind.
func carelessFigures(t *tally) []Figure {
	switch t.group {
	case inflated:
		return []Figure{
			{"claims one level too high: exact, stopping early", t.share(t.early.exact), Goal{.65, false}, Goal{.75, false}},
			{"claims one level too high: exact, full length", t.share(t.full.exact), Goal{.76, false}, Goal{}},
		}
	case random:
		return []Figure{{randomFlagged, t.share(t.early.inconsistent), Goal{.75, false}, Goal{.85, false}}}
	case halfRandom:
		return []Figure{{"half-random answers flagged inconsistent", t.share(t.early.inconsistent), Goal{}, Goal{}}}
	case straightLine:
		return []Figure{{"straight lines flagged", t.share(t.early.straight), Goal{}, Goal{}}}
	}
	return nil
}

// needsFigures tell what the needs cost, and who they catch; none for another kind. bare is the share
// placed exactly without them.
func needsFigures(t *tally, bare float64) []Figure {
	switch t.group {
	case levelBare:
		return []Figure{{"all strands at the level: exact, without needs", bare, Goal{}, Goal{}}}
	case level:
		return []Figure{
			{"all strands at the level: exact, with needs", t.share(t.full.exact), Goal{bare - .03, false}, Goal{}},
			{"all strands at the level: exact, stopping early", t.share(t.early.exact), Goal{}, Goal{}},
			{"all strands at the level: questions asked", t.share(t.early.asked), Goal{}, Goal{}},
		}
	case short:
		return []Figure{
			{"needed strand two short: still held", t.share(t.full.atLeast), Goal{.03, true}, Goal{}},
			{"needed strand two short: still held, stopping early", t.share(t.early.atLeast), Goal{.03, true}, Goal{}},
		}
	case shortExact:
		return []Figure{{"the same, answering exactly", t.share(t.full.atLeast + t.early.atLeast), Goal{0, true}, Goal{}}}
	}
	return nil
}
