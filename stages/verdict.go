package stages

// verdict is where a reading places a person, before it is put into a [Result].
type verdict struct {
	*belief
	probable int    // most probable level
	speaks   int    // after the support cap
	held     int    // after every cap
	ceiling  [4]int // by cap, in the order of capOrder
	tempered curve  // the posterior as it is stated
	holds    curve  // certainty of holding each level, summing to 1
}

// capOrder is the order in which caps are applied and told.
var capOrder = [4]CapKind{CapSupport, CapCumulative, CapNeeds, CapEvidence}

// judge places a reading. It returns nil where nothing was scored.
func (b *Bank) judge(rd *reading) *verdict {
	if !rd.scored() {
		return nil
	}
	assessed := rd.assessed()
	v := &verdict{belief: believe(b.sums(rd.answers, nil))}
	v.probable = v.level.mode()
	v.ceiling = [4]int{
		supportCap(rd.answers),
		v.cumulativeCap(assessed),
		b.needsCap(v.belief, rd.strands),
		b.evidenceCap(rd.answers),
	}
	v.speaks = min(v.probable, v.ceiling[0])
	v.held = min(v.speaks, v.ceiling[1], v.ceiling[2], v.ceiling[3])
	v.tempered = temper(v.level, rd.answers, len(rd.strands))
	v.holds = b.holding(v, rd.strands, assessed)
	return v
}

// binds reports whether the cap of that place in capOrder holds the person lower: support against
// the most probable level, the others against what the answers speak for.
func (v *verdict) binds(cap int) bool {
	if cap == 0 {
		return v.ceiling[0] < v.probable
	}
	return v.ceiling[cap] < v.speaks
}

// certainty is the probability of the held level, 0 to 1.
func (v *verdict) certainty() float64 { return v.holds[v.held-1] }
