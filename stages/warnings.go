package stages

import (
	"cmp"
	"math"
	"slices"
)

// The wide model: what a person looks like who answers in good faith but less neatly than the model.
var (
	wideSpreads = [4]float64{0.7, 1, 1.4, 2}
	wideWeights = [4]float64{0.25, 0.35, 0.25, 0.15}
)

const (
	wideSlip         = 0.02 // share of answers given at random even so
	inconsistentFrom = 0.0  // log Bayes factor for answers at random: likelier chance than a person
	standsOutFrom    = 1.5  // levels between an answer and what the others lead one to expect
	contradictFrom   = 2.0  // levels between the two answers of a pair
	straightRun      = 8    // same displayed position in a row
	hastySeconds     = 2.0  // median seconds a question
	unsureShare      = 0.30 // of the questions asked
	warnNames        = 4    // questions an inconsistency names, at most
)

// slipped mixes answers at random into a likelihood and takes logarithms, in place.
func slipped(prob []curve) []curve {
	for r := range prob {
		for t := range MaxLevels {
			prob[r][t] = math.Log((1-wideSlip)*prob[r][t] + wideSlip/float64(len(prob)))
		}
	}
	return prob
}

// widen compiles the wide model. It takes longer than all else, and home does without: the first placement waits for it.
func (b *Bank) widen() {
	for i := range b.items {
		it := &b.items[i]
		for s, spread := range wideSpreads {
			it.wide[s] = slipped(normalised(logLikelihood(it.question, it.anchor, spread/sigma, wideMiss)))
		}
	}
}

// randomness is the log Bayes factor of answering at random against the wide model:
//
//	Σ log(1/m_i) − log Σ_σ w_σ Σ_L 1/n Π_d Σ_θ T[L][θ] Π_{i∈d} P_σ(x_i | θ)
//
// with m_i the number of responses item i allows.
func (b *Bank) randomness(answers []answered) float64 {
	b.widened.Do(b.widen)
	random := 0.0
	for _, g := range answers {
		if g.scored {
			random -= g.logResponses
		}
	}
	var logs [len(wideSpreads)]float64
	loglik := make([]curve, len(b.catalog.Strands))
	for s := range logs {
		clear(loglik)
		for _, g := range answers {
			if g.scored {
				loglik[g.strand].add(&g.wide[s][g.response], b.levels())
			}
		}
		level, log := product(loglik, b.levels())
		logs[s] = math.Log(wideWeights[s]) + log + math.Log(level.from(1))
	}
	return random - logSum(logs[:])
}

// logSum is log Σ exp.
func logSum(logs []float64) float64 {
	top, sum := slices.Max(logs), 0.0
	for _, v := range logs {
		sum += math.Exp(v - top)
	}
	return top + math.Log(sum)
}

// warn lists every reason to look at the answers again.
func (b *Bank) warn(iv Interview, rs *responses, v *verdict) []Warning {
	out := []Warning{}
	add := func(kind WarningKind, questions []string) {
		if len(questions) > 0 {
			out = append(out, Warning{Kind: kind, Questions: questions})
		}
	}
	add(WarnInconsistent, b.inconsistent(rs, v))
	add(WarnClaims, claimsBeyond(rs, v))
	for _, pair := range contradictions(rs) {
		add(WarnContradiction, pair)
	}
	add(WarnStraightLine, b.straightLine(iv, rs))
	add(WarnHasty, hasty(rs))
	add(WarnManySkips, manyUnsure(rs))
	return out
}

// inconsistent names the answers that fit the others least, where the answers as a whole look more
// like chance than like a person. Where none of them stands out there is nothing to look at again.
func (b *Bank) inconsistent(rs *responses, v *verdict) []string {
	if v == nil || v.randomness <= inconsistentFrom {
		return nil
	}
	type residual struct {
		id   string
		size float64
	}
	worst, mean := make([]residual, 0, len(rs.answers)), v.level.mean()
	for _, g := range rs.answers {
		if g.scored {
			worst = append(worst, residual{g.question.ID, math.Abs(g.anchored() - g.mean.at(mean))})
		}
	}
	slices.SortStableFunc(worst, func(x, y residual) int { return cmp.Compare(y.size, x.size) })
	if worst[0].size < standsOutFrom {
		return nil
	}
	var out []string
	for _, w := range worst[:min(len(worst), warnNames)] {
		out = append(out, w.id)
	}
	return out
}

// claimsBeyond names the claims above the level that the evidence allows, where the evidence cap binds.
func claimsBeyond(rs *responses, v *verdict) []string {
	if v == nil || !v.binds(CapEvidence) {
		return nil
	}
	var out []string
	for _, g := range rs.answers {
		if g.scored && !g.question.Evidence && g.anchored() > float64(v.ceiling(CapEvidence)) {
			out = append(out, g.question.ID)
		}
	}
	return out
}

// contradictions lists the pairs whose two answers are two levels or more apart.
func contradictions(rs *responses) [][]string {
	var out [][]string
	for i, g := range rs.answers {
		if len(g.partners) == 0 {
			continue
		}
		for _, h := range rs.answers[i+1:] {
			if slices.Contains(g.partners, h.index) && math.Abs(g.anchored()-h.anchored()) >= contradictFrom {
				out = append(out, []string{g.question.ID, h.question.ID})
			}
		}
	}
	return out
}

// straightLine finds the longest run of answers in one displayed position, among shuffled single
// choices in the order they were asked; nil where it is shorter than eight.
func (b *Bank) straightLine(iv Interview, rs *responses) []string {
	shown := make([]string, 0, len(iv.Asked)) // the questions that count
	last, begun, from, to := -1, 0, 0, 0
	for _, id := range iv.Asked {
		i, known := b.index[id]
		if !known || b.items[i].question.Ordered() || b.items[i].question.Several() {
			continue
		}
		g, ok := rs.answerTo(i)
		if !ok {
			continue
		}
		if position := b.shownAt(i, g.response, iv.Seed); position != last {
			begun, last = len(shown), position
		}
		shown = append(shown, id)
		if len(shown)-begun > to-from {
			from, to = begun, len(shown)
		}
	}
	if to-from < straightRun {
		return nil
	}
	return shown[from:to:to]
}

// hasty names the answers given in under two seconds, where the median of those timed is.
func hasty(rs *responses) []string {
	var seconds []float64
	var out []string
	for _, t := range rs.timed {
		seconds = append(seconds, t.seconds)
		if t.seconds < hastySeconds {
			out = append(out, t.question.ID)
		}
	}
	if len(seconds) == 0 {
		return nil
	}
	slices.Sort(seconds)
	n := len(seconds)
	if median := (seconds[(n-1)/2] + seconds[n/2]) / 2; median >= hastySeconds {
		return nil
	}
	return out
}

// manyUnsure names the questions skipped as unsure, where they are over 30 % of those asked.
func manyUnsure(rs *responses) []string {
	var out []string
	for _, s := range rs.skips {
		if s.reason == Unsure {
			out = append(out, s.question.ID)
		}
	}
	if float64(len(out)) <= unsureShare*float64(rs.asked()) {
		return nil
	}
	return out
}
