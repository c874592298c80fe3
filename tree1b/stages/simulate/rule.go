package simulate

import (
	"math"
	"slices"
)

// nothing is the level below which a strand shows nothing at all: nearer to 0 than to 1.
const nothing = 0.5

// ruled is the level that the rule of docs/measurement.md gives whoever's strands are known: the level nearest
// to their mean, held back by strands that are too far apart or by a need that is not met, each strand
// counted at the level nearest to it. That costs one level at most, unless a strand shows nothing. The caps on
// support and on evidence are about answers, and do not come into it.
func (e *experiment) ruled(strands []float64) int {
	sum := 0.0
	levels := make([]int, len(strands))
	for d, s := range strands {
		sum += s
		levels[d] = e.nearest(s)
	}
	speaks := e.nearest(sum / float64(len(strands)))
	return min(speaks, e.together(speaks, strands, levels), e.needed(speaks, strands, levels))
}

// nearest is the level nearest to a point.
func (e *experiment) nearest(x float64) int { return min(max(int(math.Floor(x+.5)), 1), e.levels) }

// together is the highest level at which half of the strands stand, and none is two short.
func (e *experiment) together(speaks int, strands []float64, levels []int) int {
	lowest := speaks - 1
	if slices.Min(strands) < nothing {
		lowest = 1
	}
	for k := e.levels; k > 1; k-- {
		there := 0
		for _, l := range levels {
			if l >= k {
				there++
			}
		}
		if k <= lowest || 2*there >= len(levels) && slices.Min(levels) >= k-1 {
			return k
		}
	}
	return 1
}

// needed is the highest level whose needs, and those of every level below, are met.
func (e *experiment) needed(speaks int, strands []float64, levels []int) int {
	named := map[int]int{} // highest level so far that needs the strand
	for k := 2; k <= e.levels; k++ {
		for _, d := range e.needs[k] {
			named[d] = k
		}
		for d, level := range named {
			if levels[d] < level && (k >= speaks || strands[d] < nothing) {
				return k - 1
			}
		}
	}
	return e.levels
}

// hasNeeds reports whether any level has needs.
func (e *experiment) hasNeeds() bool {
	return slices.ContainsFunc(e.needs, func(named []int) bool { return len(named) > 0 })
}
