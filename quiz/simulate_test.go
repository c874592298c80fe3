package quiz

import (
	"flag"
	"math"
	"strings"
	"testing"

	"waymark/content"
	"waymark/quiz/report"
	"waymark/stages"
	"waymark/stages/simulate"
)

func TestSimulationAsATable(t *testing.T) {
	least := func(bound float64) simulate.Goal { return simulate.Goal{Bound: bound} }
	most := func(bound float64) simulate.Goal { return simulate.Goal{Bound: bound, AtMost: true} }
	figure := func(quantity string, value float64, reach, best simulate.Goal) simulate.Figure {
		return simulate.Figure{Quantity: quantity, Value: value, Reach: reach, Best: best}
	}
	var out strings.Builder
	printReport(&out, simulate.Report{Catalog: "plain", Questions: 24, Respondents: 10, Seed: 1,
		Figures: []simulate.Figure{
			figure("reached", .81, least(.8), least(.83)),
			figure("best", .9, least(.8), least(.83)),
			figure("just reached, no best", .8, least(.8), simulate.Goal{}),
			figure("missed", 17, most(16.5), most(14.5)),
			figure("just best", 14.5, most(16.5), most(14.5)),
			figure("no goal", .5, simulate.Goal{}, simulate.Goal{}),
			figure("never happened", 0, most(0), simulate.Goal{}),
			figure("happened", .001, most(0), simulate.Goal{}),
		},
		Kinds: []simulate.KindFigures{{Kind: "noise .5", ExactFull: .1, ExactEarly: .2, Asked: 14.56, ECEFull: .3, ECEEarly: .4, Inconsistent: .5}},
	})
	want := `
plain: 24 questions, 10 respondents of each kind, seed 1

                                                     measured   reach    best
reached                                                 0.810 + ≥ 0.8    ≥ 0.83
best                                                    0.900 * ≥ 0.8    ≥ 0.83
just reached, no best                                   0.800 + ≥ 0.8
missed                                                 17.000 - ≤ 16.5   ≤ 14.5
just best                                              14.500 * ≤ 16.5   ≤ 14.5
no goal                                                 0.500
never happened                                          0.000 + never
happened                                                0.001 - never
- not reached, + reached, * best

                                        exact early asked   ECE early flagged
noise .5                                0.100 0.200  14.6 0.300 0.400   0.500
`
	if "\n"+out.String() != want {
		t.Errorf("%s\nwant%s", out.String(), want)
	}
}

var whole = flag.Bool("whole", false, "hold the figures of many simulated people, too")

// The program tells people how often someone who has not changed gets another level: the figures are those that
// the simulation finds, as near as so few people tell.
func TestToldFiguresAreMeasured(t *testing.T) {
	if !*whole {
		t.Skip("the figures need many respondents")
	}
	c, err := content.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	r := simulate.Retakes(stages.NewBank(c), simulate.Options{Respondents: 25, Seed: 1})
	for what, f := range map[string]struct {
		told     int
		measured float64
		near     float64
	}{
		"another order":                   {report.MovedInAnotherOrder, r.Same.Moved, 3},
		"answers given afresh":            {report.MovedAfresh, r.Afresh.Moved, 6},
		"another order, clear both times": {0, r.Same.ClearAndMoved, 2},
		"afresh, clear both times":        {report.MovedThoughClear, r.Afresh.ClearAndMoved, 8},
	} {
		if off := math.Abs(float64(f.told) - 100*f.measured); off > f.near {
			t.Errorf("%s: %d of 100 are told, and %.1f measured", what, f.told, 100*f.measured)
		}
	}
	var out strings.Builder
	printRetakes(&out, simulate.Retaken{Same: simulate.Retake{People: 1600, Moved: .0434, ClearAndMoved: .006, Clear: .38, Again: .79},
		Afresh: simulate.Retake{Moved: .219}, Grown: simulate.Retake{Again: .58}})
	for _, want := range []string{"1600 people take it again: ", "another level the second time                    0.043        0.219     0.000\n",
		"another level, if both results are clear         0.006 ", "both results are clear                           0.380 ",
		"questions of the second asked in the first       0.790        0.000     0.580\n"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}
