package stages

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// The model of docs/measurement.md, written a second time: straight from the formulas, in plain
// probabilities, by trying out every combination. It is slow and short of tricks on purpose, and what
// the package computes is held against it over random catalogs and interviews.

// refAnswer is one answer that counts, with all the answers its question allows.
type refAnswer struct {
	q      *Question
	strand int
	at     int // which of the possible answers it is
	anchor []float64
	like   [][MaxLevels]float64 // P(answer | θ), for a checklist not yet normalised
	scored bool
}

func (a refAnswer) level() float64 { return a.anchor[a.at] }

// prob is P(answer | θ) of each possible answer, summing to 1.
func refNormal(like [][MaxLevels]float64) [][MaxLevels]float64 {
	out := slices.Clone(like)
	for t := range MaxLevels {
		sum := 0.0
		for r := range like {
			sum += like[r][t]
		}
		for r := range like {
			out[r][t] /= sum
		}
	}
	return out
}

// refLike is P(answer | θ) for every possible answer to a question, with a spread, and the most that a
// box is ticked with.
func refLike(q *Question, sigma, mostTicked float64) (anchor []float64, like [][MaxLevels]float64) {
	type key struct {
		q                 *Question
		sigma, mostTicked float64
	}
	if known, ok := refLikes[key{q, sigma, mostTicked}]; ok {
		return known.anchor, known.like
	}
	defer func() { refLikes[key{q, sigma, mostTicked}] = refEntry{anchor, like} }()
	if q.Kind != Checklist {
		for _, o := range q.Options {
			var p [MaxLevels]float64
			for t := range MaxLevels {
				p[t] = math.Exp(-math.Pow(o.Level-float64(t+1), 2) / (2 * sigma * sigma))
			}
			anchor, like = append(anchor, o.Level), append(like, p)
		}
		return anchor, refNormal(like)
	}
	boxes := make([][2][MaxLevels]float64, len(q.Options)) // left empty, and ticked
	for i, o := range q.Options {
		for t := range MaxLevels {
			x := 1 / (1 + math.Exp(-(float64(t+1)-o.Level+.5)/(.6*sigma/.9)))
			x = min(max(x, .02), mostTicked)
			boxes[i][0][t], boxes[i][1][t] = math.Pow(1-x, .7), math.Pow(x, .7)
		}
	}
	for mask := range 1 << len(q.Options) {
		highest := 0.0
		p := refOnes(MaxLevels)
		for i, o := range q.Options {
			ticked := mask >> i & 1
			if ticked == 1 {
				highest = max(highest, o.Level)
			}
			for t := range MaxLevels {
				p[t] *= boxes[i][ticked][t]
			}
		}
		anchor, like = append(anchor, highest), append(like, p)
	}
	return anchor, like
}

type refEntry struct {
	anchor []float64
	like   [][MaxLevels]float64
}

var refLikes = map[any]refEntry{} // what refLike has worked out

// refAnswers finds the answers that the catalog knows, in its order.
func refAnswers(c *Catalog, iv Interview) []refAnswer {
	var out []refAnswer
	for i := range c.Questions {
		q := &c.Questions[i]
		a, ok := iv.Answers[q.ID]
		if !ok || a.Skip != "" {
			continue
		}
		at := 0
		for o := range q.Options {
			if slices.Contains(a.Options, q.Options[o].ID) && q.Kind == Checklist {
				at += 1 << o
			} else if slices.Contains(a.Options, q.Options[o].ID) {
				at = o
			}
		}
		anchor, like := refLike(q, .9, .98)
		out = append(out, refAnswer{q, refStrand(c, q.Strand), at, anchor, like,
			q.Kind == Checklist || slices.Max(anchor) > slices.Min(anchor)})
	}
	return out
}

func refStrand(c *Catalog, id string) int {
	return slices.IndexFunc(c.Strands, func(s Strand) bool { return s.ID == id })
}

// refT is T[L][θ], τ = .7.
func refT(levels int) [][MaxLevels]float64 {
	out := make([][MaxLevels]float64, levels)
	for l := range levels {
		for t := range levels {
			out[l][t] = math.Exp(-math.Pow(float64(t-l), 2) / (2 * .7 * .7))
		}
	}
	return refRows(out)
}

// refOnes is 1 at each of some levels.
func refOnes(levels int) (out [MaxLevels]float64) {
	for l := range levels {
		out[l] = 1
	}
	return out
}

// refRows makes each row sum to 1.
func refRows(rows [][MaxLevels]float64) [][MaxLevels]float64 {
	for l := range rows {
		sum := refFrom(rows[l], 1)
		for t := range MaxLevels {
			rows[l][t] /= sum
		}
	}
	return rows
}

// refModel is what answers say: the level, each strand, and each strand at each level.
type refModel struct {
	level   [MaxLevels]float64
	strands [][MaxLevels]float64
	given   [][MaxLevels][MaxLevels]float64 // P(θ_d | L, x)
	own     [][MaxLevels]float64            // P(θ_d | answers of d, every θ alike)
	total   float64                         // P(x)
}

func refPosterior(c *Catalog, answers []refAnswer, like func(a refAnswer) [MaxLevels]float64) refModel {
	strands, levels, prior := len(c.Strands), len(c.Levels), refT(len(c.Levels))
	m := refModel{strands: make([][MaxLevels]float64, strands), given: make([][MaxLevels][MaxLevels]float64, strands), own: make([][MaxLevels]float64, strands)}
	for d := range strands {
		m.own[d] = refOnes(len(c.Levels))
		for _, a := range answers {
			for t := range levels {
				if a.strand == d {
					m.own[d][t] *= like(a)[t]
				}
			}
		}
	}
	for l := range levels {
		m.level[l] = 1 / float64(levels)
		for d := range strands {
			sum := 0.0
			for t := range levels {
				sum += prior[l][t] * m.own[d][t]
			}
			m.level[l] *= sum
			for t := range levels {
				m.given[d][l][t] = prior[l][t] * m.own[d][t] / sum
			}
		}
		m.total += m.level[l]
	}
	for l := range levels {
		m.level[l] /= m.total
		for d := range strands {
			for t := range levels {
				m.strands[d][t] += m.level[l] * m.given[d][l][t]
			}
		}
	}
	refRows(m.own)
	return m
}

func refOwn(a refAnswer) [MaxLevels]float64 { return a.like[a.at] }

// refFrom is P(level ≥ k).
func refFrom(p [MaxLevels]float64, k int) float64 {
	sum := 0.0
	for l := max(k, 1); l <= MaxLevels; l++ {
		sum += p[l-1]
	}
	return sum
}

// refMode is the most probable level, the lower of two that are as probable.
func refMode(p [MaxLevels]float64) int {
	best := 0
	for l := range MaxLevels {
		if p[l] > p[best]+1e-9 {
			best = l
		}
	}
	return best + 1
}

func refMean(p [MaxLevels]float64) float64 {
	sum := 0.0
	for l := range MaxLevels {
		sum += float64(l+1) * p[l]
	}
	return sum
}

// refMoments are the mean and variance of an answer's anchor in a person at a level, which may be between
// two whole ones.
func refMoments(a refAnswer, level float64) (mean, variance float64) {
	prob := refNormal(a.like)
	at := func(t int) (m, v float64) {
		for r := range prob {
			m += prob[r][t-1] * a.anchor[r]
		}
		for r := range prob {
			v += prob[r][t-1] * (a.anchor[r] - m) * (a.anchor[r] - m)
		}
		return m, v
	}
	low := min(int(level), MaxLevels-1)
	m1, v1 := at(low)
	m2, v2 := at(low + 1)
	share := level - float64(low)
	return m1*(1-share) + m2*share, v1*(1-share) + v2*share
}

// refTemper flattens the level by how much more the answers scatter within their strands than expected.
func refTemper(m refModel, answers []refAnswer) [MaxLevels]float64 {
	var seen, expected, total, n float64
	for d := range m.strands {
		var residuals, variances []float64
		for _, a := range answers {
			if a.strand == d && a.scored {
				mean, variance := refMoments(a, refMean(m.level))
				residuals, variances = append(residuals, a.level()-mean), append(variances, variance+.05)
			}
		}
		mean := 0.0
		for _, r := range residuals {
			mean += r / float64(len(residuals))
		}
		for i, r := range residuals {
			seen += (r - mean) * (r - mean)
			expected += variances[i] * (1 - 1/float64(len(residuals)))
			total, n = total+variances[i], n+1
		}
	}
	t := max(1, (seen+6*total/n)/(expected+6*total/n))
	out, sum := m.level, 0.0
	for l := range MaxLevels {
		out[l] = math.Pow(out[l], 1/t)
		sum += out[l]
	}
	for l := range MaxLevels {
		out[l] /= sum
	}
	return out
}

// refTogether is P(at least half of the strands ≥ k, none < k − 1 | x), by trying out whether each strand
// is at k or higher, or just below.
func refTogether(m refModel, k int, strands []int) float64 {
	if len(strands) == 0 {
		return 1
	}
	sum := 0.0
	for l := range MaxLevels {
		for mask := range 1 << len(strands) {
			p, there := m.level[l], 0
			for i, d := range strands {
				at := refFrom(m.given[d][l], k)
				if mask>>i&1 == 1 {
					there++
					p *= at
				} else {
					p *= refFrom(m.given[d][l], k-1) - at
				}
			}
			if 2*there >= len(strands) {
				sum += p
			}
		}
	}
	return sum
}

// refTally is what happened along a strand.
type refTally struct{ scored, shown, evidence, claims, skips, noChance, unsure, asked int }

func refTallies(c *Catalog, iv Interview) []refTally {
	out := make([]refTally, len(c.Strands))
	for _, a := range refAnswers(c, iv) {
		t := &out[a.strand]
		t.asked++
		t.scored += count(a.scored)
		t.shown += count(a.scored && a.level() > slices.Min(a.anchor))
		t.evidence += count(a.scored && a.q.Evidence)
		t.claims += count(a.scored && !a.q.Evidence)
	}
	for i := range c.Questions {
		if a := iv.Answers[c.Questions[i].ID]; a.Skip != "" {
			t := &out[refStrand(c, c.Questions[i].Strand)]
			t.asked++
			t.skips++
			t.noChance += count(a.Skip == NoChance)
			t.unsure += count(a.Skip == Unsure)
		}
	}
	return out
}

// refNeeds lists the strands that levels 2 … k need, with the highest such level.
func refNeeds(c *Catalog, k int) map[int]int {
	out := map[int]int{}
	for _, l := range c.Levels {
		for _, id := range l.Needs {
			if l.Level >= 2 && l.Level <= k {
				out[refStrand(c, id)] = max(out[refStrand(c, id)], l.Level)
			}
		}
	}
	return out
}

// refEnough is how many scored answers, or skips, a strand wants.
func refEnough(iv Interview) int {
	if iv.Quick {
		return 1
	}
	return 2
}

// refStanding is how firmly a needed strand is at a level.
func refStanding(m refModel, d, level int) float64 {
	p := refFrom(m.own[d], level)
	return p * .94 / (p*.94 + (1-p)*.06)
}

// refLevel is the level that answers give, and what it comes from.
type refLevel struct {
	answers, evidence []refAnswer
	tallies           []refTally
	assessed          []int // strands
	m, ofEvidence     refModel
	share             func(k int) float64
	unmet             func(k int) []int
	silence           bool
	ceiling           map[CapKind]int
	speaks, held      int
}

// refHold gives the level; nil where nothing was scored.
func refHold(c *Catalog, iv Interview) *refLevel {
	answers, tallies := refAnswers(c, iv), refTallies(c, iv)
	var evidence []refAnswer
	var assessed []int
	scored := 0
	for _, a := range answers {
		scored += count(a.scored)
		if a.scored && a.q.Evidence {
			evidence = append(evidence, a)
		}
	}
	for d, t := range tallies {
		if t.scored >= 2 {
			assessed = append(assessed, d)
		}
	}
	if scored == 0 {
		return nil
	}
	m := refPosterior(c, answers, refOwn)
	ofEvidence := refPosterior(c, evidence, refOwn)
	share := func(k int) float64 {
		can, did := 0, 0
		for _, a := range answers {
			can += count(a.scored && slices.Max(a.anchor) >= float64(k)-.5)
			did += count(a.scored && a.level() >= float64(k)-.5)
		}
		return float64(did) / float64(max(can, 1))
	}
	top := func(allowed func(k int) bool) int {
		for k := len(c.Levels); k > 1; k-- {
			if allowed(k) {
				return k
			}
		}
		return 1
	}
	unmet := func(k int) (out []int) {
		for d, level := range refNeeds(c, k) {
			if tallies[d].scored < refEnough(iv) || refStanding(m, d, level) < .5 {
				out = append(out, d)
			}
		}
		return out
	}
	silent := func(d int) bool { return tallies[d].scored < refEnough(iv) || tallies[d].shown == 0 }
	silence := slices.ContainsFunc(assessed, func(d int) bool { return tallies[d].shown == 0 })
	support := top(func(k int) bool { return share(k) >= .4 })
	speaks := min(refMode(m.level), support)
	ceiling := map[CapKind]int{
		CapSupport: support,
		CapCumulative: top(func(k int) bool {
			return refTogether(m, k, assessed) >= .5 || k <= speaks-1 && !silence
		}),
		CapEvidence: top(func(k int) bool { return len(evidence) == 0 || refFrom(ofEvidence.level, k) >= .2 }),
		CapNeeds: top(func(k int) bool {
			return len(unmet(k)) == 0 || k <= speaks-1 && !slices.ContainsFunc(unmet(k), silent)
		}),
	}
	held := min(speaks, ceiling[CapCumulative], ceiling[CapNeeds], ceiling[CapEvidence])
	return &refLevel{answers, evidence, tallies, assessed, m, ofEvidence, share, unmet, silence, ceiling, speaks, held}
}

// refPlace says where the answers put a person; nil where nothing was scored.
func refPlace(c *Catalog, iv Interview) *Placement {
	x := refHold(c, iv)
	if x == nil {
		return nil
	}
	m, answers, tallies, held, speaks := x.m, x.answers, x.tallies, x.held, x.speaks
	posterior := refTemper(m, answers)
	p := &Placement{Level: &held, SpeaksFor: &speaks, Posterior: posterior[:len(c.Levels)], Held: make([]float64, len(c.Levels)), Caps: []Cap{}}
	for _, kind := range []CapKind{CapSupport, CapCumulative, CapNeeds, CapEvidence} {
		if kind == CapSupport && x.ceiling[kind] < refMode(m.level) || kind != CapSupport && x.ceiling[kind] < speaks {
			p.Caps = append(p.Caps, Cap{kind, x.ceiling[kind], refBehind(c, kind, x.ceiling[kind]+1, m, answers, x.assessed, x.unmet)})
		}
	}
	for i := range p.Caps {
		if p.HeldBy == nil || p.Caps[i].Level < p.HeldBy.Level || p.Caps[i].Level == p.HeldBy.Level && p.Caps[i].Cap == CapNeeds {
			p.HeldBy = &p.Caps[i]
		}
	}
	speaking, certain := [MaxLevels + 2]float64{}, [MaxLevels + 2]float64{1: 1}
	for k := len(c.Levels); k > 1; k-- {
		supported := 0.0
		for above := k; above <= len(c.Levels); above++ {
			supported = max(supported, min(1, max(0, .5+(x.share(above)-.4)/.4)))
		}
		speaking[k] = min(refFrom(posterior, k), supported)
		certain[k] = min(speaking[k], max(refTogether(m, k, x.assessed), min(.5, 1-speaking[k])))
		if !x.silence {
			apart := max(refTogether(m, k, x.assessed), min(.5, 1-speaking[k]))
			certain[k] = min(speaking[k], 1-(1-apart)*(1-speaking[k+1]))
		}
		if len(x.evidence) > 0 {
			e := refFrom(x.ofEvidence.level, k)
			certain[k] = min(certain[k], e*.8/(e*.8+(1-e)*.2))
		}
		for d, level := range refNeeds(c, k) {
			met, t := refStanding(m, d, level), tallies[d]
			switch known := t.skips - t.unsure; {
			case t.scored < refEnough(iv) && known >= refEnough(iv) && 2*known >= t.skips:
				met = 0
			case t.scored < refEnough(iv):
				met = min(met, .5)
			case t.shown > 0:
				met = 1 - (1-met)*(1-speaking[k+1])
			}
			certain[k] = min(certain[k], met)
		}
	}
	for k := len(c.Levels); k >= 1; k-- {
		certain[k] = max(certain[k], certain[k+1])
		p.Held[k-1] = certain[k] - certain[k+1]
	}
	p.Confidence = p.Held[held-1]
	for d := range c.Strands {
		s := StrandResult{ID: c.Strands[d].ID, Posterior: m.strands[d][:len(c.Levels)], Asked: tallies[d].asked, Skipped: tallies[d].skips}
		s.NoChance = tallies[d].scored < 2 && tallies[d].noChance > 0 && 2*tallies[d].noChance >= tallies[d].skips
		if told := refAlong(m, answers, d); tallies[d].scored >= 2 {
			s.Level = &told
			if told >= held+2 && refFrom(m.strands[d], held+2) >= .6 || told <= held-2 && 1-refFrom(m.strands[d], held-1) >= .6 {
				s.Spike = told - held
			}
		}
		p.Strands = append(p.Strands, s)
	}
	return p
}

// refAlong is a strand's most probable level, and none above what one of its answers speaks for.
func refAlong(m refModel, answers []refAnswer, d int) int {
	highest := 1.0
	for _, a := range answers {
		if a.strand == d {
			highest = max(highest, a.level()+.5)
		}
	}
	return min(refMode(m.strands[d]), int(highest))
}

// refBehind names the strands that keep a person from a level, by the rule that binds.
func refBehind(c *Catalog, kind CapKind, level int, m refModel, answers []refAnswer, assessed []int, unmet func(k int) []int) []string {
	pick := func(which func(d int) bool) (ids []string) {
		for d := range c.Strands {
			if which(d) {
				ids = append(ids, c.Strands[d].ID)
			}
		}
		return ids
	}
	switch kind {
	case CapCumulative:
		for _, short := range []int{2, 1} {
			ids := pick(func(d int) bool { return slices.Contains(assessed, d) && refAlong(m, answers, d) <= level-short })
			if len(ids) > 0 {
				return ids
			}
		}
		least := slices.MinFunc(assessed, func(x, y int) int {
			return cmp.Compare(refFrom(m.strands[x], level), refFrom(m.strands[y], level))
		})
		return pick(func(d int) bool { return d == least })
	case CapNeeds:
		return pick(func(d int) bool { return slices.Contains(unmet(level), d) })
	case CapEvidence:
		return pick(func(d int) bool {
			sum, n := 0.0, 0.0
			for _, a := range answers {
				if a.strand == d && a.scored && a.q.Evidence {
					sum, n = sum+a.level(), n+1
				}
			}
			return n > 0 && sum/n < float64(level)-.5
		})
	}
	return nil
}

// refRandomness is the log Bayes factor of answering at random.
func refRandomness(c *Catalog, answers []refAnswer) float64 {
	answers = slices.DeleteFunc(slices.Clone(answers), func(a refAnswer) bool { return !a.scored })
	random, wide := 1.0, 0.0
	for _, a := range answers {
		random /= float64(len(a.anchor))
	}
	for i, sigma := range []float64{.7, 1, 1.4, 2} {
		m := refPosterior(c, answers, func(a refAnswer) [MaxLevels]float64 {
			_, like := refLike(a.q, sigma, .8)
			p := refNormal(like)[a.at]
			for t := range MaxLevels {
				p[t] = .98*p[t] + .02/float64(len(a.anchor))
			}
			return p
		})
		wide += []float64{.25, .35, .25, .15}[i] * m.total
	}
	return math.Log(random) - math.Log(wide)
}

func refNear(a, b []float64) bool {
	if len(a) != len(b) {
		return false
	}
	for l := range a {
		if !(math.Abs(a[l]-b[l]) < 1e-9) {
			return false
		}
	}
	return true
}

// TestPlacementsAreAsDocumented holds placements against the model of the document.
func TestPlacementsAreAsDocumented(t *testing.T) {
	rng := rngFor(21)
	caps := map[CapKind]int{}
	spikes := 0
	for n := range 1200 {
		c := randomCatalog(rng)
		b := NewBank(c)
		iv := randomInterview(b, rng)
		if n%2 == 0 {
			iv = likePerson(c, iv, rng)
		}
		got, want := b.Place(iv), refPlace(c, iv)
		if want == nil {
			if got.Level != nil || got.SpeaksFor != nil {
				t.Fatalf("level %d where nothing was scored: %v", *got.Level, iv.Answers)
			}
			continue
		}
		if *got.Level != *want.Level || *got.SpeaksFor != *want.SpeaksFor || !refNear(got.Posterior, want.Posterior) ||
			!refNear(got.Held, want.Held) || math.Abs(got.Confidence-want.Confidence) > 1e-9 {
			t.Fatalf("level %d, speaks for %d, posterior %.4f, held %.4f;\nwant %d, %d, %.4f, %.4f", *got.Level, *got.SpeaksFor,
				got.Posterior, got.Held, *want.Level, *want.SpeaksFor, want.Posterior, want.Held)
		}
		same := func(x, y Cap) bool { return x.Cap == y.Cap && x.Level == y.Level && slices.Equal(x.Strands, y.Strands) }
		if !slices.EqualFunc(got.Caps, want.Caps, same) || (got.HeldBy == nil) != (want.HeldBy == nil) ||
			got.HeldBy != nil && !same(*got.HeldBy, *want.HeldBy) {
			t.Fatalf("caps %v, held by %v;\nwant %v, %v", got.Caps, got.HeldBy, want.Caps, want.HeldBy)
		}
		for d, s := range want.Strands {
			g := got.Strands[d]
			if g.ID != s.ID || g.Asked != s.Asked || g.Skipped != s.Skipped || g.Spike != s.Spike || g.NoChance != s.NoChance ||
				(g.Level == nil) != (s.Level == nil) || g.Level != nil && *g.Level != *s.Level || !refNear(g.Posterior, s.Posterior) {
				t.Fatalf("strand %+v;\nwant %+v", g, s)
			}
			spikes += count(s.Spike != 0)
		}
		if r := refRandomness(c, refAnswers(c, iv)); math.Abs(r-b.randomness(b.collect(iv).answers)) > 1e-6 {
			t.Fatalf("log Bayes factor %v, want %v", b.randomness(b.collect(iv).answers), r)
		}
		for _, c := range want.Caps {
			caps[c.Cap]++
		}
	}
	if slices.Min([]int{caps[CapSupport], caps[CapCumulative], caps[CapNeeds], caps[CapEvidence], spikes}) < 30 {
		t.Errorf("caps %v and %d spikes only: the test tells too little", caps, spikes)
	}
}

// likePerson answers the same questions as a person would who stands at a level, is better along some
// strands, and makes more or less of themselves where no event is asked for.
func likePerson(c *Catalog, iv Interview, rng *rand.Rand) Interview {
	at := make([]float64, len(c.Strands))
	level := 1 + float64(len(c.Levels)-1)*rng.Float64()
	for d := range at {
		at[d] = level + rng.NormFloat64()
	}
	claimed := 3*rng.Float64() - .5
	for i := range c.Questions {
		q := &c.Questions[i]
		if a, ok := iv.Answers[q.ID]; ok && a.Skip == "" {
			theta := at[refStrand(c, q.Strand)] + .5*rng.NormFloat64()
			if !q.Evidence {
				theta += claimed
			}
			iv = iv.With(q.ID, nearestTo(q, theta))
		}
	}
	return iv
}

// nearestTo takes the option nearest to a level, and every box up to it.
func nearestTo(q *Question, level float64) Answer {
	a := Answer{Options: []string{}}
	best := 0
	for i, o := range q.Options {
		if o.Level <= level {
			a.Options = append(a.Options, o.ID)
		}
		if math.Abs(o.Level-level) < math.Abs(q.Options[best].Level-level) {
			best = i
		}
	}
	if q.Kind != Checklist {
		a.Options = []string{q.Options[best].ID}
	}
	return a
}
