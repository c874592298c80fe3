package stages

import (
	"math"
	"slices"
)

// Tempering's constants.
const (
	temperPrior = 6    // answers' worth of belief that the model fits
	temperFloor = 0.05 // added to each item's variance: nobody is as exact as a scale's end suggests
)

// temper flattens the posterior, q ∝ P^(1/T), by how much more the answers scatter within their
// strands than the model expects:
//
//	T = max(1, (Σ squared within-strand residuals + 6 v̄) / (Σ v_i (1 − 1/n_d) + 6 v̄))
//
// Residuals are anchors less their expectation at the posterior-mean level, v_i the item's variance
// there plus .05, v̄ the mean of the v_i, n_d the answers of i's strand.
func temper(level curve, answers []answered, strands int) curve {
	t := misfit(level.mean(), answers, strands)
	top := slices.Max(level[:])
	for l, p := range level {
		level[l] = math.Pow(p/top, 1/t)
	}
	level.normalise()
	return level
}

func misfit(mean float64, answers []answered, strands int) float64 {
	type group struct{ n, sum, squares, variance float64 }
	groups := make([]group, strands)
	n, variance := 0.0, 0.0
	for _, x := range answers {
		if !x.scored {
			continue
		}
		r, v := x.anchored()-x.mean.at(mean), x.variance.at(mean)+temperFloor
		g := &groups[x.strand]
		*g = group{g.n + 1, g.sum + r, g.squares + r*r, g.variance + v}
		n, variance = n+1, variance+v
	}
	prior := temperPrior * variance / n
	seen, expected := prior, prior
	for _, g := range groups {
		if g.n > 0 {
			seen += g.squares - g.sum*g.sum/g.n
			expected += g.variance * (1 - 1/g.n)
		}
	}
	return max(1, seen/expected)
}

// at reads the curve between levels.
func (c curve) at(level float64) float64 {
	low := min(int(level), MaxLevels-1)
	share := level - float64(low)
	return c[low-1]*(1-share) + c[low]*share
}

// Support turns from no to full certainty within this much of its share, either way.
const supportRamp = 0.2

// certainties is the certainty of holding each level: C_k − C_{k+1}, where C_1 = 1 and
//
//	S_k = min(q(L ≥ k), support)        that the answers speak for k
//	T_k = max(P(strands together at k), min(½, 1 − S_k))
//	C_k = min(S_k, evidence, T_k or S_{k+1}, weakest need up to k)
//
// where "p or q" is p + (1 − p)q. Each term is ½ where its cap turns, so that the certainty hardly jumps, and
// equals the tempered posterior where no cap is near. Strands that are far apart take certainty from a level as
// far as the answers speak for it. They, and a need, cost one level at most, which S_{k+1} accounts for; where
// a strand shows nothing it does not. docs/measurement.md has the measured calibration.
func (b *Bank) certainties(v *verdict, rs *responses) curve {
	var out curve
	silence := rs.silence()
	held, speaks, supported := 0.0, 0.0, 0.0 // of the level above
	for k := b.levels(); k > 1; k-- {
		above := speaks
		supported = max(supported, ramp(rs.support(k)))
		speaks = min(v.tempered.from(k), supported)
		together := max(v.together(k, v.assessed), min(0.5, 1-speaks))
		if !silence {
			together = either(together, above)
		}
		c := min(speaks, standing(v.borneOut(k), evidenceOdds), together, b.needsMet(k, above, v.posterior, rs))
		out[k-1] = max(0, c-held)
		held = max(held, c)
	}
	out[0] = 1 - held
	return out
}

// either is the probability of the one or the other of two things that do not depend on one another.
func either(p, q float64) float64 { return p + (1-p)*q }

// ramp turns the support of a level into certainty: from 0 at a share of .2 to 1 at .6, and ½ where the cap
// turns.
func ramp(share float64) float64 {
	return min(max(0.5+(share-supportShare)/(2*supportRamp), 0), 1)
}

// Certainty is how sure a result is, in a word.
type Certainty int

// The words for certainty, from the least.
const (
	Unclear Certainty = iota // not enough consistent evidence
	Between                  // between the level and its neighbour
	Likely
	Clear
)

// Where the words begin.
const (
	clearFrom   = 0.85
	likelyFrom  = 0.65
	betweenFrom = 0.45
	spanHolds   = 0.80
)

// Certainty puts the result's confidence into a word: from .85 clear, from .65 likely, from .45
// between two levels. It is at most likely where support or evidence binds, a strand has no level, many answers were
// unsure, or a single believable answer would move the level, and unclear where the answers contradict one another.
func (r Placement) Certainty() Certainty {
	word := Unclear
	switch {
	case r.Level == nil || r.warned(WarnInconsistent):
		return Unclear
	case r.Confidence >= clearFrom:
		word = Clear
	case r.Confidence >= likelyFrom:
		word = Likely
	case r.Confidence >= betweenFrom:
		word = Between
	}
	if r.bound(CapSupport) || r.bound(CapEvidence) || r.partial() || r.warned(WarnManySkips) || r.warned(WarnContradiction) || r.OneAway {
		word = min(word, Likely)
	}
	return word
}

// partial reports whether a strand has no level.
func (r Placement) partial() bool {
	return slices.ContainsFunc(r.Strands, func(s StrandResult) bool { return s.Level == nil })
}

// Pointed is the level that the answers point to before any cap on holding it, how sure that is by its probability
// alone, and the smallest run of levels around it that has 80 % of the probability; zeros where nothing was scored.
// Someone who has seen a part of a person's work can say this much, and not what a cap asks of all of it.
func (r Placement) Pointed() (level int, sure Certainty, lo, hi int) {
	if r.Level == nil {
		return 0, Unclear, 0, 0
	}
	level = curveOf(r.Posterior).mode()
	lo, hi = span(r.Posterior, level)
	switch p := r.Posterior[level-1]; {
	case p >= clearFrom:
		sure = Clear
	case p >= likelyFrom:
		sure = Likely
	case p >= betweenFrom:
		sure = Between
	}
	return level, sure, lo, hi
}

func (r Placement) warned(kind WarningKind) bool {
	for _, w := range r.Warnings {
		if w.Kind == kind {
			return true
		}
	}
	return false
}

func (r Placement) bound(kind CapKind) bool {
	for _, c := range r.Caps {
		if c.Cap == kind {
			return true
		}
	}
	return false
}

// neighbourFrom is the least probability at which a neighbouring level is worth naming.
const neighbourFrom = 0.05

// Neighbour is the level beside the held one that it most likely could be, or 0 where neither is
// worth naming.
func (r Placement) Neighbour() int {
	if r.Level == nil {
		return 0
	}
	best, odds := 0, neighbourFrom
	for _, k := range []int{*r.Level - 1, *r.Level + 1} {
		if k >= 1 && k <= len(r.Held) && r.Held[k-1] > odds {
			best, odds = k, r.Held[k-1]
		}
	}
	return best
}

// Span is the smallest run of levels that includes the held one and has 80 % of the probability;
// 0, 0 where no level was given.
func (r Placement) Span() (lo, hi int) {
	if r.Level == nil {
		return 0, 0
	}
	return span(r.Held, *r.Level)
}
