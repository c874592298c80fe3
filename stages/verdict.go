package stages

// verdict is where a reading places a person, before it is put into a [Placement].
type verdict struct {
	*belief
	probable int    // most probable level
	speaks   int    // after the support cap
	held     int    // after every cap
	ceilings [4]Cap // the level each cap allows, in the order they are applied
	tempered curve  // the posterior as it is stated
	holds    curve  // certainty of holding each level, summing to 1
}

// judge places a reading. It returns nil where nothing was scored.
func (b *Bank) judge(rd *responses) *verdict {
	if !rd.scored() {
		return nil
	}
	assessed := rd.assessed()
	v := &verdict{belief: believe(b.sums(rd.answers, nil))}
	v.probable = v.level.mode()
	v.ceilings = [4]Cap{
		{Cap: CapSupport, Level: supportCap(rd.answers)},
		{Cap: CapCumulative, Level: v.cumulativeCap(assessed)},
		{Cap: CapNeeds, Level: b.needsCap(v.belief, rd.strands)},
		{Cap: CapEvidence, Level: b.evidenceCap(rd.answers)},
	}
	v.speaks = min(v.probable, v.ceiling(CapSupport))
	v.held = v.speaks
	for _, c := range v.ceilings {
		v.held = min(v.held, c.Level)
	}
	v.tempered = temper(v.level, rd.answers, len(rd.strands))
	v.holds = b.holding(v, rd.strands, assessed)
	return v
}

// ceiling is the highest level that a cap allows.
func (v *verdict) ceiling(kind CapKind) int {
	for _, c := range v.ceilings {
		if c.Cap == kind {
			return c.Level
		}
	}
	return Levels
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
func (v *verdict) certainty() float64 { return v.holds[v.held-1] }

// heldBy is the binding cap with the lowest level, the first in order at ties; nil where none binds.
func heldBy(caps []Cap) *Cap {
	var lowest *Cap
	for i := range caps {
		if lowest == nil || caps[i].Level < lowest.Level {
			lowest = &caps[i]
		}
	}
	return lowest
}
