package stages

import (
	"math"
	"slices"
)

// scatter is τ, the spread of a person's strands around their overall level, in levels.
const scatter = 0.7

// strandPriors are, by the number of levels, T[L−1][θ−1] ∝ exp(−(θ − L)² / 2τ²), rows normalised: how likely a
// strand stands at θ in a person whose overall level is L.
var strandPriors = func() (out [MaxLevels + 1][MaxLevels]curve) {
	for levels := range out {
		out[levels] = strandPrior(levels)
	}
	return out
}()

func strandPrior(levels int) (t [MaxLevels]curve) {
	for l := range levels {
		for s := range levels {
			z := float64(s-l) / scatter
			t[l][s] = math.Exp(-z * z / 2)
		}
		t[l].normalise()
	}
	return t
}

// posterior is what a set of answers says about the overall level and the strands.
type posterior struct {
	sums    []curve // each strand's log-likelihood
	strands []strandPosterior
	// conditional holds [posterior.given] of each strand and level. It is nil where the level alone is wanted.
	conditional []curve
	level       curve // P(L | x)
	levels      int   // how many there are
}

// strandPosterior is what the answers along one strand say about it.
type strandPosterior struct {
	// likelihood is Π P(x_i | θ), scaled so that its greatest entry is 1.
	likelihood curve
	own        curve // P(θ | the strand's own answers alone): the likelihood, summing to 1
	marginal   curve // m_d(L) = Σ_θ T[L][θ] · likelihood(θ)
}

// posteriorOf computes
//
//	P(L | x) ∝ 1/n · Π_d m_d(L),  m_d(L) = Σ_θ T[L][θ] Π_{i∈d} P(x_i | θ)
//
// from each strand's log-likelihood, for a path of n levels. No answers give 1/n for each level.
func posteriorOf(loglik []curve, levels int) *posterior {
	post := &posterior{sums: loglik, levels: levels, strands: make([]strandPosterior, len(loglik)), conditional: make([]curve, len(loglik)*levels)}
	post.weigh()
	return post
}

// levelOf computes P(L | x) as [posteriorOf] does, and no strand given the level, which takes longer.
func levelOf(loglik []curve, levels int) *posterior {
	post := &posterior{sums: loglik, levels: levels, strands: make([]strandPosterior, len(loglik))}
	post.weigh()
	return post
}

func (post *posterior) weigh() {
	for d := range post.sums {
		post.weighStrand(d)
	}
	post.join()
}

func (post *posterior) weighStrand(d int) {
	s, prior := &post.strands[d], &strandPriors[post.levels]
	s.likelihood = exponentials(&post.sums[d], post.levels)
	s.marginal = s.likelihood.marginal(post.levels)
	if post.conditional == nil {
		return
	}
	s.own = s.likelihood
	s.own.normalise()
	for l := range post.levels {
		given := post.given(d, l)
		for t, likelihood := range s.likelihood[:post.levels] {
			given[t] = prior[l][t] * likelihood / s.marginal[l]
		}
	}
}

// given is P(θ_d | L, x) = T[L][θ] · likelihood(θ) / m_d(L), of level l + 1.
func (post *posterior) given(d, l int) *curve { return &post.conditional[d*post.levels+l] }

// marginal is Σ_θ T[L][θ] · likelihood(θ).
func (c *curve) marginal(levels int) (out curve) {
	prior := &strandPriors[levels]
	for l := range levels {
		sum, row := 0.0, &prior[l]
		for t, likelihood := range c[:levels] {
			sum += row[t] * likelihood
		}
		out[l] = sum
	}
	return out
}

// join computes the level from the strands.
func (post *posterior) join() {
	post.level = uniform(post.levels)
	for d := range post.strands {
		post.level.times(&post.strands[d].marginal)
	}
	post.level.normalise()
}

// product is 1/n · Π_d m_d(L), and the logarithm of what was taken out of it: each strand's greatest likelihood, which
// may be too small for a number.
func product(loglik []curve, levels int) (level curve, log float64) {
	level = uniform(levels)
	for d := range loglik {
		likelihood := exponentials(&loglik[d], levels)
		marginal := likelihood.marginal(levels)
		level.times(&marginal)
		log += slices.Max(loglik[d][:levels])
	}
	return level, log
}

// times multiplies by a strand's marginal: by 1e-8 at least, so that a dozen strands are far from underflow.
func (c *curve) times(marginal *curve) {
	for l := range c {
		c[l] *= marginal[l]
	}
}

// uniform is 1/n for each of n levels.
func uniform(levels int) (c curve) {
	for l := range levels {
		c[l] = 1 / float64(levels)
	}
	return c
}

// exponentials is exp(log − max log).
func exponentials(log *curve, levels int) (out curve) {
	top := math.Inf(-1)
	for _, v := range log[:levels] {
		top = max(top, v)
	}
	for t, v := range log[:levels] {
		out[t] = math.Exp(v - top)
	}
	return out
}

func (c *curve) normalise() {
	sum := 0.0
	for _, v := range c {
		sum += v
	}
	for t := range c {
		c[t] /= sum
	}
}

// strand is P(θ_d | x) = Σ_L P(L | x) · P(θ_d | L, x).
func (post *posterior) strand(d int) curve {
	var out curve
	for l := range post.levels {
		for t, p := range post.given(d, l)[:post.levels] {
			out[t] += post.level[l] * p
		}
	}
	return out
}

// mean is the expected level.
func (c curve) mean() float64 {
	sum := 0.0
	for t, p := range c {
		sum += float64(t+1) * p
	}
	return sum
}

// from is P(level ≥ k).
func (c curve) from(k int) float64 { return c.between(k, MaxLevels) }

// between is P(k ≤ level ≤ highest).
func (c *curve) between(k, highest int) float64 {
	sum := 0.0
	for t := max(k-1, 0); t < highest; t++ {
		sum += c[t]
	}
	return sum
}

// tieWidth is how near two probabilities count as equal: wider than rounding, narrower than any answer.
const tieWidth = 1e-9

// mode is the most probable level; ties go lower.
func (c curve) mode() int {
	best := 0
	for t := range c {
		if c[t] > c[best]+tieWidth {
			best = t
		}
	}
	return best + 1
}

// sums adds up each strand's log-likelihood over the answers that pass.
func (b *Bank) sums(answers []answered, pass func(*item) bool) []curve {
	out := make([]curve, len(b.catalog.Strands))
	for _, g := range answers {
		if pass == nil || pass(g.item) {
			out[g.strand].add(&g.loglik[g.response], b.levels())
		}
	}
	return out
}

// add adds a curve up to the highest of the levels.
func (c *curve) add(o *curve, levels int) {
	for t, v := range o[:levels] {
		c[t] += v
	}
}
