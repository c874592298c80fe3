package stages

import (
	"slices"
	"testing"
)

// How far into a level one is goes up with the mean, and its words never leave the level by more than one.
func TestDepthGoesUpWithTheMean(t *testing.T) {
	for level := 1; level <= plainLevels; level++ {
		last := DepthUnknown
		for share := -50; share <= 50; share++ {
			c := make([]float64, plainLevels)
			c[level-1] = 1
			neighbour := level // by its index
			if share < 0 {
				neighbour = level - 2
			}
			if neighbour < 0 || neighbour >= plainLevels {
				continue
			}
			part := float64(max(share, -share)) / 100
			c[level-1], c[neighbour] = 1-part, part
			depth := depthOf(c, level)
			if depth < last || depth == CloseToNext && level == plainLevels {
				t.Errorf("level %d, %d %% towards a neighbour: %v after %v", level, share, depth, last)
			}
			last = depth
		}
	}
	if got := depthOf(make([]float64, plainLevels), 2); got != DepthUnknown {
		t.Errorf("nothing known: %v", got)
	}
}

// A strand without a level has neither depth nor span, nor has one of an unclear result a depth.
func TestStrandDepth(t *testing.T) {
	two := 2
	s := StrandResult{Level: &two, Posterior: []float64{.1, .6, .3, 0, 0}}
	sure := Placement{Level: &two, SpeaksFor: &two, Confidence: .9, Held: []float64{0, .9, .1, 0, 0}}
	unclear := sure
	unclear.Warnings = []Warning{{Kind: WarnInconsistent}}
	if got := sure.StrandDepth(s); got != CloseToNext {
		t.Errorf("depth %v", got)
	}
	if lo, hi := s.Span(); lo != 2 || hi != 3 {
		t.Errorf("span %d to %d", lo, hi)
	}
	if got := unclear.StrandDepth(s); got != DepthUnknown {
		t.Errorf("unclear: %v", got)
	}
	s.Level = nil
	if lo, hi := s.Span(); lo != 0 || hi != 0 || sure.StrandDepth(s) != DepthUnknown {
		t.Errorf("not assessed: %d to %d, %v", lo, hi, sure.StrandDepth(s))
	}
}

// A replay places each beginning of an interview as if it ended there.
func TestReplayPlacesEachBeginning(t *testing.T) {
	for seed := range uint64(20) {
		rng := rngFor(seed)
		b := NewBank(randomCatalog(rng))
		iv := randomInterview(b, rng)
		steps := b.Replay(iv)
		if len(steps) != len(iv.Asked) {
			t.Fatalf("%d steps of %d", len(steps), len(iv.Asked))
		}
		if len(steps) == 0 {
			continue
		}
		last, whole := steps[len(steps)-1], b.Place(iv)
		if !slices.Equal(last.Held, whole.Held) || !slices.Equal(last.Posterior, whole.Posterior) {
			t.Errorf("seed %d: the last step is not the result", seed)
		}
	}
}
