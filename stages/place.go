package stages

import "slices"

// Place says where the answers put a person: level, certainty, strands, warnings and next steps.
// [Bank.Explain] adds why.
func (b *Bank) Place(iv Interview) Placement {
	rs := b.collect(iv)
	v := b.judge(rs)
	r := b.standing(iv, rs, v)
	r.Settled = b.settled(rs, v)
	r.Next = b.nextSteps(rs, v, iv.Seed, Wishes{})
	return r
}

// Standing is [Bank.Place] without Settled and Next, which take most of the time: for placing people by the thousand.
func (b *Bank) Standing(iv Interview) Placement {
	rs := b.collect(iv)
	return b.standing(iv, rs, b.judge(rs))
}

func (b *Bank) standing(iv Interview, rs *responses, v *verdict) Placement {
	c := b.catalog
	r := Placement{
		Schema:     1,
		Assessment: Stages,
		Content:    ContentRef{ID: c.ID, Version: c.Version, SHA256: c.SHA256},
		Quick:      iv.Quick,
		Caps:       []Cap{},
		Asked:      append([]string{}, iv.Asked...),
		Warnings:   b.warn(iv, rs, v),
	}
	if v != nil {
		b.placeLevel(&r, rs, v)
	} else {
		r.Posterior, r.Held = b.byLevel(uniform(b.levels())), b.byLevel(uniform(b.levels()))
	}
	r.Strands = b.strandResults(rs, v)
	return r
}

// byLevel is a curve as a placement has it: an entry for each level.
func (b *Bank) byLevel(c curve) []float64 { return slices.Clone(c[:b.levels()]) }

// curveOf is the inverse of [Bank.byLevel].
func curveOf(p []float64) (c curve) {
	copy(c[:], p)
	return c
}

func (b *Bank) placeLevel(r *Placement, rs *responses, v *verdict) {
	r.Level, r.SpeaksFor = &v.held, &v.speaks
	r.LevelID = b.levelID(v.held)
	r.Confidence = v.certainty()
	r.OneAway = r.Confidence >= clearFrom && b.oneAway(rs, v)
	r.Posterior, r.Held = b.byLevel(v.tempered), b.byLevel(v.certainties)
	r.Caps = b.bindingCaps(rs, v)
	if c := lowestCap(r.Caps); c != nil {
		held := *c
		r.HeldBy = &held
	}
}

// bindingCaps lists the caps that bind, with the strands behind each.
func (b *Bank) bindingCaps(rs *responses, v *verdict) []Cap {
	out := []Cap{}
	for _, c := range v.ceilings {
		if v.binds(c.Cap) {
			c.Strands = b.ids(b.capStrands(c, rs, v))
			out = append(out, c)
		}
	}
	return out
}

func (b *Bank) levelID(level int) string {
	for _, l := range b.catalog.Levels {
		if l.Level == level {
			return l.ID
		}
	}
	return ""
}

func (b *Bank) ids(strands []int) []string {
	var out []string
	for _, d := range strands {
		out = append(out, b.catalog.Strands[d].ID)
	}
	return out
}

// holding is the cap that sets the level, and the strands it names; nil where no cap binds.
func (b *Bank) holding(rs *responses, v *verdict) (*Cap, []int) {
	c := lowestCap(b.bindingCaps(rs, v))
	if c == nil {
		return nil, nil
	}
	return c, b.capStrands(*c, rs, v)
}

// capStrands are the strands behind a cap: those that miss the level above it.
func (b *Bank) capStrands(c Cap, rs *responses, v *verdict) []int {
	next := c.Level + 1
	switch c.Cap {
	case CapCumulative:
		return behind(next, rs, v)
	case CapNeeds:
		return b.unmet(next, v.posterior, rs)
	case CapEvidence:
		return thinEvidence(next, rs)
	}
	return nil
}

// behind lists the assessed strands that keep the others from a level: those two levels short of it
// if there are any, else those one short, else the one least likely at it.
func behind(level int, rs *responses, v *verdict) []int {
	var far, short []int
	least, odds := -1, 2.0
	for d, t := range rs.strands {
		if !t.assessed() {
			continue
		}
		switch at := v.along(d, rs); {
		case at < level-1:
			far = append(far, d)
		case at < level:
			short = append(short, d)
		}
		if p := v.strand(d).from(level); p < odds {
			least, odds = d, p
		}
	}
	switch {
	case len(far) > 0:
		return far
	case len(short) > 0:
		return short
	}
	return []int{least}
}

// thinEvidence lists the strands whose evidence, on average, speaks for less than a level.
func thinEvidence(level int, rs *responses) []int {
	sum := make([]float64, len(rs.strands))
	for _, g := range rs.answers {
		if g.scored && g.question.Evidence {
			sum[g.strand] += g.anchored() - (float64(level) - supportSlack)
		}
	}
	var out []int
	for d, t := range rs.strands {
		if t.evidence > 0 && sum[d] < 0 {
			out = append(out, d)
		}
	}
	return out
}

// Spikes.
const (
	spikeLevels = 2   // levels from the held one
	spikeOdds   = 0.6 // probability of standing so far off
)

func (b *Bank) strandResults(rs *responses, v *verdict) []StrandResult {
	out := make([]StrandResult, len(rs.strands))
	for d, t := range rs.strands {
		out[d] = StrandResult{
			ID:       b.catalog.Strands[d].ID,
			Asked:    t.asked,
			Skipped:  t.skips,
			NoChance: !t.assessed() && t.noChanceMostly(),
		}
		if v == nil {
			out[d].Posterior = b.byLevel(uniform(b.levels()))
			continue
		}
		strand := v.strand(d)
		out[d].Posterior = b.byLevel(strand)
		if t.assessed() {
			level := v.along(d, rs)
			out[d].Level = &level
			out[d].Spike = spike(strand, level, v.held)
		}
	}
	return out
}

// along is the level that a strand is told at: its most probable one, and none that no answer along it speaks for,
// where only the other strands lift it there.
func (v *verdict) along(d int, rs *responses) int {
	return max(1, min(v.strand(d).mode(), rs.shownAlong(d)))
}

// spike is how far a strand, told at a level, stands from the held one, where P(two levels or more away) ≥ .6.
func spike(strand curve, level, held int) int {
	switch {
	case level >= held+spikeLevels && strand.from(held+spikeLevels) >= spikeOdds,
		level <= held-spikeLevels && 1-strand.from(held-spikeLevels+1) >= spikeOdds:
		return level - held
	}
	return 0
}

// verdict is where answers place a person, before it is put into a [Placement].
type verdict struct {
	*posterior
	proof       *posterior // by the evidence questions only; the level alone
	assessed    []int      // strands
	hasEvidence bool       // whether one was answered
	probable    int        // most probable level
	speaks      int        // after the support cap
	held        int        // after every cap
	ceilings    [4]Cap     // the level each cap allows, in the order they are applied
	tempered    curve      // the posterior as it is stated
	certainties curve      // certainty of holding each level, summing to 1
	randomness  float64    // log Bayes factor for answers at random
}

// judge applies the model and every cap, and says how sure that is. It returns nil where nothing was scored.
func (b *Bank) judge(rs *responses) *verdict {
	v := b.weigh(rs)
	if v != nil {
		v.tempered = temper(v.level, rs.answers, len(rs.strands))
		v.certainties = b.certainties(v, rs)
		v.randomness = b.randomness(rs.answers)
	}
	return v
}

// weigh applies the model and every cap; nil where nothing was scored.
func (b *Bank) weigh(rs *responses) *verdict {
	if !rs.scored() {
		return nil
	}
	v := &verdict{posterior: posteriorOf(b.sums(rs.answers, nil), b.levels()), assessed: rs.assessed(), hasEvidence: rs.hasEvidence()}
	v.proof = levelOf(b.sums(rs.answers, (*item).bearsOut), b.levels())
	b.hold(v, rs)
	return v
}

// hold applies every cap to what the answers say.
func (b *Bank) hold(v *verdict, rs *responses) {
	v.probable = v.level.mode()
	v.ceilings[0] = Cap{Cap: CapSupport, Level: rs.supportCap(b.levels())}
	v.speaks = min(v.probable, v.ceilings[0].Level)
	v.ceilings[1] = Cap{Cap: CapCumulative, Level: v.cumulativeCap(rs)}
	v.ceilings[2] = Cap{Cap: CapNeeds, Level: b.needsCap(v, rs)}
	v.ceilings[3] = Cap{Cap: CapEvidence, Level: v.evidenceCap()}
	v.held = v.speaks
	for _, c := range v.ceilings {
		v.held = min(v.held, c.Level)
	}
}

// ceiling is the highest level that a cap allows.
func (v *verdict) ceiling(kind CapKind) int {
	for _, c := range v.ceilings {
		if c.Cap == kind {
			return c.Level
		}
	}
	return v.levels
}

// binds reports whether a cap holds the person lower: support against the most probable level, the
// others against what the answers speak for.
func (v *verdict) binds(kind CapKind) bool {
	if kind == CapSupport {
		return v.ceiling(kind) < v.probable
	}
	return v.ceiling(kind) < v.speaks
}

// certainty is the probability of the held level, 0 to 1.
func (v *verdict) certainty() float64 { return v.certainties[v.held-1] }

// lowestCap is the binding cap with the lowest level; nil where none binds. At ties it is that of the needs,
// which names what is wanting, else the first in order.
func lowestCap(caps []Cap) *Cap {
	var lowest *Cap
	for i := range caps {
		c := &caps[i]
		if lowest == nil || c.Level < lowest.Level || c.Level == lowest.Level && c.Cap == CapNeeds {
			lowest = c
		}
	}
	return lowest
}
