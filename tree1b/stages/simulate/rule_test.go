package simulate

import (
	"testing"

	"waymark/stages"
)

// Whoever's strands are known is given a level by the stated rule: the mean, less what holds back, by one level at
// most unless a strand shows nothing.
func TestRule(t *testing.T) {
	c := plain(t)
	c.Levels[1].Needs, c.Levels[2].Needs, c.Levels[3].Needs = []string{"s2"}, []string{"s1"}, []string{"s2"}
	bare, needy := newExperiment(stages.NewBank(plain(t))), newExperiment(stages.NewBank(c))
	for _, x := range []struct {
		name    string
		strands []float64
		bare    int
		needy   int
	}{
		{"all at a level", []float64{4, 4, 4, 4, 4, 4}, 4, 4},
		{"nearest to the mean", []float64{3.4, 3.4, 3.5, 3.4, 3.4, 3.4}, 3, 3},
		{"half-way counts for the higher", []float64{3.5, 3.5, 3.5, 3.5, 3.5, 3.5}, 4, 4},
		{"beyond the scale", []float64{6, 6, 6, 6, 6, 6}, 5, 5},
		{"below it", []float64{0, 0, 0, 0, 0, 0}, 1, 1},
		{"half there, none two short", []float64{4, 4, 4, 5, 3, 3}, 4, 4},
		{"fewer than half there", []float64{5, 5, 3, 3, 3, 3}, 3, 3},
		{"one two short costs a level", []float64{5, 5, 5, 5, 5, 2.4}, 4, 4},
		{"and no more", []float64{5, 5, 5, 5, 5, .6}, 3, 3},
		{"which shows nothing", []float64{5, 5, 5, 5, 5, .4}, 2, 2},
		{"a need one short", []float64{2.4, 4, 4, 4, 4, 4}, 3, 3},
		{"a need of the level, one short", []float64{4, 3.4, 4, 4, 4, 4}, 4, 3},
		{"the same, met", []float64{4, 3.5, 4, 4, 4, 4}, 4, 4},
		{"a need that shows little", []float64{4, 1.2, 4, 4, 4, 4}, 3, 3},
		{"a need that shows nothing", []float64{4, .4, 4, 4, 4, 4}, 2, 1},
	} {
		if got := bare.ruled(x.strands); got != x.bare {
			t.Errorf("%s: level %d without needs, want %d", x.name, got, x.bare)
		}
		if got := needy.ruled(x.strands); got != x.needy {
			t.Errorf("%s: level %d with needs, want %d", x.name, got, x.needy)
		}
	}
}
