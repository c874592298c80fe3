package stages

// Depth is how far into a level someone is, as far as that can be told.
type Depth int

// The depths: thirds of a level.
const (
	DepthUnknown Depth = iota
	Early
	Well
	CloseToNext
)

// depthOf is the third of a level that the mean of a distribution over the levels is in. A level reaches half a level up and down from
// its number; the first has nothing below, and the last nothing above.
func depthOf(p []float64, level int) Depth {
	c := curveOf(p)
	if c.from(1) == 0 {
		return DepthUnknown
	}
	c.normalise()
	mean := c.mean()
	low, high := float64(level)-0.5, float64(level)+0.5
	low, high = max(low, 1), min(high, float64(len(p)))
	third := (high - low) / 3
	switch {
	case mean < low+third:
		return Early
	case mean < high-third || level == len(p):
		return Well
	}
	return CloseToNext
}

// Depth is how far into the held level the person is, by the mean of what they hold once every cap has spoken.
// It is unknown where the certainty is unclear, where it is between two levels, which says as much, and low in
// a level that the answers go beyond, where a cap holds the person and not the answers.
func (r Placement) Depth() Depth {
	if c := r.Certainty(); c == Unclear || c == Between {
		return DepthUnknown
	}
	depth := depthOf(r.Held, *r.Level)
	next := r.Neighbour()
	switch {
	case depth == Early && *r.SpeaksFor > *r.Level:
		return DepthUnknown
	// Never away from the neighbour that is named.
	case depth == Early && next > *r.Level, depth == CloseToNext && next > 0 && next < *r.Level:
		return Well
	}
	return depth
}

// StrandDepth is how far into its level a strand is. It is unknown where the strand is not assessed or the
// result unclear.
func (r Placement) StrandDepth(s StrandResult) Depth {
	if s.Level == nil || r.Certainty() == Unclear {
		return DepthUnknown
	}
	return depthOf(s.Posterior, *s.Level)
}

// Mean is the expected level of the strand.
func (s StrandResult) Mean() float64 { return curveOf(s.Posterior).mean() }

// Span is the smallest run of levels that includes the strand's and has 80 % of the probability; 0, 0 where it
// is not assessed.
func (s StrandResult) Span() (lo, hi int) {
	if s.Level == nil {
		return 0, 0
	}
	return span(s.Posterior, *s.Level)
}

// span is the smallest run of levels that includes one of them and has 80 % of the probability.
func span(p []float64, level int) (lo, hi int) {
	most := 0.0
	for l := 1; l <= level; l++ {
		sum := 0.0
		for h := l; h <= len(p); h++ {
			sum += p[h-1]
			if h < level || sum < spanHolds-tieWidth {
				continue
			}
			if narrower := lo == 0 || h-l < hi-lo; narrower || h-l == hi-lo && sum > most {
				lo, hi, most = l, h, sum
			}
			break
		}
	}
	return lo, hi
}

// Replay places the person after each of their answers, in the order they were asked; the last is where all of
// them lead. An answer that was changed later counts as it is now.
func (b *Bank) Replay(iv Interview) []Placement {
	out := make([]Placement, len(iv.Asked))
	so := Interview{Seed: iv.Seed, Quick: iv.Quick}
	for i, id := range iv.Asked {
		so = so.With(id, iv.Answers[id])
		out[i] = b.Place(so)
	}
	return out
}
