package stages

import (
	"fmt"
	"math"
	"strings"
)

// Report is what a simulation found.
type Report struct {
	Catalog     string // its id
	Questions   int    // in the bank
	Respondents int    // of each kind
	Seed        uint64
	Figures     []Figure
	Kinds       []KindFigures
}

// Figure is one measured quantity beside its goals.
type Figure struct {
	Quantity string
	Value    float64
	Reach    Goal // what the plain bank must reach
	Best     Goal // the best thinkable
}

// Goal is a bound on a figure. The zero Goal asks for nothing.
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

// String is the goal as tables show it, "≥ 0.800"; empty where there is none.
func (g Goal) String() string {
	switch {
	case g == Goal{}:
		return ""
	case g == never:
		return "never"
	case g.AtMost:
		return fmt.Sprintf("≤ %.3g", g.Bound)
	}
	return fmt.Sprintf("≥ %.3g", g.Bound)
}

// String is the report as a table: the figures beside their goals, then each kind of respondent.
func (r Report) String() string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s: %d questions, %d respondents of each kind, seed %d\n\n", r.Catalog, r.Questions, r.Respondents, r.Seed)
	fmt.Fprintf(&out, "%-58s %8s  %-9s %-9s\n", "", "measured", "reach", "best")
	for _, f := range r.Figures {
		fmt.Fprintf(&out, "%-58s %8.3f  %-9s %-9s%s\n", f.Quantity, f.Value, f.Reach, f.Best, f.verdict())
	}
	fmt.Fprintf(&out, "\n%-40s %7s %7s %7s %7s %7s %7s\n", "", "exact", "early", "asked", "ECE", "early", "flagged")
	for _, k := range r.Kinds {
		fmt.Fprintf(&out, "%-40s %7.3f %7.3f %7.1f %7.3f %7.3f %7.3f\n",
			k.Kind, k.ExactFull, k.ExactEarly, k.Asked, k.ECEFull, k.ECEEarly, k.Inconsistent)
	}
	return out.String()
}

func (f Figure) verdict() string {
	switch {
	case f.Reach == Goal{} && f.Best == Goal{}:
		return ""
	case !f.Reach.Met(f.Value):
		return " missed"
	case f.Best == Goal{} || !f.Best.Met(f.Value):
		return " reached"
	}
	return " best"
}

// KindFigures are the figures of one kind of respondent.
type KindFigures struct {
	Kind                  string
	ExactFull, ExactEarly float64 // share placed at their level
	Asked                 float64 // questions, stopping early
	ECEFull, ECEEarly     float64 // expected calibration error of the stated certainty
	Inconsistent          float64 // share flagged so, stopping early
}

// stint sums the outcomes of one kind, at one length.
type stint struct {
	exact, within, atLeast, asked, inconsistent, straight int
	calibration                                           calibration
}

func (s *stint) add(o outcome, truth int) {
	off := o.held - truth
	s.exact += count(off == 0)
	s.within += count(off >= -1 && off <= 1)
	s.atLeast += count(off >= 0)
	s.asked += o.asked
	s.inconsistent += count(o.warned[WarnInconsistent])
	s.straight += count(o.warned[WarnStraightLine])
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

type kindTally struct {
	n           int
	full, early stint
}

func (t *kindTally) add(p person) {
	t.n++
	t.full.add(p.full, p.truth)
	t.early.add(p.early, p.truth)
}

func (t *kindTally) share(n int) float64 { return float64(n) / float64(t.n) }

func (t *kindTally) figures(name string) KindFigures {
	return KindFigures{
		Kind:         name,
		ExactFull:    t.share(t.full.exact),
		ExactEarly:   t.share(t.early.exact),
		Asked:        t.share(t.early.asked),
		ECEFull:      t.full.calibration.ece(),
		ECEEarly:     t.early.calibration.ece(),
		Inconsistent: t.share(t.early.inconsistent),
	}
}

func report(b *Bank, trials []trial, tallies []kindTally, opt SimOptions) Report {
	r := Report{Catalog: b.catalog.ID, Questions: len(b.items), Respondents: opt.Respondents, Seed: opt.Seed}
	for i := range trials {
		r.Kinds = append(r.Kinds, tallies[i].figures(trials[i].name))
	}
	r.Figures = append(honestFigures(trials, tallies), carelessFigures(trials, tallies)...)
	if b.hasNeeds() {
		r.Figures = append(r.Figures, needsFigures(trials, tallies)...)
	}
	return r
}

// honestFigures average over the honest kinds.
func honestFigures(trials []trial, tallies []kindTally) []Figure {
	var k, exact, early, within, asked, ece, worst, eceEarly, worstEarly, flagged float64
	for i := range trials {
		if trials[i].kind != trialHonest {
			continue
		}
		t := &tallies[i]
		f := t.figures("")
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
	}
}

func carelessFigures(trials []trial, tallies []kindTally) []Figure {
	var out []Figure
	for i := range trials {
		t := &tallies[i]
		switch trials[i].kind {
		case trialInflated:
			out = append(out,
				Figure{"claims one level too high: exact, stopping early", t.share(t.early.exact), Goal{.65, false}, Goal{.75, false}},
				Figure{"claims one level too high: exact, full length", t.share(t.full.exact), Goal{.76, false}, Goal{}})
		case trialRandom:
			out = append(out, Figure{"random answers flagged inconsistent", t.share(t.early.inconsistent), Goal{.75, false}, Goal{.85, false}})
		case trialHalfRandom:
			out = append(out, Figure{"half-random answers flagged inconsistent", t.share(t.early.inconsistent), Goal{}, Goal{}})
		case trialStraight:
			out = append(out, Figure{"straight lines flagged", t.share(t.early.straight), Goal{}, Goal{}})
		}
	}
	return out
}

// never is the goal of what must not happen once.
var never = Goal{1e-9, true}

func needsFigures(trials []trial, tallies []kindTally) []Figure {
	var out []Figure
	bare := 0.0
	for i := range trials {
		t := &tallies[i]
		switch trials[i].kind {
		case trialLevelBare:
			bare = t.share(t.full.exact)
			out = append(out, Figure{"all strands at the level: exact, without needs", bare, Goal{}, Goal{}})
		case trialLevel:
			out = append(out,
				Figure{"all strands at the level: exact, with needs", t.share(t.full.exact), Goal{bare - .03, false}, Goal{}},
				Figure{"all strands at the level: exact, stopping early", t.share(t.early.exact), Goal{}, Goal{}},
				Figure{"all strands at the level: questions asked", t.share(t.early.asked), Goal{}, Goal{}})
		case trialShort:
			out = append(out,
				Figure{"needed strand two short: held all the same", t.share(t.full.atLeast), Goal{.03, true}, Goal{}},
				Figure{"needed strand two short: held all the same, stopping early", t.share(t.early.atLeast), Goal{.03, true}, Goal{}})
		case trialShortExact:
			out = append(out, Figure{"the same, answering exactly", t.share(t.full.atLeast + t.early.atLeast), never, Goal{}})
		}
	}
	return out
}
