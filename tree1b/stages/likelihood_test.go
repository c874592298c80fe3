package stages_test

import (
	"math"
	"testing"

	"waymark/stages"
)

// The figures were computed apart, by the formulas of the model.
func TestLikelihoodOfOptions(t *testing.T) {
	ladder := &stages.Question{Kind: stages.Ladder, Options: []stages.Option{{ID: "a", Level: 1}, {ID: "b", Level: 3}, {ID: "c", Level: 5}}}
	list := &stages.Question{Kind: stages.Checklist, Options: []stages.Option{{ID: "a", Level: 3}}}
	for _, c := range []struct {
		q    *stages.Question
		want [][stages.MaxLevels]float64
	}{
		{ladder, [][stages.MaxLevels]float64{
			{.800555, .492940, .153209, .021974, .001893},
			{.197552, .485085, .693581, .485085, .197552},
			{.001893, .021974, .153209, .492940, .800555}}},
		{list, [][stages.MaxLevels]float64{{.142957, .343659, .659492, .882545, .961865}}},
	} {
		got := c.q.Likelihood(5)
		for o, want := range c.want {
			for l := range want {
				if math.Abs(got[o][l]-want[l]) > 1e-6 {
					t.Errorf("option %d at level %d: %f, want %f", o, l+1, got[o][l], want[l])
				}
			}
		}
	}
}
